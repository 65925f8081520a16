import { ProviderError, type Answer, type CommunityDocument, type Query } from '@kith/core';
import { documentOf, readingOf, type MeetingCrowd, type PieceKind, type Reading } from '@kith/core/rules';
import { sql } from 'kysely';
import type { Within } from '../db/schema.js';
import type { Held } from '../held.js';
import { affirmersOf } from './affirmers.js';
import { addMeetings } from './meetings.js';
import { membersPage } from './members-page.js';
import { mentionedIn } from './mentioned.js';
import { numbersOf } from './numbers.js';
import { originsOf } from './origins.js';
import { findIn, type Asked, type Eyes, type Found, type Wanted } from './pieces.js';
import { wallPage } from './wall-page.js';

/** What a query is answered from: a few pieces, and by what they are found where they are a page of a list. */
export interface Page {
  wanted: readonly Wanted[];
  asked?: Asked;
  /** Most rows of the page; where one more is found there is another page. */
  size?: number;
  cursorOf?: (last: Found['rows'][number]) => string;
}

/** Who reads what. */
export interface Reader {
  trx: Within;
  community: string;
  /** A member. */
  viewer: string | undefined;
  eyes: Eyes;
  revision: number;
  frame: CommunityDocument;
  now: Date;
  /** What grows with the community is counted once a revision, where somebody remembers it. */
  count(what: string, find: () => Promise<number>): Promise<number>;
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
  const reader = await readerOf(trx, community, query.viewer, now, held);
  const page = await pageOf(reader, query);
  const found = await findIn(trx, community, page.wanted, reader.eyes, page.asked);
  const isOfMeetings = query.kind === 'suggestions' || query.kind === 'introductions';
  const crowd = isOfMeetings ? await addMeetings(reader, query, found) : undefined;
  if (!isOfMeetings) await addPeople(reader, found, 'member' in query ? query.member : undefined);
  const reading = await readingIn(reader, found, query.kind === 'purpose', crowd);
  if (!page.asked) return await reading.answer(query);
  return (await answerOf(reading, query, page, found)) as unknown as Answer<Q>;
}

/** What a community is for, with its numbers, its roles and its ladders. */
export async function readFront(
  trx: Within,
  community: string,
  viewer: string | undefined,
  now: Date,
  held?: Held<number>,
) {
  const reader = await readerOf(trx, community, viewer, now, held);
  const found = await findIn(trx, community, every('community', 'purpose', 'role', 'ladder'), reader.eyes);
  await addPeople(reader, found);
  const reading = await readingIn(reader, found, true);
  const eyes = viewer === undefined ? {} : { viewer };
  const { ladders = [] } = reading.open;
  return { ...reading.answer({ kind: 'roles', ...eyes }), ladders, ...reading.answer({ kind: 'purpose', ...eyes }) };
}

async function readerOf(
  trx: Within,
  community: string,
  viewer: string | undefined,
  now: Date,
  held: Held<number> | undefined,
): Promise<Reader> {
  const home = await trx
    .selectFrom('home')
    .select(['revision', 'frame', isMember(viewer)])
    .where('community', '=', community)
    .executeTakeFirst();
  if (!home) throw new ProviderError('gone', { message: `There is no community "${community}".` });
  const { revision, frame } = home;
  const day = Math.floor(now.getTime() / 86_400_000);
  return {
    trx,
    community,
    viewer: home.isMember ? viewer : undefined,
    eyes: home.isMember ? 'known' : 'present',
    revision,
    frame: frame as CommunityDocument,
    now,
    count: (what, find) => (held ? held.get(`${community} ${revision} ${day} ${what}`, find) : find()),
  };
}

async function readingIn(reader: Reader, found: Found, withNumbers: boolean, crowd?: MeetingCrowd): Promise<Reading> {
  const { pieces, named } = found;
  const beside = await affirmersOf(reader, found);
  const letters = await originsOf(reader, found);
  const { persons, active } = withNumbers ? await numbersOf(reader) : { persons: 0, active: 0 };
  const { revision, frame, now } = reader;
  const rest = { persons, active, named, beside, letters, ...(crowd && { crowd }) };
  return readingOf(documentOf(pieces, frame), { revision, now: () => now, rest });
}

/** A device is no member, nor is whom only a token speaks of: what members show each other is not for them. */
const isMember = (viewer = '') =>
  sql<boolean>`exists (select from member m where m.community = home.community and m.id = ${viewer})`.as('isMember');

