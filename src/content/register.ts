import { LOCALE_IDS } from '../i18n/locales.ts';
import { SPELLED_UNITS } from '../i18n/units.ts';
import type { ChapterText } from './chapters.ts';
import type { Problem } from './problem.ts';
import type { Library } from './read.ts';

const ANSWER_LIMIT = { zh: 200, en: 120 } as const;

/** Number of Han characters, or of Latin words; what "length" means in each language. */
export function lengthOf(text: string, locale: 'zh' | 'en'): number {
  return locale === 'zh'
    ? (text.match(/\p{Script=Han}/gu) ?? []).length
    : (text.match(/[A-Za-z0-9’'-]+/g) ?? []).length;
}

/** Rules that need more than one record or file: chapters, their questions, units. */
export function checkRegister(library: Library, chapters: readonly ChapterText[]): Problem[] {
  const problems: Problem[] = [];
  const blocks = new Set(
    chapters.flatMap((chapter) =>
      chapter.sections.flatMap((section) => section.blocks.map((block) => block.id)),
    ),
  );
  for (const [id, question] of library.questions) {
    const file = `content/questions/${id}.yaml`;
    if (!blocks.has(question.block))
      problems.push({
        file,
        where: 'block',
        what: `no paragraph ${question.block}`,
        mend: 'name the paragraph that answers the question, as its margin number says: p-<chapter>-<number>',
      });
    const chapter = library.chapters.get(question.chapter);
    if (chapter && !chapter.questions.includes(id))
      problems.push({
        file,
        what: `${question.chapter}/chapter.yaml does not list this question`,
        mend: 'add it under questions there, or delete it',
      });
    if (chapter && question.goal > chapter.goals.length)
      problems.push({
        file,
        where: 'goal',
        what: `the chapter has ${chapter.goals.length} goals`,
        mend: 'count its goals from 1',
      });
  }
  for (const [slug, chapter] of library.chapters)
    for (const locale of LOCALE_IDS) {
      const length = lengthOf(chapter.answer[locale].replace(/\{\{[^}]*\}\}/g, '0'), locale);
      if (length > ANSWER_LIMIT[locale])
        problems.push({
          file: chapters.find((one) => one.slug === slug)?.folder ?? slug,
          where: `answer.${locale}`,
          what: `has ${length} ${locale === 'zh' ? 'characters' : 'words'}`,
          mend: `keep it within ${ANSWER_LIMIT[locale]}`,
        });
    }
  for (const [id, fact] of library.facts)
    if ((fact.kind === 'number' || fact.kind === 'range') && !SPELLED_UNITS.includes(fact.unit))
      problems.push({
        file: `content/facts/${id}.yaml`,
        where: 'unit',
        what: `src/i18n/units.ts has no spelling for "${fact.unit}"`,
        mend: 'add one for each language',
      });
  return problems;
}
