import type { APIRoute } from 'astro';
import { figureCsv } from '../../../figures/figure-data.ts';
import { figures } from '../../../figures/registry.ts';
import { localePathsFor } from '../../../locale-paths.ts';
import type { Locale } from '../../../i18n/locales.ts';

export const getStaticPaths = () => localePathsFor('figure', figures.keys());

export const GET: APIRoute<{ locale: Locale; id: string }> = ({ props }) =>
  new Response(figureCsv(props.id, props.locale), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
