/**
 * Setting text in a drawing that is made without a browser: widths are estimated on the wide side,
 * so that what fits here fits in any of the fonts a reader may have.
 */

/** Advance of a character in em: an upper bound over the usual sans-serif fonts. */
function advance(char: string): number {
  if (/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—]/.test(char)) return 1;
  if (/[ijlt.,:;'|!()[\]fr]/.test(char)) return 0.42;
  if (/[mwMW%@]/.test(char)) return 0.98;
  if (/[A-Z]/.test(char)) return 0.74;
  if (char === ' ') return 0.32;
  return 0.63;
}

/** Width of a line of text. textWidth('22:00', 10) // => 29.4 */
export function textWidth(text: string, fontSize: number): number {
  let width = 0;
  for (const char of text) width += advance(char);
  // Browsers set an eighth of an em between Han characters and Latin letters or digits.
  const seams = text.match(/\p{Script=Han}(?=[A-Za-z0-9])|[A-Za-z0-9](?=\p{Script=Han})/gu);
  return (width + (seams?.length ?? 0) / 8) * fontSize;
}

/** Punctuation that may not begin a line, and that which may not end one (GB/T 15834). */
const NO_START = /^[，。、：；？！）》」』”’％%]/;
const NO_END = /[（《「『“‘]$/;

/**
 * Where a Chinese label may break: between words, which no two engines find alike. A text without
 * the sign may break between any two characters.
 */
export const BREAK = '|';

/** A text without its signs for breaks. */
export const unbroken = (text: string): string => text.replaceAll(BREAK, '');

/** Pieces between which a line may break: as marked, else words in Latin and characters in Han. */
function pieces(text: string): string[] {
  if (text.includes(BREAK)) return text.split(BREAK);
  const found =
    text.match(/[\p{Script=Latin}\p{N}:.,'’+\-–/]+ ?|[^\p{Script=Latin}\p{N}] ?/gu) ?? [];
  const joined: string[] = [];
  for (const piece of found) {
    const before = joined.at(-1);
    if (before !== undefined && (NO_START.test(piece) || NO_END.test(before)))
      joined[joined.length - 1] = before + piece;
    else joined.push(piece);
  }
  return joined;
}

/**
 * Breaks a text into lines of at most `width`, as even as their number allows, so that no line is
 * left with one character. Where a marked piece is too wide the marks are dropped; a single word wider than `width` stays whole.
 */
export function wrap(text: string, width: number, fontSize: number): readonly string[] {
  const key = `${text}\n${width}\n${fontSize}`;
  let lines = wrapped.get(key);
  if (lines === undefined) wrapped.set(key, (lines = evenLines(text, width, fontSize)));
  return lines;
}

/** A slider asks for the same lines again and again. */
const wrapped = new Map<string, readonly string[]>();

function evenLines(marked: string, width: number, fontSize: number): readonly string[] {
  const fits = pieces(marked).every((piece) => textWidth(piece.trimEnd(), fontSize) <= width);
  const text = fits ? marked : unbroken(marked);
  const greedy = fill(text, width, fontSize);
  if (greedy.length < 2) return greedy;
  let [low, high] = [0, width];
  while (high - low > fontSize / 4) {
    const middle = (low + high) / 2;
    if (fill(text, middle, fontSize).length > greedy.length) low = middle;
    else high = middle;
  }
  return fill(text, high, fontSize);
}

function fill(text: string, width: number, fontSize: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    if (line !== '' && textWidth((line + piece).trimEnd(), fontSize) > width) {
      lines.push(line.trimEnd());
      line = piece;
    } else line += piece;
  }
  if (line !== '') lines.push(line.trimEnd());
  return lines;
}
