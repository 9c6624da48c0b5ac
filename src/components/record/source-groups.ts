import type { Source } from '../../schemas/index.ts';

export const LANG_GROUPS = ['zh', 'en', 'other'] as const;

/** Language of a source as the filter knows it: Chinese of either script, English, any other. */
export function langGroup(source: Source): (typeof LANG_GROUPS)[number] {
  if (source.lang.startsWith('zh')) return 'zh';
  return source.lang === 'en' ? 'en' : 'other';
}
