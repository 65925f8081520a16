import { describe, expect, it } from 'vitest';
import {
  createStore,
  english,
  sayFollowers,
  sayLadder,
  type Answer,
  type ClimberSaid,
  type CommunityDocument,
  type Detail,
  type FollowerSaid,
  type IntentName,
  type Ladder,
  type LadderSaid,
  type Member,
  type Progress,
  type Store,
} from '@kith/core';
import { memory } from '../../../packages/providers/src/memory.js';

const now = new Date('2026-11-21T12:00:00Z');
const ladder: Ladder = {
  id: 'bar',
  name: 'The bar',
  measures: [
    { id: 'reps', label: 'strict pull-ups' },
    { id: 'hang', label: 'seconds hanging' },
  ],
  rungs: [
    { id: 'hang', name: 'Hang', can: 'hang from the bar' },
    { id: 'first', name: 'First', can: 'pull up once', needs: [{ measure: 'reps', atLeast: 1 }] },
    { id: 'five', name: 'Five', can: 'pull up five times', needs: [{ measure: 'reps', atLeast: 5 }] },
    { id: 'vouched', name: 'Vouched', can: 'mind the bar', needs: [{ sponsors: 2 }] },
    { id: 'coach', name: 'Coach', can: 'coach a first', needs: [{ manual: true }] },
  ],
};
const people: Member[] = [
  { id: 'ada', name: 'Ada Obi' },
  { id: 'bo', name: 'Bo Lind' },
  { id: 'cy', name: 'Cy Tan' },
  { id: 'sita', name: 'Sita Rao', host: true },
];
const row = (member: string, more: Partial<Progress> = {}): Progress => ({ member, ladder: 'bar', ...more });
const reached = (...rungs: string[]) => Object.fromEntries(rungs.map((rung) => [rung, '2026-10-04']));

interface Scene {
  progress?: Progress[];
  members?: Member[];
  viewer: string;
  /** Whose ladder; the viewer's own where nobody is named. */
  of?: string;
}

/** Reads as the widget does, and goes on reading. */
function watching(store: Store, of: string, viewer: string) {
  const one = store.ask({ kind: 'ladder', member: of }).$answer;
  const everyone = store.ask({ kind: 'ladder' }).$answer;
  const stop = [one.listen(() => undefined), everyone.listen(() => undefined)];
  const said = (): (LadderSaid & { followers: FollowerSaid[] }) | undefined => {
    const answer = one.value?.value as Answer<{ kind: 'ladder' }> | undefined;
    const all = everyone.value?.value;
    const eyes = { member: of, viewer, everyone: of === viewer ? all : undefined };
    const ladder = answer && all && sayLadder(answer, eyes, english, now);
    return ladder && { ...ladder, followers: sayFollowers(all, viewer, english, now) };
  };
  /** Resolves when what is read tells of it. */
  const when = (tells: () => boolean) =>
    new Promise<void>((go) => {
      const look = () => tells() && go();
      [one, everyone].forEach((atom) => stop.push(atom.listen(look)));
      look();
    });
  return { said, when, leave: () => stop.forEach((each) => each()) };
}

/** What a ladder says before a wish, with it, and once the provider has it and nothing is pending. */
async function wished<N extends IntentName>(
  { progress = [], members = people, viewer, of = viewer }: Scene,
  name: N,
  detail: Detail<N>,
) {
  const document: CommunityDocument = { kith: 1, ladders: [ladder], members, progress };
  const provider = memory(document, { now: () => now });
  let open = () => {};
  const gate = new Promise<void>((go) => (open = go));
  const gated = {
    ...provider,
    send: (async (intent, signal) => gate.then(() => provider.send(intent, signal))) as typeof provider.send,
  };
  const store = createStore(gated, { viewer, now: () => now });
  const seen = watching(store, of, viewer);
  await seen.when(() => seen.said() !== undefined);
  const before = seen.said();
  const untold = JSON.stringify(before);
  const sent = new Promise<void>((go, fail) => {
    store.wish(name, detail, (outcome) => ('sent' in outcome ? go() : fail(new Error(JSON.stringify(outcome)))));
  });
  await seen.when(() => JSON.stringify(seen.said()) !== untold);
  const atOnce = seen.said();
  open();
  await sent;
  seen.leave();
  const fresh = createStore(provider, { viewer, now: () => now });
  const confirmed = watching(fresh, of, viewer);
  await confirmed.when(() => confirmed.said() !== undefined);
  confirmed.leave();
  return { before, atOnce, confirmed: confirmed.said() };
}

