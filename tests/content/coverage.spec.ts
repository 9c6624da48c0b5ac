import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { checkCoverage, readCoverage } from '../../src/content/coverage.ts';
import { readOutline } from '../../src/content/outline.ts';
import { readLibrary, recordFiles } from '../../src/content/read.ts';
import { LOCALE_IDS } from '../../src/i18n/locales.ts';
import { SEED_PARAGRAPHS } from '../../src/schemas/coverage.ts';

const { library } = readLibrary('.');

test('every paragraph of the article is taken up by a chapter that says so', () => {
  const { paragraphs } = readCoverage('.', library);
  expect(paragraphs.map((entry) => entry.paragraph)).toEqual([...SEED_PARAGRAPHS]);
  const bare = paragraphs.filter(
    (entry) =>
      !entry.chapters.some((slug) => library.chapters.get(slug)?.seed.includes(entry.paragraph)),
  );
  expect(bare.map((entry) => entry.paragraph)).toEqual([]);
});

for (const locale of LOCALE_IDS)
  test(`every claim is cited by some chapter (${locale})`, () => {
    const cited = new Set<string>();
    for (const { file } of recordFiles('.', 'chapters')) {
      const text = file.replace('chapter.yaml', `${locale}.mdx`);
      const { sections } = readOutline(readFileSync(text, 'utf8'), text, locale);
      for (const section of sections)
        for (const block of section.blocks)
          for (const cite of block.cites) if (cite.collection === 'claims') cited.add(cite.id);
    }
    expect([...library.claims.keys()].filter((id) => !cited.has(id))).toEqual([]);
  });

test('a claim under the wrong paragraph, one left out and an unknown chapter are told', () => {
  const { paragraphs } = readCoverage('.', library);
  const wrong = paragraphs.map((entry) => ({
    ...entry,
    chapters: entry.paragraph === 'P4' ? ['no-such-chapter'] : entry.chapters,
    claims:
      entry.paragraph === 'P1'
        ? []
        : entry.paragraph === 'P3'
          ? ['c01', ...entry.claims.filter((id) => id !== 'c05')]
          : entry.claims,
  }));
  const told = checkCoverage({ paragraphs: wrong }, library).map(
    (problem) => `${problem.where ?? ''}: ${problem.what}`,
  );
  expect(told).toContain('P3: the claim c01 was taken from P1');
  expect(told).toContain('P3: the claim c05 is not listed');
  expect(told).toContain('P4: no chapter "no-such-chapter"');
  expect(checkCoverage({ paragraphs: paragraphs.slice(1) }, library)[0]?.what).toBe(
    'the paragraph is missing',
  );
});

test('the counts of the chapter on reading the news are those of the ledger', () => {
  const claims = [...library.claims.values()];
  const verdict = (name: string, of = claims) =>
    of.filter((claim) => claim.verdict === name).length;
  const unnamed = claims.filter((claim) => claim.speaker.kind === 'anonymous');
  const failed = verdict('overtaken') + verdict('contradicted');
  const counted = {
    'claims-total': claims.length,
    'claims-confirmed': verdict('confirmed'),
    'claims-overtaken': verdict('overtaken'),
    'claims-contradicted': verdict('contradicted'),
    'claims-reported-only': verdict('reported-only'),
    'claims-checked': claims.length - verdict('reported-only'),
    'claims-failed': failed,
    'claims-unnamed': unnamed.length,
    'claims-unnamed-reported-only': verdict('reported-only', unnamed),
  };
  const written = Object.fromEntries(
    Object.keys(counted).map((id) => {
      const fact = library.facts.get(id);
      return [id, fact?.kind === 'number' ? fact.value : undefined];
    }),
  );
  expect(written).toEqual(counted);
  // The chapter says of unnamed speakers that none is confirmed and none contradicted.
  expect(verdict('confirmed', unnamed) + verdict('contradicted', unnamed)).toBe(0);
});
