import { describe, expect, it } from 'vitest';
import {
  answersFrom,
  english,
  languageFor,
  plain,
  sayLadder,
  type Ladder,
  type LadderSaid,
  type Member,
  type Phrase,
  type Progress,
} from '@kith/core';

const now = new Date('2026-11-21T12:00:00Z');
const bar: Ladder = {
  id: 'bar',
  name: 'The bar',
  measures: [{ id: 'reps', label: 'strict pull-ups', unit: 'strict pull-up', act: 'Do {n} more pull-ups' }],
  rungs: [
    { id: 'hang', name: 'Hang', can: 'hang from the bar', needs: [] },
    { id: 'first', name: 'First', can: 'pull up once.', needs: [{ measure: 'reps', atLeast: 1 }] },
    {
      id: 'five',
      name: 'Five',
      can: 'pull up five times',
      needs: [{ measure: 'reps', atLeast: 5 }],
      unlocks: [
        { reward: 'experiential', label: 'Choose the song', href: 'https://bar.example/song' },
        { reward: 'material', label: 'The folding bar', href: 'javascript:alert(1)' },
        { reward: 'reputational', label: 'Your name in chalk' },
        { reward: 'golden', label: 'Something else' },
        { label: 'The door.' },
      ],
    },
    { id: 'vouched', name: 'Vouched', can: 'mind the bar', needs: [{ sponsors: 2 }] },
    { id: 'coach', name: 'Coach', can: 'coach a first', needs: [{ manual: true }] },
  ],
};
const yuki: Member = { id: 'yuki', name: 'Yuki Tanaka', called: 'Yuki' };
const ada: Member = { id: 'ada', name: 'Ada Obi', called: 'Ada' };
const bo: Member = { id: 'bo', name: 'Bo Lind', called: 'Bo' };
const sita: Member = { id: 'sita', name: 'Sita Rao', called: 'Sita', host: true };
const everyone = [yuki, ada, bo, sita];
const row = (member: string, more: Partial<Progress> = {}): Progress => ({ member, ladder: 'bar', ...more });
const upTo = (rung: string, at = '2026-10-08') => ({ reached: { [rung]: at } });

interface Scene {
  ladder?: Ladder;
  members?: Member[];
  progress?: Progress[];
  member?: string | undefined;
  viewer?: string | undefined;
}

/** As the widget asks. */
function say(
  { ladder = bar, members = everyone, progress = [], member, viewer }: Scene,
  language = english,
): LadderSaid {
  const answer = answersFrom({ kith: 1, ladders: [ladder], members, progress });
  const whose = member ?? viewer;
  const asked = answer({ kind: 'ladder', ...(whose !== undefined && { member: whose }) });
  const said = sayLadder(asked, { member: whose, viewer }, language, now);
  if (!said) throw new Error('nothing is said');
  return said;
}

const own = (progress: Partial<Progress>, scene: Scene = {}) =>
  say({ viewer: 'yuki', ...scene, progress: [row('yuki', progress), ...(scene.progress ?? [])] });
const others = (progress: Partial<Progress>, scene: Scene = {}) =>
  say({ member: 'ada', viewer: 'yuki', ...scene, progress: [row('ada', progress), ...(scene.progress ?? [])] });

const read = (said: Phrase | undefined) => said && plain(said);
const climber = ({ climber }: LadderSaid) => {
  if (!climber) throw new Error('nobody stands on it');
  const { standing, at, already, pause, act, soFar, then, opens } = climber;
  const words = { already, pause, act, soFar, then };
  const told = Object.entries(words).flatMap(([key, said]) => (said ? [[key, plain(said)]] : []));
  return { standing, at, opens: opens.map(plain), ...Object.fromEntries(told) } as Record<string, unknown>;
};
/** Every word of it that is not the community's own. */
const everything = (said: LadderSaid): string =>
  JSON.stringify(said, (key, value: unknown) => (['can', 'id', 'member', 'people'].includes(key) ? undefined : value));

