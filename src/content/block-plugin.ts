import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineMdastPlugin, type MdastContent } from 'satteri';
import { blockId, blockNumbers, readLock } from './lock.ts';
import { headingId, INLINE_COMPONENTS, isBlock, type MdNode } from './outline.ts';

const attr = (name: string, value: string) => ({ type: 'mdxJsxAttribute', name, value });
const element = (name: string, attributes: Array<ReturnType<typeof attr>>, children: MdNode[]) =>
  ({ type: 'mdxJsxFlowElement', name, attributes, children }) as MdNode;

/**
 * Turns the flat text of a chapter into sections and numbered blocks: `<Section id>` around each
 * second-level heading and what follows it, `<Block id label kind>` around each paragraph, list,
 * table or component. Inline references get a `uid`, unique on the page and the same in every
 * build, which ties a button to its popover.
 * @param root root of the repository; the permanent numbers come from its lock file
 */
export function blockPlugin(root: string) {
  return defineMdastPlugin({
    name: 'mined-out-blocks',
    before(tree, context) {
      if (!context.fileURL) return;
      const folder = basename(dirname(fileURLToPath(context.fileURL)));
      const match = /^(\d+)-(.+)$/.exec(folder);
      if (!match) return;
      const [, digits = '', slug = ''] = match;
      const chapter = Number(digits);

      const sections: Array<{ id: string; heading: MdNode; nodes: MdNode[] }> = [];
      for (const node of (tree as unknown as MdNode).children ?? []) {
        if (node.type === 'heading' && node.depth === 2)
          sections.push({ id: headingId(node) ?? '', heading: node, nodes: [] });
        else sections.at(-1)?.nodes.push(node);
      }
      const numbers = blockNumbers(
        sections.map(({ id, nodes }) => ({
          id,
          blocks: nodes.filter(isBlock).map((node) => ({ kind: kindOf(node) })),
        })),
        readLock(root).chapters[slug]?.sections ?? [],
      );
      const children = sections.map(({ id, heading, nodes }, index) => {
        let at = 0;
        const inner = nodes.map((node) => {
          if (!isBlock(node)) return node;
          const n = numbers[index]?.[at] ?? '';
          at += 1;
          const block = blockId(chapter, n);
          return element(
            'Block',
            [attr('id', block), attr('label', `${chapter}.${n}`), attr('kind', kindOf(node))],
            [withReferenceIds(node, block)],
          );
        });
        // The id stands on the section, so that a link shows heading and text together.
        return element('Section', [attr('id', id)], [withoutId(heading), ...inner]);
      });
      context.replaceNode(tree, { type: 'root', children } as unknown as MdastContent);
    },
  });
}

function kindOf(node: MdNode): string {
  return node.type === 'mdxJsxFlowElement' ? (node.name ?? '') : node.type;
}

function withoutId(heading: MdNode): MdNode {
  return { type: 'heading', depth: heading.depth ?? 2, children: heading.children ?? [] };
}

/** References that render a button at their end. */
const BUTTONS = new Set(['Term', 'Fact', 'Claim', 'Source']);
const CLOSING = /^[，。、；：？！）》”’…,.;:?!)]+/;

/** Punctuation right behind a button moves into it as `after`: a line must not begin with it. */
function withPunctuation(children: readonly MdNode[]): MdNode[] {
  const result = children.map((child) => ({ ...child }));
  for (const [index, child] of result.entries()) {
    const next = result[index + 1];
    if (!child.name || !BUTTONS.has(child.name) || next?.type !== 'text') continue;
    const closing = CLOSING.exec(next.value ?? '')?.[0];
    if (!closing) continue;
    child.attributes = [...(child.attributes ?? []), attr('after', closing)];
    next.value = (next.value ?? '').slice(closing.length);
  }
  return result;
}

/** A copy of a block in which each reference carries a `uid`; the parser's own nodes are frozen. */
function withReferenceIds(block: MdNode, id: string): MdNode {
  let count = 0;
  const copy = (node: MdNode): MdNode => {
    const isReference =
      node.name != null &&
      (node.name in INLINE_COMPONENTS || node.name === 'Question' || node.name === 'Figure');
    if (isReference) count += 1;
    return {
      ...node,
      ...(isReference
        ? { attributes: [...(node.attributes ?? []), attr('uid', `${id}-r${count}`)] }
        : {}),
      ...(node.children ? { children: withPunctuation(node.children).map(copy) } : {}),
    };
  };
  return copy(block);
}
