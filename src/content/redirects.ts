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
