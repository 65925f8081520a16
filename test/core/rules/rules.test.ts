import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Audience } from '@kith/core';
import { checked, decide, intentNames, keyOf, newKey, type Intent } from '../../../packages/core/src/rules/index.js';
import { village } from './support.js';

const unasked = (name: string, detail: unknown) =>
  decide(
    new Map(),
    { key: 'k', name, detail, actor: { member: 'ada' }, community: 'village', at: '' } as unknown as Intent,
    { member: 'ada' },
    new Date('2026-11-01T10:00:00Z'),
  );

describe('every wish', () => {
  it.each(intentNames)('%s is refused with what is wrong where it says nothing sensible', (name) => {
    for (const nonsense of [undefined, null, 7, [], 'on', {}]) {
      expect(unasked(name, nonsense)).toMatchObject({ reason: 'invalid' });
    }
  });

  it.each(intentNames)('%s takes somebody to wish it', (name) => {
    const detail = fc.sample(fc.constant(sensible[name]), 1)[0];
    const intent = { key: 'k', name, detail, actor: undefined, community: 'village', at: '' } as unknown as Intent;
    expect(decide(new Map(), intent, undefined, new Date())).toEqual({ reason: 'signed-out' });
  });

  it.each(intentNames.filter((name) => name !== 'with-us'))('%s takes more than a guest', (name) => {
    const guest = { guest: 'a1b2' };
    const intent = { key: 'k', name, detail: sensible[name], actor: guest, community: 'village', at: '' };
    expect(decide(new Map(), intent as unknown as Intent, guest, new Date())).toEqual({ reason: 'signed-out' });
  });

  it.each(intentNames)('%s is allowed where nothing is known: the provider will say', (name) => {
    const said = unasked(name, sensible[name]);
    expect(Array.isArray(said) && said.length).toBeGreaterThan(0);
  });

  it('names a field nobody asked for', () => {
    expect(checked('with-us', { on: true, points: 5 })).toEqual({ reason: 'invalid', params: { field: 'points' } });
  });

  it('counts what is too long in graphemes', () => {
    const family = '👨‍👩‍👧‍👦';
    expect(checked('thank', { recognition: 'r1', text: family.repeat(1000) })).toHaveProperty('detail');
    expect(checked('thank', { recognition: 'r1', text: family.repeat(1012) })).toEqual({
      reason: 'too-long',
      params: { field: 'text', n: 12 },
    });
  });

  it('takes no link but a web address', () => {
    const letter = { to: ['bo'], occasion: 'thanks', text: 'You held the ladder.' };
    const evidence = (src: string) => [{ kind: 'link', src }];
    expect(checked('recognize', { ...letter, evidence: evidence('https://example.org/a.jpg') })).toHaveProperty(
      'detail',
    );
    expect(checked('recognize', { ...letter, evidence: evidence('javascript:alert(1)') })).toEqual({
      reason: 'invalid',
      params: { field: 'evidence.0.src' },
    });
  });

  const sensible: Record<string, unknown> = {
    'with-us': { on: true },
    pledge: { on: true, purposeVersion: 3 },
    back: { subject: { kind: 'line', id: 'l1' }, on: true },
    'claim-role': { role: 'connector', on: true },
    'affirm-role': { member: 'bo', role: 'connector', on: true },
    'accept-role': { role: 'connector', on: true },
    recognize: { to: ['bo'], occasion: 'thanks', text: 'You held the ladder.' },
    retract: { recognition: 'r1' },
    cheer: { recognition: 'r1', on: true },
    thank: { recognition: 'r1', text: 'It was a good ladder.' },
    consent: { recognition: 'r1', as: 'named' },
    answer: { ask: 'r1', text: 'I have one.' },
    keep: { recognition: 'r1', on: true },
    report: { recognition: 'r1', reason: 'It names my street.' },
    record: { ladder: 'pull-up', measure: 'reps', value: 1 },
    sponsor: { member: 'bo', ladder: 'pull-up', rung: 'five', on: true },
    'ask-intro': { with: 'bo', reasons: [] },
    introduce: { people: ['bo', 'cy'], text: 'You both sew.' },
    'answer-intro': { introduction: 'i1', on: true },
    'pass-intro': { with: 'bo' },
    met: { introduction: 'i1', on: true },
    profile: { patch: { asks: ['grant writing'] } },
  };
});

