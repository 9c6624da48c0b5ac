import { formatDate, formatNumber, formatQuantity } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locales.ts';

/** To a number of significant digits. significant(68177, 2) // => 68000 */
export function significant(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}

/** Steps above those of everyday numbers, which only hashes reach. */
const LARGE: Record<Locale, ReadonlyArray<readonly [number, string]>> = {
  zh: [
    [1e20, '万亿亿'],
    [1e16, '亿亿'],
  ],
  en: [
    [1e21, ' billion trillion'],
    [1e18, ' million trillion'],
    [1e15, ' thousand trillion'],
  ],
};

/** A large count in words. roughly(1.0757e23, 'zh') // => '1080万亿亿' */
export function roughly(value: number, locale: Locale, digits = 3): string {
  const rounded = significant(value, digits);
  for (const [step, suffix] of LARGE[locale])
    if (rounded >= step) return formatNumber(significant(rounded / step, digits), locale) + suffix;
  return formatNumber(rounded, locale);
}

/** A count with all its digits. exactly(2021000000, 'en') // => '2,021,000,000' */
export function exactly(value: number, locale: Locale): string {
  return formatNumber(value, locale, { scale: 'plain' });
}

/** A hash rate. hashRate(5e5, 'zh') // => '50万 H/s'; hashRate(1.473e20, 'en') // => '147 EH/s' */
export function hashRate(perSecond: number, locale: Locale): string {
  const [step, unit] =
    perSecond >= 1e18
      ? ([1e18, 'EH/s'] as const)
      : perSecond >= 1e12
        ? ([1e12, 'TH/s'] as const)
        : ([1, 'H/s'] as const);
  return formatQuantity({ value: significant(perSecond / step, 3), unit }, locale);
}

const DURATIONS = [
  ['year', 31_557_600],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

const INSTANTS: ReadonlyArray<readonly [number, Record<Locale, string>]> = [
  [1e-9, { zh: '不到十亿分之一秒', en: 'less than a billionth of a second' }],
  [1e-6, { zh: '不到百万分之一秒', en: 'less than a millionth of a second' }],
  [1e-3, { zh: '不到千分之一秒', en: 'less than a thousandth of a second' }],
];

/** A length of time, rounded to two digits. duration(9.78e8, 'zh') // => '约31年' */
export function duration(seconds: number, locale: Locale): string {
  for (const [below, words] of INSTANTS) if (seconds < below) return words[locale];
  for (const [unit, length] of DURATIONS) {
    const value = significant(seconds / length, 2);
    if (value >= 1 || unit === 'second')
      return formatQuantity({ value, unit, hedgeWord: 'about' }, locale);
  }
  throw new RangeError(`seconds: expected a number, got ${String(seconds)}`);
}

/** Header time, in UTC. headerTime(1231006505, 'en') // => '3 January 2009, 18:15:05' */
export function headerTime(seconds: number, locale: Locale): string {
  const iso = new Date(seconds * 1000).toISOString();
  const day = formatDate(iso.slice(0, 10), locale);
  const time = iso.slice(11, 19);
  return locale === 'zh' ? day + time : `${day}, ${time}`;
}
