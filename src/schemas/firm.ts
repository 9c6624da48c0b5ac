import { z } from 'zod';
import {
  caveat,
  confidence,
  fullDate,
  hedge,
  localized,
  partialDate,
  ref,
  sourceIds,
} from './common.ts';

export const firm = z
  .strictObject({
    name: localized('Usual name.'),
    pinyin: z
      .string()
      .min(1)
      .optional()
      .describe('Pinyin of the Chinese name with tone marks, by word.'),
    former: z.array(z.string().min(1)).describe('Former names and other aliases, any language.'),
    roles: z.array(ref('nodes')).min(1, 'a firm has at least one role in the chain'),
    namedInSeed: z.boolean().describe('Whether the 2021 article names it.'),
    hq: z.strictObject({
      then: localized('Head office around May 2021.'),
      now: localized('Latest head office found.'),
    }),
    founded: z
      .strictObject({ year: partialDate.nullable(), verified: z.boolean() })
      .describe(
        'Year of founding; verified is false when it is from memory and must not be shown.',
      ),
    people: z.array(localized('A person named with the firm, with the role.')),
    ticker: z.string().min(1).optional(),
    latest: localized('Latest state found in any source.'),
    steps: z
      .array(
        z.strictObject({
          date: fullDate,
          time: z
            .union([z.string().regex(/^\d{2}:\d{2}$/), z.null()])
            .describe('Beijing time, or null.'),
          text: localized('What the firm did or said.'),
          sources: sourceIds,
        }),
      )
      .describe('May to July 2021.'),
    after: localized('What came later.'),
    sources: sourceIds.min(1),
    confidence,
    asOf: partialDate,
    hedge: hedge.optional(),
    caveat: caveat.optional(),
  })
  .describe('A firm of the chain.');
