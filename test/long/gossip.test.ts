import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '@kith/server';
import { gossip } from '../server/gossip/gossip.js';
import type { Database } from '../server/sites.js';
import { storages, type Opened } from '../server/storages.js';

const seeds = process.env.KITH_SEED ? [Number(process.env.KITH_SEED)] : Array.from({ length: 20 }, (_, i) => i + 1);

// A real database answers sooner, where there is one.
describe.each(storages.slice(-1))('what people do in $name', ({ open }) => {
  let db: Database;
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
    db = await openDatabase(opened.storage);
  }, 60_000);
  afterAll(async () => {
    await db.destroy();
    await opened.close();
  });

  // Ten thousand sequences in all.
  it.each(seeds)('is told to nobody who may not know it: seed %i', async (seed) => {
    const seen = await gossip(db, seed, 500);
    console.log(`seed ${seed}: ${JSON.stringify(seen)}`);
    expect(seen.done).toBeGreaterThan(seen.refused);
    expect(seen.events).toBeGreaterThan(100);
  });
});