describe('a ladder', () => {
  it('that is not there says nothing', () => {
    const answer = answersFrom({ kith: 1 })({ kind: 'ladder' });
    expect(sayLadder(answer, { member: undefined, viewer: undefined }, english, now)).toBeUndefined();
  });

  it('says to the reader what they can, the next smallest act and what comes of it', () => {
    const said = own({ ...upTo('first'), measures: { reps: 3 } });
    expect(said).toMatchObject({ name: 'The bar', lead: undefined, isUnknown: false });
    expect(climber(said)).toEqual({
      standing: 'active',
      at: 1,
      already: 'You can already pull up once.',
      act: 'Do 2 more pull-ups',
      soFar: '3 of 5 strict pull-ups.',
      then: 'Then you can pull up five times.',
      opens: [
        'Something to do: Choose the song.',
        'Something to hold: The folding bar.',
        'Something to be known by: Your name in chalk.',
        'It opens: Something else.',
        'It opens: The door.',
      ],
    });
  });

  it('says it of another by name, and never "you"', () => {
    const said = others({
      ...upTo('first'),
      measures: { reps: 3 },
      records: [{ measure: 'reps', value: 3, at: '2026-11-19' }],
    });
    expect(climber(said)).toMatchObject({
      already: 'Ada can already pull up once.',
      act: '2 more strict pull-ups',
      soFar: '3 of 5 strict pull-ups.',
      then: 'Then Ada can pull up five times.',
    });
    expect(climber(others(upTo('five')))).toMatchObject({ act: "Ada asks 2 people who've seen the work." });
    expect(climber(others(upTo('vouched')))).toMatchObject({ act: 'Sita goes through this one with Ada.' });
    const standings: Scene[] = ['active', 'resting', 'past'].map((standing) => ({
      members: [{ ...ada, standing }, sita],
    }));
    for (const scene of standings) {
      for (const rung of bar.rungs) {
        const records = [{ measure: 'reps', value: 3, at: '2026-11-19' }];
        const scenes = [others({ ...upTo(rung.id), records, measures: { reps: 0 } }, scene)];
        for (const each of scenes) expect(everything(each).replaceAll('Your name', '')).not.toMatch(/\byour?\b/i);
      }
    }
  });

  it('asks for sponsors, and names who goes through a step with somebody', () => {
    expect(climber(own(upTo('five')))).toMatchObject({ act: "Ask 2 people who've seen your work." });
    expect(climber(own(upTo('five')))).not.toHaveProperty('soFar');
    expect(climber(own({ ...upTo('five'), sponsors: { vouched: ['bo'] } }))).toMatchObject({
      act: "Ask somebody who's seen your work.",
      soFar: 'Bo has seen it: 1 of 2.',
    });
    expect(climber(own(upTo('vouched')))).toMatchObject({ act: 'Sita goes through this one with you.' });
  });

  it('says who put in a word for a step already, also while a host is awaited, and counts whom it cannot name', () => {
    const door = { id: 'door', name: 'Door', can: 'open up', needs: [{ sponsors: 3 }, { manual: true as const }] };
    const ladder = { ...bar, rungs: [...bar.rungs.slice(0, 3), door] };
    const told = (...by: string[]) => climber(own({ ...upTo('five'), sponsors: { door: by } }, { ladder }));
    expect(told('bo', 'ada')).toMatchObject({
      act: "Ask somebody who's seen your work.",
      soFar: 'Bo and Ada have seen it: 2 of 3.',
    });
    expect(told('bo', 'gone')).toMatchObject({ soFar: 'Bo and one more have seen it: 2 of 3.' });
    expect(told('bo', 'ada', 'sita')).toMatchObject({
      act: 'Sita goes through this one with you.',
      soFar: 'Bo, Ada and Sita have seen it: 3 of 3.',
    });
    const hers = others({ ...upTo('five'), sponsors: { door: ['bo'] } }, { ladder });
    expect(climber(hers)).toMatchObject({ soFar: 'Bo has seen it: 1 of 3.' });
  });

  it('has no count of nothing', () => {
    expect(climber(own({}))).not.toHaveProperty('soFar');
    expect(climber(own({}))).toMatchObject({
      already: 'You can already hang from the bar.',
      act: '1 more strict pull-up',
    });
  });

  it('links what a step opens only where that is safe', () => {
    const [, , five] = own({}).steps;
    const links = five?.opens.flatMap((said) => said.filter((mark) => typeof mark === 'object' && 'link' in mark));
    expect(links).toEqual([{ link: 'Choose the song', href: 'https://bar.example/song' }]);
  });

  it('says warmly that there is no further step', () => {
    expect(climber(own(upTo('coach')))).toMatchObject({
      at: 4,
      act: 'Every step, to the last.',
      then: 'Now hold the door for whoever comes next.',
    });
    expect(climber(others(upTo('coach')))).toMatchObject({
      act: 'Every step, to the last.',
      then: 'Ada knows the way.',
    });
  });

  it('has somebody before the first step, where that needs something', () => {
    const ladder = { ...bar, rungs: bar.rungs.slice(1) };
    expect(climber(own({}, { ladder }))).toEqual({
      standing: 'active',
      at: -1,
      act: '1 more strict pull-up',
      then: 'Then you can pull up once.',
      opens: [],
    });
  });
});

