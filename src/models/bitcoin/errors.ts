/**
 * Input that cannot be what the named field should hold: wrong type, length, digits or range.
 *
 * Every function in this folder throws this class and no other for malformed input. Input that is
 * well formed but describes something the protocol rejects (a header that misses its target, bits
 * that no hash can meet) is no error where there is an answer to return; only a calculation that
 * has no meaning without a target, such as the next one, refuses it.
 */
export class ProtocolInputError extends Error {
  override readonly name = 'ProtocolInputError';
  /** The argument or member at fault, as the caller knows it: `header`, `bits`, `txids[3]`. */
  readonly field: string;

  /**
   * @param field what is at fault; it opens the message, so that a form can show it as it stands
   * @param problem what was expected and what was got
   */
  constructor(field: string, problem: string) {
    super(`${field}: ${problem}`);
    this.field = field;
  }
}

/** Says in a few words what a rejected value was, without repeating long input. */
export function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  switch (typeof value) {
    case 'number':
      return String(value);
    case 'bigint':
      return 'a bigint';
    case 'string':
      return `a string of ${value.length} characters`;
    case 'undefined':
      return 'nothing';
    case 'object':
      return 'an object';
    default:
      return `a ${typeof value}`;
  }
}

/**
 * Refuses what is no object, where the type checker could not: input from a form or a file.
 *
 * @throws ProtocolInputError naming `field`
 */
export function requireObject(field: string, value: unknown, expected: string): void {
  if (typeof value !== 'object' || value === null) {
    throw new ProtocolInputError(field, `expected ${expected}, got ${describe(value)}`);
  }
}
