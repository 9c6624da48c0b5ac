import { formatDate, formatQuantity, formatRange, formatTime } from '../i18n/format.ts';
import type { Locale } from '../i18n/locales.ts';
import type { Fact } from '../schemas/index.ts';

export interface FactForm {
  /** day leaves the year out of a date; time prints the hour of a date fact; bare leaves the unit out. */
  form?: 'full' | 'day' | 'weekday' | 'time' | 'bare' | undefined;
}

/** A fact as text. factText('kazakh-plan-usd', 'zh') // => '7.15亿美元' */
export function factText(fact: Fact, locale: Locale, { form = 'full' }: FactForm = {}): string {
  switch (fact.kind) {
    case 'number':
      return formatQuantity(form === 'bare' ? { ...fact, unit: 'none' } : fact, locale);
    case 'range':
      return formatRange(form === 'bare' ? { ...fact, unit: 'none' } : fact, locale);
    case 'date': {
      if (form === 'time' && fact.time) return formatTime(fact.time, locale);
      return formatDate(fact.value, locale, form === 'day' || form === 'weekday' ? form : 'full');
    }
    case 'text':
      return fact.value[locale];
  }
}
