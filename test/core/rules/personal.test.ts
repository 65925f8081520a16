import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Audience, CommunityDocument, Member, Recognition } from '@kith/core';
import type { Intent } from '../../../packages/core/src/rules/index.js';
import { village } from '../village.js';
import { living } from './living.js';
import { history, live, people } from './histories.js';

type Here = ReturnType<typeof living>;
const ids = (rows: readonly { id: string }[] = []) => rows.map(({ id }) => id);
const thanks = (...to: string[]) => ({ to, occasion: 'thanks' as const, text: 'You held the ladder.' });
const wall = async (here: Here, viewer?: string) =>
  (await here.read({ kind: 'wall', ...(viewer && { viewer }) })).letters;
const inbox = (here: Here, viewer: string) => here.read({ kind: 'inbox', viewer });
const introductions = async (here: Here, viewer: string) =>
  (await here.read({ kind: 'introductions', viewer })).introductions;
const suggested = async (here: Here, viewer: string) =>
  (await here.read({ kind: 'suggestions', viewer })).suggestions.map(({ member }) => member.id).sort();
const member = async (here: Here, id: string, viewer?: string) =>
  (await here.read({ kind: 'member', id, ...(viewer && { viewer }) })).member;
const purpose = async (here: Here, viewer?: string) =>
  (await here.read({ kind: 'purpose', ...(viewer && { viewer }) })).purpose;

/** The members an act tells something; `undefined` where it tells everyone. */
function audienceOf({ name, detail, actor }: Intent, { commons }: Here): string[] | undefined {
  const me = actor && 'member' in actor ? actor.member : '';
  const archive = commons.archive();
  const letter = (id: string) => archive.recognitions?.find((each) => each.id === id);
  const holds = (id: string, role: string) =>
    archive.members?.find((each) => each.id === id)?.roles?.some((held) => held.role === role && held.accepted);
  if (name === 'pass-intro' || name === 'report' || name === 'met') return [me];
  if (name === 'record') {
    const { visibility = 'nobody' } = archive.progress?.find(({ member }) => member === me) ?? {};
    return visibility === 'nobody' ? [me] : undefined;
  }
  // Who asks back says yes.
  if (name === 'ask-intro') return [me, detail.with];
  if (name === 'introduce') return [...detail.people];
  if (name === 'answer-intro') {
    const introduction = archive.introductions?.find(({ id }) => id === detail.introduction);
    return detail.on ? introduction?.people : [me];
  }
  if (name === 'recognize') return detail.to.length ? [me, ...detail.to] : undefined;
  if (name === 'consent') {
    const before = letter(detail.recognition)?.consents?.find((row) => row.member === me)?.as ?? 'hidden';
    return before === 'hidden' && detail.as === 'hidden' ? [me] : undefined;
  }
  if (name === 'affirm-role') return holds(detail.member, detail.role) ? undefined : [detail.member];
  if (name === 'accept-role') return detail.on || holds(me, detail.role) ? undefined : [me];
  return undefined;
}

/** Of a member who learns nothing of a private act, what they read before it and after. */
interface Check {
  reader: string;
  before: Promise<string[]>;
  after: Promise<string[]>;
}

