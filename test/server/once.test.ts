import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { affirmOver, sendOver } from './once.js';
import { places, type Place } from './places.js';
import { createProgram } from './processes.js';

const program = createProgram();

// At full size: npm run test:long.
describe.each(places)('a wish to $processes real processes on $name', ({ open, processes }) => {
  let place: Place;
  beforeAll(async () => {
    place = await open();
  }, 60_000);
  afterAll(() => place.close());

  it('is carried out once, however often it is sent together, and no other under its key', async () => {
    expect(await sendOver(program, place, { keys: 10, parallel: 50, processes })).toEqual({
      letters: 10,
      keys: 10,
      answers: 1,
      statuses: [200],
      otherBody: [422],
      otherMember: [422],
    });
  }, 120_000);

  it('counts once among 100 of one member that are sent together', async () => {
    expect(await affirmOver(program, place, 100, processes)).toEqual({ statuses: [200], count: 1, by: 1 });
  }, 120_000);
});
