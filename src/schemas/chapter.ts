import { z } from 'zod';
import { fullDate, id, localized, ref } from './common.ts';

export const chapter = z
  .strictObject({
    number: z.int().min(1).max(99),
    title: localized('Title.'),
    question: localized('The question that the chapter answers.'),
    answer: localized(
      'Answer first: at most 120 English words and 200 Han characters. May hold {{fact:id}}. Also used for search results and share cards.',
    ),
    goals: z.array(localized('What the reader can do afterwards, with a verb.')).min(3).max(6),
    seed: z
      .array(z.string().regex(/^(?:P\d{1,2}|H[1-4]|credits)$/))
      .describe('Paragraphs of the 2021 article that it covers.'),
    nodes: z.array(ref('nodes')).describe('Where the chapter stands on the chain.'),
    figure: id.optional().describe('Its main figure, once it is built.'),
    sections: z
      .array(id)
      .min(2)
      .describe('Section ids, in order; both language files must have exactly these.'),
    questions: z
      .array(ref('questions'))
      .min(1)
      .describe('In order; shown at the end unless placed in the text.'),
    minutes: z.int().positive().describe('Reading time.'),
    asOf: fullDate.describe('Day to which the chapter is up to date.'),
    reviewBy: fullDate.describe('Day by which an editor must look again.'),
    corrections: z.array(
      z.strictObject({ date: fullDate, text: localized('What was wrong and what it says now.') }),
    ),
  })
  .describe('What a chapter is; its text stands in zh.mdx and en.mdx beside it.');
