import { formatDate, formatTime } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locales.ts';
import { ANCHORS } from './anchors.ts';
import {
  knowledgeAt,
  LANES,
  type Knowledge,
  type Lane,
  type WeekData,
  type WeekEntry,
} from './data.ts';
import { lowered, type Box, type Line } from './geometry.ts';
import { place, type PlacedLabel } from './place.ts';
import { LANE_NAMES, WORDS } from './text.ts';
import {
  clockAt,
  clockText,
  hourOf,
  nextMidnight,
  shortMoment,
  wall,
  WEEK_DAYS,
  WEEK_HOURS,
  type Zone,
} from './time.ts';
import type { WeekValues } from './values.ts';
import { textWidth, wrap } from './wrap.ts';

/**
 * From data and values to positions, in the units of each drawing's view box. Three drawings cover
 * all widths: the style sheet shows the one whose range holds the width at hand, and scales it.
 */
export const DRAWINGS = {
  /** Time downwards, one band for each day. */
  narrow: { width: 300, from: 0, font: 12.5, sign: 5 },
  /** Time to the right; the names of the lanes stand above them. */
  medium: { width: 560, from: 480, font: 13, sign: 6 },
  /** Time to the right; the names of the lanes stand before them. */
  wide: { width: 900, from: 820, font: 12.5, sign: 6 },
} as const;

export type DrawingName = keyof typeof DRAWINGS;

/** The drawing shown in a frame of this width (CSS pixels), and how much it is scaled. */
export function drawingFor(frame: number): { name: DrawingName; scale: number } {
  const name: DrawingName =
    frame >= DRAWINGS.wide.from ? 'wide' : frame >= DRAWINGS.medium.from ? 'medium' : 'narrow';
  return { name, scale: frame / DRAWINGS[name].width };
}

export interface Text {
  text: string;
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
}

export interface Label extends PlacedLabel {
  /** Clock time in bold, at the head of the first line; empty where no hour is known. */
  clock: string;
}

export interface Item {
  entry: WeekEntry;
  knowledge: Knowledge;
  /** Centre of the sign. */
  x: number;
  y: number;
  /** The day, where no hour is known. */
  bar: Box | null;
  /** From the announcement to the hour it names. */
  span: Line | null;
  /** From the sign to a label that stands apart from it. */
  leader: Line | null;
  label: Label;
}

export interface LaneBand {
  lane: Lane;
  name: readonly string[];
  /** The band, or the column, that belongs to the lane. */
  box: Box;
  sign: { x: number; y: number };
}

export interface Drawing {
  name: DrawingName;
  width: number;
  height: number;
  font: number;
  /** Half the height of a sign. */
  sign: number;
  lanes: readonly LaneBand[];
  items: readonly Item[];
  /** Lines between days. */
  days: readonly Line[];
  /** Lines between hours. */
  hours: readonly Line[];
  heads: ReadonlyArray<Text & { strong: boolean }>;
  notes: readonly Text[];
  /** Distances in days between the first firms and the papers before and after them. */
  measures: ReadonlyArray<Line & { text: Text }>;
  /** Line of the moment up to which things count as known; null when everything does. */
  now: (Line & { text: Text }) | null;
  /** What lies after that moment. */
  future: Box | null;
}

/** First day of the close-up of the last hours. */
const SPAN_START = '2021-05-25';
const SIGN = DRAWINGS.wide.sign;

function labelOf(entry: WeekEntry, zone: Zone, locale: Locale): { clock: string; text: string } {
  const clock = entry.hour === null ? '' : clockText(entry.hour, zone, locale);
  return { clock, text: entry.label };
}

/** The whole text of a label, as it is broken into lines. */
function labelText({ clock, text }: { clock: string; text: string }, locale: Locale): string {
  if (clock === '') return text;
  return locale === 'zh' ? `${clock}\u2002${text}` : `${clock} ${text}`;
}

