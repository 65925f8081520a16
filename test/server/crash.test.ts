import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { survive } from './crash.js';
import { places, type Place } from './places.js';
import { createProgram } from './processes.js';

const program = createProgram();

// At full size: npm run test:long.
describe.each(places)('a server on $name', ({ open }) => {
  let place: Place;
  beforeAll(async () => {
    place = await open();
  }, 60_000);
  afterAll(() => place.close());

  it.each(['SIGKILL', 'SIGTERM'] as const)(
    'loses nothing it said it carried out, and does nothing twice, where %s ends it under writers',
    async (by) => {
      const { acknowledged, ready: _, ...kept } = await survive(program, place, { seed: 1, writers: 10, times: 2, by });
      expect(acknowledged).toBeGreaterThanOrEqual(20);
      expect(kept).toEqual({
        lost: [],
        doubled: [],
        unlike: [],
        odd: [],
        failed: [],
        ends: by === 'SIGTERM' ? [0, 0] : [],
      });
    },
    120_000,
  );
});
