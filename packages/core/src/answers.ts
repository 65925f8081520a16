import { byId } from './by-id.js';
import type { CommunityDocument, Ladder, Member, Progress, Recognition } from './document.js';
import type { MeetingCrowd, Meetings } from './meetings.js';
import { ProviderError, type Answer, type Cursor, type Query, type WallFilters } from './provider.js';
import { acceptedRoles } from './rings.js';
import { sixRoles } from './roles.js';
import type { Pieces } from './rules/place.js';
import { spokenOf } from './spoken-of.js';
import { kinds, known, occasions, rewards } from './words.js';

/**
 * Answers any query at once, save those about who might meet. Throws `ProviderError('invalid')` for a query or a cursor
 * that is none.
 */
export type Answerer = <Q extends Query>(
  query: Q,
) => Q extends { kind: 'suggestions' | 'introductions' } ? Promise<Answer<Q>> : Answer<Q>;

/** What is not public. Given only to answer one viewer, save for introductions, which are given to their people. */
export interface AnswerOptions {
  introductions?: readonly Pieces['introduction'][] | undefined;
  /** Members of whom the viewer knows more than everyone does, or whom only they know: the viewer is one. */
  acquaintances?: readonly Member[];
  /** Whom they do not want to be introduced to for now. */
  passes?: readonly { with: string; until: string }[];
  inbox?: { letters: Recognition[]; written: Recognition[] };
  /** How many persons everyone sees: the same for every viewer. */
  persons?: number;
  /** Where the members are some of all there are: what their tags weigh by. */
  crowd?: MeetingCrowd | undefined;
  /** What everyone sees, where the document is what somebody sees of it. Default the document. */
  open?: CommunityDocument;
  now?: () => Date;
}

/**
 * Answers from a public document held in memory; every answer carries the revision. What is asked often is indexed when
 * first asked. What is given out is frozen: the same row is the same object in every answer.
 */
