import { isRecord, ProviderError, type Change, type CommunityDocument } from '@kith/core';
import type { PieceName } from '@kith/core/rules';
import { sql } from 'kysely';
import type { Within } from './db/schema.js';
import { reface } from './faces.js';
import { discount, settle } from './read/tally.js';
import { prune } from './prune.js';
import { Rows } from './rows.js';
import { printsOf, touchedBetween } from './touched.js';

/** A community that nobody else changes until the transaction ends. */
export interface Home {
  rows: Rows;
  revision: number;
  settings: Settings;
}

/** What a community says of how it is run. */
export interface Settings {
  /** Whether a token alone makes somebody a member, or only who is listed is one. Default `token`. */
  joining?: 'token' | 'listed';
  /** Whether a member's first letter waits until somebody has looked at it. Default `none`. */
  review?: 'none' | 'first';
}

/** One at a time: what a rule looked at is so until what follows from it is written. */
export async function lock(trx: Within, community: string): Promise<Home> {
  const home = await trx
    .selectFrom('home')
    .select(['revision', 'frame', 'settings'])
    .where('community', '=', community)
    .forUpdate()
    .executeTakeFirst();
  if (!home) throw new ProviderError('gone', { message: `There is no community "${community}".` });
  const rows = new Rows(trx, community, isRecord(home.frame as CommunityDocument));
  return { rows, revision: home.revision, settings: home.settings };
}

/** Pieces that change, and others of whom everyone may see more or less then. */
export interface Aimed {
  names: readonly PieceName[];
  people?: readonly PieceName[];
  /** How it is told of, where not as it is. */
  say?: (touched: Change['touched']) => Change['touched'];
}

/** Changes pieces, and writes down as the next revision what everyone sees differently. Gives that revision. */
export async function revise(
  { rows, revision }: Home,
  { names, people = [], say = (touched) => touched }: Aimed,
  act: () => Promise<void>,
): Promise<number> {
  const reader = { trx: rows.trx, community: rows.community };
  const before = await printsOf(reader, [...names, ...people], rows.isRecord);
  const seen = [...before.keys()];
  const counted = { letters: idsIn(seen, 'recognition'), members: idsIn(seen, 'member') };
  await discount(rows.trx, rows.community, counted);
  await act();
  await reface(rows, names);
  await settle(rows.trx, rows.community, counted);
  const after = await printsOf(reader, [...before.keys()], rows.isRecord);
  return note(rows, revision + 1, say(touchedBetween(before, after)));
}

const idsIn = (names: readonly PieceName[], kind: string) =>
  names.flatMap((name) => (name.startsWith(`${kind} `) ? [name.slice(kind.length + 1)] : []));

/** Writes a revision down, for all who listen on whichever machine. */
export async function note({ trx, community }: Rows, revision: number, touched: Change['touched']): Promise<number> {
  const said = JSON.stringify(touched);
  await trx
    .insertInto('change')
    .values({ community, revision, touched: sql`${said}::jsonb` })
    .execute();
  await trx.updateTable('home').set({ revision }).where('community', '=', community).execute();
  await prune(trx, community, revision);
  return revision;
}
