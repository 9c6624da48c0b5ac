/**
 * Bitcoin's proof of work and issuance as pure functions, by the rules of mainnet: headers,
 * targets, difficulty, retargeting, subsidy and Merkle roots. Hashes are hexadecimal in display
 * order, amounts are satoshis, times are seconds since 1970. Malformed input throws
 * `ProtocolInputError`.
 */
export { ProtocolInputError } from './errors.ts';
export { doubleSha256, sha256 } from './hash.ts';
export {
  blockHash,
  hashMeetsTarget,
  meetsTarget,
  parseHeader,
  serializeHeader,
  type BlockHeader,
} from './header.ts';
export { merkleRoot } from './merkle.ts';
export {
  RETARGET_CLAMP,
  RETARGET_INTERVAL,
  TARGET_SPACING,
  TARGET_TIMESPAN,
  clampTimespan,
  nextBits,
  type RetargetInput,
} from './retarget.ts';
export {
  createNonceSearch,
  hashAttempt,
  toyTarget,
  type NonceAttempt,
  type NonceSearch,
  type NonceSearchOptions,
  type SearchStep,
} from './search.ts';
export { HALVING_INTERVAL, INITIAL_SUBSIDY, SATOSHI_PER_BITCOIN, subsidy } from './subsidy.ts';
export { POW_LIMIT, compactToTarget, targetToCompact, type CompactTarget } from './target.ts';
export { blockWork, difficulty, expectedHashes, expectedTries } from './work.ts';
