// Locking and unlocking as the tests use it, beside a count of the browser's crypto that it asked for.

import { lock, unlock } from '../../themes/default/client/src/core/age';
import { isLocked } from '../../themes/default/client/src/core/locked';

// plain http has no more of it than this
Object.defineProperty(globalThis, 'crypto', { value: { getRandomValues: crypto.getRandomValues.bind(crypto) } });

export { isLocked, lock, unlock };

/** How far it says it has come, and how often others had their turn meanwhile. */
export async function watched(file, passphrase) {
  const steps = [];
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  const found = await unlock(file, passphrase, (done) => steps.push(done));
  clearInterval(timer);
  return { ok: found.ok, steps, turns };
}