/** Time to the right, a lane for each who acts. */
export function layoutLanes(
  data: WeekData,
  values: WeekValues,
  locale: Locale,
  name: 'medium' | 'wide',
): Drawing {
  const { width, font } = DRAWINGS[name];
  const leading = font * 1.25;
  const gutter = name === 'wide' ? 124 : 0;
  const first = values.span === 'hours' ? hourOf(SPAN_START) : 0;
  const right = width - SIGN - 1;
  const perHour = (right - gutter) / (WEEK_HOURS - first);
  const xOf = (hour: number) => gutter + (Math.max(hour, first) - first) * perHour;

  const top = values.span === 'hours' ? 3.2 * leading : 2.6 * leading;
  const lanes: LaneBand[] = [];
  const items: Item[] = [];
  let y = top + 6;
  for (const lane of LANES) {
    const nameLines =
      gutter > 0 ? wrap(LANE_NAMES[lane][locale], gutter - 32, font) : [LANE_NAMES[lane][locale]];
    const headRoom = gutter > 0 ? 0 : leading + 2;
    const entries = data.entries.filter((entry) => entry.lane === lane && entry.to > first);
    const placed = place(entries, {
      ...{ xOf, font, leading, sign: SIGN },
      left: gutter + 1,
      right: width,
      text: (entry) => labelText(labelOf(entry, values.zone, locale), locale),
    });
    const content = Math.max(...placed.map((item) => item.bottom), 14, nameLines.length * leading);
    const offset = y + headRoom + 7;
    for (const { entry, x, y: centre, bar, span, label } of placed) {
      items.push({
        entry,
        knowledge: knowledgeAt(entry, values.known),
        x,
        y: offset + centre,
        bar: bar && lowered(bar, offset),
        span: span && { ...span, y1: span.y1 + offset, y2: span.y2 + offset },
        leader: null,
        label: {
          ...label,
          clock: labelOf(entry, values.zone, locale).clock,
          y: label.y + offset,
          box: lowered(label.box, offset),
        },
      });
    }
    const height = headRoom + content + 14;
    lanes.push({
      lane,
      name: nameLines,
      box: { x: 0, y, width, height },
      sign: { x: SIGN + 3, y: y + (gutter > 0 ? 14 : 10) },
    });
    y += height;
  }
  const bottom = y;
  items.sort((a, b) => data.entries.indexOf(a.entry) - data.entries.indexOf(b.entry));

  const zoneName = {
    beijing: { zh: '北京时间', en: 'Beijing time' },
    utc: { zh: 'UTC', en: 'UTC' },
  };
  const days: Line[] = [];
  const hours: Line[] = [];
  const heads: Array<Text & { strong: boolean }> = [];
  // Midnights of the zone at hand, and the two ends of the drawing.
  const shift = values.zone === 'utc' ? 8 : 0;
  const midnights = Array.from(
    { length: WEEK_DAYS.length + 2 },
    (_, day) => (day - 1) * 24 + shift,
  );
  const edges = [
    first,
    ...midnights.filter((hour) => hour > first && hour < WEEK_HOURS),
    WEEK_HOURS,
  ];
  for (const [index, hour] of edges.entries()) {
    days.push({ x1: xOf(hour), y1: top, x2: xOf(hour), y2: bottom });
    const next = edges[index + 1];
    if (next === undefined) continue;
    const { date } = clockAt(hour + 0.5, values.zone);
    const day = formatDate(date, locale, 'day');
    const weekday = shortWeekday(date, locale);
    const room = (next - hour) * perHour;
    if (room < textWidth(day, font) + 4) {
      // A day cut off by the edge of the week: its number, or nothing.
      const number = String(Number(date.slice(8)));
      if (room >= textWidth(number, font) + 5)
        heads.push({ text: number, x: xOf(hour) + 4, y: leading, anchor: 'start', strong: true });
      continue;
    }
    const together = locale === 'zh' ? day + weekday : `${weekday} ${day}`;
    const x = xOf(hour) + 4;
    if (values.span === 'hours') {
      heads.push({ text: together, x, y: leading, anchor: 'start', strong: true });
    } else {
      heads.push({ text: day, x, y: leading, anchor: 'start', strong: true });
      heads.push({ text: weekday, x, y: 2 * leading, anchor: 'start', strong: false });
    }
  }
  const step = values.span === 'hours' ? 4 : 12;
  for (let hour = first + (shift % step); hour < WEEK_HOURS; hour += step) {
    if (edges.includes(hour)) continue;
    const tick = values.span === 'hours' ? bottom : top + 5;
    hours.push({ x1: xOf(hour), y1: top, x2: xOf(hour), y2: tick });
  }
  if (values.span === 'hours')
    // Every second line has its hour written where there is no room for all.
    for (let hour = first; hour <= WEEK_HOURS; hour += gutter > 0 ? step : 2 * step) {
      const anchor = hour === first ? 'start' : hour === WEEK_HOURS ? 'end' : 'middle';
      const x = hour === WEEK_HOURS ? width - 1 : xOf(hour);
      heads.push({
        text: (hour === WEEK_HOURS ? clockAt : wall)(hour, values.zone).time,
        x,
        y: 2.3 * leading,
        anchor,
        strong: false,
      });
    }

  const measures = measureLines(distances(data, values, locale), xOf, bottom + leading * 1.1, font);
  let foot = bottom + (measures.length > 0 ? leading * 1.3 : 0);

  let now: Drawing['now'] = null;
  let future: Box | null = null;
  if (values.known < WEEK_HOURS) {
    const from = Math.max(xOf(values.known), gutter);
    future = { x: from, y: top, width: width - from, height: bottom - top };
  }
  if (future && values.known >= first) {
    const text = shortMoment(values.known, values.zone, locale);
    const half = textWidth(text, font) / 2;
    const { x } = future;
    now = {
      ...{ x1: x, y1: top, x2: x, y2: foot + 3 },
      text: {
        text,
        x: Math.min(Math.max(x, half + 1), width - half - 1),
        y: foot + leading * 1.1,
        anchor: 'middle',
      },
    };
    foot += leading * 1.25;
  }
  const notes: Text[] = [
    // Before the lanes where there is room, under them elsewhere.
    gutter > 0
      ? { text: zoneName[values.zone][locale], x: 0, y: leading, anchor: 'start' }
      : { text: zoneName[values.zone][locale], x: 0, y: foot + leading, anchor: 'start' },
    { text: endText(values.zone, locale), x: width - 1, y: foot + leading, anchor: 'end' },
  ];

  return {
    name,
    width,
    height: foot + leading * 1.4,
    font,
    sign: SIGN,
    lanes,
    items,
    days,
    hours,
    heads,
    notes,
    measures,
    now,
    future,
  };
}

