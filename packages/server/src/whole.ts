import {
  isRecord,
  ProviderError,
  renewed,
  toPublic,
  type CommunityDocument,
  type Member,
  type Purpose,
  type Recognition,
} from '@kith/core';
import {
  difference,
  documentOf,
  frameOf,
  partsOf,
  piecesOf,
  type PieceKind,
  type PieceMap,
  type PieceName,
  type Whole,
} from '@kith/core/rules';
import { sql } from 'kysely';
import type { Within } from './db/schema.js';
import { isStep } from './ids.js';
import { piecesIn } from './read/pieces.js';
import { settle } from './read/tally.js';
import { lock, note } from './revise.js';
import { Rows } from './rows.js';
import { sqlTables } from './tables.js';
import { faceOf, peopleOf, publicly, type Face } from './take/letter.js';
import { write } from './take/write.js';

/** What stands in addresses. Throws a `ProviderError` that names what in a document can stand in none. */
function requireAddresses(document: CommunityDocument): void {
  for (const kind of ['members', 'ladders'] as const) {
    const at = document[kind]?.findIndex(({ id }) => isStep(id)) ?? -1;
    const field = `${kind}[${at}].id`;
    const message = `${field}: nothing on a server can be called "." or "..", which no address leads to.`;
    if (at >= 0) throw new ProviderError('invalid', { message, reason: 'invalid', params: { field } });
  }
}

/** Puts a community where there is none, or in the place of all there is of it; see `exchange` for one that lives. */
export async function replace(trx: Within, community: string, document: CommunityDocument): Promise<void> {
  requireAddresses(document);
  const frame = JSON.stringify(frameOf(document));
  await trx
    .insertInto('home')
    .values({ community, revision: 1, frame: sql`${frame}::jsonb` })
    .onConflict((clash) => clash.column('community').doUpdateSet({ frame: sql`${frame}::jsonb` }))
    .execute();
  await putAll(new Rows(trx, community, isRecord(document)), piecesOf(document));
}

/**
 * Puts what somebody made of a community in its place, as its next revision, and tells what everyone sees differently. Of
 * one that began as a public document, what is left unsaid stays as it was, and of what is new it is a yes. A wording that
 * was keeps its place among the earlier ones.
 */
export async function exchange(trx: Within, community: string, given: CommunityDocument, now: Date): Promise<number> {
  requireAddresses(given);
  const { revision, rows: was } = await lock(trx, community);
  const before = await wholeOf(trx, community);
  const purpose = given.purpose && renewed(before?.purpose as Purpose | undefined, given.purpose, now);
  const document = { ...given, ...(purpose && { purpose }) };
  const isWhole = was.isRecord || isRecord(document);
  const pieces = piecesOf({ ...document, archive: isWhole }, before && piecesOf(before as CommunityDocument));
  const frame = JSON.stringify({ ...frameOf(document), archive: isWhole });
  const duties = await trx.selectFrom('duty').selectAll().where('community', '=', community).execute();
  await trx
    .updateTable('home')
    .set({ frame: sql`${frame}::jsonb` })
    .where('community', '=', community)
    .execute();
  const rows = new Rows(trx, community, isWhole);
  await putAll(rows, pieces);
  const kept = duties.filter(({ member }) => pieces.has(`member ${member}`));
  if (kept.length) await trx.insertInto('duty').values(kept).execute();
  const after = await wholeOf(trx, community);
  const open = (whole: Whole | undefined) => toPublic((whole ?? { kith: 1 }) as CommunityDocument);
  return note(rows, revision + 1, difference(open(before), open(after)));
}

/** Most rows that are written in one statement. */
const MOST = 5000;

async function putAll({ trx, community, isRecord }: Rows, pieces: PieceMap): Promise<void> {
  for (const table of [...sqlTables, 'mark', 'tag', 'ending'] as const)
    await trx.deleteFrom(table).where('community', '=', community).execute();
  const all = [...pieces].flatMap(([name, piece]) => partsOf(name, piece));
  const faces = new Map([...pieces].flatMap(([name, piece]) => facesOf(name, piece as Recognition, pieces, isRecord)));
  for (let n = 0; n < all.length; n += MOST)
    await write(trx, community, { rows: new Map(all.slice(n, n + MOST)), faces });
  await trx.deleteFrom('tally').where('community', '=', community).execute();
  await settle(trx, community);
}

function facesOf(name: PieceName, letter: Recognition, pieces: PieceMap, isRecord: boolean): [string, Face][] {
  if (!name.startsWith('recognition ')) return [];
  const members = peopleOf(letter).flatMap((id) => (pieces.get(`member ${id}`) as Member | undefined) ?? []);
  return [[letter.id ?? '', faceOf(letter, publicly(letter, members, isRecord))]];
}

/** Everything there is of a community, as an archive; `undefined` where there is no such community. */
export async function wholeOf(trx: Within, community: string): Promise<Whole | undefined> {
  const home = await trx.selectFrom('home').select('frame').where('community', '=', community).executeTakeFirst();
  if (!home) return undefined;
  const pieces = await piecesIn(
    trx,
    community,
    kinds.map((kind) => [kind]),
  );
  return documentOf(pieces, home.frame as CommunityDocument);
}

const kinds = [
  'community',
  'purpose',
  'role',
  'ladder',
  'member',
  'recognition',
  'progress',
  'introduction',
] as const satisfies PieceKind[];
