import * as v from 'valibot';
import { DocumentSchema, type CommunityDocument } from './document.js';
import { ProviderError } from './provider.js';
import { pathOf, readPlain, type Aside, type Key } from './read-plain.js';

/**
 * Reads a community document from what `JSON.parse` gave, or any other value. A bad piece is set aside, as little as
 * possible; `null` means absent; unknown keys and words survive; of duplicate ids the first wins. The input is not touched.
 * Throws `ProviderError('invalid')` where the whole is no community document.
 */
export function readDocument(input: unknown): { document: CommunityDocument; aside: Aside[] } {
  const { value, aside: unreadable } = readPlain(input);
  const root = checkWhole(value);
  const pieces = new Pieces(unreadable);
  for (const [key, schema] of Object.entries(DocumentSchema.entries)) {
    const whole = { holder: root, key };
    const list = valueAt(whole);
    const row = 'wrapped' in schema && 'item' in schema.wrapped && schema.wrapped.item;
    // Row by row: what the check builds for a row can be forgotten before the next.
    if (row && Array.isArray(list)) list.forEach((_, i) => mend(row, [whole, { holder: list, key: i }], pieces));
    else if (list !== undefined) mend(schema, [whole], pieces);
    pieces.sweep();
  }
  const document = root as CommunityDocument;
  setDuplicatesAside(document, pieces);
  return { document, aside: pieces.aside() };
}

type Holder = Record<Key, unknown>;

/** One step on the way from the document to a piece. */
interface Step {
  holder: Holder | unknown[];
  key: Key;
}

/** Takes pieces out of a document and remembers their places as the author wrote them. */
class Pieces {
  readonly #aside = new Map<string, string>();
  /** For lists that lost pieces: where each piece left stood at first. */
  readonly #places = new Map<unknown, number[]>();
  readonly #out = new Map<unknown[], Set<number>>();

  constructor(aside: Aside[]) {
    for (const { path, reason } of aside) this.#aside.set(path, reason);
  }

  /** Where a key of a list or an object stood in the document as it was given. */
  place(holder: unknown, key: Key): Key {
    return this.#places.get(holder)?.[key as number] ?? key;
  }

