import { expect, test } from '@playwright/test';
import { builtFiles, builtPage, readBuilt } from '../support/site.ts';

/** Elements that make a browser ask for something without a reader's click. */
const fetching = [
  '[src]',
  '[srcset]',
  '[poster]',
  '[background]',
  'object[data]',
  'form[action]',
  '[formaction]',
  '[ping]',
  'image[href]',
  'use[href]',
  'feImage[href]',
];

/** Kinds of `<link>` that only tell, and fetch nothing. */
const telling = new Set([
  'alternate',
  'author',
  'bookmark',
  'canonical',
  'help',
  'license',
  'me',
  'next',
  'prev',
  'search',
]);

/** Names that look like addresses and are never asked for: XML's namespaces. */
const namespaces = /^https?:\/\/www\.w3\.org\//;

/** Addresses in an attribute; `srcset` holds several. */
function addresses(attribute: string, value: string): string[] {
  return attribute === 'srcset'
    ? value.split(',').map((candidate) => candidate.trim().split(/\s+/, 1)[0] ?? '')
    : [value.trim()];
}

/** Whether an address leads to a named host: `https://…`, `//…`, `wss://…`. */
function leavesTheSite(address: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(address);
}

/** Addresses that a style sheet fetches. */
function inStyles(css: string): string[] {
  return [...css.matchAll(/url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)/g)].map(
    ([, url, imported]) => (url ?? imported ?? '').trim(),
  );
}

/** Whole addresses in a script, in whatever way it may use them. */
function inScripts(code: string): string[] {
  return [...code.matchAll(/\b(?:https?|wss?):\/\/[\w.-]+[^\s"'`<>)]*/g)]
    .map(([address]) => address)
    .filter((address) => !namespaces.test(address));
}

test('no page fetches anything from another host', () => {
  const found: string[] = [];
  for (const file of builtFiles('.html')) {
    const page = builtPage(file);
    const note = (what: string, address: string) => {
      if (leavesTheSite(address)) found.push(`dist/${file}: ${what} ${address}`);
    };
    for (const element of page.querySelectorAll(fetching.join(', '))) {
      for (const [attribute, value] of Object.entries(element.attributes)) {
        if (/^(?:src|srcset|poster|background|data|action|formaction|ping|href)$/.test(attribute)) {
          for (const address of addresses(attribute, value)) {
            note(`<${element.rawTagName} ${attribute}>`, address);
          }
        }
      }
    }
    for (const link of page.querySelectorAll('link[href]')) {
      const kinds = (link.getAttribute('rel') ?? '').toLowerCase().split(/\s+/);
      if (!kinds.every((kind) => telling.has(kind))) {
        note(`<link rel="${kinds.join(' ')}">`, link.getAttribute('href') ?? '');
      }
    }
    for (const meta of page.querySelectorAll('meta[http-equiv="refresh" i]')) {
      note('<meta refresh>', (meta.getAttribute('content') ?? '').replace(/^[^=]*=\s*/, ''));
    }
    for (const script of page.querySelectorAll('script:not([src]):not([type$="json"])')) {
      for (const address of inScripts(script.textContent)) note('<script>', address);
    }
    for (const style of page.querySelectorAll('style')) {
      for (const address of inStyles(style.textContent)) note('<style>', address);
    }
  }
  expect(found).toEqual([]);
});

test('no style sheet or script names another host', () => {
  const found: string[] = [];
  for (const file of builtFiles('.css')) {
    for (const address of inStyles(readBuilt(file))) {
      if (leavesTheSite(address)) found.push(`dist/${file}: ${address}`);
    }
  }
  for (const file of [...builtFiles('.js'), ...builtFiles('.mjs')]) {
    for (const address of inScripts(readBuilt(file))) found.push(`dist/${file}: ${address}`);
  }
  expect(found).toEqual([]);
});
