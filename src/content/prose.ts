/**
 * The words of a text as a reader meets them, one leaf at a time: for checks that read language and
 * not records. `outline.ts` reads the same files for sections, blocks and what they cite.
 */
import { mdxToMdast } from 'satteri';
import { formatDate, formatTime } from '../i18n/format.ts';
import { LOCALE_IDS, type Locale } from '../i18n/locales.ts';
import { factText, type FactForm } from './fact-text.ts';
import { attribute, MARKDOWN_FEATURES, type MdNode } from './outline.ts';
import type { Library } from './read.ts';

/** One heading, paragraph, list item or table cell. */
export interface Prose {
  kind: 'heading' | 'paragraph' | 'item' | 'cell';
  /** TransNote, Misconception or Insight, when it stands in one. */
  within: string | undefined;
  text: string;
  /** Line of the file on which it begins. */
  line: number | undefined;
}

/** What an inline component without words of its own prints: <Fact>, <When>. */
export type Print = (component: string, id: string, form: string | undefined) => string;

/** Prints facts and dates as the page does; what the library does not hold prints nothing. */
export function printFrom(library: Pick<Library, 'facts' | 'events'>, locale: Locale): Print {
  return (component, id, form) => {
    if (component === 'Fact') {
      const fact = library.facts.get(id);
      return fact ? factText(fact, locale, { form: form as FactForm['form'] }) : '';
    }
    const event = component === 'When' ? library.events.get(id) : undefined;
    if (!event) return '';
    if (form === 'clock' || form === 'time')
      return formatTime(event.time ?? '', locale, form === 'time');
    return formatDate(event.date, locale, form === 'day' || form === 'weekday' ? form : 'full');
  };
}

/** Fills {{fact:id}} in a text of a record. */
export function fillPrinted(text: string, print: Print): string {
  return text.replace(/\{\{fact:([^}]*)\}\}/g, (_match, id: string) =>
    print('Fact', id, undefined),
  );
}

/** Stands for a source mark until the space typed before it is gone, too. */
const SOURCE_MARK = '\0';

function words(node: MdNode, print: Print): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value ?? '';
  if (node.type === 'break') return ' ';
  if (node.name === 'Source') return SOURCE_MARK;
  if (node.name === 'Fact' || node.name === 'When')
    return print(node.name, attribute(node, 'id') ?? '', attribute(node, 'form'));
  return (node.children ?? []).map((child) => words(child, print)).join('');
}

/**
 * The texts of an MDX file, in order. Stress and links lose their marks; `<Source>` prints nothing.
 * @param source text of the file; a file that is not valid MDX has no prose (`readOutline` tells why)
 */
export function readProse(source: string, print: Print): Prose[] {
  let tree: MdNode;
  try {
    tree = mdxToMdast(source, { features: MARKDOWN_FEATURES }) as unknown as MdNode;
  } catch {
    return [];
  }
  const prose: Prose[] = [];
  const visit = (node: MdNode, kind: 'paragraph' | 'item', within: string | undefined): void => {
    const leaf =
      node.type === 'heading'
        ? 'heading'
        : node.type === 'paragraph'
          ? kind
          : node.type === 'tableCell'
            ? 'cell'
            : undefined;
    if (leaf) {
      const text = words(node, print)
        .replace(/[ \t]*\0/g, '')
        .trim();
      if (text !== '') prose.push({ kind: leaf, within, text, line: node.position?.start.line });
      return;
    }
    const inside = node.type === 'mdxJsxFlowElement' ? (node.name ?? within) : within;
    for (const child of node.children ?? [])
      visit(child, node.type === 'listItem' ? 'item' : kind, inside);
  };
  visit(tree, 'paragraph', undefined);
  return prose;
}

export interface RecordText {
  path: Array<string | number>;
  locale: Locale;
  text: string;
}

/** Every text of a record, a question or a figure that stands in both languages. */
export function* localizedTexts(
  value: unknown,
  path: Array<string | number> = [],
): Generator<RecordText> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* localizedTexts(item, [...path, index]);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const fields = value as Record<string, unknown>;
  if (LOCALE_IDS.every((locale) => typeof fields[locale] === 'string')) {
    for (const locale of LOCALE_IDS)
      yield { path: [...path, locale], locale, text: fields[locale] as string };
    return;
  }
  for (const [key, item] of Object.entries(fields)) yield* localizedTexts(item, [...path, key]);
}
