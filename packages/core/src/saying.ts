import type { PreinitializedWritableAtom } from 'nanostores';
import { inTime } from './asking.js';
import { aloneInBrowser } from './outbox/alone-in-browser.js';
import { apart } from './outbox/apart.js';
import { guestsInBrowser, guestsOfPage } from './outbox/guests.js';
import { mergeGuest } from './outbox/merged.js';
import { keptInBrowser } from './outbox/kept-in-browser.js';
import { refusalIn } from './outbox/answer.js';
import { createOutbox, type Keep, type Outbox, type Waiting } from './outbox/outbox.js';
import { onReturn } from './outbox/on-return.js';
import { pauseInBrowser } from './outbox/pause-in-browser.js';
import { waitsForSignIn } from './outbox/waiting.js';
import { ProviderError, type Change, type Provider, type Receipt } from './provider.js';
import { follow, needsOf } from './rules/follow.js';
import type { Intent, Refusal } from './rules/intent.js';
import { pieceOf } from './rules/pieces.js';
import type { FactKey } from './rules/rows.js';
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
  /** Has what may be old read again. */
  doubt(touched: Change['touched']): void;
  /** Whose eyes a device without an account has, once that is known. */
  see(viewer: string): void;
}

/** What loads at idle, once something can be wished: rules, outbox and view. */
export async function createSaying({ provider, viewer, patience, $view, tell, doubt, see }: Speaker): Promise<Outbox> {
  const { place } = provider;
  const guests = place === undefined ? guestsOfPage() : guestsInBrowser();
  let eyes = viewer;

  function meet(guest: string): string {
    eyes = `guest ${guest}`;
    see(eyes);
    return guest;
  }

  async function send(intent: Intent): Promise<Receipt> {
    if (!provider.send) throw new ProviderError('refused', { reason: 'read-only' });
    const receipt = await inTime(provider, patience, undefined, async (stop) => provider.send?.(intent, stop)).catch(
      (error: unknown) => {
        if (old.has(refusalIn(error)?.reason)) apart(() => doubt(concerned(intent)));
        throw error;
      },
    );
    // Who tells of no changes, or tells late, is asked.
    if (receipt) tell({ revision: receipt.revision, touched: touchedBy(intent) });
    return receipt as Receipt;
  }

  const guest = viewer === undefined ? await guests.of(place ?? '') : undefined;
  if (guest) meet(guest);
  const keep = place === undefined ? nowhere : keptInBrowser();
  const outbox = createOutbox({
    place: place ?? '',
    actor: viewer !== undefined ? { member: viewer } : guest ? { guest } : undefined,
    send,
    check,
    ...(provider.renew && { renew: () => inTime(provider, patience, undefined, async () => provider.renew?.()) }),
    settled: (intent) => doubt(concerned(intent)),
    keep,
    pause: pauseInBrowser,
    ...(place !== undefined && { alone: aloneInBrowser(place) }),
  });
  outbox.$waiting.subscribe((waiting: readonly Waiting[]) => {
    $view.set(viewWith(waiting, eyes));
    // What is read may be older than what was sent, also a page that is mounted again; but not for ever.
    const [oldest, ...sent] = waiting.flatMap(({ receipt }) => receipt ?? []);
    if (oldest && sent.length >= REMEMBERED) outbox.confirm(oldest.revision);
  });
  if (viewer !== undefined)
    void mergeGuest({ provider, place: place ?? '', guests, keep }).then(
      (isNews) => isNews && doubt([{ kind: 'purpose', id: 'purpose' }]),
    );
  let stop: (() => void) | undefined;
  outbox.$waiting.subscribe((waiting: readonly Waiting[]) => {
    // Whoever was away may have signed in.
    if (waiting.some(waitsForSignIn)) stop ??= onReturn(() => void outbox.retryAll());
    else {
      stop?.();
      stop = undefined;
    }
  });
  return {
    ...outbox,
    /** To be counted in takes no account: it is the device that is counted. */
    async take(intent, told) {
      const isGuests = !intent.actor && intent.name === 'with-us';
      const actor = isGuests ? { guest: meet(await guests.make(place ?? '')) } : intent.actor;
      await outbox.take({ ...intent, actor }, told);
    },
  };
}

/** By the schema, which comes when something is sent for the first time; where it does not, the provider will say. */
async function check({ name, detail }: Intent): Promise<Refusal | undefined> {
  const { checked } = await import('./rules/intent.js');
  const said = checked(name, detail);
  return 'reason' in said ? said : undefined;
}

/** Reasons that say that what was read is no longer so. */
const old = new Set<Refusal['reason'] | undefined>(['stale-purpose', 'gone', 'unknown']);

/** What a wish changes, as far as that can be told from what it says. */
function touchedBy(intent: Intent): Change['touched'] {
  const said = follow(new Map(), intent, intent.actor, new Date(intent.at));
  return piecesOf(Array.isArray(said) ? said.map((change) => ('put' in change ? change.put : change.remove)) : []);
}

/** That, and what says whether it may be. */
function concerned(intent: Intent): Change['touched'] {
  return [...piecesOf(needsOf(intent, intent.actor, new Map())), ...touchedBy(intent)];
}

function piecesOf(keys: readonly FactKey[]): Change['touched'] {
  return [...new Set(keys.map(pieceOf))].map((name) => {
    const [kind = '', id = ''] = name.split(' ');
    return { kind, id };
  });
}

/** For a provider whose wishes are not worth more than the page: they are sent all the same. */
const nowhere: Keep = {
  put: () => Promise.reject(new Error('This provider has no place of its own.')),
  mark: () => Promise.resolve(),
  has: () => Promise.resolve(true),
  remove: () => Promise.resolve(),
  all: () => Promise.resolve([]),
  about: () => Promise.resolve([]),
};
