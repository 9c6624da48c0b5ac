import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readChapters } from '../../src/content/chapters.ts';
import { readLock } from '../../src/content/lock.ts';
import type { Problem } from '../../src/content/problem.ts';
import { readLibrary } from '../../src/content/read.ts';
import { checkRegister } from '../../src/content/register.ts';

export const GOOD_CONTENT = 'tests/fixtures/content';

/** The figures that the sample chapter may name. */
export const SAMPLE_FIGURES: ReadonlySet<string> = new Set(['hash-lab', 'week-timeline']);

/**
 * A copy of the sample content in a folder of its own, with files changed: a string replaces the
 * file, a function edits it, null deletes it.
 * @returns the root, whose `content/` holds the copy; remove it with `dropContent`
 */
export function contentWith(
  changes: Record<string, string | null | ((text: string) => string)> = {},
): string {
  const root = mkdtempSync(join(tmpdir(), 'content-'));
  cpSync(GOOD_CONTENT, join(root, 'content'), { recursive: true });
  for (const [path, change] of Object.entries(changes)) {
    const file = join(root, 'content', path);
    if (change === null) rmSync(file, { recursive: true });
    else {
      mkdirSync(dirname(file), { recursive: true });
      const text = typeof change === 'string' ? change : change(readFileSync(file, 'utf8'));
      writeFileSync(file, text);
    }
  }
  return root;
}

export function dropContent(root: string): void {
  rmSync(root, { recursive: true });
}

/** Every problem in the content below a root. */
export function problemsIn(root: string): Problem[] {
  const { library, problems } = readLibrary(root);
  const read = readChapters(root, library, readLock(root), SAMPLE_FIGURES);
  return [...problems, ...read.problems, ...checkRegister(library, read.chapters)];
}
