import { LOCALES, type Locale } from './locales.ts';
import { withUnit } from './units.ts';

export type HedgeWord =
  'about' | 'nearly' | 'over' | 'at-least' | 'under' | 'up-to' | 'more-than-half';

const HEDGES: Record<HedgeWord, Record<Locale, string>> = {
  about: { zh: '约', en: 'about ' },
  nearly: { zh: '近', en: 'nearly ' },
  over: { zh: '逾', en: 'over ' },
  'at-least': { zh: '至少', en: 'at least ' },
  under: { zh: '不到', en: 'under ' },
  'up-to': { zh: '至多', en: 'up to ' },
  'more-than-half': { zh: '过半，即', en: 'more than half, ' },
};

export interface NumberStyle {
  /** Fixed number of decimals after scaling; at most 4 significant decimals otherwise. */
  decimals?: number | undefined;
  /** auto writes 7.15亿 and 715 million; plain writes every digit. */
  scale?: 'auto' | 'plain' | undefined;
}

interface Scaled {
  value: number;
  suffix: string;
}

const STEPS: Record<Locale, ReadonlyArray<readonly [number, string]>> = {
  zh: [
    [1e16, '亿亿'],
    [1e12, '万亿'],
    [1e8, '亿'],
    [1e4, '万'],
  ],
  en: [
    [1e15, ' quadrillion'],
    [1e12, ' trillion'],
    [1e9, ' billion'],
    [1e6, ' million'],
  ],
};

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A number beyond words, as a power of ten. powerOfTen(1.0757e23) // => '1.08×10²³' */
function powerOfTen(value: number, locale: Locale): string {
  const exponent = Math.floor(Math.log10(Math.abs(value)));
  const mantissa = new Intl.NumberFormat(LOCALES[locale].tag, { maximumFractionDigits: 2 }).format(
    value / 10 ** exponent,
  );
  const power = [...String(exponent)].map((digit) => SUPERSCRIPTS[Number(digit)] ?? '').join('');
  return `${mantissa}×10${power}`;
}

function scaled(value: number, locale: Locale, style: NumberStyle): Scaled {
  if (style.scale === 'plain') return { value, suffix: '' };
  for (const [step, suffix] of STEPS[locale]) {
    if (Math.abs(value) >= step) {
      // 30,000 stays 30,000 in English and 3万 in Chinese; 43,210 stays whole in both, since
      // 4.321万 reads worse than the digits.
      const shortened = value / step;
      if (step === 1e4 && Math.abs(shortened * 100 - Math.round(shortened * 100)) > 1e-9) break;
      return { value: shortened, suffix };
    }
  }
  return { value, suffix: '' };
}

/** A number in the manner of the language. formatNumber(715e6, 'zh') // => '7.15亿' */
export function formatNumber(value: number, locale: Locale, style: NumberStyle = {}): string {
  if (style.scale !== 'plain' && Math.abs(value) >= 1e18) return powerOfTen(value, locale);
  const { value: shortened, suffix } = scaled(value, locale, style);
  const digits =
    style.decimals === undefined
      ? { maximumFractionDigits: Math.abs(shortened) >= 100 ? 1 : 3 }
      : { minimumFractionDigits: style.decimals, maximumFractionDigits: style.decimals };
  // A four-digit number carries a comma in English and none in Chinese.
  const useGrouping = locale === 'en' ? Math.abs(shortened) >= 1000 : Math.abs(shortened) >= 10000;
  const text = new Intl.NumberFormat(LOCALES[locale].tag, { ...digits, useGrouping }).format(
    shortened,
  );
  return text.replace('-', '−') + suffix;
}

/** A number with unit and limiting word. formatQuantity({value: 70, unit: 'percent', hedgeWord: 'nearly'}, 'zh') // => '近70%' */
export function formatQuantity(
  quantity: {
    value: number;
    unit: string;
    hedgeWord?: HedgeWord | undefined;
  } & NumberStyle,
  locale: Locale,
): string {
  const number = formatNumber(quantity.value, locale, quantity);
  const hedge = quantity.hedgeWord ? HEDGES[quantity.hedgeWord][locale] : '';
  return hedge + withUnit(number, quantity.unit, locale, quantity.value === 1);
}

/** A range. formatRange({low: 3, high: 5, unit: 'percent'}, 'en') // => '3–5%' */
export function formatRange(
  range: {
    low: number;
    high: number;
    unit: string;
    hedgeWord?: HedgeWord | undefined;
  } & NumberStyle,
  locale: Locale,
): string {
  const low = formatNumber(range.low, locale, range);
  const high = formatNumber(range.high, locale, range);
  const hedge = range.hedgeWord ? HEDGES[range.hedgeWord][locale] : '';
  // GB/T 15835 repeats the percent sign: 3%至5%.
  if (locale === 'zh' && range.unit === 'percent') return `${hedge}${low}%至${high}%`;
  return (
    hedge + withUnit(`${low}${locale === 'zh' ? '至' : '–'}${high}`, range.unit, locale, false)
  );
}

export type DateForm = 'full' | 'day' | 'weekday';

const MONTHS_EN = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const WEEKDAYS = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;

/**
 * A date as exact as it is given. formatDate('2021-05-21', 'en') // => '21 May 2021';
 * formatDate('2021-05', 'zh') // => '2021年5月'; form 'day' leaves the year out;
 * form 'weekday' puts the day of the week before it.
 * @throws on anything that is not YYYY, YYYY-MM or YYYY-MM-DD.
 */
export function formatDate(date: string, locale: Locale, form: DateForm = 'full'): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (!match) throw new Error(`"${date}" is not a date of the form YYYY, YYYY-MM or YYYY-MM-DD`);
  const [, year = '', monthText, dayText] = match;
  const month = monthText ? Number(monthText) : undefined;
  const day = dayText ? Number(dayText) : undefined;
  if (locale === 'zh') {
    const parts = [
      form === 'full' || month === undefined ? `${year}年` : '',
      month ? `${month}月` : '',
      day ? `${day}日` : '',
    ];
    const text = parts.join('');
    return form === 'weekday' && day ? `${text}${weekday(date, locale)}` : text;
  }
  const parts = [
    day ? String(day) : '',
    month ? (MONTHS_EN[month - 1] ?? '') : '',
    form === 'full' || month === undefined ? year : '',
  ];
  const text = parts.filter(Boolean).join(' ');
  return form === 'weekday' && day ? `${weekday(date, locale)} ${text}` : text;
}

function weekday(date: string, locale: Locale): string {
  return WEEKDAYS[locale][new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
}

/** Clock time in Beijing. formatTime('22:00', 'en') // => '22:00 Beijing time' */
export function formatTime(time: string, locale: Locale, zone = true): string {
  if (!zone) return time;
  return locale === 'zh' ? `北京时间${time}` : `${time} Beijing time`;
}

/**
 * The instant of a Beijing date and clock time, as milliseconds since 1970 (UTC). 24:00 is the end
 * of the day: beijingInstant('2021-05-26', '24:00') equals beijingInstant('2021-05-27', '00:00').
 */
export function beijingInstant(date: string, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return Date.parse(`${date}T00:00:00+08:00`) + (hours * 60 + minutes) * 60_000;
}

/** ISO date-time for `<time datetime>`; 24:00 becomes 00:00 of the next day. */
export function isoInstant(date: string, time: string | null): string {
  if (time === null || date.length < 10) return date;
  const beijing = new Date(beijingInstant(date, time) + 8 * 3_600_000);
  return `${beijing.toISOString().slice(0, 16)}+08:00`;
}
