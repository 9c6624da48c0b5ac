/**
 * The same items in an order that looks arbitrary but is the same in every build: sorted by an
 * FNV-1a hash of seed and position, and never the given order.
 * @param seed any text, such as the id of a question
 */
export function seededOrder<T>(items: readonly T[], seed: string): T[] {
  const keyed = items.map((item, index) => ({ item, key: fnv1a(`${seed}:${index}`) }));
  const sorted = keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
  const first = sorted[0];
  const unchanged = sorted.every((item, index) => item === items[index]);
  return unchanged && first !== undefined ? [...sorted.slice(1), first] : sorted;
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}