describe('newKey', () => {
  // No other test is as late.
  const later = Date.UTC(2126, 10, 1);

  it('is a UUIDv7 that sorts by time', () => {
    const key = newKey(later);
    expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(parseInt(key.replace('-', '').slice(0, 12), 16)).toBe(later);
    expect(newKey(later + 1000) < newKey(later + 2000)).toBe(true);
  });

  it('is greater than every one before it, within a millisecond and when the clock is set back', () => {
    const keys = [...Array.from({ length: 10_000 }, () => newKey(later + 3000)), newKey(5), newKey(later + 9000)];
    expect(keys).toEqual([...new Set(keys)].sort());
  });
});

describe('purpose', () => {
  it('counts a device and a member once each, however often they tap', () => {
    const { rows, wish } = village();
    wish('ada', 'with-us', { on: true });
    wish('ada', 'with-us', { on: true });
    expect(rows.all('with-us')).toHaveLength(1);
    wish('ada', 'with-us', { on: false });
    expect(rows.all('with-us')).toHaveLength(0);
  });

  it('takes a guest for counting in, and nobody’s word for a member', () => {
    const { rows } = village();
    const intent: Intent = {
      key: newKey(),
      name: 'with-us',
      detail: { on: true },
      actor: { member: 'ada' },
      community: 'village',
      at: '',
    };
    const said = decide(new Map(), intent, { guest: 'a1b2' }, new Date());
    rows.apply(Array.isArray(said) ? said : []);
    expect(rows.get(keyOf('with-us', 'guest', 'a1b2'))).toBeDefined();
    expect(rows.get(keyOf('with-us', 'member', 'ada'))).toBeUndefined();
  });

  it('takes a name only for the wording that was read', () => {
    const { rows, wish } = village();
    expect(wish('ada', 'pledge', { on: true, purposeVersion: 2 }).refusal).toEqual({
      reason: 'stale-purpose',
      params: { version: 3 },
    });
    expect(wish('ada', 'pledge', { on: true, purposeVersion: 3 }).refusal).toBeUndefined();
    expect(rows.get(keyOf('pledge', 'ada'))).toMatchObject({ version: 3 });
  });

  it('keeps one line a name: a new one takes its place, and taking the name off takes it too', () => {
    const { rows, wish } = village();
    wish('ada', 'pledge', { on: true, purposeVersion: 3, line: 'Somebody mended my kettle.' });
    wish('ada', 'pledge', { on: true, purposeVersion: 3, line: 'I like the Saturdays.' });
    expect(rows.all('line').map(({ text }) => text)).toEqual(['I like the Saturdays.']);
    wish('ada', 'pledge', { on: true, purposeVersion: 3 });
    expect(rows.all('line')).toHaveLength(1);
    wish('ada', 'pledge', { on: false, purposeVersion: 1 });
    expect([...rows.all('line'), ...rows.all('pledge')]).toEqual([]);
  });

  it('lets others stand behind a line, not its author', () => {
    const { rows, wish } = village();
    const { key } = wish('ada', 'pledge', { on: true, purposeVersion: 3, line: 'I like the Saturdays.' });
    const subject = { kind: 'line' as const, id: key };
    expect(wish('ada', 'back', { subject, on: true }).refusal).toEqual({ reason: 'self' });
    wish('bo', 'back', { subject, on: true });
    wish('bo', 'back', { subject, on: true });
    expect(rows.all('backing')).toHaveLength(1);
    const none = { kind: 'line' as const, id: 'none' };
    expect(wish('bo', 'back', { subject: none, on: true }).refusal).toEqual({ reason: 'gone' });
    expect(wish('bo', 'back', { subject: none, on: false }).refusal).toBeUndefined();
  });

  it('lets others say of an ask that they would too, and of nothing that is not shown or no ask', () => {
    const { rows, wish } = village();
    const ask = wish('ada', 'recognize', { to: [], occasion: 'ask', text: 'Who has a van?' }).key;
    const letter = wish('ada', 'recognize', { to: ['cy'], occasion: 'thanks', text: 'You held the ladder.' }).key;
    const back = (kind: 'ask' | 'idea', id: string) => wish('bo', 'back', { subject: { kind, id }, on: true }).refusal;
    expect([back('ask', ask), back('ask', ask)]).toEqual([undefined, undefined]);
    expect(rows.all('backing')).toHaveLength(1);
    expect(back('idea', ask)).toMatchObject({ reason: 'invalid' });
    expect(back('ask', letter)).toEqual({ reason: 'gone' });
  });
});

