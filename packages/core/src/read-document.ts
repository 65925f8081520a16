import * as v from 'valibot';
import { DocumentSchema, type CommunityDocument } from './document.js';
import { ProviderError } from './provider.js';

/** A piece that could not be read: its place in the document as it was given, and why, in words that follow the place. */
export interface Aside {
  path: string;
  reason: string;
}

/**
 * Reads a community document from what `JSON.parse` gave, or any other value. A bad piece is set aside, as little as
 * possible; `null` means absent; unknown keys and words survive; of duplicate ids the first wins. The input is not touched.
 * Throws `ProviderError('invalid')` where the whole is no community document.
 */
export function readDocument(input: unknown): { document: CommunityDocument; aside: Aside[] } {
  const { value, aside: unreadable } = readPlain(input);
  const root = checkWhole(value);
  const pieces = new Pieces(unreadable);
  for (let pass = 0; ; pass++) {
    const { issues } = v.safeParse(DocumentSchema, root);
    if (!issues) break;
    // A pass goes up one level at least, and the schema is not that deep.
    if (pass > 20) throw invalid('This community document cannot be read.');
    for (const issue of issues) settle(issue, root, pieces);
    pieces.sweep();
  }
  const document = root as CommunityDocument;
  setDuplicatesAside(document, pieces);
  return { document, aside: pieces.aside() };
}

/** `JSON.parse` with a `ProviderError('invalid')` whose message says what and, where the engine tells, where. */
export function readJson(text: string): unknown {
  const json = text.replace(/^\uFEFF/, '');
  if (!/\S/.test(json)) throw invalid('This is empty, and should be JSON.');
  try {
    return JSON.parse(json);
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    const page = /^\s*</.test(json) ? ' It looks like a web page.' : '';
    throw invalid(`This is not JSON${place(said, json)}: ${said}.${page}`, cause);
  }
}

/**
 * A copy of what is JSON in a value that may be anything: what throws, goes round in circles or is no JSON is set aside,
 * and `null` left out of objects. Throws `ProviderError('invalid')` beyond 5,000,000 values.
 */
