import { env } from 'node:process';
import { describe, expect, it } from 'vitest';
import { gossip } from '../server/gossip/gossip.js';
import { databaseIn, storages } from '../server/storages.js';

/** Sequences of a part: what of it was run can be told by its own line. */
const PART = 400;
/** Milliseconds after which a part hangs, also where many others want the same processor. */
const HANGS = 3_600_000;
/** Which sequences are run, as "401-800": whole villages, in which a sequence that was found can be run again. */
const [first = 1, last = 10_000] = (env['KITH_SEQUENCES'] ?? '1-10000').split('-').map(Number);

const parts: [first: number, last: number][] = [];
for (let at = first; at <= last; at += PART) parts.push([at, Math.min(at + PART - 1, last)]);

// Where there is a real database, every fourth part is the embedded one's: 1 to 400, 1601 to 2000, …
const shares = storages
  .map((storage, i) => ({
    ...storage,
    parts: parts.filter(([at]) => i === (Math.floor(at / PART) % 4 ? storages.length - 1 : 0)),
  }))
  .filter(({ parts }) => parts.length);

describe.each(shares)('what people do in $name', ({ open, parts }) => {
  const here = databaseIn(open);

  const run = async (first: number, last: number) => {
    const seen = await gossip(here.db, first, last);
    console.log(`${first} to ${last}: ${JSON.stringify(seen)}`);
    expect(seen.done).toBeGreaterThan(seen.refused);
    expect(seen.events).toBeGreaterThan(seen.sequences / 4);
  };
  it.each(parts)('is told to nobody who may not know it: sequences %i to %i', run, HANGS);
});
