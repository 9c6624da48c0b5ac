import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, type HTMLElement } from 'node-html-parser';

/** The repository's root folder. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where the built site lies. */
export const dist = join(root, 'dist');

/**
 * The files of the built site.
 *
 * @param ending such as `.html`; without it, all files
 * @returns paths from `dist`, with forward slashes, sorted: `zh/index.html`
 * @throws Error when the site is not built, so that no test passes by looking at nothing
 */
export function builtFiles(ending = ''): string[] {
  if (!existsSync(join(dist, 'index.html'))) {
    throw new Error('The site is not built: run `npm run build` first.');
  }
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/**
 * The addresses of the built pages.
 *
 * @param options `go: false` leaves out the permalinks under `/go/`, of which there is one per record
 * @returns paths with slashes at both ends, sorted: `/`, `/en/`, `/en/about/`
 * @throws Error when the site is not built
 */
export function builtPages({ go = true }: { go?: boolean } = {}): string[] {
  return builtFiles('index.html')
    .filter((file) => file === 'index.html' || file.endsWith('/index.html'))
    .map((file) => `/${file.slice(0, -'index.html'.length)}`)
    .filter((page) => go || !page.startsWith('/go/'))
    .sort();
}

/**
 * The pages of one language.
 *
 * @param locale as in the address: `zh` or `en`
 */
export function pagesIn(locale: string): string[] {
  return builtPages().filter((page) => page.startsWith(`/${locale}/`));
}

/**
 * The text of a built file.
 *
 * @param file a path from `dist` (`robots.txt`) or the address of a page (`/zh/`)
 */
export function readBuilt(file: string): string {
  const path = file.endsWith('/') ? `${file}index.html` : file;
  return readFileSync(join(dist, path), 'utf8');
}

const parsed = new Map<string, HTMLElement>();

/**
 * A built page, to be asked with CSS selectors.
 *
 * @param file as for `readBuilt`
 * @returns the document; kept, so do not change it
 */
export function builtPage(file: string): HTMLElement {
  let page = parsed.get(file);
  if (page === undefined) {
    page = parse(readBuilt(file), { comment: false });
    parsed.set(file, page);
  }
  return page;
}
