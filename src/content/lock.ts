import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A published block: its number in the chapter and the text of both languages when last reviewed together. */
export interface LockedBlock {
  /** 12 or 12a; the address is #p-<chapter>-<n>. */
  n: string;
  kind: string;
  zh: string;
  en: string;
}

export interface LockedSection {
  id: string;
  blocks: LockedBlock[];
}

export interface LockedChapter {
  number: number;
  sections: LockedSection[];
}

/**
 * Every address that was ever published. `npm run stamp` writes it, nobody edits it by hand; a
 * test fails when an address in it no longer leads anywhere.
 */
export interface Lock {
  chapters: Record<string, LockedChapter>;
  /** Ids of records and figures, by collection. */
  records: Record<string, string[]>;
  /** Addresses below /<locale>/, with a trailing slash. */
  pages: string[];
}

export const LOCK_FILE = 'content/permalinks.lock.json';

export function readLock(root: string): Lock {
  const file = join(root, LOCK_FILE);
  if (!existsSync(file)) return { chapters: {}, records: {}, pages: [] };
  return JSON.parse(readFileSync(file, 'utf8')) as Lock;
}

export function writeLock(root: string, lock: Lock): void {
  writeFileSync(join(root, LOCK_FILE), `${JSON.stringify(lock, null, 1)}\n`);
}

/** blockId(3, '12a') // => 'p-3-12a' */
export function blockId(chapter: number, n: string): string {
  return `p-${chapter}-${n}`;
}

/** The part of a section that decides its numbers; both the checks and the MDX plugin have it. */
export interface NumberedSection {
  id: string;
  blocks: ReadonlyArray<{ kind: string }>;
}

/** True when the lock holds exactly the blocks that the text has, in this order. */
export function fitsLock(
  sections: readonly NumberedSection[],
  locked: readonly LockedSection[],
): boolean {
  return (
    sections.length === locked.length &&
    sections.every((section, index) => {
      const twin = locked[index];
      return (
        twin?.id === section.id &&
        twin.blocks.length === section.blocks.length &&
        twin.blocks.every((block, at) => block.kind === section.blocks[at]?.kind)
      );
    })
  );
}

/** Numbers of the blocks, section by section: those of the lock, or a plain count before the first stamp. */
export function blockNumbers(
  sections: readonly NumberedSection[],
  locked: readonly LockedSection[],
): string[][] {
  const fits = fitsLock(sections, locked);
  let next = 0;
  return sections.map((section, index) =>
    section.blocks.map((_block, at) => {
      next += 1;
      return (fits ? locked[index]?.blocks[at]?.n : undefined) ?? String(next);
    }),
  );
}
