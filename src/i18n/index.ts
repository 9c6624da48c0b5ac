import { createInstance, type TFunction } from 'i18next';
import enSite from '../../content/ui/en.json' with { type: 'json' };
import enRecords from '../../content/ui/en.records.json' with { type: 'json' };
import zhSite from '../../content/ui/zh.json' with { type: 'json' };
import zhRecords from '../../content/ui/zh.records.json' with { type: 'json' };
import { LOCALE_IDS, type Locale } from './locales.ts';

const zh = { ...zhSite, ...zhRecords };
const en = { ...enSite, ...enRecords };

/** tests/content/ui-texts.spec.ts holds that both languages have the same keys. */
export type UiKey = keyof typeof zh;

const instance = createInstance();
await instance.init({
  lng: 'zh',
  fallbackLng: false,
  supportedLngs: LOCALE_IDS,
  // Keys are flat and read like "chapter.next"; dots and colons are part of the name.
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  resources: { zh: { translation: zh }, en: { translation: en } },
  // A key without a text must stop the build, not show its own name to a reader.
  saveMissing: true,
  missingKeyHandler: (languages, _namespace, key) => {
    throw new Error(
      `content/ui/${languages.join(', ')}.json: no text for "${key}"; add it in every language`,
    );
  },
});

export type Translate = (key: UiKey, values?: Record<string, string | number>) => string;

/** The interface texts of one language. useTranslations('en')('chapter.next') // => 'Next chapter' */
export function useTranslations(locale: Locale): Translate {
  const t: TFunction = instance.getFixedT(locale);
  return (key, values) => t(key, values ?? {});
}
