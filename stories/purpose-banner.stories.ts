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
const signedBefore = { pledges: [{ member: 'm1', version: 1, at: '2026-01-01' }] };
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
    'An earlier wording signed': seen({ version: 2, ...signedBefore }),
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
    Arabic: { ...purpose({ statement: 'كلّنا نستطيع إصلاح شيء ما', by: ['m6', 'm0'] }), lang: 'ar' },
    Hindi: { ...purpose({ statement: 'हर कोई कुछ न कुछ ठीक कर सकता है', by: ['m7'] }), lang: 'hi' },
  },
  words: ['banner', 'bannerActs', 'every'],
};

export const Hero = hero(banner);
export const AllStates = allStates(banner);
export const AtHome = atHome(banner);
export const Stress = stressed(banner);
export const Anatomy = anatomy(banner);
export const Words = wordsOf(banner);
