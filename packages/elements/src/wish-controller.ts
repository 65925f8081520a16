import type { Detail, Intent, IntentName, Language, Store, Waiting, Words } from '@kith/core';
import { nothing, type ReactiveControllerHost } from 'lit';
import { ActsController, type Acts } from './acts-controller.js';
import type * as acts from './acts/index.js';
import { AtomController } from './atom-controller.js';
import { emit, type Aside, type WishEvent } from './emit.js';
import type { Status } from './status.js';

interface Host extends ReactiveControllerHost, HTMLElement {
  readonly store: Store | undefined;
  readonly status: Status;
}

/** What is said in a widget, and what became of it. */
export class WishController {
  readonly #acts: ActsController<typeof acts>;
  readonly #wishes: AtomController<readonly Waiting[]>;

  /** The key of what was said here last. */
  #last: string | undefined;

  constructor(
    private readonly host: Host,
    private readonly own: () => ActsController<Acts>,
  ) {
    this.#acts = new ActsController(host, () => import('./acts/index.js'));
    this.#wishes = new AtomController(host, () => host.store?.$wishes);
  }

  /** What any widget of the page said to the store. */
  get #said(): Set<string> | undefined {
    return this.host.store?.once(['said'], () => new Set<string>());
  }

  /** What was wished here and has not been sent, was refused, or is kept by nobody. */
  get unsent(): readonly Waiting[] {
    const own = this.own().here;
    const isPassing = this.host.store?.provider.reach === 'page';
    return this.#wishes.value?.filter(({ receipt, intent }) => (isPassing || !receipt) && own?.isOwn(intent)) ?? [];
  }

  /** The same, with what was said here last where nobody has it but this device, or a draft of a letter. */
  get told(): readonly Waiting[] {
    const { reach } = this.host.store?.provider ?? {};
    const { unsent } = this;
    if ((reach !== 'device' && reach !== 'mail') || !this.own().here) return unsent;
    const isLast = ({ intent, receipt }: Waiting) => receipt && intent.key === this.#last;
    return [...unsent, ...(this.#wishes.value?.filter(isLast) ?? [])];
  }

  /**
   * Says a wish; what becomes of it is announced in this language. The refused one it is said instead of is thrown away.
   * Gives whether the store has it.
   */
  say<N extends IntentName>(
    event: WishEvent<N>,
    detail: Detail<N>,
    language: () => Language<Words>,
    { sent, instead }: Aside = {},
  ): boolean {
    const { store } = this.host;
    const isTaken = emit(this.host, store, event, detail, (outcome, { key }) => {
      const isKept = store?.$wishes.value?.some(({ intent, kept }) => intent.key === key && kept) ?? false;
      void this.#acts
        .get()
        .then((code) => store && code?.announceOutcome(outcome, store, isKept, language(), sent?.()));
    });
    if (!isTaken) return false;
    this.#last = store?.$wishes.value?.at(-1)?.intent.key;
    if (this.#last) this.#said?.add(this.#last);
    void this.#acts.get();
    void this.own().get();
    if (instead !== undefined) store?.discard(instead);
    return true;
  }

  /** The lines that say how it stands with these wishes. */
  lines(wishes: readonly Waiting[], language: Language<Words>) {
    const { store } = this.host;
    if (!store || !wishes.length) return nothing;
    this.#acts.here?.tellLate(this.host, store, wishes, language, (key) => this.#said?.has(key) ?? false);
    const edit = (intent: Intent) => this.own().do((acts) => acts.edit(intent));
    const { here } = this.own();
    const wordsOf = (intent: Intent) => here?.wordsOf?.(intent);
    return this.#acts.here?.wishLines(wishes, language, { store, wordsOf, edit, editing: here?.editing() }) ?? nothing;
  }
}
