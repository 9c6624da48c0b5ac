import { z } from 'zod';
import {
  caveat,
  clockTime,
  confidence,
  hedge,
  localized,
  partialDate,
  ref,
  sourceIds,
} from './common.ts';

export const EVENT_LEVELS = [
  'central',
  'ministry',
  'province',
  'city',
  'industry-association',
  'company',
  'market',
  'abroad',
] as const;
export const EVENT_STATES = ['in-force', 'draft', 'replaced', 'superseded', 'one-off'] as const;

export const eventStatus = z
  .strictObject({
    state: z
      .enum(EVENT_STATES)
      .describe(
        'in-force means that no repeal or replacement was found, not that one was ruled out.',
      ),
    by: ref('events').optional().describe('Event that replaced it.'),
  })
  .refine((s) => s.state !== 'replaced' || s.by !== undefined, {
    message: 'a replaced paper names the event that replaced it',
    path: ['by'],
  })
  .describe('What became of it.');

export const event = z
  .strictObject({
    date: partialDate.describe('As exact as the evidence; a month is a span, never a false day.'),
    time: clockTime.nullable().describe('Beijing time, or null when no hour is known.'),
    level: z.enum(EVENT_LEVELS).describe('Who acts.'),
    lane: z
      .enum([
        'central',
        'associations',
        'inner-mongolia',
        'exchanges',
        'platforms',
        'miners',
        'market',
      ])
      .optional()
      .describe(
        'Lane in the timeline of the week of 18–26 May 2021; only for events of that week.',
      ),
    place: z
      .strictObject({
        zh: z.string().min(1),
        en: z.string().min(1),
        iso: z
          .string()
          .regex(/^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/)
          .describe('ISO 3166; XK Kosovo and ZZ worldwide are user-assigned.'),
      })
      .describe('Where.'),
    actor: localized('Who acts, by name.'),
    instrument: z
      .strictObject({
        zh: z.string().min(1).describe('Title in Chinese.'),
        en: z.string().min(1).describe('Title in English (ours where there is no official one).'),
        docNo: z.string().min(1).optional().describe('Document number as printed.'),
      })
      .nullable()
      .describe('The paper, where there is one.'),
    paper: ref('papers').optional().describe('Detailed record of that paper.'),
    kind: z
      .enum([
        'notice',
        'announcement',
        'draft',
        'enforcement',
        'meeting',
        'law',
        'market',
        'reporting-platform',
        'company-action',
      ])
      .describe('What kind of act.'),
    status: eventStatus,
    title: localized('Headline in our words.'),
    summary: localized('Two or three sentences in our words.'),
    facts: z.array(ref('facts')).describe('Numbers that belong to the event.'),
    sources: sourceIds.min(1, 'an event needs a source'),
    confidence,
    verified: z.boolean().describe('True when a source other than the seed article was seen.'),
    asOf: partialDate.describe('When the record was last held against its sources.'),
    hedge: hedge.optional(),
    caveat: caveat.optional(),
  })
  .describe('One dated step of the story, 2013–2026.');
