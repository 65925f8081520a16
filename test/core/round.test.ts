import { describe, expect, it } from 'vitest';
import type { CommunityDocument, Round } from '@kith/core';
import { createCommons } from '@kith/core/rules';

const now = () => new Date('2026-11-21T12:00:00Z');
const commons = (more: Partial<CommunityDocument> = {}) =>
  createCommons(
    {
      kith: 1,
      archive: true,
      members: [
        { id: 'hana', name: 'Hana', host: true },
        ...['ada', 'bo', 'cy', 'dee'].map((id) => ({ id, name: id, visibility: 'everyone' as const })),
      ],
      ...more,
    } as CommunityDocument,
    { now },
  );
const told = ({ groups, left }: Round) => ({
  groups: groups
    .map(({ people }) =>
      people
        .map(({ id }) => id)
        .sort()
        .join(' '),
    )
    .sort(),
  left: left.map(({ member, because }) => `${member.id} ${because}`),
});
const met = (...people: string[]) => ({ id: people.join(), people, by: 'hana', state: 'asked', at: '2026-11-01' });

describe('a round of a community', () => {
  it('is told to a host, and to nobody else', async () => {
    const here = commons();
    expect(told(await here.round('hana')).groups).toHaveLength(2);
    for (const viewer of ['ada', 'nobody', 'guest 1', undefined])
      await expect(here.round(viewer), viewer).rejects.toMatchObject({ kind: 'refused', reason: 'not-allowed' });
  });

  it('keeps to who was introduced lately, also by others, and to who passed whom over', async () => {
    const own: Record<string, object> = {
      ada: { asks: ['x', 'y'] },
      bo: { offers: ['x', 'y'] },
      cy: { offers: ['x'] },
    };
    const members = (commons().archive().members ?? []).map((one) => ({ ...one, ...own[one.id] }));
    const passing = members.map((one) => ({ ...one, passes: [{ with: 'cy', until: '2027-01-01T00:00:00Z' }] }));
    const introductions = [met('ada', 'bo')];
    const groups = async (more: Partial<CommunityDocument>) => told(await commons(more).round('hana')).groups;
    expect(await groups({ members })).toEqual(['ada bo', 'cy dee']);
    expect(await groups({ members, introductions })).toEqual(['ada cy', 'bo dee']);
    const ofAda = members.map((one, i) => (one.id === 'ada' ? (passing[i] ?? one) : one));
    expect(await groups({ members: ofAda, introductions })).toEqual(['ada dee', 'bo cy']);
    expect(told(await commons({ members }).round('hana')).left).toEqual(['hana host']);
  });

  it('takes nobody who shows nothing of themselves, and says no more of them', async () => {
    const members = [
      ...(commons().archive().members ?? []),
      { id: 'eve', name: 'Eve', visibility: 'nobody', standing: 'past' },
    ] as CommunityDocument['members'];
    const letter = { id: 'l', from: 'ada', to: ['eve'], text: 'Hook 61.', state: 'shown' };
    const consents = [{ member: 'eve', as: 'named' }];
    const recognitions = [{ ...letter, consents }] as CommunityDocument['recognitions'];
    const round = told(await commons({ members, recognitions } as Partial<CommunityDocument>).round('hana'));
    expect(round.groups.join(' ')).not.toContain('eve');
    expect(round.left).toEqual(['hana host', 'eve apart']);
  });

  it('says alike of who was introduced to everybody and of who was passed over by them', async () => {
    const everybody = ['bo', 'cy', 'dee'];
    const members = (commons().archive().members ?? []).map((one) =>
      one.id === 'ada' ? { ...one, passes: everybody.map((id) => ({ with: id, until: '2027-01-01T00:00:00Z' })) } : one,
    );
    const introductions = everybody.map((id) => met('ada', id));
    const left = async (more: object) => told(await commons(more).round('hana')).left;
    const passed = await left({ members });
    expect(passed).toContain('ada over');
    expect(await left({ introductions })).toEqual(passed);
  });
});
