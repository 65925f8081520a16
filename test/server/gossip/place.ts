import type { CommunityDocument } from '@kith/core';
import { createApp, createLive } from '@kith/server';
import { pino } from 'pino';
import { village } from '../../core/village.js';
import { foundIn, tokenOf, type Database } from '../sites.js';
import { unlimited } from '../support.js';
import type { Sent } from './act.js';
import { Known, type Person, type Reader } from './known.js';

type App = ReturnType<typeof createApp>;
const log = pino({ level: 'silent' });
const names = ['ada', 'bo', 'cy', 'dee', 'eve', 'fay'];
const visibilities = ['everyone', 'members', 'nobody', 'everyone', 'nobody', 'members'] as const;
const climbs = ['everyone', 'members', 'nobody', 'nobody', 'nobody', 'nobody'] as const;
/** What a device says of itself. */
const device = '0123456789abcdef0123456789abcdef';

/** Time as it passes for two processes that serve the same communities, of which neither hears of the other. */
export function createProcesses(db: Database) {
  const clock = { at: Date.now() };
  const now = () => new Date(clock.at);
  const app = () => createApp({ db, log, now, limits: unlimited, live: createLive({ db, log, within: 0 }) });
  return { db, clock, here: app(), elsewhere: app() };
}
export type Processes = ReturnType<typeof createProcesses>;

/** A village that people live in, and what a test knows of them. Its time begins now. */
export async function settle({ db, clock, here, elsewhere }: Processes, community: string, isReviewed: boolean) {
  clock.at = Date.now();
  const known = new Known();
  const ids = names.map((name) => nameOne(known, name));
  const story = (id: string) => known.mark((reader) => known.mayReadWhole(id, reader));
  const members = ids.map((id, i) => {
    const visibility = visibilities[i] ?? 'nobody';
    const climb = climbs[i] ?? 'nobody';
    known.people.set(id, { ...nobody(id), visibility, climb });
    return {
      id,
      name: known.mark((reader) => known.mayName(id, reader)),
      ...(visibility !== 'nobody' && { visibility }),
      story: story(id),
      headline: story(id),
      topics: ['choir', story(id)],
      // Whom somebody has met, they may reach.
      contact: known.mark(({ member }) => member === id || haveMet(known, id, member)),
    };
  });
  const progress = ids.flatMap((member, i) =>
    climbs[i] === 'nobody'
      ? []
      : [{ member, ladder: 'pull-up', visibility: climbs[i], measures: { reps: 1 }, reached: {} }],
  );
  const document = village({ members, progress } as Partial<CommunityDocument>);
  await foundIn(db, community, document, isReviewed ? { review: 'first' } : {});
  const [, , , moderator = ''] = ids;
  await db.insertInto('duty').values({ community, member: moderator, duty: 'moderator' }).execute();
  // Somebody of whom the community hears by a token alone.
  const stranger = nameOne(known, 'zed');
  known.note();

  const tokens = new Map<string, { token: string; until: number }>();
  async function authorization(who: Reader | 'guest'): Promise<Record<string, string>> {
    if (who === 'guest') return { authorization: `Kith-Guest ${device}` };
    const { member } = who;
    if (member === undefined) return {};
    let held = tokens.get(member);
    if (!held || held.until < clock.at) {
      held = { token: await tokenOf(community, member, new Date(clock.at)), until: clock.at + 3_000_000 };
      tokens.set(member, held);
      if (member === stranger && !known.people.has(stranger)) known.people.set(stranger, nobody(stranger));
    }
    return { authorization: `Bearer ${held.token}` };
  }

  async function ask(app: App, { as, path, body, method = body ? 'POST' : 'GET' }: Sent) {
    const headers = await authorization(as);
    const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
    const response = await app.request(path.startsWith('//') ? path.slice(1) : `/v1/${community}${path}`, init);
    return { status: response.status, text: await response.text() };
  }
  /** Of whom somebody can speak. */
  const others = (me: string) => [...ids, stranger].filter((id) => id !== me);
  return { community, known, ids, others, moderator, stranger, isReviewed, clock, here, elsewhere, ask };
}
export type Place = Awaited<ReturnType<typeof settle>>;

/** An id that says whose it is to a test, and no more than a mark to everybody else. */
function nameOne(known: Known, name: string): string {
  const id: string = `${name}-${known.mark((reader) => known.mayIdentify(id, reader))}`;
  return id;
}

const nobody = (id: string): Person => ({
  id,
  visibility: 'nobody',
  climb: 'nobody',
  accepted: false,
  hasPledged: false,
  hasLine: false,
  isGone: false,
});

function haveMet(known: Known, id: string, other: string | undefined): boolean {
  if (other === undefined || known.people.get(id)?.isGone) return false;
  return [...known.meetings.values()].some(({ people, met }) => met && people.includes(id) && people.includes(other));
}
