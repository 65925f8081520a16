import { ProviderError, type CommunityDocument, type Ladder, type Member, type Progress } from '@kith/core';
import '@kith/elements/define/progression-ladder';
import type { Meta } from '@storybook/web-components-vite';
import { people } from './community.js';
import { allStates, anatomy, atHome, hero, stressed, wordsOf, type Scene, type Widget, type Wished } from './kit.js';
import riverside from './riverside.js';

/** The steps from the first day on, where somebody stands, and the next small thing to do. */
const meta: Meta = { title: 'Progression ladder', component: 'kith-progression-ladder' };
export default meta;

const measures = [{ id: 'repairs', label: 'things mended', unit: 'thing mended', act: 'Mend {n} more things' }];
const workbench: Ladder = {
  id: 'bench',
  name: 'The bench',
  measures,
  rungs: [
    { id: 'torch', name: 'The torch', can: 'hold the torch and ask why', needs: [] },
    { id: 'own', name: 'Your own', can: 'mend something of your own', needs: [{ measure: 'repairs', atLeast: 1 }] },
    {
      id: 'stranger',
      name: 'A stranger’s',
      can: 'sit down beside a stranger and their kettle',
      needs: [{ measure: 'repairs', atLeast: 15 }],
      unlocks: [
        {
          reward: 'experiential',
          label: 'Any hand tool for a month instead of a week',
          href: 'https://tools.example/loans/long',
        },
      ],
    },
    {
      id: 'mains',
      name: 'Mains',
      can: 'close up a thing that runs on mains',
      needs: [{ manual: true }],
      unlocks: [{ reward: 'material', label: 'The key to the test bench' }],
    },
    {
      id: 'teach',
      name: 'Teach',
      can: 'teach one repair from start to end',
      needs: [{ sponsors: 2 }],
      unlocks: [{ reward: 'reputational', label: 'Your name beside that repair on the board' }],
    },
    { id: 'door', name: 'The door', can: 'open the Saturday door', needs: [{ sponsors: 2 }, { manual: true }] },
  ],
};

const days = ['2026-09-05', '2026-09-12', '2026-10-10', '2026-10-31', '2026-11-07', '2026-11-14'];
const passed = (steps: number, { rungs } = workbench) =>
  Object.fromEntries(rungs.slice(0, steps).map(({ id }, i) => [id, days[i] ?? '2026-11-14']));
const records = (...values: number[]): Progress['records'] =>
  values.map((value, i) => ({ measure: 'repairs', value, at: days[i] ?? '2026-11-19' }));

/** Yuki, m4, has mended four things and gone two steps; others have gone further. */
const yuki: Progress = {
  member: 'm4',
  ladder: 'bench',
  measures: { repairs: 4 },
  reached: passed(2),
  records: records(1, 2, 4),
  cheers: [{ rung: 'own', count: 4, by: ['m0', 'm1', 'm2'] }],
};

/** A community with a bench, and Yuki at it. */
function bench(own: Partial<Progress> = {}, member: Partial<Member> = {}, more: Partial<Ladder> = {}) {
  const members = people(12).map((each) => (each.id === 'm4' ? { ...each, ...member } : each));
  const follower: Progress = { member: 'm2', ladder: 'bench', reached: passed(1) };
  const document: CommunityDocument = {
    kith: 1,
    members,
    ladders: [{ ...workbench, ...more }],
    progress: [{ ...yuki, ...own }, follower],
  };
  return document;
}

const away = { standing: 'resting', standingSince: '2026-06-10' };

const long: Ladder = {
  ...workbench,
  rungs: Array.from({ length: 40 }, (_, i) => ({
    id: `s${i}`,
    name: `Bench ${i + 1}`,
    can: `work at bench ${i + 1}`,
    needs: i ? [{ measure: 'repairs', atLeast: i * 5 }] : [],
  })),
};
const eight: Ladder = { ...long, rungs: long.rungs.slice(0, 8) };

/** As Yuki sees it, who stands on it. */
const own = (source: CommunityDocument, layout = 'path'): Scene => ({ source, viewer: 'm4', attributes: { layout } });
/** As somebody else sees it: a name, never "you". */
const seen = (source: CommunityDocument): Scene => ({ source, viewer: 'm1', attributes: { member: 'm4' } });

const ready = own(bench({ measures: { repairs: 15 }, reached: passed(3) }));
const written: Wished = ['record', { ladder: 'bench', measure: 'repairs', value: 5 }];
const follower: Progress = {
  member: 'm2',
  ladder: 'bench',
  reached: passed(1),
  cheers: [{ rung: 'torch', count: 2, by: ['m0', 'm1'] }],
};
const cheered: Wished = ['cheer', { member: 'm2', ladder: 'bench', rung: 'torch', on: true }];
const word = (rung: string): Wished => ['sponsor', { member: 'm4', ladder: 'bench', rung, on: true }];
const twoHosts = (scene: Scene): Scene => {
  const source = scene.source as CommunityDocument;
  const members = (source.members ?? []).map((each) => ({ ...each, host: ['m5', 'm10'].includes(each.id) }));
  return { ...scene, source: { ...source, members } };
};

