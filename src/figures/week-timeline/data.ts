import type { Locale } from '../../i18n/locales.ts';
import type { Event } from '../../schemas/index.ts';
import { SHORT_LABELS } from './text.ts';
import { hourOf, WEEK_DAYS } from './time.ts';

export type Lane = NonNullable<Event['lane']>;

/** Lanes from top to bottom: those who rule, those who act under the rules, the price. */
export const LANES = [
  'central',
  'associations',
  'inner-mongolia',
  'exchanges',
  'platforms',
  'miners',
  'market',
] as const satisfies readonly Lane[];

/** How far others bear the record out; `paper-only` has The Paper's article and nothing else. */
export type Support = 'others' | 'partly' | 'unlinkable' | 'paper-only';

/** What the announcement of an effect is known by: hours of the week between which it was made. */
export interface Announcement {
  /** Entry of the announcement, or null where it was made on the day itself. */
  id: string | null;
  date: string;
  from: number;
  to: number;
}

/** An entry in the words of one language. */
export interface Entry {
  id: string;
  /** Address of the record. */
  href: string;
  lane: Lane;
  actor: string;
  title: string;
  /** Label of the drawing: shorter than the title, and without the hour that the axis shows. */
  label: string;
  state: Event['status']['state'];
  support: Support;
}

export interface WeekEntry extends Entry {
  /** Beijing day, YYYY-MM-DD, with its first and last hour of the week. */
  date: string;
  from: number;
  to: number;
  /** Hour of the week, or null when only the day is known. */
  hour: number | null;
  /** Present where the hour is that of the effect, which was announced before. */
  announced: Announcement | null;
}

export interface WeekData {
  /** In order of time; within a day those without an hour first, by lane. */
  entries: readonly WeekEntry[];
  /** Of the week, but without a day: shown apart, never on an hour. */
  undated: readonly Entry[];
  /** `_blank` in a frame, where a record would not have room. */
  target?: '_blank';
}

export interface WeekOptions {
  locale: Locale;
  /** Address of the record of an event. recordHref('…') // => '/zh/timeline/#…' */
  recordHref: (id: string) => string;
}

/**
 * Events whose clock time is that of an effect, with the event that announced it; null where the
 * notice is of the same day and its hour is not known.
 */
const EFFECTS: Readonly<Record<string, string | null>> = {
  '2021-05-26-mars-cloud-ip-block': null,
  '2021-05-26-bitdeer-ip-block': null,
  '2021-05-26-bitfufu-ip-block': '2021-05-25-bitfufu-announcement',
};

export const EFFECT_IDS: readonly string[] = Object.keys(EFFECTS);

export class WeekDataError extends Error {}

/**
 * What the figure draws, from plain event records: those with a lane and a day of the week, and
 * apart from them those with a lane and no day. Texts come in one language, so that an island
 * carries no more than its page shows.
 * @throws WeekDataError when the announcement of an effect is missing or later than the effect
 */
export function figureData(
  events: ReadonlyMap<string, Event> | ReadonlyArray<Event & { id: string }>,
  { locale, recordHref }: WeekOptions,
): WeekData {
  const records = new Map(
    Array.isArray(events)
      ? (events as ReadonlyArray<Event & { id: string }>).map((event) => [event.id, event] as const)
      : (events as ReadonlyMap<string, Event>),
  );
  const entries: WeekEntry[] = [];
  const undated: Entry[] = [];
  for (const [id, event] of records) {
    if (event.lane === undefined || event.hedge?.level === 'do-not-publish') continue;
    const entry: Entry = {
      id,
      href: recordHref(id),
      lane: event.lane,
      actor: event.actor[locale],
      title: event.title[locale],
      label: (SHORT_LABELS[id] ?? event.title)[locale],
      state: event.status.state,
      support: supportOf(event),
    };
    if (event.date.length < 10) undated.push(entry);
    else if (WEEK_DAYS.includes(event.date))
      entries.push({
        ...entry,
        date: event.date,
        from: hourOf(event.date),
        to: hourOf(event.date, '24:00'),
        hour: event.time === null ? null : hourOf(event.date, event.time),
        announced: event.time === null ? null : announcement(id, event, records),
      });
  }
  const rank = (entry: Entry) => LANES.indexOf(entry.lane);
  entries.sort(
    (a, b) =>
      a.from - b.from ||
      (a.hour ?? a.from) - (b.hour ?? b.from) ||
      rank(a) - rank(b) ||
      (a.id < b.id ? -1 : 1),
  );
  undated.sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
  return { entries, undated };
}

function announcement(
  id: string,
  event: Event,
  records: ReadonlyMap<string, Event>,
): Announcement | null {
  const by = EFFECTS[id];
  if (by === undefined) return null;
  if (by === null)
    return {
      id: null,
      date: event.date,
      from: hourOf(event.date),
      to: hourOf(event.date, '24:00'),
    };
  const notice = records.get(by);
  if (!notice)
    throw new WeekDataError(
      `${id} was announced by ${by}, which is no event; mend EFFECTS in src/figures/week-timeline/data.ts`,
    );
  if (notice.date.length < 10 || notice.date > event.date)
    throw new WeekDataError(`${id} of ${event.date} is announced by ${by} of ${notice.date}`);
  const hour = notice.time === null ? null : hourOf(notice.date, notice.time);
  return {
    id: by,
    date: notice.date,
    from: hour ?? hourOf(notice.date),
    to: hour ?? hourOf(notice.date, '24:00'),
  };
}

function supportOf(event: Event): Support {
  if (event.hedge?.level === 'seed-only' || !event.verified) return 'paper-only';
  if (event.hedge?.level === 'unlinkable') return 'unlinkable';
  if (event.hedge?.level === 'partly') return 'partly';
  return 'others';
}

/**
 * What a reader of the news could know of an entry at an hour of the week.
 * known: it had happened, or its day was over. open: of that very day, at an hour not known.
 * announced: made public, not yet in effect. later: still to come.
 */
export type Knowledge = 'known' | 'open' | 'announced' | 'later';

/** An entry without an hour counts as known at the end of its day, not before. */
export function knowledgeAt(entry: WeekEntry, now: number): Knowledge {
  if (entry.hour === null) return within(entry.from, entry.to, now);
  if (now >= entry.hour) return 'known';
  if (entry.announced === null) return 'later';
  const notice = within(entry.announced.from, entry.announced.to, now);
  return notice === 'known' ? 'announced' : notice;
}

function within(from: number, to: number, now: number): Knowledge {
  if (now >= to) return 'known';
  return now > from ? 'open' : 'later';
}

/** Entries by what was known of them. Undated entries are not counted. */
export function countKnown(data: WeekData, now: number): Record<Knowledge, number> {
  const counts: Record<Knowledge, number> = { known: 0, open: 0, announced: 0, later: 0 };
  for (const entry of data.entries) counts[knowledgeAt(entry, now)] += 1;
  return counts;
}
