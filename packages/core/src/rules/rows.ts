import type { Community, Introduction, Ladder, Member, Purpose, Recognition, Role } from '../document.js';

/**
 * What is kept of a community: one row a fact, each table with the columns that make its primary key. Counts are of
 * rows, so a thing said twice is there once. Ids have neither spaces nor "/" in them, and keys are built of that.
 */
export interface Tables {
  community: Community;
  purpose: Omit<Purpose, 'by' | 'lines' | 'counts'>;
  role: Role;
  ladder: Ladder;
  member: Omit<Member, 'roles'>;
  /** Somebody counted in: `member <id>`, or a guest's device. */
  'with-us': { at: string };
  /** A name put to one wording. */
  pledge: { member: string; version: number; line?: string | undefined; at: string };
  line: { id: string; member: string; text: string; lang?: string | undefined; at: string };
  backing: { kind: string; id: string; by: string; at: string };
  /** A role somebody holds, or is thought of for and has not accepted. */
  holding: { member: string; role: string; aspires?: string | undefined; accepted?: boolean | undefined; at: string };
  affirmation: { member: string; role: string; by: string; because?: string | undefined; at: string };
  recognition: Omit<Recognition, 'cheers' | 'replies' | 'answers' | 'consents' | 'kept' | 'unnamed'>;
  /** What a person a letter is to said to it. */
  consent: { recognition: string; member: string; as: Consent; at: string };
  cheer: { recognition: string; by: string; at: string };
  reply: {
    id: string;
    recognition: string;
    member: string;
    text: string;
    evidence?: Recognition['evidence'];
    at: string;
  };
  answer: { id: string; recognition: string; member: string; text: string; at: string };
  keeping: { recognition: string; by: string; because?: string | undefined; at: string };
  report: { recognition: string; by: string; reason: string; at: string };
  /** A climber's way up one ladder: the best of each measure, and who may see it. */
  climb: {
    member: string;
    ladder: string;
    visibility?: string | undefined;
    measures?: Record<string, number> | undefined;
  };
  reached: { member: string; ladder: string; rung: string; at: string };
  record: { id: string; member: string; ladder: string; measure: string; value: number; at: string };
  /** `settled`: it was a host's, who went through the step with them. */
  sponsorship: { member: string; ladder: string; rung: string; by: string; settled?: true | undefined; at: string };
  'rung-cheer': { member: string; ladder: string; rung: string; by: string; at: string };
  introduction: Omit<Introduction, 'state'> & { met?: string | undefined };
  /** The last introduction somebody asked for with somebody: only one can be open. */
  asking: { by: string; with: string; introduction: string; at: string };
  /** What one of the people said to an introduction; never shown to another but by what follows from it. */
  'introduction-answer': { introduction: string; member: string; on: boolean; at: string };
  pass: { member: string; with: string; until: string };
  /** What one of the people said became of it. */
  meeting: { introduction: string; member: string; on: boolean; at: string };
}

export type Table = keyof Tables;
export type Consent = 'named' | 'unnamed' | 'hidden';

/** A row's primary key: its table and ids, apart by spaces. */
export type Key<T extends Table = Table> = `${T} ${string}`;
/** All rows of a table whose keys begin alike, as `consent r1 *`. */
export type Several<T extends Table = Table> = `${T} ${string} *`;
/** What a rule looks at. */
export type FactKey = Key | Several;

/** One row put by primary key (fields given replace those there are, `null` drops one), or removed. */
export type RowChange = { [T in Table]: { put: Key<T>; row: Changed<Tables[T]> } }[Table] | { remove: Key };
type Changed<R> = { [K in keyof R]?: R[K] | null };

/** The key of a row. */
export function keyOf<T extends Table>(table: T, ...ids: string[]): Key<T> {
  return `${table} ${ids.join(' ')}`;
}

/** All rows of a table whose keys begin with these ids. */
export function allOf<T extends Table>(table: T, ...ids: string[]): Several<T> {
  return `${table} ${ids.join(' ')} *`;
}

/**
 * What is known, by key: a row, a list of rows for a key that ends in `*`, `null` for a row that is not there.
 * What is not in the map is unknown: in the browser, the provider will say.
 */
export type FactMap = ReadonlyMap<FactKey, unknown>;

/** Reads facts with their types. */
export class Facts {
  readonly #known: FactMap;

  constructor(known: FactMap) {
    this.#known = known;
  }

  /** A row; `null` where there is none, `undefined` where nobody knows. */
  row<T extends Table>(key: Key<T>): Tables[T] | null | undefined {
    return this.#known.get(key) as Tables[T] | null | undefined;
  }

  /** Rows; `undefined` where nobody knows. */
  rows<T extends Table>(key: Several<T>): readonly Tables[T][] | undefined {
    return this.#known.get(key) as readonly Tables[T][] | undefined;
  }
}

/** Rows by key, to look facts up in and to apply changes to. */
export class RowMap {
  readonly #rows = new Map<Key, object>();

  get size(): number {
    return this.#rows.size;
  }

  /** What is known here of each of these keys: everything. */
  facts(keys: readonly FactKey[]): Map<FactKey, unknown> {
    return new Map(keys.map((key) => [key, this.#fact(key)]));
  }

  #fact(key: FactKey): unknown {
    if (!key.endsWith(' *')) return this.#rows.get(key) ?? null;
    const start = key.slice(0, -1);
    return [...this.#rows].filter(([each]) => each.startsWith(start)).map(([, row]) => row);
  }

  get<T extends Table>(key: Key<T>): Tables[T] | undefined {
    return this.#rows.get(key) as Tables[T] | undefined;
  }

  /** All rows of a table. */
  all<T extends Table>(table: T): Tables[T][] {
    const start = `${table} `;
    return [...this.#rows].filter(([key]) => key.startsWith(start)).map(([, row]) => row as Tables[T]);
  }

  apply(changes: readonly RowChange[]): void {
    for (const change of changes) {
      if ('remove' in change) this.#rows.delete(change.remove);
      else this.#rows.set(change.put, merged(this.#rows.get(change.put), change.row));
    }
  }
}

function merged(before: object | undefined, row: object): object {
  const entries = Object.entries({ ...before, ...row }).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(entries);
}
