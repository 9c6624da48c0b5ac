import { expect, test } from '@playwright/test';
import { readLibrary } from '../../src/content/read.ts';

const { library, problems } = readLibrary('.');

test('every record is valid and every reference leads somewhere', () => {
  expect(problems.map((problem) => `${problem.file}: ${problem.what}`)).toEqual([]);
});

test('the register holds what the research found', () => {
  // Counts of the dossier of 23 November 2026; records may be added, none may be lost.
  expect(library.claims.size).toBe(63);
  expect(library.events.size).toBeGreaterThanOrEqual(92);
  expect(library.papers.size).toBeGreaterThanOrEqual(6);
  expect(library.firms.size).toBeGreaterThanOrEqual(30);
  expect(library.places.size).toBeGreaterThanOrEqual(18);
  expect(library.nodes.size).toBeGreaterThanOrEqual(24);
  expect(library.edges.size).toBeGreaterThanOrEqual(41);
  expect(library.contradictions.size).toBeGreaterThanOrEqual(12);
  expect(library.glossary.size).toBeGreaterThanOrEqual(119);
});

test('the verdicts on the claims are those of the check', () => {
  const count = (verdict: string) =>
    [...library.claims.values()].filter((claim) => claim.verdict === verdict).length;
  expect({
    confirmed: count('confirmed'),
    overtaken: count('overtaken'),
    contradicted: count('contradicted'),
    reportedOnly: count('reported-only'),
  }).toEqual({ confirmed: 32, overtaken: 6, contradicted: 3, reportedOnly: 22 });
});

test('a claim that only the article has says so wherever it is shown', () => {
  const silent = [...library.claims].filter(
    ([, claim]) => claim.verdict === 'reported-only' && claim.hedge === undefined,
  );
  expect(silent.map(([id]) => id)).toEqual([]);
});

test('an estimate or a quotation names whose it is', () => {
  const silent = [...library.facts].filter(
    ([, fact]) => fact.basis === 'estimate' && fact.attribution === undefined,
  );
  expect(silent.map(([id]) => id)).toEqual([]);
});

test('no event rests on nothing but the article without a hedge', () => {
  const bare = [...library.events].filter(
    ([, event]) => !event.verified && event.hedge === undefined,
  );
  expect(bare.map(([id]) => id)).toEqual([]);
});

test('a paper that was replaced is not called in force', () => {
  expect(library.papers.get('pboc-237-2021')?.status).toEqual({
    state: 'replaced',
    by: '2026-02-06-pboc-42-notice',
  });
  expect(library.papers.get('inner-mongolia-eight-measures-draft')?.status.state).toBe('draft');
});
