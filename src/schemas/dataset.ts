import { z } from 'zod';
import { fullDate, localized, partialDate, sourceIds } from './common.ts';

export const dataset = z
  .strictObject({
    title: localized('Title.'),
    description: localized('What one row is and what the set is for.'),
    publisher: localized('Who published the data.'),
    trust: z.enum(['exact', 'derived', 'estimate', 'quoted']),
    licence: z.strictObject({
      name: z.string().min(1),
      url: z.httpUrl().optional(),
      attribution: localized('The credit to give.'),
      nonCommercial: z.boolean(),
      shareAlike: z.boolean(),
    }),
    retrieved: z
      .array(z.string().min(1))
      .describe('Where the values were read, version and commit included.'),
    columns: z
      .array(
        z.strictObject({
          name: z.string().regex(/^[a-z][a-z0-9_]*$/),
          label: localized('Column heading.'),
          unit: z.string().min(1).optional(),
          note: localized('How to read it.').optional(),
        }),
      )
      .min(1),
    rows: z.int().positive().describe('Number of data rows in data.csv; held by a test.'),
    from: partialDate.optional(),
    to: partialDate.optional(),
    caveats: z.array(localized('A limit of the data.')),
    checks: z.array(z.string().min(1)).describe('What the values were held against.'),
    sources: sourceIds,
    asOf: fullDate,
  })
  .describe('A data set: meta.yaml beside data.csv.');
