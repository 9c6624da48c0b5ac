import type { ParameterValues } from '../contract.ts';
import { WEEK_HOURS, type Zone } from './time.ts';

export interface WeekValues {
  zone: Zone;
  view: 'list' | 'lanes';
  span: 'week' | 'hours';
  /** Hour of the week up to which things count as known. */
  known: number;
}

/** The figure's parameters with their types; what is missing stands at its default. */
export function weekValues(values: ParameterValues): WeekValues {
  return {
    zone: values['zone'] === 'utc' ? 'utc' : 'beijing',
    view: values['view'] === 'lanes' ? 'lanes' : 'list',
    span: values['span'] === 'hours' ? 'hours' : 'week',
    known: typeof values['known'] === 'number' ? values['known'] : WEEK_HOURS,
  };
}
