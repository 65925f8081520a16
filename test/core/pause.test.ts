import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english, pauseOf, plain, sayLadder, standing, type Ladder, type Progress } from '@kith/core';

const now = new Date('2026-11-21T12:00:00Z');
const bar: Ladder = {
  id: 'bar',
  name: 'The bar',
  measures: [{ id: 'reps', label: 'pull-ups', act: 'Do {n} more pull-ups' }],
  rungs: [
    { id: 'hang', name: 'Hang', can: 'hang from the bar' },
    { id: 'five', name: 'Five', can: 'pull up five times', needs: [{ measure: 'reps', atLeast: 5 }] },
    { id: 'ten', name: 'Ten', can: 'pull up ten times', needs: [{ measure: 'reps', atLeast: 10 }, { sponsors: 1 }] },
  ],
};
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();
/** Holds five, has come down to three, and last reached or wrote up something so many days ago. */
const behind = (days: number, different: Partial<Progress> = {}): Progress => ({
  member: 'ada',
  ladder: 'bar',
  measures: { reps: 3 },
  reached: { five: ago(days) },
  ...different,
});
const pause = (progress: Progress | undefined, member = {}) => pauseOf(member, bar, progress, now);

describe('who falls behind what their step needs', () => {
  const back = { measure: 'reps', atLeast: 5, value: 3, missing: 2 };

  it('stands as before for ninety days, with what would keep them there', () => {
    const grace = { until: ago(0) };
    expect(pause(behind(90))).toEqual({ standing: 'active', since: undefined, grace, back });
  });

  it('then rests, and has what brings them straight back', () => {
    expect(pause(behind(91))).toEqual({ standing: 'resting', since: ago(1), grace: undefined, back });
  });

  it('has as many days as a site gives', () => {
    expect(pauseOf({}, bar, behind(8), now, { graceDays: 7 }).standing).toBe('resting');
    expect(pauseOf({}, bar, behind(7), now, { graceDays: 7 }).standing).toBe('active');
  });

  it('has them from what they last wrote up, also where it was worse', () => {
    const records = [
      { measure: 'reps', value: 1, at: ago(5) },
      { measure: 'reps', value: 5, at: ago(200) },
    ];
    expect(pause(behind(200, { records }))).toMatchObject({ standing: 'active', grace: { until: ago(-85) } });
  });

  it('has no end to them where nobody knows since when', () => {
    expect(pause(behind(0, { reached: { five: 'some day' } }))).toMatchObject({
      standing: 'active',
      grace: { until: undefined },
    });
  });

  it('reads it in words once they rest', () => {
    const { standing, since } = pause(behind(120));
    const ada = { id: 'ada', name: 'Ada', standing, ...(since !== undefined && { standingSince: since }) };
    const said = sayLadder(
      { ladder: bar, progress: [behind(120)], people: [ada], revision: 0 },
      { member: 'ada', viewer: 'ada' },
      english,
      now,
    )?.climber;
    expect(plain(said?.pause ?? [])).toBe('Resting since October.');
    expect(plain(said?.act ?? [])).toBe('Do 2 more pull-ups');
    expect(plain(said?.then ?? [])).toBe('brings you straight back.');
  });
});

describe('who has not', () => {
  it('stands as they do, however long ago it was', () => {
    const fine = { standing: 'active', since: undefined, grace: undefined, back: undefined };
    expect(pause(behind(999, { measures: { reps: 5 } }))).toEqual(fine);
    expect(pause(undefined)).toEqual(fine);
    // What their source does not say is not nothing.
    expect(pause(behind(999, { measures: {} }))).toEqual(fine);
    // Who spoke for them did so once and for all.
    expect(pause(behind(999, { measures: { reps: 10 }, reached: { ten: ago(999) } }))).toEqual(fine);
  });
});

describe('what the source says of somebody', () => {
  it('stands: who rests has the way back, who is past is one of us and owes nothing', () => {
    expect(pause(behind(1), { standing: 'resting', standingSince: '2026-03-01' })).toMatchObject({
      standing: 'resting',
      since: '2026-03-01',
      grace: undefined,
      back: { missing: 2 },
    });
    expect(pause(behind(999), { standing: 'past', standingSince: '2025-03-01' })).toEqual({
      standing: 'past',
      since: '2025-03-01',
      grace: undefined,
      back: undefined,
    });
  });

  it('alone puts anybody among those who left, and nothing takes a step away', () => {
    const days = fc.nat(5000);
    fc.assert(
      fc.property(days, days, fc.nat(12), (reachedAgo, wroteAgo, reps) => {
        const records = [{ measure: 'reps', value: reps, at: ago(wroteAgo) }];
        const progress = behind(reachedAgo, { measures: { reps }, records });
        const { standing: how, grace } = pause(progress);
        const quiet = Math.min(reachedAgo, wroteAgo);
        expect(how).toBe(reps < 5 && quiet > 90 ? 'resting' : 'active');
        expect(grace !== undefined).toBe(reps < 5 && quiet <= 90);
        expect(standing(bar, progress).current?.id).toBe('five');
      }),
    );
  });
});
