/**
 * The site's pages carry `require-trusted-types-for 'script'`: the browser then refuses an address
 * to run code from (a worker, a service worker) unless a named policy has vouched for it. This is
 * the one policy, `mined-out`; it vouches for addresses of our own origin and nothing else.
 */
interface TrustedTypePolicy {
  createScriptURL(address: string): unknown;
}
interface TrustedTypeFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ): TrustedTypePolicy;
}

const POLICY = 'mined-out';

let policy: TrustedTypePolicy | undefined;

function requireOwnOrigin(address: string): string {
  if (new URL(address, location.href).origin !== location.origin) {
    throw new TypeError(`${POLICY}: no script may come from ${address}`);
  }
  return address;
}

/**
 * An address that may be given to `new Worker` or `serviceWorker.register`. In browsers without
 * Trusted Types it is the address itself.
 *
 * @param address of our own origin
 * @returns a TrustedScriptURL, typed as the string that the DOM types still ask for
 * @throws TypeError for an address of another origin
 */
export function trustedScriptUrl(address: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypeFactory };
  if (trustedTypes === undefined) return requireOwnOrigin(address);
  policy ??= trustedTypes.createPolicy(POLICY, { createScriptURL: requireOwnOrigin });
  return policy.createScriptURL(address) as string;
}
