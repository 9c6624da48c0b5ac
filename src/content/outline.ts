import { createHash } from 'node:crypto';
import { mdxToMdast } from 'satteri';
import type { Locale } from '../i18n/locales.ts';
import type { CollectionName } from '../schemas/index.ts';
import { hanProblem } from './han.ts';
import type { Problem } from './problem.ts';

/** What an inline component names: the collection its `id` belongs to. */
export const INLINE_COMPONENTS = {
  Fact: 'facts',
  Claim: 'claims',
  Term: 'glossary',
  Source: 'sources',
  Event: 'events',
  When: 'events',
  Paper: 'papers',
  Firm: 'firms',
  Place: 'places',
} as const satisfies Record<string, CollectionName>;

/** Components that stand as a block of their own. Figures are checked against src/figures. */
export const BLOCK_COMPONENTS = [
  'Figure',
  'Question',
  'TransNote',
  'Misconception',
  'Insight',
] as const;

export interface CitedRecord {
  component: string;
  collection: CollectionName | 'figures';
  id: string;
  line: number | undefined;
}

export interface Block {
  /** paragraph, list, table, blockquote or the component's name. */
  kind: string;
  /** What must be the same in both languages: list items, table rows, figure or question id. */
  shape: string;
  /** Hash of the text without its formatting; a change of it means that the block was edited. */
  hash: string;
  text: string;
  cites: CitedRecord[];
  line: number | undefined;
}

export interface Section {
  id: string;
  title: string;
  line: number | undefined;
  blocks: Block[];
}

export interface Outline {
  sections: Section[];
  problems: Problem[];
}

/** The part of an mdast node that we read. */
export interface MdNode {
  type: string;
  depth?: number;
  name?: string | null;
  value?: string;
  url?: string;
  children?: MdNode[];
  attributes?: Array<{ type: string; name?: string; value?: unknown }>;
  data?: { hProperties?: { id?: unknown } };
  position?: { start: { line: number } };
}

/** Markdown features on in the build and in the checks alike. */
export const MARKDOWN_FEATURES = { headingAttributes: true, smartPunctuation: false } as const;

export function attribute(node: MdNode, name: string): string | undefined {
  const found = node.attributes?.find((candidate) => candidate.name === name);
  return typeof found?.value === 'string' ? found.value : undefined;
}

export function headingId(node: MdNode): string | undefined {
  const id = node.data?.hProperties?.id;
  return typeof id === 'string' ? id : undefined;
}

const isInline = (name: string): name is keyof typeof INLINE_COMPONENTS =>
  name in INLINE_COMPONENTS;

/** True for a node that is numbered as a block; headings, comments and imports are not. */
export function isBlock(node: MdNode): boolean {
  return ![
    'heading',
    'mdxjsEsm',
    'mdxFlowExpression',
    'definition',
    'thematicBreak',
    'yaml',
  ].includes(node.type);
}

function* walk(node: MdNode): Generator<MdNode> {
  yield node;
  for (const child of node.children ?? []) yield* walk(child);
}

const BLOCK_TYPES = new Set(['paragraph', 'heading', 'listItem', 'tableCell', 'blockquote']);

function plainText(node: MdNode): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value ?? '';
  const own = node.name && isInline(node.name) ? `⟨${attribute(node, 'id') ?? ''}⟩` : '';
  const inner = (node.children ?? []).map(plainText).join('');
  return BLOCK_TYPES.has(node.type) ? `${inner}\n` : own + inner;
}

/** Names such as SHA-256, S19 or M30S++ are not numbers: their digits are glued to Latin letters. */
const NAME_WITH_DIGITS = /[A-Za-z]+[-‑]?\d+[A-Za-z0-9+]*/g;
const DIGITS = /[0-9０-９][0-9０-９.,，]*\s?%?/;

function shapeOf(node: MdNode): string {
  switch (node.type) {
    case 'list':
      return `${node.children?.length ?? 0} items`;
    case 'table':
      return `${node.children?.length ?? 0} rows of ${node.children?.[0]?.children?.length ?? 0} cells`;
    case 'mdxJsxFlowElement':
      return attribute(node, 'id') ?? `${node.children?.length ?? 0} parts`;
    default:
      return '';
  }
}

/**
 * Reads one language of a chapter: its sections, the blocks inside them, what each block cites, and
 * everything in its typing that would break a promise of the site.
 * @param source text of the MDX file
 * @param file its path from the root, for messages
 */