  note(path: string, reason: string): void {
    if (!this.#aside.has(path)) this.#aside.set(path, reason);
  }

  reason(path: string): string | undefined {
    return this.#aside.get(path);
  }

  take({ holder, key }: Step): void {
    if (!Array.isArray(holder)) delete holder[key];
    else if (this.#out.has(holder)) this.#out.get(holder)?.add(Number(key));
    else this.#out.set(holder, new Set([Number(key)]));
  }

  has({ holder, key }: Step): boolean {
    return Array.isArray(holder) ? !this.#out.get(holder)?.has(Number(key)) : key in holder;
  }

  /** Closes the gaps in lists, but for one that is being read. All at once: one by one takes the square of their length. */
  sweep(reading?: unknown): void {
    for (const [list, out] of this.#out) {
      if (list === reading) continue;
      const places = list.map((_, i) => this.place(list, i) as number);
      const stays = (_: unknown, i: number) => !out.has(i);
      const left = list.filter(stays);
      this.#places.set(list, places.filter(stays));
      left.forEach((piece, i) => (list[i] = piece));
      list.length = left.length;
      this.#out.delete(list);
    }
  }

  /** What was set aside, without the parts of what was then set aside whole. */
  aside(): Aside[] {
    const whole = (path: string) => {
      for (let i = path.length - 1; i > 0; i--) {
        if ((path[i] === '.' || path[i] === '[') && this.#aside.has(path.slice(0, i))) return false;
      }
      return true;
    };
    return [...this.#aside].filter(([path]) => whole(path)).map(([path, reason]) => ({ path, reason }));
  }
}

/** Takes out of a piece what is wrong with it, or the piece where it cannot be without. */
function mend(schema: v.GenericSchema, path: Step[], pieces: Pieces): void {
  const piece = path.at(-1) as Step;
  // A pass goes up one level at least, and the schema is not that deep.
  for (let pass = 0; pass < 20; pass++) {
    if (!pieces.has(piece)) return;
    const { issues = [] } = v.safeParse(schema, valueAt(piece));
    if (!issues.length) return;
    for (const issue of issues) {
      const steps = (issue.path ?? []).map(({ input, key }) => ({ holder: input, key }) as Step);
      const value = issue.path ? issue.path.at(-1)?.value : issue.input;
      settle([...path, ...steps], value, reasonOf(issue), pieces);
    }
    pieces.sweep(piece.holder);
  }
  pieces.take(piece);
}

/** Takes the smallest piece out that an issue is about; a piece that cannot be without it goes with the next pass. */
function settle(path: Step[], value: unknown, problem: string, pieces: Pieces): void {
  const keys = path.map(({ holder, key }) => pieces.place(holder, key));
  const [list, , part] = keys;
  const [document, row] = path;
  const last = path.at(-1) as Step;
  const { key } = last;

  if (value === undefined) {
    const owner = path.at(-2) as Step;
    pieces.note(pathOf(keys.slice(0, -1)), `its "${key}" ${pieces.reason(pathOf(keys)) ?? 'is missing'}`);
    pieces.take(owner);
    return;
  }
  if (value === null) {
    pieces.take(last);
    return;
  }
  const instead = standIn(keys);
  let reason = problem;
  if (instead !== undefined) {
    (last.holder as Holder)[key] = instead;
    reason += `, so it is read as ${JSON.stringify(instead)}`;
  } else {
    pieces.take(last);
    if (part === 'to' && list === 'recognitions' && (document?.holder as Holder)['archive']) {
      // Without its people a letter would need nobody's consent.
      (valueAt(row as Step) as Holder)['state'] = 'hidden';
      reason += ', so the letter is hidden';
    }
  }
  pieces.note(pathOf(keys), reason);
}

const closed: Record<string, unknown> = { archive: true, accepted: false, state: 'hidden', visibility: 'hidden' };

/** What takes the place of a bad piece where leaving it out would open what it was there to close. */
function standIn(keys: Key[]): unknown {
  const [list] = keys;
  const key = keys.at(-1) ?? '';
  if (list !== 'introductions' && Object.hasOwn(closed, key)) return closed[key];
  if (list !== 'ladders') return undefined;
  // Fewer needs would put everybody on the rung.
  if (key === 'needs') return [{ manual: true }];
  return keys.at(-2) === 'needs' ? { manual: true } : undefined;
}

function valueAt({ holder, key }: Step): unknown {
  return (holder as Holder)[key];
}

const shapes: Record<string, string> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  loose_object: 'an object',
  record: 'an object',
};

function reasonOf({ type, message }: { type: string; message: string }): string {
  return Object.hasOwn(shapes, type) ? `should be ${shapes[type]}` : message;
}

function setDuplicatesAside(document: CommunityDocument, pieces: Pieces): void {
  const firstOnly = <R>(path: string, rows: R[] | undefined, id: (row: R) => string) => {
    const seen = new Set<string>();
    rows?.forEach((row, i) => {
      if (seen.has(id(row))) {
        pieces.note(`${path}[${pieces.place(rows, i)}]`, `is a second "${id(row)}"`);
        pieces.take({ holder: rows, key: i });
      }
      seen.add(id(row));
    });
  };
  const byId = ({ id }: { id: string }) => id;
  document.ladders?.forEach(({ rungs, measures }, i) => {
    const path = `ladders[${pieces.place(document.ladders, i)}]`;
    firstOnly(`${path}.rungs`, rungs, byId);
    firstOnly(`${path}.measures`, measures, byId);
  });
  firstOnly('purpose.lines', document.purpose?.lines, byId);
  for (const list of ['members', 'recognitions', 'roles', 'ladders', 'introductions'] as const) {
    firstOnly<{ id: string }>(list, document[list], byId);
  }
  firstOnly('progress', document.progress, ({ member, ladder }) => `${member}/${ladder}`);
  pieces.sweep();
}

function checkWhole(value: unknown): Holder {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const what = Array.isArray(value) ? 'a list' : value === undefined ? 'nothing' : 'a single value';
    throw invalid(`This is no community document: it is ${what}, and should be an object that says "kith": 1.`);
  }
  const { kith } = value as Holder;
  if (typeof kith === 'number' && kith > 1) {
    throw invalid(`This community document was written for a newer Kith ("kith": ${kith}); this one reads "kith": 1.`);
  }
  if (kith !== 1) throw invalid('This is no community document: it should say "kith": 1.');
  return value as Holder;
}

function invalid(message: string, cause?: unknown): ProviderError {
  return new ProviderError('invalid', { message, cause });
}