describe('whose ladder it is', () => {
  it('is nobody’s where nobody is signed in', () => {
    const said = say({ progress: [row('ada', upTo('five'))] });
    expect(read(said.lead)).toBe('Where would you start?');
    expect(said).toMatchObject({ climber: undefined, isQuestion: true, isUnknown: false, board: [] });
    expect(said.steps.map(({ isReached }) => isReached)).toEqual(Array(5).fill(false));
  });

  it('is the reader’s from the first day on', () => {
    expect(climber(say({ viewer: 'yuki' }))).toMatchObject({ at: 0, already: 'You can already hang from the bar.' });
  });

  it('is nobody’s where the reader is nobody we know', () => {
    expect(read(say({ viewer: 'guest' }).lead)).toBe('Where would you start?');
    expect(say({ viewer: 'guest' }).isUnknown).toBe(false);
  });

  it('is a reader’s whose name is not public', () => {
    const said = say({ viewer: 'shy', progress: [row('shy', upTo('first'))] });
    expect(said.climber?.member).toBeUndefined();
    expect(climber(said)).toMatchObject({ at: 1, already: 'You can already pull up once.' });
  });

  it('says nothing of another who said nothing: not that they begin', () => {
    const said = say({ member: 'ada', viewer: 'yuki' });
    expect(read(said.lead)).toBe('No word from Ada here yet.');
    expect(said).toMatchObject({ climber: undefined, isQuestion: false, isUnknown: false });
  });

  it('says nothing of another who keeps it to themselves, whatever a provider gives', () => {
    for (const visibility of ['me', 'nobody', '']) {
      const said = others({ ...upTo('five'), visibility, records: [{ measure: 'reps', value: 9, at: '2026-11-01' }] });
      expect(read(said.lead)).toBe('No word from Ada here yet.');
      expect(said).toMatchObject({ climber: undefined, board: [] });
      expect(everything(said)).not.toContain('9');
    }
    expect(climber(own({ ...upTo('five'), visibility: 'me' }))).toMatchObject({ at: 2 });
  });

  it('says to members what members show each other, and to nobody else', () => {
    const answer = { ladder: bar, progress: [row('ada', { visibility: 'members' })], people: everyone, revision: 1 };
    const seenBy = (viewer: string | undefined) => sayLadder(answer, { member: 'ada', viewer }, english, now)?.climber;
    expect(seenBy('yuki')?.at).toBe(0);
    expect(seenBy(undefined)).toBeUndefined();
  });

  it('is nobody’s where the member is not in this community, and says so', () => {
    for (const progress of [[], [row('zed', upTo('five'))]]) {
      const said = say({ member: 'zed', progress });
      expect(read(said.lead)).toBe("We can't find this person here.");
      expect(said).toMatchObject({ climber: undefined, isQuestion: false, isUnknown: true });
    }
  });
});