/** Of a list everything at hand is asked for: it is the page, and the people it speaks of. */
async function answerOf(reading: Reading, { kind, viewer }: Query, page: Page, { rows, total }: Found) {
  const eyes = viewer === undefined ? {} : { viewer };
  const shown = rows.slice(0, page.size);
  const last = rows.length > shown.length ? shown.at(-1) : undefined;
  const more = { total, ...(last && { after: page.cursorOf?.(last) }) };
  if (kind === 'wall') return { ...(await reading.answer({ kind, ...eyes, limit: 10_000 })), ...more };
  const answer = await reading.answer({ kind: 'members', ...eyes, limit: 10_000 });
  const byId = new Map(answer.members.map((member) => [member.id, member]));
  return { ...answer, ...more, members: shown.flatMap(({ id }) => byId.get(id) ?? []) };
}

/** How many rows a page has: 20 unless said, 1 to 10,000. */
export function sizeOf(limit = 20): number {
  return Math.min(Math.max(Math.floor(Number.isNaN(limit) ? 20 : limit), 1), 10_000);
}

const every = (...kinds: PieceKind[]): Wanted[] => kinds.map((kind) => [kind, undefined]);

async function pageOf(reader: Reader, query: Query): Promise<Page> {
  switch (query.kind) {
    case 'community':
      return { wanted: every('community') };
    case 'purpose':
      return { wanted: every('community', 'purpose') };
    case 'roles':
      return { wanted: every('role') };
    case 'members':
      return membersPage(reader, query);
    case 'member':
      return { wanted: [['member', [query.id]]] };
    case 'wall':
      return wallPage(reader, query);
    case 'ladder':
      return { wanted: [...every('ladder'), ['progress', climbsOf(query)], ['member', hostsOf(reader)]] };
    case 'suggestions':
      return { wanted: meetingOf(reader, query.with) };
    case 'introductions':
      return { wanted: meetingOf(reader) };
    case 'inbox':
      return { wanted: [['recognition', lettersOf(reader)]] };
  }
}

/** Where a ladder is not named it is the first. */
function climbsOf({ id, member }: Extract<Query, { kind: 'ladder' }>) {
  if (member === undefined) return undefined;
  return id === undefined ? sql<string[]>`array[${member}]::text[]` : [`${member}/${id}`];
}

/** Organisers go through steps with members: whoever reads a ladder may ask them. */
function hostsOf({ community }: Reader) {
  return sql<string[]>`array(select id from member where community = ${community} and host)`;
}

/** Letters to or from the viewer. */
function lettersOf({ community, viewer = '' }: Reader) {
  return sql<string[]>`array(select recognition from party where community = ${community} and member = ${viewer})`;
}

/** Introductions the viewer is part of. */
function ownAsksOf({ community, viewer = '' }: Reader) {
  return sql<string[]>`array(
    select id from introduction where community = ${community} and one = ${viewer}
    union select id from introduction where community = ${community} and other = ${viewer}
    union select id from introduction where community = ${community} and many and body->'people' ? ${viewer}
  )`;
}

/** What it depends on whom the viewer might meet, or one of whom they think; and what the roles they share are called. */
function meetingOf(reader: Reader, whom?: string): Wanted[] {
  const { viewer } = reader;
  const people = new Set([viewer, whom].filter((id) => id !== undefined));
  const theirs: Wanted[] = [
    ['recognition', lettersOf(reader)],
    ['introduction', ownAsksOf(reader)],
  ];
  return [['member', [...people]], ...every('role'), ...(viewer === undefined ? [] : theirs)];
}

/** Adds the members that the pieces speak of, the viewer, and whom they ask for. */
export async function addPeople(
  { trx, community, viewer, eyes }: Pick<Reader, 'trx' | 'community' | 'viewer' | 'eyes'>,
  { pieces, named }: Found,
  askedFor?: string,
): Promise<void> {
  const spoken = new Set([viewer, askedFor].filter((id) => id !== undefined));
  for (const piece of pieces.values()) mentionedIn(piece, spoken);
  const missing = [...spoken].filter((id) => !pieces.has(`member ${id}`));
  if (!missing.length) return;
  const people = await findIn(trx, community, [['member', missing]], eyes);
  for (const [name, piece] of people.pieces) pieces.set(name, piece);
  named.push(...people.named);
}
