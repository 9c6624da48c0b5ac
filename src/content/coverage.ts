import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { coverage, SEED_PARAGRAPHS, type Coverage } from '../schemas/coverage.ts';
import { hanProblem } from './han.ts';
import { ContentError, type Problem } from './problem.ts';
import { suggestion, type Library } from './read.ts';

export const COVERAGE_FILE = 'content/coverage.yaml';

type Records = Pick<Library, 'chapters' | 'claims'>;

/**
 * Holds the record of coverage against the chapters and the claims.
 * @param lineOf line of a place in the file, from 1, where known
 * @returns every problem found; none when each paragraph stands once, in order, with chapters that
 *   list it under `seed` and with exactly the claims taken from it
 */
export function checkCoverage(
  { paragraphs }: Coverage,
  { chapters, claims }: Records,
  lineOf: (path: ReadonlyArray<string | number>) => number | undefined = () => undefined,
): Problem[] {
  const problems: Problem[] = [];
  const tell = (
    path: ReadonlyArray<string | number>,
    where: string,
    what: string,
    mend: string,
  ): void => {
    problems.push({ file: COVERAGE_FILE, line: lineOf(path), where, what, mend });
  };

  const order = paragraphs.map((entry) => entry.paragraph);
  for (const wanted of SEED_PARAGRAPHS) {
    const count = order.filter((one) => one === wanted).length;
    if (count !== 1)
      tell(
        ['paragraphs'],
        wanted,
        count === 0 ? 'the paragraph is missing' : `the paragraph stands ${count} times`,
        'give each paragraph of the article exactly one entry',
      );
  }
  if (problems.length === 0 && order.join() !== SEED_PARAGRAPHS.join())
    tell(
      ['paragraphs'],
      'paragraphs',
      'not in the order of the article',
      `write them in the order ${SEED_PARAGRAPHS.join(', ')}`,
    );

  for (const [index, entry] of paragraphs.entries()) {
    const { paragraph } = entry;
    for (const [at, slug] of entry.chapters.entries()) {
      const chapter = chapters.get(slug);
      const path = ['paragraphs', index, 'chapters', at];
      if (chapter === undefined)
        tell(path, paragraph, `no chapter "${slug}"`, suggestion(slug, chapters));
      else if (!chapter.seed.includes(paragraph))
        tell(
          path,
          paragraph,
          `the chapter "${slug}" does not list the paragraph under seed`,
          `add ${paragraph} to seed in its chapter.yaml, or take the chapter out here`,
        );
    }
    for (const [slug, chapter] of chapters)
      if (chapter.seed.includes(paragraph) && !entry.chapters.includes(slug))
        tell(
          ['paragraphs', index, 'chapters'],
          paragraph,
          `the chapter "${slug}" lists the paragraph under seed, but is not named here`,
          `add ${slug}, or take ${paragraph} out of its chapter.yaml`,
        );
    for (const [at, id] of entry.claims.entries()) {
      const claim = claims.get(id);
      const path = ['paragraphs', index, 'claims', at];
      if (claim === undefined) tell(path, paragraph, `no claim "${id}"`, suggestion(id, claims));
      else if (claim.seed.paragraph !== paragraph)
        tell(
          path,
          paragraph,
          `the claim ${id} was taken from ${claim.seed.paragraph}`,
          `list it under ${claim.seed.paragraph}`,
        );
    }
  }

  for (const [id, claim] of claims) {
    const count = paragraphs.flatMap((entry) => entry.claims).filter((one) => one === id).length;
    if (count !== 1)
      tell(
        ['paragraphs'],
        claim.seed.paragraph,
        count === 0 ? `the claim ${id} is not listed` : `the claim ${id} is listed ${count} times`,
        `list it once, under ${claim.seed.paragraph}`,
      );
  }
  return problems;
}

/**
 * Reads content/coverage.yaml: which chapters take up each paragraph of the 2021 article, and which
 * claims were taken from it.
 * @param root folder that holds `content/`
 * @throws ContentError that lists everything wrong in the file or at odds with chapters and claims
 */
export function readCoverage(root: string, records: Records): Coverage {
  const path = join(root, COVERAGE_FILE);
  if (!existsSync(path))
    throw new ContentError([
      {
        file: COVERAGE_FILE,
        what: 'the file is missing',
        mend: 'write it after src/schemas/coverage.ts',
      },
    ]);
  const counter = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: counter });
  const lineOf = (place: ReadonlyArray<string | number>): number | undefined => {
    const node = document.getIn(place, true) as { range?: [number] } | undefined;
    return node?.range ? counter.linePos(node.range[0]).line : undefined;
  };
  if (document.errors.length > 0)
    throw new ContentError(
      document.errors.map((error) => ({
        file: COVERAGE_FILE,
        line: error.linePos?.[0].line,
        what: `not valid YAML: ${error.message.split('\n')[0] ?? ''}`,
        mend: 'correct the YAML',
      })),
    );
  const result = coverage.safeParse(document.toJS());
  if (!result.success)
    throw new ContentError(
      result.error.issues.map((issue) => {
        const place = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
        return {
          file: COVERAGE_FILE,
          line: lineOf(place),
          where: place.join('.'),
          what: issue.message,
          mend: 'correct the value; src/schemas/coverage.ts says what belongs in it',
        };
      }),
    );
  const problems = result.data.paragraphs.flatMap((entry, index): Problem[] => {
    const problem = hanProblem(entry.about.zh);
    return problem
      ? [
          {
            file: COVERAGE_FILE,
            line: lineOf(['paragraphs', index, 'about', 'zh']),
            where: entry.paragraph,
            ...problem,
          },
        ]
      : [];
  });
  problems.push(...checkCoverage(result.data, records, lineOf));
  if (problems.length > 0) throw new ContentError(problems);
  return result.data;
}