/** So many stand on it, and cheered. */
function crowd(count: number): Scene {
  const members = people(Math.max(count, 12));
  const by = members.slice(0, Math.min(count, 60)).map(({ id }) => id);
  const others = members
    .slice(5, count)
    .map(({ id }, i): Progress => ({ member: id, ladder: 'bench', reached: passed(i % 5) }));
  const progress = count ? [{ ...yuki, cheers: [{ rung: 'own', count, by }] }, ...others] : [];
  return { source: { ...bench(), members, progress }, viewer: 'm4' };
}

/** Others on the step before Yuki's last; she cheered some of them. */
const followed = (...cheered: string[]): CommunityDocument => ({
  ...bench(),
  progress: [
    yuki,
    ...['m2', 'm3', 'm6', 'm7'].map((member): Progress => ({
      member,
      ladder: 'bench',
      reached: passed(1),
      ...(cheered.includes(member) && { cheers: [{ rung: 'torch', count: 1, by: ['m4'] }] }),
    })),
  ],
});

/** A community with three ladders, and Yuki on two of them. */
const several = (second = 'The garden'): CommunityDocument => ({
  ...bench(),
  ladders: [
    workbench,
    {
      id: 'garden',
      name: second,
      measures: [{ id: 'beds', label: 'beds dug' }],
      rungs: [
        { id: 'water', name: 'Water', can: 'water what is not yours', needs: [] },
        {
          id: 'dig',
          name: 'Dig',
          can: 'dig a bed without asking where the spade is',
          needs: [{ measure: 'beds', atLeast: 1 }],
        },
      ],
    },
    {
      id: 'counter',
      name: 'The counter',
      rungs: [{ id: 'tea', name: 'Tea', can: 'pour the tea', needs: [{ manual: true }] }],
    },
  ],
  progress: [yuki, { member: 'm4', ladder: 'garden', measures: { beds: 2 }, reached: { dig: '2026-10-03' } }],
});
const hidden: Wished = ['profile', { patch: { progress: { ladder: 'bench', visibility: 'nobody' } } }];
const fell = (day: string) => bench({ measures: { repairs: 9 }, reached: { stranger: day }, records: [] });
const teaching = (...by: string[]) => bench({ reached: passed(4), sponsors: { teach: by, door: by } });

const inScript = (lang: string, act: string, can: string[]): Scene => ({
  ...own(
    bench(
      {},
      {},
      {
        measures: [{ id: 'repairs', label: '…', act }],
        rungs: workbench.rungs.map((rung, i) => ({ ...rung, can: can[i % can.length] ?? '', unlocks: [] })),
      },
    ),
  ),
  lang,
});

