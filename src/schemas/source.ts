import { z } from 'zod';
import { localized, partialDate, ref } from './common.ts';

export const source = z
  .strictObject({
    publisher: localized(
      'Who published what we read, or the original publisher if we read a copy.',
    ),
    title: z
      .string()
      .min(1)
      .nullable()
      .describe('Title as published, in its own language; null when unknown.'),
    lang: z
      .enum(['zh', 'zh-Hant', 'en', 'ar', 'de', 'it', 'pt', 'sv', 'und'])
      .describe('Language of the text; und when not recorded.'),
    date: partialDate.nullable().describe('Date of publication; null when unknown.'),
    kind: z
      .enum([
        'official',
        'court',
        'company',
        'news',
        'trade',
        'research',
        'law-firm',
        'data',
        'reference',
        'other',
      ])
      .describe('What kind of document it is.'),
    sector: z
      .enum(['state', 'industry', 'academic', 'press', 'legal', 'other'])
      .describe('Whose voice it is; used for the mix of sources each chapter states.'),
    reliability: z.enum(['primary', 'secondary', 'weak']).describe('Standing as evidence.'),
    read: z
      .enum(['full-text', 'excerpt', 'metadata', 'citation', 'file', 'seed', 'memory'])
      .describe('How much of it the editors read.'),
    url: z
      .httpUrl()
      .nullable()
      .describe(
        'Address a page may link. Null for copies, aggregators and odd hosts: those are never linked.',
      ),
    copy: z
      .strictObject({
        kind: z
          .enum([
            'licensed-portal',
            'repost',
            'aggregator',
            'unknown-host',
            'commercial-blog',
            'personal',
            'upload',
            'no-address',
            'sales-page',
            'mirror',
          ])
          .describe('What kind of page was read instead of the original.'),
        instead: z.array(ref('sources')).describe('Linkable sources on the same matter.'),
      })
      .optional()
      .describe(
        'Present when only a copy was seen: publisher, title and date are then those of the original.',
      ),
    note: z
      .string()
      .min(1)
      .optional()
      .describe('Note of the editors (English); not shown to readers.'),
  })
  .refine((s) => s.url === null || s.copy === undefined, {
    message: 'a source of which only a copy was seen must not carry a url',
    path: ['url'],
  })
  .describe('One published document.');
