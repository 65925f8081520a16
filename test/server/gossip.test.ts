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

  it('is told to nobody who may not know it, whoever reads it, at once where it was done and 5 s later elsewhere', async () => {
    const seen = await gossip(db, 1, 48);
    expect(seen.done).toBeGreaterThan(seen.refused);
    expect(seen.events).toBeGreaterThan(10);
  }, 300_000);
});
