import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument, toPublic, type CommunityDocument } from '@kith/core';
import { village } from '../village.js';
import { living } from './living.js';

const people = ['ada', 'bo', 'cy', 'dee'] as const;
type Here = ReturnType<typeof living>;

/** The same community elsewhere, with another wording of its purpose. */
function reworded(here: Here, version: number): Here {
  const file = JSON.parse(JSON.stringify(here.commons.archive())) as CommunityDocument;
  const { document } = readDocument({ ...file, purpose: { ...file.purpose, version } });
  return living(document);
}

const sign = (here: Here, member: string, purposeVersion: number, on = true) =>
  here.wish(member, 'pledge', { on, purposeVersion }).refused;

/** What everyone reads of it, and the same of a file on the web. */
async function read(here: Here) {
  const { purpose } = await here.read({ kind: 'purpose' });
  const said = { names: purpose?.by ?? [], pledged: purpose?.counts?.pledged, withUs: purpose?.counts?.withUs };
  const { by = [], counts } = toPublic(here.commons.archive()).purpose ?? {};
  expect({ names: by, pledged: counts?.pledged, withUs: counts?.withUs }).toEqual(said);
  return said;
}

describe('a purpose that is given another wording in a file', () => {
  it('has nobody’s name until they renew it, and loses none by that', async () => {
    const here = living();
    expect([sign(here, 'ada', 3), sign(here, 'bo', 3)]).toEqual([undefined, undefined]);
    const there = reworded(here, 4);
    expect(await read(there)).toEqual({ names: [], pledged: 0, withUs: 2 });
    sign(there, 'ada', 4);
    expect(await read(there)).toEqual({ names: ['ada'], pledged: 1, withUs: 2 });
    sign(there, 'ada', 4, false);
    sign(there, 'bo', 4, false);
    expect(await read(there)).toEqual({ names: [], pledged: 0, withUs: 0 });
    expect(await read(reworded(here, 3))).toEqual({ names: ['ada', 'bo'], pledged: 2, withUs: 2 });
    expect(await read(reworded(reworded(here, 4), 3))).toEqual({ names: ['ada', 'bo'], pledged: 2, withUs: 2 });
  });

  it('reads so on the web, too, where nobody took the file apart', () => {
    const here = living();
    sign(here, 'ada', 3);
    const archive = here.commons.archive();
    const { purpose } = archive;
    expect(toPublic({ ...archive, ...(purpose && { purpose: { ...purpose, version: 4 } }) }).purpose).toMatchObject({
      by: [],
      counts: { pledged: 0, withUs: 1 },
    });
  });

  it('counts on whom it only counts, and drops names that were of the one before', async () => {
    const purpose = { statement: 'Mend it', version: 3, by: ['ada', 'somebody'], counts: { pledged: 80, withUs: 400 } };
    const there = reworded(living({ ...village({ purpose }), archive: false }), 4);
    expect(await read(there)).toEqual({ names: [], pledged: 78, withUs: 400 });
    sign(there, 'ada', 4);
    expect(await read(there)).toEqual({ names: ['ada'], pledged: 79, withUs: 400 });
  });

  it('counts who signed where a file says no numbers', async () => {
    const row = (member: string, version: number) => ({ member, version, at: '2026-11-01T10:00:00Z' });
    const pledges = [row('ada', 3), row('bo', 2)];
    const here = living(
      village({ purpose: { statement: 'Mend it', version: 3, pledges } as CommunityDocument['purpose'] }),
    );
    expect(await read(here)).toEqual({ names: ['ada'], pledged: 1, withUs: 2 });
  });

  it('counts on each wording whoever signed it, after any history', async () => {
    const steps = fc.array(
      fc.record({
        who: fc.constantFrom(...people),
        act: fc.constantFrom('sign', 'sign', 'take off', 'count in', 'count out', 'reword'),
        version: fc.integer({ min: 1, max: 3 }),
      }),
      { minLength: 5, maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        let here = living(village({ purpose: { statement: 'Mend it', version: 1 } }));
        let version = 1;
        const signed = new Map<string, number>();
        const counted = new Set<string>();
        for (const { who, act, version: next } of all) {
          if (act === 'reword') here = reworded(here, (version = next));
          else if (act === 'sign') sign(here, who, version);
          else if (act === 'take off') sign(here, who, version, false);
          else here.wish(who, 'with-us', { on: act === 'count in' });
          if (act === 'sign') signed.set(who, version);
          if (act === 'take off') signed.delete(who);
          if (act === 'count in') counted.add(who);
          if (act === 'count out') counted.delete(who);
          const names = people.filter((one) => signed.get(one) === version);
          const said = await read(here);
          expect([...said.names].sort()).toEqual(names);
          expect(said.pledged ?? 0).toBe(names.length);
          expect(said.withUs ?? 0).toBe(new Set([...signed.keys(), ...counted]).size);
        }
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});
