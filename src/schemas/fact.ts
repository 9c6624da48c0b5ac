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

/** Units a number may carry. `src/i18n/units.ts` knows how each language writes them. */
export const UNITS = [
  'none',
  'percent',
  'percentage-point',
  'times',
  'USD',
  'CNY',
  'KZT',
  'HKD',
  'BTC',
  'USD/TH/day',
  'USD/TH',
  'USD/BTC',
  'USD/kWh',
  'CNY/kWh',
  'KZT/kWh',
  'USD/month',
  'hash',
  'H/s',
  'TH/s',
  'EH/s',
  'J/TH',
  'W',
  'kW',
  'MW',
  'kWh',
  'GWh',
  'TWh',
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'year',
  'byte',
  'bit',
  'tCO2',
  'MtCO2',
  'kg',
  'tonne',
  'agency',
  'association',
  'department',
  'firm',
  'farm',
  'machine',
  'platform',
  'project',
  'measure',
  'person',
  'block',
  'transaction',
  'site',
  'address',
  'account',
  'country',
  'region',
  'province',
  'body',
  'bank',
  'case',
  'share',
  'exchange',
  'vote',
  'household',
  'comment',
  'employee',
  'item',
  'point',
  'pool',
  'customer',
  'page',
  'km2',
  'Mbit/s',
] as const;

const base = {
  label: localized('What the number is, as a noun phrase; heads its popover and its table rows.'),
  asOf: partialDate.describe('The day, month or year for which the value holds.'),
  basis: z
    .enum(['exact', 'derived', 'estimate', 'quoted', 'protocol'])
    .describe(
      'exact: counted or read from the chain. derived: computed by a stated formula. estimate: a published model or survey. quoted: as somebody said. protocol: fixed by the rules of Bitcoin.',
    ),
  attribution: localized(
    'Who says so, for estimates and quotations, as it is put in a sentence.',
  ).optional(),
  method: localized('How a derived value was computed.').optional(),
  dataset: ref('datasets').optional().describe('Data set that holds the value.'),
  event: ref('events').optional().describe('Event that the value belongs to.'),
  sources: sourceIds,
  confidence,
  hedge: hedge.optional(),
  caveat: caveat.optional(),
};

const hedgeWord = z
  .enum(['about', 'nearly', 'over', 'at-least', 'under', 'up-to', 'more-than-half'])
  .describe(
    'A limiting word that belongs to the number (about 约, nearly 近, over 逾, at least 至少, under 不到, up to 至多); printed with it, always.',
  );

const numberFact = z.strictObject({
  kind: z.literal('number'),
  value: z.number().describe('In the plain unit: 715 million dollars is 715000000 with unit USD.'),
  unit: z.enum(UNITS).describe('Unit of the value.'),
  hedgeWord: hedgeWord.optional(),
  decimals: z
    .int()
    .min(0)
    .max(8)
    .optional()
    .describe('Fixed number of decimals to print, after scaling to 万/亿 or million/billion.'),
  scale: z
    .enum(['auto', 'plain'])
    .optional()
    .describe('plain prints all digits; auto (default) uses 万/亿 and million/billion.'),
  ...base,
});

const rangeFact = z.strictObject({
  kind: z.literal('range'),
  low: z.number(),
  high: z.number(),
  unit: z.enum(UNITS),
  hedgeWord: hedgeWord.optional(),
  decimals: z.int().min(0).max(8).optional(),
  scale: z.enum(['auto', 'plain']).optional(),
  ...base,
});

const dateFact = z.strictObject({
  kind: z.literal('date'),
  value: partialDate,
  time: clockTime.nullable().describe('Beijing time, or null.'),
  ...base,
});

const textFact = z.strictObject({
  kind: z.literal('text'),
  value: localized(
    'A value that is not a quantity: a document number, a block height in a name, a model name.',
  ),
  ...base,
});

export const fact = z
  .discriminatedUnion('kind', [numberFact, rangeFact, dateFact, textFact])
  .refine((f) => f.kind !== 'range' || f.low <= f.high, {
    message: 'low must not be above high',
    path: ['high'],
  })
  .refine((f) => f.basis === 'protocol' || f.sources.length > 0 || f.dataset !== undefined, {
    message: 'a fact needs a source or a data set',
    path: ['sources'],
  })
  .refine((f) => f.basis !== 'derived' || f.method !== undefined, {
    message: 'a derived fact says how it was computed',
    path: ['method'],
  })
  .describe('One citable value. A page names the fact; the locale formats it.');
