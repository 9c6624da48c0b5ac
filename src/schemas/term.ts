import { z } from 'zod';
import { localized, ref, sourceIds } from './common.ts';

const avoid = z.strictObject({
  form: z.string().min(1).describe('Wording to avoid, literally.'),
  when: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Condition under which it is wrong; such forms need a human eye and are not searched for.',
    ),
});

export const term = z
  .strictObject({
    group: z.enum(['protocol', 'mining', 'energy', 'trade-and-finance', 'policy-and-law']),
    zh: z.string().min(1).describe('Chinese headword.'),
    pinyin: z.string().min(1).describe('Pinyin with tone marks, by word (GB/T 16159).'),
    zhHant: z.string().min(1).optional().describe('Traditional form where it differs.'),
    en: z.string().min(1).describe('English headword, without brackets.'),
    aliases: z
      .strictObject({ zh: z.array(z.string().min(1)), en: z.array(z.string().min(1)) })
      .describe('Other forms in use, for search and linking.'),
    definition: localized('One or two plain sentences.'),
    confusions: localized('What it is often taken for.').optional(),
    seeAlso: z.array(ref('glossary')),
    avoid: z.strictObject({ zh: z.array(avoid), en: z.array(avoid) }).describe('Forms to avoid.'),
    decision: localized('Why this rendering was chosen, for contested terms.').optional(),
    sources: sourceIds,
    verified: z
      .boolean()
      .describe(
        'True when a listed source uses or explains the term; otherwise it is general knowledge.',
      ),
  })
  .describe('A glossary term.');
