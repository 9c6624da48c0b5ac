import type { Locale } from '../../i18n/locales.ts';
import type { FigureTable, ParameterValues } from '../contract.ts';
import type { Entry, WeekData, WeekEntry } from './data.ts';
import { LANE_NAMES, STATE_NAMES, SUPPORT_NAMES, WORDS } from './text.ts';
import { isoMoment } from './time.ts';

const HOUR_UNKNOWN = { zh: WORDS.zh.hourUnknown, en: WORDS.en.hourUnknown };
const UNDATED = { zh: WORDS.zh.undated, en: WORDS.en.undated };

/**
 * Every entry as a row, in order of time, the undated last. Dates and clock times are written
 * alike in both languages, so that a spreadsheet can sort them; a UTC cell without an hour is the
 * stretch that the Beijing day covers. Rows carry the event's id beside the columns.
 */
export function figureTable(
  data: WeekData,
  _values?: ParameterValues,
  _locale?: Locale,
): FigureTable {
  return {
    caption: {
      zh: '那一周的事，北京时间与世界时（UTC）对照',
      en: 'Entries of the week, Beijing time beside UTC',
    },
    columns: [
      { id: 'date', label: { zh: '日期（北京）', en: 'Date (Beijing)' } },
      { id: 'beijing', label: { zh: '北京时间', en: 'Beijing time' } },
      { id: 'utc', label: { zh: '世界时（UTC）', en: 'UTC' } },
      { id: 'lane', label: { zh: '哪条线', en: 'Lane' } },
      { id: 'who', label: { zh: '谁', en: 'Who' } },
      { id: 'what', label: { zh: '做了什么', en: 'What' } },
      { id: 'status', label: { zh: '性质', en: 'Status' } },
      { id: 'source', label: { zh: '出处', en: 'Support' } },
    ],
    rows: [
      ...data.entries.map((entry) => ({
        date: entry.date,
        beijing: beijingCell(entry),
        utc: utcCell(entry),
        ...common(entry),
      })),
      ...data.undated.map((entry) => ({
        date: UNDATED,
        beijing: '',
        utc: '',
        ...common(entry),
      })),
    ],
  };
}

function common(entry: Entry) {
  return {
    id: entry.id,
    lane: LANE_NAMES[entry.lane],
    who: entry.actor,
    what: entry.title,
    status: STATE_NAMES[entry.state],
    source: SUPPORT_NAMES[entry.support],
  };
}

function beijingCell(entry: WeekEntry) {
  return entry.hour === null ? HOUR_UNKNOWN : isoMoment(entry.hour, 'beijing').slice(11);
}

function utcCell(entry: WeekEntry): string {
  if (entry.hour !== null) return isoMoment(entry.hour, 'utc');
  return `${isoMoment(entry.from, 'utc')} – ${isoMoment(entry.to, 'utc')}`;
}
