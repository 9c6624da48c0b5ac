import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { whyInstall } from '../../src/tooling/install.mjs';
import { root } from '../support/site.ts';

test('npm start tells a taken port, says where the site is, and stops on Ctrl-C', async () => {
  // Or the command would begin by replacing node_modules under the running tests.
  expect(whyInstall()).toBeUndefined();

  const site = await mkdtemp(join(tmpdir(), 'start-'));
  await writeFile(join(site, 'index.html'), '<!doctype html><title>Mined Out</title>');
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;

  const start = spawn(
    process.execPath,
    ['src/tooling/start.mjs', '--no-build', `--dir=${site}`, `--port=${port}`],
    { cwd: root },
  );
  try {
    let said = '';
    start.stdout.on('data', (part: Buffer) => (said += part.toString()));
    start.stderr.on('data', (part: Buffer) => (said += part.toString()));
    await expect.poll(() => said).toContain('Press Ctrl-C to stop.');
    const used = Number(/Port \d+ is taken; using (\d+)\./.exec(said)?.[1]);
    expect(said).toContain(`Port ${port} is taken; using ${used}.`);
    expect(said).toContain(`http://localhost:${used}/zh/`);
    expect(said).toContain(`http://localhost:${used}/en/`);

    const page = await fetch(`http://localhost:${used}/`);
    expect(await page.text()).toContain('Mined Out');

    start.kill('SIGINT');
    const [code] = (await once(start, 'exit')) as [number | null];
    expect(code).toBe(0);
  } finally {
    start.kill('SIGKILL');
    other.close();
    await rm(site, { recursive: true });
  }
});
