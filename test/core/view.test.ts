import { describe, expect, it } from 'vitest';
import type { Answer, Purpose, Recognition } from '@kith/core';
import { newKey, type Detail, type Intent, type IntentName } from '../../packages/core/src/rules/index.js';
import type { Waiting } from '../../packages/core/src/outbox/outbox.js';
import { viewWith } from '../../packages/core/src/view/view.js';

const wish = <N extends IntentName>(name: N, detail: Detail<N>, more: Partial<Waiting> = {}): Waiting => ({
  intent: {
    key: newKey(),
    name,
    detail,
    actor: { member: 'ada' },
    community: '',
    at: '2026-11-01T10:00:00Z',
  } as Intent,
  kept: true,
  ...more,
});
const cheer = (recognition: string, on = true, more: Partial<Waiting> = {}) => wish('cheer', { recognition, on }, more);

const letter = (id: string, more: Partial<Recognition> = {}): Recognition => ({
  id,
  occasion: 'thanks',
  from: 'bo',
  to: ['cy'],
  text: 'You held it.',
  state: 'shown',
  ...more,
});
/** The letters as Ada sees them with these wishes, each read at this revision. */
const letters = (wishes: Waiting[], shown: Recognition[], revisions: Record<string, number> = {}) =>
  viewWith(wishes, 'ada').letters(shown, (id) => revisions[id] ?? 1);

const purpose = (own: Partial<Purpose>, revision = 1): Answer<{ kind: 'purpose' }> => ({
  purpose: { statement: 'Everyone can fix something', version: 2, ...own },
  community: undefined,
  members: 9,
  people: [],
  revision,
});
/** The purpose as Ada sees it with these wishes. */
const stands = (wishes: Waiting[], own: Partial<Purpose> = {}) =>
  viewWith(wishes, 'ada').answer({ kind: 'purpose' }, purpose(own)).purpose;

describe('a wish over what is read', () => {
  it('shows, with whoever counts unnamed', () => {
    const [seen] = letters([cheer('r1')], [letter('r1', { cheers: { count: 7, by: ['dee'] } })]);
    expect(seen?.cheers).toEqual({ count: 8, by: ['dee', 'ada'], mine: true });
  });

  it('leaves everything it is not about the same object', () => {
    const shown = [letter('r1'), letter('r2')];
    const seen = letters([cheer('r1')], shown);
    expect(seen[1]).toBe(shown[1]);
    expect(letters([cheer('r9')], shown)).toBe(shown);
    const answer = purpose({});
    expect(viewWith([cheer('r1')], 'ada').answer({ kind: 'purpose' }, answer)).toBe(answer);
  });

  it('that was refused is left out', () => {
    const shown = [letter('r1')];
    expect(letters([cheer('r1', true, { refusal: { reason: 'gone' } })], shown)).toBe(shown);
  });

  it('stays until what is read has caught up with its receipt, letter by letter', () => {
    const wishes = [cheer('r1', true, { receipt: { revision: 5 } }), cheer('r2', true, { receipt: { revision: 5 } })];
    const shown = [letter('r1'), letter('r2')];
    const seen = letters(wishes, shown, { r1: 4, r2: 5 });
    expect(seen[0]?.cheers?.count).toBe(1);
    expect(seen[1]).toBe(shown[1]);
  });

  it('leaves an answer that has caught up the same object', () => {
    const wishes = [wish('with-us', { on: true }, { receipt: { revision: 3 } })];
    const [old, caughtUp] = [purpose({}, 2), purpose({ mine: { withUs: true } }, 3)];
    expect(viewWith(wishes, 'ada').answer({ kind: 'purpose' }, old).purpose?.mine?.withUs).toBe(true);
    expect(viewWith(wishes, 'ada').answer({ kind: 'purpose' }, caughtUp)).toBe(caughtUp);
  });

  it('that what is read has already counts once', () => {
    const had = letter('r1', { cheers: { count: 8, by: ['dee'], mine: true } });
    expect(letters([cheer('r1')], [had])[0]?.cheers).toMatchObject({ count: 8, mine: true });
    expect(letters([cheer('r1', false)], [had])[0]?.cheers).toEqual({ count: 7, by: ['dee'], mine: false });
  });

  it('over a letter that is not here makes no half letter', () => {
    const shown = [letter('r1')];
    for (const each of [
      cheer('r9'),
      wish('thank', { recognition: 'r9', text: 'Gladly.' }),
      wish('consent', { recognition: 'r9', as: 'named' }),
      wish('report', { recognition: 'r9', reason: 'It names my street.' }),
      wish('keep', { recognition: 'r9', on: true }),
      wish('answer', { ask: 'r9', text: 'I have one.' }),
    ])
      expect(letters([each], shown)).toBe(shown);
  });

  it('is let be where what a rule looks at is not known', () => {
    const asked = wish('claim-role', { role: 'nobody-knows', on: true, aspires: 'I know who has a van.' });
    const answer = { member: { id: 'ada', name: 'Ada' }, people: [], revision: 1 };
    const { member } = viewWith([asked], 'ada').answer({ kind: 'member', id: 'ada' }, answer);
    expect(member?.roles?.[0]).toMatchObject({ role: 'nobody-knows', accepted: true });
  });

  it('is left out where it is known that it cannot be', () => {
    const shown = [letter('r1', { from: 'ada' })];
    expect(letters([cheer('r1')], shown)).toBe(shown);
  });

  it('comes after the one before it', () => {
    const on = cheer('r1');
    expect(letters([on, cheer('r1', false)], [letter('r1')])[0]?.cheers).toMatchObject({ count: 0, mine: false });
    expect(letters([on, cheer('r1', false), cheer('r1')], [letter('r1')])[0]?.cheers).toMatchObject({ count: 1 });
  });

  it('of another is not shown as one’s own', () => {
    const [seen] = viewWith([cheer('r1')], 'bo').letters([letter('r1', { from: 'dee' })], () => 1);
    expect(seen?.cheers?.mine).toBeUndefined();
  });
});

