/**
 * Copy-editing by machine: zhlint for the Chinese, retext with a British dictionary for the English.
 * Both read the text as it is printed, block by block, and need no network. What they know is fixed
 * here; words and places that an editor has allowed stand in content/review/wording.yaml.
 */
import dictionary from 'dictionary-en-gb';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import retextContractions from 'retext-contractions';
import retextEnglish from 'retext-english';
import retextIndefiniteArticle from 'retext-indefinite-article';
import retextQuotes from 'retext-quotes';
import retextRedundantAcronyms from 'retext-redundant-acronyms';
import retextRepeatedWords from 'retext-repeated-words';
import retextSentenceSpacing from 'retext-sentence-spacing';
import retextSpell from 'retext-spell';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { parse } from 'yaml';
import { z } from 'zod';
import { run as zhlint, type Options as ZhlintOptions } from 'zhlint';
import { FOREIGN_WORDS, withoutBrackets } from '../content/reading-level.ts';
import { ContentError, type Problem } from '../content/problem.ts';
import type { Library } from '../content/read.ts';
import type { SiteText } from '../content/texts.ts';

export const WORDING_FILE = 'content/review/wording.yaml';

const schema = z.strictObject({
  words: z
    .array(z.string().regex(/^[\p{L}\p{N}’.-]+$/u))
    .describe('English words and names that the British dictionary lacks.'),
  exceptions: z.array(
    z.strictObject({
      rule: z.string().min(1).describe('Rule as the check names it.'),
      where: z.string().min(1).describe('File from the root of the repository.'),
      words: z.string().min(1).describe('The words concerned, as printed.'),
      reason: z.string().min(1).describe('Why they are right there.'),
    }),
  ),
});

export type WordingConfig = z.infer<typeof schema>;

/** @throws ContentError when the file is not what the schema asks for */
export function readWordingConfig(root: string): WordingConfig {
  const path = join(root, WORDING_FILE);
  const result = schema.safeParse(
    existsSync(path) ? parse(readFileSync(path, 'utf8')) : { words: [], exceptions: [] },
  );
  if (result.success) return result.data;
  throw new ContentError([
    {
      file: WORDING_FILE,
      what: result.error.issues.map((one) => `${one.path.join('.')}: ${one.message}`).join('; '),
      mend: 'write words, and exceptions with rule, where, words and reason',
    },
  ]);
}

/** One finding of a linter. */
export interface Finding {
  rule: string;
  what: string;
  /** The words concerned, with a little on either side. */
  excerpt: string;
}

function excerpt(text: string, start: number, end: number): string {
  return text.slice(Math.max(0, start - 10), end + 10).replace(/\s/gu, ' ');
}

/**
 * Rules of zhlint. Its preset wants a typed space between Chinese and Latin; ours forbids it
 * (`spaceBetweenMixedwidthContent: false`), since the style sheet sets that gap. Brackets are
 * full-width. Latin text inside a Chinese paragraph keeps its own spaces.
 */
const ZHLINT: ZhlintOptions = {
  rules: {
    preset: 'default',
    halfwidthPunctuation: '',
    fullwidthPunctuation: '，。：；？！“”‘’（）',
    adjustedFullwidthPunctuation: '',
    spaceBetweenMixedwidthContent: false,
  },
  // No Markdown: the text comes without its marks.
  hyperParse: [],
};

