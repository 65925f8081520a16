import { whomItMeans, type Member, type Store } from '@kith/core';
import type { ReactiveControllerHost } from 'lit';
import { whenIdle } from '../idle.js';

/** People looked for at a time, and shown. */
const LOOKED_FOR = 20;
const SHOWN = 6;

/** Finds people as their names are typed: whenever the page has nothing else to do, by what is typed by then. */
export class PeopleSearch {
  typed = '';
  /** What was found is shown. */
  isOpen = false;
  /** What was found is not yet by what is typed. */
  isLooking = false;
  /** Nobody could be looked for. */
  isCutOff = false;
  #found: readonly Member[] = [];
  #isMore = false;
  #stop = () => {};
  /** Everybody who was asked about, as far as they are known by now. */
  readonly #known = new Map<string, Member | undefined>();

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController({ hostDisconnected: () => this.#stop() });
  }

  /** Somebody who was chosen, or asked about. */
  readonly find = (id: string): Member | undefined => this.#known.get(id);

  know(person: Member): void {
    this.#known.set(person.id, person);
  }

  /** Asks who these people are, once. */
  async meet(ids: readonly string[], { read }: Store): Promise<void> {
    const strangers = ids.filter((id) => !this.#known.has(id));
    for (const id of strangers) this.#known.set(id, undefined);
    const { signal } = new AbortController();
    const answers = strangers.map((id) => read({ kind: 'member', id }, signal).catch(() => undefined));
    for (const answer of await Promise.all(answers)) if (answer?.member) this.know(answer.member);
    if (strangers.length) this.host.requestUpdate();
  }

  /** Forgets everybody: in another community somebody else may have the same id. */
  forget(): void {
    this.#stop();
    this.#known.clear();
    this.#found = [];
    this.isOpen = this.isLooking = false;
  }

  /** Looks for whoever is meant by what is typed, and tells when they are found. Looks for nobody where nothing is. */
  look(typed: string, store?: Store, found?: () => void): void {
    this.#stop();
    this.typed = typed;
    this.isLooking = Boolean(store && typed.trim());
    this.isOpen &&= this.isLooking;
    this.host.requestUpdate();
    if (!store || !this.isLooking) return;
    const reading = new AbortController();
    const callOff = whenIdle(() => void this.#read(store, reading.signal).then(found));
    this.#stop = () => {
      callOff();
      reading.abort();
    };
  }

  async #read({ read }: Store, signal: AbortSignal): Promise<void> {
    const query = { kind: 'members' as const, q: this.typed.trim(), limit: LOOKED_FOR };
    const answer = await read(query, signal).catch(() => undefined);
    // Not told of: by now something else is looked for.
    if (signal.aborted) return new Promise(() => {});
    this.#found = answer?.members ?? [];
    this.#isMore = answer?.after !== undefined;
    this.isCutOff = !answer;
    this.isLooking = false;
    this.isOpen = true;
    this.host.requestUpdate();
  }

  /** Whoever may be meant, without those who are taken, and whether there are more. */
  meant(taken: readonly (string | undefined)[]): { people: readonly Member[]; isMore: boolean } {
    const people = this.isOpen ? whomItMeans(this.typed, this.#found, taken) : [];
    return { people: people.slice(0, SHOWN), isMore: people.length > SHOWN || (this.isOpen && this.#isMore) };
  }
}
