/**
 * How hard a text is to read, in the two measures that the project promises: the Flesch–Kincaid grade
 * of the English, the length of sentences in the Chinese. Pure; `src/tooling/reading-level.ts` prints
 * them for each chapter.
 */
import { syllable } from 'syllable';
import type { Prose } from './prose.ts';

/** Bounds of a chapter, both ends included. */
export const READING_LIMITS = {
  /** Flesch–Kincaid grade of the English. */
  grade: 10,
  /** Mean length of a Chinese sentence, in characters. */
  zhMean: 30,
  enWords: [1100, 1800],
  zhHan: [1900, 3000],
} as const;

export interface EnglishLevel {
  words: number;
  sentences: number;
  meanSentence: number;
  syllables: number;
  /** Flesch–Kincaid grade. */
  grade: number;
}

export interface ChineseLevel {
  /** Han characters; signs and Latin letters do not count. */
  han: number;
  sentences: number;
  /** Characters a sentence: Han characters, and one for each Latin word or number. */
  meanSentence: number;
  longest: { length: number; text: string };
}

/** What runs on: headings and table cells are no sentences, and would make the mean look short. */
export function isRunning({ kind }: Prose): boolean {
  return kind === 'paragraph' || kind === 'item';
}

const TONE = 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜĀÁǍÀĒÉĚÈŌÓǑÒ';
const WORD = String.raw`[\p{Script=Latin}’'-]*(?:\p{Script=Han}|[${TONE}])[\p{Script=Han}\p{Script=Latin}’'-]*`;
const FOREIGN = new RegExp(String.raw`\p{Script=Han}|[${TONE}]`, 'u');

/** A run of Chinese or pinyin words in an English text. */
export const FOREIGN_WORDS = new RegExp(`${WORD}(?:\\s+${WORD})*`, 'gu');

/** English without the brackets that hold Chinese or pinyin: *Huobi (火币 Huǒbì)* becomes *Huobi*. */
export function withoutBrackets(text: string): string {
  return text.replace(/\s*[(（][^()（）]*[)）]/gu, (brackets) =>
    FOREIGN.test(brackets) ? '' : brackets,
  );
}

/** English without any word of Chinese or pinyin, in brackets or not. */
export function withoutGlosses(text: string): string {
  return withoutBrackets(text).replace(FOREIGN_WORDS, '');
}

const ABBREVIATED = /(?:^|[\s(“])(?:No|Mr|Ms|Dr|St|vs|etc|Inc|Ltd|Co|Corp|[A-Z])\.$/u;

/** Sentences of an English paragraph; a colon or a semicolon ends none. */
export function englishSentences(text: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const match of text.matchAll(/[.?!…]+[”’)\]]*(?=\s+[“‘(\[]?[\p{Lu}\p{N}$])/gu)) {
    const end = match.index + match[0].length;
    const sentence = text.slice(start, end);
    if (ABBREVIATED.test(sentence)) continue;
    sentences.push(sentence.trim());
    start = end;
  }
  sentences.push(text.slice(start).trim());
  return sentences.filter((sentence) => englishWords(sentence).length > 0);
}

/** Words of an English text: runs of letters, digits and the signs that hold a word together. */
export function englishWords(text: string): string[] {
  return (
    text.match(
      /(?:US|HK)?[$€£]?[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}’'/.,×⁰-⁹-]*[+%]*/gu,
    ) ?? []
  ).map((word) => word.replace(/[’'/.,-]+$/u, ''));
}

/**
 * Syllables of an English word as it is spoken. The count of `syllable`, by the parts of a hyphenated
 * word, but for what has no spelling of its own: a number has one for each digit (*1918* has four, in
 * Kincaid's example), $ and % have two, and letters that are spelled out one each (*IP*, *NDRC*).
 */
export function syllablesOf(word: string): number {
  const signs = (word.match(/[$€£%]/gu) ?? []).length * 2;
  const parts = word.match(/\p{N}|[\p{Script=Latin}’']+/gu) ?? [];
  const spoken = parts.map((part) => {
    if (/^\p{N}$/u.test(part)) return 1;
    if (/^\p{Lu}{2,5}s?$/u.test(part)) return part.replace(/s$/, '').length;
    return Math.max(1, syllable(part.replace(/’/gu, "'")));
  });
  return Math.max(1, signs + spoken.reduce((sum, count) => sum + count, 0));
}

/**
 * The level of an English text. Grade = 0.39 × words/sentences + 11.8 × syllables/words − 15.59
 * (J. P. Kincaid et al., Derivation of New Readability Formulas, US Navy, 1975).
 * @param paragraphs running text with its facts and dates printed; a paragraph ends a sentence
 */
export function englishLevel(paragraphs: readonly string[]): EnglishLevel {
  const sentences = paragraphs.flatMap((text) => englishSentences(withoutGlosses(text)));
  const words = sentences.flatMap(englishWords);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  const meanSentence = words.length / Math.max(1, sentences.length);
  return {
    words: words.length,
    sentences: sentences.length,
    meanSentence,
    syllables,
    grade: 0.39 * meanSentence + 11.8 * (syllables / Math.max(1, words.length)) - 15.59,
  };
}

/** Number of Han characters. */
export function hanCount(text: string): number {
  return (text.match(/\p{Script=Han}/gu) ?? []).length;
}

/** Sentences of a Chinese paragraph, ended by 。！？ or …… and what closes a quotation after them. */
export function chineseSentences(text: string): string[] {
  return (text.match(/[^。！？…]*(?:[。！？…]+[”’）》]*|$)/gu) ?? [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentenceLength(sentence) > 0);
}

function sentenceLength(sentence: string): number {
  const latin = sentence.match(/[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}.,’'/×-]*/gu) ?? [];
  return hanCount(sentence) + latin.length;
}

/**
 * The level of a Chinese text.
 * @param paragraphs running text with its facts and dates printed; a paragraph ends a sentence
 */
export function chineseLevel(paragraphs: readonly string[]): ChineseLevel {
  const sentences = paragraphs.flatMap(chineseSentences);
  const lengths = sentences.map(sentenceLength);
  const longest = lengths.reduce(
    (best, length, at) => (length > (lengths[best] ?? 0) ? at : best),
    0,
  );
  return {
    han: paragraphs.reduce((sum, text) => sum + hanCount(text), 0),
    sentences: sentences.length,
    meanSentence: lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length),
    longest: { length: lengths[longest] ?? 0, text: sentences[longest] ?? '' },
  };
}
