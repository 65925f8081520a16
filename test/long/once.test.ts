import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { affirmOver, sendOver } from '../server/once.js';
import { places, type Place } from '../server/places.js';
import { createProgram } from '../server/processes.js';

const program = createProgram();

describe.each(places)(
  '200 wishes, each 50 times together to $processes real processes on $name',
  ({ open, processes }) => {
    let place: Place;
    beforeAll(async () => {
      place = await open();
    }, 60_000);
    afterAll(() => place.close());

    it('are carried out once each', async () => {
      expect(await sendOver(program, place, { keys: 200, parallel: 50, processes })).toEqual({
        letters: 200,
        keys: 200,
        answers: 1,
        statuses: [200],
        otherBody: [422],
        otherMember: [422],
      });
    });

    it('count once among 100 of one member that are sent together, ten times over', async () => {
      for (let i = 0; i < 10; i++)
        expect(await affirmOver(program, place, 100, processes)).toEqual({ statuses: [200], count: 1, by: 1 });
    });
  },
);
