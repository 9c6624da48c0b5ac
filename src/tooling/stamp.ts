/**
 * Gives new blocks and records their permanent place in the lock file. Sections of which both
 * languages were held against each other are named: npm run stamp -- the-week#tuesday
 */
import { readChapters } from '../content/chapters.ts';
import { readLock, writeLock } from '../content/lock.ts';
import { ContentError } from '../content/problem.ts';
import { readLibrary } from '../content/read.ts';
import { readRedirects } from '../content/redirects.ts';
import { stamp, StampError } from '../content/stamp.ts';
import { figures } from '../figures/registry.ts';

const root = process.cwd();
try {
  const { library, problems } = readLibrary(root);
  const lock = readLock(root);
  const read = readChapters(root, library, lock, new Set(figures.keys()));
  if (problems.length + read.problems.length > 0)
    throw new ContentError([...problems, ...read.problems]);
  const reviewed = new Set(process.argv.slice(2));
  for (const name of reviewed) {
    const [slug, section] = name.split('#');
    const chapter = read.chapters.find((one) => one.slug === slug);
    if (!chapter?.sections.some((one) => one.id === section))
      throw new StampError(`no section "${name}"; write <chapter>#<section>`);
  }
  const next = stamp(
    library,
    read.chapters,
    [...figures.keys()],
    lock,
    reviewed,
    new Set(readRedirects(root).keys()),
  );
  writeLock(root, next);
  console.log('content/permalinks.lock.json is up to date');
} catch (error) {
  if (!(error instanceof ContentError || error instanceof StampError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
