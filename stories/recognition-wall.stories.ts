import { createStore, ProviderError, type Recognition } from '@kith/core';
import '@kith/elements/define/recognition-wall';
import { allContributors } from '@kith/providers/all-contributors';
import type { Meta } from '@storybook/web-components-vite';
import { community, people } from './community.js';
import { allStates, anatomy, atHome, hero, stressed, wordsOf, type Scene, type Widget, type Wished } from './kit.js';
import { lettersOf } from './riverside.js';

/** What members wrote to each other, as letters. */
const meta: Meta = { title: 'Recognition wall', component: 'kith-recognition-wall' };
export default meta;

const written = (count: number, recognitions?: Recognition[]): Scene => ({
  source: community(count, recognitions && { recognitions }),
});

/** A platform may only know who did what. */
const contributors = [
  { login: 'ada', name: 'Ada Obi', contributions: ['doc', 'translation'] },
  { login: 'pipes', name: 'Who | Needs | Pipes?', contributions: ['code', 'review', 'test'] },
  { login: 'quotes', name: 'Bo "the Lamp" Nilsson', contributions: ['plumbis'] },
];

const occasions: Recognition[] = [
  { id: 'ask', occasion: 'ask', from: 'm1', text: 'I need an ECL86 that still glows.', at: '2026-11-19T10:00:00Z' },
  {
    id: 'answered',
    occasion: 'ask',
    from: 'm2',
    text: 'Who has a van on Friday?',
    answers: [{ member: 'm3', text: 'I have.' }],
    at: '2026-11-18T10:00:00Z',
  },
  { id: 'first', occasion: 'first', from: 'm1', to: ['m4'], text: 'First pull-up', at: '2026-11-17T10:00:00Z' },
  {
    id: 'shipped',
    occasion: 'shipped',
    from: 'm5',
    to: ['m2', 'm3'],
    text: 'The drill shelf is at child height.',
    askedAt: '2026-03-01',
    shippedAt: '2026-03-18',
    at: '2026-03-18T10:00:00Z',
  },
  {
    id: 'idea',
    occasion: 'idea',
    from: 'm6',
    text: 'A shelf at child height.',
    bornFrom: 'ask',
    at: '2026-03-17T10:00:00Z',
    ...{
      try: 'Two weeks with a crate.',
      measure: 'Drills that children took by themselves.',
      result: 'Nine. One plaster.',
    },
  },
  {
    id: 'welcome',
    occasion: 'welcome',
    from: 'm3',
    to: ['m8'],
    text: 'The kettle is behind the red door.',
    at: '2026-03-16',
  },
  {
    id: 'story',
    occasion: 'story',
    from: 'm4',
    text: 'In the flood of May the saws were on the top shelf.',
    at: '2026-03-15',
  },
  { id: 'milestone', occasion: 'milestone', from: 'm5', to: ['m7'], text: 'A hundred evenings.', at: '2026-03-14' },
  {
    id: 'need',
    occasion: 'thanks',
    from: 'm5',
    to: ['m0', 'm1', 'm2', 'm3', 'm6', 'm7', 'm8'],
    unnamed: 4,
    need: 'Room 12 needed six sewing machines that did not jam.',
    text: 'On Monday eleven children made bags. The zips are the hard part.',
    evidence: [
      { kind: 'image', src: 'https://tools.example/bags.svg', alt: 'Line drawing: eleven bags on a washing line' },
    ],
    at: '2026-03-03T10:00:00Z',
  },
  {
    id: 'unnamed',
    from: 'm5',
    to: [],
    unnamed: 1,
    text: 'Every Thursday the stairs are swept.',
    at: '2026-03-02T10:00:00Z',
  },
  {
    id: 'reply',
    from: 'm1',
    to: ['m0'],
    text: 'The kettle works.',
    role: 'connector',
    replies: [{ member: 'm0', text: 'It only wanted descaling.' }],
    cheers: { count: 7, by: ['m2', 'm3'] },
    at: '2026-03-01T10:00:00Z',
  },
];

