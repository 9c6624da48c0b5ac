/** The way back: which records rest on a record. */
import { isPublic, library } from '../../content/index.ts';
import { factsInText } from '../../content/read.ts';
import { referencesOf } from '../../content/references.ts';
import { COLLECTIONS, type CollectionName } from '../../schemas/index.ts';

export interface Use {
  collection: CollectionName;
  id: string;
}

const uses = new Map<string, Use[]>();
for (const collection of Object.keys(COLLECTIONS) as CollectionName[])
  for (const [id, record] of library[collection]) {
    if (!isPublic(record)) continue;
    const named = referencesOf(COLLECTIONS[collection].schema, record).map(
      (reference) => `${reference.collection}/${reference.id}`,
    );
    const filled = factsInText(JSON.stringify(record)).map((fact) => `facts/${fact}`);
    for (const key of new Set([...named, ...filled])) {
      const list = uses.get(key) ?? [];
      list.push({ collection, id });
      uses.set(key, list);
    }
  }

/** Public records that name this one, in the order of their collections and ids. */
export function usesOf(collection: CollectionName, id: string): readonly Use[] {
  return uses.get(`${collection}/${id}`) ?? [];
}

/** Ids of the records of one collection that name this one. */
export function usersOf(
  collection: CollectionName,
  id: string,
  within: CollectionName,
): readonly string[] {
  return usesOf(collection, id)
    .filter((use) => use.collection === within)
    .map((use) => use.id);
}
