/** Something wrong in `content/`, told so that an editor can mend it. */
export interface Problem {
  /** Path from the root of the repository. */
  file: string;
  /** Line in that file, from 1, where known. */
  line?: number | undefined;
  /** Field or id concerned. */
  where?: string | undefined;
  what: string;
  mend: string;
}

/** content/facts/x.yaml:3 · asOf · there is no such day in the calendar → write … */
export function describeProblem(problem: Problem): string {
  const place = problem.line === undefined ? problem.file : `${problem.file}:${problem.line}`;
  const where = problem.where ? ` · ${problem.where}` : '';
  return `${place}${where} · ${problem.what}\n    → ${problem.mend}`;
}

/** Stops the build; lists every problem found, not only the first. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(
      `${problems.length} problem${problems.length === 1 ? '' : 's'} in content/:\n` +
        problems.map((problem) => `  ${describeProblem(problem)}`).join('\n'),
    );
    this.name = 'ContentError';
    this.problems = problems;
  }
}