export function answersFrom(
  document: CommunityDocument,
  revision = 0,
  {
    introductions = [],
    acquaintances = [],
    passes = [],
    inbox,
    persons,
    crowd,
    open = document,
    now = () => new Date(),
  }: AnswerOptions = {},
): Answerer {
  const { community, purpose, roles = sixRoles, members = [], progress = [] } = document;
  const memberById = lazy(() => byId([...acquaintances, ...members]));
  const ladderById = lazy(() => byId(document.ladders ?? []));
  const progressOf = lazy(() => grouped(progress, ({ ladder }) => [ladder]));
  const hosts = lazy(() => members.flatMap(({ id, host }) => (host ? [id] : [])));
  const searchable = lazy(() => members.map(searchText));
  const listing = lazy(() => members.map((row) => ({ row, time: undated })));
  const wall = lazy(() => newestFirst(document.recognitions ?? []));
  const wallBy = new Map(
    facets.map((facet) => [facet, lazy(() => grouped(wall(), ({ row }) => facetsOf[facet](row)))]),
  );

  let meetings: Meetings | undefined;
  /** Who might meet, by code that comes when it is first asked for. */
  async function meeting(): Promise<Meetings> {
    const { meetingsFrom } = await import('./meetings.js').catch((cause: unknown) => {
      throw new ProviderError('offline', { message: 'The code that introduces people did not arrive.', cause });
    });
    const letters = wall().map(({ row }) => row);
    const from = { members, roles, letters, introductions, acquaintances, passes, crowd, open, now };
    return (meetings ??= meetingsFrom(from));
  }

  /** The members of these ids who are known, each once. */
  function people(ids: readonly (string | undefined)[]): Member[] {
    return [...new Set(ids)].flatMap((id) => (id === undefined ? [] : (memberById().get(id) ?? []))).map(still);
  }

  function filtered(filters: WallFilters): Placed<Recognition>[] {
    const [first, ...others] = facets.filter((facet) => filters[facet]);
    if (!first) return wall();
    const rows = wallBy.get(first)?.().get(String(filters[first])) ?? [];
    const meets = (row: Recognition) => others.every((facet) => facetsOf[facet](row).includes(String(filters[facet])));
    return others.length ? rows.filter(({ row }) => meets(row)) : rows;
  }

  const answers: { [K in Query['kind']]: (query: Extract<Query, { kind: K }>) => Said<K> | Promise<Said<K>> } = {
    community: () => ({ community: still(community) }),
    purpose: () => ({
      purpose: still(purpose),
      community: still(community),
      members: persons ?? personsIn(members),
      people: people([...(purpose?.by ?? []), ...(purpose?.lines ?? []).map(({ member }) => member)]),
    }),
    roles: () => ({ roles: roles.map(still) }),
    members: ({ q, role, after, limit }) => {
      const wanted = fold(q ?? '').match(/\S+/g);
      const texts = wanted && searchable();
      const found = texts ? listing().filter((_, i) => wanted.every((word) => texts[i]?.includes(word))) : listing();
      const rows = role === undefined ? found : found.filter(({ row }) => acceptedRoles(row).has(role));
      const { page, ...rest } = cut(rows, after, limit);
      return { members: page, ...rest };
    },
    member: ({ id }) => {
      const member = memberById().get(id);
      const affirmers = (member?.roles ?? []).flatMap(({ affirmed }) => affirmed?.by ?? []);
      return { member: still(member), people: people(affirmers.map((peer) => peer.member)) };
    },
    wall: ({ filters = {}, ids, after, limit, viewer }) => {
      const rows = filtered(filters);
      const asked = ids && new Set(ids);
      const { page, ...rest } = asked
        ? { page: rows.filter(({ row }) => asked.has(row.id)).map(({ row }) => still(row)), total: rows.length }
        : cut(rows, after, limit);
      return { letters: page, people: people([...page.flatMap(spokenOf), viewer]), ...rest };
    },
    ladder: ({ id = document.ladders?.[0]?.id ?? '', member, viewer }) => {
      const ladder = ladderById().get(id);
      const rows = (progressOf().get(id) ?? []).filter((row) => member === undefined || row.member === member);
      return {
        ladder: still(ladder),
        ladders: document.ladders?.map(({ id, name }) => ({ id, name })) ?? [],
        progress: rows.map(still),
        people: people([member, viewer, ...rows.flatMap(climbersOf), ...(ladder && hasManual(ladder) ? hosts() : [])]),
      };
    },
    suggestions: async (query) => still((await meeting()).suggestions(query)),
    introductions: async (query) => still((await meeting()).introductions(query)),
    inbox: () => {
      const { letters, written } = inbox ?? { letters: [], written: [] };
      return {
        letters: still(letters),
        written: still(written),
        people: people([...letters, ...written].flatMap(spokenOf)),
      };
    },
  };

  return (query) => {
    if (!Object.hasOwn(answers, query.kind)) throw invalid(`There is no query of the kind "${query.kind}".`);
    const said = answers[query.kind](query as never);
    const revised = (answer: object) => ({ ...answer, revision });
    return (said instanceof Promise ? said.then(revised) : revised(said)) as never;
  };
}

type Said<K extends Query['kind']> = Omit<Answer<Extract<Query, { kind: K }>>, 'revision'>;

/** A row with its place in time; rows without a date keep the document's order, after all others. */
interface Placed<R> {
  row: R;
  time: number;
}

const undated = -Infinity;

/** What a letter can be chosen by. A word that is not in its closed list is found as itself, and as what it is shown as. */
const facetsOf: Record<keyof WallFilters, (letter: Recognition) => (string | undefined)[]> = {
  member: ({ from, to = [] }) => [from, ...to],
  role: ({ role }) => [role],
  reward: ({ reward }) => [reward, known(reward, rewards, 'reputational')],
  occasion: ({ occasion }) => [occasion, known(occasion, occasions, 'thanks')],
  kept: ({ kept }) => [kept && 'true'],
};
const facets = ['member', 'role', 'reward', 'occasion', 'kept'] as const;

