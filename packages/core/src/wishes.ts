import { atom, type PreinitializedWritableAtom, type ReadableAtom } from 'nanostores';
import type { Outcome, Waiting } from './outbox/outbox.js';
import type { Detail, Intent, IntentName } from './rules/intent.js';
import { newKey } from './rules/key.js';
import type { Saying, Speaker } from './saying.js';
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
  /** Loads what wishes need, and sends what earlier pages left. For idle moments, once something can be wished. */
  prepare(): Promise<void>;
}

/** What wishes are made of. */
export interface WishOptions extends Omit<Speaker, '$view'> {
  now: () => Date;
}

type Told = (outcome: Outcome) => void;

/** The writing half of a store. What it needs is loaded by `prepare`; until then a wish waits, and shows as unsent. */
export function createWishes({ now, ...speaker }: WishOptions): Wishes {
  const { provider, viewer } = speaker;
  const $wishes: PreinitializedWritableAtom<readonly Waiting[]> = atom([]);
  const $view = atom<View | undefined>();
  /** What the outbox has not taken yet. */
  let early: { intent: Intent; told: Told | undefined }[] = [];
  let taken: readonly Waiting[] = [];
  let loading: Promise<Saying> | undefined;

  function show(): void {
    const waiting = new Set(taken.map(({ intent }) => intent.key));
    early = early.filter(({ intent }) => !waiting.has(intent.key));
    $wishes.set([...taken, ...early.map(({ intent }) => ({ intent, kept: false }))]);
  }

  async function load(): Promise<Saying> {
    const { createSaying } = await import('./saying.js');
    const saying = createSaying({ ...speaker, $view });
    saying.$waiting.subscribe((waiting: readonly Waiting[]) => {
      taken = waiting;
      show();
    });
    void saying.adopt();
    for (const { intent, told } of early) void saying.take(intent, told);
    return saying;
  }

  function prepared(): Promise<Saying> {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  }

  /** Where the code does not arrive nothing is lost: it is asked for again by what comes next. */
  const once = (act: (saying: Saying) => Promise<void>) => void prepared().then(act, () => undefined);

  return {
    takes: (name) => provider.takes.has(name),
    $wishes,
    $view,
    wish(name, detail, told) {
      const actor = viewer === undefined ? undefined : { member: viewer };
      const community = provider.place ?? '';
      const intent = { key: newKey(), name, detail, actor, community, at: now().toISOString() } as Intent;
      const heard: Told | undefined = told && ((outcome) => told(outcome, intent));
      early.push({ intent, told: heard });
      show();
      once((saying) => saying.take(intent, heard));
    },
    retry: (key) => once((saying) => saying.retry(key)),
    discard: (key) => once((saying) => saying.discard(key)),
    prepare: () => prepared().then(() => undefined),
  };
}
