import type { Locale } from '../i18n/locales.ts';
import type { Localized } from '../schemas/common.ts';

/** A value that a reader can set, and that stands in the figure's address. */
export type Parameter =
  | {
      kind: 'number';
      id: string;
      label: Localized;
      /** Unit as in `src/i18n/units.ts`. */
      unit: string;
      min: number;
      max: number;
      step: number;
      default: number;
      /** Fact behind the default, where it is a number of the world and not a matter of taste. */
      fact?: string;
    }
  | {
      kind: 'choice';
      id: string;
      label: Localized;
      options: ReadonlyArray<{ id: string; label: Localized }>;
      default: string;
    }
  | {
      /** Free text that the reader types; `max` characters at most. */
      kind: 'text';
      id: string;
      label: Localized;
      max: number;
      default: string;
    };

export type ParameterValues = Readonly<Record<string, string | number>>;

/** A moment of the figure worth a picture: shown in print, as share card and as a still. */
export interface KeyState {
  id: string;
  title: Localized;
  /** One or two sentences: what this picture shows. */
  note: Localized;
  values: ParameterValues;
}

export interface TableColumn {
  id: string;
  label: Localized;
  /** Right-aligned figures. */
  numeric?: boolean;
}

/** The figure's content as a table: the same in the page, in the CSV and for screen readers. */
export interface FigureTable {
  caption: Localized;
  columns: readonly TableColumn[];
  rows: ReadonlyArray<Readonly<Record<string, string | number | Localized>>>;
}

/**
 * What every figure declares. From this one record come the still picture in the chapter, the key
 * states in print, the figure page, the embed, the CSV, the address and the tests.
 */
export interface FigureContract {
  id: string;
  /** Which of the six reusable interactives it belongs to. */
  family: 'hash-lab' | 'chain-explorer' | 'money-model' | 'timeline' | 'estimates' | 'comparator';
  title: Localized;
  /** One or two sentences under the picture. */
  caption: Localized;
  /** Two to five sentences that tell what there is to see, in words, for everybody. */
  narration: readonly Localized[];
  /** Short text alternative of the still picture. */
  alt: Localized;
  /** Ids in content/datasets that it draws on; empty for a pure model or for records. */
  datasets: readonly string[];
  /** Facts that captions, defaults or narration rest on. */
  facts: readonly string[];
  parameters: readonly Parameter[];
  /** Three to five. */
  states: readonly KeyState[];
  /** Licence of the figure where the data set asks for more than CC BY 4.0. */
  licence?: Localized;
  /** Frame height for embeds, in CSS pixels, at widths of 360 and 720. */
  height: { narrow: number; wide: number };
}

/** What reading an address needs of a contract: no texts, so that a browser need not load them. */
export interface AddressContract {
  parameters: readonly Parameter[];
  states: ReadonlyArray<Pick<KeyState, 'id' | 'values'>>;
}

/** What every drawing gets: plain data, never a collection or the DOM. */
export interface ViewProps<Data> {
  locale: Locale;
  data: Data;
  values: ParameterValues;
  /** Prefix for ids inside the drawing, so that two copies can stand on one page. */
  uid: string;
}

export class FigureInputError extends Error {}

/**
 * Parameter values from an address fragment such as `#state=split&zone=utc`. A named state is taken
 * first, single parameters override it. What is unknown, out of range or not a number is left out
 * and reported, so that a damaged link still opens the figure.
 */
export function readValues(
  figure: AddressContract,
  fragment: string,
): { values: ParameterValues; ignored: string[] } {
  const query = new URLSearchParams(fragment.replace(/^#/, ''));
  const ignored: string[] = [];
  const values: Record<string, string | number> = Object.fromEntries(
    figure.parameters.map((parameter) => [parameter.id, parameter.default]),
  );
  const stateId = query.get('state');
  if (stateId !== null) {
    const state = figure.states.find((candidate) => candidate.id === stateId);
    if (state) Object.assign(values, state.values);
    else ignored.push('state');
  }
  for (const parameter of figure.parameters) {
    const raw = query.get(parameter.id);
    if (raw === null) continue;
    const value = readValue(parameter, raw);
    if (value === undefined) ignored.push(parameter.id);
    else values[parameter.id] = value;
  }
  return { values, ignored };
}

function readValue(parameter: Parameter, raw: string): string | number | undefined {
  switch (parameter.kind) {
    case 'number': {
      const value = Number(raw);
      return raw.trim() !== '' && value >= parameter.min && value <= parameter.max
        ? value
        : undefined;
    }
    case 'choice':
      return parameter.options.some((option) => option.id === raw) ? raw : undefined;
    case 'text':
      return [...raw].length <= parameter.max ? raw : undefined;
  }
}

/** The fragment that reopens the figure with these values; only what differs from the defaults. */
export function writeValues(
  figure: Pick<AddressContract, 'parameters'>,
  values: ParameterValues,
): string {
  const query = new URLSearchParams();
  for (const parameter of figure.parameters) {
    const value = values[parameter.id];
    if (value !== undefined && value !== parameter.default) query.set(parameter.id, String(value));
  }
  return query.toString();
}

/** Refuses a contract that breaks the promises of the design; called for every figure at build. */
export function checkFigure(figure: FigureContract): void {
  const fail = (problem: string): never => {
    throw new FigureInputError(`src/figures/${figure.id}/figure.ts: ${problem}`);
  };
  if (figure.states.length < 3 || figure.states.length > 5)
    fail(`has ${figure.states.length} key states; a figure declares three to five`);
  if (figure.narration.length === 0) fail('has no narration; write what there is to see, in words');
  const texts = [figure.title, figure.caption, figure.alt, ...figure.narration];
  for (const text of texts)
    for (const [locale, value] of Object.entries(text))
      if (value.trim() === '') fail(`has an empty ${locale} text`);
  for (const state of figure.states)
    for (const [id, value] of Object.entries(state.values)) {
      const parameter = figure.parameters.find((candidate) => candidate.id === id);
      if (!parameter) fail(`state "${state.id}" sets the unknown parameter "${id}"`);
      else if (readValue(parameter, String(value)) === undefined)
        fail(`state "${state.id}" sets "${id}" to ${value}, which is out of its range`);
    }
}
