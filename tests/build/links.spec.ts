import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';
import { readLock } from '../../src/content/lock.ts';
import { builtFiles, builtPage, dist } from '../support/site.ts';

const pages = () => builtFiles('.html');

/** File of the built site that an address from the root leads to. */
function target(path: string): string | undefined {
  const clean = decodeURIComponent(path).replace(/^\//, '');
  const file = clean === '' || clean.endsWith('/') ? `${clean}index.html` : clean;
  return existsSync(join(dist, file)) ? file : undefined;
}

test('every link inside the site leads to a page, and every fragment to an element of it', () => {
  const broken = new Set<string>();
  const ids = new Map<string, Set<string>>();
  const idsOf = (file: string) => {
    let known = ids.get(file);
    if (!known) {
      known = new Set(
        builtPage(file)
          .querySelectorAll('[id]')
          .map((element) => element.id),
      );
      ids.set(file, known);
    }
    return known;
  };
  let links = 0;
  for (const file of pages())
    for (const link of builtPage(file).querySelectorAll('a[href], link[rel="icon"]')) {
      const href = link.getAttribute('href') ?? '';
      if (/^[a-z]+:/.test(href)) continue;
      links += 1;
      const [path = '', fragment] = href.split('#');
      const there = path === '' ? file : target(path);
      if (there === undefined) broken.add(`${file}: ${href} leads nowhere`);
      // A fragment with "=" is the state of a figure, not an element.
      else if (
        fragment &&
        !fragment.includes('=') &&
        there.endsWith('.html') &&
        !idsOf(there).has(fragment)
      )
        broken.add(`${file}: ${href} has no such element`);
    }
  expect(links).toBeGreaterThan(5000);
  expect([...broken].slice(0, 30)).toEqual([]);
});

test('every link out of the site goes to a host that an editor has reviewed', () => {
  const { hosts } = parse(readFileSync('content/review/hosts.yaml', 'utf8')) as { hosts: string[] };
  const reviewed = new Set(hosts);
  const strangers = new Set<string>();
  let links = 0;
  for (const file of pages())
    for (const link of builtPage(file).querySelectorAll('a[href]')) {
      const href = link.getAttribute('href') ?? '';
      if (!/^https?:/.test(href)) continue;
      links += 1;
      if (!reviewed.has(new URL(href).host)) strangers.add(`${file}: ${href}`);
    }
  expect(links).toBeGreaterThan(300);
  expect([...strangers]).toEqual([]);
});

test('no id stands twice on a page', () => {
  const doubles: string[] = [];
  for (const file of pages()) {
    const seen = new Set<string>();
    for (const { id } of builtPage(file).querySelectorAll('[id]')) {
      if (seen.has(id)) doubles.push(`${file}: #${id}`);
      seen.add(id);
    }
  }
  expect(doubles).toEqual([]);
});

test('every published paragraph has its address in both languages and a permalink', () => {
  const lock = readLock('.');
  const missing: string[] = [];
  let blocks = 0;
  for (const [slug, chapter] of Object.entries(lock.chapters))
    for (const section of chapter.sections)
      for (const { n } of section.blocks) {
        blocks += 1;
        const id = `p-${chapter.number}-${n}`;
        for (const locale of ['zh', 'en'])
          if (builtPage(`${locale}/${slug}/index.html`).querySelector(`[id="${id}"]`) === null)
            missing.push(`${locale}/${slug}/#${id}`);
        if (target(`/go/${id}/`) === undefined) missing.push(`/go/${id}/`);
      }
  expect(blocks).toBeGreaterThan(50);
  expect(missing).toEqual([]);
});

test('no page shows Markdown that was not closed', () => {
  const stray = pages().filter((file) =>
    /\*\*/.test(builtPage(file).querySelector('main')?.text ?? ''),
  );
  expect(stray).toEqual([]);
});

test('no page carries an inline style, which its security policy would refuse', () => {
  const styled = pages().filter((file) => builtPage(file).querySelector('[style]') !== null);
  expect(styled).toEqual([]);
});

test('each page names its language, its twin and a canonical address', () => {
  const wrong: string[] = [];
  for (const file of pages().filter((one) => /^(?:zh|en)\//.test(one))) {
    const page = builtPage(file);
    const locale = file.slice(0, 2);
    const lang = page.querySelector('html')?.getAttribute('lang');
    if (lang !== (locale === 'zh' ? 'zh-CN' : 'en'))
      wrong.push(`${file}: lang ${lang ?? 'missing'}`);
    const alternates = page
      .querySelectorAll('link[rel="alternate"][hreflang]')
      .map((link) => link.getAttribute('hreflang'));
    for (const wanted of ['zh-CN', 'en', 'x-default'])
      if (!alternates.includes(wanted)) wrong.push(`${file}: no alternate ${wanted}`);
    if (page.querySelectorAll('link[rel="canonical"]').length !== 1)
      wrong.push(`${file}: canonical`);
    if ((page.querySelector('meta[name="description"]')?.getAttribute('content') ?? '') === '')
      wrong.push(`${file}: description`);
    if (page.querySelectorAll('h1').length !== 1) wrong.push(`${file}: h1`);
  }
  expect(wrong).toEqual([]);
});

test('no line can begin with the comma or full stop that follows a button', () => {
  const loose = pages().flatMap((file) =>
    builtPage(file)
      .querySelectorAll('.ref-fallback')
      .filter((link) => /^[，。、；：？！）,.;:?!)]/.test(link.nextSibling?.text ?? ''))
      .map((link) => `${file}: ${(link.parentNode?.text ?? '').slice(0, 60)}`),
  );
  expect(loose.slice(0, 10)).toEqual([]);
});
