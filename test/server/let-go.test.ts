import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { newKey } from '@kith/core/rules';
import { openDatabase, within } from '@kith/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { village } from '../core/village.js';
import { places, type Place } from './places.js';
import { createProgram } from './processes.js';
import { tokenOf, writerOf } from './sites.js';

const program = createProgram('test/server/impatient.ts');
const ended = new Set<number>();
let place: Place;
let base = '';
beforeAll(async () => {
  place = (await places[0]?.open()) as Place;
  const db = await openDatabase(place.storage);
  await within(db, 'village', (trx) =>
    trx.insertInto('duty').values({ community: 'village', member: 'dee', duty: 'admin' }).execute(),
  );
  await db.destroy();
  const { base: address = '', child } = await program.serve(place.env);
  base = address;
  createInterface({ input: child.stdout as NonNullable<typeof child.stdout> }).on('line', (line) =>
    ended.add(parseInt(line)),
  );
  await put(0);
}, 60_000);
afterAll(() => place.close());

/** The village with so many more in it that what is said of it soon fills whatever lies between two processes. */
const crowd = (n: number) => {
  const { members = [], ...rest } = village();
  const more = Array.from({ length: 450 }, (_, i) => ({
    id: `${i}${'村'.repeat(120)}`,
    name: `One of ${n}`,
    visibility: 'everyone',
  }));
  return { ...rest, members: [...members, ...more] };
};

async function put(n: number): Promise<void> {
  const headers = { authorization: `Bearer ${await tokenOf('village', 'dee')}` };
  const sent = await fetch(`${base}/v1/village/document`, { method: 'PUT', headers, body: JSON.stringify(crowd(n)) });
  expect(sent.status).toBe(200);
}

/** Says this much, and a byte of the rest every now and then; takes nothing of what comes back. */
function slow(said: string, rest = ''): Socket {
  const { hostname, port } = new URL(base);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined).pause();
  socket.write(said);
  if (rest) {
    const bytes = rest[Symbol.iterator]();
    const timer = setInterval(() => socket.write(bytes.next().value ?? 'x'), 50);
    socket.once('close', () => clearInterval(timer));
  }
  return socket;
}

const head = (line: string, ...more: string[]) => [`${line} HTTP/1.1`, 'host: x', ...more, '', ''].join('\r\n');

describe('a server', () => {
  /** So many answers are more than lies between two processes, wherever it is kept. */
  const ANSWERS = 60;
  const ways: [string, () => Socket][] = [
    ['sends a head a byte at a time', () => slow('GET /v1/village HTTP/1.1\r\n', 'host: x\r\nx-more: ')],
    ['sends a body a byte at a time', () => slow(head('POST /v1/village/intents', 'content-length: 1000'), '{')],
    [
      'sends a body in pieces that never end',
      () => slow(head('POST /v1/village/intents', 'transfer-encoding: chunked'), '1\r\n{\r\n'.repeat(1000)),
    ],
    ['takes nothing of its answers', () => slow(head('GET /v1/village/document').repeat(ANSWERS))],
    ['takes nothing of a line', () => slow(head('GET /v1/village/changes', 'accept: text/event-stream'))],
  ];

  it.concurrent.each(ways)(
    'lets go of who %s, and answers others meanwhile',
    async (what, begin) => {
      const socket = begin();
      await once(socket, 'connect');
      const { localPort = 0 } = socket;
      const write = await writerOf('village', 'ada', 1);
      for (let n = 1; !ended.has(localPort); n++) {
        const sent = await write(base, { key: newKey(), name: 'with-us', detail: { on: n % 2 === 1 } });
        const read = await fetch(`${base}/v1/village/wall`);
        expect([sent.status, read.status]).toEqual([200, 200]);
        if (what.endsWith('a line')) await put(n);
      }
      // Nobody waits for the next request of who was given everything: that would have been another limit.
      if (what.endsWith('answers')) expect(await leftFor(socket)).toBeLessThan(ANSWERS);
      socket.destroy();
    },
    120_000,
  );
});

/** How many answers somebody finds who takes them after all. */
async function leftFor(socket: Socket): Promise<number> {
  let answers = 0;
  socket.setEncoding('latin1').on('data', (text: string) => (answers += text.split('HTTP/1.1 200').length - 1));
  socket.resume();
  await once(socket, 'close');
  return answers;
}
