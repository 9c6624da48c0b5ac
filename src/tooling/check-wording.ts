/**
 * Reads every text of the site as a copy-editor would, in both languages. Run by
 * `npm run check:wording`; a folder may be given instead of this one.
 */
import { resolve } from 'node:path';
import { describeProblem } from '../content/problem.ts';
import { readLibrary } from '../content/read.ts';
import { siteTexts } from '../content/texts.ts';
import { figures } from '../figures/registry.ts';
import { checkWording, readWordingConfig } from './wording.ts';

const root = resolve(process.argv[2] ?? '.');
const { library } = readLibrary(root);
const texts = [...siteTexts(root, library, figures)];
const problems = await checkWording(texts, library, readWordingConfig(root));

if (problems.length > 0) {
  console.error(problems.map(describeProblem).join('\n'));
  console.error(`\n${problems.length} place${problems.length === 1 ? '' : 's'} to reword`);
  process.exitCode = 1;
} else console.log(`${texts.length} texts read, nothing to mend`);
