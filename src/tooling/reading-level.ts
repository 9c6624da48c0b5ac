/**
 * Measures how hard each chapter is to read, and how long it is. Run by `npm run check:reading`; a
 * folder may be given instead of this one.
 *
 * Level: paragraphs and list items, with facts and dates as they are printed. Length: these and the
 * cells of tables, without headings, facts and dates, which nobody types. Chinese and pinyin in the
 * English are counted in neither.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Problem } from '../content/problem.ts';
import { describeProblem } from '../content/problem.ts';
import { printFrom, readProse, type Print } from '../content/prose.ts';
import { readLibrary, recordFiles } from '../content/read.ts';
import {
  chineseLevel,
  englishLevel,
  englishWords,
  hanCount,
  isRunning,
  READING_LIMITS,
  withoutGlosses,
} from '../content/reading-level.ts';

const root = resolve(process.argv[2] ?? '.');
const { library } = readLibrary(root);
const nothing: Print = () => '';
const problems: Problem[] = [];

function told(file: string, wrong: boolean, what: string, mend: string): void {
  if (wrong) problems.push({ file, what, mend });
}

const row = (cells: readonly string[]) =>
  cells.map((cell, at) => (at === 0 ? cell.padEnd(26) : cell.padStart(8))).join('');

console.log(row(['', '汉字', '均长', '最长', 'words', 'mean', 'grade']));
const chapters = recordFiles(root, 'chapters').sort((a, b) => (a.file < b.file ? -1 : 1));
for (const { file } of chapters) {
  const folder = file.replace(/\/chapter\.yaml$/, '');
  const zhFile = `${folder}/zh.mdx`;
  const enFile = `${folder}/en.mdx`;
  // `check:content` tells of a twin that is missing.
  if (!existsSync(join(root, zhFile)) || !existsSync(join(root, enFile))) continue;
  const zhSource = readFileSync(join(root, zhFile), 'utf8');
  const enSource = readFileSync(join(root, enFile), 'utf8');
  const running = (source: string, locale: 'zh' | 'en') =>
    readProse(source, printFrom(library, locale))
      .filter(isRunning)
      .map(({ text }) => text);
  const typed = (source: string) =>
    readProse(source, nothing).filter(({ kind }) => kind !== 'heading');

  const zh = chineseLevel(running(zhSource, 'zh'));
  const en = englishLevel(running(enSource, 'en'));
  const han = typed(zhSource).reduce((sum, { text }) => sum + hanCount(text), 0);
  const words = typed(enSource).reduce(
    (sum, { text }) => sum + englishWords(withoutGlosses(text)).length,
    0,
  );
  console.log(
    row([
      folder.replace('content/chapters/', ''),
      String(han),
      zh.meanSentence.toFixed(1),
      String(zh.longest.length),
      String(words),
      en.meanSentence.toFixed(1),
      en.grade.toFixed(1),
    ]),
  );

  const [minHan, maxHan] = READING_LIMITS.zhHan;
  const [minWords, maxWords] = READING_LIMITS.enWords;
  told(
    zhFile,
    zh.meanSentence > READING_LIMITS.zhMean,
    `a sentence has ${zh.meanSentence.toFixed(1)} characters on average`,
    `shorten to ${READING_LIMITS.zhMean}; the longest has ${zh.longest.length}: ${zh.longest.text}`,
  );
  told(
    zhFile,
    han < minHan || han > maxHan,
    `has ${han} Han characters`,
    `keep it between ${minHan} and ${maxHan}`,
  );
  told(
    enFile,
    en.grade > READING_LIMITS.grade,
    `its Flesch–Kincaid grade is ${en.grade.toFixed(1)}`,
    `write shorter sentences and words, down to ${READING_LIMITS.grade}`,
  );
  told(
    enFile,
    words < minWords || words > maxWords,
    `has ${words} words`,
    `keep it between ${minWords} and ${maxWords}`,
  );
}

if (problems.length > 0) {
  console.error(problems.map(describeProblem).join('\n'));
  console.error(`\n${problems.length} out of bounds`);
  process.exitCode = 1;
}
