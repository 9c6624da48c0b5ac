import { execFileSync, spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { describeProblem } from '../../src/content/problem.ts';
import { contentWith, dropContent, problemsIn } from '../support/content.ts';

type Changes = Parameters<typeof contentWith>[0];

/** What an editor must be told: the file, the line where one can be known, what, and the remedy. */
interface Expected {
  file: string;
  line?: number;
  where?: RegExp;
  what: RegExp;
  mend: RegExp;
}

const CASES: ReadonlyArray<{ name: string; changes: Changes; expected: Expected }> = [
  {
    name: 'a chapter whose twin is missing',
    changes: { 'chapters/01-sample/en.mdx': null },
    expected: {
      file: 'content/chapters/01-sample/en.mdx',
      what: /twin is missing/,
      mend: /write content/,
    },
  },
  {
    name: 'an unknown id in a record',
    changes: {
      'claims/c01.yaml': (text) => text.replace('facts: [sample-share]', 'facts: [sample-shar]'),
    },
    expected: {
      file: 'content/claims/c01.yaml',
      line: 11,
      where: /facts\.0/,
      what: /no record "sample-shar" in facts/,
      mend: /sample-share/,
    },
  },
  {
    name: 'an unknown id in the text',
    changes: {
      'chapters/01-sample/zh.mdx': (text) =>
        text.replace('Fact id="sample-share"', 'Fact id="sample-shares"'),
    },
    expected: {
      file: 'content/chapters/01-sample/zh.mdx',
      line: 3,
      where: /Fact/,
      what: /no record "sample-shares"/,
      mend: /sample-share/,
    },
  },
  {
    name: 'an unknown field',
    changes: { 'facts/sample-share.yaml': (text) => `${text}colour: red\n` },
    expected: {
      file: 'content/facts/sample-share.yaml',
      what: /[Uu]nrecognized key.*colour/,
      mend: /remove colour/,
    },
  },
  {
    name: 'a missing field',
    changes: { 'facts/sample-share.yaml': (text) => text.replace("asOf: '2021-05'\n", '') },
    expected: {
      file: 'content/facts/sample-share.yaml',
      where: /asOf/,
      what: /expected string/,
      mend: /add this field/,
    },
  },
  {
    name: 'a day that is not in the calendar',
    changes: {
      'events/2021-05-21-meeting.yaml': (text) =>
        text.replace("date: '2021-05-21'", "date: '2021-02-30'"),
    },
    expected: {
      file: 'content/events/2021-05-21-meeting.yaml',
      line: 1,
      where: /date/,
      what: /no such day/,
      mend: /./,
    },
  },
  {
    name: 'a fact without a source',
    changes: {
      'facts/sample-share.yaml': (text) => text.replace('sources: [gazette]', 'sources: []'),
    },
    expected: {
      file: 'content/facts/sample-share.yaml',
      line: 8,
      where: /sources/,
      what: /needs a source/,
      mend: /./,
    },
  },
  {
    name: 'a copy that carries an address',
    changes: { 'sources/gazette.yaml': (text) => `${text}copy: { kind: repost, instead: [] }\n` },
    expected: {
      file: 'content/sources/gazette.yaml',
      where: /url/,
      what: /only a copy was seen must not carry a url/,
      mend: /./,
    },
  },
  {
    name: 'a section that stands in one language only',
    changes: { 'chapters/01-sample/en.mdx': (text) => `${text}\n## Extra {#extra}\n\nMore.\n` },
    expected: {
      file: 'content/chapters/01-sample/en.mdx',
      line: 14,
      where: /Extra/,
      what: /stands in this language only/,
      mend: /chapter\.yaml/,
    },
  },
  {
    name: 'a block that stands in one language only',
    changes: { 'chapters/01-sample/zh.mdx': (text) => `${text}\n多出来的一段。\n` },
    expected: {
      file: 'content/chapters/01-sample/zh.mdx',
      line: 14,
      where: /#unknown, block 2/,
      what: /languages part here/,
      mend: /same blocks/,
    },
  },
  {
    name: 'a block that cites a record in one language only',
    changes: {
      'chapters/01-sample/en.mdx': (text) => text.replace('<Term id="hash">hash</Term>', 'hash'),
    },
    expected: {
      file: 'content/chapters/01-sample/en.mdx',
      line: 3,
      what: /does not have <Term id="hash">/,
      mend: /same records/,
    },
  },
  {
    name: 'digits typed in the text',
    changes: {
      'chapters/01-sample/en.mdx': (text) => text.replace('One more', 'About 70% and one more'),
    },
    expected: {
      file: 'content/chapters/01-sample/en.mdx',
      line: 12,
      where: /70%/,
      what: /digits typed/,
      mend: /<Fact/,
    },
  },
  {
    name: 'full-width digits typed in the text',
    changes: { 'chapters/01-sample/zh.mdx': (text) => text.replace('还有一段', '还有７０段') },
    expected: { file: 'content/chapters/01-sample/zh.mdx', what: /digits typed/, mend: /<Fact/ },
  },
  {
    name: 'a line break between Chinese characters',
    changes: { 'chapters/01-sample/zh.mdx': (text) => text.replace('一段话，', '一段话，\n') },
    expected: {
      file: 'content/chapters/01-sample/zh.mdx',
      line: 3,
      what: /line break between Chinese/,
      mend: /one line/,
    },
  },
  {
    name: 'a typed space beside a Chinese character',
    changes: { 'chapters/01-sample/zh.mdx': (text) => text.replace('提到<Term', '提到 <Term') },
    expected: {
      file: 'content/chapters/01-sample/zh.mdx',
      line: 3,
      what: /typed space/,
      mend: /delete the space/,
    },
  },
  {
    name: 'a typed space in a Chinese record',
    changes: { 'facts/sample-share.yaml': (text) => text.replace('样例份额', '样例 份额') },
    expected: {
      file: 'content/facts/sample-share.yaml',
      line: 2,
      where: /label\.zh/,
      what: /typed space/,
      mend: /delete the space/,
    },
  },
  {
    name: 'half-width punctuation in Chinese',
    changes: { 'chapters/01-sample/zh.mdx': (text) => text.replace('一段话，', '一段话,') },
    expected: {
      file: 'content/chapters/01-sample/zh.mdx',
      line: 3,
      what: /half-width punctuation/,
      mend: /full-width/,
    },
  },
  {
    name: 'stars that Markdown does not close before Chinese text',
    changes: {
      'chapters/01-sample/zh.mdx': (text) => text.replace('还有一段', '**“重点”**是一段'),
    },
    expected: {
      file: 'content/chapters/01-sample/zh.mdx',
      line: 12,
      what: /stray \*\*/,
      mend: /outside the stars/,
    },
  },
  {
    name: 'a heading without an id',
    changes: { 'chapters/01-sample/en.mdx': (text) => text.replace(' {#first}', '') },
    expected: {
      file: 'content/chapters/01-sample/en.mdx',
      line: 1,
      where: /Beginning/,
      what: /heading without an id/,
      mend: /\{#id\}/,
    },
  },
  {
    name: 'an unknown component',
    changes: {
      'chapters/01-sample/en.mdx': (text) =>
        text.replace('<Figure id="hash-lab" />', '<Chart id="hash-lab" />'),
    },
    expected: {
      file: 'content/chapters/01-sample/en.mdx',
      line: 8,
      where: /<Chart>/,
      what: /no such component/,
      mend: /Fact/,
    },
  },
  {
    name: 'a reference inside a link',
    changes: {
      'chapters/01-sample/en.mdx': (text) =>
        text.replace('>hash</Term>', '>hash <Fact id="sample-share" /></Term>'),
    },
    expected: {
      file: 'content/chapters/01-sample/en.mdx',
      line: 3,
      where: /<Term>/,
      what: /cannot hold another/,
      mend: /end the outer/,
    },
  },
  {
    name: 'an unknown figure',
    changes: {
      'chapters/01-sample/en.mdx': (text) =>
        text.replace('<Figure id="hash-lab" />', '<Figure id="hash-lap" />'),
    },
    expected: {
      file: 'content/chapters/01-sample/en.mdx',
      line: 8,
      what: /no such figure/,
      mend: /hash-lab/,
    },
  },
  {
    name: 'broken YAML',
    changes: { 'facts/sample-share.yaml': (text) => text.replace('value: 70', 'value: [70') },
    expected: {
      file: 'content/facts/sample-share.yaml',
      line: 4,
      what: /not valid YAML/,
      mend: /correct the YAML/,
    },
  },
  {
    name: 'broken MDX',
    changes: { 'chapters/01-sample/en.mdx': (text) => text.replace('</Claim>', '') },
    expected: {
      file: 'content/chapters/01-sample/en.mdx',
      what: /not valid MDX/,
      mend: /close every tag/,
    },
  },
  {
    name: 'a question that points to no paragraph',
    changes: { 'questions/sample-question.yaml': (text) => text.replace('p-1-1', 'p-1-99') },
    expected: {
      file: 'content/questions/sample-question.yaml',
      where: /block/,
      what: /no paragraph p-1-99/,
      mend: /margin number/,
    },
  },
  {
    name: 'an answer that is too long',
    changes: {
      'chapters/01-sample/chapter.yaml': (text) =>
        text.replace('en: This is a sample.', `en: ${'word '.repeat(121)}`),
    },
    expected: {
      file: 'content/chapters/01-sample',
      where: /answer\.en/,
      what: /121 words/,
      mend: /within 120/,
    },
  },
];

test('the sample content itself has no problem', () => {
  const root = contentWith();
  try {
    expect(problemsIn(root).map(describeProblem)).toEqual([]);
  } finally {
    dropContent(root);
  }
});

for (const { name, changes, expected } of CASES)
  test(`an editor is told of ${name}`, () => {
    const root = contentWith(changes);
    try {
      const problems = problemsIn(root);
      const told = problems.find((problem) => expected.what.test(problem.what));
      expect(told, problems.map(describeProblem).join('\n')).toBeDefined();
      expect(told?.file).toBe(expected.file);
      if (expected.line !== undefined) expect(told?.line).toBe(expected.line);
      if (expected.where) expect(told?.where ?? '').toMatch(expected.where);
      expect(told?.mend ?? '').toMatch(expected.mend);
    } finally {
      dropContent(root);
    }
  });

test('names of things may hold digits', () => {
  const root = contentWith({
    'chapters/01-sample/en.mdx': (text) =>
      text.replace('One more', 'SHA-256, the S19 and the M30S++ in one more'),
  });
  try {
    expect(problemsIn(root).map(describeProblem)).toEqual([]);
  } finally {
    dropContent(root);
  }
});

test('the check ends with an error and loses nothing when content is bad', () => {
  const root = contentWith({ 'facts/sample-share.yaml': (text) => `${text}colour: red\n` });
  try {
    const run = spawnSync(process.execPath, ['src/tooling/check-content.ts', root], {
      encoding: 'utf8',
    });
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('content/facts/sample-share.yaml');
    // The file that was refused is as it was.
    expect(
      execFileSync('tail', ['-1', `${root}/content/facts/sample-share.yaml`], { encoding: 'utf8' }),
    ).toBe('colour: red\n');
  } finally {
    dropContent(root);
  }
});

test('the build stops at bad content and names the file', () => {
  test.setTimeout(120_000);
  const root = contentWith({
    'facts/sample-share.yaml': (text) => text.replace('unit: percent', 'unit: per cent'),
  });
  try {
    for (const name of [
      'src',
      'node_modules',
      'astro.config.mjs',
      'package.json',
      'tsconfig.json',
      'public',
    ])
      symlinkSync(resolve(name), `${root}/${name}`);
    const run = spawnSync(
      process.execPath,
      [resolve('node_modules/astro/bin/astro.mjs'), 'sync', '--root', root],
      {
        encoding: 'utf8',
        cwd: root,
      },
    );
    expect(run.status).not.toBe(0);
    expect(run.stdout + run.stderr).toMatch(/content\/facts\/sample-share\.yaml:\d+ · unit/);
  } finally {
    dropContent(root);
  }
});
