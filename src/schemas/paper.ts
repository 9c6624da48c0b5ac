import { z } from 'zod';
import {
  caveat,
  clockTime,
  confidence,
  fullDate,
  hedge,
  localized,
  partialDate,
  ref,
  sourceIds,
} from './common.ts';
import { eventStatus } from './event.ts';

const law = localized('A law or regulation that the text cites.');

export const paper = z
  .strictObject({
    title: localized('Full title; the English one is ours unless there is an official one.'),
    short: localized('Short name for running text.'),
    docNo: z
      .string()
      .min(1)
      .nullable()
      .describe('Document number as printed; null when it has none.'),
    issuers: localized('Who issued it.'),
    issuerCount: z.int().positive().describe('Number of issuing bodies.'),
    rung: z
      .enum(['meeting', 'association', 'hotline', 'draft', 'notice', 'catalogue', 'compilation'])
      .describe(
        'What kind of instrument it is, for the ladder of chapter 8; compilation is an overview of ours.',
      ),
    binds: localized('Whom it binds, in a phrase.'),
    signed: fullDate.nullable(),
    published: fullDate.nullable(),
    publishedTime: clockTime.nullable(),
    commentsUntil: fullDate.optional().describe('Last day for comments on a draft.'),
    force: localized('What kind of paper it is and how far it binds.'),
    status: eventStatus,
    statusNote: localized('What is known of a final or replacing text.').optional(),
    event: ref('events'),
    basis: z.array(localized('An earlier text that it rests on.')),
    motto: localized('The phrase it is known by, where it has one.').optional(),
    groups: z
      .array(
        z.strictObject({
          name: localized('Name of the group.'),
          points: z.array(z.int().positive()).describe('Numbers of its points.'),
        }),
      )
      .optional()
      .describe('Grouping of the points by the editors.'),
    points: z
      .array(
        z.strictObject({
          n: z.int().positive(),
          ref: z.string().min(1).optional().describe('Numbered point of the original.'),
          who: localized('Whom the point addresses.'),
          what: localized('What it says, restated in our words.'),
          laws: z.array(law),
          sources: sourceIds,
          verified: z.boolean(),
          hedge: hedge.optional(),
          caveat: caveat.optional(),
        }),
      )
      .describe('Main points, restated.'),
    surcharges: z
      .array(
        z.strictObject({
          place: z.strictObject({ zh: z.string(), en: z.string(), iso: z.string() }),
          fact: ref('facts').describe('Surcharge per kilowatt-hour.'),
          docNo: z.string().min(1).optional(),
          from: partialDate,
          sources: sourceIds,
          hedge: hedge.optional(),
        }),
      )
      .optional()
      .describe('Only for the compilation of power surcharges.'),
    context: z
      .strictObject({ zh: z.string().min(1), en: z.string().min(1), sources: sourceIds })
      .optional()
      .describe('A comparison that helps to read it.'),
    confidence,
    asOf: partialDate,
    caveat: caveat.optional(),
  })
  .describe('A legal instrument or official paper, point by point.');
