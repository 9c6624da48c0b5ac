/** Language tag for `lang` and `hreflang` of a source; undefined when it was not recorded. */
export function sourceLang(lang: string): string | undefined {
  if (lang === 'und') return undefined;
  return lang === 'zh' ? 'zh-CN' : lang;
}
