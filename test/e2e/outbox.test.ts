import { expect, it } from 'vitest';
import { wishBesideFrozen } from '../long/frozen.js';
import { bundled, soakWith } from '../long/soak.js';

/** A twentieth of `npm run test:long`. */
it('a thousand wishes in three tabs are each carried out once, in their order, whatever befalls them', async () => {
  const seed = Number(process.env.KITH_SEED ?? 1);
  const { promised, faults, ...soaked } = await soakWith(seed, 1000, await bundled());
  expect(promised).toBeGreaterThanOrEqual(1000);
  expect({ seed, ...soaked }).toEqual({
    seed,
    lost: [],
    forgotten: [],
    twice: [],
    disordered: [],
    differing: [],
    waiting: 0,
  });
  // It was no calm day.
  expect(Object.keys(faults).sort()).toEqual(
    expect.arrayContaining([
      'doubled',
      'down',
      'freeze',
      'held back',
      'kill',
      'offline',
      'reply lost',
      'reset',
      'thaw',
    ]),
  );
}, 180_000);

it('a tab that is frozen while it writes keeps no other waiting', async () => {
  expect(await wishBesideFrozen(10, await bundled())).toBe(10);
});
