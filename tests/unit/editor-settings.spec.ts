import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { COLLECTIONS } from '../../src/schemas/index.ts';
import { root } from '../support/site.ts';

test('editors are told the schema of every kind of record', () => {
  const settings = JSON.parse(readFileSync(join(root, '.vscode/settings.json'), 'utf8')) as {
    'yaml.schemas': Record<string, string>;
  };
  expect(settings['yaml.schemas']).toEqual(
    Object.fromEntries(
      Object.entries(COLLECTIONS).map(([name, { pattern }]) => [
        `./content/schemas/${name}.schema.json`,
        `content/${pattern}`,
      ]),
    ),
  );
});
