/**
 * `npm run bench:server`: the server's bars P7, each beside what it is compared with, in one run and in turn. Ends with 1
 * where a bar is missed.
 *   --rounds 5    how often each
 *   --members 1000, --letters 5000
 *   --lines 32    how many ask at once
 *   --only reads  one part: reads, writes, live or memory
 *   --minutes 10  how long memory is watched, which is done only where it is asked for by name
 *   KITH_POSTGRES=1   also on a PostgreSQL of its own
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildServing, start } from './child.mjs';
import { get, load, openLine, post } from './load.mjs';
import { startPostgres } from './postgres.mjs';
import { live } from './live.mjs';
import { memory } from './memory.mjs';
import { median, share, table } from './report.mjs';
import { wishesOf } from './wishes.mjs';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    members: { type: 'string', default: '1000' },
    letters: { type: 'string', default: '5000' },
    lines: { type: 'string', default: '32' },
    minutes: { type: 'string', default: '10' },
    only: { type: 'string', multiple: true },
  },
});
const ROUNDS = Number(options.rounds);
const LINES = Number(options.lines);
const isAsked = (part) => !options.only || options.only.includes(part);
const missed = [];

await buildServing();
const folder = await mkdtemp(join(tmpdir(), 'kith-bench-'));
try {
  await bench('the embedded database', { BENCH_FOLDER: join(folder, 'database') });
  if (process.env.KITH_POSTGRES) {
    const postgres = await startPostgres();
    try {
      await bench('PostgreSQL', { BENCH_DATABASE: postgres.url });
    } finally {
      await postgres.close();
    }
  }
} finally {
  await rm(folder, { recursive: true });
}
process.exitCode = missed.length ? 1 : 0;

async function bench(name, env) {
  const first = await start(env);
  await first.stop();
  const child = await start(env);
  try {
    const { members, letters } = options;
    const communities = ['kith', 'hand', 'copy'];
    await child.tell('found', { communities, members: Number(members), letters: Number(letters) });
    const ports = await child.tell('ports');
    const tokens = await child.tell('tokens', { community: 'kith', members: Number(members) });
    console.log(
      `\n${name}: ${members} members, ${letters} letters, ${LINES} at once, ${ROUNDS} rounds in turn; medians\n`,
    );
    const rows = [];
    if (isAsked('reads')) rows.push(...(await reads(child, ports, tokens)));
    if (isAsked('writes')) rows.push(...(await writes(child, ports, tokens, Number(members), Number(letters))));
    if (rows.length) table(['', 'Kith, a second', 'beside it, a second', 'ratio', 'ratio of CPU', 'bar', ''], rows);
    if (isAsked('live')) await reportLive(child, ports, tokens);
    if (options.only?.includes('memory')) await reportMemory(child, ports, tokens);
    const { rss } = await child.tell('used');
    console.log(
      `\nfirst start ${first.started.toFixed(1)} s, start ${child.started.toFixed(1)} s, resident ${rss.toFixed(0)} MB`,
    );
  } finally {
    await child.stop();
  }
}

/** Reads of everyone, beside the same bytes from a bare hono; and of members. */
async function reads(child, ports, tokens) {
  const rows = [];
  for (const path of ['', '/wall', '/members']) {
    const whole = `/v1/kith${path}`;
    const line = await openLine(ports.kith);
    await child.tell('same', { path: whole, text: (await line.ask(get(whole))).toString() });
    line.close();
    const ask = (port, at, count) => share(child, () => load(port, LINES, count, () => get(at)), count);
    const acts = [
      (count) => ask(ports.kith, whole, count),
      (count) => ask(ports.bare, `/json${whole}`, count),
      (count) => ask(ports.bare, `/text${whole}`, count),
    ];
    for (const act of acts) await act(500);
    const [kith, json, text] = await inTurn(...acts.map((act) => () => act(4000)));
    rows.push(compared(`GET ${path || '/'} of everyone, to a bare hono's JSON`, kith, json, 0.6));
    rows.push(compared(`GET ${path || '/'} of everyone, to a bare hono with the text at hand`, kith, text));
    const mine = [];
    for (let round = 0; round < ROUNDS; round++)
      mine.push(
        await share(child, () => load(ports.kith, LINES, 300, (n) => get(whole, tokens[n % tokens.length])), 300),
      );
    rows.push([`GET ${path || '/'} signed in`, median(mine.map(({ rate }) => rate)).toFixed(0), '', '', '', '', '']);
  }
  return rows;
}

