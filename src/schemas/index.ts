import type { z } from 'zod';
import { chapter } from './chapter.ts';
import { contradiction, edge, node } from './chain.ts';
import { claim } from './claim.ts';
import { dataset } from './dataset.ts';
import { event } from './event.ts';
import { fact } from './fact.ts';
import { firm } from './firm.ts';
import { paper } from './paper.ts';
import { place } from './place.ts';
import { question } from './question.ts';
import { source } from './source.ts';
import { term } from './term.ts';

/**
 * Every collection of records: its schema and where its files stand below `content/`. `*` in the
 * pattern is the id of the record.
 */
export const COLLECTIONS = {
  sources: { schema: source, pattern: 'sources/*.yaml' },
  facts: { schema: fact, pattern: 'facts/*.yaml' },
  claims: { schema: claim, pattern: 'claims/*.yaml' },
  events: { schema: event, pattern: 'events/*.yaml' },
  papers: { schema: paper, pattern: 'papers/*.yaml' },
  firms: { schema: firm, pattern: 'firms/*.yaml' },
  places: { schema: place, pattern: 'places/*.yaml' },
  nodes: { schema: node, pattern: 'chain/nodes/*.yaml' },
  edges: { schema: edge, pattern: 'chain/edges/*.yaml' },
  contradictions: { schema: contradiction, pattern: 'contradictions/*.yaml' },
  glossary: { schema: term, pattern: 'glossary/*.yaml' },
  datasets: { schema: dataset, pattern: 'datasets/*/meta.yaml' },
  questions: { schema: question, pattern: 'questions/*.yaml' },
  chapters: { schema: chapter, pattern: 'chapters/*/chapter.yaml' },
} as const;

export type CollectionName = keyof typeof COLLECTIONS;
export type RecordOf<C extends CollectionName> = z.infer<(typeof COLLECTIONS)[C]['schema']>;

export type Source = RecordOf<'sources'>;
export type Fact = RecordOf<'facts'>;
export type Claim = RecordOf<'claims'>;
export type Event = RecordOf<'events'>;
export type Paper = RecordOf<'papers'>;
export type Firm = RecordOf<'firms'>;
export type Place = RecordOf<'places'>;
export type Node = RecordOf<'nodes'>;
export type Edge = RecordOf<'edges'>;
export type Contradiction = RecordOf<'contradictions'>;
export type Term = RecordOf<'glossary'>;
export type Dataset = RecordOf<'datasets'>;
export type Question = RecordOf<'questions'>;
export type Chapter = RecordOf<'chapters'>;
