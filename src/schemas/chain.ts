import { z } from 'zod';
import {
  caveat,
  confidence,
  hedge,
  localized,
  matter,
  partialDate,
  ref,
  sourceIds,
} from './common.ts';

export const STAGES = ['upstream', 'midstream', 'downstream', 'finance', 'regulator'] as const;

export const node = z
  .strictObject({
    name: localized('Name of the role.'),
    pinyin: z.string().min(1),
    stage: z.enum(STAGES),
    inSeed: z
      .enum(['named', 'implicit'])
      .describe('Whether the 2021 article names the role or assumes it.'),
    does: localized('What it does.'),
    earns: localized('What it lives on.'),
    costs: localized('Its main costs.'),
    risks: localized('Its main risks.'),
    crackdown: localized('What 2021 did to it.'),
    firms: z.array(ref('firms')).describe('Examples.'),
    sources: sourceIds,
    confidence,
    asOf: partialDate,
    hedge: hedge.optional(),
    caveat: caveat.optional(),
  })
  .describe('A role in the industry chain.');

export const edge = z
  .strictObject({
    from: ref('nodes'),
    to: ref('nodes'),
    flow: z
      .enum([
        'designs',
        'wafers',
        'machines',
        'electricity',
        'hosting',
        'fees',
        'hash-power',
        'rewards',
        'coins',
        'money',
        'collateral',
        'custody',
        'regulation',
        'information',
      ])
      .describe('What moves along the edge.'),
    matter,
    text: localized('What moves, and on what terms.'),
    sources: sourceIds,
    confidence,
  })
  .describe('A flow between two roles.');

export const contradiction = z
  .strictObject({
    text: localized('What the sources disagree about.'),
    about: z
      .array(z.string().regex(/^(?:facts|claims|events|papers|firms|places|nodes)\/[a-z0-9-]+$/))
      .describe('Records concerned, as collection/id.'),
    sources: sourceIds,
  })
  .describe('Sources that disagree; shown wherever a record concerned is shown.');
