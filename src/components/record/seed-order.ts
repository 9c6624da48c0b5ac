import type { WithId } from '../../content/index.ts';
import type { Claim } from '../../schemas/index.ts';

/** Paragraph before which each subheading of the 2021 article stands. */
const SUBHEADING_BEFORE: Readonly<Record<string, number>> = { H1: 4, H2: 7, H3: 12, H4: 20 };

/** Where a paragraph stands in the article: P3 is 3, H1 is 3.5, the credits come last. */
export function seedPosition(paragraph: string): number {
  const next = SUBHEADING_BEFORE[paragraph];
  if (next !== undefined) return next - 0.5;
  return paragraph === 'credits' ? Number.POSITIVE_INFINITY : Number(paragraph.slice(1));
}

/** Claims in the order of the article; those of one paragraph in the order of their ids. */
export function inSeedOrder(claims: ReadonlyArray<WithId<Claim>>): Array<WithId<Claim>> {
  return [...claims].sort((a, b) => {
    const [here, there] = [seedPosition(a.seed.paragraph), seedPosition(b.seed.paragraph)];
    return here === there ? (a.id < b.id ? -1 : 1) : here < there ? -1 : 1;
  });
}
