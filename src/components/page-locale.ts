import { isLocale, type Locale } from '../i18n/locales.ts';

/**
 * The language of the page being rendered. Components inside MDX cannot be handed props by the
 * page, so the layout leaves it in `Astro.locals`.
 */
export function pageLocale(astro: { locals: App.Locals }): Locale {
  const { locale } = astro.locals;
  if (!locale || !isLocale(locale)) throw new Error('the layout must set Astro.locals.locale');
  return locale;
}