const record = (value: number, more: Partial<Detail<'record'>> = {}): Detail<'record'> => ({
  ladder: 'bar',
  measure: 'reps',
  value,
  ...more,
});
const three = row('ada', {
  measures: { reps: 3 },
  reached: reached('hang', 'first'),
  records: [{ measure: 'reps', value: 3, at: '2026-11-02' }],
});
const resting = people.map((each) =>
  each.id === 'ada' ? { ...each, standing: 'resting', standingSince: '2026-06-10' } : each,
);
const asking = row('ada', {
  measures: { reps: 5 },
  reached: reached('hang', 'first', 'five'),
  sponsors: { vouched: ['cy'] },
});

describe('a ladder with a wish in it shows at once what the provider then confirms', () => {
  it.each<[string, Scene, Detail<'record'>, Partial<ClimberSaid>]>([
    ['of the first number ever', { viewer: 'ada' }, record(2), { at: 1 }],
    ['of a better one', { viewer: 'ada', progress: [three] }, record(4), { at: 1 }],
    ['of one that passes a step', { viewer: 'ada', progress: [three] }, record(5), { at: 2 }],
    ['of another measure', { viewer: 'ada', progress: [three] }, record(30, { measure: 'hang' }), { at: 1 }],
    [
      'of a day in the past',
      { viewer: 'ada', progress: [three] },
      record(6, { at: '2026-11-19T12:00:00.000Z' }),
      { at: 2 },
    ],
    ['of who rests', { viewer: 'ada', progress: [three], members: resting }, record(4), { at: 1, standing: 'active' }],
    [
      'beside others',
      { viewer: 'ada', progress: [row('bo', { reached: reached('hang') }), three] },
      record(5),
      { at: 2 },
    ],
    ['kept to themselves', { viewer: 'ada', progress: [{ ...three, visibility: 'me' }] }, record(5), { at: 2 }],
  ])('%s', async (_, scene, detail, climber) => {
    const { before, atOnce, confirmed } = await wished(scene, 'record', detail);
    expect(atOnce).toEqual(confirmed);
    expect(atOnce).not.toEqual(before);
    expect(atOnce?.climber).toMatchObject(climber);
  });

  it('of a cheer', async () => {
    const step = { member: 'ada', ladder: 'bar', rung: 'first', on: true };
    const { atOnce, confirmed } = await wished({ viewer: 'bo', of: 'ada', progress: [three] }, 'cheer', step);
    expect(atOnce).toEqual(confirmed);
    expect(atOnce?.climber?.cheer?.mine).toBe(true);
    expect(atOnce?.steps[1]?.cheers?.people).toMatchObject([{ id: 'bo' }]);
  });

  it('of a cheer from one’s own ladder for who is where one was', async () => {
    const five = row('ada', { reached: reached('hang', 'first', 'five') });
    const scene = { viewer: 'ada', progress: [five, row('bo', { reached: reached('hang', 'first') })] };
    const step = { member: 'bo', ladder: 'bar', rung: 'first', on: true };
    const { atOnce, confirmed } = await wished(scene, 'cheer', step);
    expect(atOnce).toEqual(confirmed);
    expect(atOnce?.followers).toMatchObject([{ cheer: { mine: true }, cheers: { people: [{ id: 'ada' }] } }]);
  });

  it('of the last word a step waits for', async () => {
    const word = { member: 'ada', ladder: 'bar', rung: 'vouched', on: true };
    const { atOnce, confirmed } = await wished({ viewer: 'bo', of: 'ada', progress: [asking] }, 'sponsor', word);
    expect(atOnce).toEqual(confirmed);
    expect(atOnce?.climber?.at).toBe(3);
  });

  it('of a host’s word', async () => {
    const scene = { viewer: 'sita', of: 'ada', progress: [row('ada', { reached: reached('vouched') })] };
    const word = { member: 'ada', ladder: 'bar', rung: 'coach', on: true };
    const { atOnce, confirmed } = await wished(scene, 'sponsor', word);
    expect(atOnce).toEqual(confirmed);
    expect(atOnce?.climber?.at).toBe(4);
  });
});
