import type { Change } from '@kith/core';
import type { Generated, Kysely, Transaction } from 'kysely';
import type { Settings } from '../revise.js';
import type { SqlTable } from '../tables.js';

export type Duty = 'moderator' | 'admin';

/** A row of a community: the columns of its key, and the row itself. */
export type Kept = Record<string, unknown> & {
  community: string;
  body: object;
  /** In which order rows came. */
  place: number;
};

export type Schema = { [T in SqlTable]: Kept } & {
  /** A community and how often it changed. */
  home: { community: string; revision: number; frame: object; settings: Generated<Settings> };
  /** How many there are of a kind: see `read/tally.ts`. */
  tally: { community: string; kind: string; facets: (string | null)[]; count: number };
  /** What a member is found by: see `read/marks.ts`. */
  mark: { community: string; member: string; kind: string; mark: string; ring: number };
  /** How many have a tag. */
  tag: { community: string; tag: string; people: number; offered: number; asked: number };
  /** Where a word is looked up by a part of it. */
  ending: { community: string; ending: string; word: string };
  /** A wish that was carried out, so that it counts once. */
  taken: { community: string; actor: string; key: string; said: string; revision: number; at: Generated<Date> };
  /** A key the community's site signs tokens with. */
  signing_key: {
    community: string;
    kid: string;
    issuer: string;
    algorithm: string;
    jwk: object;
    added_at: Generated<Date>;
    revoked_at: Date | null;
  };
  /** Whose pages may ask. */
  origin: { community: string; origin: string };
  /** What somebody sees to, beside being a member. */
  duty: { community: string; member: string; duty: Duty };
  /** What was touched at a revision. */
  change: { community: string; revision: number; touched: Change['touched']; at: Generated<Date> };
  /** What those with a duty did, and why. */
  audit: {
    community: string;
    id: Generated<string>;
    at: Generated<Date>;
    by: string | null;
    act: string;
    subject: string;
    reason: string;
  };
  /** A personal link: of its code only a hash, whom it is for (a member, or a name), and the device it was opened on. */
  invite: {
    community: string;
    code: string;
    member: string | null;
    name: string | null;
    duty: Duty | null;
    until: Date;
    device: string | null;
  };
  /** A browser that a member opened such a link in: the public half of its key. */
  device: {
    community: string;
    id: string;
    member: string;
    print: string;
    jwk: object;
    added_at: Generated<Date>;
    revoked_at: Date | null;
  };
  /** Who had everything deleted, so that a token from before brings nobody back; not readable as who it was. */
  departed: { community: string; who: string; at: Generated<Date> };
};

export type Database = Kysely<Schema>;
export type Within = Transaction<Schema>;
