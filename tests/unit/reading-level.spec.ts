import { expect, test } from '@playwright/test';
import { readProse } from '../../src/content/prose.ts';
import {
  chineseLevel,
  chineseSentences,
  englishLevel,
  englishSentences,
  englishWords,
  syllablesOf,
  withoutGlosses,
} from '../../src/content/reading-level.ts';

test('an English sentence of known counts gets the grade that the formula gives', () => {
  // Six words of one syllable each.
  const plain = englishLevel(['The cat sat on the mat.']);
  expect(plain).toMatchObject({ words: 6, sentences: 1, syllables: 6, meanSentence: 6 });
  expect(plain.grade).toBeCloseTo(0.39 * 6 + 11.8 - 15.59, 10);

  // Two sentences, nine words, thirteen syllables: min-ers buy ma-chines, pow-er costs them mon-ey.
  const two = englishLevel(['Miners buy machines. Power costs them money at night.']);
  expect(two).toMatchObject({ words: 9, sentences: 2, syllables: 13 });
  expect(two.grade).toBeCloseTo(0.39 * 4.5 + 11.8 * (13 / 9) - 15.59, 10);
});

test('the grade rises with longer sentences and longer words', () => {
  const grade = (text: string) => englishLevel([text]).grade;
  expect(grade('The state shut the farms and the coins went on.')).toBeGreaterThan(
    grade('The state shut the farms. The coins went on.'),
  );
  expect(grade('Administrative authorities discontinued operations.')).toBeGreaterThan(
    grade('The local offices stopped all the work.'),
  );
});

test('sentences end at a full stop, a question mark or an exclamation mark before a capital', () => {
  expect(englishSentences('Is it law? “No.” It is a draft; it binds nobody: not yet.')).toEqual([
    'Is it law?',
    '“No.”',
    'It is a draft; it binds nobody: not yet.',
  ]);
  expect(englishSentences('About 59.2 TWh a year, by notice No. 237 of the bank.')).toHaveLength(1);
});

test('a number, an amount and a hyphenated word are one word each', () => {
  expect(englishWords('About US$715 million, 1.08×10²³ tries, 3–5% a ready-made draft’s.')).toEqual(
    ['About', 'US$715', 'million', '1.08×10²³', 'tries', '3', '5%', 'a', 'ready-made', 'draft’s'],
  );
});

test('what has no spelling counts as it is read aloud', () => {
  expect(syllablesOf('1918')).toBe(4);
  expect(syllablesOf('70%')).toBe(4);
  expect(syllablesOf('NDRC')).toBe(4);
  expect(syllablesOf('ready-made')).toBe(3);
  expect(syllablesOf('difficulty')).toBe(4);
});

test('Chinese and pinyin are left out of the English', () => {
  expect(withoutGlosses('At Huobi (火币 Huǒbì) it is 打击 dǎjī, in brackets (so).')).toBe(
    'At Huobi it is , in brackets (so).',
  );
  expect(englishLevel(['At Huobi (火币 Huǒbì) it is 打击 dǎjī.']).words).toBe(4);
});

test('a Chinese sentence is measured in characters, a Latin word or a number as one', () => {
  expect(chineseSentences('谁说的？他说：“还没定。”后来变了；变了多少……不知道。')).toEqual([
    '谁说的？',
    '他说：“还没定。”',
    '后来变了；变了多少……',
    '不知道。',
  ]);
  expect(chineseLevel(['挖矿是抽签。每支签都用电来买。'])).toEqual({
    han: 13,
    sentences: 2,
    meanSentence: 6.5,
    longest: { length: 8, text: '每支签都用电来买。' },
  });
  // 2021, 5, IP and six Han characters.
  expect(chineseLevel(['2021年5月，屏蔽IP。']).longest.length).toBe(7);
});

test('headings and cells are told from running text, and printed facts stand in it', () => {
  const prose = readProse(
    [
      '## Title {#t}',
      '',
      'From <When id="e" form="day" /> on <Claim id="c">it is <Fact id="f" /></Claim>. <Source id="s" />',
      '',
      '- one',
      '',
      '| a | b |',
      '|---|---|',
      '| c | d |',
      '',
      '<Insight>',
      '',
      'Inside.',
      '',
      '</Insight>',
    ].join('\n'),
    (component, id, form) => `[${component} ${id} ${form ?? 'full'}]`,
  );
  expect(prose.map(({ kind, text, within, line }) => [kind, text, within, line])).toEqual([
    ['heading', 'Title', undefined, 1],
    ['paragraph', 'From [When e day] on it is [Fact f full].', undefined, 3],
    ['item', 'one', undefined, 5],
    ['cell', 'a', undefined, 7],
    ['cell', 'b', undefined, 7],
    ['cell', 'c', undefined, 9],
    ['cell', 'd', undefined, 9],
    ['paragraph', 'Inside.', 'Insight', 13],
  ]);
});
