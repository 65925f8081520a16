import { ProviderError, type Purpose } from '@kith/core';
import '@kith/elements/define/purpose-banner';
import type { Meta } from '@storybook/web-components-vite';
import riverside from './riverside.js';
import { community, people } from './community.js';
import { allStates, anatomy, atHome, hero, stressed, wordsOf, type Scene, type Widget, type Wished } from './kit.js';

/** What a community stands for, and who stands behind it. */
const meta: Meta = { title: 'Purpose banner', component: 'kith-purpose-banner' };
export default meta;

function purpose(different: Partial<Purpose>, members = 12): Scene {
  const base = community(members);
  const source = { ...base, purpose: { statement: 'Everyone can fix something', ...base.purpose, ...different } };
  return { source };
}

/** As m1 sees it, whose name is not on it yet. */
const seen = (different: Partial<Purpose> = {}, members = 12): Scene => ({
  ...purpose({ by: ['m0', 'm2', 'm3', 'm4'], counts: { withUs: 31, pledged: 4 }, ...different }, members),
  viewer: 'm1',
});
const lines = [
  {
    id: 'l1',
    member: 'm0',
    text: 'My grandmother’s radio plays again, and I did it.',
    backed: { count: 12 },
    at: '2026-03-01',
  },
  {
    id: 'l2',
    member: 'm3',
    text: 'Nobody should have to throw a kettle away.',
    backed: { count: 4 },
    at: '2026-04-01',
  },
  { id: 'l3', member: 'm1', text: 'I like the quiet before the doors open.', at: '2026-05-01' },
];
/** What only an archive has: m1 put their name to the wording before this one. */
const signedBefore = { version: 2, pledges: [{ member: 'm1', version: 1, at: '2026-01-01' }] };
const earlier = [{ version: 1, statement: 'Everyone can mend a thing or two', until: '2026-03-03' }];
/** Two lines that enough say too, of which one is offered; m5 is a host. */
const offered = {
  threshold: 4,
  version: 2,
  by: ['m0', 'm1', 'm3', 'm5'],
  lines,
};
const decisions = [
  {
    title: 'The owner holds the screwdriver',
    because:
      'In 2023 we mended 61 things for people who had gone for a walk. Twenty came back broken in the same place.',
    href: 'https://tools.example/decisions/3',
    at: '2024-02-17',
  },
  {
    title: 'The door opens with four people, or it stays shut',
    because: 'Two of us met 37 broken things.',
    at: '2026-04-12',
  },
  { title: 'Tea is free' },
];
const stones = (count: number) => ({
  by: people(count).map(({ id }) => id),
  counts: { withUs: 412, pledged: count },
});
const named: Wished = ['pledge', { on: true, purposeVersion: 1 }];
const lined: Wished = ['pledge', { on: true, purposeVersion: 1, line: 'Nobody should have to throw a kettle away.' }];