describe('roles', () => {
  it('are claimed by oneself and affirmed by others, each once', () => {
    const { rows, wish } = village();
    wish('ada', 'claim-role', { role: 'connector', on: true, aspires: 'I know who has a van.' });
    expect(wish('ada', 'affirm-role', { member: 'ada', role: 'connector', on: true }).refusal).toEqual({
      reason: 'self',
    });
    wish('bo', 'affirm-role', { member: 'ada', role: 'connector', on: true });
    wish('bo', 'affirm-role', { member: 'ada', role: 'connector', on: true, because: 'She found me a van.' });
    expect(rows.all('affirmation')).toMatchObject([{ by: 'bo', because: 'She found me a van.' }]);
    wish('bo', 'affirm-role', { member: 'ada', role: 'connector', on: false });
    expect(rows.all('affirmation')).toEqual([]);
  });

  it('keep the words they were said with when they are said again without any; empty ones take them back', () => {
    const { rows, wish } = village();
    const affirm = (words: object) =>
      wish('bo', 'affirm-role', { member: 'ada', role: 'connector', on: true, ...words });
    const claim = (words: object) => wish('ada', 'claim-role', { role: 'connector', on: true, ...words });
    const words = () => [rows.all('affirmation')[0]?.because, rows.get(keyOf('holding', 'ada', 'connector'))?.aspires];
    for (const said of [{ because: 'She found me a van.' }, {}]) affirm(said);
    for (const said of [{ aspires: 'I know who has a van.' }, {}]) claim(said);
    expect(words()).toEqual(['She found me a van.', 'I know who has a van.']);
    affirm({ because: 'She found two.' });
    claim({ aspires: 'I know who has two.' });
    expect(words()).toEqual(['She found two.', 'I know who has two.']);
    affirm({ because: ' ' });
    claim({ aspires: '' });
    expect(words()).toEqual([undefined, '']);
    affirm({ because: 'She found two.' });
    claim({ aspires: 'I know who has two.' });
    wish('bo', 'affirm-role', { member: 'ada', role: 'connector', on: false });
    wish('ada', 'claim-role', { role: 'connector', on: false });
    affirm({});
    claim({});
    expect(words()).toEqual([undefined, '']);
  });

  it('somebody is thought of for are theirs only once they accept', () => {
    const { rows, wish } = village();
    expect(wish('ada', 'accept-role', { role: 'connector', on: true }).refusal).toEqual({ reason: 'gone' });
    wish('bo', 'affirm-role', { member: 'ada', role: 'connector', on: true });
    expect(rows.get(keyOf('holding', 'ada', 'connector'))).toBeUndefined();
    wish('ada', 'accept-role', { role: 'connector', on: false });
    expect(wish('cy', 'affirm-role', { member: 'ada', role: 'connector', on: true }).refusal).toBeUndefined();
    expect(rows.get(keyOf('holding', 'ada', 'connector'))?.accepted).toBe(false);
    wish('ada', 'accept-role', { role: 'connector', on: true });
    expect(rows.get(keyOf('holding', 'ada', 'connector'))?.accepted).toBe(true);
  });

  it('that are taken back lose their wish', () => {
    const { rows, wish } = village();
    wish('ada', 'claim-role', { role: 'connector', on: true, aspires: 'I know who has a van.' });
    wish('ada', 'claim-role', { role: 'connector', on: false });
    expect(rows.get(keyOf('holding', 'ada', 'connector'))).toMatchObject({ accepted: false });
    expect(rows.get(keyOf('holding', 'ada', 'connector'))).not.toHaveProperty('aspires');
  });

  it('and people nobody knows are refused', () => {
    const { wish } = village();
    expect(wish('ada', 'claim-role', { role: 'wizard', on: true }).refusal).toEqual({ reason: 'unknown' });
    expect(wish('ada', 'affirm-role', { member: 'zed', role: 'connector', on: true }).refusal).toEqual({
      reason: 'unknown',
    });
  });
});

