import { z } from 'zod';
import { clockTime, confidence, hedge, localized, partialDate, ref, sourceIds } from './common.ts';

export const SPEAKER_KINDS = [
  'regulator',
  'association',
  'company',
  'leaked',
  'expert',
  'anonymous',
  'newspaper',
] as const;
export const VERDICTS = [
  'confirmed',
  'overtaken',
  'contradicted',
  'reported-only',
  'draft-adopted',
] as const;

export const claim = z
  .strictObject({
    text: localized('The claim, in our own words.'),
    seed: z
      .strictObject({
        paragraph: z
          .string()
          .regex(/^(?:P\d{1,2}|H[1-4]|credits)$/)
          .describe('Body paragraph P1–P27, subheading H1–H4 or the credits of the 2021 article.'),
      })
      .describe('Where the article says it.'),
    type: z
      .enum(['regulation', 'company', 'opinion', 'industry', 'figure', 'forecast'])
      .describe('What kind of assertion it is.'),
    speaker: z
      .strictObject({
        name: localized('Who says it, as the article names the speaker.'),
        kind: z.enum(SPEAKER_KINDS).describe('What kind of voice; shown as a badge.'),
        firm: ref('firms').optional(),
      })
      .describe('Who says it.'),
    channel: z
      .enum([
        'official-text',
        'company-notice',
        'reply-to-reporter',
        'social-media',
        'interview',
        'website',
        'rumour',
        'report',
      ])
      .describe('How it reached the public.'),
    date: partialDate.nullable().describe('When it was said; null when the article gives no date.'),
    time: clockTime.nullable().describe('Beijing time that the claim names, or null.'),
    event: ref('events').nullable().describe('Event the claim is about.'),
    facts: z.array(ref('facts')).describe('Numbers the claim contains.'),
    confirmedBy: sourceIds,
    contradictedBy: sourceIds.describe('Sources that differ, even where the verdict is confirmed.'),
    verdict: z
      .enum(VERDICTS)
      .describe(
        'confirmed: others bear it out. overtaken: true then, changed since. contradicted: others say otherwise. reported-only: no second source. draft-adopted: a draft that became a rule.',
      ),
    reason: localized('Why this verdict; may qualify it.'),
    confidence,
    hedge: hedge.optional(),
  })
  .describe('One atomic claim of the seed article, with its speaker, date and verdict.');
