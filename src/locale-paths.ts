import { LOCALE_IDS, type Locale } from './i18n/locales.ts';

/** For getStaticPaths of a page that stands once in each language. */
export const localePaths = () =>
  LOCALE_IDS.map((locale) => ({ params: { locale }, props: { locale } }));

/** For getStaticPaths of a page that stands once for each id in each language. */
export const localePathsFor = <T extends string>(name: T, ids: Iterable<string>) =>
  [...ids].flatMap((id) =>
    LOCALE_IDS.map((locale: Locale) => ({
      params: { locale, [name]: id } as Record<T | 'locale', string>,
      props: { locale, id },
    })),
  );
