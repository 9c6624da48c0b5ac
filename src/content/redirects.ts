import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { ContentError } from './problem.ts';

const schema = z.record(z.string(), z.string());

/**
 * Addresses given up on purpose, and where their readers go instead: `slug#p-3-12`, `slug#section`,
 * `collection/id` or `slug`, old to new.
 * @throws ContentError when content/redirects.yaml is not a plain list of old to new
 */
export function readRedirects(root: string): ReadonlyMap<string, string> {
  const file = 'content/redirects.yaml';
  if (!existsSync(join(root, file))) return new Map();
  const result = schema.safeParse(parse(readFileSync(join(root, file), 'utf8')) ?? {});
  if (!result.success)
    throw new ContentError([
      {
        file,
        what: 'not a list of old addresses to new ones',
        mend: 'write lines of the form "old": "new"',
      },
    ]);
  return new Map(Object.entries(result.data));
}

/** Where an address stood, or stands: a chapter or a place in it, or a record. */
export type Address =
  | { kind: 'chapter'; slug: string; fragment?: string }
  | { kind: 'record'; collection: string; id: string };

/** readAddress('the-week#p-7-3') // => { kind: 'chapter', slug: 'the-week', fragment: 'p-7-3' } */
export function readAddress(text: string): Address {
  const [collection = '', id] = text.split('/');
  if (id !== undefined) return { kind: 'record', collection, id };
  const [slug = '', fragment] = text.split('#');
  return fragment === undefined ? { kind: 'chapter', slug } : { kind: 'chapter', slug, fragment };
}

/**
 * Ids that were given up and now lead to this place of a chapter; the page keeps an anchor for each.
 * formerIds(redirects, 'the-week', 'p-7-3') // => ['p-7-2']
 */
export function formerIds(
  redirects: ReadonlyMap<string, string>,
  slug: string,
  fragment: string,
): string[] {
  return [...redirects].flatMap(([from, to]) => {
    const old = readAddress(from);
    return to === `${slug}#${fragment}` && old.kind === 'chapter' && old.fragment !== undefined
      ? [old.fragment]
      : [];
  });
}
