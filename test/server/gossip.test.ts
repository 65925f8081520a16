import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '@kith/server';
import { gossip } from './gossip/gossip.js';
import { unread } from './gossip/routes.js';
import type { Database } from './sites.js';

// Ten thousand of them: npm run test:long.
describe('what people do', () => {
  let db: Database;
  beforeAll(async () => {
    db = await openDatabase({ folder: undefined });
  }, 60_000);
  afterAll(() => db.destroy());

  it('is searched for in every answer there is', () => {
    expect(unread(db)).toEqual([]);
  });

  // The first few; one village in which an answer would be held for too long, one in which a yes would outlast a no.
  it.each([
    [1, 48],
    [473, 480],
    [513, 520],
  ])(
    'is told to nobody who may not know it, whoever reads it, at once and 5 s later elsewhere: sequences %i to %i',
    async (first, last) => {
      const seen = await gossip(db, first, last);
      expect(seen.done).toBeGreaterThan(seen.refused);
      expect(seen.events).toBeGreaterThan(seen.sequences / 4);
    },
    300_000,
  );
});
