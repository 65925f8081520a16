import { describe, it } from 'vitest';
import { holdTwoPages } from './optimistic.js';

// Ten thousand of them: npm run test:long.
describe('two pages of one community', () => {
  it('show at every step what is confirmed with what is pending, and in the end what everyone reads', async () => {
    await holdTwoPages(40);
  }, 60_000);
});
