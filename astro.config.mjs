import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import { satteri } from '@astrojs/markdown-satteri';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { blockPlugin } from './src/content/block-plugin.ts';
import { MARKDOWN_FEATURES } from './src/content/outline.ts';
import { readAddress, readRedirects } from './src/content/redirects.ts';
import { LOCALE_IDS } from './src/i18n/locales.ts';
import { BEFORE_PAINT } from './src/scripts/before-paint.ts';

/** @param {string} script */
const hashOf = (script) =>
  /** @type {const} */ (`sha256-${createHash('sha256').update(script).digest('base64')}`);

const root = fileURLToPath(new URL('.', import.meta.url));

/** Pages of chapters that moved: a published address leads on for ever. */
const moved = Object.fromEntries(
  [...readRedirects(root)].flatMap(([from, to]) => {
    const [old, now] = [readAddress(from), readAddress(to)];
    if (old.kind !== 'chapter' || old.fragment !== undefined || now.kind !== 'chapter') return [];
    return LOCALE_IDS.map((locale) => [`/${locale}/${old.slug}/`, `/${locale}/${now.slug}/`]);
  }),
);

export default defineConfig({
  // Where the site will stand; canonical addresses and citations are made from it.
  site: process.env.SITE_URL ?? 'https://mined-out.example',
  base: process.env.BASE_PATH ?? '/',
  trailingSlash: 'always',
  redirects: moved,
  // JSX rules for white space: a line break between two tags is no space, as Chinese needs it.
  compressHTML: 'jsx',
  integrations: [mdx(), preact()],
  markdown: {
    syntaxHighlight: false,
    processor: satteri({ features: MARKDOWN_FEATURES, mdastPlugins: [blockPlugin(root)] }),
  },
  build: {
    format: 'directory',
    // One request paints a page; the sheet is small enough to travel with each.
    inlineStylesheets: 'always',
    concurrency: 1,
  },
  devToolbar: { enabled: false },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "worker-src 'self'",
        "require-trusted-types-for 'script'",
        'trusted-types mined-out',
      ],
      scriptDirective: { hashes: Object.values(BEFORE_PAINT).map(hashOf) },
    },
  },
  vite: {
    plugins: [tailwindcss()],
    build: { target: 'es2022', assetsInlineLimit: 0 },
  },
});
