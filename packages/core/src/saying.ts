import type { PreinitializedWritableAtom } from 'nanostores';
import { createOutbox, type Keep, type Outbox, type Waiting } from './outbox/outbox.js';
import { aloneInBrowser } from './outbox/alone-in-browser.js';
import { guestsInBrowser, guestsOfPage } from './outbox/guests.js';
import { keptInBrowser } from './outbox/kept-in-browser.js';
import { pauseInBrowser } from './outbox/pause-in-browser.js';
import { inTime } from './asking.js';
import { ProviderError, type Change, type Provider, type Receipt } from './provider.js';
import type { Intent, Refusal } from './rules/intent.js';
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
  /** Reads with these eyes from now on: a device's, where somebody counted in without an account. */
  lookAs(eyes: string): void;
  /** Tells what reads the store that something is no longer as it was. */
  tell(change: Change): void;
}

/** The outbox of a viewer; a wish that needs no account is its device's where nobody is signed in. */
export type Saying = Omit<Outbox, 'confirm' | 'retryAll'>;

/** What loads at idle, once something can be wished: rules, outbox and view. */
export function createSaying({ provider, viewer, patience, $view, lookAs, tell }: Speaker): Saying {
  const { place } = provider;
  const guests = place === undefined ? guestsOfPage() : guestsInBrowser();
  let eyes = viewer;

  async function send(intent: Intent): Promise<Receipt> {
    if (!provider.send) throw new ProviderError('refused', { reason: 'read-only' });
    const receipt = await inTime(provider, patience, undefined, async (stop) => provider.send?.(intent, stop));
    // Who tells of no changes has to be asked.
    if (!provider.watch) tell({ revision: receipt?.revision ?? -Infinity, touched: touchedBy(intent) });
    return receipt as Receipt;
  }

  const outbox = createOutbox({
    place: place ?? '',
    actor: viewer === undefined ? undefined : { member: viewer },
    send,
    check,
    keep: place === undefined ? nowhere : keptInBrowser(),
    pause: pauseInBrowser,
    ...(place !== undefined && { alone: aloneInBrowser(place) }),
  });
  outbox.$waiting.subscribe((waiting: readonly Waiting[]) => {
    $view.set(viewWith(waiting, eyes));
    // What is read may be older than what was sent, also by a widget that comes back; but not for ever.
    const [oldest, ...sent] = waiting.flatMap(({ receipt }) => receipt ?? []);
    if (oldest && sent.length >= REMEMBERED) outbox.confirm(oldest.revision);
  });

  function meet(guest: string | undefined): void {
    if (!guest || eyes) return;
    eyes = `guest ${guest}`;
    lookAs(eyes);
    tell({ revision: 0, touched: [{ kind: 'purpose', id: 'purpose' }] });
  }

  return {
    ...outbox,
    async adopt() {
      if (viewer === undefined) meet(await guests.of(place ?? ''));
      await outbox.adopt();
    },
    async take(intent, told) {
      if (viewer !== undefined || intent.name !== 'with-us') return outbox.take(intent, told);
      const guest = await guests.make(place ?? '');
      meet(guest);
      await outbox.take({ ...intent, actor: { guest } }, told);
    },
  };
}

/** By the schema, which comes when something is sent for the first time; where it does not, the provider will say. */
async function check({ name, detail }: Intent): Promise<Refusal | undefined> {
  const { checked } = await import('./rules/intent.js');
  const said = checked(name, detail);
  return 'reason' in said ? said : undefined;
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
  about: () => Promise.resolve([]),
};
