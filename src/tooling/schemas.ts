/**
 * Writes content/schemas/*.schema.json, which editors of YAML read to complete and check as one
 * types. `--check` only says whether they are up to date.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { COLLECTIONS } from '../schemas/index.ts';

const folder = 'content/schemas';
const check = process.argv.includes('--check');
mkdirSync(folder, { recursive: true });
const stale: string[] = [];
for (const [name, { schema }] of Object.entries(COLLECTIONS)) {
  const file = `${folder}/${name}.schema.json`;
  const text = `${JSON.stringify(z.toJSONSchema(schema, { target: 'draft-2020-12' }), null, 2)}\n`;
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  stale.push(file);
  if (!check) writeFileSync(file, text);
}
if (check && stale.length > 0) {
  console.error(`not up to date: ${stale.join(', ')}\n    → run npm run schemas`);
  process.exitCode = 1;
} else {
  console.log(
    `${folder}: ${Object.keys(COLLECTIONS).length} schemas, ${check ? 'up to date' : `${stale.length} written`}`,
  );
}
