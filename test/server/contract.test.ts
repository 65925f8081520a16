import { describe, expect, it } from 'vitest';
import { judged } from './contract.js';
import { createWorld } from './support.js';

const world = createWorld();

describe('whatever is asked', () => {
  it('is answered as it is described, and everything described is carried out', { timeout: 60_000 }, async () => {
    const { wrong, never } = await judged(world, 1000, 11);
    expect(wrong.slice(0, 5)).toEqual([]);
    // A device's key is no matter of chance: personal.test.ts.
    expect(never).toEqual(['POST /v1/{community}/devices', 'DELETE /v1/{community}/devices/{device}']);
  });
});