describe('somebody who fell behind what their step needs', () => {
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();
  const behind = (days: number) => ({ ...upTo('five', ago(days)), measures: { reps: 3 } });

  it('reads that they stand as before and until when, and what keeps them there', () => {
    const { standing, at, already, pause, act, then } = climber(own(behind(20)));
    expect({ standing, at, already }).toEqual({
      standing: 'active',
      at: 2,
      already: 'You can already pull up five times.',
    });
    expect(pause).toBe('You stand as before until 30 January 2027. Then you rest, and your place is kept.');
    expect(`${act} ${then}`).toBe('Do 2 more pull-ups keeps you here.');
    const ladder = { ...bar, measures: [{ id: 'reps', label: 'pull-ups', act: 'Come for {n} more.' }] };
    expect(climber(own(behind(20), { ladder }))).toMatchObject({ then: 'That keeps you here.' });
  });

  it('reads no day where nobody knows since when', () => {
    const held = { ...upTo('five', 'once'), measures: { reps: 3 } };
    expect(climber(own(held))).toMatchObject({ standing: 'active', pause: 'You stand as before.' });
  });

  it('rests once that is over, on the step they hold, and reads the way back', () => {
    const { standing, at, pause, act, then } = climber(own(behind(91)));
    expect({ standing, at, pause }).toEqual({ standing: 'resting', at: 2, pause: 'Resting since November.' });
    expect(`${act} ${then}`).toBe('Do 2 more pull-ups brings you straight back.');
  });

  it('is to everyone else who they were: neither grace nor rest is announced that their source does not say', () => {
    const fine = climber(others({ ...behind(20), measures: { reps: 5 } }));
    for (const days of [20, 91, 999]) {
      const said = climber(others(behind(days)));
      expect(said).toMatchObject({ standing: 'active', at: 2, act: fine['act'], then: fine['then'] });
      expect(said).not.toHaveProperty('pause');
    }
  });
});

