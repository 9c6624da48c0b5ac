/**
 * The one place that lists the languages. To add one: a row here, `content/ui/<locale>.json`, and a
 * column in every record; the build then names each record that still lacks it.
 */
export const LOCALES = {
  zh: { tag: 'zh-CN', name: '中文', short: '中', dir: 'ltr', og: 'zh_CN' },
  en: { tag: 'en', name: 'English', short: 'EN', dir: 'ltr', og: 'en_GB' },
} as const;

export type Locale = keyof typeof LOCALES;

export const LOCALE_IDS = Object.keys(LOCALES) as Locale[];

export function isLocale(value: string): value is Locale {
  return value in LOCALES;
}

/** The language that the switch leads to. otherLocale('zh') // => 'en' */
export function otherLocale(locale: Locale): Locale {
  return locale === 'zh' ? 'en' : 'zh';
}