/** What zhlint lets pass: doubled signs, half signs, an odd number of quotation marks. */
const CHINESE_RULES: ReadonlyArray<{ rule: string; what: string; pattern: RegExp }> = [
  {
    rule: 'zh-doubled-sign',
    what: '标点重复',
    pattern: /([，。：；、])\1|！！|？？|[，、；：。][，、；。]|[，、；：][！？]/gu,
  },
  // A lone dash that opens a table cell stands for “nothing”.
  { rule: 'zh-dash', what: '破折号应为两个字宽（——）', pattern: /(?<!^|—)—(?!—|$)/gu },
  {
    rule: 'zh-ellipsis',
    what: '省略号应为六点（……）',
    pattern: /(?<=\p{Script=Han})…(?!…)|(?<!…)…(?=\p{Script=Han})|\.{3}|。。/gu,
  },
  { rule: 'zh-straight-quote', what: '引号应为“”‘’', pattern: /["']/gu },
  {
    rule: 'zh-half-width-sign',
    what: '中文里用全角标点',
    // Beside a Latin letter or a digit, where neither zhlint nor the reader of MDX looks.
    pattern:
      /(?<=\p{Script=Han}[\p{Script=Latin}\p{N}%]*)(?!(?<=\p{N}),(?=\p{N}))[,;!?](?=[\p{Script=Latin}\p{N}]*\p{Script=Han})/gu,
  },
  {
    rule: 'zh-repeated-word',
    what: '重复的字',
    pattern: /的的(?!确)|了了|是是(?!非)|在在|和和|把把|被被|就就|也也|不不/gu,
  },
];

const PAIRS = [
  ['“', '”'],
  ['‘', '’'],
  ['（', '）'],
  ['《', '》'],
] as const;

/** What a Chinese copy-editor would mark in one text. */
export function lintChinese(text: string): Finding[] {
  const findings: Finding[] = [];
  // The no-break space between a number and its unit comes from the formatter, not from an editor.
  const typed = text.replace(/(?<=\p{Script=Han})\u00a0/gu, '').replace(/\u00a0/gu, ' ');
  for (const { message, index, length } of zhlint(typed, ZHLINT).validations)
    findings.push({
      rule: 'zhlint',
      what: message,
      excerpt: excerpt(typed, index, index + length),
    });
  for (const { rule, what, pattern } of CHINESE_RULES)
    for (const match of text.matchAll(pattern))
      findings.push({
        rule,
        what,
        excerpt: excerpt(text, match.index, match.index + match[0].length),
      });
  for (const [open, close] of PAIRS)
    if (text.split(open).length !== text.split(close).length)
      findings.push({
        rule: 'zh-unpaired',
        what: `“${open}”与“${close}”不成对`,
        excerpt: text.slice(0, 30),
      });
  return findings;
}

/** Words that records of the site name, so that no editor must list them again. */
export function namesOf(library: Library): Set<string> {
  const names = new Set<string>();
  const add = (text: string | null | undefined) => {
    for (const word of text?.match(/[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}.’'&-]*/gu) ?? [])
      for (const part of [word, ...word.split('-')]) names.add(plain(part));
  };
  for (const firm of library.firms.values()) {
    add(firm.name.en);
    for (const former of firm.former) add(former);
    for (const person of firm.people) add(person.en);
  }
  for (const place of library.places.values()) add(place.name.en);
  for (const term of library.glossary.values())
    for (const text of [term.en, ...term.aliases.en]) add(text);
  for (const source of library.sources.values()) add(source.publisher.en);
  return names;
}

const plain = (word: string) =>
  word
    .normalize('NFC')
    .replace(/[’']s$/u, '')
    .replace(/[’']$/u, '')
    .replace(/’/gu, "'");

const english = unified()
  .use(retextEnglish)
  .use(retextRepeatedWords)
  .use(retextIndefiniteArticle)
  .use(retextContractions)
  .use(retextSentenceSpacing)
  .use(retextQuotes, { preferred: 'smart' })
  .use(retextRedundantAcronyms)
  .use(retextSpell, dictionary)
  .freeze();

/** Whether a word needs no dictionary: a name with a digit in it (*S19*), or known, part by part. */
function isKnown(word: string, known: ReadonlySet<string>): boolean {
  const has = (part: string) =>
    [part, part.toLowerCase()].some((one) => known.has(one) || known.has(one.replace(/s$/u, '')));
  return /\p{N}/u.test(word) || has(word) || word.split('-').every(has);
}

/**
 * What an English copy-editor would mark in one text: a word twice, a or an, straight quotation
 * marks, spacing, spelling by the British dictionary.
 * @param known words beyond the dictionary, without ’s
 */
export async function lintEnglish(text: string, known: ReadonlySet<string>): Promise<Finding[]> {
  // Chinese and pinyin are not spelt by this dictionary; a word stands in for them, since *a*, *an*
  // and the spaces around it must still be right.
  const own = withoutBrackets(text).replace(FOREIGN_WORDS, 'Mandarin');
  const file = new VFile(own);
  await english.run(english.parse(file), file);
  return file.messages.flatMap((message): Finding[] => {
    // It says only that the linter stops suggesting after thirty words.
    if (message.ruleId === 'overflow') return [];
    const rule = message.source ?? 'retext';
    const actual = message.actual ?? '';
    if (rule === 'retext-spell' && isKnown(plain(actual), known)) return [];
    const start =
      message.place && 'start' in message.place ? message.place.start.offset : undefined;
    const end = message.place && 'start' in message.place ? message.place.end.offset : undefined;
    return [
      {
        rule,
        what: message.reason,
        excerpt: start === undefined ? actual : excerpt(own, start, end ?? start),
      },
    ];
  });
}

/** Every finding in the texts that no editor has allowed, and every exception without its place. */
export async function checkWording(
  texts: Iterable<SiteText>,
  library: Library,
  { words, exceptions }: WordingConfig,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  const known = namesOf(library);
  for (const word of words) known.add(plain(word));
  const used = new Set<(typeof exceptions)[number]>();
  for (const { file, line, where, locale, text } of texts) {
    const findings = locale === 'zh' ? lintChinese(text) : await lintEnglish(text, known);
    for (const { rule, what, excerpt } of findings) {
      const excepted = exceptions.find(
        (one) => one.rule === rule && one.where === file && excerpt.includes(one.words),
      );
      if (excepted) {
        used.add(excepted);
        continue;
      }
      problems.push({
        file,
        line,
        where,
        what: `${what} (${rule}): …${excerpt}…`,
        mend: `correct it; or add the word or the place to ${WORDING_FILE}`,
      });
    }
  }
  for (const one of exceptions)
    if (!used.has(one))
      problems.push({
        file: WORDING_FILE,
        where: one.rule,
        what: `no such place any more in ${one.where}: ${one.words}`,
        mend: 'delete the exception, or correct it',
      });
  return problems;
}
