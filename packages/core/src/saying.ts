import type { PreinitializedWritableAtom } from 'nanostores';
import { createOutbox, type Keep, type Outbox, type Waiting } from './outbox/outbox.js';
import { keptInBrowser } from './outbox/kept-in-browser.js';
import { inTime } from './asking.js';
import { ProviderError, type Change, type Provider, type Receipt } from './provider.js';
import type { Actor, Intent } from './rules/intent.js';
import { follow } from './rules/follow.js';
import { pieceOf } from './rules/pieces.js';
import { viewWith, type View } from './view/view.js';

/** How many wishes that were sent are shown over what is read before it. */
const REMEMBERED = 100;

/** What a store lends to those who say something in it. */
export interface Speaker {
  provider: Provider;
  viewer: string | undefined;
  /** Milliseconds after which a provider that says nothing counts as busy. */
  patience: number;
  $view: PreinitializedWritableAtom<View | undefined>;
  /** Tells what reads the store that something is no longer as it was. */
  tell(change: Change): void;
}

/** What loads at idle, once something can be wished: rules, outbox and view. */
export function createSaying({ provider, viewer, patience, $view, tell }: Speaker): Outbox {
  const { place } = provider;
  const actor: Actor | undefined = viewer === undefined ? undefined : { member: viewer };

  async function send(intent: Intent): Promise<Receipt> {
    if (!provider.send) throw new ProviderError('refused', { reason: 'read-only' });
    const receipt = await inTime(provider, patience, undefined, async (stop) => provider.send?.(intent, stop));
    if (receipt && Number.isFinite(receipt.revision)) {
      // Who tells of no changes has to be asked.
      if (!provider.watch) tell({ revision: receipt.revision, touched: touchedBy(intent) });
      return receipt;
    }
    throw new ProviderError('busy', { message: `${provider.name} did not say what became of a wish (${intent.name})` });
  }

  const outbox = createOutbox({
    place: place ?? '',
    actor,
    send,
    keep: place === undefined ? nowhere : keptInBrowser(),
    pause: (milliseconds) => new Promise((go) => setTimeout(go, milliseconds)),
  });
  outbox.$waiting.subscribe((waiting: readonly Waiting[]) => {
    $view.set(viewWith(waiting, viewer));
    // What is read may be older than what was sent, also a page that is mounted again; but not for ever.
    const [oldest, ...sent] = waiting.flatMap(({ receipt }) => receipt ?? []);
    if (oldest && sent.length >= REMEMBERED) outbox.confirm(oldest.revision);
  });
  return outbox;
}

/** What a wish changes, as far as that can be told from what it says. */
function touchedBy(intent: Intent): Change['touched'] {
  const said = follow(new Map(), intent, intent.actor, new Date(intent.at));
  const names = Array.isArray(said) ? said.map((change) => pieceOf('put' in change ? change.put : change.remove)) : [];
  return [...new Set(names)].map((name) => {
    const [kind = '', id = ''] = name.split(' ');
    return { kind, id };
  });
}

/** For a provider whose wishes are not worth more than the page: they are sent all the same. */
const nowhere: Keep = {
  put: () => Promise.reject(new Error('This provider has no place of its own.')),
  remove: () => Promise.resolve(),
  all: () => Promise.resolve([]),
};
