import { LOCALE_IDS } from '../i18n/locales.ts';
import { RECORD_COLLECTIONS } from './addressed.ts';
import type { ChapterText, PairedBlock, PairedSection } from './chapters.ts';
import {
  blockId,
  fitsLock,
  LOCK_FILE,
  type Lock,
  type LockedBlock,
  type LockedChapter,
  type LockedSection,
} from './lock.ts';
import type { Problem } from './problem.ts';
import type { Library } from './read.ts';

/** Ids of everything that has an address of its own, as the content stands now. */
function presentRecords(library: Library, figureIds: readonly string[]): Record<string, string[]> {
  const records: Record<string, string[]> = { figures: [...figureIds].sort() };
  for (const collection of RECORD_COLLECTIONS)
    records[collection] = [...library[collection].keys()].sort();
  return records;
}

/**
 * Published addresses that have vanished, and text whose blocks are not numbered yet. A vanished
 * address is mended by bringing the id back, or by an entry in content/redirects.yaml.
 */
export function checkLock(
  library: Library,
  chapters: readonly ChapterText[],
  figureIds: readonly string[],
  lock: Lock,
  redirects: ReadonlyMap<string, string> = new Map(),
): Problem[] {
  const problems: Problem[] = [];
  const gone = (what: string, address: string) => {
    if (!redirects.has(address))
      problems.push({
        file: LOCK_FILE,
        where: address,
        what: `${what} was published and is gone`,
        mend: `bring the id back, or add to content/redirects.yaml: "${address}": "<where it stands now>"`,
      });
  };
  for (const [slug, locked] of Object.entries(lock.chapters)) {
    const chapter = chapters.find((one) => one.slug === slug);
    if (!chapter) {
      gone('the chapter', slug);
      continue;
    }
    if (chapter.number !== locked.number)
      problems.push({
        file: `${chapter.folder}/chapter.yaml`,
        where: 'number',
        what: `the chapter was published as number ${locked.number}; its paragraphs carry that number`,
        mend: 'leave the number as it was',
      });
    for (const section of locked.sections)
      if (!chapter.sections.some((one) => one.id === section.id))
        gone('the section', `${slug}#${section.id}`);
    if (!fitsLock(chapter.sections, locked.sections))
      problems.push({
        file: chapter.folder,
        what: 'its blocks are not those of the lock file',
        mend: 'run npm run stamp: new blocks get a number such as 12a, and the others keep theirs',
      });
  }
  for (const chapter of chapters)
    if (!(chapter.slug in lock.chapters))
      problems.push({
        file: chapter.folder,
        what: 'a chapter without permanent numbers',
        mend: 'run npm run stamp',
      });
  const present = presentRecords(library, figureIds);
  for (const [collection, ids] of Object.entries(lock.records))
    for (const id of ids)
      if (!present[collection]?.includes(id)) gone(`the record`, `${collection}/${id}`);
  for (const [collection, ids] of Object.entries(present))
    for (const id of ids)
      if (!lock.records[collection]?.includes(id))
        problems.push({
          file: LOCK_FILE,
          where: `${collection}/${id}`,
          what: 'a record that is not in the lock file',
          mend: 'run npm run stamp',
        });
  return problems;
}

export class StampError extends Error {}

/**
 * The lock as it should be now. Blocks keep their numbers wherever they moved within their
 * section; a new block takes the number before it and a letter. A section of which one language
 * changed alone keeps its old hashes, and so its mark, until it is named in `reviewed`.
 * @param reviewed sections held against their twins by an editor, as `slug#section`
 * @param retired addresses given up on purpose, as in content/redirects.yaml
 * @throws StampError when a published block vanished without a redirect
 */
export function stamp(
  library: Library,
  chapters: readonly ChapterText[],
  figureIds: readonly string[],
  lock: Lock,
  reviewed: ReadonlySet<string>,
  retired: ReadonlySet<string>,
): Lock {
  const stamped: Lock = { chapters: {}, records: {}, pages: lock.pages };
  for (const chapter of chapters) {
    const locked = lock.chapters[chapter.slug];
    stamped.chapters[chapter.slug] = locked
      ? restamp(chapter, locked, reviewed, retired)
      : firstStamp(chapter);
  }
  const present = presentRecords(library, figureIds);
  for (const [collection, ids] of Object.entries(present)) {
    const kept = (lock.records[collection] ?? []).filter(
      (id) => !retired.has(`${collection}/${id}`),
    );
    stamped.records[collection] = [...new Set([...kept, ...ids])].sort();
  }
  return stamped;
}