/** Wishes of many members, beside the same by hand and the same statements alone. */
async function writes(child, ports, tokens, members, letters) {
  const next = wishesOf(members, letters);
  const send = (wishes, lines) =>
    load(ports.kith, lines, wishes.length, (n) => {
      const { number, ...wish } = wishes[n];
      return post('/v1/kith/intents', tokens[number], wish);
    });
  await send(next(300), LINES);
  await child.tell('direct', { community: 'hand', wishes: next(200), lines: LINES });
  const rows = [];
  for (const lines of [LINES, 1]) {
    const count = lines === 1 ? 150 : 600;
    const replays = [];
    const [kith, hand] = await inTurn(
      async () => {
        const wishes = next(count);
        await child.tell('record');
        const said = await share(child, () => send(wishes, lines), count);
        const { seconds, cpu, transactions, statements } = await child.tell('replay', { from: 'kith', to: 'copy' });
        replays.push({ rate: count / seconds, cpu: cpu / count, transactions, statements });
        return said;
      },
      async () => {
        const { seconds, cpu } = await child.tell('direct', { community: 'hand', wishes: next(count), lines });
        return { rate: count / seconds, cpu: cpu / count };
      },
    );
    const many = `${lines} at once`;
    rows.push(compared(`POST /intents, ${many}, to the transaction by hand`, kith, hand, 0.6));
    const each = (count / median(replays.map(({ transactions }) => transactions))).toFixed(1);
    rows.push(
      compared(`POST /intents, ${many} (${each} in a transaction), to its statements alone`, kith, replays, 0.6),
    );
  }
  return rows;
}

async function inTurn(...acts) {
  const all = acts.map(() => []);
  for (let round = 0; round < ROUNDS; round++) for (const [i, act] of acts.entries()) all[i].push(await act());
  return all;
}

function compared(name, one, other, bar) {
  const [a, b] = [one, other].map((all) => median(all.map(({ rate }) => rate)));
  const ratio = median(one.map(({ rate }, i) => rate / other[i].rate));
  const cpu = median(one.map((each, i) => other[i].cpu / each.cpu));
  if (bar && !(ratio >= bar)) missed.push(name);
  return [
    name,
    a.toFixed(0),
    b.toFixed(0),
    ratio.toFixed(2),
    cpu.toFixed(2),
    bar ? String(bar) : '',
    bar ? (ratio >= bar ? 'met' : 'MISSED') : '',
  ];
}

async function reportLive(child, ports, tokens) {
  const { p50, p99, listeners, writes } = await live(ports.kith, tokens);
  const isMet = p99 <= 250;
  if (!isMet) missed.push('live');
  console.log();
  table(
    ['', 'median, ms', 'p99, ms', 'bar', ''],
    [
      [
        `${listeners} listeners in one process, ${writes} writes: from the answer to the event`,
        p50.toFixed(0),
        p99.toFixed(0),
        '250',
        isMet ? 'met' : 'MISSED',
      ],
    ],
  );
}

async function reportMemory(child, ports, tokens) {
  const [minutes, members, letters] = [options.minutes, options.members, options.letters].map(Number);
  const { early, late, reads, writes, lines } = await memory(child, ports.kith, tokens, { minutes, members, letters });
  const ratio = late.heap / early.heap;
  const isMet = ratio <= 1.1;
  if (!isMet) missed.push('memory');
  console.log(`\n${minutes} minutes: ${reads} reads, ${writes} writes, ${lines} lines opened and left\n`);
  table(
    ['', 'heap, MB', 'resident, MB', 'ratio of heap', 'bar', ''],
    [
      ['after a fifth of it', early.heap.toFixed(1), early.resident.toFixed(0), '', '', ''],
      ['at its end', late.heap.toFixed(1), late.resident.toFixed(0), ratio.toFixed(2), '1.1', isMet ? 'met' : 'MISSED'],
    ],
  );
}
