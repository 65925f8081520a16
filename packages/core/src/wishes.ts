import { atom, type PreinitializedWritableAtom, type ReadableAtom } from 'nanostores';
import type { Outbox, Outcome, Waiting } from './outbox/outbox.js';
import type { Change, Provider } from './provider.js';
import type { Detail, Intent, IntentName } from './rules/intent.js';
import { newKey } from './rules/key.js';
import type { View } from './view/view.js';

/** What somebody can say to a store. */
export interface Wishes {
  /** Whether this can be wished here. */
  takes(name: IntentName): boolean;
  /** Takes a wish: it shows at once, and is kept until the provider has definitely taken or refused it. */
  wish<N extends IntentName>(name: N, detail: Detail<N>, told?: (outcome: Outcome, intent: Intent) => void): void;
  /** The viewer's own wishes, oldest first: those without a receipt have not been sent. */
  readonly $wishes: ReadableAtom<readonly Waiting[]>;
  /** What is read, with the wishes in it; undefined while nobody wished anything. */
  readonly $view: ReadableAtom<View | undefined>;
  /** Sends a refused wish again, as it is. */
  retry(key: string): void;
  /** Throws a refused wish away. */
  discard(key: string): void;
  /**
   * Loads what wishes need, and sends what earlier pages left; `hear` what becomes of that. For idle moments, once
   * something can be wished.
   */
  prepare(): Promise<Pick<Outbox, 'hear'>>;
}

/** What wishes are made of. */
export interface WishOptions {
  provider: Provider;
  viewer: string | undefined;
  now: () => Date;
  patience: number;
  tell(change: Change): void;
  /** Has what may be old read again. */
  doubt(touched: Change['touched']): void;
  see(viewer: string): void;
}

/** A wish on its way to the outbox. */
interface Early {
  intent: Intent;
  told: ((outcome: Outcome) => void) | undefined;
  isGiven?: true;
}

/** Milliseconds after which code that did not arrive is asked for again, while a wish waits for it. */
const AGAIN = 10_000;

/** The writing half of a store. What it needs is loaded by `prepare`; until then a wish waits, and shows as unsent. */
export function createWishes(options: WishOptions): Wishes {
  const { provider, viewer, now } = options;
  const $wishes: PreinitializedWritableAtom<readonly Waiting[]> = atom([]);
  const $view = atom<View | undefined>();
  let early: Early[] = [];
  let waiting: readonly Waiting[] = [];
  let loading: Promise<Outbox> | undefined;

  function show(): void {
    const here = new Set(waiting.map(({ intent }) => intent.key));
    early = early.filter(({ intent }) => !here.has(intent.key));
    $wishes.set([...waiting, ...early.map(({ intent }) => ({ intent, kept: false }))]);
  }

  async function load(): Promise<Outbox> {
    const { createSaying } = await import('./saying.js');
    const outbox = await createSaying({ ...options, $view });
    outbox.$waiting.subscribe((all: readonly Waiting[]) => {
      waiting = all;
      show();
    });
    // Without waiting: they tell of themselves.
    void outbox.adopt();
    return outbox;
  }

  function prepared(): Promise<Outbox> {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  }

  async function give(): Promise<void> {
    try {
      const outbox = await prepared();
      for (const one of early.filter(({ isGiven }) => !isGiven)) {
        one.isGiven = true;
        void outbox.take(one.intent, one.told);
      }
    } catch {
      setTimeout(() => void give(), AGAIN);
    }
  }

  return {
    takes: (name) => provider.takes.has(name),
    $wishes,
    $view,
    wish(name, detail, told) {
      const intent = {
        key: newKey(),
        name,
        detail,
        actor: viewer === undefined ? undefined : { member: viewer },
        community: provider.place ?? '',
        at: now().toISOString(),
      } as Intent;
      early.push({ intent, told: told && ((outcome) => told(outcome, intent)) });
      show();
      void give();
    },
    retry: (key) => void prepared().then((outbox) => outbox.retry(key)),
    discard: (key) => void prepared().then((outbox) => outbox.discard(key)),
    prepare: prepared,
  };
}
