/** Collections whose records have an address of their own on a reference page. */
export const RECORD_COLLECTIONS = [
  'claims',
  'events',
  'facts',
  'firms',
  'glossary',
  'nodes',
  'papers',
  'places',
  'questions',
  'sources',
] as const;
