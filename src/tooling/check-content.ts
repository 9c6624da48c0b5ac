/**
 * Holds everything in content/ to the promises of the site: schemas, references, twins, typing,
 * terms, permanent numbers. Run by `npm run check:content`; a folder may be given instead of this one.
 */
import { resolve } from 'node:path';
import { readChapters } from '../content/chapters.ts';
import { checkLock } from '../content/stamp.ts';
import { readLock } from '../content/lock.ts';
import { describeProblem } from '../content/problem.ts';
import { readLibrary } from '../content/read.ts';
import { readRedirects } from '../content/redirects.ts';
import { checkRegister } from '../content/register.ts';
import { checkTerminology, readTermExceptions } from '../content/terminology.ts';
import { siteTexts } from '../content/texts.ts';
import { figures } from '../figures/registry.ts';

const root = resolve(process.argv[2] ?? '.');
const { library, problems } = readLibrary(root);
const lock = readLock(root);
const read = readChapters(root, library, lock, new Set(figures.keys()));
const all = [
  ...problems,
  ...read.problems,
  ...checkRegister(library, read.chapters),
  ...checkTerminology(
    siteTexts(root, library, figures),
    library.glossary,
    readTermExceptions(root),
  ),
  ...checkLock(library, read.chapters, [...figures.keys()], lock, readRedirects(root)),
];

if (all.length > 0) {
  console.error(all.map(describeProblem).join('\n'));
  console.error(`\n${all.length} problem${all.length === 1 ? '' : 's'} in content/`);
  process.exitCode = 1;
} else {
  const counts = Object.entries(library).map(([name, records]) => `${records.size} ${name}`);
  console.log(`content/ holds: ${counts.join(', ')}; no problem found`);
  for (const chapter of read.chapters)
    for (const section of chapter.sections)
      if (section.revised.length > 0)
        console.log(
          `note: ${chapter.slug}#${section.id} changed in ${section.revised.join(', ')} alone; ` +
            `after holding both against each other run: npm run stamp -- ${chapter.slug}#${section.id}`,
        );
}
