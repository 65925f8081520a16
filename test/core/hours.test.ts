import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedHours, type Member } from '@kith/core';

const winter = '2026-01-15T12:00:00Z';
const summer = '2026-07-15T12:00:00Z';
const awake = (timeZone: string, ...hours: string[]) => ({ timeZone, hours });

describe('sharedHours', () => {
  it.each([
    ['Lagos and Stockholm, in winter the same', 'Africa/Lagos', 'Europe/Stockholm', winter, [[1080, 1260]]],
    ['Lagos and Stockholm, in summer an hour apart', 'Africa/Lagos', 'Europe/Stockholm', summer, [[1080, 1200]]],
    ['Stockholm and Lagos, seen from Stockholm', 'Europe/Stockholm', 'Africa/Lagos', summer, [[1140, 1260]]],
    ['Kathmandu and Kolkata, a quarter of an hour apart', 'Asia/Kathmandu', 'Asia/Kolkata', winter, [[1095, 1260]]],
    ['Tokyo and Los Angeles, who share nothing', 'Asia/Tokyo', 'America/Los_Angeles', winter, []],
  ])('of 18:00 to 21:00 in %s', (_, a, b, on, shared) => {
    const found = sharedHours(awake(a, '18:00-21:00'), awake(b, '18:00-21:00'), on);
    expect(found?.shared).toEqual(shared);
    expect(found?.minutes).toBe(shared.reduce((sum, [from = 0, to = 0]) => sum + to - from, 0));
  });

  it('draws both days in the first person’s time', () => {
    const found = sharedHours(awake('Europe/Stockholm', '08:00-12:00'), awake('Asia/Kolkata', '09:00-17:30'), winter);
    expect(found).toEqual({ a: [[480, 720]], b: [[270, 780]], shared: [[480, 720]], minutes: 240 });
  });

  it('cuts at midnight what crosses it, in either’s day', () => {
    const night = sharedHours(
      awake('Europe/Stockholm', '22:00-02:00'),
      awake('Europe/Stockholm', '23:00-01:30'),
      winter,
    );
    expect(night?.shared).toEqual([
      [0, 90],
      [1380, 1440],
    ]);
    expect(night?.minutes).toBe(150);
    const tokyo = sharedHours(awake('America/Los_Angeles', '14:00-24:00'), awake('Asia/Tokyo', '08:00-20:00'), winter);
    expect(tokyo).toEqual({
      a: [[840, 1440]],
      b: [
        [0, 180],
        [900, 1440],
      ],
      shared: [[900, 1440]],
      minutes: 540,
    });
  });

  it('changes by an hour when only one of them changes the clock', () => {
    const minutes = (on: string) =>
      sharedHours(awake('Europe/Stockholm', '17:00-20:00'), awake('America/Los_Angeles', '08:00-09:00'), on)?.shared;
    expect(minutes('2026-03-07T12:00:00Z')).toEqual([[1020, 1080]]);
    expect(minutes('2026-03-08T12:00:00Z')).toEqual([]);
    expect(minutes('2026-03-29T12:00:00Z')).toEqual([[1020, 1080]]);
  });

  it('goes by the moment itself on the day of a change', () => {
    const shared = (on: string) =>
      sharedHours(awake('UTC', '00:00-24:00'), awake('Europe/Stockholm', '12:00-13:00'), on)?.shared;
    expect(shared('2026-03-29T00:59:00Z')).toEqual([[660, 720]]);
    expect(shared('2026-03-29T01:00:00Z')).toEqual([[600, 660]]);
    expect(shared('2026-10-25T01:00:00Z')).toEqual([[660, 720]]);
  });

  it('takes members as they are, and a date as well as its text', () => {
    const ada: Member = { id: 'ada', name: 'Ada', timeZone: 'Africa/Lagos', hours: ['18:00-21:00'] };
    expect(sharedHours(ada, ada, new Date(winter))).toEqual(sharedHours(ada, ada, winter));
    expect(sharedHours(ada, ada, '2026-01-15')?.minutes).toBe(180);
  });

  it('counts an hour once, however often it is stated', () => {
    const twice = sharedHours(
      awake('UTC', '20:00-21:00', '18:00-20:00', '18:30-20:30'),
      awake('UTC', '00:00-24:00'),
      winter,
    );
    expect(twice).toMatchObject({ a: [[1080, 1260]], b: [[0, 1440]], minutes: 180 });
  });

  it('says nothing where a zone or the hours are not known', () => {
    const ada = awake('Africa/Lagos', '18:00-21:00');
    expect(sharedHours(ada, { timeZone: 'Africa/Lagos' }, winter)).toBeUndefined();
    expect(sharedHours({ timeZone: 'Africa/Lagos', hours: [] }, ada, winter)).toBeUndefined();
    expect(sharedHours({ hours: ['18:00-21:00'] }, ada, winter)).toBeUndefined();
    expect(sharedHours(ada, { timeZone: '', hours: ['18:00-21:00'] }, winter)).toBeUndefined();
    expect(sharedHours(ada, awake('Mars/Olympus', '18:00-21:00'), winter)).toBeUndefined();
    expect(sharedHours(ada, ada, 'soon')).toBeUndefined();
  });

  it('leaves out hours it cannot read, and says nothing where none is left', () => {
    const ada = awake('Africa/Lagos', '18:00-21:00');
    expect(sharedHours(ada, awake('Africa/Lagos', 'evenings', '20:00-22:00'), winter)?.minutes).toBe(60);
    for (const hours of ['evenings', '25:00-26:00', '18:60-19:00', '18:00-18:00', '8:00-9:00'])
      expect(sharedHours(ada, awake('Africa/Lagos', hours), winter)).toBeUndefined();
  });

  it('is as long for both, and never longer than either’s day', () => {
    const zone = fc.constantFrom(
      'Africa/Lagos',
      'Europe/Stockholm',
      'Asia/Kolkata',
      'Asia/Tokyo',
      'Pacific/Kiritimati',
    );
    const time = fc
      .nat(1439)
      .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`);
    const hours = fc.array(
      fc.tuple(time, time).map(([from, to]) => `${from}-${to}`),
      { minLength: 1, maxLength: 3 },
    );
    const person = fc.record({ timeZone: fc.oneof(zone, fc.constant('Pacific/Pago_Pago')), hours });
    const long = (spans: readonly (readonly [number, number])[]) =>
      spans.reduce((sum, [from, to]) => sum + to - from, 0);
    fc.assert(
      fc.property(person, person, (a, b) => {
        const there = sharedHours(a, b, summer);
        const back = sharedHours(b, a, summer);
        expect(back?.minutes).toBe(there?.minutes);
        if (!there || !back) return;
        expect(long(there.a)).toBe(long(back.b));
        expect(there.minutes).toBe(long(there.shared));
        expect(there.minutes).toBeLessThanOrEqual(Math.min(long(there.a), long(there.b)));
        for (const [from, to] of [...there.a, ...there.b, ...there.shared]) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(1440);
          expect(from).toBeLessThan(to);
        }
      }),
    );
  });
});
