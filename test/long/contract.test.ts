import { describe, expect, it } from 'vitest';
import { judged } from '../server/contract.js';
import { createWorld } from '../server/support.js';

const world = createWorld();

describe('10,000 requests', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])('are answered as it is described: the %ith thousand', async (seed) => {
    const { wrong } = await judged(world, 1000, seed);
    expect(wrong.slice(0, 5)).toEqual([]);
  });
});