describe('letters', () => {
  const thanks = { to: ['ada', 'cy'], occasion: 'thanks' as const, text: 'You held the ladder.' };

  it('wait for the yes of one they are to', () => {
    const { rows, wish } = village();
    const { key } = wish('bo', 'recognize', thanks);
    const state = () => rows.get(keyOf('recognition', key))?.state;
    expect(state()).toBe('asked');
    wish('ada', 'consent', { recognition: key, as: 'hidden' });
    expect(state()).toBe('asked');
    wish('cy', 'consent', { recognition: key, as: 'hidden' });
    expect(state()).toBe('hidden');
    wish('ada', 'consent', { recognition: key, as: 'unnamed' });
    expect(state()).toBe('shown');
    wish('ada', 'consent', { recognition: key, as: 'hidden' });
    expect(state()).toBe('hidden');
    expect(rows.all('consent')).toHaveLength(2);
  });

  it('are not written to oneself, to nobody or to a stranger', () => {
    const { wish } = village();
    expect(wish('ada', 'recognize', thanks).refusal).toEqual({ reason: 'self' });
    expect(wish('bo', 'recognize', { ...thanks, to: [] }).refusal).toEqual({
      reason: 'invalid',
      params: { field: 'to' },
    });
    expect(wish('bo', 'recognize', { ...thanks, to: ['ada', 'zed'] }).refusal).toEqual({ reason: 'unknown' });
  });

  it('to everybody stand at once: an ask, an idea, a story', () => {
    const { rows, wish } = village();
    const { key } = wish('bo', 'recognize', { to: [], occasion: 'ask', text: 'Who has a van?' });
    expect(rows.get(keyOf('recognition', key))).toMatchObject({ state: 'shown', from: 'bo' });
    wish('ada', 'answer', { ask: key, text: 'I do.' });
    expect(rows.all('answer')).toMatchObject([{ recognition: key, member: 'ada' }]);
    const other = wish('bo', 'recognize', { to: [], occasion: 'idea', text: 'A second van.' });
    expect(wish('ada', 'answer', { ask: other.key, text: 'I do.' }).refusal).toMatchObject({ reason: 'invalid' });
  });

  it('written again with the same key are there once', () => {
    const { rows, wish } = village();
    const key = newKey();
    wish('bo', 'recognize', thanks, key);
    wish('bo', 'recognize', thanks, key);
    expect(rows.all('recognition')).toHaveLength(1);
  });

  it('are answered for by nobody but those they are to', () => {
    const { wish } = village();
    const { key } = wish('bo', 'recognize', thanks);
    expect(wish('dee', 'consent', { recognition: key, as: 'named' }).refusal).toEqual({ reason: 'not-yours' });
    expect(wish('dee', 'thank', { recognition: key, text: 'Gladly.' }).refusal).toEqual({ reason: 'not-yours' });
  });

  it('are thanked for in public only under one’s name', () => {
    const { rows, wish } = village();
    const { key } = wish('bo', 'recognize', thanks);
    wish('ada', 'consent', { recognition: key, as: 'unnamed' });
    expect(wish('ada', 'thank', { recognition: key, text: 'Gladly.' }).refusal).toEqual({ reason: 'not-allowed' });
    wish('ada', 'consent', { recognition: key, as: 'named' });
    expect(wish('ada', 'thank', { recognition: key, text: 'Gladly.' }).refusal).toBeUndefined();
    expect(rows.all('reply')).toHaveLength(1);
  });

  it('are cheered once each, by others, while they are shown', () => {
    const { rows, wish } = village();
    const { key } = wish('bo', 'recognize', { ...thanks, to: ['ada'] });
    const cheer = (member: string, on = true) => wish(member, 'cheer', { recognition: key, on }).refusal;
    expect(cheer('cy')).toEqual({ reason: 'gone' });
    wish('ada', 'consent', { recognition: key, as: 'named' });
    expect([cheer('ada'), cheer('bo')]).toEqual([{ reason: 'self' }, { reason: 'self' }]);
    expect([cheer('cy'), cheer('cy'), cheer('dee')]).toEqual([undefined, undefined, undefined]);
    expect(rows.all('cheer')).toHaveLength(2);
    wish('ada', 'consent', { recognition: key, as: 'hidden' });
    expect(cheer('cy', false)).toBeUndefined();
    expect(rows.all('cheer')).toHaveLength(1);
  });

  it('are taken back by who wrote them, or by a host', () => {
    const { rows, wish } = village();
    const first = wish('bo', 'recognize', thanks).key;
    const second = wish('bo', 'recognize', thanks).key;
    expect(wish('cy', 'retract', { recognition: first }).refusal).toEqual({ reason: 'not-yours' });
    wish('bo', 'retract', { recognition: first });
    wish('dee', 'retract', { recognition: second });
    expect(rows.all('recognition')).toEqual([]);
    expect(wish('bo', 'retract', { recognition: first }).refusal).toEqual({ reason: 'gone' });
  });

  it('that nobody sees are neither answered nor kept', () => {
    const { rows, wish } = village();
    const ask = wish('bo', 'recognize', { to: [], occasion: 'ask', text: 'Who has a van?' }).key;
    rows.apply([{ put: keyOf('recognition', ask), row: { state: 'moderated' } }]);
    expect(wish('cy', 'answer', { ask, text: 'I.' }).refusal).toEqual({ reason: 'gone' });
    const letter = wish('bo', 'recognize', thanks).key;
    expect(wish('cy', 'keep', { recognition: letter, on: true }).refusal).toEqual({ reason: 'gone' });
    expect([...rows.all('answer'), ...rows.all('keeping')]).toEqual([]);
  });

  it('are thanked for with what there is to show', () => {
    const { rows, wish } = village();
    const { key } = wish('bo', 'recognize', thanks);
    wish('ada', 'consent', { recognition: key, as: 'named' });
    const evidence = [{ kind: 'image' as const, src: 'https://site.example/lamp.jpg', alt: 'The lamp' }];
    wish('ada', 'thank', { recognition: key, text: 'Gladly.', evidence });
    expect(rows.all('reply')).toMatchObject([{ member: 'ada', text: 'Gladly.', evidence }]);
  });

  it('are kept by who keeps them first', () => {
    const { rows, wish } = village();
    const { key } = wish('bo', 'recognize', { to: [], occasion: 'story', text: 'The night the tent flew.' });
    wish('ada', 'keep', { recognition: key, on: true, because: 'We pack the tent like this now.' });
    wish('cy', 'keep', { recognition: key, on: true });
    wish('ada', 'keep', { recognition: key, on: true });
    expect(rows.all('keeping')).toMatchObject([{ by: 'ada', because: 'We pack the tent like this now.' }]);
    expect(wish('cy', 'keep', { recognition: key, on: false }).refusal).toEqual({ reason: 'not-yours' });
    wish('dee', 'keep', { recognition: key, on: false });
    expect(rows.all('keeping')).toEqual([]);
  });
});

