import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { survive } from '../server/crash.js';
import { places, type Place } from '../server/places.js';
import { createProgram } from '../server/processes.js';

const program = createProgram();
const median = (all: number[]) => [...all].sort((a, b) => a - b)[all.length >> 1];

describe.each(places)('a server on $name under 50 writers', ({ name, open }) => {
  let place: Place;
  beforeAll(async () => {
    place = await open();
  }, 60_000);
  afterAll(() => place.close());

  it.each([
    ['SIGKILL', 50],
    ['SIGTERM', 10],
  ] as const)('loses and doubles nothing where %s ends it %i times, and is ready within 5 s', async (by, times) => {
    const survived = await survive(program, place, { seed: 1, writers: 50, times, by });
    const { acknowledged, ready, ends, ...kept } = survived;
    console.log(
      `${name}, ${by}: ${acknowledged} acknowledged; ready in ${median(ready)} ms, at most ${Math.max(...ready)}`,
    );
    expect(kept).toEqual({ lost: [], doubled: [], unlike: [], odd: [], failed: [] });
    expect(new Set(ends)).toEqual(new Set(by === 'SIGTERM' ? [0] : []));
    expect(acknowledged).toBeGreaterThanOrEqual(10 * times);
    expect(Math.max(...ready)).toBeLessThan(5000);
  });
});

describe('a second process on a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kith-second-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('ends with a sentence within a second, each of ten times', async () => {
    const env = { KITH_DATA: folder };
    const first = await program.serve(env);
    expect(first.base).toBeDefined();
    const took: number[] = [];
    for (let i = 0; i < 10; i++) {
      const second = await program.run([], { PORT: '0', ...env });
      expect(second).toMatchObject({
        code: 1,
        complaints: expect.stringMatching(/^Another process serves from .*\.\n$/),
      });
      took.push(Math.round(second.took));
    }
    console.log(`ended after ${took.join(', ')} ms`);
    expect(median(took)).toBeLessThan(1000);
  });
});