describe('what is whose', () => {
  it('stays theirs: of a private act nobody learns but those it is to, in any history', async () => {
    let checked = 0;
    const everyone = fc.asyncProperty(history, async (steps) => {
      const here = living();
      const checks: Check[] = [];
      let left = steps.length;
      const { take } = here.commons;
      here.commons.take = (intent) => {
        const audience = left < 12 ? audienceOf(intent, here) : undefined;
        const others = audience ? ['', ...people].filter((one) => !audience.includes(one)) : [];
        const seen = others.map((reader) => ({ reader, before: here.all(reader) }));
        const receipt = take(intent);
        for (const each of seen) checks.push({ ...each, after: here.all(each.reader) });
        return receipt;
      };
      const wish = (...[by, name, detail]: Parameters<typeof here.wish>) => {
        left--;
        const { key, refused } = here.wish(by, name, detail);
        return refused ? undefined : key;
      };
      live(steps, wish, here.wait);
      for (const { reader, before, after } of checks) expect(await after, reader || 'a visitor').toEqual(await before);
      checked += checks.length;
    });
    await fc.assert(everyone, { numRuns: 150, seed: 5 });
    expect(checked).toBeGreaterThan(1000);
  }, 120_000);

  it('is shown to nobody who is not known here', async () => {
    const here = living();
    here.wish('bo', 'recognize', thanks('ada'));
    here.wish('ada', 'ask-intro', { with: 'bo', reasons: [] });
    expect(await here.all('nobody')).toEqual((await here.all()).map((said) => said));
  });

  describe('of the purpose', () => {
    it('is whether one is counted in, and the wording one’s name stands on', async () => {
      const here = living();
      expect((await purpose(here))?.mine).toBeUndefined();
      expect((await purpose(here, 'ada'))?.mine).toEqual({ withUs: false });
      here.wish('ada', 'with-us', { on: true });
      here.wish('ada', 'pledge', { on: true, purposeVersion: 3 });
      expect(await purpose(here, 'ada')).toMatchObject({
        mine: { withUs: true, pledged: 3 },
        counts: { withUs: 1, pledged: 1 },
      });
      expect((await purpose(here, 'bo'))?.mine).toEqual({ withUs: false });
    });

    it('is for a device that it was counted in, and nothing else', async () => {
      const here = living();
      here.send({ guest: 'a1b2' }, 'with-us', { on: true });
      expect((await purpose(here, 'guest a1b2'))?.mine).toEqual({ withUs: true });
      expect((await purpose(here, 'guest c3d4'))?.mine).toEqual({ withUs: false });
      const [, mine = '', ...others] = await here.all('guest a1b2');
      const [, theirs = '', ...rest] = await here.all();
      expect(others).toEqual(rest);
      expect(mine.replace(',"mine":{"withUs":true}', '')).toBe(theirs);
    });

    it('is a name that the document names already, which counts once', async () => {
      const here = living({
        ...village(),
        archive: false,
        purpose: { statement: 'S', version: 2, by: ['ada'], counts: { pledged: 87, withUs: 412 } },
      });
      expect((await purpose(here, 'ada'))?.mine).toEqual({ withUs: false, pledged: 2 });
      here.wish('ada', 'pledge', { on: true, purposeVersion: 2 });
      expect((await purpose(here))?.counts).toEqual({ pledged: 87, withUs: 412 });
      here.wish('ada', 'pledge', { on: false, purposeVersion: 2 });
      expect(await purpose(here, 'ada')).toMatchObject({
        counts: { pledged: 86, withUs: 411 },
        mine: { withUs: false },
        by: [],
      });
    });

    it('stands where it stood when it is put there again', async () => {
      const here = living();
      here.wish('ada', 'pledge', { on: true, purposeVersion: 3 });
      here.wish('bo', 'pledge', { on: true, purposeVersion: 3 });
      const before = await purpose(here);
      here.wish('ada', 'pledge', { on: true, purposeVersion: 3 });
      expect(before?.by).toEqual(['ada', 'bo']);
      expect(await purpose(here)).toEqual(before);
    });

    it('is the line one backs', async () => {
      const here = living();
      const { key } = here.wish('ada', 'pledge', { on: true, purposeVersion: 3, line: 'Somebody mended my kettle.' });
      here.wish('bo', 'back', { subject: { kind: 'line', id: key }, on: true });
      expect((await purpose(here, 'bo'))?.lines?.[0]?.backed).toEqual({ count: 1, by: ['bo'], mine: true });
      expect((await purpose(here, 'cy'))?.lines?.[0]?.backed).toEqual({ count: 1, by: ['bo'] });
    });
  });

  describe('of a letter', () => {
    async function shown(...to: string[]) {
      const here = living();
      const { key } = here.wish('bo', 'recognize', thanks(...to));
      for (const member of to) here.wish(member, 'consent', { recognition: key, as: 'named' });
      return { here, key };
    }

    it('is one’s cheer', async () => {
      const { here, key } = await shown('ada');
      here.wish('cy', 'profile', { patch: { visibility: 'nobody' } });
      here.wish('cy', 'cheer', { recognition: key, on: true });
      expect((await wall(here, 'cy'))[0]?.cheers).toEqual({ count: 1, by: ['cy'], mine: true });
      expect((await wall(here, 'dee'))[0]?.cheers).toEqual({ count: 1, by: [] });
    });

    it('is one’s own answer and nobody else’s', async () => {
      const { here, key } = await shown('ada', 'cy');
      here.wish('cy', 'consent', { recognition: key, as: 'unnamed' });
      expect((await wall(here, 'cy'))[0]).toMatchObject({
        to: ['ada'],
        unnamed: 1,
        consents: [{ member: 'cy', as: 'unnamed' }],
      });
      expect((await wall(here, 'ada'))[0]?.consents).toMatchObject([{ member: 'ada' }]);
      for (const viewer of ['bo', 'dee', '']) expect((await wall(here, viewer))[0]).not.toHaveProperty('consents');
    });

    it('is that one reported it: it is left out of one’s own wall', async () => {
      const { here, key } = await shown('ada');
      here.wish('cy', 'report', { recognition: key, reason: 'It names my street.' });
      expect(await here.read({ kind: 'wall', viewer: 'cy' })).toMatchObject({ letters: [], total: 0 });
      expect(ids(await wall(here, 'ada'))).toEqual([key]);
    });

    it('that waits names whom something else names, and nobody else', async () => {
      const { here, key } = await shown('ada');
      for (const one of ['cy', 'dee']) {
        here.wish(one, 'profile', { patch: { visibility: 'nobody' } });
        here.wish(one, 'cheer', { recognition: key, on: true });
      }
      here.wish('dee', 'recognize', { to: [], occasion: 'story', text: 'I mended a kettle.' });
      here.wish('ada', 'consent', { recognition: key, as: 'hidden' });
      const cheers = { count: 2, by: ['dee'] };
      expect((await inbox(here, 'ada')).letters).toMatchObject([{ cheers }]);
      expect((await inbox(here, 'bo')).written).toMatchObject([{ cheers }]);
    });

    it('that waits again says nothing of who thanked for it and took their yes back', async () => {
      const { here, key } = await shown('ada');
      here.wish('ada', 'thank', { recognition: key, text: 'And you the lamp.' });
      expect(await wall(here)).toMatchObject([{ replies: [{ member: 'ada' }] }]);
      here.wish('ada', 'consent', { recognition: key, as: 'hidden' });
      const letter = (await inbox(here, 'bo')).written?.[0];
      expect(letter).toMatchObject({ id: key, state: 'asked' });
      expect(letter).not.toHaveProperty('replies');
      expect((await inbox(here, 'ada')).letters).toMatchObject([{ replies: [{ member: 'ada' }] }]);
    });

    it('is its writer’s alone until somebody looked at it', async () => {
      const letter = { id: 'r1', from: 'bo', occasion: 'thanks', text: 'You held it.', state: 'review' };
      const story = { ...letter, id: 'r2', to: [], occasion: 'story' };
      const recognitions = [{ ...letter, to: ['ada'] }, story];
      const here = living(village({ recognitions }));
      expect(await inbox(here, 'bo')).toMatchObject({
        letters: [],
        written: [
          { id: 'r1', to: ['ada'], state: 'review' },
          { id: 'r2', to: [], state: 'review' },
        ],
      });
      for (const viewer of ['ada', 'cy', ''])
        expect(await inbox(here, viewer)).toMatchObject({ letters: [], written: [] });
    });

    it('waits for those it is to, as it would stand with their name', async () => {
      const here = living();
      const { key } = here.wish('bo', 'recognize', thanks('ada', 'cy'));
      here.wish('cy', 'consent', { recognition: key, as: 'hidden' });
      const waiting = { id: key, from: 'bo', text: 'You held the ladder.', to: ['ada'], unnamed: 1, state: 'asked' };
      const { letters, people: named } = await inbox(here, 'ada');
      expect(letters).toMatchObject([waiting]);
      expect(letters[0]).not.toHaveProperty('consents');
      expect(ids(named).sort()).toEqual(['ada', 'bo']);
      expect((await inbox(here, 'cy')).letters).toMatchObject([
        { to: ['cy'], unnamed: 1, state: 'hidden', consents: [{ member: 'cy', as: 'hidden' }] },
      ]);
      here.wish('ada', 'consent', { recognition: key, as: 'named' });
      expect((await inbox(here, 'ada')).letters).toEqual([]);
      expect((await inbox(here, 'cy')).letters).toMatchObject([{ to: ['ada', 'cy'], state: 'hidden' }]);
    });

    it('waits with who wrote it until somebody says yes, a no and no answer alike', async () => {
      const [silent, declined] = await Promise.all(
        [false, true].map(async (declines) => {
          const here = living();
          const { key } = here.wish('bo', 'recognize', thanks('ada', 'cy'));
          if (declines) here.wish('ada', 'consent', { recognition: key, as: 'hidden' });
          if (declines) here.wish('cy', 'consent', { recognition: key, as: 'hidden' });
          expect((await inbox(here, 'bo')).written).toMatchObject([{ id: key, to: ['ada', 'cy'], state: 'asked' }]);
          return (await here.all('bo')).join().replaceAll(key, 'key');
        }),
      );
      expect(declined).toBe(silent);
      const { here } = await shown('ada');
      expect((await inbox(here, 'bo')).written).toEqual([]);
    });
  });

  describe('of a member', () => {
    const word = { member: 'ada', role: 'connector', on: true, because: 'She knows who has a van.' };

    it('is what they are thought of for, and by whom, until they say no', async () => {
      const here = living();
      here.wish('bo', 'profile', { patch: { visibility: 'nobody' } });
      here.wish('bo', 'affirm-role', word);
      expect((await member(here, 'ada', 'ada'))?.roles).toMatchObject([
        { role: 'connector', affirmed: { count: 1, by: [{ member: 'bo', because: word.because }] } },
      ]);
      expect(ids((await here.read({ kind: 'member', id: 'ada', viewer: 'ada' })).people)).toEqual(['bo']);
      expect((await member(here, 'ada', 'bo'))?.roles).toBeUndefined();
      here.wish('ada', 'accept-role', { role: 'connector', on: false });
      expect((await member(here, 'ada', 'ada'))?.roles).toEqual([]);
    });

    it('makes nobody a holder who has not said yes, for whoever asks', async () => {
      const here = living();
      here.wish('bo', 'affirm-role', word);
      const holders = async (viewer?: string) => {
        const { members, total } = await here.read({ kind: 'members', role: 'connector', ...(viewer && { viewer }) });
        return [ids(members), total];
      };
      for (const viewer of ['ada', 'bo', undefined]) expect(await holders(viewer), viewer).toEqual([[], 0]);
      here.wish('ada', 'accept-role', { role: 'connector', on: true });
      for (const viewer of ['ada', 'bo', undefined]) expect(await holders(viewer), viewer).toEqual([['ada'], 1]);
      here.wish('ada', 'accept-role', { role: 'connector', on: false });
      for (const viewer of ['ada', 'bo', undefined]) expect(await holders(viewer), viewer).toEqual([[], 0]);
    });

    it('is a role that a public document gives them, which counts as their yes', async () => {
      const open = { ...village(), archive: false };
      const here = living({
        ...open,
        members: open.members?.map((each) => ({ ...each, roles: [{ role: 'connector' }] })) ?? [],
      });
      for (const viewer of ['ada', undefined])
        expect((await here.read({ kind: 'members', role: 'connector', ...(viewer && { viewer }) })).total).toBe(4);
    });

    it('is the word they gave for another', async () => {
      const here = living();
      here.wish('bo', 'affirm-role', word);
      here.wish('ada', 'accept-role', { role: 'connector', on: true });
      const affirmed = async (viewer: string) => (await member(here, 'ada', viewer))?.roles?.[0]?.affirmed;
      expect(await affirmed('bo')).toMatchObject({ count: 1, mine: true });
      expect(await affirmed('cy')).not.toHaveProperty('mine');
    });

    it('is all they say of themselves, also where they show it to nobody, or to members only', async () => {
      const here = living();
      const seenBy = async (viewer?: string) => (await member(here, 'ada', viewer))?.visibility;
      here.wish('ada', 'profile', { patch: { visibility: 'members', story: 'I came for a drill.' } });
      expect([await seenBy('ada'), await seenBy('bo'), await seenBy(), await seenBy('guest a1b2')]).toEqual([
        'members',
        'members',
        undefined,
        undefined,
      ]);
      here.wish('ada', 'profile', { patch: { visibility: 'nobody' } });
      expect([await seenBy('ada'), await seenBy('bo'), await seenBy()]).toEqual(['nobody', undefined, undefined]);
      expect((await member(here, 'ada', 'ada'))?.story).toBe('I came for a drill.');
      for (const viewer of ['ada', 'bo', ''])
        expect((await here.read({ kind: 'purpose', viewer })).members, viewer).toBe(3);
    });

    it('holds nothing that was only written down for the rules', async () => {
      const here = living();
      here.wish('ada', 'pass-intro', { with: 'bo' });
      here.wish('ada', 'ask-intro', { with: 'cy', reasons: [] });
      expect(await member(here, 'ada', 'ada')).toEqual(await member(living(), 'ada', 'ada'));
    });
  });

  it('is their own way up a ladder, until they open it', async () => {
    const here = living();
    here.wish('ada', 'record', { ladder: 'pull-up', measure: 'reps', value: 3 });
    const climbers = async (viewer?: string) =>
      (await here.read({ kind: 'ladder', ...(viewer && { viewer }) })).progress.map((row) => row.member);
    expect([await climbers('ada'), await climbers('bo'), await climbers()]).toEqual([['ada'], [], []]);
    const shown = async (viewer?: string) =>
      (await here.read({ kind: 'ladder', ...(viewer && { viewer }) })).progress.map(({ visibility }) => visibility);
    const show = (visibility: Audience) =>
      here.wish('ada', 'profile', { patch: { progress: { ladder: 'pull-up', visibility } } });
    expect(await shown('ada'), 'it is said to them that nobody else sees it').toEqual(['nobody']);
    show('members');
    expect([await shown('ada'), await shown('bo'), await shown()]).toEqual([['members'], ['members'], []]);
    show('nobody');
    expect([await climbers('ada'), await climbers('bo'), await climbers()]).toEqual([['ada'], [], []]);
    show('everyone');
    expect([await shown('bo'), await shown()]).toEqual([['everyone'], ['everyone']]);
    here.wish('bo', 'cheer', { member: 'ada', ladder: 'pull-up', rung: 'first', on: true });
    const cheers = async (viewer: string) => (await here.read({ kind: 'ladder', viewer })).progress[0]?.cheers;
    expect(await cheers('bo')).toMatchObject([{ rung: 'first', count: 1, mine: true }]);
    expect((await cheers('cy'))?.[0]).not.toHaveProperty('mine');
  });
});