describe('ladders', () => {
  const reps = (value: number) => ({ ladder: 'pull-up', measure: 'reps', value });
  const reached = ({ rows }: ReturnType<typeof village>) => rows.all('reached').map(({ rung }) => rung);

  it('keep the best of a measure, every record, and each step as it is reached', () => {
    const here = village();
    here.wish('ada', 'record', reps(0));
    expect(reached(here)).toEqual(['hang']);
    here.wish('ada', 'record', reps(3));
    here.wish('ada', 'record', reps(1));
    expect(here.rows.get(keyOf('climb', 'ada', 'pull-up'))?.measures).toEqual({ reps: 3 });
    expect(here.rows.all('record').map(({ value }) => value)).toEqual([0, 3, 1]);
    expect(reached(here)).toEqual(['hang', 'first']);
  });

  it('are climbed each by itself, also where they count what is called the same', () => {
    const here = village();
    const rungs = [{ id: 'first', name: 'First', can: 'fix a chain', needs: [{ measure: 'reps', atLeast: 5 }] }];
    const bikes = { id: 'bikes', name: 'Bikes', measures: [{ id: 'reps', label: 'repairs' }], rungs };
    here.rows.apply([{ put: keyOf('ladder', 'bikes'), row: bikes }]);
    here.wish('ada', 'record', reps(4));
    here.wish('ada', 'record', { ladder: 'bikes', measure: 'reps', value: 2 });
    here.wish('ada', 'record', { ladder: 'bikes', measure: 'reps', value: 1 });
    const measured = (ladder: string) => here.rows.get(keyOf('climb', 'ada', ladder))?.measures;
    expect([measured('pull-up'), measured('bikes')]).toEqual([{ reps: 4 }, { reps: 2 }]);
    expect(here.rows.all('reached').map(({ ladder, rung }) => [ladder, rung])).toEqual([
      ['pull-up', 'hang'],
      ['pull-up', 'first'],
    ]);
  });

  it('take the word of as many others as a step asks for, each counted once', () => {
    const here = village();
    const sponsor = (by: string, rung = 'five') =>
      here.wish(by, 'sponsor', { member: 'ada', ladder: 'pull-up', rung, on: true }).refusal;
    here.wish('ada', 'record', reps(5));
    expect(sponsor('ada')).toEqual({ reason: 'self' });
    sponsor('bo');
    sponsor('bo');
    expect(reached(here)).not.toContain('five');
    sponsor('cy');
    expect(reached(here)).toContain('five');
    here.wish('cy', 'sponsor', { member: 'ada', ladder: 'pull-up', rung: 'five', on: false });
    expect(reached(here)).toContain('five');
  });

  it('leave to a host what a host goes through with somebody, also before the rest is done', () => {
    const here = village();
    const sponsor = (by: string, rung: string) =>
      here.wish(by, 'sponsor', { member: 'ada', ladder: 'pull-up', rung, on: true }).refusal;
    expect(sponsor('bo', 'teach')).toEqual({ reason: 'not-allowed' });
    expect(sponsor('dee', 'teach')).toBeUndefined();
    expect(sponsor('dee', 'hang')).toEqual({ reason: 'invalid', params: { field: 'rung' } });
    sponsor('bo', 'five');
    sponsor('cy', 'five');
    expect(reached(here)).not.toContain('teach');
    here.wish('ada', 'record', reps(6));
    expect(reached(here)).toEqual(['hang', 'first', 'five', 'teach']);
  });

  describe('of who rests', () => {
    const resting = (measures: Record<string, number>, held = 'first') => {
      const here = village();
      const at = here.now.toISOString();
      here.rows.apply([
        { put: keyOf('member', 'ada'), row: { standing: 'resting', standingSince: '2026-10-01' } },
        { put: keyOf('climb', 'ada', 'pull-up'), row: { member: 'ada', ladder: 'pull-up', measures } },
        {
          put: keyOf('reached', 'ada', 'pull-up', held),
          row: { member: 'ada', ladder: 'pull-up', rung: held, at },
        },
      ]);
      const how = () => here.rows.get(keyOf('member', 'ada'))?.standing;
      return { ...here, how };
    };

    it('have them back once what the step they hold needs is there again, not before', () => {
      const { wish, how, rows } = resting({ reps: 2 }, 'five');
      wish('ada', 'record', reps(4));
      expect(how()).toBe('resting');
      wish('ada', 'record', reps(5));
      expect(how()).toBe('active');
      expect(rows.get(keyOf('member', 'ada'))).not.toHaveProperty('standingSince');
    });

    it('have them back with any try where nothing of that fell behind', () => {
      const { wish, how } = resting({ reps: 3 });
      wish('ada', 'record', reps(0));
      expect(how()).toBe('active');
    });

    it('leave them to rest where they write up what was before', () => {
      const { wish, how } = resting({ reps: 3 });
      wish('ada', 'record', { ...reps(4), at: '2026-09-30T12:00:00Z' });
      expect(how()).toBe('resting');
    });

    it('leave past whoever left', () => {
      const { wish, rows } = resting({ reps: 3 });
      rows.apply([{ put: keyOf('member', 'ada'), row: { standing: 'past' } }]);
      wish('ada', 'record', reps(4));
      expect(rows.get(keyOf('member', 'ada'))?.standing).toBe('past');
    });
  });

  it('refuse a measure they do not have, and what is yet to come', () => {
    const { wish, now } = village();
    expect(wish('ada', 'sponsor', { member: 'zed', ladder: 'pull-up', rung: 'five', on: true }).refusal).toEqual({
      reason: 'unknown',
    });
    expect(wish('ada', 'record', { ladder: 'none', measure: 'reps', value: 1 }).refusal).toEqual({ reason: 'unknown' });
    expect(wish('ada', 'record', { ...reps(1), measure: 'miles' }).refusal).toMatchObject({
      params: { field: 'measure' },
    });
    const at = new Date(now.getTime() + 60_000).toISOString();
    expect(wish('ada', 'record', { ...reps(1), at }).refusal).toMatchObject({ params: { field: 'at' } });
  });

  it('are shown by whoever climbs them, each for itself, and leave the rest of what they say alone', () => {
    const { rows, wish } = village();
    const show = (ladder: string, visibility: Audience) =>
      wish('ada', 'profile', { patch: { progress: { ladder, visibility } } });
    const before = rows.get(keyOf('member', 'ada'));
    expect(show('none', 'everyone').refusal).toEqual({ reason: 'unknown' });
    show('pull-up', 'members');
    const climb = () => rows.get(keyOf('climb', 'ada', 'pull-up'));
    expect(climb()).toEqual({ member: 'ada', ladder: 'pull-up', visibility: 'members' });
    wish('ada', 'record', reps(3));
    expect(climb()).toMatchObject({ visibility: 'members', measures: { reps: 3 } });
    show('pull-up', 'nobody');
    expect(climb()).toMatchObject({ visibility: 'nobody', measures: { reps: 3 } });
    expect(rows.get(keyOf('member', 'ada'))).toEqual(before);
  });

  it('are kept to oneself until one says otherwise', () => {
    const { rows, wish } = village();
    wish('bo', 'record', reps(1));
    expect(rows.get(keyOf('climb', 'bo', 'pull-up'))?.visibility).toBe('nobody');
  });

  it('let others cheer a step', () => {
    const { rows, wish } = village();
    const step = { member: 'ada', ladder: 'pull-up', rung: 'first', on: true };
    expect(wish('bo', 'cheer', step).refusal).toEqual({ reason: 'unknown' });
    wish('ada', 'record', reps(1));
    expect(wish('ada', 'cheer', step).refusal).toEqual({ reason: 'self' });
    expect(wish('bo', 'cheer', { ...step, rung: 'none' }).refusal).toEqual({ reason: 'unknown' });
    wish('bo', 'cheer', step);
    wish('bo', 'cheer', step);
    expect(rows.all('rung-cheer')).toHaveLength(1);
  });
});

