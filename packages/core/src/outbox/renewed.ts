import type { Receipt } from '../provider.js';
import type { Intent } from '../rules/intent.js';
import { receiptIn, refusalIn } from './answer.js';

/**
 * Sends; where the provider does not know who asks, has that made known and sends once more. All that ask for it meanwhile
 * have it made known together. `isKnown` is called where that helped.
 */
export function renewed(
  send: (intent: Intent) => Promise<Receipt>,
  renew: (() => Promise<unknown>) | undefined,
  isKnown: () => void,
): (intent: Intent) => Promise<Receipt> {
  let renewing: Promise<unknown> | undefined;
  return async (intent) => {
    try {
      return receiptIn(await send(intent));
    } catch (error) {
      if (!renew || refusalIn(error)?.reason !== 'signed-out') throw error;
      renewing ??= Promise.resolve()
        .then(renew)
        .catch(() => undefined)
        .finally(() => (renewing = undefined));
      await renewing;
      const receipt = receiptIn(await send(intent));
      isKnown();
      return receipt;
    }
  };
}
