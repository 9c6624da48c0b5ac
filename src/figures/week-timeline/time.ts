import { beijingInstant, formatDate } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locales.ts';

/**
 * The week's own clock: hours since 00:00 on 18 May 2021 in Beijing. Beijing is UTC+8 all year
 * round, so an hour of the week is the same length everywhere and no time zone data is needed.
 */

export type Zone = 'beijing' | 'utc';

export const WEEK_START = '2021-05-18';
export const WEEK_END = '2021-05-26';

const HOUR = 3_600_000;
const ORIGIN = beijingInstant(WEEK_START, '00:00');
/** Hours that the clock on the wall is ahead of UTC. */
const AHEAD: Record<Zone, number> = { beijing: 8, utc: 0 };

/**
 * Hours from the start of the week to a Beijing date and clock time.
 * hourOf('2021-05-24', '12:00') // => 156; hourOf('2021-05-26', '24:00') // => 216
 */
export function hourOf(date: string, time = '00:00'): number {
  return (beijingInstant(date, time) - ORIGIN) / HOUR;
}

/** Length of the week in hours, to 24:00 on its last day: 216. */
export const WEEK_HOURS = hourOf(WEEK_END, '24:00');

/** Beijing dates of the week, in order. */
export const WEEK_DAYS: readonly string[] = Array.from(
  { length: WEEK_HOURS / 24 },
  (_, day) => wall(day * 24, 'beijing').date,
);

/** Date and clock time with every midnight as 00:00, as an axis of hours counts it. */
export function wall(hour: number, zone: Zone): { date: string; time: string } {
  const iso = new Date(ORIGIN + Math.round(hour * 60) * 60_000 + AHEAD[zone] * HOUR).toISOString();
  return { date: iso.slice(0, 10), time: iso.slice(11, 16) };
}

/**
 * Date and clock time at an hour of the week. In Beijing a midnight is written as 24:00 of the day
 * that ends, as the notices of the week write it; in UTC as 00:00 of the day that begins.
 * clockAt(216, 'beijing') // => { date: '2021-05-26', time: '24:00' }
 * clockAt(216, 'utc') // => { date: '2021-05-26', time: '16:00' }
 */
export function clockAt(hour: number, zone: Zone): { date: string; time: string } {
  if (zone === 'beijing' && hour > 0 && hour % 24 === 0)
    return { date: wall(hour - 24, zone).date, time: '24:00' };
  return wall(hour, zone);
}

/** clockText(94, 'utc', 'en') // => '14:00 UTC'; clockText(94, 'beijing', 'en') // => '22:00' */
export function clockText(hour: number, zone: Zone, locale: Locale): string {
  return inZone(clockAt(hour, zone).time, zone, locale);
}

/** momentText(156, 'beijing', 'zh') // => '5月24日周一12:00' */
export function momentText(hour: number, zone: Zone, locale: Locale): string {
  const { date, time } = clockAt(hour, zone);
  const day = formatDate(date, locale, 'weekday');
  return inZone(locale === 'zh' ? `${day}${time}` : `${day}, ${time}`, zone, locale);
}

/** The same moment without the day of the week. shortMoment(94, 'utc', 'en') // => '21 May 14:00 UTC' */
export function shortMoment(hour: number, zone: Zone, locale: Locale): string {
  const { date, time } = clockAt(hour, zone);
  const day = formatDate(date, locale, 'day');
  return inZone(locale === 'zh' ? `${day}${time}` : `${day} ${time}`, zone, locale);
}

function inZone(text: string, zone: Zone, locale: Locale): string {
  if (zone === 'beijing') return text;
  return locale === 'zh' ? `UTC ${text}` : `${text} UTC`;
}

/** For a table: isoMoment(94, 'utc') // => '2021-05-21 14:00' */
export function isoMoment(hour: number, zone: Zone): string {
  const { date, time } = clockAt(hour, zone);
  return `${date} ${time}`;
}

/** 24:00 said the other way: nextMidnight('2021-05-26', 'en') // => '00:00 on 27 May' */
export function nextMidnight(date: string, locale: Locale): string {
  const next = formatDate(wall(hourOf(date, '24:00'), 'beijing').date, locale, 'day');
  return locale === 'zh' ? `${next}00:00` : `00:00 on ${next}`;
}
