import { describe, expect, it } from 'vitest';
import type { CommunityDocument } from '@kith/core';
import { village } from '../village.js';
import { living } from './living.js';

const story: CommunityDocument['recognitions'] = [
  { id: 'r1', occasion: 'story', from: 'bo', text: 'The tent flew.', state: 'shown' },
];
const thanks = { to: ['ada', 'cy'], occasion: 'thanks' as const, text: 'You held the ladder.' };

describe('a commons', () => {
  it('makes nothing under the id of a thing that was there before', async () => {
    const here = living(village({ recognitions: story ?? [] }));
    const own = { to: [], occasion: 'story' as const, text: 'Mine.' };
    expect(here.wish('cy', 'recognize', own, 'r1').refused).toBe('invalid');
    expect((await here.read({ kind: 'wall' })).letters).toMatchObject(story ?? []);
    expect(here.wish('cy', 'recognize', own, 'r2').refused).toBeUndefined();
  });

  it('counts nobody in behind a purpose that is not there, be it a member or a device', () => {
    const { purpose: _, ...none } = village();
    const here = living(none);
    expect(here.wish('ada', 'with-us', { on: true }).refused).toBe('unknown');
    expect(here.send({ guest: 'a1b2' }, 'with-us', { on: true }).refused).toBe('unknown');
    expect(here.commons.archive()).not.toHaveProperty('purpose');
  });

  it('takes no key, and nobody, that could be read as several', () => {
    const here = living();
    for (const key of ['', 'a b', 'a/b', 'a\n'])
      expect(here.wish('ada', 'with-us', { on: true }, key).refused, key).toBe('invalid');
    expect(here.send({ guest: 'a b' }, 'with-us', { on: true }).refused).toBe('invalid');
    expect(here.send({ member: 'ada bo' }, 'with-us', { on: true }).refused).toBe('invalid');
  });

  it('gives out copies of what it holds, and holds a copy of what it was given', () => {
    const document = village();
    const here = living(document);
    document.members?.splice(0);
    here.commons.archive().members?.splice(0);
    here.commons.change((archive) => {
      const { members = [] } = archive;
      archive.members = [...members];
      return archive;
    });
    expect(here.commons.archive().members).toHaveLength(4);
  });

  describe('that began as a public document', () => {
    const open = () => {
      const here = living({ ...village(), archive: false });
      here.wish('bo', 'affirm-role', { member: 'ada', role: 'connector', on: true });
      const { key } = here.wish('bo', 'recognize', thanks);
      here.wish('ada', 'consent', { recognition: key, as: 'named' });
      here.wish('cy', 'recognize', { ...thanks, to: ['bo'] });
      here.wish('ada', 'record', { ladder: 'pull-up', measure: 'reps', value: 3 });
      return here;
    };

    it('says no yes in anybody’s place when it is changed', async () => {
      const here = open();
      const before = await here.all();
      here.commons.change((archive) => ({ ...archive, season: 'spring' }) as CommunityDocument);
      expect(await here.all()).toEqual(before);
      const bare = (piece: object) => ({ ...piece, visibility: undefined, state: undefined, consents: undefined });
      here.commons.change(
        (archive) =>
          structuredClone(
            JSON.parse(
              JSON.stringify({
                ...archive,
                members: archive.members?.map((member) => bare(member)),
                recognitions: archive.recognitions?.map((letter) => bare(letter)),
                progress: archive.progress?.map((row) => bare(row)),
              }),
            ),
          ) as CommunityDocument,
      );
      expect((await here.all()).map((said) => JSON.parse(said) as unknown)).toEqual(
        before.map((said) => JSON.parse(said) as unknown),
      );
    });

    it('takes what is new in it as a yes', async () => {
      const here = open();
      here.commons.change((archive) => ({
        ...archive,
        members: [
          ...(archive.members ?? []),
          { id: 'eve', name: 'Eve', roles: [{ role: 'connector', aspires: 'To know the street.' }] },
        ],
        recognitions: [...(archive.recognitions ?? []), { id: 'new', to: ['eve'], text: 'Hello.' }],
        progress: [...(archive.progress ?? []), { member: 'eve', ladder: 'pull-up', measures: { reps: 1 } }],
      }));
      expect((await here.read({ kind: 'member', id: 'eve' })).member?.roles).toMatchObject([{ role: 'connector' }]);
      expect((await here.read({ kind: 'wall', filters: { member: 'eve' } })).letters).toMatchObject([{ to: ['eve'] }]);
      expect((await here.read({ kind: 'ladder' })).progress).toMatchObject([{ member: 'eve' }]);
    });

    it('asks whom a letter is to anew, where it is to somebody new', async () => {
      const here = open();
      here.commons.change((archive) => ({
        ...archive,
        recognitions: archive.recognitions?.map((letter) => ({ ...letter, to: [...(letter.to ?? []), 'dee'] })) ?? [],
      }));
      const { letters } = await here.read({ kind: 'wall' });
      expect(letters.map(({ to, unnamed }) => [to, unnamed])).toEqual([[['ada', 'dee'], 1]]);
    });
  });

  it('that began as an archive shows nobody new without their yes', async () => {
    const here = living();
    here.commons.change((archive) => ({
      ...archive,
      members: [...(archive.members ?? []), { id: 'eve', name: 'Eve' }],
    }));
    expect((await here.read({ kind: 'member', id: 'eve' })).member).toBeUndefined();
    expect(here.wish('eve', 'profile', { patch: { visibility: 'everyone' } }).refused).toBeUndefined();
    expect((await here.read({ kind: 'member', id: 'eve' })).member?.name).toBe('Eve');
  });
});