const banner: Widget = {
  tag: 'kith-purpose-banner',
  hero: { source: riverside },
  cell: '26rem',
  states: {
    Shared: { ...purpose({}), wide: true },
    Proposed: purpose({ counts: { withUs: 31, pledged: 9 } }, 9),
    'Nobody yet': purpose({ counts: { pledged: 0 }, by: [] }),
    Card: { ...purpose({}), attributes: { layout: 'card' } },
    'One line': { ...purpose({}), attributes: { layout: 'line' } },
    'Counts not known': { source: { kith: 1, purpose: { statement: 'Everyone can fix something' } } },
    'A statement alone': { attributes: { statement: 'Everyone can fix something' } },
    Empty: { source: { kith: 1, members: people(3) } },
    Loading: { source: 'waits' },
    'Loading, with the author’s own words': { source: 'waits', content: '<p>Everyone can fix something</p>' },
    Failed: { source: new ProviderError('busy') },
    'Failed after it was read': { source: { cutOff: community(12) } },
    'Counted in': { ...seen(), wished: ['with-us', { on: true }] },
    'Signed by name': { ...seen(), wished: named },
    'Asked why they are here': { ...seen(), pressed: 'pledge' },
    'A line, and waiting': { ...seen(), wished: lined, answered: 'waits' },
    'A line, and refused': {
      ...seen(),
      wished: lined,
      answered: new ProviderError('refused', { reason: 'too-often', params: {} }),
    },
    'An earlier wording signed': seen(signedBefore),
    'What changed since it was signed': { ...seen({ ...signedBefore, earlier }), pressed: 'changed' },
    'What changed, on a card': {
      ...seen({ ...signedBefore, earlier }),
      attributes: { layout: 'card' },
      pressed: 'changed',
    },
    'A line that could be the next wording': { ...seen(offered), pressed: 'why' },
    'To a host, how it is taken up': { ...seen(offered), viewer: 'm5', pressed: 'why' },
    'The next wording, before it is unfolded': { ...seen(offered), attributes: { layout: 'card' } },
    'What we decided because of it': { ...seen({ decisions, lines, by: ['m0', 'm1', 'm3'] }), pressed: 'decided' },
    'Nobody stands on it yet': purpose(stones(0)),
    'One stands on it': purpose(stones(1)),
    'Twelve stand on it': { ...purpose(stones(12)), wide: true },
    'More than twelve stand on it': { ...purpose(stones(40), 40), wide: true },
    'Proposed, on a card': { ...purpose({ counts: { pledged: 9 } }, 9), attributes: { layout: 'card' } },
    'Proposed, on one line': { ...purpose({ counts: { pledged: 9 } }, 9), attributes: { layout: 'line' } },
    'An earlier wording signed, on one line': { ...seen({ ...signedBefore, earlier }), attributes: { layout: 'line' } },
    'Empty, on a card': { source: { kith: 1, members: people(3) }, attributes: { layout: 'card' } },
    'Empty, on one line': { source: { kith: 1, members: people(3) }, attributes: { layout: 'line' } },
    'Why people are here': { ...seen({ lines, by: ['m0', 'm1', 'm3'] }), pressed: 'why' },
    'One line, and counted in': {
      ...seen(),
      attributes: { layout: 'line' },
      wished: ['with-us', { on: true }],
    },
    'Nobody is asked for a name': { ...seen(), attributes: { 'no-pledge': 'no-pledge' } },
    'A ground of its own': { ...purpose({}), attributes: { theme: 'dark' } },
  },
  crowd: (count) =>
    purpose(
      {
        counts: { withUs: count * 4, pledged: count, active: Math.floor(count / 3) },
        by: people(count)
          .map(({ id }) => id)
          .slice(0, 60),
      },
      count,
    ),
  stress: {
    'A long statement': purpose({
      statement:
        'Donaudampfschifffahrtsgesellschaftskapitäne und alle anderen, die am Fluss wohnen, flicken zusammen ihre Boote',
    }),
    Japanese: { ...purpose({ statement: 'だれでも、なにかを直せる', by: ['m4', 'm4'] }), lang: 'ja' },
    'Arabic, what changed': {
      ...seen({
        ...signedBefore,
        statement: 'كلّنا نستطيع إصلاح شيء ما',
        earlier: [{ version: 1, statement: 'كلّنا نستطيع ترميم الأشياء', until: '2026-03-03' }],
      }),
      lang: 'ar',
      pressed: 'changed',
    },
    'Arabic, what we decided, and a line to a host': {
      ...seen({ ...offered, decisions }),
      viewer: 'm5',
      lang: 'ar',
      pressed: 'decided why',
    },
    'Many lines, some long, in many languages': {
      ...seen({
        lines: [
          ...lines,
          { id: 'ar', member: 'm6', lang: 'ar', text: 'جئت من أجل المصباح وبقيت من أجل الناس.', backed: { count: 6 } },
          {
            id: 'ja',
            member: 'm4',
            lang: 'ja',
            text: 'ラジオがまた鳴った。それを直したのは私です。',
            backed: { count: 5 },
          },
          {
            id: 'long',
            member: 'm10',
            text: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenreparaturwerkstatt, '.repeat(3),
          },
          ...Array.from({ length: 30 }, (_, i) => ({ id: `n${i}`, member: `m${i % 12}`, text: `Reason ${i + 1}.` })),
        ],
        by: people(12).map(({ id }) => id),
      }),
      pressed: 'why',
    },
    Arabic: { ...purpose({ statement: 'كلّنا نستطيع إصلاح شيء ما', by: ['m6', 'm0'] }), lang: 'ar' },
    Hindi: { ...purpose({ statement: 'हर कोई कुछ न कुछ ठीक कर सकता है', by: ['m7'] }), lang: 'hi' },
  },
  words: ['banner', 'bannerActs', 'purposeDetail', 'every'],
};

export const Hero = hero(banner);
export const AllStates = allStates(banner);
export const AtHome = atHome(banner);
export const Stress = stressed(banner);
export const Anatomy = anatomy(banner);
export const Words = wordsOf(banner);
