import { describe, expect, it } from 'vitest';
import { english, plain, sayOpenBadge, type BadgeStatus, type ForeignBadge } from '@kith/core';

const now = new Date('2026-11-21T12:00:00Z');
const badge = (status: BadgeStatus, href?: string): ForeignBadge => ({
  name: 'Mending',
  description: undefined,
  criteria: undefined,
  picture: undefined,
  href: undefined,
  issuer: { name: 'The bench', href },
  from: undefined,
  evidence: [],
  isSigned: true,
  status,
});

describe('a badge from elsewhere', () => {
  it.each<[BadgeStatus, string | undefined]>([
    [{ state: 'in-date', until: undefined }, undefined],
    [{ state: 'in-date', until: '2027-03-01T12:00:00Z' }, 'By its dates it runs until 1 March 2027.'],
    [{ state: 'expired', on: '2010-01-01T12:00:00Z' }, 'It ran out on 1 January 2010.'],
    [{ state: 'not-yet-valid', from: '2026-12-24T12:00:00Z' }, 'It runs from 24 December on, not yet.'],
    [{ state: 'revoked' }, 'Its issuer took it back.'],
    [{ state: 'suspended' }, 'Its issuer put it on hold.'],
    [{ state: 'not-checked', lists: [] }, 'Whether its issuer took it back was not looked up.'],
  ])('of which it is known that it is %j says so, and that nobody here checked it', (status, stands) => {
    const said = sayOpenBadge(badge(status), english, now);
    expect(said.stands && plain(said.stands)).toBe(stands);
    expect(plain(said.issued)).toBe("Issued by The bench. We haven't checked it.");
    expect(`${stands ?? ''}${plain(said.issued)}`).not.toMatch(/verified|valid/i);
  });

  it('links its issuer where they have an address', () => {
    const said = sayOpenBadge(badge({ state: 'revoked' }, 'https://bench.example/'), english, now);
    expect(said.issued).toContainEqual({ link: 'The bench', href: 'https://bench.example/' });
  });
});
