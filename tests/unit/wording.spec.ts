import { expect, test } from '@playwright/test';
import { lintChinese, lintEnglish } from '../../src/tooling/wording.ts';

const chinese: ReadonlyArray<{ name: string; text: string; rule: string }> = [
  { name: 'a half-width comma', text: '他说,可以。', rule: 'zhlint' },
  {
    name: 'a half-width comma behind a number',
    text: '涨了5%,又跌了。',
    rule: 'zh-half-width-sign',
  },
  { name: 'a space between Chinese and Latin', text: '屏蔽 IP地址。', rule: 'zhlint' },
  { name: 'a space between Chinese characters', text: '打击 挖矿。', rule: 'zhlint' },
  { name: 'corner brackets', text: '说「好」。', rule: 'zhlint' },
  { name: 'a doubled sign', text: '已经停了。，后来又开。', rule: 'zh-doubled-sign' },
  { name: 'a dash of half the width', text: '矿机—会算的机器。', rule: 'zh-dash' },
  { name: 'three dots for an ellipsis', text: '后来…没有下文。', rule: 'zh-ellipsis' },
  { name: 'straight quotation marks', text: '"打击"二字。', rule: 'zh-straight-quote' },
  { name: 'a word twice', text: '会议的的通稿。', rule: 'zh-repeated-word' },
  { name: 'a quotation that does not end', text: '他说：“还没定。', rule: 'zh-unpaired' },
];

for (const { name, text, rule } of chinese)
  test(`${name} is marked in Chinese`, () => {
    expect(lintChinese(text).map((finding) => finding.rule)).toContain(rule);
  });

test('Chinese set by the house style is left alone', () => {
  for (const text of [
    '2021年5月21日，国务院金融委的会议提出，“打击比特币挖矿和交易行为”。',
    '蚂蚁矿机S19 Pro（用SHA-256）标称110\u00a0TH/s，约30,066美元，跌53.1%。',
    '“征求意见稿”译draft for comment——不译law。',
    '这是的确的事，是是非非；他不了解。',
    '—',
  ])
    expect(lintChinese(text)).toEqual([]);
});

const english: ReadonlyArray<{ name: string; text: string; rule: string }> = [
  { name: 'a word twice', text: 'This is the the draft.', rule: 'retext-repeated-words' },
  { name: 'a for an', text: 'It is a announcement.', rule: 'retext-indefinite-article' },
  { name: 'American spelling', text: 'The color of the center.', rule: 'retext-spell' },
  { name: 'a slip of the key', text: 'Three asociations said so.', rule: 'retext-spell' },
  { name: 'straight quotation marks', text: 'They "paused" it.', rule: 'retext-quotes' },
  { name: 'a missing apostrophe', text: 'It isnt law.', rule: 'retext-contractions' },
  { name: 'two spaces', text: 'One ended.  Another began.', rule: 'retext-sentence-spacing' },
];

for (const { name, text, rule } of english)
  test(`${name} is marked in English`, async () => {
    expect((await lintEnglish(text, new Set())).map((finding) => finding.rule)).toContain(rule);
  });

test('English set by the house style is left alone', async () => {
  for (const text of [
    'On 21 May 2021 a committee called for a crackdown on bitcoin mining.',
    'A 公告 gōnggào speaks to the public; Huobi (火币 Huǒbì) “paused” hosting for the time being.',
    'The S19 Pro uses SHA-256. The programme’s centre doesn’t say so.',
  ])
    expect(await lintEnglish(text, new Set(['Huobi', 'bitcoin']))).toEqual([]);
});
