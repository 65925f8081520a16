import { describe, expect, it } from 'vitest';
import { toCalendar } from '@kith/core';

const event = {
  id: 'i1',
  title: 'Ada and Bo',
  about: '',
  from: new Date('2026-11-22T18:00:00Z'),
  to: new Date('2026-11-22T19:00:00Z'),
  at: new Date('2026-11-21T12:00:00Z'),
};

describe('toCalendar', () => {
  it('is an event as calendars read it', () => {
    expect(toCalendar(event)).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Kith//Kith//EN',
        'BEGIN:VEVENT',
        'UID:i1@kith',
        'DTSTAMP:20261121T120000Z',
        'DTSTART:20261122T180000Z',
        'DTEND:20261122T190000Z',
        'SUMMARY:Ada and Bo',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    );
  });

  it('lets no words of anybody say more than words', () => {
    const said = toCalendar({ ...event, title: 'Ada; Bo, \\ Cy', about: 'One\r\nEND:VEVENT\nTwo\u0000\rThree' });
    expect(said).toContain('SUMMARY:Ada\\; Bo\\, \\\\ Cy\r\n');
    expect(said).toContain('DESCRIPTION:One\\nEND:VEVENT\\nTwo\\nThree\r\n');
    expect(said.match(/^END:VEVENT/gm)).toHaveLength(1);
  });

  it('folds what is longer than 75 bytes, and cuts no character', () => {
    const about = 'ゆきさんと👩‍🔧修理。'.repeat(30);
    const said = toCalendar({ ...event, about });
    for (const line of said.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(said.replaceAll('\r\n ', '')).toContain(`DESCRIPTION:${about}\r\n`);
  });
});
