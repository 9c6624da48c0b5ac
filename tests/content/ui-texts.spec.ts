import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { hanProblem } from '../../src/content/han.ts';
import { LOCALE_IDS } from '../../src/i18n/locales.ts';

const texts = (locale: string, part: string) =>
  JSON.parse(readFileSync(`content/ui/${locale}${part}.json`, 'utf8')) as Record<string, string>;

for (const part of ['', '.records']) {
  test(`the interface texts${part} stand in every language`, () => {
    const [first, ...others] = LOCALE_IDS.map((locale) => Object.keys(texts(locale, part)).sort());
    expect(first?.length).toBeGreaterThan(20);
    for (const other of others) expect(other).toEqual(first);
  });

  test(`the interface texts${part} take the same values in every language`, () => {
    const holes = (text: string) =>
      [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();
    const zh = texts('zh', part);
    const en = texts('en', part);
    const odd = Object.keys(zh).filter(
      (key) => holes(zh[key] ?? '').join() !== holes(en[key] ?? '').join(),
    );
    expect(odd).toEqual([]);
  });

  test(`the Chinese interface texts${part} are typed as Chinese is`, () => {
    const wrong = Object.entries(texts('zh', part)).filter(
      ([, text]) => hanProblem(text) !== undefined,
    );
    expect(wrong).toEqual([]);
  });
}
