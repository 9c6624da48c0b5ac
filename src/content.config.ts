import { glob, type Loader } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { fileURLToPath } from 'node:url';
import { readRecord, recordFiles } from './content/read.ts';
import { ContentError } from './content/problem.ts';
import { COLLECTIONS, type CollectionName } from './schemas/index.ts';

/**
 * Feeds one collection of records to Astro. Reading and validating are those of `src/content/read`,
 * the same that `npm run check:content` runs, so that both name file, line and remedy alike.
 */
function records(collection: CollectionName): Loader {
  return {
    name: `mined-out-${collection}`,
    load: async ({ store, config, watcher }) => {
      const root = fileURLToPath(config.root);
      const fill = () => {
        store.clear();
        for (const entry of recordFiles(root, collection)) {
          const { record, problems } = readRecord(root, collection, entry);
          if (problems.length > 0 || record === undefined) throw new ContentError(problems);
          store.set({ id: entry.id, data: record, filePath: entry.file });
        }
      };
      fill();
      const folder = COLLECTIONS[collection].pattern.split('*')[0] ?? '';
      watcher?.on('all', (_event, path) => {
        if (path.includes(`content/${folder}`) && path.endsWith('.yaml')) fill();
      });
      return Promise.resolve();
    },
  };
}

// C ties the collection's type to its own schema; a union would blur all of them.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
const define = <C extends CollectionName>(collection: C) =>
  defineCollection({ loader: records(collection), schema: COLLECTIONS[collection].schema });

export const collections = {
  sources: define('sources'),
  facts: define('facts'),
  claims: define('claims'),
  events: define('events'),
  papers: define('papers'),
  firms: define('firms'),
  places: define('places'),
  nodes: define('nodes'),
  edges: define('edges'),
  contradictions: define('contradictions'),
  glossary: define('glossary'),
  datasets: define('datasets'),
  questions: define('questions'),
  chapters: define('chapters'),
  prose: defineCollection({
    loader: glob({
      base: './content/chapters',
      pattern: '*/*.mdx',
      // 07-the-week/zh.mdx → the-week/zh
      generateId: ({ entry }) => entry.replace(/^\d+-/, '').replace(/\.mdx$/, ''),
    }),
  }),
  pages: defineCollection({
    loader: glob({
      base: './content/pages',
      pattern: '*/*.mdx',
      generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
    }),
  }),
};