/** The end of the week said in two ways. endText('beijing', 'en') // => '26 May 24:00 = 00:00 on 27 May' */
function endText(zone: Zone, locale: Locale): string {
  const { date, time } = clockAt(WEEK_HOURS, 'beijing');
  const other = zone === 'utc' ? formatTime(time, locale) : nextMidnight(date, locale);
  return `${shortMoment(WEEK_HOURS, zone, locale)} = ${other}`;
}

interface Distance {
  from: string;
  to: string;
  long: string;
  short: string;
}

/**
 * How long after the associations' notice, and how long before the draft, the first firms moved.
 * Left out while the draft is not yet known, and in the close-up.
 */
function distances(data: WeekData, values: WeekValues, locale: Locale): Distance[] {
  const { notice, firstFirms, draft } = ANCHORS;
  const ids = [...notice.events, ...firstFirms.events, ...draft.events];
  const drawn = ids.every((id) => data.entries.some((entry) => entry.id === id));
  if (!drawn || values.span === 'hours' || values.known < hourOf(draft.date, '24:00')) return [];
  const words = WORDS[locale];
  const between = (from: string, to: string, long: (days: number) => string): Distance => {
    const days = (hourOf(to) - hourOf(from)) / 24;
    return { from, to, long: long(days), short: words.days(days) };
  };
  return [
    between(notice.date, firstFirms.date, words.afterNotice),
    between(firstFirms.date, draft.date, words.beforeDraft),
  ];
}

