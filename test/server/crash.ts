import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase, within, type Storage } from '@kith/server';
import { randomOf } from '../long/random.js';
import type { Place } from './places.js';
import { killed, type Program, type Running } from './processes.js';
import { story, writerOf } from './sites.js';

/** What a run under writers came to. All lists are empty where every promise was kept. */
export interface Survived {
  /** Wishes that were answered as carried out. */
  acknowledged: number;
  /** Answered so, and not there; there more than once; answered so differently each time. */
  lost: string[];
  doubled: string[];
  unlike: string[];
  /** Statuses that no wish should get. */
  odd: number[];
  /** What a process complained of that did not come back. */
  failed: string[];
  /** Milliseconds from each start until it was ready. */
  ready: number[];
  /** How each process ended, where it was asked to. */
  ends: (number | null)[];
}

export interface CrashOptions {
  seed: number;
  writers: number;
  /** How often the process is ended, and by what. */
  times: number;
  by: 'SIGKILL' | 'SIGTERM';
}

/** Ends a server over and over while all write, as an outbox does: each wish again until it is answered. */
export async function survive(program: Program, place: Place, options: CrashOptions): Promise<Survived> {
  const { seed, writers, times, by } = options;
  const random = randomOf(seed);
  const receipts = new Map<string, number>();
  const unlike: string[] = [];
  const odd = new Set<number>();
  let server: Running | undefined;
  let isOver = false;

  async function write(n: number): Promise<void> {
    const send = await writerOf('village', `m${n}`, n);
    for (let wish = story(); !isOver;) {
      const said = await send(server?.base ?? '', wish).then(
        async (response) => [response.status, await response.json()] as const,
        () => undefined,
      );
      if (said?.[0] === 200) {
        const { revision } = said[1] as { revision: number };
        if ((receipts.get(wish.key) ?? revision) !== revision) unlike.push(wish.key);
        receipts.set(wish.key, revision);
        // Now and then the answer is lost on its way, and it is sent once more.
        if (random() < 0.8) wish = story();
      } else {
        if (said && said[0] !== 429) odd.add(said[0]);
        await wait(20);
      }
    }
  }

  const failed: string[] = [];
  async function begin(): Promise<Running> {
    const fresh = await program.serve(place.env);
    if (!fresh.base) failed.push((await fresh.ended).complaints);
    else ready.push(Math.round(fresh.took));
    return fresh;
  }

  const ready: number[] = [];
  const ends: Survived['ends'] = [];
  let writing: Promise<unknown> | undefined;
  for (let i = 0; i < times; i++) {
    server = await begin();
    writing ??= Promise.all(Array.from({ length: writers }, (_, n) => write(n)));
    // Ended where some were answered, a while after it: somewhere within what others asked for.
    const enough = receipts.size + 10;
    while (receipts.size < enough && server.base && server.child.exitCode === null) await wait(5);
    await wait(random() * 200);
    if (by === 'SIGKILL') await killed(server.child);
    else {
      server.child.kill(by);
      ends.push((await server.ended).code);
    }
  }
  server = await begin();
  isOver = true;
  await writing;
  server.child.kill('SIGTERM');
  await server.ended;

  const there = await textsIn(place.storage);
  const counted = new Map<string, number>();
  for (const text of there) counted.set(text, (counted.get(text) ?? 0) + 1);
  return {
    acknowledged: receipts.size,
    lost: [...receipts.keys()].filter((key) => !counted.has(`Mended ${key}.`)),
    doubled: [...counted].filter(([, n]) => n > 1).map(([text]) => text),
    unlike,
    odd: [...odd],
    failed,
    ready,
    ends,
  };
}

async function textsIn(storage: Storage): Promise<string[]> {
  const db = await openDatabase(storage);
  const rows = await within(db, 'village', (trx) => trx.selectFrom('recognition').select('body').execute());
  await db.destroy();
  return rows.map(({ body }) => (body as { text: string }).text);
}
