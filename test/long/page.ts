/** What runs in each tab of the long test: an outbox as a page has it, over a small provider of its own. */
import { ProviderError, type Receipt } from '@kith/core';
import { aloneInBrowser } from '../../packages/core/src/outbox/alone-in-browser.js';
import { keptInBrowser } from '../../packages/core/src/outbox/kept-in-browser.js';
import { createOutbox } from '../../packages/core/src/outbox/outbox.js';
import { pauseInBrowser } from '../../packages/core/src/outbox/pause-in-browser.js';
import { isOpen } from '../../packages/core/src/outbox/waiting.js';
import { newKey, type Intent } from '../../packages/core/src/rules/index.js';
import { answerError } from '../../packages/providers/src/http.js';
import type { Wish } from './village.js';

const place = 'village';
const hurried = new URLSearchParams(location.search).has('hurried');

async function send(intent: Intent): Promise<Receipt> {
  try {
    const response = await fetch('/intents', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': intent.key },
      body: JSON.stringify(intent),
      signal: AbortSignal.timeout(1500),
    });
    if (!response.ok) throw await answerError('/intents', response);
    return (await response.json()) as Receipt;
  } catch (cause) {
    throw cause instanceof ProviderError ? cause : new ProviderError('offline', { cause });
  }
}

const keep = keptInBrowser();
const outbox = createOutbox({
  place,
  actor: { member: 'ada' },
  send,
  keep,
  pause: pauseInBrowser,
  alone: aloneInBrowser(place),
  // So that it is no matter of minutes.
  ...(hurried && { patience: { first: 30, longest: 300 } }),
});
void outbox.adopt();

const page = {
  /** Wishes, one right after another; resolves once each is kept or answered, and tells of each as soon as it is. */
  async wish(wishes: Wish[], told: (key: string) => void): Promise<void> {
    const intents = wishes.map((wish) => ({
      ...wish,
      key: newKey(),
      actor: { member: 'ada' },
      community: place,
      at: new Date().toISOString(),
    })) as Intent[];
    const awaited = new Set(intents.map(({ key }) => key));
    // What is answered is read by then.
    outbox.confirm(Infinity);
    await new Promise<void>((resolve) => {
      const stop = outbox.$waiting.listen((waiting) => {
        for (const { intent, kept, receipt } of waiting) {
          if ((kept || receipt) && awaited.delete(intent.key)) told(intent.key);
        }
        if (awaited.size) return;
        resolve();
        queueMicrotask(stop);
      });
      for (const intent of intents) void outbox.take(intent);
    });
  },
  /** How many wait for an answer in this tab. */
  waiting: () => outbox.$waiting.get().filter(isOpen).length,
  adopt: () => outbox.adopt(),
  /** The keys of what is kept, and why it was refused. */
  async kept() {
    return (await keep.all(place)).map(({ intent, refusal }) => [intent.key, refusal?.reason] as const);
  },
};
export type SoakPage = typeof page;
Object.assign(globalThis, { soak: page });
