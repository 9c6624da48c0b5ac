/** Every id that has an address of its own, and where it leads in each language. */
import { all, chapters, get, redirects } from './content/index.ts';
import { readAddress, type Address } from './content/redirects.ts';
import type { CollectionName } from './schemas/index.ts';
import { figures } from './figures/registry.ts';
import { RECORD_PAGES } from './i18n/paths.ts';
import type { Localized } from './schemas/common.ts';

export interface Permalink {
  /** Part of the address behind /go/. */
  id: string;
  title: Localized;
  /** Address below /<locale>/. */
  path: string;
  fragment?: string;
}

const titleOf: { [C in CollectionName]?: (id: string) => Localized } = {
  claims: (id) => get('claims', id).text,
  events: (id) => get('events', id).title,
  facts: (id) => get('facts', id).label,
  firms: (id) => get('firms', id).name,
  glossary: (id) => ({ zh: get('glossary', id).zh, en: get('glossary', id).en }),
  nodes: (id) => get('nodes', id).name,
  papers: (id) => get('papers', id).title,
  places: (id) => get('places', id).name,
  sources: (id) => get('sources', id).publisher,
};

/**
 * All permalinks. Chapters, sections and blocks of the text go by their plain id; a record whose
 * id is taken by another collection goes by collection and id (`firms-…`).
 * @throws when two things claim the same address
 */
export function permalinks(): Permalink[] {
  const links: Permalink[] = [];
  for (const chapter of chapters) {
    const title = get('chapters', chapter.slug).title;
    links.push({ id: chapter.slug, title, path: `${chapter.slug}/` });
    for (const section of chapter.sections) {
      links.push({
        id: `${chapter.slug}--${section.id}`,
        title: section.titles,
        path: `${chapter.slug}/`,
        fragment: section.id,
      });
      for (const block of section.blocks)
        links.push({
          id: block.id,
          title: { zh: `${title.zh} ${block.label}`, en: `${title.en} ${block.label}` },
          path: `${chapter.slug}/`,
          fragment: block.id,
        });
    }
    for (const id of get('chapters', chapter.slug).questions)
      links.push({
        id: `question-${id}`,
        title: get('questions', id).prompt,
        path: `${chapter.slug}/`,
        fragment: `question-${id}`,
      });
  }
  for (const figure of figures.values())
    links.push({ id: figure.id, title: figure.title, path: `figures/${figure.id}/` });
  for (const [collection, path] of Object.entries(RECORD_PAGES)) {
    const title = titleOf[collection as CollectionName];
    if (!title) throw new Error(`src/permalinks.ts: say how records of ${collection} are titled`);
    for (const { id } of all(collection as CollectionName))
      links.push({
        id: `${PREFIX[collection] ?? collection}-${id}`,
        title: title(id),
        path,
        fragment: id,
      });
  }
  for (const [from, to] of redirects) {
    const target = links.find((link) => link.id === permalinkId(readAddress(to)));
    if (!target)
      throw new Error(`content/redirects.yaml: "${from}" leads to "${to}", which does not exist`);
    links.push({ ...target, id: permalinkId(readAddress(from)) });
  }
  const taken = new Set<string>();
  for (const { id } of links) {
    if (taken.has(id)) throw new Error(`two things claim the address /go/${id}/; rename one`);
    taken.add(id);
  }
  return links;
}

/** The part of the address behind /go/ for a chapter, a place in it or a record. */
function permalinkId(address: Address): string {
  if (address.kind === 'record')
    return address.collection === 'figures'
      ? address.id
      : address.collection === 'questions'
        ? `question-${address.id}`
        : `${PREFIX[address.collection] ?? address.collection}-${address.id}`;
  const { slug, fragment } = address;
  if (fragment === undefined) return slug;
  return /^p-\d/.test(fragment) ? fragment : `${slug}--${fragment}`;
}

/** Singular names before the ids of records, so that collections cannot collide. */
const PREFIX: Readonly<Record<string, string>> = {
  claims: 'claim',
  events: 'event',
  facts: 'fact',
  firms: 'firm',
  glossary: 'term',
  nodes: 'node',
  papers: 'paper',
  places: 'place',
  sources: 'source',
};
