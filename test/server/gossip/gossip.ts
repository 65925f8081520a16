import { expect } from 'vitest';
import { randomFor } from '../../long/random.js';
import type { Database } from '../sites.js';
import type { Chance } from './act.js';
import { createActing } from './acts.js';
import { disclosedByChange, disclosedIn } from './disclosed.js';
import type { Reader } from './known.js';
import { createProcesses, settle, type Place, type Processes } from './place.js';
import { pathsIn } from './routes.js';

/** How many sequences one village lives through. */
export const LIVES = 8;
/** How likely each reads each thing after a sequence; after the last one of a village everybody reads everything. */
const LIKELY = 0.1;
const DAY = 86_400_000;
/** How many villages live at the same time: while one waits for the database, another is answered. */
const AT_ONCE = 4;

/** What was done and read, so that a test can see that it did something. */
export interface Gossip {
  sequences: number;
  done: number;
  refused: number;
  answers: number;
  events: number;
}

/**
 * Lets those villages live that the sequences from `first` to `last` are of, and fails where somebody is told what they
 * may not know. A village lives as its number says, whichever live beside it.
 */
export async function gossip(db: Database, first: number, last: number): Promise<Gossip> {
  const seen: Gossip = { sequences: 0, done: 0, refused: 0, answers: 0, events: 0 };
  const villages = among(Math.ceil(first / LIVES), Math.ceil(last / LIVES));
  const ends = await Promise.allSettled(
    Array.from({ length: AT_ONCE }, async () => {
      const processes = createProcesses(db);
      // Who finds something ends it for all.
      for (const village of villages) await lives(processes, village, seen);
    }),
  );
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return seen;
}

function* among(first: number, last: number): Generator<number, void> {
  for (let village = first; village <= last; village++) yield village;
}

async function lives(processes: Processes, village: number, seen: Gossip): Promise<void> {
  const random = randomFor(village, 'gossip');
  const chance: Chance = {
    one: (list) => list[Math.floor(random() * list.length)] as (typeof list)[number],
    maybe: (likely) => random() < likely,
  };
  const place = await settle(processes, `gossip-${village}`, chance.maybe(0.3));
  const act = createActing(place);
  const line = await listen(place, seen);
  const said = [`KITH_SEQUENCES=${(village - 1) * LIVES + 1}-${village * LIVES}`];
  for (let i = 1; i <= LIVES; i++, seen.sequences++) {
    for (let steps = 2 + chance.one([0, 1, 2, 3, 4]); steps > 0; steps--) {
      const what = await act(chance);
      if (!what) continue;
      said.push(what.said);
      if (what.isDone) seen.done++;
      else seen.refused++;
    }
    await everyoneReads(place, chance, seen, said, i === LIVES ? 1 : LIKELY);
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
  const paths = pathsIn(place, chance);

  async function read(app: typeof here, as: Reader | 'guest'): Promise<void> {
    const reader = as === 'guest' ? {} : as;
    for (const path of paths) {
      if (!chance.maybe(likely)) continue;
      const { status, text } = await place.ask(app, { as, path });
      if (status >= 500) throw new Error(`${path}: ${status}`);
      const found = path.startsWith('/changes')
        ? disclosedByChange(text, community, known)
        : disclosedIn(text, path.startsWith('//') ? {} : reader, known);
      seen.answers++;
      const name = as === 'guest' ? 'a guest' : (as.member ?? 'everyone');
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
