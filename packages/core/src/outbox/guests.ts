import { transact, type DatabaseOptions } from './database.js';

/** Who counts in without an account: 128 random bits, in hex, of this device and this place. */
export interface Guests {
  /** The guest there is already. */
  of(place: string): Promise<string | undefined>;
  /** The guest there is, or a new one: of this page only where the browser keeps nothing. */
  make(place: string): Promise<string>;
  /** There is none any more. */
  forget(place: string): Promise<void>;
}

/** Guests in the outbox's database, which looking does not make. */
export function guestsInBrowser(options: DatabaseOptions = {}): Guests {
  const ofPage = new Map<string, string>();

  async function stored(place: string): Promise<string | undefined> {
    const act = (rows: IDBObjectStore) => rows.get(place) as IDBRequest<{ guest: string } | undefined>;
    return transact({ table: 'guests', aim: 'look', act }, options).then(
      (row) => row?.guest,
      () => undefined,
    );
  }

  return {
    of: async (place) => (await stored(place)) ?? ofPage.get(place),
    async make(place) {
      const there = (await stored(place)) ?? ofPage.get(place);
      if (there) return there;
      const guest = random();
      // Another tab may be first: what is there stays.
      const add = (rows: IDBObjectStore) => rows.add({ place, guest });
      const made = await transact({ table: 'guests', aim: 'add', act: add }, options).then(
        () => guest,
        () => stored(place),
      );
      ofPage.set(place, made ?? ofPage.get(place) ?? guest);
      return ofPage.get(place) ?? guest;
    },
    async forget(place) {
      ofPage.delete(place);
      const act = (rows: IDBObjectStore) => rows.delete(place) as IDBRequest<unknown>;
      await transact({ table: 'guests', aim: 'remove', act }, options);
    },
  };
}

/** Guests of a provider that has no place of its own: as long as the page. */
export function guestsOfPage(): Guests {
  let guest: string | undefined;
  return {
    of: async () => guest,
    make: async () => (guest ??= random()),
    forget: async () => void (guest = undefined),
  };
}

function random(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
