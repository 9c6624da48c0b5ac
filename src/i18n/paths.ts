import type { Locale } from './locales.ts';

const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/**
 * A root-relative address on this site, honouring the base path of the deployment.
 * href('zh', 'claims/', 'c13') // => '/zh/claims/#c13'
 */
export function href(locale: Locale, path = '', fragment?: string): string {
  return `${base}/${locale}/${path}${fragment ? `#${fragment}` : ''}`;
}

/** An address outside the languages. rootHref('go/c13/') // => '/go/c13/' */
export function rootHref(path = ''): string {
  return `${base}/${path}`;
}

/** Where the record of a collection stands. recordHref('zh', 'facts', …) has no page of its own and throws. */
export function recordHref(locale: Locale, collection: string, id: string): string {
  const page = RECORD_PAGES[collection];
  if (!page) throw new Error(`records of ${collection} have no page`);
  return href(locale, page, id);
}

/** Reference page of each collection whose records can be linked. */
export const RECORD_PAGES: Readonly<Record<string, string>> = {
  claims: 'claims/',
  events: 'timeline/',
  facts: 'facts/',
  firms: 'firms/',
  glossary: 'glossary/',
  nodes: 'chain/',
  papers: 'papers/',
  places: 'places/',
  sources: 'sources/',
};