it('says to somebody that nobody sees their way up a ladder where an archive does not say who does', async () => {
  const here = living();
  here.commons.change((archive) => ({ ...archive, progress: [{ member: 'ada', ladder: 'pull-up' }] }));
  const rows = async (viewer: string) => (await here.read({ kind: 'ladder', viewer })).progress;
  expect(await rows('ada')).toMatchObject([{ member: 'ada', visibility: 'nobody' }]);
  expect(await rows('bo')).toEqual([]);
});

describe('a letter that waits', () => {
  it('names who cheered it and is named on the wall, as the letter did while it stood there', async () => {
    const here = living();
    here.wish('ada', 'recognize', { to: [], occasion: 'story', text: 'A lamp.' });
    here.wish('ada', 'profile', { patch: { visibility: 'nobody' } });
    const { key } = here.wish('cy', 'recognize', { to: ['dee'], occasion: 'thanks', text: 'You held it.' });
    here.wish('dee', 'consent', { recognition: key, as: 'named' });
    here.wish('ada', 'cheer', { recognition: key, on: true });
    here.wish('dee', 'consent', { recognition: key, as: 'hidden' });
    const { written } = await here.read({ kind: 'inbox', viewer: 'cy' });
    expect(written?.map(({ cheers }) => cheers)).toMatchObject([{ count: 1, by: ['ada'] }]);
  });
});

