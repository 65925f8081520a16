import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { newKey } from '@kith/core/rules';
import { openDatabase, within } from '@kith/server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { village } from '../core/village.js';
import { places, type Place } from './places.js';
import { createProgram } from './processes.js';
import { tokenOf, writerOf } from './sites.js';

const program = createProgram('test/server/impatient.ts');
let place: Place;
beforeAll(async () => {
  place = (await places[0]?.open()) as Place;
  const db = await openDatabase(place.storage);
  await within(db, 'village', (trx) =>
    trx.insertInto('duty').values({ community: 'village', member: 'dee', duty: 'admin' }).execute(),
  );
  await db.destroy();
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

/** Says this much, and a byte of the rest every now and then; takes nothing of what comes back. */
function slow(base: string, said: string, rest = ''): Socket {
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

it('a server lets go of who sends a byte at a time, and of who takes nothing of an answer or of a line, and others are answered meanwhile', async () => {
  const { base = '', child } = await program.serve(place.env);
  const ended = new Set<number>();
  createInterface({ input: child.stdout as NonNullable<typeof child.stdout> }).on('line', (line) =>
    ended.add(parseInt(line)),
  );
  const dee = { authorization: `Bearer ${await tokenOf('village', 'dee')}` };
  const put = async (n: number) => {
    const init = { method: 'PUT', headers: dee, body: JSON.stringify(crowd(n)) };
    expect((await fetch(`${base}/v1/village/document`, init)).status).toBe(200);
  };
  await put(0);
  const document = head('GET /v1/village/document');
  const sockets = {
    'a head': slow(base, 'GET /v1/village HTTP/1.1\r\n', 'host: x\r\nx-more: '),
    'a body': slow(base, head('POST /v1/village/intents', 'content-length: 100000'), '{'),
    'a body in pieces': slow(
      base,
      head('POST /v1/village/intents', 'transfer-encoding: chunked'),
      '1\r\n{\r\n'.repeat(1000),
    ),
    answers: slow(base, document.repeat(40)),
    'a line': slow(base, head('GET /v1/village/changes', 'accept: text/event-stream')),
  };
  await Promise.all(Object.values(sockets).map((socket) => new Promise((done) => socket.once('connect', done))));
  const ports = Object.entries(sockets).map(([what, { localPort = 0 }]) => [what, localPort] as const);
  const left = () => ports.flatMap(([what, port]) => (ended.has(port) ? [] : [what]));
  const write = await writerOf('village', 'ada', 1);
  for (let n = 1; left().length; n++) {
    const sent = await write(base, { key: newKey(), name: 'with-us', detail: { on: n % 2 === 1 } });
    const read = await fetch(`${base}/v1/village/wall`);
    expect([sent.status, read.status], `while there are left: ${left().join(', ')}`).toEqual([200, 200]);
    if (left().includes('a line')) await put(n);
  }
  for (const socket of Object.values(sockets)) socket.destroy();
}, 120_000);
