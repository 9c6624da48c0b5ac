import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { COLLECTIONS, type CollectionName, type RecordOf } from '../schemas/index.ts';
import { ID_PATTERN } from '../schemas/common.ts';
import { hanProblem } from './han.ts';
import type { Problem } from './problem.ts';
import { referencesOf } from './references.ts';

/** Every record of the site, by collection and id. */
export type Library = { readonly [C in CollectionName]: ReadonlyMap<string, RecordOf<C>> };

interface RecordFile {
  id: string;
  /** Path from the root, with forward slashes. */
  file: string;
}

/** Record files of a collection below `root`, in the order of their ids. */
export function recordFiles(root: string, collection: CollectionName): RecordFile[] {
  const pattern = COLLECTIONS[collection].pattern;
  const [before = '', after = ''] = pattern.split('*');
  const folder = join(root, 'content', before);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) =>
      after.startsWith('/')
        ? entry.isDirectory() && existsSync(join(folder, entry.name, after))
        : entry.isFile() && entry.name.endsWith(after),
    )
    .map((entry) => {
      const stem = after.startsWith('/') ? entry.name : entry.name.slice(0, -after.length);
      const file = `content/${before}${stem}${after}`;
      return { id: collection === 'chapters' ? stem.replace(/^\d+-/, '') : stem, file };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function lineOf(
  document: Document,
  counter: LineCounter,
  path: ReadonlyArray<string | number>,
): number | undefined {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true) as { range?: [number] } | undefined;
    if (node?.range) return counter.linePos(node.range[0]).line;
  }
  return undefined;
}

function mendFor(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `remove ${issue.keys.join(', ')} or correct its spelling; the fields are described in src/schemas`;
    case 'invalid_type':
      return issue.input === undefined
        ? 'add this field; src/schemas says what belongs in it'
        : `write a value of type ${issue.expected}`;
    case 'invalid_value':
      return `use one of: ${issue.values.map(String).join(', ')}`;
    default:
      return 'correct the value; src/schemas says what belongs in it';
  }
}

interface ReadFile<C extends CollectionName> {
  record: RecordOf<C> | undefined;
  problems: Problem[];
  line: (path: ReadonlyArray<string | number>) => number | undefined;
}

/** Reads and validates one record file; never throws on bad content, but tells what is wrong. */
export function readRecord<C extends CollectionName>(
  root: string,
  collection: C,
  { id, file }: RecordFile,
): ReadFile<C> {
  const counter = new LineCounter();
  const document = parseDocument(readFileSync(join(root, file), 'utf8'), { lineCounter: counter });
  const line = (path: ReadonlyArray<string | number>) => lineOf(document, counter, path);
  const problems: Problem[] = [];
  if (!ID_PATTERN.test(id))
    problems.push({
      file,
      what: `the file name is not a valid id`,
      mend: 'use lower-case ASCII letters, digits and hyphens',
    });
  for (const error of document.errors)
    problems.push({
      file,
      line: error.linePos?.[0].line,
      what: `not valid YAML: ${error.message.split('\n')[0] ?? ''}`,
      mend: 'correct the YAML; quote values that hold a colon or begin with a special character',
    });
  if (problems.length > 0) return { record: undefined, problems, line };

  const data: unknown = document.toJS();
  const result = COLLECTIONS[collection].schema.safeParse(data, { reportInput: true });
  if (!result.success) {
    for (const issue of result.error.issues) {
      const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
      problems.push({
        file,
        line: line(path),
        where: path.join('.') || undefined,
        what: issue.message,
        mend: mendFor(issue),
      });
    }
    return { record: undefined, problems, line };
  }
  for (const [path, text] of chineseTexts(data)) {
    const problem = hanProblem(text);
    if (problem) problems.push({ file, line: line(path), where: path.join('.'), ...problem });
  }
  return { record: result.data as RecordOf<C>, problems, line };
}

function* chineseTexts(
  value: unknown,
  path: Array<string | number> = [],
): Generator<[Array<string | number>, string]> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* chineseTexts(item, [...path, index]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value))
      if (key === 'zh' && typeof item === 'string') yield [[...path, key], item];
      else yield* chineseTexts(item, [...path, key]);
  }
}

const placeholder = /\{\{fact:([^}]*)\}\}/g;

/** Fact ids that a text names as {{fact:id}}. */
export function factsInText(text: string): string[] {
  return [...text.matchAll(placeholder)].map((match) => match[1] ?? '');
}

/** Reads every record below `root`/content. Problems of all files are gathered, none stops the reading. */
export function readLibrary(root: string): { library: Library; problems: Problem[] } {
  const problems: Problem[] = [];
  const library = {} as Record<CollectionName, Map<string, unknown>>;
  const checks: Array<() => void> = [];
  for (const collection of Object.keys(COLLECTIONS) as CollectionName[]) {
    const records = new Map<string, unknown>();
    library[collection] = records;
    for (const entry of recordFiles(root, collection)) {
      const read = readRecord(root, collection, entry);
      problems.push(...read.problems);
      if (read.record === undefined) continue;
      const { record } = read;
      if (records.has(entry.id))
        problems.push({
          file: entry.file,
          what: `the id "${entry.id}" is taken by another file`,
          mend: 'give it another name',
        });
      records.set(entry.id, record);
      checks.push(() => {
        for (const reference of referencesOf(COLLECTIONS[collection].schema, record)) {
          const target = library[reference.collection as CollectionName];
          if (!target.has(reference.id))
            problems.push({
              file: entry.file,
              line: read.line(reference.path),
              where: reference.path.join('.'),
              what: `no record "${reference.id}" in ${reference.collection}`,
              mend: suggestion(reference.id, target),
            });
        }
        for (const fact of factsInText(JSON.stringify(record)))
          if (!library.facts.has(fact))
            problems.push({
              file: entry.file,
              what: `the text names the fact "${fact}", which does not exist`,
              mend: suggestion(fact, library.facts),
            });
      });
    }
  }
  for (const check of checks) check();
  return { library: library as unknown as Library, problems };
}

/**
 * True when some record names another that does not exist. Cheap; `readLibrary` then tells file and
 * line of each.
 */
export function hasDanglingReference(library: Library): boolean {
  return (Object.keys(COLLECTIONS) as CollectionName[]).some((collection) =>
    [...library[collection].values()].some(
      (record) =>
        referencesOf(COLLECTIONS[collection].schema, record).some(
          (reference) => !library[reference.collection as CollectionName].has(reference.id),
        ) || factsInText(JSON.stringify(record)).some((fact) => !library.facts.has(fact)),
    ),
  );
}

/** Advice for an unknown id: the nearest existing ones. */
export function suggestion(wanted: string, records: ReadonlyMap<string, unknown>): string {
  const near = [...records.keys()]
    .map((id) => ({ id, distance: editDistance(wanted, id) }))
    .sort((a, b) => a.distance - b.distance)
    .filter(({ distance }) => distance <= Math.max(3, wanted.length / 3))
    .slice(0, 3)
    .map(({ id }) => id);
  return near.length > 0
    ? `did you mean ${near.join(' or ')}? Otherwise add the record`
    : 'add the record or correct the id';
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1)
      current[j] = Math.min(
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    previous = current;
  }
  return previous[b.length] ?? 0;
}
