import { z } from 'zod';

/** Ids are ASCII, lower case, and stay the same in every language and for ever. */
export const ID_PATTERN = /^[a-z0-9]+(?:-{1,2}[a-z0-9]+)*$/;

export const id = z
  .string()
  .regex(ID_PATTERN, 'an id is lower-case ASCII letters, digits and single hyphens')
  .describe('Permanent id, the same in every language.');

/** An id of another record; `src/content` refuses one that does not exist. */
export const ref = (collection: string) =>
  id.meta({ description: `Id of a record in ${collection}.`, ref: collection });

const sentence = z
  .string()
  .min(1, 'must not be empty')
  .refine((value) => value === value.trim(), 'must not begin or end with white space');

/** The same text in both languages. Neither may be left out: promise 1 of the design. */
export const localized = (description: string) =>
  z
    .strictObject({
      zh: sentence.describe('Simplified Chinese.'),
      en: sentence.describe('English.'),
    })
    .describe(description);

export type Localized = { zh: string; en: string };

function isRealDate(value: string): boolean {
  const [year, month = 1, day = 1] = value.split('-').map(Number);
  if (year === undefined || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** A date as exact as the evidence: 2021, 2021-05 or 2021-05-21. */
export const partialDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date is written 2021, 2021-05 or 2021-05-21, in quotes')
  .refine(isRealDate, 'there is no such day in the calendar')
  .describe('Date as exact as the evidence: YYYY, YYYY-MM or YYYY-MM-DD.');

export const fullDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a date is written 2021-05-21, in quotes')
  .refine(isRealDate, 'there is no such day in the calendar')
  .describe('Calendar day, YYYY-MM-DD.');

/**
 * Beijing clock time (UTC+8, no summer time). 24:00 is allowed, because notices use it for the end
 * of a day; `src/i18n/format.ts` turns it into 00:00 of the next day where that is needed.
 */
export const clockTime = z
  .string()
  .regex(
    /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/,
    'a time is written 22:00, Beijing time; 24:00 ends a day',
  )
  .describe('Beijing clock time HH:MM; 24:00 is the end of the day.');

export const confidence = z
  .enum(['high', 'medium', 'low'])
  .describe('How sure the editors are that this record is right.');

/** Why a record must be worded with care, and the wording the editors agreed on. */
export const hedge = z
  .strictObject({
    level: z
      .enum(['seed-only', 'unlinkable', 'partly', 'weak-claim', 'no-source', 'do-not-publish'])
      .describe(
        'seed-only: only the 2021 article has it. unlinkable: evidence was read, nothing fit to link. partly: the main fact can be linked, a detail cannot. weak-claim: an estimate or rumour. no-source: common knowledge without a reference. do-not-publish: kept for the record, shown nowhere.',
      ),
    wording: localized('How a page words it, shown beside the record.'),
  })
  .describe('Present where support is weak; the wording is shown wherever the record is.');

export const sourceIds = z.array(ref('sources')).describe('Sources that support the record.');

export const caveat = localized('What a reader should know before relying on this.');

/** The five things the site traces; each has one hue and one shape everywhere. */
export const matter = z
  .enum(['machines', 'electricity', 'coin', 'contracts', 'rules'])
  .describe('Which of the five traced things this is about.');
