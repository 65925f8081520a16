import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drainWith } from './drain.js';
import { bundled, soakWith } from './soak.js';

const seeds = process.env.KITH_SEED ? [Number(process.env.KITH_SEED)] : Array.from({ length: 20 }, (_, i) => i + 1);
const befallen: Record<string, number> = {};
let script = '';

beforeAll(async () => {
  script = await bundled();
});

describe('a thousand wishes in three tabs, whatever befalls them', () => {
  it.each(seeds)('are each carried out once, in their order: seed %i', async (seed) => {
    const { promised, faults, ...soaked } = await soakWith(seed, 1000, script);
    for (const [name, count] of Object.entries(faults)) befallen[name] = (befallen[name] ?? 0) + count;
    console.log(`seed ${seed}: ${promised} promised, ${JSON.stringify(faults)}`);
    expect({ seed, ...soaked }).toEqual({
      seed,
      lost: [],
      forgotten: [],
      twice: [],
      disordered: [],
      differing: [],
      waiting: 0,
    });
  });

  afterAll(() => console.log(`What befell them in all: ${JSON.stringify(befallen)}`));
});

describe('a hundred wishes that wait', () => {
  it.each(['the network is back', 'the server is back', 'the browser is open again'] as const)(
    'are gone ten seconds after %s',
    async (event) => {
      const { carriedOut, seconds } = await drainWith(event, script);
      console.log(`${carriedOut} in ${seconds.toFixed(2)} s once ${event}`);
      expect(carriedOut).toBe(100);
      expect(seconds).toBeLessThan(10);
    },
  );
});
