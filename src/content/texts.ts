/** Every text of the site that an editor writes, for the checks that read language. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FigureContract } from '../figures/contract.ts';
import { LOCALE_IDS, type Locale } from '../i18n/locales.ts';
import { fillPrinted, localizedTexts, printFrom, readProse, type Prose } from './prose.ts';
import { readRecord, recordFiles, type Library } from './read.ts';

/** One text with its place. */
export interface SiteText extends Prose {
  file: string;
  /** Field of the record, where it is one. */
  where?: string | undefined;
  locale: Locale;
}

function* inMdx(root: string, folder: string, library: Library): Generator<SiteText> {
  for (const locale of LOCALE_IDS) {
    const file = `${folder}/${locale}.mdx`;
    if (!existsSync(join(root, file))) continue;
    const source = readFileSync(join(root, file), 'utf8');
    for (const prose of readProse(source, printFrom(library, locale)))
      yield { ...prose, file, locale };
  }
}

function* inRecords(
  root: string,
  collection: 'chapters' | 'questions',
  library: Library,
): Generator<SiteText> {
  for (const entry of recordFiles(root, collection)) {
    const { record, line } = readRecord(root, collection, entry);
    for (const { path, locale, text } of localizedTexts(record))
      yield {
        kind: 'paragraph',
        within: undefined,
        // A question of the kind `mark` has its answer in [brackets], which are not printed.
        text: fillPrinted(text, printFrom(library, locale)).replace(/[[\]]/g, ''),
        line: line(path),
        file: entry.file,
        where: path.join('.'),
        locale,
      };
  }
}

/**
 * The texts of chapters, their records and questions, the pages beside them, the figures and the
 * interface, as they are printed. A hole of an interface text, {{count}}, is filled with a 0.
 */
export function* siteTexts(
  root: string,
  library: Library,
  figures: ReadonlyMap<string, FigureContract>,
): Generator<SiteText> {
  for (const { file } of recordFiles(root, 'chapters'))
    yield* inMdx(root, file.replace(/\/chapter\.yaml$/, ''), library);
  const pages = join(root, 'content/pages');
  if (existsSync(pages))
    for (const page of readdirSync(pages).sort())
      yield* inMdx(root, `content/pages/${page}`, library);
  yield* inRecords(root, 'chapters', library);
  yield* inRecords(root, 'questions', library);
  const plain = { kind: 'paragraph', within: undefined, line: undefined } as const;
  for (const [id, figure] of figures)
    for (const { path, locale, text } of localizedTexts(figure))
      yield {
        ...plain,
        text: fillPrinted(text, printFrom(library, locale)),
        file: `src/figures/${id}/figure.ts`,
        where: path.join('.'),
        locale,
      };
  for (const locale of LOCALE_IDS)
    for (const part of ['', '.records']) {
      const file = `content/ui/${locale}${part}.json`;
      if (!existsSync(join(root, file))) continue;
      const texts = JSON.parse(readFileSync(join(root, file), 'utf8')) as Record<string, string>;
      for (const [where, text] of Object.entries(texts))
        yield { ...plain, text: text.replace(/\{\{[^}]*\}\}/g, '0'), file, where, locale };
    }
}
