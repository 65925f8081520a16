import { byId } from './by-id.js';
import type { Member, Recognition } from './document.js';
import type { Answer } from './provider.js';
import { spokenOf } from './spoken-of.js';

type Page = Answer<{ kind: 'wall' }>;

/** What is known of letters, and of the people they speak of: of two answers about one of them the newer counts. */
export class KnownLetters {
  /** All of the choice, here or not. */
  total = 0;
  /** The same map until somebody in it changes. */
  people: ReadonlyMap<string, Member> = new Map();
  readonly #letters = new Map<string, Recognition>();
  /** The revision each was last heard of at, there or gone: a letter's `id`, `member id`, `the total`. */
  readonly #heard = new Map<string, number>();
  /** Letters to ask for again, each with the revision that will do. */
  readonly #stale = new Map<string, number>();

  has = (id: string): boolean => this.#letters.has(id);

  /** The revision something was last heard of at. */
  revisionOf = (what: string): number => this.#heard.get(what) ?? -Infinity;

  /** Those of these that are here. A letter stays the same object until it changes. */
  of(ids: readonly string[]): Recognition[] {
    return ids.flatMap((id) => this.#letters.get(id) ?? []);
  }

  get stale(): string[] {
    return [...this.#stale.keys()];
  }

  /** Takes what is newer of what arrived, letter by letter and person by person. Gives the letters that are here. */
  take(page: Page): string[] {
    const { letters, revision } = page;
    if (this.isNews('the total', revision)) this.total = page.total;
    this.#meet(page);
    for (const letter of letters) {
      const { id } = letter;
      if (!this.isNews(id, revision)) continue;
      if (!same(this.#letters.get(id), letter)) this.#letters.set(id, letter);
      this.#settle(id, revision);
    }
    return [...new Set(letters.map(({ id }) => id))].filter(this.has);
  }

  drop(ids: readonly string[], revision: number): void {
    for (const id of ids) {
      if (this.isNews(id, revision)) this.#letters.delete(id);
      this.#settle(id, revision);
    }
  }

  /** What is known of these letters may no longer be so from this revision on. */
  doubt(ids: readonly string[], revision: number): void {
    for (const id of ids) this.#stale.set(id, Math.max(revision, this.#stale.get(id) ?? -Infinity));
  }

  /** Whether this revision of something is news; remembers it if so. */
  isNews(what: string, revision: number): boolean {
    if (this.revisionOf(what) > revision) return false;
    this.#heard.set(what, revision);
    return true;
  }

  /** Whom a letter speaks of and a page does not name is not public, or no longer. */
  #meet({ letters, people: named, revision }: Page): void {
    const members = byId(named);
    let met = this.people as Map<string, Member>;
    for (const id of new Set([...members.keys(), ...letters.flatMap(spokenOf)])) {
      if (id === undefined) continue;
      const isKnown = this.#heard.has(`member ${id}`);
      const member = members.get(id);
      if (!this.isNews(`member ${id}`, revision) || same(this.people.get(id), member)) continue;
      if (isKnown && met === this.people) met = new Map(met);
      if (member) met.set(id, member);
      else met.delete(id);
    }
    this.people = met;
  }

  #settle(id: string, revision: number): void {
    if (revision >= (this.#stale.get(id) ?? Infinity)) this.#stale.delete(id);
  }
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
