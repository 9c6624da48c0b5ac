import { z } from 'zod';
import { id, localized, ref } from './common.ts';

const base = {
  chapter: ref('chapters'),
  block: z
    .string()
    .regex(/^p-\d{1,2}-\d{1,3}[a-z]?$/)
    .describe('Paragraph that answers it.'),
  prompt: localized('What is asked.'),
  goal: z.int().positive().describe('Learning goal of the chapter that it tests, from 1.'),
  explanation: localized('Said after the right answer: why it is right.'),
};

const option = z.strictObject({
  id,
  text: localized('Text of the option.'),
  correct: z.boolean(),
  feedback: localized('What the reader is told who picks it; does not give the answer away.'),
});

const choose = z.strictObject({
  kind: z.literal('choose'),
  multiple: z.boolean().describe('Whether more than one option is right.'),
  options: z.array(option).min(3),
  ...base,
});

const order = z.strictObject({
  kind: z.literal('order'),
  items: z
    .array(z.strictObject({ id, text: localized('Text of the item.') }))
    .min(3)
    .describe('In the right order; the page shuffles them by a fixed rule.'),
  hints: z.array(
    z.strictObject({
      first: id,
      second: id,
      feedback: localized('Said when these two are the wrong way round.'),
    }),
  ),
  feedback: localized('Said for any other wrong order.'),
  ...base,
});

const match = z.strictObject({
  kind: z.literal('match'),
  pairs: z
    .array(
      z.strictObject({
        id,
        left: localized('Left side.'),
        right: localized('Right side.'),
        feedback: localized('Said when the left side is given another right side.'),
      }),
    )
    .min(3),
  ...base,
});

const estimate = z.strictObject({
  kind: z.literal('estimate'),
  fact: ref('facts').describe('The value to estimate.'),
  tolerance: z.number().positive().describe('Relative tolerance; 0.2 accepts a fifth either way.'),
  low: localized('Said when the answer is too small.'),
  high: localized('Said when the answer is too large.'),
  ...base,
});

const mark = z.strictObject({
  kind: z.literal('mark'),
  sentence: z.strictObject({
    zh: z.string().min(1).describe('Sentence with the limiting words in [brackets].'),
    en: z.string().min(1).describe('Sentence with the limiting words in [brackets].'),
  }),
  missed: localized('Said when a limiting word is missed.'),
  extra: localized('Said when another word is marked.'),
  ...base,
});

const explain = z.strictObject({
  kind: z.literal('explain'),
  points: z.array(localized('What a good explanation mentions.')).min(2),
  ...base,
});

export const question = z
  .discriminatedUnion('kind', [choose, order, match, estimate, mark, explain])
  .refine(
    (q) =>
      q.kind !== 'choose' ||
      (q.multiple
        ? q.options.some((o) => o.correct)
        : q.options.filter((o) => o.correct).length === 1),
    { message: 'exactly one option is correct unless multiple is true', path: ['options'] },
  )
  .describe('A question; its answer stands in a paragraph of the site.');
