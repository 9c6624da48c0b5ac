import type { UiKey } from '../../i18n/index.ts';

/** The reference pages, in the order of the menu. */
export const REFERENCE_PAGES: ReadonlyArray<{ path: string; title: UiKey; lead: UiKey }> = [
  { path: 'timeline/', title: 'timeline.title', lead: 'timeline.lead' },
  { path: 'papers/', title: 'papers.title', lead: 'papers.lead' },
  { path: 'claims/', title: 'claims.title', lead: 'claims.lead' },
  { path: 'coverage/', title: 'coverage.title', lead: 'coverage.lead' },
  { path: 'firms/', title: 'firms.title', lead: 'firms.lead' },
  { path: 'chain/', title: 'chain.title', lead: 'chain.lead' },
  { path: 'places/', title: 'places.title', lead: 'places.lead' },
  { path: 'glossary/', title: 'glossary.title', lead: 'glossary.lead' },
  { path: 'facts/', title: 'facts.title', lead: 'facts.lead' },
  { path: 'figures/', title: 'figures.title', lead: 'figures.lead' },
  { path: 'sources/', title: 'sources.title', lead: 'sources.lead' },
  { path: 'about/', title: 'about.title', lead: 'about.lead' },
];

/** The entry of a reference page by its address. @throws when there is none */
export function referencePage(path: string): (typeof REFERENCE_PAGES)[number] {
  const page = REFERENCE_PAGES.find((one) => one.path === path);
  if (!page) throw new Error(`no reference page at ${path}`);
  return page;
}
