import { ProviderError, type Answer, type CommunityDocument, type Query } from '@kith/core';
import { documentOf, readingOf, type PieceKind, type Reading } from '@kith/core/rules';
import { sql } from 'kysely';
import type { Within } from '../db/schema.js';
import type { Held } from '../held.js';
import { membersPage } from './members-page.js';
import { mentionedIn } from './mentioned.js';
import { activeAmong, namedAmong, personsOf } from './numbers.js';
import { piecesIn, type Loaded, type Wanted } from './pieces.js';
import { wallPage } from './wall-page.js';

/** What a query is answered from: a few pieces, and what only the whole community can say of its page. */
export interface Page {
  pieces: Loaded;
  list?: List;
}

/** What is on a page of a list, how long the list is, and where the next page begins. */
export interface List {
  ids: string[];
  total: number;
  after: string | undefined;
}

/**
 * Answers from the pieces a query is about and the people they speak of, by the same functions as in a browser: what may
 * be told of a piece is told in one place.
 */
export async function read<Q extends Query>(
  trx: Within,
  community: string,
  query: Q,
  now: Date,
  held?: Held<number>,
): Promise<Answer<Q>> {
  const home = await trx
    .selectFrom('home')
    .select(['revision', 'frame', isMember(query.viewer)])
    .where('community', '=', community)
    .executeTakeFirst();
  if (!home) throw new ProviderError('gone', { message: `There is no community "${community}".` });
  const frame = home.frame as CommunityDocument;
  const day = Math.floor(now.getTime() / 86_400_000);
  const count: Reader['count'] = (what, find) =>
    held ? held.get(`${community} ${home.revision} ${day} ${what}`, find) : find();
  const reader: Reader = { trx, community, viewer: home.isMember ? query.viewer : undefined, count };
  const { pieces, list } = await pageOf(reader, query);
  if (query.kind === 'ladder') for (const [name, piece] of await hosts(reader)) pieces.set(name, piece);
  await addPeople(reader, pieces, 'member' in query ? query.member : undefined);
  const reading = readingOf(documentOf(pieces, frame), {
    revision: home.revision,
    now: () => now,
    rest: {
      persons: query.kind === 'purpose' ? await count('persons', () => personsOf(reader)) : 0,
      active: query.kind === 'purpose' ? await count('active', () => activeAmong(reader, now)) : 0,
      named: await namedAmong(reader, idsOf(pieces, 'member')),
    },
  });
  if (!list) return await reading.answer(query);
  return (await answerOf(reading, query, list)) as unknown as Answer<Q>;
}

/** A device is no member, nor is whom only a token speaks of: what members show each other is not for them. */
const isMember = (viewer = '') =>
  sql<boolean>`exists (select from member m where m.community = home.community and m.id = ${viewer})`.as('isMember');

/** Of a list everything at hand is asked for: it is the page, and the people it speaks of. */
async function answerOf(reading: Reading, { kind, viewer }: Query, { ids, total, after }: List) {
  const eyes = viewer === undefined ? {} : { viewer };
  const more = { total, ...(after !== undefined && { after }) };
  if (kind === 'wall') return { ...(await reading.answer({ kind, ...eyes, limit: 10_000 })), ...more };
  const answer = await reading.answer({ kind: 'members', ...eyes, limit: 10_000 });
  const byId = new Map(answer.members.map((member) => [member.id, member]));
  return { ...answer, ...more, members: ids.flatMap((id) => byId.get(id) ?? []) };
}

/** Organisers go through steps with members: whoever reads a ladder may ask them. */
async function hosts({ trx, community }: Reader): Promise<Loaded> {
  const { rows } = await sql<{ id: string }>`
    select id from member where community = ${community} and host order by place`.execute(trx);
  return load({ trx, community }, [['member', rows.map(({ id }) => id)]]);
}

/** Who reads what. */
export interface Reader {
  trx: Within;
  community: string;
  /** A member. */
  viewer: string | undefined;
  /** What grows with the community is counted once a revision, where somebody remembers it. */
  count(what: string, find: () => Promise<number>): Promise<number>;
}

async function pageOf(reader: Reader, query: Query): Promise<Page> {
  const all = (...kinds: PieceKind[]) =>
    load(
      reader,
      kinds.map((kind) => [kind, undefined] as const),
    );
  switch (query.kind) {
    case 'community':
      return { pieces: await all('community') };
    case 'purpose':
      return { pieces: await all('community', 'purpose') };
    case 'roles':
      return { pieces: await all('role') };
    case 'members':
      return membersPage(reader, query);
    case 'member':
      return { pieces: await load(reader, [['member', [query.id]]]) };
    case 'wall':
      return wallPage(reader, query);
    case 'ladder':
      return {
        pieces: await load(reader, [
          ['ladder', undefined],
          ['progress', query.id && query.member ? [`${query.member}/${query.id}`] : undefined],
        ]),
      };
    case 'suggestions':
      return { pieces: await all('member', 'recognition', 'introduction') };
    case 'introductions':
      return { pieces: await all('member', 'recognition', 'introduction') };
    case 'inbox':
      return { pieces: await load(reader, [['recognition', await waitingFor(reader)]]) };
  }
}

/** Pieces of several kinds, by id or all of them. */
export function load(
  { trx, community }: Pick<Reader, 'trx' | 'community'>,
  wanted: readonly Wanted[],
): Promise<Loaded> {
  return piecesIn(trx, community, wanted);
}

/** Letters to or from the viewer. */
async function waitingFor({ trx, community, viewer = '' }: Reader): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from recognition
    where community = ${community}
      and id in (select recognition from party where community = ${community} and member = ${viewer})
    order by place`.execute(trx);
  return rows.map(({ id }) => id);
}

/** Adds the members that the pieces speak of, the viewer, and whom they ask for. */
export async function addPeople(
  reader: Pick<Reader, 'trx' | 'community' | 'viewer'>,
  pieces: Loaded,
  askedFor?: string,
): Promise<void> {
  const spoken = new Set([reader.viewer, askedFor].filter((id) => id !== undefined));
  for (const piece of pieces.values()) mentionedIn(piece, spoken);
  const missing = [...spoken].filter((id) => !pieces.has(`member ${id}`));
  for (const [name, piece] of await load(reader, [['member', missing]])) pieces.set(name, piece);
}

export function idsOf(pieces: Loaded, kind: PieceKind): string[] {
  const start = `${kind} `;
  return [...pieces.keys()].flatMap((name) => (name.startsWith(start) ? [name.slice(start.length)] : []));
}