const ladder: Widget = {
  tag: 'kith-progression-ladder',
  hero: { source: riverside, viewer: 'yuki', attributes: { ladder: 'workbench' } },
  states: {
    'A path with somebody on it': own(bench()),
    'A list': own(bench(), 'list'),
    'The first day': own({ ...bench(), progress: [] }),
    'Of another': seen(bench()),
    'Nobody is signed in': { source: bench(), viewer: '' },
    'Nobody is signed in, a list': { source: bench(), viewer: '', attributes: { layout: 'list' } },
    'They keep it to themselves': seen(bench({ visibility: 'me' })),
    'Something is written up': { ...own(bench()), pressed: 'record' },
    'Written up': { ...own(bench()), wished: written },
    'Written up, and waiting': { ...own(bench()), wished: written, answered: 'waits' },
    'Written up, and refused': {
      ...own(bench()),
      wished: written,
      answered: new ProviderError('refused', { reason: 'invalid', params: { field: 'value' } }),
    },
    'Who follows is cheered': { ...own({ ...bench(), progress: [yuki, follower] }), wished: cheered },
    'Of another, seen by a host': { ...seen(bench({ reached: passed(3) })), viewer: 'm5' },
    'Of another, whose work was seen': { ...seen(bench({ reached: passed(4) })), wished: word('teach') },
    'With a host': own(bench({ reached: passed(3) })),
    'A host is told': { ...twoHosts(ready), pressed: 'ask' },
    'A host was told': {
      ...ready,
      wished: ['ask-intro', { with: 'm5', text: 'I’m ready: close up a thing that runs on mains.', reasons: [] }],
    },
    'With people who have seen it': own(bench({ reached: passed(4) })),
    'The top': own(bench({ reached: passed(6) })),
    'The top, of another': seen(bench({ reached: passed(6) })),
    'One has seen the work': own(teaching('m1')),
    'All have seen the work, and a host is awaited': own(
      bench({ reached: passed(5), sponsors: { door: ['m1', 'm2'] } }),
    ),
    'Of another, with a word for them': seen(teaching('m1', 'm2', 'm3')),
    'Behind, in grace': own(fell('2026-11-01')),
    'Behind, in grace, of another': seen(fell('2026-11-01')),
    'Behind, and resting': own(fell('2026-06-01')),
    'One who follows was cheered': own(followed('m2')),
    'All who follow were cheered': own(followed('m2', 'm3', 'm6')),
    'Several ladders': own(several()),
    'Several ladders, unfolded': { ...own(several()), pressed: 'several' },
    'Several ladders, of another': { ...seen(several()), pressed: 'several' },
    'Several ladders, nobody is signed in': { source: several(), viewer: '', pressed: 'several' },
    'Only they see it': own(bench({ visibility: 'nobody' })),
    'Who sees it is asked': { ...own(bench({ visibility: 'members' })), pressed: 'who-sees' },
    'Who sees it is changed, and waiting': { ...own(bench()), wished: hidden, answered: 'waits' },
    'Who sees it is changed, and refused': {
      ...own(bench()),
      wished: hidden,
      answered: new ProviderError('refused', { reason: 'not-allowed' }),
    },
    'A number that is none': { ...own(bench()), pressed: 'record', written: { '4 things': 'three' } },
    'A best': own(bench({ measures: { repairs: 6 }, records: records(1, 2, 6) })),
    'A first': own(bench({ measures: { repairs: 1 }, records: records(1) })),
    Resting: own(bench({ measures: { repairs: 9 }, reached: passed(3) }, away)),
    'Resting, of another': seen(bench({ measures: { repairs: 9 }, reached: passed(3) }, away)),
    Past: seen(
      bench(
        { reached: passed(4), cheers: [], records: [] },
        { standing: 'past', standingSince: '2024-05-01', title: 'Co-founder' },
      ),
    ),
    Empty: { source: { kith: 1 } },
    Loading: { source: 'waits' },
    'Loading, with the author’s own words': { source: 'waits', content: '<p>Anyone can hold the torch.</p>' },
    Failed: { source: new ProviderError('busy') },
    'Failed after it was read': { source: { cutOff: bench() } },
    'A ground of its own': { ...own(bench()), attributes: { theme: 'dark' } },
  },
  crowd,
  stress: {
    'One step': own(bench({ reached: {} }, {}, { rungs: workbench.rungs.slice(0, 1) })),
    'Eight steps': own(bench({ measures: { repairs: 18 }, reached: {} }, {}, eight)),
    'Forty steps': own(bench({ measures: { repairs: 88 }, reached: {} }, {}, long)),
    'Several ladders, long words': {
      ...own(several('Donaudampfschifffahrtsgesellschaftskapitänsmützenaufbewahrungsschrank')),
      pressed: 'several',
    },
    'Several ladders, Arabic': { ...own(several('الحديقة')), pressed: 'several', lang: 'ar' },
    'In grace, Arabic': { ...own(fell('2026-11-01')), lang: 'ar' },
    'Who sees it, Arabic': { ...own(bench()), pressed: 'who-sees', lang: 'ar' },
    'Many bests': own(bench({ records: records(1, 2, 3, 4, 5, 6, 7, 8, 9) })),
    'Long words': seen(
      bench(
        {},
        { name: 'Anneliese-Katharina Schwarzenbacher-Featherstonehaugh', called: 'Anneliese-Katharina' },
        {
          measures: [{ id: 'repairs', label: 'Donaudampfschifffahrtsgesellschaftskapitänsmützen' }],
          rungs: workbench.rungs.map((rung) => ({
            ...rung,
            can: `${rung.can}, Donaudampfschifffahrtsgesellschaftskapitänsmütze`.repeat(2),
          })),
        },
      ),
    ),
    Japanese: inScript('ja', 'あと{n}つ直す', ['ランプを持つ', '自分のものを直す', '知らない人のやかんの前に座る']),
    Arabic: inScript('ar', 'أصلِح {n} أشياء أخرى', ['أن تمسك المصباح', 'أن تصلح شيئًا لك', 'أن تجلس بجانب غريب']),
    Hindi: inScript('hi', '{n} और चीज़ें ठीक करो', ['लालटेन पकड़ना', 'अपना कुछ ठीक करना', 'किसी अजनबी के साथ बैठना']),
  },
  words: ['ladder', 'every'],
};

export const Hero = hero(ladder);
export const AllStates = allStates(ladder);
export const AtHome = atHome(ladder);
export const Stress = stressed(ladder);
export const Anatomy = anatomy(ladder);
export const Words = wordsOf(ladder);