describe('those who rest and those who left', () => {
  const resting = (more: Partial<Member> = {}) => ({
    members: [{ ...yuki, standing: 'resting', ...more }, { ...ada, standing: 'resting', ...more }, sita],
  });
  const past = (more: Partial<Member> = {}) => ({ members: [{ ...yuki, standing: 'past', ...more }] });

  it('are told the way back, in one sentence with the act', () => {
    const held = { ...upTo('five'), measures: { reps: 2 } };
    const { pause, act, then } = climber(own(held, resting({ standingSince: '2026-03-08' })));
    expect([pause, `${act} ${then}`]).toEqual(['Resting since March.', 'Do 3 more pull-ups brings you straight back.']);
    expect(climber(others(held, resting({ standingSince: '2025-03-08' })))).toMatchObject({
      pause: 'Resting since March 2025.',
      act: '3 more strict pull-ups',
      then: 'brings Ada straight back.',
    });
  });

  it('are told it in a sentence of its own where the act is one', () => {
    const ladder = { ...bar, measures: [{ id: 'reps', label: 'pull-ups', act: 'Come for {n} more.' }] };
    expect(climber(own({ ...upTo('five'), measures: { reps: 2 } }, { ...resting(), ladder }))).toMatchObject({
      pause: 'Resting.',
      act: 'Come for 3 more.',
      then: 'That brings you straight back.',
    });
  });

  it('need nobody to speak for them again, nor a host: who did so did it once and for all', () => {
    expect(climber(own(upTo('vouched'), resting()))).toMatchObject({
      pause: 'Resting. Your place is kept.',
      act: 'Sita goes through this one with you.',
      then: 'Then you can coach a first.',
    });
    expect(climber(own(upTo('coach'), resting()))).toEqual({
      standing: 'resting',
      at: 4,
      already: 'You can already coach a first.',
      pause: 'Resting. Your place is kept.',
      opens: [],
    });
  });

  it('keep their place where nothing of it is missing, and the next step is still said', () => {
    expect(climber(own({ ...upTo('first'), measures: { reps: 3 } }, resting()))).toMatchObject({
      pause: 'Resting. Your place is kept.',
      act: 'Do 2 more pull-ups',
      then: 'Then you can pull up five times.',
    });
    const top = climber(others({ reached: { coach: '2026-01-01' }, measures: { reps: 9 } }, resting()));
    expect(top).toMatchObject({ standing: 'resting', at: 4 });
    expect(climber(others({ ...upTo('hang') }, resting()))).toMatchObject({ pause: "Resting. Ada's place is kept." });
  });

  it('are one of us still, as what they were and until when', () => {
    const say = (more: Partial<Member>) => climber(own(upTo('five'), past(more)));
    expect(say({ title: 'Co-founder', standingSince: '2024-05-01' })).toEqual({
      standing: 'past',
      at: 2,
      already: 'You can already pull up five times.',
      pause: 'Co-founder until 2024, still one of us.',
      opens: [],
    });
    expect(say({ standingSince: '2024-05-01' })['pause']).toBe('Here until 2024, still one of us.');
    expect(say({ title: 'Co-founder' })['pause']).toBe('Still one of us.');
  });

  it('are as active as anybody where the word for it is none', () => {
    expect(climber(own(upTo('five'), { members: [{ ...yuki, standing: 'asleep' }] }))).toMatchObject({
      standing: 'active',
    });
  });
});