function freshBlock(block: PairedBlock, n: string): LockedBlock {
  return { n, kind: block.kind, zh: block.blocks.zh.hash, en: block.blocks.en.hash };
}

function firstStamp(chapter: ChapterText): LockedChapter {
  let n = 0;
  return {
    number: chapter.number,
    sections: chapter.sections.map((section) => ({
      id: section.id,
      blocks: section.blocks.map((block) => {
        n += 1;
        return freshBlock(block, String(n));
      }),
    })),
  };
}

function restamp(
  chapter: ChapterText,
  locked: LockedChapter,
  reviewed: ReadonlySet<string>,
  retired: ReadonlySet<string>,
): LockedChapter {
  const taken = new Set(
    locked.sections.flatMap((section) => section.blocks.map((block) => block.n)),
  );
  let previous = '0';
  const sections = chapter.sections.map((section): LockedSection => {
    const old = locked.sections.find((one) => one.id === section.id)?.blocks ?? [];
    const pairs = align(section, old);
    const lost = old.filter(
      (block) =>
        !pairs.includes(block) &&
        !retired.has(`${chapter.slug}#${blockId(chapter.number, block.n)}`),
    );
    if (lost.length > 0)
      throw new StampError(
        `${chapter.folder}, section ${section.id}: published block ${lost.map((block) => blockId(chapter.number, block.n)).join(', ')} is gone; ` +
          'bring it back, or say in content/redirects.yaml where its readers should go',
      );
    const blocks = section.blocks.map((block, index): LockedBlock => {
      const twin = pairs[index];
      const n = twin?.n ?? nextNumber(previous, taken);
      taken.add(n);
      previous = n;
      const now = freshBlock(block, n);
      if (!twin) return now;
      const changed = LOCALE_IDS.filter((locale) => now[locale] !== twin[locale]);
      const alone = changed.length === 1 && !reviewed.has(`${chapter.slug}#${section.id}`);
      return alone ? { ...now, zh: twin.zh, en: twin.en } : now;
    });
    return { id: section.id, blocks };
  });
  return { number: chapter.number, sections };
}

/** nextNumber('12', …) // => '12a', or '12b' where 12a is taken */
function nextNumber(after: string, taken: ReadonlySet<string>): string {
  const whole = after.replace(/[a-z]$/, '');
  for (const letter of 'abcdefghijklmnopqrstuvwxyz')
    if (!taken.has(whole + letter)) return whole + letter;
  throw new StampError(`no letter is left after block ${whole}; renumbering needs redirects`);
}

/**
 * For each block of a section the locked block it continues, or undefined for a new one. A block
 * whose text is unchanged in either language is recognised wherever it moved; an edited one by a
 * neighbour that it kept; what is left pairs up in order, kind by kind.
 */
function align(
  section: PairedSection,
  old: readonly LockedBlock[],
): Array<LockedBlock | undefined> {
  const now = section.blocks;
  const result: Array<LockedBlock | undefined> = now.map(() => undefined);
  const free = new Set(old);
  const pair = (index: number, block: LockedBlock | undefined): boolean => {
    if (!block || result[index] || !free.has(block) || block.kind !== now[index]?.kind)
      return false;
    result[index] = block;
    free.delete(block);
    return true;
  };
  for (const language of ['zh', 'en'] as const)
    for (const [index, block] of now.entries())
      pair(
        index,
        old.find((one) => free.has(one) && one[language] === block.blocks[language].hash),
      );
  const place = (block: LockedBlock | undefined) => (block ? old.indexOf(block) : -2);
  for (const index of now.keys())
    pair(index, index === 0 ? old[0] : old[place(result[index - 1]) + 1]);
  for (const index of [...now.keys()].reverse())
    pair(index, index === now.length - 1 ? old.at(-1) : old[place(result[index + 1]) - 1]);
  for (const index of now.keys())
    pair(
      index,
      old.find((one) => free.has(one) && one.kind === now[index]?.kind),
    );
  return result;
}
