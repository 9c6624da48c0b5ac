/** Rules of Chinese typing that a machine can hold; the style guide in content/STYLE.zh.md has the rest. */

const HAN = String.raw`[\p{Script=Han}，。、；：？！“”‘’（）《》〈〉【】…—·]`;
const SPACE_BEFORE = new RegExp(`[ \\t\\u00a0\\u3000]+(?=${HAN})`, 'u');
const SPACE_AFTER = new RegExp(`(?<=${HAN})[ \\t\\u00a0\\u3000]+`, 'u');
const NEWLINE = new RegExp(`(?:(?<=${HAN})[ \\t]*\\r?\\n|\\r?\\n[ \\t]*(?=${HAN}))`, 'u');
const HALF_WIDTH = /(?<=\p{Script=Han})[,;:?!()]|[,;?!()](?=\p{Script=Han})/u;

/** What is wrong with a Chinese text, or undefined. Positions are not given: texts are short. */
export function hanProblem(text: string): { what: string; mend: string } | undefined {
  if (NEWLINE.test(text))
    return {
      what: `a line break between Chinese characters, which would show as a space: ${excerpt(text, NEWLINE)}`,
      mend: 'keep each Chinese paragraph on one line',
    };
  if (SPACE_AFTER.test(text) || SPACE_BEFORE.test(text))
    return {
      what: `a typed space beside a Chinese character: ${excerpt(text, SPACE_AFTER.test(text) ? SPACE_AFTER : SPACE_BEFORE)}`,
      mend: 'delete the space; the style sheet sets the gap between Chinese and Latin text',
    };
  if (HALF_WIDTH.test(text))
    return {
      what: `half-width punctuation beside a Chinese character: ${excerpt(text, HALF_WIDTH)}`,
      mend: 'use full-width punctuation (，；：？！（）)',
    };
  return undefined;
}

function excerpt(text: string, pattern: RegExp): string {
  const index = text.search(pattern);
  return `“${text.slice(Math.max(0, index - 8), index + 9).replace(/\s/g, '␣')}”`;
}
