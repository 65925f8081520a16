import { describe, it } from 'vitest';
import { holdTwoPages } from '../core/optimistic.js';

describe('two pages of one community', () => {
  // Ten thousand in all.
  for (let seed = 1; seed <= 20; seed++)
    it(`show at every step what is confirmed with what is pending, and in the end what everyone reads: seed ${seed}`, async () => {
      await holdTwoPages(500, seed);
    });
});