export function readPlain(input: unknown): { value: unknown; aside: Aside[] } {
  const aside: Aside[] = [];
  const keys: Key[] = [];
  const open = new Set<object>();
  let left = 5_000_000;

  function refuse(reason: string): undefined {
    aside.push({ path: pathOf(keys), reason });
  }

  function copy(value: unknown): unknown {
    if (--left < 0) throw invalid('This holds more than 5,000,000 values, which is too much for a page.');
    if (typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number') return Number.isFinite(value) ? value : refuse('is too large a number');
    if (typeof value === 'bigint') return refuse('is not JSON');
    if (typeof value !== 'object' || value === null) return undefined;
    if (open.has(value)) return refuse('contains itself');
    if (keys.length > 64) return refuse('is nested too deep');
    open.add(value);
    const copied = Array.isArray(value) ? copyList(value) : copyObject(value as Record<string, unknown>);
    open.delete(value);
    return copied;
  }

  function copyAt(holder: Record<Key, unknown>, key: Key): unknown {
    keys.push(key);
    try {
      return copy(holder[key]);
    } catch (error) {
      if (error instanceof ProviderError) throw error;
      return refuse('cannot be read');
    } finally {
      keys.pop();
    }
  }

  function copyList(list: unknown[]): unknown[] {
    const copied: unknown[] = [];
    // Places must stay what they are for the paths, so what is left out leaves a null.
    for (let i = 0; i < list.length; i++) copied.push(copyAt(list as unknown as Record<Key, unknown>, i) ?? null);
    return copied;
  }

  function copyObject(holder: Record<Key, unknown>): Record<string, unknown> {
    const copied: Record<string, unknown> = {};
    for (const key of Object.keys(holder)) {
      if (/^(__proto__|constructor|prototype)$/.test(key)) {
        keys.push(key);
        refuse('is a name that cannot be used');
        keys.pop();
        continue;
      }
      const value = copyAt(holder, key);
      if (value !== undefined) copied[key] = value;
    }
    return copied;
  }

  try {
    return { value: copy(input), aside };
  } catch (error) {
    throw error instanceof ProviderError ? error : invalid('This cannot be read.', error);
  }
}

type Key = string | number;
type Issue = v.InferIssue<typeof DocumentSchema>;
type Holder = Record<Key, unknown>;

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

  take(holder: unknown, key: Key): void {
    if (!Array.isArray(holder)) delete (holder as Holder)[key];
    else if (this.#out.has(holder)) this.#out.get(holder)?.add(Number(key));
    else this.#out.set(holder, new Set([Number(key)]));
  }

  /** Closes the gaps in lists, all at once: one by one would take the square of their length. */
  sweep(): void {
    for (const [list, out] of this.#out) {
      const places = list.map((_, i) => this.place(list, i) as number);
      const stays = (_: unknown, i: number) => !out.has(i);
      const left = list.filter(stays);
      this.#places.set(list, places.filter(stays));
      left.forEach((piece, i) => (list[i] = piece));
      list.length = left.length;
    }
    this.#out.clear();
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

/** What stands in place of a bad piece where leaving it out would open what it was there to close. */
const closed: Record<string, unknown> = { archive: true, accepted: false, state: 'hidden', visibility: 'hidden' };

/** Takes the smallest piece out that an issue is about; a piece that cannot be without it goes with the next pass. */
function settle(issue: Issue, root: Holder, pieces: Pieces): void {
  const path = (issue.path ?? []) as { input: unknown; key: Key; value: unknown }[];
  const keys = path.map(({ input, key }) => pieces.place(input, key));
  const last = path.at(-1);
  if (!last) throw invalid('This community document cannot be read.');
  const { input, key, value } = last;
  const [list, , part] = keys;

  if (value === undefined) {
    const owner = path.at(-2);
    if (!owner) throw invalid('This community document cannot be read.');
    pieces.note(pathOf(keys.slice(0, -1)), `its ${key} ${pieces.reason(pathOf(keys)) ?? 'is missing'}`);
    pieces.take(owner.input, owner.key);
    return;
  }
  let reason = value === null ? undefined : reasonOf(issue);
  let instead: unknown;
  if (list !== 'introductions' && typeof key === 'string' && Object.hasOwn(closed, key)) instead = closed[key];
  // Fewer needs would put everybody on the rung.
  else if (reason && list === 'ladders' && key === 'needs') instead = [{ manual: true }];
  else if (reason && list === 'ladders' && keys.at(-2) === 'needs') instead = { manual: true };

  if (instead !== undefined) {
    (input as Holder)[key] = instead;
    reason += `, so it is read as ${JSON.stringify(instead)}`;
  } else {
    pieces.take(input, key);
    if (reason && part === 'to' && list === 'recognitions' && root.archive) {
      // Without its people a letter would need nobody's consent.
      (path[1]?.value as Holder).state = 'hidden';
      reason += ', so the letter is hidden';
    }
  }
  if (reason) pieces.note(pathOf(keys), reason);
}

const shapes: Record<string, string> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  loose_object: 'an object',
  record: 'an object',
};

function reasonOf({ type, message }: Issue): string {
  return Object.hasOwn(shapes, type) ? `should be ${shapes[type]}` : message;
}

function setDuplicatesAside(document: CommunityDocument, pieces: Pieces): void {
  const firstOnly = <R>(path: string, rows: R[] | undefined, id: (row: R) => string) => {
    const seen = new Set<string>();
    rows?.forEach((row, i) => {
      if (seen.has(id(row))) {
        pieces.note(`${path}[${pieces.place(rows, i)}]`, `is a second "${id(row)}"`);
        pieces.take(rows, i);
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

function pathOf(keys: readonly Key[]): string {
  let path = '';
  for (const key of keys) {
    if (typeof key === 'number') path += `[${key}]`;
    else if (/^[\w$-]{1,64}$/.test(key)) path += path ? `.${key}` : key;
    else path += `[${JSON.stringify(key.slice(0, 64))}]`;
  }
  return path;
}

/** Engines say "line 3 column 14" (Firefox, newer V8), "position 40" (V8) or nothing (WebKit). */
function place(said: string, json: string): string {
  let [, line, column] = /line (\d+) column (\d+)/.exec(said) ?? [];
  const position = /position (\d+)/.exec(said)?.[1];
  if (!line && position) {
    const before = json.slice(0, Number(position)).split('\n');
    line = `${before.length}`;
    column = `${(before.at(-1)?.length ?? 0) + 1}`;
  }
  return line ? ` (line ${line}, column ${column})` : '';
}

function invalid(message: string, cause?: unknown): ProviderError {
  return new ProviderError('invalid', { message, cause });
}
