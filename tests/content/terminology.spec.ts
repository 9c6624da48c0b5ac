import { spawnSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import type { Prose } from '../../src/content/prose.ts';
import { readLibrary } from '../../src/content/read.ts';
import {
  avoidedForms,
  checkTerminology,
  EXCEPTIONS_FILE,
  formPattern,
  readTermExceptions,
  type TermException,
} from '../../src/content/terminology.ts';
import { siteTexts, type SiteText } from '../../src/content/texts.ts';
import { figures } from '../../src/figures/registry.ts';
import type { Locale } from '../../src/i18n/locales.ts';
import { contentWith, dropContent } from '../support/content.ts';

const { library } = readLibrary('.');

const text = (locale: Locale, words: string, within?: Prose['within']): SiteText => ({
  kind: 'paragraph',
  within,
  text: words,
  line: 3,
  file: `content/chapters/01-sample/${locale}.mdx`,
  locale,
});

const told = (texts: SiteText[], exceptions: TermException[] = []) =>
  checkTerminology(texts, library.glossary, exceptions);

test('the texts of the site use no form that the glossary says to avoid', () => {
  const texts = [...siteTexts('.', library, figures)];
  expect(texts.length).toBeGreaterThan(3000);
  const problems = checkTerminology(texts, library.glossary, readTermExceptions('.'));
  expect(problems.map((one) => `${one.file}:${one.line ?? ''} ${one.what}`)).toEqual([]);
});

test('a form to avoid is told with file, line and the word to write', () => {
  const problems = told([
    text('zh', '矿工在那里开采比特币。'),
    text('en', 'They paid in virtual  coins there.'),
  ]);
  expect(problems.map(({ file, line }) => [file, line])).toEqual([
    ['content/chapters/01-sample/zh.mdx', 3],
    ['content/chapters/01-sample/en.mdx', 3],
  ]);
  expect(problems[0]?.mend).toContain('“挖矿”');
  expect(problems[1]?.mend).toContain('“virtual currency”');
});

test('an English form is found as words, not inside others', () => {
  const finds = (form: string, words: string) => formPattern(form, 'en').test(words);
  expect(finds('inland China', 'in mainland China')).toBe(false);
  expect(finds('inland China', 'In inland China')).toBe(true);
  expect(finds('crypto money', 'Crypto money')).toBe(true);
  expect(finds('bit coin', 'two bit coins')).toBe(true);
  expect(finds('BitCoin', 'Bitcoin')).toBe(false);
  expect(finds('BitCoin', 'BitCoin')).toBe(true);
});

test('a form with a condition is left to the human eye', () => {
  const all = [...library.glossary.values()].flatMap((term) => term.avoid.en);
  const searched = avoidedForms(library.glossary, 'en').length;
  expect(searched).toBe(all.filter((avoid) => avoid.when === undefined).length);
  expect(searched).toBeLessThan(all.length);
});

test('quotations and notes on the translation may hold any form', () => {
  expect(
    told([
      text('en', 'The article says “virtual coin” here.'),
      text('zh', '报道写“开采比特币”。'),
      text('zh', '不写开采比特币。', 'TransNote'),
    ]),
  ).toEqual([]);
  expect(told([text('zh', '不写开采比特币。', 'Insight')])).toHaveLength(1);
});

test('an exception holds for its words alone, and is told when they are gone', () => {
  const exception: TermException = {
    form: '区块连',
    where: 'content/chapters/01-sample/zh.mdx',
    words: '一个区块连手续费',
    reason: '两个词',
  };
  expect(told([text('zh', '一个区块连手续费都有。')], [exception])).toEqual([]);
  expect(told([text('zh', '一个区块连手续费都有，区块连。')], [exception])).toHaveLength(1);
  expect(told([text('zh', '没有了。')], [exception])).toMatchObject([{ file: EXCEPTIONS_FILE }]);
});

test('npm run check:content tells of a form to avoid', () => {
  const root = contentWith({
    'glossary/hash.yaml': (yaml) =>
      yaml.replace(/^avoid:[\s\S]*?(?=^\w)/m, '') +
      'avoid:\n  zh:\n    - form: 哈希数\n  en:\n    - form: hash number\n',
    'chapters/01-sample/en.mdx': (mdx) => mdx.replace('One more paragraph', 'One hash number'),
  });
  try {
    const run = spawnSync(process.execPath, ['src/tooling/check-content.ts', root], {
      encoding: 'utf8',
    });
    expect(run.stderr).toMatch(/01-sample\/en\.mdx:12 · “hash number” is a form to avoid/);
    expect(run.status).toBe(1);
  } finally {
    dropContent(root);
  }
});
