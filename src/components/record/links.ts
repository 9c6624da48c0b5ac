/** Links from record to record, by the name a reader knows each by. */
import { get } from '../../content/index.ts';
import { formatDate } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locales.ts';
import { recordHref } from '../../i18n/paths.ts';

export interface Link {
  href: string;
  text: string;
}

export interface LinkGroup {
  label: string;
  links: readonly Link[];
}

/** Collections whose records have a page of their own to stand on. */
export type Linkable =
  'claims' | 'events' | 'facts' | 'firms' | 'glossary' | 'nodes' | 'papers' | 'places';

const NAMES: Readonly<Record<Linkable, (id: string, locale: Locale) => string>> = {
  claims: (id) => id,
  events: (id, locale) => {
    const event = get('events', id);
    return `${formatDate(event.date, locale)} ${event.title[locale]}`;
  },
  facts: (id, locale) => get('facts', id).label[locale],
  firms: (id, locale) => get('firms', id).name[locale],
  glossary: (id, locale) => get('glossary', id)[locale],
  nodes: (id, locale) => get('nodes', id).name[locale],
  papers: (id, locale) => get('papers', id).short[locale],
  places: (id, locale) => get('places', id).name[locale],
};

/** What a link to the record says. @throws UnknownIdError */
export function nameOf(collection: Linkable, id: string, locale: Locale): string {
  return NAMES[collection](id, locale);
}

/** Links to records of one collection, each once. @throws UnknownIdError */
export function linksTo(collection: Linkable, ids: Iterable<string>, locale: Locale): Link[] {
  return [...new Set(ids)].map((id) => ({
    href: recordHref(locale, collection, id),
    text: nameOf(collection, id, locale),
  }));
}