describe('a letter', () => {
  it('that is taken back, or reported, is gone', () => {
    const mine = letter('r1', { from: 'ada' });
    expect(letters([wish('retract', { recognition: 'r1' })], [mine, letter('r2')]).map(({ id }) => id)).toEqual(['r2']);
    expect(letters([wish('report', { recognition: 'r1', reason: 'No.' })], [letter('r1')])).toEqual([]);
  });

  it('that is reported waits for its reader no more, nor with them', () => {
    const report = wish('report', { recognition: 'r1', reason: 'It names my street.' });
    for (const inbox of [
      { letters: [letter('r1', { to: ['ada'], state: 'asked' })], written: [] },
      { letters: [], written: [letter('r1', { from: 'ada', state: 'asked' })] },
    ]) {
      const seen = viewWith([report], 'ada').answer({ kind: 'inbox' }, { ...inbox, people: [], revision: 1 });
      expect([seen.letters, seen.written]).toEqual([[], []]);
    }
  });

  it.each([
    ['unnamed', ['cy'], 3],
    ['hidden', ['cy'], 3],
    ['named', ['ada', 'cy'], 2],
  ])('that named its reader, once they answer %s', (as, to, unnamed) => {
    const shown = letter('r1', { to: ['ada', 'cy'], unnamed: 2 });
    const [seen] = letters([wish('consent', { recognition: 'r1', as: as as 'named' })], [shown]);
    expect([seen?.to, seen?.unnamed]).toEqual([to, unnamed]);
  });

  it('that nobody else stands behind is gone when its reader keeps it to themselves', () => {
    expect(letters([wish('consent', { recognition: 'r1', as: 'hidden' })], [letter('r1', { to: ['ada'] })])).toEqual(
      [],
    );
  });
});

describe('a purpose', () => {
  const withUs = (on = true) => wish('with-us', { on });
  const pledge = (on = true) => wish('pledge', { on, purposeVersion: 2 });
  const counts = { withUs: 40, pledged: 12 };

  it('counts whoever is counted in and puts their name to it once, in either order', () => {
    for (const both of [
      [withUs(), pledge()],
      [pledge(), withUs()],
      [withUs(), pledge(), withUs()],
    ])
      expect(stands(both, { counts })?.counts).toEqual({ withUs: 41, pledged: 13 });
    expect(stands([withUs(), pledge(), pledge(false)], { counts })?.counts).toEqual({ withUs: 41, pledged: 12 });
    expect(stands([withUs(), pledge(), pledge(false), withUs(false)], { counts })?.counts).toEqual(counts);
  });

  it('is never off by one when what is read has a wish before its receipt is here', () => {
    const caughtUp = { counts: { withUs: 41, pledged: 13 }, by: ['ada'], mine: { withUs: true, pledged: 2 } };
    expect(stands([withUs(), pledge()], caughtUp)?.counts).toEqual(caughtUp.counts);
    expect(stands([withUs(), pledge()], caughtUp)?.by).toEqual(['ada']);
  });

  it('moves a name from an earlier wording without counting it in twice', () => {
    expect(stands([pledge()], { counts, mine: { pledged: 1 } })?.counts).toEqual({ withUs: 40, pledged: 13 });
  });

  it('is refused a name for a wording it does not have any more', () => {
    expect(stands([wish('pledge', { on: true, purposeVersion: 1 })], { counts })?.counts).toEqual(counts);
  });

  it('shows a line once, with whom it is of, and takes it away with the name', () => {
    const line = wish('pledge', { on: true, purposeVersion: 2, line: 'My kettle.' });
    expect(stands([pledge(), line])?.lines).toMatchObject([{ id: line.intent.key, member: 'ada', text: 'My kettle.' }]);
    expect(stands([pledge(), line, pledge(false)])?.lines ?? []).toEqual([]);
  });
});

describe('a member', () => {
  const seen = (wishes: Waiting[], id: string, roles: object[] = []) =>
    viewWith(wishes, 'ada').answer(
      { kind: 'member', id },
      { member: { id, name: id, roles } as never, people: [], revision: 1 },
    ).member?.roles;

  it('who is thought of for a role does not show it to who thinks so until they say yes', () => {
    expect(seen([wish('affirm-role', { member: 'bo', role: 'connector', on: true })], 'bo')).toEqual([]);
  });

  it('who said no to a role does not show it', () => {
    const held = [{ role: 'connector', accepted: true }];
    expect(seen([wish('accept-role', { role: 'connector', on: false })], 'ada', held)).toEqual([]);
  });

  it('is affirmed once, though peers are only counted', () => {
    const held = [{ role: 'connector', accepted: true, affirmed: { count: 3, mine: true } }];
    const again = wish('affirm-role', { member: 'bo', role: 'connector', on: true });
    expect(seen([again], 'bo', held)?.[0]?.affirmed?.count).toBe(3);
  });
});

describe('a ladder', () => {
  const ladder = { id: 'bar', rungs: [{ id: 'first', name: 'First', can: 'pull up', needs: [{ sponsors: 1 }] }] };
  it('does not show the climb somebody’s word begins: whether that may be seen is theirs to say', () => {
    const sponsor = wish('sponsor', { member: 'bo', ladder: 'bar', rung: 'first', on: true });
    const answer = { ladder: ladder as never, progress: [], people: [], revision: 1 };
    expect(viewWith([sponsor], 'ada').answer({ kind: 'ladder' }, answer).progress).toEqual([]);
  });
});