/** The distances as lines from the middle of a day to that of another, since no hour is known. */
function measureLines(
  found: readonly Distance[],
  xOf: (hour: number) => number,
  y: number,
  font: number,
): Drawing['measures'] {
  return found.map(({ from, to, long, short }) => {
    const [x1, x2] = [xOf(hourOf(from, '12:00')), xOf(hourOf(to, '12:00'))];
    const text = textWidth(long, font) <= x2 - x1 - 10 ? long : short;
    return {
      ...{ x1, y1: y, x2, y2: y },
      text: { text, x: (x1 + x2) / 2, y: y - 4, anchor: 'middle' as const },
    };
  });
}

function shortWeekday(date: string, locale: Locale): string {
  const full = formatDate(date, locale, 'weekday');
  return locale === 'zh' ? full.slice(-2) : full.slice(0, 3);
}

/**
 * Time downwards: a band for each Beijing day, as tall as its labels need, and a column for each
 * lane. Within a band the entries stand in their order; heights do not count hours.
 */
export function layoutNarrow(data: WeekData, values: WeekValues, locale: Locale): Drawing {
  const { width, font, sign } = DRAWINGS.narrow;
  const leading = font * 1.28;
  const track = 2 * sign + 1;
  const firstDay = values.span === 'hours' ? SPAN_START : WEEK_DAYS[0];
  const dates = WEEK_DAYS.filter((day) => firstDay === undefined || day >= firstDay);
  const shown = data.entries.filter((entry) => dates.includes(entry.date));

  const tracks = assignTracks(shown);
  const columns = new Map<Lane, Box>();
  let edge = 0;
  for (const lane of LANES) {
    const used = shown
      .filter((entry) => entry.lane === lane)
      .map((entry) => tracks.get(entry) ?? 0);
    const columnWidth = (Math.max(0, ...used) + 1) * track + 3;
    columns.set(lane, { x: edge, y: 0, width: columnWidth, height: 0 });
    edge += columnWidth;
  }
  const trackX = (entry: WeekEntry) =>
    (columns.get(entry.lane)?.x ?? 0) + 1.5 + ((tracks.get(entry) ?? 0) + 0.5) * track;
  const labelX = edge + 7;
  const labelWidth = width - labelX - 1;

  const items: Item[] = [];
  const days: Line[] = [];
  const heads: Array<Text & { strong: boolean }> = [];
  const bands = new Map<string, { top: number; bottom: number }>();
  const head = 2 * sign + 8;
  let y = head;
  let now = null as Drawing['now'];
  const drawNow = () => {
    const text = shortMoment(values.known, values.zone, locale);
    y += leading;
    now = {
      ...{ x1: 0, y1: y, x2: width, y2: y },
      text: { text, x: width - 1, y: y - 4, anchor: 'end' },
    };
    y += 7;
  };
  if (values.known <= hourOf(dates[0] ?? '')) drawNow();
  for (const date of dates) {
    const top = y;
    days.push({ x1: 0, y1: top, x2: width, y2: top });
    const headLines = bandHead(date, values.zone, locale, labelWidth, font);
    if (date === ANCHORS.firstFirms.date)
      for (const { long } of distances(data, values, locale))
        for (const text of wrap(long, labelWidth, font)) headLines.push({ text, strong: false });
    for (const { text, strong } of headLines) {
      y += leading;
      heads.push({ text, x: labelX, y, anchor: 'start', strong });
    }
    y += 6;
    const today = shown.filter((entry) => entry.date === date);
    const nowAt = nowIndex(today, date, values.known);
    let last: Item | undefined;
    for (const [index, entry] of today.entries()) {
      if (index === nowAt) drawNow();
      const label = labelOf(entry, values.zone, locale);
      const lines = wrap(labelText(label, locale), labelWidth, font);
      const centre = y + leading / 2 + 1;
      const baseline = centre + font * 0.36;
      const x = trackX(entry);
      last = {
        entry,
        knowledge: knowledgeAt(entry, values.known),
        x,
        y: centre,
        bar: null,
        span: null,
        leader: { x1: x + sign + 1, y1: centre, x2: labelX - 3, y2: centre },
        label: {
          clock: label.clock,
          lines,
          x: labelX,
          y: baseline,
          leading,
          anchor: 'start',
          box: {
            x: labelX - 1,
            y: baseline - font,
            width: Math.max(...lines.map((line) => textWidth(line, font))) + 1,
            height: (lines.length - 1) * leading + font * 1.3,
          },
        },
      };
      items.push(last);
      y += lines.length * leading + 6;
    }
    if (nowAt === today.length) drawNow();
    // A point at 24:00 sits on the line that ends its day.
    const bottom = last !== undefined && last.entry.hour === last.entry.to ? last.y : y;
    bands.set(date, { top, bottom });
  }
  const bottom = bands.get(dates.at(-1) ?? '')?.bottom ?? y;
  days.push({ x1: 0, y1: bottom, x2: edge, y2: bottom });

  for (const item of items) {
    const { entry } = item;
    const band = bands.get(entry.date);
    if (!band) continue;
    if (entry.hour === null)
      item.bar = {
        x: item.x - sign,
        y: band.top + 2,
        width: 2 * sign,
        height: band.bottom - band.top - 4,
      };
    else if (entry.announced !== null) {
      const notice = bands.get(entry.announced.date);
      const from = entry.announced.id === null ? notice?.top : notice?.bottom;
      if (from !== undefined) item.span = { x1: item.x, y1: from + 2, x2: item.x, y2: item.y };
    }
  }
  y += leading;
  const notes: Text[] = [{ text: endText(values.zone, locale), x: width - 1, y, anchor: 'end' }];
  const height = y + 6;
  return {
    name: 'narrow',
    width,
    height,
    font,
    sign,
    lanes: LANES.map((lane): LaneBand => {
      const column = columns.get(lane) ?? { x: 0, y: 0, width: 0, height: 0 };
      return {
        lane,
        name: [],
        box: { ...column, y: head, height: bottom - head },
        sign: { x: column.x + column.width / 2, y: sign + 2 },
      };
    }),
    items,
    days,
    hours: [],
    heads,
    notes,
    measures: [],
    now,
    future: now && { x: 0, y: now.y1, width, height: height - leading - 4 - now.y1 },
  };
}

