import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { builtPages, readBuilt } from '../support/site.ts';

const kB = (bytes: number) => bytes / 1000;
const brotli = (text: string | Buffer) => brotliCompressSync(text).length;

interface Weight {
  /** All in kB brotli. */
  html: number;
  script: number;
  style: number;
  total: number;
  frameworks: string[];
}

/** What a browser loads before the reader does anything. */
function weigh(path: string): Weight {
  const html = readBuilt(path);
  const inline = (tag: string) =>
    [...html.matchAll(new RegExp(`<${tag}(?![^>]*\\bsrc=)[^>]*>([\\s\\S]*?)</${tag}>`, 'g'))]
      .map((match) => match[1] ?? '')
      .filter((text) => !text.startsWith('{'));
  const external = [...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map((match) =>
    readFileSync(`dist${match[1] ?? ''}`),
  );
  const sheets = [...html.matchAll(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g)].map((match) =>
    readFileSync(`dist${match[1] ?? ''}`),
  );
  const preloads = [...html.matchAll(/<link[^>]+rel="modulepreload"[^>]+href="([^"]+)"/g)].map(
    (match) => match[1] ?? '',
  );
  const sum = (parts: Array<string | Buffer>) =>
    kB(parts.reduce((bytes, part) => bytes + brotli(part), 0));
  const page = kB(brotli(html));
  return {
    html: page,
    script: sum([...inline('script'), ...external]),
    style: sum([...inline('style'), ...sheets]),
    total: page + sum(external) + sum(sheets),
    frameworks: preloads,
  };
}

const slugs = readdirSync('content/chapters').map((folder) => folder.replace(/^\d+-/, ''));
const chapterPaths = builtPages({ go: false }).filter((path) =>
  slugs.some((slug) => path === `/zh/${slug}/` || path === `/en/${slug}/`),
);

test('there are chapters to weigh', () => {
  expect(chapterPaths).toHaveLength(2 * slugs.length);
});

for (const path of chapterPaths)
  test(`${path} stays within its budget`, () => {
    const weight = weigh(path);
    expect(weight.script, 'script, kB brotli').toBeLessThanOrEqual(6);
    expect(weight.style, 'style, kB brotli').toBeLessThanOrEqual(10);
    expect(weight.total, 'all at load, kB brotli').toBeLessThanOrEqual(30);
    expect(weight.frameworks, 'a prose page loads no framework').toEqual([]);
  });

for (const path of builtPages({ go: false }).filter((one) => !chapterPaths.includes(one)))
  test(`${path} stays within 60 kB`, () => {
    expect(weigh(path).total).toBeLessThanOrEqual(60);
  });
