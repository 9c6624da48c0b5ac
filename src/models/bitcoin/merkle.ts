import { ProtocolInputError, describe } from './errors.ts';
import { doubleSha256 } from './hash.ts';
import { hashFromDisplay, hashToDisplay } from './hex.ts';

/**
 * The Merkle root of a block's transactions: neighbours are joined and hashed twice, level by
 * level, until one hash is left. A level with an odd number repeats its last entry. A single id is
 * its own root.
 *
 * The repetition means that a list and the same list with its tail repeated share a root
 * (CVE-2012-2459); nodes turn such blocks away, this function does not look for them.
 *
 * @param txids transaction ids in block order, each 64 hexadecimal digits in display order
 * @returns 64 hexadecimal digits, lower case, in display order
 * @throws ProtocolInputError naming `txids` when the list is empty or no list, `txids[i]` when an
 *   entry is not 64 hexadecimal digits
 * @see Bitcoin developer reference, "Merkle Trees"; `ComputeMerkleRoot` in Bitcoin Core
 */
export function merkleRoot(txids: readonly string[]): string {
  if (!Array.isArray(txids) || txids.length === 0) {
    throw new ProtocolInputError(
      'txids',
      `expected a list of at least one transaction id, got ${describe(txids)}`,
    );
  }
  let level = Array.from(txids, (txid, index) => hashFromDisplay(`txids[${index}]`, txid));
  while (level.length > 1) level = parentLevel(level);
  const [root] = level;
  if (root === undefined) throw new Error('a level of a Merkle tree is never empty');
  return hashToDisplay(root);
}

function parentLevel(level: readonly Uint8Array[]): Uint8Array[] {
  const parents: Uint8Array[] = [];
  level.forEach((left, index) => {
    if (index % 2 === 1) return;
    const pair = new Uint8Array(64);
    pair.set(left, 0);
    pair.set(level[index + 1] ?? left, 32);
    parents.push(doubleSha256(pair));
  });
  return parents;
}
