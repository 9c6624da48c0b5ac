/**
 * The only door to `content/`: every page, figure and export asks here, and an id that does not
 * exist throws. Nothing else imports `astro:content`.
 */
import { getCollection, getEntry, render } from 'astro:content';
import { figures } from '../figures/registry.ts';
import type { Locale } from '../i18n/locales.ts';
import type {
  Claim,
  CollectionName,
  Contradiction,
  Event,
  Fact,
  RecordOf,
  Source,
} from '../schemas/index.ts';
import { COLLECTIONS } from '../schemas/index.ts';
import { readChapters, type ChapterText, type PairedBlock } from './chapters.ts';
import { factText, type FactForm } from './fact-text.ts';
import { readLock } from './lock.ts';
import { ContentError } from './problem.ts';
import { readRedirects } from './redirects.ts';
import {
  factsInText,
  hasDanglingReference,
  readLibrary,
  suggestion,
  type Library,
} from './read.ts';

/** Astro runs every command from the root of the repository. */
const ROOT = process.cwd();

export type WithId<T> = T & { id: string };

async function load(): Promise<Library> {
  const library = {} as Record<CollectionName, ReadonlyMap<string, unknown>>;
  for (const name of Object.keys(COLLECTIONS) as CollectionName[]) {
    const entries = await getCollection(name);
    library[name] = new Map(
      entries.map((entry) => [entry.id, entry.data] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  }
  return library as unknown as Library;
}

export const library: Library = await load();
const lock = readLock(ROOT);
const read = readChapters(ROOT, library, lock, new Set(figures.keys()));
if (hasDanglingReference(library)) throw new ContentError(readLibrary(ROOT).problems);
if (read.problems.length > 0) throw new ContentError(read.problems);

/** Chapters in order, with their paired sections and blocks. */
export const chapters: readonly ChapterText[] = read.chapters;

/** Addresses given up on purpose, old to new. */
export const redirects = readRedirects(ROOT);

export class UnknownIdError extends Error {}

/**
 * The record with this id.
 * @throws UnknownIdError that names the nearest existing ids
 */
export function get<C extends CollectionName>(collection: C, id: string): WithId<RecordOf<C>> {
  const records = library[collection] as ReadonlyMap<string, RecordOf<C>>;
  const record = records.get(id);
  if (record === undefined)
    throw new UnknownIdError(
      `no record "${id}" in content/${collection}; ${suggestion(id, records)}`,
    );
  return { ...record, id };
}

/** Every record of a collection that may be shown, in the order of its ids. */
export function all<C extends CollectionName>(collection: C): Array<WithId<RecordOf<C>>> {
  const records = library[collection] as ReadonlyMap<string, RecordOf<C>>;
  return [...records]
    .filter(([, record]) => isPublic(record))
    .map(([id, record]) => ({ ...record, id }));
}

/** False for a record that the dossier keeps but says not to publish. */
export function isPublic(record: object): boolean {
  return !(
    'hedge' in record &&
    (record.hedge as { level?: string } | undefined)?.level === 'do-not-publish'
  );
}

/** The chapter with this slug. @throws UnknownIdError */
export function chapterText(slug: string): ChapterText {
  const found = chapters.find((chapter) => chapter.slug === slug);
  if (!found) throw new UnknownIdError(`no chapter "${slug}" in content/chapters`);
  return found;
}

/** The rendered text of a chapter in one language, for a layout to frame. */
export async function renderChapter(slug: string, locale: Locale) {
  const entry = await getEntry('prose', `${slug}/${locale}`);
  if (!entry) throw new UnknownIdError(`no file ${locale}.mdx for the chapter "${slug}"`);
  return render(entry);
}

/** The rendered text of a page that is no chapter, such as `about`. */
export async function renderPage(name: string, locale: Locale) {
  const entry = await getEntry('pages', `${name}/${locale}`);
  if (!entry) throw new UnknownIdError(`no file content/pages/${name}/${locale}.mdx`);
  return render(entry);
}

export { factText, type FactForm };

/** Fills {{fact:id}} in a text of a record or a figure. */
export function fillFacts(text: string, locale: Locale): string {
  return text.replace(/\{\{fact:([^}]*)\}\}/g, (_match, id: string) =>
    factText(get('facts', id), locale),
  );
}

/** Facts that a text names, as records. */
export function factsNamedIn(text: string): Array<WithId<Fact>> {
  return factsInText(text).map((id) => get('facts', id));
}

/** Contradictions that concern a record. */
export function contradictionsAbout(
  collection: CollectionName,
  id: string,
): Array<WithId<Contradiction>> {
  return all('contradictions').filter((record) => record.about.includes(`${collection}/${id}`));
}

/** Events of the week of 18–26 May 2021, in order of time. */
export function byTime(events: ReadonlyArray<WithId<Event>>): Array<WithId<Event>> {
  return [...events].sort((a, b) =>
    a.date === b.date ? ((a.time ?? '99') < (b.time ?? '99') ? -1 : 1) : a.date < b.date ? -1 : 1,
  );
}

export interface Mention {
  chapter: ChapterText;
  block: PairedBlock;
}

const mentions = new Map<string, Mention[]>();
for (const chapter of chapters)
  for (const section of chapter.sections)
    for (const block of section.blocks)
      for (const key of new Set(
        block.blocks.zh.cites.map((cite) => `${cite.collection}/${cite.id}`),
      )) {
        const list = mentions.get(key) ?? [];
        list.push({ chapter, block });
        mentions.set(key, list);
      }

/** Paragraphs that cite a record: its way back into the text. */
export function mentionsOf(collection: CollectionName, id: string): readonly Mention[] {
  return mentions.get(`${collection}/${id}`) ?? [];
}

/** Claims about an event. */
export function claimsAbout(eventId: string): Array<WithId<Claim>> {
  return all('claims').filter((claim) => claim.event === eventId);
}

/** True when a page may link the source; copies and odd hosts are cited without a link. */
export function isLinkable(source: Source): source is Source & { url: string } {
  return source.url !== null;
}

/** Every source that the chapter rests on: cited by itself or through facts, claims, events and papers. */
export function sourcesOfChapter(slug: string): Set<string> {
  const ids = new Set<string>();
  for (const section of chapterText(slug).sections)
    for (const block of section.blocks)
      for (const cite of block.blocks.zh.cites) {
        if (cite.collection === 'sources') ids.add(cite.id);
        else if (cite.collection === 'facts')
          for (const s of get('facts', cite.id).sources) ids.add(s);
        else if (cite.collection === 'events')
          for (const s of get('events', cite.id).sources) ids.add(s);
        else if (cite.collection === 'claims') {
          const claim = get('claims', cite.id);
          for (const s of [...claim.confirmedBy, ...claim.contradictedBy]) ids.add(s);
        } else if (cite.collection === 'papers')
          for (const point of get('papers', cite.id).points)
            for (const s of point.sources) ids.add(s);
      }
  return ids;
}
