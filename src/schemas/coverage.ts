import { z } from 'zod';
import { localized, ref } from './common.ts';

const numbered = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `P${from + index}`);

/** Paragraphs of the 2021 article in its order: body, subheadings where they stand, credits. */
export const SEED_PARAGRAPHS: readonly string[] = [
  ...numbered(1, 3),
  'H1',
  ...numbered(4, 6),
  'H2',
  ...numbered(7, 11),
  'H3',
  ...numbered(12, 19),
  'H4',
  ...numbered(20, 27),
  'credits',
];

const paragraph = z.strictObject({
  paragraph: z
    .string()
    .refine((value) => SEED_PARAGRAPHS.includes(value), 'no such paragraph in the article')
    .describe('Body paragraph P1–P27, subheading H1–H4 or the credits of the 2021 article.'),
  about: localized('What the paragraph is about: one neutral line in our own words.'),
  chapters: z
    .array(ref('chapters'))
    .min(1, 'every paragraph needs a chapter')
    .describe('Chapters that take it up; each lists the paragraph under `seed`.'),
  claims: z
    .array(ref('claims'))
    .describe('Claims taken from it, in order; empty for a heading that asserts nothing new.'),
});

export const coverage = z
  .strictObject({
    paragraphs: z.array(paragraph).describe('Every paragraph once, in the order of the article.'),
  })
  .describe('Where the site deals with each paragraph of the 2021 article.');

export type Coverage = z.infer<typeof coverage>;