/** An archive has what waits, too: what is to the first member, what is from them, what they keep to themselves. */
const waiting: Scene = {
  source: {
    ...community(12),
    archive: true,
    members: people(12).map((member) => ({ ...member, visibility: 'everyone' })),
    recognitions: [
      { id: 'to', from: 'm1', to: ['m0'], text: 'You held the lamp for two hours.', at: '2026-11-20', state: 'asked' },
      { id: 'from', from: 'm0', to: ['m2', 'm10'], text: 'Hook 61.', at: '2026-11-19', state: 'asked' },
      {
        id: 'kept',
        from: 'm4',
        to: ['m0'],
        text: 'The kettle works.',
        at: '2026-11-18',
        state: 'hidden',
        consents: [{ member: 'm0', as: 'hidden' }],
      },
      {
        id: 'stands',
        from: 'm3',
        to: ['m0'],
        text: 'Four of us carried the lathe. You counted.',
        at: '2026-11-17',
        state: 'shown',
        consents: [{ member: 'm0', as: 'named' }],
        cheers: { count: 2, by: ['m1', 'm6'] },
      },
    ],
  },
  viewer: 'm0',
};
const toOne = (viewer: string): Scene => ({
  ...written(12, [
    { id: 'one', from: 'm1', to: ['m0'], text: 'The kettle works.', role: 'builder', at: '2026-11-18T10:00:00Z' },
  ]),
  viewer,
});
const asks = (viewer: string): Scene => ({
  ...written(12, [
    {
      ...(occasions[0] as Recognition),
      backed: { count: 3, by: ['m3', 'm4', 'm6'] },
    },
    { ...(occasions[1] as Recognition), kept: { by: 'm7', because: 'A van is always wanted.' } },
  ]),
  viewer,
});
/** Room 12 asked for something that has not come yet. */
const onItsWay: Scene = written(12, [
  {
    ...(occasions.find(({ id }) => id === 'need') as Recognition),
    text: 'We have cleared a table for them.',
    askedAt: '2026-11-01',
  },
]);
const showing: Scene = written(12, [
  {
    id: 'linked',
    from: 'm1',
    to: ['m0'],
    text: 'Look at it.',
    evidence: [
      { kind: 'image', src: 'https://tools.example/lathe.jpg', alt: 'The lathe, on four shoulders' },
      { kind: 'link', src: 'https://tools.example/61', alt: 'Hook 61' },
    ],
    replies: [{ member: 'm0', text: 'I had.', evidence: [{ kind: 'link', src: 'https://tools.example/62' }] }],
    at: '2026-11-18T10:00:00Z',
  },
]);
const idea: Scene = written(12, [
  ...occasions.filter(({ id }) => id === 'idea' || id === 'ask'),
  {
    id: 'heard',
    occasion: 'ask',
    from: 'm2',
    text: 'Who has the key to the yard?',
    heardBy: { member: 'm5', at: '2026-11-02', did: 'It hangs by the door now.' },
    at: '2026-11-01',
  },
]);
const together: Scene = {
  ...written(12, [
    { id: 'both', from: 'm5', to: ['m0', 'm2', 'm3'], text: 'You all came.', at: '2026-11-18T10:00:00Z' },
  ]),
  viewer: 'm0',
};
const cheered: Wished = ['cheer', { recognition: 'one', on: true }];
const thanked: Wished = ['thank', { recognition: 'one', text: 'It only wanted descaling.' }];

const inOneScript = (lang: string, from: string, to: string, text: string): Scene => ({
  ...written(12, [
    {
      id: lang,
      from,
      to: [to, 'm0'],
      text,
      lang,
      role: 'builder',
      cheers: { count: 3, by: [to] },
      at: '2026-11-19T10:00:00Z',
    },
  ]),
  lang,
});

