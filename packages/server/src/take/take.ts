import type { Change, Receipt } from '@kith/core';
import { keyOf, type Intent, type Key, type Table } from '@kith/core/rules';
import type { Within } from '../db/schema.js';
import { prune } from '../prune.js';
import { settle, type More } from '../read/tally.js';
import { lock, type Home } from '../revise.js';
import type { Face } from './letter.js';
import { Inquiry } from './inquiry.js';
import { Known } from './known.js';
import type { Seen } from './seen.js';
import { outcomeOf, type Done, type Wish } from './wish.js';
import { write } from './write.js';

/** What came of a wish among others: a receipt, why not, or that it has to be looked at again after what came before. */
export type Taken = { receipt: Receipt } | { refused: unknown } | 'again';

/**
 * Carries a wish out for whom it is known to be of, once for each key, inside a transaction of its community. Throws a
 * `ProviderError` where it is refused; then nothing may be kept of the transaction.
 */
export async function take(trx: Within, community: string, intent: Intent, now: Date): Promise<Receipt> {
  const [taken] = await takeAll(trx, community, [{ intent, now }]);
  if (typeof taken !== 'object') throw new Error('A wish came to nothing.');
  if ('refused' in taken) throw taken.refused;
  return taken.receipt;
}

/**
 * Carries several wishes out as one revision, in their order. All are decided by what was there before them, so one that
 * looks at what an earlier one changes has to be looked at again. Of what is refused nothing is kept.
 */
export async function takeAll(trx: Within, community: string, wishes: readonly Wish[]): Promise<Taken[]> {
  const home = await lock(trx, community);
  const known = new Known(trx, community, home.rows.isRecord);
  const inquiries = wishes.map((wish) => new Inquiry(outcomeOf(wish, known, home.settings)));
  await Inquiry.all(inquiries, known);
  const batch = new Batch(home, known);
  const taken = inquiries.map(({ result, looked }): Taken => {
    if (!result || batch.changes(looked)) return 'again';
    if ('refused' in result) return result;
    return { receipt: 'receipt' in result.outcome ? result.outcome.receipt : batch.add(result.outcome) };
  });
  await batch.write();
  return taken;
}

/** Tables whose rows say who may see a member. */
const ofMember = new Set<Table>(['member', 'climb']);

/** What follows from several wishes, as the next revision. */
class Batch {
  readonly #rows = new Map<Key, object | null>();
  readonly #faces = new Map<string, Face>();
  readonly #begun = new Set<string>();
  readonly #touched = new Map<string, Change['touched'][number]>();
  readonly #receipts: { actor: string; key: string; said: string; revision: number }[] = [];
  readonly #changed = new Set<string>();
  /** Members who are counted anew: of whom others may see more or less. */
  readonly #people = new Set<string>();
  readonly #more: More[] = [];
  readonly #holders: Seen['holders'] = [];

  constructor(
    readonly home: Home,
    readonly known: Known,
  ) {}

  /** Whether any of this may be otherwise now. */
  changes(looked: ReadonlySet<string>): boolean {
    for (const asked of looked) {
      if (asked.endsWith(' *')) {
        const start = asked.slice(0, -1);
        for (const key of this.#changed) if (key.startsWith(start)) return true;
      } else if (this.#changed.has(asked.startsWith('named ') ? asked.split(' ', 2).join(' ') : asked)) return true;
    }
    return false;
  }

  add({ turned, seen, said }: Done): Receipt {
    for (const [key, { after }] of turned) this.#rows.set(key, after);
    this.#holders.push(...seen.holders);
    for (const { id, before, after, more } of seen.letters) {
      this.#more.push(...more);
      const key = keyOf('recognition', id);
      if (after) this.#faces.set(id, after);
      if (!before) this.#begun.add(id);
      if (after && !turned.has(key)) this.#rows.set(key, this.known.row(key));
      this.#changed.add(key);
    }
    for (const piece of seen.touched) this.#touched.set(`${piece.kind} ${piece.id}`, piece);
    for (const key of turned.keys()) this.#changed.add(key);
    for (const id of seen.people) {
      this.#changed.add(`named ${id}`);
      this.#people.add(id);
    }
    for (const {
      table,
      ids: [id = ''],
    } of turned.values())
      if (ofMember.has(table)) this.#people.add(id);
    const revision = this.home.revision + (turned.size ? 1 : 0);
    this.#changed.add(`taken ${said.actor} ${said.key}`);
    this.#receipts.push({ ...said, revision });
    return { revision };
  }

  async write(): Promise<void> {
    const { trx, community } = this.home.rows;
    const counted = { letters: [], members: [...this.#people] };
    // Who is counted anew is so in each of their roles.
    const held = this.#holders.flatMap(({ member, more }) => (this.#people.has(member) ? [] : [more]));
    const revision = this.home.revision + 1;
    await write(trx, community, {
      rows: this.#rows,
      faces: this.#faces,
      begun: this.#begun,
      counted,
      more: [...this.#more, ...held],
      receipts: this.#receipts,
      ...(this.#rows.size && { next: { revision, touched: [...this.#touched.values()] } }),
    });
    await settle(trx, community, counted);
    if (this.#rows.size) await prune(trx, community, revision);
  }
}