describe('introductions', () => {
  it.each(['ask-intro', 'pass-intro'] as const)('are about members: %s', (name) => {
    const { wish } = village();
    const more = name === 'ask-intro' ? { reasons: [] } : {};
    expect(wish('ada', name, { with: 'zed', ...more } as never).refusal).toEqual({ reason: 'unknown' });
    expect(wish('ada', name, { with: 'ada', ...more } as never).refusal).toEqual({ reason: 'self' });
    expect(wish('ada', name, { with: 'bo', ...more } as never).refusal).toBeUndefined();
  });

  const ask = (here: ReturnType<typeof village>, from: string, to: string) =>
    here.wish(from, 'ask-intro', { with: to, reasons: [] });
  const met = ({ rows }: ReturnType<typeof village>) => rows.all('introduction').filter((row) => row.met).length;

  it('take the yes of both', () => {
    const here = village();
    const { key } = ask(here, 'ada', 'bo');
    expect(met(here)).toBe(0);
    expect(here.wish('cy', 'answer-intro', { introduction: key, on: true }).refusal).toEqual({ reason: 'unknown' });
    here.wish('bo', 'answer-intro', { introduction: key, on: true });
    expect(met(here)).toBe(1);
    expect(here.wish('bo', 'answer-intro', { introduction: key, on: false }).refusal).toEqual({ reason: 'gone' });
  });

  it('asked for by both are a yes of both', () => {
    const here = village();
    ask(here, 'ada', 'bo');
    ask(here, 'bo', 'ada');
    expect(here.rows.all('introduction')).toHaveLength(1);
    expect(met(here)).toBe(1);
  });

  it('look to who asked the same declined as unanswered, to the day they may ask again', () => {
    const answers = [true, false].map((declines) => {
      const here = village();
      const { key } = ask(here, 'ada', 'bo');
      if (declines) here.wish('bo', 'answer-intro', { introduction: key, on: false });
      const seen = [here.rows.get(keyOf('introduction', key))];
      here.wait(13);
      const early = ask(here, 'ada', 'bo').refusal;
      here.wait(1);
      const later = ask(here, 'ada', 'bo').refusal;
      return JSON.stringify([seen, early, later]).replaceAll(key, 'key');
    });
    expect(answers[0]).toBe(answers[1]);
    expect(answers[0]).toContain('too-often');
  });

  it('close after fourteen days', () => {
    const here = village();
    const { key } = ask(here, 'ada', 'bo');
    here.wait(14);
    expect(here.wish('bo', 'answer-intro', { introduction: key, on: true }).refusal).toEqual({ reason: 'gone' });
    expect(met(here)).toBe(0);
  });

  it('by a third person take the yes of both others, and that person’s counts for nobody', () => {
    const here = village();
    const { key } = here.wish('cy', 'introduce', { people: ['ada', 'bo'], text: 'You both sew.' });
    expect(here.wish('cy', 'answer-intro', { introduction: key, on: true }).refusal).toEqual({ reason: 'unknown' });
    here.wish('ada', 'answer-intro', { introduction: key, on: true });
    expect(met(here)).toBe(0);
    here.wish('bo', 'answer-intro', { introduction: key, on: true });
    expect(met(here)).toBe(1);
    expect(here.wish('cy', 'introduce', { people: ['ada', 'cy'], text: 'Us.' }).refusal).toEqual({ reason: 'self' });
    expect(here.wish('cy', 'introduce', { people: ['ada', 'ada'], text: 'You.' }).refusal).toMatchObject({
      reason: 'invalid',
    });
  });

  it('in which somebody changed their mind before the other answered do not happen', () => {
    const here = village();
    const { key } = ask(here, 'ada', 'bo');
    here.wish('ada', 'answer-intro', { introduction: key, on: false });
    here.wish('bo', 'answer-intro', { introduction: key, on: true });
    expect(met(here)).toBe(0);
  });

  it('can be said to have come to something by the two alone, once they were introduced', () => {
    const here = village();
    const { key } = ask(here, 'ada', 'bo');
    const say = (member: string) => here.wish(member, 'met', { introduction: key, on: true }).refusal;
    expect(say('ada')).toEqual({ reason: 'unknown' });
    here.wish('bo', 'answer-intro', { introduction: key, on: true });
    expect([say('ada'), say('cy')]).toEqual([undefined, { reason: 'unknown' }]);
  });
});
