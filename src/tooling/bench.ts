/**
 * `npm run bench`: what a reader waits for and pays for, measured on the built site in Chromium.
 *
 * Addresses may be given: `npm run bench -- /zh/the-week/ /en/`. Without any, every page one step
 * below a language is weighed, and the chapters are also timed as a slow phone would load them.
 * `--build` builds the site first and times that too.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { chromium, type Browser } from '@playwright/test';
import { findBrowser } from './browsers.mjs';
import { root, run } from './install.mjs';
import { serveSite } from './serve.mjs';

/** Brotli's quality where a host packs on the fly; files packed beforehand come out smaller. */
const quality = 5;

/** A cheap phone on a poor link; the settings by which Lighthouse emulates one. */
const slowPhone = { latency: 150, bitsPerSecond: 1_638_400, cpuSlowdown: 4 };

const timedRuns = 3;

/** Bytes at load, packed; styles and scripts that travel within the page count as its own. */
interface Weight {
  html: number;
  /** Of `html`: its style elements, packed by themselves. */
  inlineStyle: number;
  style: number;
  script: number;
  other: number;
  requests: number;
}

/** Milliseconds since the reader's tap. */
interface Timing {
  firstPaint: number;
  largestPaint: number;
  loaded: number;
}

function packed(body: Buffer | string): number {
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
  return brotliCompressSync(body, { params }).length;
}

/** Formats of their own that are packed already; a host sends them as they are. */
const packedTypes = /^(?:image\/(?!svg)|font\/|audio\/|video\/)/;

/** Loads a page with an empty cache and adds up what came. */
async function weigh(browser: Browser, address: string): Promise<Weight> {
  const page = await browser.newPage();
  const weight = { html: 0, inlineStyle: 0, style: 0, script: 0, other: 0, requests: 0 };
  const pending: Promise<void>[] = [];
  page.on('response', (response) => {
    pending.push(
      (async () => {
        const type = (await response.headerValue('content-type')) ?? '';
        const body = await response.body();
        const size = packedTypes.test(type) ? body.length : packed(body);
        const kind = response.request().resourceType();
        weight.requests += 1;
        if (kind === 'document') {
          weight.html += size;
          const styles = body.toString().matchAll(/<style[^>]*>([^]*?)<\/style>/g);
          weight.inlineStyle += packed([...styles].map(([, css]) => css ?? '').join(''));
        } else if (kind === 'stylesheet') weight.style += size;
        else if (kind === 'script') weight.script += size;
        else weight.other += size;
      })(),
    );
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  await Promise.all(pending);
  await page.close();
  return weight;
}

/** Loads a page once, slowly, with an empty cache. */
async function time(browser: Browser, address: string): Promise<Timing> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const bytesPerSecond = slowPhone.bitsPerSecond / 8;
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: slowPhone.latency,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond / 2,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowPhone.cpuSlowdown });
  await page.goto(address, { waitUntil: 'load' });
  const timing = await page.evaluate(
    () =>
      new Promise<Timing>((done) => {
        let largestPaint = 0;
        new PerformanceObserver((list) => {
          largestPaint = list.getEntries().at(-1)?.startTime ?? largestPaint;
        }).observe({ type: 'largest-contentful-paint', buffered: true });
        setTimeout(() => {
          const [navigation] = performance.getEntriesByType('navigation');
          const paint = performance.getEntriesByName('first-contentful-paint')[0];
          done({
            firstPaint: paint?.startTime ?? 0,
            largestPaint,
            loaded: (navigation as PerformanceNavigationTiming | undefined)?.loadEventStart ?? 0,
          });
        }, 500);
      }),
  );
  await context.close();
  return timing;
}

/** The addresses of the chapters, in both languages. */
function chapterPages(): string[] {
  const folder = join(root, 'content', 'chapters');
  const slugs = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name.replace(/^\d+-/, ''))
    : [];
  return pagesBelow(['zh', 'en']).filter((page) => slugs.includes(page.split('/')[2] ?? ''));
}

/** The addresses one step below each of the given folders of the built site. */
function pagesBelow(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, 'dist', folder), { withFileTypes: true })
      .filter(
        (entry) =>
          entry.isDirectory() && existsSync(join(entry.parentPath, entry.name, 'index.html')),
      )
      .map(({ name }) => `/${folder}/${name}/`),
  );
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);
const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(2);

const args = process.argv.slice(2);
if (args.includes('--build')) {
  const build = await run('npm', ['run', '--silent', 'build']);
  if (build.code !== 0) {
    console.error(build.output);
    process.exit(1);
  }
  console.log(`Build: ${build.seconds.toFixed(1)} s\n`);
}

const server = await serveSite({ dir: join(root, 'dist'), port: 0 });
const found = await findBrowser('chromium');
const browser = await chromium.launch(
  found === undefined || found.managed ? {} : { executablePath: found.path },
);
try {
  const asked = args.filter((arg) => arg.startsWith('/'));
  const weighed = asked.length > 0 ? asked : ['/', '/zh/', '/en/', ...pagesBelow(['zh', 'en'])];
  console.log(
    `Weight at load in kB, brotli quality ${quality}; (inline): styles within the page\n`,
  );
  const rows: Record<string, Record<string, string | number>> = {};
  for (const path of weighed) {
    const { html, inlineStyle, style, script, other, requests } = await weigh(
      browser,
      server.origin + path,
    );
    rows[path] = {
      page: kilobytes(html),
      styles: kilobytes(style),
      '(inline)': kilobytes(inlineStyle),
      scripts: kilobytes(script),
      other: kilobytes(other),
      all: kilobytes(html + style + script + other),
      requests,
    };
  }
  console.table(rows);

  const { latency, bitsPerSecond, cpuSlowdown } = slowPhone;
  console.log(
    `\nSeconds on a slow phone (${(bitsPerSecond / 1e6).toFixed(1)} Mbit/s, ${latency} ms, ` +
      `processor ÷ ${cpuSlowdown}), median of ${timedRuns}\n`,
  );
  const times: Record<string, Record<string, string>> = {};
  for (const path of asked.length > 0 ? asked : chapterPages()) {
    const runs: Timing[] = [];
    for (let count = 0; count < timedRuns; count += 1) {
      runs.push(await time(browser, server.origin + path));
    }
    times[path] = {
      'first paint': seconds(median(runs.map(({ firstPaint }) => firstPaint))),
      'largest paint': seconds(median(runs.map(({ largestPaint }) => largestPaint))),
      loaded: seconds(median(runs.map(({ loaded }) => loaded))),
    };
  }
  console.table(times);
} finally {
  await browser.close();
  await server.close();
}