describe('the steps', () => {
  const steps = (count: number): Ladder => ({
    ...bar,
    rungs: Array.from({ length: count }, (_, i) => ({
      id: `s${i}`,
      name: `S${i}`,
      can: `do ${i}`,
      needs: i ? [{ manual: true as const }] : [],
    })),
  });
  const open = (count: number, at: number, member: Partial<Member> = {}) => {
    const ladder = steps(count);
    const said = own(upTo(`s${at}`), { ladder, members: [{ ...yuki, ...member }] });
    return [said.from, said.to];
  };

  it('in the open are the last that was reached and the next two; one alone is never folded away', () => {
    expect(open(40, 10)).toEqual([10, 13]);
    expect(open(40, 0)).toEqual([0, 3]);
    expect(open(40, 1)).toEqual([0, 4]);
    expect(open(40, 2)).toEqual([2, 5]);
    expect(open(40, 39)).toEqual([39, 40]);
    expect(open(13, 9)).toEqual([9, 13]);
    expect(open(14, 9)).toEqual([9, 14 - 2]);
    expect(open(1, 0)).toEqual([0, 1]);
    expect(open(40, 10, { standing: 'past' })).toEqual([10, 11]);
  });

  it('that are folded away are counted', () => {
    const said = own(upTo('s10'), { ladder: steps(40) });
    expect([read(said.behind), said.further]).toEqual(['10 behind you', '27 further on']);
    const seen = others(upTo('s10'), { ladder: steps(40) });
    expect(read(seen.behind)).toBe('10 behind Ada');
  });

  it('are the first seven to somebody who is not on them', () => {
    const { from, to, further } = say({ ladder: steps(40) });
    expect([from, to, further]).toEqual([0, 7, '33 further on']);
    expect(say({ ladder: steps(8) })).toMatchObject({ from: 0, to: 8 });
  });

  it('say since when they are reached, where that is known', () => {
    const said = own({ reached: { first: '2026-11-18', hang: '2025-01-04' } });
    expect(said.steps.map(({ since }) => read(since))).toEqual([
      'since 4 January 2025',
      'since Wednesday',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('are not misled by names that every object knows', () => {
    const ladder: Ladder = { id: 'bar', name: 'X', rungs: [{ id: 'constructor', name: 'C', can: 'c' }] };
    expect(own({ reached: {} }, { ladder }).steps[0]?.since).toBeUndefined();
  });

  it('name those who cheered and may be named, and count the others', () => {
    const cheers = [{ rung: 'first', count: 4, by: ['ada', 'nobody', 'bo'] }];
    const [, first] = own({ ...upTo('first'), cheers }).steps;
    expect(read(first?.cheers?.said)).toBe('Ada, Bo and 2 more cheered.');
    expect(first?.cheers?.people).toEqual([ada, bo]);
    const [hang] = own({ ...upTo('first'), cheers }).steps;
    expect(hang?.cheers).toBeUndefined();
  });
});

describe('the whiteboard', () => {
  const records = [1, 4, 2, 5].map((value, i) => ({ measure: 'reps', value, at: `2026-0${i + 2}-02` }));
  const board = ({ board: lines }: LadderSaid) =>
    lines.map(({ deed, at, aside }) => [plain(deed), at && plain([at]), ...(aside ? [plain(aside)] : [])]);

  it('has own bests, newest first, the newest against the one before', () => {
    expect(board(own({ records }))).toEqual([
      ['Your best yet: 5 strict pull-ups, up from 4.', '2 May'],
      ['4 strict pull-ups', '2 March'],
      ['1 strict pull-up', '2 February'],
    ]);
    expect(board(others({ records }))[0]).toEqual(["Ada's best yet: 5 strict pull-ups, up from 4.", '2 May']);
  });

  it('says of a first whose it is', () => {
    const first = { records: records.slice(0, 1) };
    expect(board(own(first))).toEqual([['1 strict pull-up', '2 February', 'Your first.']]);
    expect(board(others(first, { progress: [row('bo', { records })] }))[0]?.[2]).toBe("Ada's first.");
  });

  it('calls nothing a first that may not be: the first that was written down', () => {
    const records = [{ measure: 'reps', value: 174, at: '2026-02-02' }];
    expect(board(own({ records }))).toEqual([['174 strict pull-ups', '2 February']]);
    expect(own({ records }).board[0]?.deed).toEqual([{ word: '174 strict pull-ups' }]);
  });

  it('underlines only what is newest', () => {
    const words = own({ records }).board.map(({ deed }) =>
      deed.some((mark) => typeof mark === 'object' && 'word' in mark),
    );
    expect(words).toEqual([true, false, false]);
  });

  it('is nobody’s while nobody stands there, and says what it cannot name by its id', () => {
    expect(say({ progress: [row('ada', { records })] }).board).toEqual([]);
    const other = { measure: 'hang', value: 30, at: '2026-01-02' };
    expect(board(own({ records: [other] }))).toEqual([['30 hang', '2 January']]);
  });
});

describe('what a reader can say on a ladder', () => {
  const can = ({ climber }: LadderSaid) => {
    const { mayRecord = false, ready = [], cheer, word } = climber ?? {};
    return { mayRecord, ready: ready.map(({ id }) => id), cheer: cheer?.rung, word: word && { ...word } };
  };
  const nothing = { mayRecord: false, ready: [], cheer: undefined, word: undefined };
  const away = (standing: string) => [{ ...ada, standing }, yuki, bo, sita];

  it('is to write up their own, where there is something to count', () => {
    expect(can(own(upTo('first')))).toEqual({ ...nothing, mayRecord: true });
    const { measures: _, ...uncounted } = bar;
    expect(can(own(upTo('first'), { ladder: uncounted })).mayRecord).toBe(false);
    expect(can(say({ progress: [row('ada', upTo('first'))] })).mayRecord).toBe(false);
  });

  it('is to tell a host that they are ready, but no host to tell themselves', () => {
    expect(can(own(upTo('vouched'))).ready).toEqual(['sita']);
    expect(can(own(upTo('first'))).ready).toEqual([]);
    expect(can(others(upTo('vouched'))).ready).toEqual([]);
    const theirs = say({ viewer: 'sita', progress: [row('sita', upTo('vouched'))] });
    expect(can(theirs).ready).toEqual([]);
    expect(read(theirs.climber?.act)).toBe('Somebody goes through this one with you.');
  });

  it('is to cheer another for the step they stand on, at rest too, but not one who left or has not begun', () => {
    expect(can(others(upTo('first'))).cheer).toBe('first');
    expect(can(others(upTo('first'), { members: away('resting') })).cheer).toBe('first');
    expect(can(others(upTo('first'), { members: away('past') }))).toEqual(nothing);
    const ladder = { ...bar, rungs: bar.rungs.slice(1) };
    expect(can(others({}, { ladder })).cheer).toBeUndefined();
  });

  it('is known to be theirs by their name or by the source', () => {
    const mine = (cheers: object) =>
      others({ ...upTo('first'), cheers: [{ rung: 'first', count: 3, ...cheers }] }).climber?.cheer?.mine;
    expect(mine({ by: ['bo'] })).toBe(false);
    expect(mine({ by: ['bo', 'yuki'] })).toBe(true);
    expect(mine({ by: ['bo'], mine: true })).toBe(true);
  });

  it('has their own stone first among those who cheered', () => {
    const { steps } = others({ ...upTo('first'), cheers: [{ rung: 'first', count: 4, by: ['ada', 'bo', 'yuki'] }] });
    expect(read(steps[1]?.cheers?.said)).toBe('Yuki, Ada, Bo and one more cheered.');
  });

  it('is to have seen the work, as long as that is waited for or said', () => {
    const word = (sponsors: string[]) => can(others({ ...upTo('five'), sponsors: { vouched: sponsors } })).word;
    expect(word([])).toEqual({ rung: 'vouched', asHost: false, mine: false });
    expect(word(['yuki'])).toEqual({ rung: 'vouched', asHost: false, mine: true });
    expect(can(others(upTo('first'))).word).toBeUndefined();
    const both = { sponsors: { door: ['bo', 'sita'] }, ...upTo('five') };
    const needs = [{ sponsors: 2 }, { manual: true as const }];
    const ladder = { ...bar, rungs: [...bar.rungs.slice(0, 3), { id: 'door', name: 'Door', can: 'lock up', needs }] };
    expect(can(others(both, { ladder })).word).toBeUndefined();
  });

  it('is, for a host, to have gone through it with them', () => {
    const seenBy = (viewer: string) => can(others(upTo('vouched'), { viewer })).word;
    expect(seenBy('sita')).toEqual({ rung: 'coach', asHost: true, mine: false });
    expect(seenBy('bo')).toBeUndefined();
  });

  it('is offered to a visitor on another’s, who can sign in', () => {
    const said = say({ member: 'ada', progress: [row('ada', upTo('five'))] });
    expect(can(said)).toMatchObject({ cheer: 'five', word: { rung: 'vouched', mine: false } });
  });
});

describe('in Arabic', () => {
  it('a ladder keeps the words of the community, each apart from its own', async () => {
    const language = await languageFor('ar');
    const said = say(
      { viewer: 'yuki', progress: [row('yuki', { ...upTo('first'), measures: { reps: 3 } })] },
      language,
    );
    expect(said.climber?.already).toContainEqual({ name: 'pull up once' });
    expect(said.climber?.act).toEqual([{ name: 'Do ٢ more pull-ups'.replace('٢', language.format.number(2)) }]);
    expect(read(said.climber?.then)).toMatch(/^بعدها .+: pull up five times\.$/);
  });
});