describe('introductions', () => {
  const ask = (here: Here, by: string, other: string) =>
    here.wish(by, 'ask-intro', { with: other, reasons: [], text: 'About the lathe.' }).key;

  it('are their people’s', async () => {
    const here = living();
    const id = ask(here, 'ada', 'bo');
    for (const viewer of ['ada', 'bo'])
      expect(await introductions(here, viewer)).toMatchObject([{ id, by: 'ada', text: 'About the lathe.' }]);
    expect(await introductions(here, 'cy')).toEqual([]);
    expect((await here.read({ kind: 'introductions' })).introductions).toEqual([]);
  });

  it('tell the name of who asks, whom nobody else sees', async () => {
    const here = living();
    here.wish('ada', 'profile', { patch: { visibility: 'nobody', story: 'I came for a drill.' } });
    ask(here, 'ada', 'bo');
    const { people: named } = await here.read({ kind: 'introductions', viewer: 'bo' });
    expect(named.find(({ id }) => id === 'ada')).toEqual({ id: 'ada', name: 'ada name' });
  });

  it('look to who asked, on every day, the same declined as unanswered', async () => {
    const [silent, declined] = await Promise.all(
      [false, true].map(async (declines) => {
        const here = living();
        const id = ask(here, 'ada', 'bo');
        if (declines) here.wish('bo', 'answer-intro', { introduction: id, on: false });
        const days: string[] = [];
        for (const wait of [0, 13, 1, 14, 160]) {
          here.wait(wait);
          for (const viewer of ['ada', 'cy', '']) days.push(...(await here.all(viewer)));
        }
        return days.join().replaceAll(id, 'id');
      }),
    );
    expect(declined).toBe(silent);
    expect(declined).toContain('"state":"expired"');
  });

  it('are gone for who said no, also where a third brought the two together, and stay for the other', async () => {
    const here = living();
    const asked = ask(here, 'ada', 'bo');
    here.wish('bo', 'answer-intro', { introduction: asked, on: false });
    expect(await introductions(here, 'bo')).toEqual([]);
    const { key } = here.wish('dee', 'introduce', { people: ['bo', 'cy'], text: 'You both sew.' });
    const unanswered = await introductions(here, 'cy');
    here.wish('bo', 'answer-intro', { introduction: key, on: false });
    expect(await introductions(here, 'bo')).toEqual([]);
    expect(await introductions(here, 'cy')).toEqual(unanswered);
    here.wait(20);
    expect(await introductions(here, 'bo')).toEqual([]);
    expect(await introductions(here, 'cy')).toMatchObject([{ id: key, state: 'expired' }]);
  });

  it('say of answers one’s own', async () => {
    const here = living();
    const { key } = here.wish('dee', 'introduce', { people: ['bo', 'cy'], text: 'You both sew.' });
    here.wish('bo', 'answer-intro', { introduction: key, on: true });
    expect(await introductions(here, 'bo')).toMatchObject([{ state: 'asked', answers: [{ member: 'bo', on: true }] }]);
    expect((await introductions(here, 'cy'))[0]).not.toHaveProperty('answers');
    here.wish('cy', 'answer-intro', { introduction: key, on: true });
    here.wish('cy', 'met', { introduction: key, on: true });
    expect((await introductions(here, 'bo'))[0]).toMatchObject({ state: 'met', answers: [{ member: 'bo' }] });
    expect((await introductions(here, 'bo'))[0]).not.toHaveProperty('meetings');
    expect((await introductions(here, 'cy'))[0]).toMatchObject({ meetings: [{ member: 'cy', on: true }] });
  });

  it('tell how to reach each other once both said yes, and before that nothing', async () => {
    const here = living(
      village({
        members: village().members?.map((one) => ({ ...one, contact: `${one.id}@SECRET` }) as Member) ?? [],
      }),
    );
    const secrets = async (viewer: string) => {
      const said = [...new Set((await here.all(viewer)).join().match(/\w+@SECRET/g))];
      return said.filter((one) => one !== `${viewer}@SECRET`);
    };
    const id = ask(here, 'ada', 'bo');
    for (const viewer of ['', ...people]) expect(await secrets(viewer)).toEqual([]);
    here.wish('bo', 'answer-intro', { introduction: id, on: true });
    expect([await secrets('ada'), await secrets('bo'), await secrets('cy'), await secrets('')]).toEqual([
      ['bo@SECRET'],
      ['ada@SECRET'],
      [],
      [],
    ]);
  });

  it('are not suggested to who passed, until they said, and to the other all the same', async () => {
    const here = living();
    const others = await suggested(here, 'bo');
    here.wish('ada', 'pass-intro', { with: 'bo', until: '2026-12-01T00:00:00Z' });
    expect(await suggested(here, 'ada')).toEqual(['cy', 'dee']);
    expect((await here.read({ kind: 'suggestions', viewer: 'ada', with: 'bo' })).suggestions).toEqual([]);
    expect(await suggested(here, 'bo')).toEqual(others);
    here.wait(31);
    expect(await suggested(here, 'ada')).toEqual(['bo', 'cy', 'dee']);
  });

  it('keep off those who have many, whether or not these were declined', async () => {
    for (const [busy, other] of [
      ['bo', 'cy'],
      ['cy', 'bo'],
    ] as const) {
      const here = living();
      const order = async () =>
        (await here.read({ kind: 'suggestions', viewer: 'ada' })).suggestions.map((row) => row.member.id);
      const { key } = here.wish(other, 'introduce', { people: [busy, 'dee'], text: 'You both sew.' });
      expect(await order()).toEqual([other, busy, 'dee']);
      for (const member of [busy, 'dee']) here.wish(member, 'answer-intro', { introduction: key, on: false });
      expect(await order()).toEqual([other, busy, 'dee']);
    }
  });

  it('of a document that met cannot be declined any more, and can be said to have come to something', () => {
    const introduction = { id: 'i1', people: ['ada', 'bo'], by: 'ada', state: 'met', at: '2026-10-01' };
    const here = living(village({ introductions: [introduction] }));
    expect(here.wish('bo', 'answer-intro', { introduction: 'i1', on: false }).refused).toBe('gone');
    expect(here.wish('bo', 'met', { introduction: 'i1', on: true }).refused).toBeUndefined();
  });
});