const wall: Widget = {
  tag: 'kith-recognition-wall',
  // A few of the demo's letters that are short and long, with and without a deed.
  hero: { source: lettersOf('bench-two', 'six-buckets', 'yukis-first', 'the-radio') },
  home: { source: lettersOf('bench-two', 'yukis-first') },
  cell: '24rem',
  states: {
    'Every occasion': { ...written(12, occasions), wide: true, attributes: { layout: 'grid' } },
    'One letter': written(1),
    'Names and labels': { source: createStore(allContributors({ document: { contributors } })) },
    'Older letters': { ...written(8), attributes: { 'page-size': '2' } },
    'Letters that wait': waiting,
    Cheered: { ...toOne('m2'), wished: cheered },
    'Cheered, and waiting': { ...toOne('m2'), wished: cheered, answered: 'waits' },
    'Cheered by a visitor': { ...toOne(''), wished: cheered },
    'Thanks back, refused': {
      ...toOne('m0'),
      wished: thanked,
      answered: new ProviderError('refused', { reason: 'too-often' }),
    },
    'What else can be done': { ...toOne('m0'), pressed: 'further thank' },
    'Something is wrong': { ...toOne('m2'), pressed: 'further report' },
    Reported: { ...toOne('m2'), pressed: 'further report', written: { "What's wrong?": 'It was me.' }, sent: true },
    'Taken back?': { ...toOne('m1'), pressed: 'further retract' },
    'Taken back': { ...toOne('m1'), pressed: 'further retract', sent: true },
    'Worth keeping': { ...toOne('m2'), pressed: 'further keep' },
    'An ask': asks('m4'),
    'An ask, and help': { ...asks('m4'), pressed: 'answer' },
    'One’s own ask, answered': { ...asks('m2'), pressed: 'thank' },
    'What shows it': showing,
    'Still on its way': onItsWay,
    'The rest of the story': { ...idea, pressed: 'rest' },
    'Asks, unanswered first': {
      ...written(12, [...occasions].reverse()),
      attributes: { 'filter-occasion': 'ask' },
    },
    Choosing: { ...written(12), attributes: { 'page-size': '2' }, pressed: 'choose' },
    'Passed on': { ...toOne('m2'), pressed: 'further copy' },
    'Both helped': { ...together, pressed: 'further' },
    'Who would like to meet': { ...together, pressed: 'further ask' },
    'Whose turn it is': { ...written(3), attributes: { spotlight: 'week' } },
    'Nothing fits': { ...written(8), attributes: { 'filter-occasion': 'shipped' } },
    Empty: { source: { kith: 1, members: people(3) } },
    Loading: { source: 'waits' },
    'Loading, with the author’s own words': { source: 'waits', content: '<p>Yuki, the tape was on loan.</p>' },
    Failed: { source: new ProviderError('busy') },
    'Failed after it was read': { source: { cutOff: community(2) } },
    'A ground of its own': { ...written(2), attributes: { theme: 'dark' } },
  },
  crowd: (count) => ({ ...written(count), attributes: { layout: 'grid', 'page-size': count === 500 ? '60' : '6' } }),
  stress: {
    'Long names': written(12, [
      {
        id: 'long',
        from: 'm10',
        to: ['m10', 'm9', 'm8'],
        text: 'Hook 61.',
        role: 'builder',
        at: '2026-11-19T10:00:00Z',
      },
      {
        id: 'word',
        from: 'm10',
        to: ['m0'],
        text: 'Donaudampfschifffahrtsgesellschaftskapitänsmütze'.repeat(3),
        at: '2026-11-18T10:00:00Z',
      },
    ]),
    Japanese: inOneScript('ja', 'm4', 'm7', 'ランプを持ってくれて、ありがとう。'),
    Arabic: inOneScript('ar', 'm6', 'm4', 'بقيتَ حتى عمل آخر إبريق.'),
    Hindi: inOneScript('hi', 'm7', 'm6', 'तुमने दो घंटे तक लालटेन पकड़ी।'),
  },
  words: ['wall', 'wallActs', 'wallRest', 'every'],
};

export const Hero = hero(wall);
export const AllStates = allStates(wall);
export const AtHome = atHome(wall);
export const Stress = stressed(wall);
export const Anatomy = anatomy(wall);
export const Words = wordsOf(wall);
