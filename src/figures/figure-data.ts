/** What each figure draws on, joined from the records once and handed to drawing, table and CSV alike. */
import { all } from '../content/index.ts';
import type { Locale } from '../i18n/locales.ts';
import { href } from '../i18n/paths.ts';
import type { FigureContract, FigureTable, ParameterValues } from './contract.ts';
import { getFigure } from './registry.ts';
import { figureData as hashLabData } from './hash-lab/data.ts';
import { figureTable as hashLabTable } from './hash-lab/table.ts';
import { figureData as weekData } from './week-timeline/data.ts';
import { figureTable as weekTable } from './week-timeline/table.ts';

export const weekTimelineData = (locale: Locale) =>
  weekData(all('events'), { locale, recordHref: (id) => href(locale, 'timeline/', id) });

/** Values of a key state, or the defaults. @throws for an unknown state */
export function stateValues(figure: FigureContract, state?: string): ParameterValues {
  const defaults = Object.fromEntries(figure.parameters.map((one) => [one.id, one.default]));
  if (state === undefined) return defaults;
  const found = figure.states.find((one) => one.id === state);
  if (!found) throw new Error(`figure "${figure.id}" has no state "${state}"`);
  return { ...defaults, ...found.values };
}

/** The table of a figure in one state. */
export function figureTableOf(id: string, locale: Locale, state?: string): FigureTable {
  const values = stateValues(getFigure(id), state);
  switch (id) {
    case 'hash-lab':
      return hashLabTable(hashLabData(), values);
    case 'week-timeline':
      return weekTable(weekTimelineData(locale), values);
    default:
      throw new Error(`src/figures/figure-data.ts: no table for figure "${id}"`);
  }
}

/** RFC 4180, with a byte order mark, so that spreadsheets read Chinese. */
export function figureCsv(id: string, locale: Locale): string {
  const table = figureTableOf(id, locale);
  const quote = (value: string | number) =>
    /[",\n\r]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);
  const lines = [
    table.columns.map((column) => quote(column.label[locale])),
    ...table.rows.map((row) =>
      table.columns.map((column) => {
        const cell = row[column.id] ?? '';
        return quote(typeof cell === 'object' ? cell[locale] : cell);
      }),
    ),
  ];
  return `\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
}
