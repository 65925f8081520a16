import { get, listen, load, post } from './load.mjs';
import { median } from './report.mjs';
import { wishesOf } from './wishes.mjs';

/** Looks a minute: the first are not counted, nor is what is remembered for some minutes on purpose. */
const LOOKS = 3;

/**
 * Megabytes that are held after so many minutes of reading, writing and listening without a pause, each a median of three
 * looks after what is not needed was let go of: at a fifth of the time, and at its end.
 */
export async function memory(child, port, tokens, { minutes, members, letters }) {
  const next = wishesOf(members, letters);
  const until = performance.now() + minutes * 60_000;
  const isOver = () => performance.now() > until;
  const one = (list) => list[Math.floor(Math.random() * list.length)];
  const paths = ['', '/members', '/wall', '/members?limit=5', '/inbox', '/changes?after=1'];
  const done = { reads: 0, writes: 0, lines: 0 };

  const reading = async () => {
    for (; !isOver(); done.reads += 20)
      await load(port, 4, 20, () => get(`/v1/kith${one(paths)}`, Math.random() < 0.3 ? one(tokens) : undefined));
  };
  const writing = async () => {
    for (; !isOver(); done.writes += 5) {
      const wishes = next(5);
      await load(port, 1, wishes.length, (n) => {
        const { number, ...wish } = wishes[n];
        return post('/v1/kith/intents', tokens[number], wish);
      });
    }
  };
  const listening = async () => {
    for (; !isOver(); done.lines += 20) {
      const open = await Promise.all(
        Array.from({ length: 20 }, () => listen(port, '/v1/kith/changes', () => undefined)),
      );
      await pause(2000);
      for (const stop of open) stop();
    }
  };
  const looks = [];
  const looking = async () => {
    while (!isOver()) {
      await pause(60_000 / LOOKS);
      looks.push(await child.tell('held'));
    }
  };
  await Promise.all([reading(), writing(), listening(), looking()]);
  const at = (from) => {
    const some = looks.slice(from, from + LOOKS);
    return { heap: median(some.map(({ heap }) => heap)), resident: median(some.map(({ rss }) => rss)) };
  };
  return { early: at(Math.floor(looks.length / 5)), late: at(looks.length - LOOKS), ...done };
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