function newestFirst(letters: Recognition[]): Placed<Recognition>[] {
  return letters
    .filter(({ state = 'shown' }) => state === 'shown')
    .map((row) => ({ row, time: timeOf(row.at) }))
    .sort((a, b) => b.time - a.time || (a.time === undated ? 0 : a.row.id < b.row.id ? 1 : -1));
}

/** How many of these members are persons. */
export function personsIn(members: readonly Member[] = []): number {
  return members.filter(({ kind }) => known(kind, kinds, 'person') === 'person').length;
}

function timeOf(at = ''): number {
  const time = Date.parse(at);
  return Number.isNaN(time) ? undated : time;
}

/** Whether somebody has to go through a step of it with a member. */
function hasManual({ rungs }: Ladder): boolean {
  return rungs.some(({ needs = [] }) => needs.some((need) => 'manual' in need));
}

function climbersOf({ member, sponsors = {}, cheers = [] }: Progress): string[] {
  return [member, ...Object.values(sponsors).flat(), ...cheers.flatMap(({ by = [] }) => by)];
}

/** The page after a cursor. `limit` is 20 unless said, 1 to 10,000. */
function cut<R extends { id: string }>(rows: Placed<R>[], after: Cursor | undefined, limit = 20) {
  const start = after === undefined ? 0 : placeAfter(rows, after);
  const end = start + Math.min(Math.max(Math.floor(Number.isNaN(limit) ? 20 : limit), 1), 10_000);
  const page = rows.slice(start, end).map(({ row }) => still(row));
  const last = rows[end - 1];
  return { page, total: rows.length, ...(last && end < rows.length && { after: cursorOf(last, rows) }) };
}

/** A cursor names the last row seen by time and id, so rows that come or go do not move it; without a time, its place too. */
function cursorOf(last: Placed<{ id: string }>, rows: Placed<{ id: string }>[]): Cursor {
  const { row, time } = last;
  return time === undated ? `#${rows.indexOf(last) - firstUndated(rows)} ${row.id}` : `${time} ${row.id}`;
}

function placeAfter(rows: Placed<{ id: string }>[], cursor: Cursor): number {
  const [, hash, number, id] = /^(#?)(-?\d+) (\S+)$/.exec(cursor) ?? [];
  if (number === undefined || id === undefined) throw invalid(`"${cursor}" is no cursor of this provider.`);
  if (hash) {
    const seen = rows.findIndex(({ row, time }) => time === undated && row.id === id);
    return seen < 0 ? firstUndated(rows) + Number(number) : seen + 1;
  }
  const at = Number(number);
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const { row, time } = rows[middle] as Placed<{ id: string }>;
    if (time > at || (time === at && row.id >= id)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function firstUndated(rows: Placed<unknown>[]): number {
  const first = rows.findIndex(({ time }) => time === undated);
  return first < 0 ? rows.length : first;
}

/** What somebody is found by. */
export function searchText({ name, called = '', labels = [], offers = [], asks = [], topics = [] }: Member): string {
  return fold([name, called, ...labels, ...offers, ...asks, ...topics].join('\n'));
}

/** Without case and accents: Latin, Greek, Cyrillic, Hebrew and Arabic marks; those of other scripts are letters. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u0591-\u05c7\u064b-\u065f]/g, '')
    .toUpperCase()
    .toLowerCase();
}

function grouped<R>(rows: readonly R[], keys: (row: R) => (string | undefined)[]): Map<string | undefined, R[]> {
  const groups = new Map<string | undefined, R[]>();
  for (const row of rows) {
    for (const key of new Set(keys(row))) {
      const group = groups.get(key);
      if (group) group.push(row);
      else groups.set(key, [row]);
    }
  }
  return groups;
}

function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Frozen through and through, so that who reads an answer cannot change the next. */
function still<T>(piece: T): T {
  if (Object.isFrozen(piece)) return piece;
  Object.freeze(piece);
  Object.values(piece as object).forEach(still);
  return piece;
}

function invalid(message: string): ProviderError {
  return new ProviderError('invalid', { message });
}
