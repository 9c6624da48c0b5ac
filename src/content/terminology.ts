/** Holds the texts of the site to the forms that the glossary says to avoid. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { LOCALE_IDS, type Locale } from '../i18n/locales.ts';
import { ContentError, type Problem } from './problem.ts';
import type { Library } from './read.ts';
import type { SiteText } from './texts.ts';

export const EXCEPTIONS_FILE = 'content/review/terminology-exceptions.yaml';

/** A place where a form to avoid is right. */
const exception = z.strictObject({
  form: z.string().min(1).describe('The form, as the glossary lists it.'),
  where: z.string().min(1).describe('File from the root of the repository.'),
  words: z
    .string()
    .min(1)
    .describe('The words around it, as printed; only this place is excepted.'),
  reason: z.string().min(1).describe('Why it is right there.'),
});

const schema = z.strictObject({ exceptions: z.array(exception) });

export type TermException = z.infer<typeof exception> & { line?: number | undefined };

/** @throws ContentError when the file is not a list of exceptions */
export function readTermExceptions(root: string): TermException[] {
  if (!existsSync(join(root, EXCEPTIONS_FILE))) return [];
  const counter = new LineCounter();
  const document = parseDocument(readFileSync(join(root, EXCEPTIONS_FILE), 'utf8'), {
    lineCounter: counter,
  });
  const result = schema.safeParse(document.toJS());
  if (!result.success)
    throw new ContentError([
      {
        file: EXCEPTIONS_FILE,
        what: result.error.issues.map((one) => `${one.path.join('.')}: ${one.message}`).join('; '),
        mend: 'write exceptions with form, where, words and reason',
      },
    ]);
  return result.data.exceptions.map((one, index) => {
    const node = document.getIn(['exceptions', index], true) as { range?: [number] } | undefined;
    return { ...one, line: node?.range && counter.linePos(node.range[0]).line };
  });
}

/** A form to avoid, and the headword to write in its place. */
export interface AvoidedForm {
  form: string;
  instead: string;
  term: string;
  pattern: RegExp;
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/**
 * How a form is searched for. A Chinese one anywhere in the text. An English one between word
 * boundaries, so that “inland China” is not found in “mainland China”; with or without the s of a
 * plural; and in any case of letters, unless it has a capital of its own (*BitCoin*).
 */
export function formPattern(form: string, locale: Locale): RegExp {
  if (locale === 'zh') return new RegExp(escape(form), 'gu');
  const words = form
    .trim()
    .split(/\s+/)
    .map(escape)
    .join(String.raw`\s+`);
  const plural = /[a-z]$/.test(form) ? '(?:s|es)?' : '';
  return new RegExp(
    String.raw`(?<![\p{L}\p{N}])${words}${plural}(?![\p{L}\p{N}])`,
    /\p{Lu}/u.test(form) ? 'gu' : 'giu',
  );
}

/** The literal forms of the glossary in one language; those with a condition need a human eye. */
export function avoidedForms(glossary: Library['glossary'], locale: Locale): AvoidedForm[] {
  return [...glossary].flatMap(([term, record]) =>
    record.avoid[locale]
      .filter(({ when }) => when === undefined)
      .map(({ form }) => ({
        form,
        instead: record[locale],
        term,
        pattern: formPattern(form, locale),
      })),
  );
}

/** The text with its quotations blanked, so that what others said stays as they said it. */
export function withoutQuotations(text: string): string {
  return text.replace(/“[^”]*”/gu, (quotation) => '\0'.repeat(quotation.length));
}

/**
 * Every form to avoid in the texts, save in quotations, in notes on the translation and where an
 * exception says that it is right; and every exception that excepts nothing any more.
 */
export function checkTerminology(
  texts: Iterable<SiteText>,
  glossary: Library['glossary'],
  exceptions: readonly TermException[],
): Problem[] {
  const problems: Problem[] = [];
  const forms = new Map(LOCALE_IDS.map((locale) => [locale, avoidedForms(glossary, locale)]));
  const used = new Set<TermException>();
  for (const { file, line, where, locale, within, text } of texts) {
    if (within === 'TransNote') continue;
    const own = withoutQuotations(text);
    for (const { form, instead, term, pattern } of forms.get(locale) ?? [])
      for (const match of own.matchAll(pattern)) {
        const excepted = exceptions.find(
          (one) =>
            one.form === form && one.where === file && holds(text, one.words, match.index, form),
        );
        if (excepted) {
          used.add(excepted);
          continue;
        }
        problems.push({
          file,
          line,
          where,
          what: `“${match[0]}” is a form to avoid (content/glossary/${term}.yaml): …${text.slice(
            Math.max(0, match.index - 12),
            match.index + match[0].length + 12,
          )}…`,
          mend: `write “${instead}”, or put the place into ${EXCEPTIONS_FILE} with the reason`,
        });
      }
  }
  for (const one of exceptions)
    if (!used.has(one))
      problems.push({
        file: EXCEPTIONS_FILE,
        line: one.line,
        where: one.form,
        what: `no such place any more in ${one.where}: ${one.words}`,
        mend: 'delete the exception, or correct it',
      });
  return problems;
}

/** True when `words` stand in the text so that they cover the form found at `index`. */
function holds(text: string, words: string, index: number, form: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (at <= index && index + form.length <= at + words.length) return true;
  return false;
}
