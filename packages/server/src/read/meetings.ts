import {
  acquainted,
  createMatcher,
  isConnector,
  isNewcomer,
  isPeer,
  placeOf,
  tagged,
  turnFrom,
  type Crowd,
  type Hub,
  type Member,
  type Query,
} from '@kith/core';
import type { MeetingCrowd, Pieces } from '@kith/core/rules';
import { sql } from 'kysely';
import { hubFor } from './hub.js';
import { matchesOf, before, type Match } from './matches.js';
import { peopleInNeed } from './needs.js';
import { connectorsIn, newcomersIn } from './newcomers.js';
import { findIn, type Found } from './pieces.js';
import { addPeople, type Reader } from './read.js';
import { kept } from './tally.js';

type Suggestions = Extract<Query, { kind: 'suggestions' }>;

/** How many of each list of those who have a tag are looked at first. */
const FIRST = 64;
/** How many are read beside those that are shown: some of them were met before, or are never up at the same time. */
const SPARE = 10;

/**
 * Adds whom somebody might meet, and the people they speak of; and says what tags weigh by in the whole community. It is
 * whom they would be suggested if everyone was at hand.
 */
export async function addMeetings(reader: Reader, query: Query, found: Found): Promise<MeetingCrowd> {
  const me = found.pieces.get(`member ${reader.viewer ?? ''}`) as Pieces['member'] | undefined;
  const crowd = me ? await crowdAround(reader, me) : nobody;
  const hub = me && (await hubFor(reader, me, found));
  if (hub) await addMembers(reader, found, [hub.id]);
  if (query.kind === 'suggestions') await addSuggested(reader, query, found, me, { ...crowd, hub });
  await addPeople(reader, found);
  return { ...crowd, hub, offering: me ? new Map() : await offering(reader, found) };
}

const nobody: Crowd = { people: 0, having: new Map() };

async function addSuggested(
  reader: Reader,
  { with: whom, limit = 10 }: Suggestions,
  found: Found,
  me: Pieces['member'] | undefined,
  { hub, ...crowd }: Crowd & { hub: Hub | undefined },
): Promise<void> {
  if (!me) return addMembers(reader, found, await peopleInNeed(reader, limit));
  if (whom !== undefined || limit < 1) return;
  if (isConnector(me)) await addMembers(reader, found, await newcomersIn(reader));
  if (isNewcomer(me, reader.now)) await addMembers(reader, found, await connectorsIn(reader));
  // Whom only the hub ties to somebody comes first, however little they fit: all who fit are looked at.
  await addMatches(reader, found, me, crowd, hub ? Infinity : limit);
}

/** How many a member sees, and how many of those have each tag of theirs. */
async function crowdAround({ trx, community, viewer }: Reader, me: Member): Promise<Crowd> {
  const tags = [me.offers, me.asks, me.topics].flatMap((words) => [...tagged(words).keys()]);
  const { rows } = await sql<{ tag: string | null; people: number }>`
    select tag, people from tag where community = ${community} and tag = any(${tags})
    union all select null, ${kept(community, 'member', sql`f[2] = 'true'`)} + (
      select count(*) from member where community = ${community} and id = ${viewer} and not known
    )`.execute(trx);
  const counted = new Map(rows.map(({ tag, people }) => [tag, people]));
  // Who shows their tags to nobody sees them themselves.
  const own = me.visibility === 'everyone' || me.visibility === 'members' ? 0 : 1;
  const having = new Map(tags.map((tag) => [tag, (counted.get(tag) ?? 0) + own]));
  return { people: counted.get(null) ?? 0, having };
}

/** How many everyone sees offer what those at hand ask for. */
async function offering({ trx, community }: Reader, found: Found): Promise<Map<string, number>> {
  const asks = membersIn(found).flatMap((member) => [...tagged(member.asks).keys()]);
  if (!asks.length) return new Map();
  const { rows } = await sql<{ tag: string; offered: number }>`
    select tag, offered from tag where community = ${community} and tag = any(${asks})`.execute(trx);
  return new Map(rows.map(({ tag, offered }) => [tag, offered]));
}

/**
 * Reads those who fit best until nobody who was not read can come before the last that is shown. How well two fit is only
 * ever lowered by what is read: by the hours they keep, their languages, and what somebody has open.
 */
async function addMatches(
  reader: Reader,
  found: Found,
  me: Pieces['member'],
  crowd: Crowd,
  limit: number,
): Promise<void> {
  const read = new Set<string>();
  for (let depth = FIRST; ; depth *= 4) {
    const { seen, beyond } = await matchesOf(reader, me, crowd, depth);
    const ahead = seen.filter((one) => !read.has(one.id) && (!beyond || before(one, beyond) < 0));
    while (ahead.length) {
      const some = ahead.splice(0, Math.min(limit, ahead.length) + SPARE).map(({ id }) => id);
      for (const id of some) read.add(id);
      await addMembers(reader, found, some);
      const next = ahead[0] ?? beyond;
      if (!next || isLast(next)) return;
    }
    if (!beyond || isLast(beyond)) return;
  }

  /** Whether all that are shown come before this one. */
  function isLast(next: Match): boolean {
    const introductions = piecesIn<Pieces['introduction']>(found, 'introduction');
    const { known, load } = acquainted(me, { introductions, passes: me.passes ?? [], now: () => reader.now });
    const people = membersIn(found).filter(({ id }) => read.has(id) && !known.has(id));
    const best = createMatcher(people, crowd).suggest(me, { now: reader.now, load, limit });
    const last = best[limit - 1];
    if (!last || last.score !== next.fit) return !!last && last.score > next.fit;
    return isPeer(last.member) && turnFrom(placeOf(me), last.member.id) < next.turn;
  }
}

/** Days after which an introduction is closed wherever on earth its date was written; see `closesAt`. */
const MAY_BE_OPEN = 16;

/** Adds members, and the introductions of theirs that may be open: whoever has many is suggested later. */
async function addMembers({ trx, community, viewer, eyes, now }: Reader, found: Found, ids: readonly string[]) {
  const missing = ids.filter((id) => !found.pieces.has(`member ${id}`));
  const since = new Date(now.getTime() - MAY_BE_OPEN * 86_400_000).toISOString().slice(0, 10);
  const asks = sql<string[]>`array(
    select id from introduction where community = ${community} and one = any(${[...ids]}) and asked >= ${since}
    union select id from introduction where community = ${community} and other = any(${[...ids]}) and asked >= ${since}
    union
      select id from introduction where community = ${community} and many and body->'people' ?| ${[...ids]}
        and asked >= ${since}
  )`;
  const more = await findIn(
    trx,
    community,
    [['member', missing], ...(viewer === undefined ? [] : [['introduction', asks] as const])],
    eyes,
  );
  for (const [name, piece] of more.pieces) found.pieces.set(name, piece);
  found.named.push(...more.named);
}

function piecesIn<P extends object>({ pieces }: Found, kind: string): P[] {
  return [...pieces].flatMap(([name, piece]) => (name.startsWith(`${kind} `) ? [piece as P] : []));
}
const membersIn = (found: Found) => piecesIn<Pieces['member']>(found, 'member');