export function readOutline(source: string, file: string, locale: Locale): Outline {
  const problems: Problem[] = [];
  let tree: MdNode;
  try {
    tree = mdxToMdast(source, { features: MARKDOWN_FEATURES }) as unknown as MdNode;
  } catch (error) {
    problems.push({
      file,
      what: `not valid MDX: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`,
      mend: 'close every tag and brace; write a literal { or < as \\{ or \\<',
    });
    return { sections: [], problems };
  }

  const sections: Section[] = [];
  for (const node of tree.children ?? []) {
    const line = node.position?.start.line;
    if (node.type === 'mdxjsEsm')
      problems.push({
        file,
        line,
        what: 'an import or export',
        mend: 'components need no import; delete the line',
      });
    if (node.type === 'heading') {
      const id = headingId(node);
      const title = plainText(node).trim();
      if (id === undefined)
        problems.push({
          file,
          line,
          where: title,
          what: 'a heading without an id',
          mend: 'write ## Title {#id}, the same id in both languages',
        });
      if (node.depth === 2) sections.push({ id: id ?? '', title, line, blocks: [] });
      else if (node.depth === 1)
        problems.push({
          file,
          line,
          where: title,
          what: 'a first-level heading',
          mend: 'the title stands in chapter.yaml; begin sections with ##',
        });
      checkTexts(node, file, locale, problems);
      continue;
    }
    if (!isBlock(node)) continue;
    const section = sections.at(-1);
    if (!section) {
      problems.push({
        file,
        line,
        what: 'text before the first section',
        mend: 'begin with ## Title {#id}; the answer stands in chapter.yaml',
      });
      continue;
    }
    checkTexts(node, file, locale, problems);
    checkNesting(node, file, problems);
    const text = plainText(node).trim();
    section.blocks.push({
      kind: node.type === 'mdxJsxFlowElement' ? (node.name ?? '') : node.type,
      shape: shapeOf(node),
      hash: createHash('sha256').update(text.replace(/\s+/g, ' ')).digest('hex').slice(0, 10),
      text,
      cites: citesOf(node, file, problems),
      line,
    });
  }
  return { sections, problems };
}

/** Components that render a link or a button, and so may hold plain text only. */
const PLAIN_INSIDE = new Set(['Term', 'Event', 'Paper', 'Firm', 'Place']);

function checkNesting(block: MdNode, file: string, problems: Problem[]): void {
  for (const outer of walk(block)) {
    if (!(outer.type === 'link' || (outer.name != null && PLAIN_INSIDE.has(outer.name)))) continue;
    for (const inner of walk(outer))
      if (
        inner !== outer &&
        (inner.type === 'link' ||
          (inner.name != null && inner.name !== 'When' && isInline(inner.name)))
      )
        problems.push({
          file,
          line: outer.position?.start.line ?? block.position?.start.line,
          where: `<${outer.name ?? 'link'}>`,
          what: `holds <${inner.name ?? 'link'}>, but a link or a button cannot hold another`,
          mend: 'end the outer one before the inner one begins',
        });
  }
}

function citesOf(block: MdNode, file: string, problems: Problem[]): CitedRecord[] {
  const cites: CitedRecord[] = [];
  for (const node of walk(block)) {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') continue;
    const component = node.name ?? '';
    const line = node.position?.start.line ?? block.position?.start.line;
    if (isInline(component) || component === 'Question' || component === 'Figure') {
      const id = attribute(node, 'id');
      const collection = isInline(component)
        ? INLINE_COMPONENTS[component]
        : component === 'Question'
          ? 'questions'
          : 'figures';
      if (!id)
        problems.push({
          file,
          line,
          where: `<${component}>`,
          what: 'has no id',
          mend: `write <${component} id="…">`,
        });
      else
        for (const one of component === 'Source' ? id.split(/\s+/) : [id])
          cites.push({ component, collection, id: one, line });
    } else if (!(BLOCK_COMPONENTS as readonly string[]).includes(component)) {
      problems.push({
        file,
        line,
        where: `<${component}>`,
        what: 'no such component',
        mend: `use one of ${[...Object.keys(INLINE_COMPONENTS), ...BLOCK_COMPONENTS].join(', ')}`,
      });
    }
  }
  return cites;
}

function checkTexts(block: MdNode, file: string, locale: Locale, problems: Problem[]): void {
  for (const node of walk(block)) {
    if (node.type !== 'text') continue;
    const text = node.value ?? '';
    const line = node.position?.start.line ?? block.position?.start.line;
    if (text.includes('**'))
      problems.push({
        file,
        line,
        where: text.trim().slice(0, 30),
        what: 'a stray ** that would be printed',
        mend: 'move the punctuation outside the stars: **重点**。后文',
      });
    if (locale === 'zh') {
      const problem = hanProblem(text);
      if (problem) problems.push({ file, line, ...problem });
    }
    const digits = DIGITS.exec(text.replace(NAME_WITH_DIGITS, ''));
    if (digits)
      problems.push({
        file,
        line,
        where: `“${digits[0].trim()}”`,
        what: 'digits typed in the text',
        mend: 'name the fact: <Fact id="…" />, or <When id="…" /> for the date of an event; small counts may be written as words',
      });
  }
}