describe('who is active', () => {
  const active = async (here: Here, viewer?: string) => (await purpose(here, viewer))?.counts?.active;
  const letterOf = (at: string): Recognition => ({ id: at, from: 'ada', text: 'A story.', state: 'shown', at });

  it('is who did something that everyone can see within ninety days, each once', async () => {
    const here = living(village({ recognitions: [letterOf('2026-10-30'), letterOf('2026-10-31')] }));
    expect(await active(here)).toBe(1);
    here.wish('bo', 'with-us', { on: true });
    here.wish('bo', 'pledge', { on: true, purposeVersion: 3 });
    here.send({ guest: 'a1b2' }, 'with-us', { on: true });
    expect([await active(here), await active(here, 'ada')]).toEqual([2, 2]);
    here.wait(89);
    expect(await active(here)).toBe(1);
    here.wait(2);
    expect(await active(here)).toBe(0);
  });

  it('is what a public document says, or more where more is seen', async () => {
    const of = (counts: object): CommunityDocument => ({
      ...village(),
      archive: false,
      purpose: { statement: 'S', version: 3, counts },
    });
    const here = living(of({ active: 1 }));
    expect(await active(here)).toBe(1);
    here.wish('bo', 'with-us', { on: true });
    here.wish('cy', 'with-us', { on: true });
    expect(await active(here)).toBe(2);
    const silent = living(of({}));
    silent.wish('bo', 'with-us', { on: true });
    expect(await active(silent)).toBeUndefined();
  });
});
