import { z } from 'zod';
import { caveat, confidence, hedge, localized, partialDate, ref, sourceIds } from './common.ts';

export const place = z
  .strictObject({
    name: localized('Name of the place.'),
    kind: z
      .enum(['origin', 'destination', 'data-artefact'])
      .describe('data-artefact: a place whose published share is probably not real mining.'),
    namedInSeed: z.boolean(),
    energy: localized('What the electricity is made of.'),
    prices: z.array(
      z.strictObject({
        date: z.string().min(4).describe('Year, month or a phrase such as "before 2022".'),
        quote: z.string().min(1).describe('Price as quoted, not converted.'),
        what: localized('What the price is for.'),
        source: ref('sources'),
      }),
    ),
    laws: localized('Laws and incentives.'),
    wentWell: localized('What went well.'),
    wentWrong: localized('What went wrong.'),
    shares: z.array(
      z.strictObject({
        date: partialDate,
        percent: z.number().min(0).max(100),
        of: z
          .enum(['world-cambridge', 'world-hashrate-index', 'us-cambridge', 'foundry-pool'])
          .describe('What the percentage is of, and whose figure it is.'),
        hedgeWord: z.enum(['about', 'over', 'as-reported', 'none']),
        source: ref('sources'),
      }),
    ),
    firms: z.array(ref('firms')),
    sources: sourceIds.min(1),
    confidence,
    asOf: partialDate,
    hedge: hedge.optional(),
    caveat: caveat.optional(),
  })
  .describe('Where machines were, went or seemed to go.');