/** A track within its lane for each entry, so that no two bars or spans lie on each other. */
function assignTracks(entries: readonly WeekEntry[]): Map<WeekEntry, number> {
  const tracks = new Map<WeekEntry, number>();
  for (const lane of LANES) {
    const ends: number[] = [];
    const own = entries.filter((entry) => entry.lane === lane);
    for (const entry of own) {
      const notice = own.find((other) => other.id === entry.announced?.id);
      const shared = notice && tracks.get(notice);
      if (shared !== undefined) {
        tracks.set(entry, shared);
        continue;
      }
      const effect = own.find((other) => other.announced?.id === entry.id);
      const free = ends.findIndex((end) => end <= entry.from);
      const track = free < 0 ? ends.length : free;
      ends[track] = effect?.to ?? entry.to;
      tracks.set(entry, track);
    }
  }
  return tracks;
}

/** Before which entry of a day the moment falls; -1 when it falls on another day. */
function nowIndex(today: readonly WeekEntry[], date: string, known: number): number {
  const from = hourOf(date);
  if (known <= from || known > from + 24 || known >= WEEK_HOURS) return -1;
  const passed = today.filter((entry) => entry.hour !== null && entry.hour <= known).length;
  const hourless = today.filter((entry) => entry.hour === null).length;
  return passed > 0 || known === from + 24
    ? Math.max(hourless + passed, known === from + 24 ? today.length : 0)
    : Math.round(((known - from) / 24) * hourless);
}

function bandHead(
  date: string,
  zone: Zone,
  locale: Locale,
  width: number,
  font: number,
): Array<{ text: string; strong: boolean }> {
  const weekday = shortWeekday(date, locale);
  const day = formatDate(date, locale, 'day');
  const title = locale === 'zh' ? `${day}${weekday}` : `${weekday} ${day}`;
  if (zone === 'beijing') return [{ text: title, strong: true }];
  const [from, to] = [hourOf(date), hourOf(date, '24:00')];
  return [
    { text: title, strong: true },
    ...wrap(
      WORDS[locale].dayInUtc(shortMoment(from, 'utc', locale), shortMoment(to, 'utc', locale)),
      width,
      font,
    ).map((text) => ({ text, strong: false })),
  ];
}
