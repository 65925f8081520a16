import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english, languageFor, sayMeeting, type Introduction, type Member, type Reason } from '@kith/core';

const now = new Date('2026-11-21T12:00:00Z');
const ada: Member = { id: 'ada', name: 'Ada Obi', called: 'Ada', timeZone: 'Africa/Lagos', hours: ['18:00-21:00'] };
const yuki: Member = { id: 'yuki', name: 'Yuki', timeZone: 'Asia/Tokyo', hours: ['02:30-04:00', '23:00-24:00'] };
const met: Introduction = { id: 'i1', people: ['ada', 'yuki'], by: 'ada', state: 'met', at: '2026-11-14' };
const reasons: Reason[] = [{ kind: 'gives', words: 'grant writing' }];

/** A calendar file as its readers take it apart: lines unfolded, then names, parameters and values. */
function read(file: string) {
  expect(file.endsWith('\r\n')).toBe(true);
  const octets = file.split('\r\n').map((line) => Buffer.byteLength(line));
  expect(Math.max(...octets)).toBeLessThanOrEqual(75);
  expect(file.replaceAll('\r\n', '')).not.toMatch(/\p{Cc}/u);
  const lines = file
    .slice(0, -2)
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n');
  const fields = lines.map((line) => {
    const [, name = '', value = ''] = /^([A-Z-]+):(.*)$/su.exec(line) ?? [];
    expect(name, line).not.toBe('');
    return [name, value] as const;
  });
  const text = (value = '') => value.replace(/\\([\\;,nN])/g, (_, one: string) => (/n/i.test(one) ? '\n' : one));
  const instant = (value = '') => new Date(value.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  const of = (name: string) => fields.filter(([each]) => each === name).map(([, value]) => value);
  const one = (name: string) => {
    expect(of(name), name).toHaveLength(1);
    return of(name)[0];
  };
  return {
    order: fields.filter(([name]) => name === 'BEGIN' || name === 'END').map((field) => field.join(':')),
    version: one('VERSION'),
    id: text(one('UID')),
    title: text(one('SUMMARY')),
    about: text(one('DESCRIPTION')).split('\n'),
    from: instant(one('DTSTART')),
    to: instant(one('DTEND')),
    written: instant(one('DTSTAMP')),
  };
}

describe('sayMeeting', () => {
  const file = (own: Partial<Introduction> = {}, me = ada, other = yuki) =>
    sayMeeting({ introduction: { ...met, ...own }, me, other, reasons }, english, now);

  it('is an event at one moment, with the time where each of the two is', () => {
    expect(read(file() ?? '')).toEqual({
      order: ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'END:VEVENT', 'END:VCALENDAR'],
      version: '2.0',
      id: 'i1@kith',
      title: 'Ada and Yuki',
      about: [
        'For Ada: 22 November 2026, 18:30 to 19:30 (Africa/Lagos).',
        'For Yuki: 23 November 2026, 02:30 to 03:30 (Asia/Tokyo).',
        'You asked for grant writing; Yuki offers it.',
      ],
      from: new Date('2026-11-22T17:30:00Z'),
      to: new Date('2026-11-22T18:30:00Z'),
      written: now,
    });
  });

  it('is the same event whichever of the two puts it down, so that a calendar of both has it once', () => {
    expect(read(file({}, yuki, ada) ?? '').id).toBe(read(file() ?? '').id);
  });

  it('is in the language of who reads', async () => {
    const arabic = await languageFor('ar');
    const { about } = read(sayMeeting({ introduction: met, me: ada, other: yuki }, arabic, now) ?? '');
    expect(about).toHaveLength(2);
    expect(about[0]).toMatch(/^عند Ada: .+ 2026|٢٠٢٦/u);
  });

  it('is nothing before both said yes, nor for anybody else', () => {
    for (const state of ['asked', 'passed', 'expired']) expect(file({ state })).toBeUndefined();
    expect(file({ people: ['ada', 'bo'] })).toBeUndefined();
    expect(file({ people: ['yuki', 'bo'] })).toBeUndefined();
  });

  it('is nothing where they are never up together, or nobody knows', () => {
    expect(file({}, ada, { ...yuki, hours: ['12:00-13:00'] })).toBeUndefined();
    const { timeZone: _, ...nowhere } = yuki;
    expect(file({}, ada, nowhere)).toBeUndefined();
  });

  it('says whatever people are called and ask for, and nothing they write ends it', () => {
    const words = fc
      .array(
        fc.constantFrom('a', ';', ',', '\\', '\n', '\r\n', ':', '"', 'é', '👩‍🔧', 'ゆき', 'END:VEVENT', ' ', '\\n'),
        {
          minLength: 1,
          maxLength: 40,
        },
      )
      .map((all) => `x${all.join('')}x`);
    fc.assert(
      fc.property(words, words, (name, tag) => {
        const introduction = { ...met, id: 'i1' };
        const other = { ...yuki, name };
        const said = read(
          sayMeeting({ introduction, me: ada, other, reasons: [{ kind: 'gives', words: tag }] }, english, now) ?? '',
        );
        const plainly = (text: string) => text.replaceAll('\r\n', '\n');
        expect(said.title).toBe(`Ada and ${plainly(name)}`);
        expect(said.about.join('\n')).toContain(plainly(`You asked for ${tag}; ${name} offers it.`));
        expect(said.order).toHaveLength(4);
      }),
    );
  });

  it('is when both are up by the clocks where they are, on whatever day of the year', () => {
    const zone = fc.constantFrom(
      'Europe/London',
      'America/New_York',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'Pacific/Auckland',
      'Africa/Lagos',
    );
    const clock = (minutes: number) =>
      [minutes / 60, minutes % 60].map((n) => `${Math.floor(n)}`.padStart(2, '0')).join(':');
    const hours = fc.tuple(fc.integer({ min: 0, max: 47 }), fc.integer({ min: 2, max: 47 })).map(([from, long]) => ({
      from: from * 30,
      long: long * 30,
      text: `${clock(from * 30)}-${clock(((from + long) * 30) % 1440)}`,
    }));
    const local = (timeZone: string, at: Date) => {
      const [hour = 0, minute = 0] = at
        .toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })
        .split(':')
        .map(Number);
      return (hour % 24) * 60 + minute;
    };
    const moment = fc
      .integer({ min: 0, max: 2 * 365 * 24 })
      .map((hour) => new Date(Date.UTC(2026, 0, 1) + hour * 3_600_000));
    let found = 0;
    fc.assert(
      fc.property(zone, zone, hours, hours, moment, (zoneA, zoneB, hoursA, hoursB, on) => {
        const a = { ...ada, timeZone: zoneA, hours: [hoursA.text] };
        const b = { ...yuki, timeZone: zoneB, hours: [hoursB.text] };
        const said = sayMeeting({ introduction: met, me: a, other: b }, english, on);
        if (!said) return;
        found++;
        const { from, to, about } = read(said);
        for (const [i, { from: start, long }] of [hoursA, hoursB].entries()) {
          const timeZone = [zoneA, zoneB][i] ?? '';
          const since = (local(timeZone, from) - start + 1440) % 1440;
          expect(since + (to.getTime() - from.getTime()) / 60_000, timeZone).toBeLessThanOrEqual(long);
          expect(about[i]).toContain(`${clock(local(timeZone, from))} to `);
          expect(about[i]).toContain(`(${timeZone})`);
        }
      }),
      { numRuns: 3000 },
    );
    expect(found).toBeGreaterThan(1000);
  }, 60_000);
});
