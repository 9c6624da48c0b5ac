import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALE_IDS, type Locale } from '../i18n/locales.ts';
import { blockId, blockNumbers, fitsLock, type Lock, type LockedSection } from './lock.ts';
import {
  readOutline,
  type Block,
  type CitedRecord,
  type Outline,
  type Section,
} from './outline.ts';
import type { Problem } from './problem.ts';
import { recordFiles, suggestion, type Library } from './read.ts';

/** One block in all languages, with its permanent number. */
export interface PairedBlock {
  /** p-3-12; counted through the chapter until the first stamp. */
  id: string;
  /** 3.12, as it is printed in the margin. */
  label: string;
  kind: string;
  blocks: Record<Locale, Block>;
}

export interface PairedSection {
  id: string;
  titles: Record<Locale, string>;
  blocks: PairedBlock[];
  /** Languages whose text changed alone since both were last reviewed together. */
  revised: Locale[];
}

export interface ChapterText {
  slug: string;
  number: number;
  folder: string;
  sections: PairedSection[];
}

interface Twin {
  file: string;
  outline: Outline;
}

/**
 * Reads both languages of every chapter and pairs them block by block. Problems are gathered, so
 * that an editor sees all of them at once.
 */
export function readChapters(
  root: string,
  library: Library,
  lock: Lock,
  figureIds: ReadonlySet<string>,
): { chapters: ChapterText[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const chapters: ChapterText[] = [];
  for (const { id: slug, file } of recordFiles(root, 'chapters')) {
    const record = library.chapters.get(slug);
    if (!record) continue;
    const folder = file.replace(/\/chapter\.yaml$/, '');
    const twins = {} as Record<Locale, Twin>;
    let complete = true;
    for (const locale of LOCALE_IDS) {
      const path = `${folder}/${locale}.mdx`;
      if (!existsSync(join(root, path))) {
        complete = false;
        problems.push({
          file: path,
          what: 'the twin is missing: the chapter stands in one language only',
          mend: `write ${path} with the same sections and blocks`,
        });
        continue;
      }
      const outline = readOutline(readFileSync(join(root, path), 'utf8'), path, locale);
      problems.push(...outline.problems);
      for (const section of outline.sections)
        for (const block of section.blocks)
          for (const cite of block.cites) checkCite(cite, path, library, figureIds, problems);
      twins[locale] = { file: path, outline };
    }
    if (!complete) continue;
    const sections = pairSections(record.sections, twins, problems);
    chapters.push({
      slug,
      number: record.number,
      folder,
      sections: numberBlocks(sections, record.number, lock.chapters[slug]?.sections ?? []),
    });
  }
  return { chapters: chapters.sort((a, b) => a.number - b.number), problems };
}

function checkCite(
  cite: CitedRecord,
  file: string,
  library: Library,
  figureIds: ReadonlySet<string>,
  problems: Problem[],
): void {
  if (cite.collection === 'figures') {
    if (!figureIds.has(cite.id))
      problems.push({
        file,
        line: cite.line,
        where: `<Figure id="${cite.id}">`,
        what: 'no such figure in src/figures',
        mend: suggestion(cite.id, new Map([...figureIds].map((id) => [id, id]))),
      });
    return;
  }
  const records = library[cite.collection];
  if (!records.has(cite.id))
    problems.push({
      file,
      line: cite.line,
      where: `<${cite.component} id="${cite.id}">`,
      what: `no record "${cite.id}" in content/${cite.collection}`,
      mend: suggestion(cite.id, records),
    });
}

function pairSections(
  declared: readonly string[],
  twins: Record<Locale, Twin>,
  problems: Problem[],
): PairedSection[] {
  const paired: PairedSection[] = [];
  for (const locale of LOCALE_IDS) {
    const { file, outline } = twins[locale];
    const found = outline.sections.map((section) => section.id);
    for (const section of outline.sections)
      if (!declared.includes(section.id))
        problems.push({
          file,
          line: section.line,
          where: section.title,
          what: `the section "${section.id}" stands in this language only`,
          mend: 'list it under sections in chapter.yaml and write its twin, or correct its id',
        });
    for (const id of declared)
      if (!found.includes(id))
        problems.push({
          file,
          what: `the section "${id}" of chapter.yaml is missing`,
          mend: `write ## Title {#${id}} here, or take it out of chapter.yaml and the twin`,
        });
    const known = found.filter((id) => declared.includes(id));
    if (known.join() !== declared.filter((id) => known.includes(id)).join())
      problems.push({
        file,
        what: `the sections stand in another order than in chapter.yaml: ${known.join(', ')}`,
        mend: `put them in this order: ${declared.join(', ')}`,
      });
  }
  for (const id of declared) {
    const sections = {} as Record<Locale, Section>;
    for (const locale of LOCALE_IDS) {
      const section = twins[locale].outline.sections.find((candidate) => candidate.id === id);
      if (section) sections[locale] = section;
    }
    if (LOCALE_IDS.some((locale) => !(locale in sections))) continue;
    paired.push({
      id,
      titles: Object.fromEntries(
        LOCALE_IDS.map((locale) => [locale, sections[locale].title]),
      ) as Record<Locale, string>,
      blocks: pairBlocks(id, sections, twins, problems),
      revised: [],
    });
  }
  return paired;
}

function pairBlocks(
  sectionId: string,
  sections: Record<Locale, Section>,
  twins: Record<Locale, Twin>,
  problems: Problem[],
): PairedBlock[] {
  const [first, ...others] = LOCALE_IDS as [Locale, ...Locale[]];
  const reference = sections[first].blocks;
  for (const locale of others) {
    const blocks = sections[locale].blocks;
    for (let index = 0; index < Math.max(reference.length, blocks.length); index += 1) {
      const here = blocks[index];
      const there = reference[index];
      const describe = (block: Block | undefined) =>
        block ? `${block.kind}${block.shape ? ` (${block.shape})` : ''}` : 'nothing';
      if (describe(here) !== describe(there)) {
        const alone = here ?? there;
        problems.push({
          file: here ? twins[locale].file : twins[first].file,
          line: alone?.line,
          where: `#${sectionId}, block ${index + 1}`,
          what: `the languages part here: ${first} has ${describe(there)}, ${locale} has ${describe(here)}`,
          mend: 'give both languages the same blocks in the same order',
        });
        break;
      }
      if (!here || !there) break;
      const missing = unmatched(there.cites, here.cites);
      const extra = unmatched(here.cites, there.cites);
      for (const [cite, file, where] of [
        ...missing.map((cite) => [cite, twins[locale].file, locale] as const),
        ...extra.map((cite) => [cite, twins[first].file, first] as const),
      ])
        problems.push({
          file,
          line: file === twins[locale].file ? here.line : there.line,
          where: `#${sectionId}, block ${index + 1}`,
          what: `${where} does not have <${cite.component} id="${cite.id}">, which its twin has`,
          mend: 'cite the same records in both languages',
        });
    }
  }
  return reference.flatMap((block, index) => {
    const blocks = Object.fromEntries(
      LOCALE_IDS.map((locale) => [locale, sections[locale].blocks[index]]),
    ) as Record<Locale, Block | undefined>;
    if (LOCALE_IDS.some((locale) => blocks[locale] === undefined)) return [];
    return [{ id: '', label: '', kind: block.kind, blocks: blocks as Record<Locale, Block> }];
  });
}

function unmatched(wanted: readonly CitedRecord[], given: readonly CitedRecord[]): CitedRecord[] {
  const keys = new Set(given.map((cite) => `${cite.component} ${cite.id}`));
  const seen = new Set<string>();
  return wanted.filter((cite) => {
    const key = `${cite.component} ${cite.id}`;
    if (keys.has(key) || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function numberBlocks(
  sections: PairedSection[],
  chapter: number,
  locked: readonly LockedSection[],
): PairedSection[] {
  const numbers = blockNumbers(sections, locked);
  const fits = fitsLock(sections, locked);
  return sections.map((section, index) => {
    const revised = new Set<Locale>();
    const blocks = section.blocks.map((block, at) => {
      const entry = fits ? locked[index]?.blocks[at] : undefined;
      const n = numbers[index]?.[at] ?? '';
      if (entry) {
        const changed = LOCALE_IDS.filter((locale) => block.blocks[locale].hash !== entry[locale]);
        if (changed.length === 1 && changed[0]) revised.add(changed[0]);
      }
      return { ...block, id: blockId(chapter, n), label: `${chapter}.${n}` };
    });
    return { ...section, blocks, revised: [...revised] };
  });
}
