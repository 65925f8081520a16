import { newKey } from '@kith/core/rules';
import { openDatabase, within, type Storage } from '@kith/server';
import type { Place } from './places.js';
import type { Program } from './processes.js';
import { story, writerOf } from './sites.js';

/** What became of keys that were sent over and over. */
export interface Came {
  /** Letters that stand there, and keys that are remembered. */
  letters: number;
  keys: number;
  /** How many different answers there were for the same wish, at most; and what statuses. */
  answers: number;
  statuses: number[];
  /** What the same key said with another body, and said by another member. */
  otherBody: number[];
  otherMember: number[];
}

/** Sends so many wishes so many times together to each of so many processes. */
export async function sendOver(
  program: Program,
  place: Place,
  { keys, parallel, processes }: { keys: number; parallel: number; processes: number },
): Promise<Came> {
  const servers = await Promise.all(Array.from({ length: processes }, () => program.serve(place.env)));
  const bases = servers.map(({ base }) => base ?? '');
  const came = {
    answers: 0,
    statuses: new Set<number>(),
    otherBody: new Set<number>(),
    otherMember: new Set<number>(),
  };
  const mallory = await writerOf('village', 'mallory', 1e6);
  for (let i = 0; i < keys; i++) {
    const send = await writerOf('village', `m${i}`, i);
    const wish = story();
    const sent = bases.flatMap((base) => Array.from({ length: parallel }, () => send(base, wish)));
    const said = await Promise.all(
      sent.map(async (each) => {
        const response = await each;
        came.statuses.add(response.status);
        return response.text();
      }),
    );
    came.answers = Math.max(came.answers, new Set(said).size);
    if (i % 10) continue;
    const base = bases[(i / 10) % bases.length] ?? '';
    const other = { ...wish, detail: { ...wish.detail, text: 'Another.' } };
    came.otherBody.add((await send(base, other)).status);
    came.otherMember.add((await mallory(base, wish)).status);
  }
  for (const { child, ended } of servers) {
    child.kill('SIGTERM');
    await ended;
  }
  const { statuses, otherBody, otherMember, ...rest } = came;
  const there = await countedIn(place.storage);
  return { ...there, ...rest, statuses: [...statuses], otherBody: [...otherBody], otherMember: [...otherMember] };
}

async function countedIn(storage: Storage): Promise<{ letters: number; keys: number }> {
  const db = await openDatabase(storage);
  const count = (table: 'recognition' | 'taken') =>
    within(db, 'village', (trx) =>
      trx
        .selectFrom(table)
        .select((row) => row.fn.countAll<string>().as('n'))
        .executeTakeFirstOrThrow(),
    );
  const [letters, keys] = [await count('recognition'), await count('taken')];
  await db.destroy();
  return { letters: Number(letters.n), keys: Number(keys.n) };
}

/** So many affirmations of one member by one other, sent together; gives how many are counted, and the statuses. */
export async function affirmOver(program: Program, place: Place, times: number, processes: number) {
  const servers = await Promise.all(Array.from({ length: processes }, () => program.serve(place.env)));
  const bases = servers.map(({ base }) => base ?? '');
  const detail = { role: 'connector', on: true };
  const ada = await writerOf('village', 'ada', 1);
  const bo = await writerOf('village', 'bo', 2);
  await ada(bases[0] ?? '', { key: newKey(), name: 'claim-role', detail });
  const sent = Array.from({ length: times }, (_, i) =>
    bo(bases[i % processes] ?? '', { key: newKey(), name: 'affirm-role', detail: { ...detail, member: 'ada' } }),
  );
  const statuses = new Set((await Promise.all(sent)).map(({ status }) => status));
  const said = (await (await fetch(`${bases[0]}/v1/village/members/ada`)).json()) as {
    member: { roles: { affirmed: { count: number; by: object[] } }[] };
  };
  const { affirmed } = said.member.roles[0] ?? {};
  for (const { child, ended } of servers) {
    child.kill('SIGTERM');
    await ended;
  }
  return { statuses: [...statuses], count: affirmed?.count, by: affirmed?.by.length };
}
