/** Small matters of wording that the reference pages share. */
import { fillFacts } from '../../content/index.ts';
import { formatDate } from '../../i18n/format.ts';
import { LOCALES, type Locale } from '../../i18n/locales.ts';
import type { Localized } from '../../schemas/common.ts';

/** A text of a record in the page's language, with its {{fact:id}} filled in. */
export function say(text: Localized, locale: Locale): string {
  return fillFacts(text[locale], locale);
}

/** What stands between the items of a list: 、 or a comma. */
export const BETWEEN: Readonly<Record<Locale, string>> = { zh: '、', en: ', ' };

/** What stands between items that may hold commas themselves. */
export const APART: Readonly<Record<Locale, string>> = { zh: '；', en: '; ' };

/** What stands between a label and what it labels. */
export const COLON: Readonly<Record<Locale, string>> = { zh: '：', en: ': ' };

/** What stands between sentences. */
export const GAP: Readonly<Record<Locale, string>> = { zh: '', en: ' ' };

/** Sorts texts as a dictionary of the language does: Chinese by pinyin, English by alphabet. */
export function inOrder(locale: Locale): (a: string, b: string) => number {
  return new Intl.Collator(LOCALES[locale].tag, { numeric: true }).compare;
}

/** The pinyin of a record; undefined for a headword in Latin letters, whose pinyin is a dash. */
export function pinyinOf(record: { pinyin?: string | undefined }): string | undefined {
  return record.pinyin !== undefined && /\p{L}/u.test(record.pinyin) ? record.pinyin : undefined;
}

/** A date as far as it is one, and any other phrase as it stands. */
export function dateText(date: string, locale: Locale): string {
  return /^\d{4}(?:-\d{2}){0,2}$/.test(date) ? formatDate(date, locale) : date;
}

const PRICE = /^(<\s*)?([\d.,]+(?:\s*[–→]\s*[\d.,]+)?)\s+(USD|CNY|KZT|US¢)\/kWh$/;

const PER_KWH: Readonly<Record<string, Record<Locale, (n: string) => string>>> = {
  USD: { zh: (n) => `${n}美元`, en: (n) => `US$${n}` },
  CNY: { zh: (n) => `${n}元`, en: (n) => `${n} yuan` },
  KZT: { zh: (n) => `${n}坚戈`, en: (n) => `${n} tenge` },
  'US¢': { zh: (n) => `${n}美分`, en: (n) => `${n} US cents` },
};

/**
 * A price of electricity as it was quoted, with its unit in the words of the language and no
 * conversion. priceText('0.04 USD/kWh', 'zh') // => '每千瓦时0.04美元'. A quote of another form
 * is returned unchanged.
 */
export function priceText(quote: string, locale: Locale): string {
  const match = PRICE.exec(quote);
  const spell = PER_KWH[match?.[3] ?? '']?.[locale];
  if (!match || !spell) return quote;
  const amount = (match[2] ?? '').replace(/\s+/g, '');
  if (locale === 'zh')
    return `每千瓦时${match[1] ? '不到' : ''}${spell(amount.replace('–', '至').replace('→', '升至'))}`;
  return `${match[1] ? 'under ' : ''}${spell(amount.replace('→', ', later '))} per kWh`;
}
