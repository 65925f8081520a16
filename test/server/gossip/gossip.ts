import { expect } from 'vitest';
import { randomOf } from '../../long/random.js';
import type { Database } from '../sites.js';
import { createActing, type Chance } from './acts.js';
import { disclosedByChange, disclosedIn } from './disclosed.js';
import type { Reader } from './known.js';
import { createProcesses, settle, type Place, type Processes } from './place.js';

/** How many sequences one village lives through. */
const LIVES = 8;
/** How likely each reads each thing after a sequence; after the last one of a village everybody reads everything. */
const LIKELY = 0.1;
const DAY = 86_400_000;

/** What was done and read, so that a test can see that it did something. */
export interface Gossip {
  sequences: number;
  done: number;
  refused: number;
  answers: number;
  events: number;
}

/** What is read of every route there is, by its pattern; of the changes as they come it is listened to besides. */
const routes: Record<string, (place: Place, chance: Chance) => string[]> = {
  '/v1/:community': () => [''],
  '/v1/:community/members': () => ['/members?limit=100', '/members?q=Q'],
  '/v1/:community/members/:id': ({ ids }, { one }) => [`/members/${one(ids)}`],
  '/v1/:community/wall': ({ ids, known }, { one }) => [
    '/wall?limit=100',
    `/wall?limit=100&member=${one(ids)}`,
    `/wall?ids=${encodeURIComponent([...known.letters.keys()].slice(-20).join(' '))}`,
  ],
  '/v1/:community/ladders/:id?': ({ ids }, { one }) => ['/ladders', `/ladders/pull-up?member=${one(ids)}`],
  '/v1/:community/suggestions': ({ ids }, { one }) => ['/suggestions?limit=100', `/suggestions?with=${one(ids)}`],
  '/v1/:community/introductions': () => ['/introductions'],
  '/v1/:community/inbox': () => ['/inbox'],
  '/v1/:community/me': () => ['/me'],
  '/v1/:community/queue': () => ['/queue'],
  '/v1/:community/document': () => ['/document', '/document?archive'],
  '/v1/:community/changes': () => ['/changes?after=1'],
  '/v1/:community/devices': () => ['/devices'],
  // What is outside a community's own address is written out, and is the same for everyone.
  '/feed/:community{[^/]+\\.json}': ({ community }) => [`//feed/${community}.json`],
  '/badge/:community/:member{[^/]+\\.svg}': ({ community, ids }, { one }) => [`//badge/${community}/${one(ids)}.svg`],
  // Without the name of anybody, which it would only say back.
  '/embed/:community/:widget': ({ community }) => [`//embed/${community}/recognition-wall`],
  '/oembed': ({ community }) => [`//oembed?url=http://localhost/embed/${community}/recognition-wall`],
};

/** Routes that answer nothing about a community's people. */
const ofNobody = /^\/(health|ready|v1|v1\/:description|(kith|frame)[\w.-]*\.(js|css))$/;

/** The routes that are read by somebody and of which nobody here knows how: each new one has to be searched too. */
export function unread(db: Database): string[] {
  const { here } = createProcesses(db);
  const patterns = here.routes.filter(({ method }) => method === 'GET').map(({ path }) => path.replace(/\/$/, ''));
  return patterns.filter((path) => !ofNobody.test(path) && !routes[path]);
}

/** Lets villages live as a seed says, and fails where somebody is told what they may not know. */
export async function gossip(db: Database, seed: number, sequences: number): Promise<Gossip> {
  const random = randomOf(seed);
  const chance: Chance = {
    one: (list) => list[Math.floor(random() * list.length)] as (typeof list)[number],
    maybe: (likely) => random() < likely,
  };
  const processes = createProcesses(db);
  const seen: Gossip = { sequences: 0, done: 0, refused: 0, answers: 0, events: 0 };
  while (seen.sequences < sequences)
    await lives(processes, `gossip-${seed}-${seen.sequences}`, chance, seen, sequences);
  return seen;
}

async function lives(processes: Processes, id: string, chance: Chance, seen: Gossip, sequences: number) {
  const place = await settle(processes, id, chance.maybe(0.3));
  const act = createActing(place);
  const line = await listen(place, seen);
  const said: string[] = [];
  for (let i = 0; i < LIVES && seen.sequences < sequences; i++, seen.sequences++) {
    for (let steps = 2 + Math.floor(chance.one([0, 1, 2, 3, 4])); steps > 0; steps--) {
      const what = await act(chance);
      if (!what) continue;
      said.push(what);
      if (what.endsWith(' 200')) seen.done++;
      else seen.refused++;
    }
    const likely = i === LIVES - 1 || seen.sequences === sequences - 1 ? 1 : LIKELY;
    await everyoneReads(place, chance, seen, said, likely);
    if (chance.maybe(0.2)) place.clock.at += chance.one([3, 15]) * DAY;
  }
  await line.stop();
}

/** Everybody reads at once where it was written; and 5 s later, who says nothing of themselves, elsewhere. */
async function everyoneReads(
  place: Place,
  chance: Chance,
  seen: Gossip,
  said: string[],
  likely: number,
): Promise<void> {
  const { ids, stranger, moderator, known, community, here, elsewhere, clock } = place;
  const present = [...ids, stranger].filter((id) => !known.people.get(id)?.isGone);
  const members = present.map((member): Reader => ({ member, ...(member === moderator && { isModerator: true }) }));
  const paths = Object.values(routes).flatMap((of) => of(place, chance));

  async function read(app: typeof here, who: Reader | 'guest'): Promise<void> {
    const reader = who === 'guest' ? {} : who;
    for (const path of paths) {
      if (!chance.maybe(likely)) continue;
      const { status, text } = await place.ask(app, who, path);
      if (status >= 500) throw new Error(`${path}: ${status}`);
      const found = path.startsWith('/changes')
        ? disclosedByChange(text, community, known)
        : disclosedIn(text, path.startsWith('//') ? {} : reader, known);
      seen.answers++;
      const name = who === 'guest' ? 'a guest' : (who.member ?? 'everyone');
      if (found.length) expect.fail(`${name} is told ${found.join(', ')} by ${path}\n${said.join('\n')}\n${text}`);
    }
  }
  for (const who of [{}, 'guest', ...members] as const) await read(here, who);
  clock.at += 5000;
  await read(elsewhere, {});
}

/** Hears of changes as they come. */
async function listen({ community, known, here }: Place, seen: Gossip) {
  const headers = { accept: 'text/event-stream' };
  const { body } = await here.request(`/v1/${community}/changes`, { headers });
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  const heard: string[] = [];
  const hearing = (async () => {
    for (;;) {
      const { done, value = '' } = (await reader?.read()) ?? { done: true };
      if (done) return;
      for (const [, data = ''] of value.matchAll(/^data: (\{.*)$/gm)) heard.push(data);
    }
  })();
  return {
    async stop() {
      await reader?.cancel();
      await hearing;
      seen.events += heard.length;
      // Who deleted all of theirs was named before that, to those who listened.
      for (const data of heard)
        for (const each of disclosedByChange(data, community, known))
          if (!isOfWhoLeft(each)) expect.fail(`Who listens is told ${each}`);
      function isOfWhoLeft(name: string): boolean {
        return [...known.people.values()].some(({ id, isGone }) => isGone && name.includes(id));
      }
    },
  };
}
