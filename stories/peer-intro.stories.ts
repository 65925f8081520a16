import { ProviderError, type CommunityDocument, type Introduction, type Member } from '@kith/core';
import '@kith/elements/define/peer-intro';
import type { Meta } from '@storybook/web-components-vite';
import { people } from './community.js';
import {
  allStates,
  anatomy,
  atHome,
  hero,
  stressed,
  wordsOf,
  type Scene,
  type Story,
  type Widget,
  type Wished,
} from './kit.js';
import riverside from './riverside.js';

/** A friend's note: two people who might meet, why, and when both are up. */
const meta: Meta = { title: 'Peer intro', component: 'kith-peer-intro' };
export default meta;

const wishes: Partial<Member>[] = [
  {
    timeZone: 'Africa/Lagos',
    hours: ['18:00-21:00'],
    asks: ['grant writing'],
    offers: ['soldering'],
    topics: ['choir'],
  },
  {
    timeZone: 'Europe/Stockholm',
    hours: ['17:00-20:00'],
    asks: ['soldering'],
    offers: ['grant writing'],
    topics: ['choir'],
    pronouns: 'he/him',
    headline: 'Lends fourteen shelves of tools in Årsta',
  },
  { timeZone: 'Europe/London', hours: ['18:00-20:00'], topics: ['choir'], asks: ['sharpening chisels'] },
  { timeZone: 'Europe/Madrid', hours: ['12:00-14:00'], offers: ['grant writing'], asks: ['proofreading'] },
];

/** As many members, with the wishes of the first four over and over. */
const wishing = (count: number): Member[] =>
  people(count).map((member, i) => ({ ...member, ...wishes[i % wishes.length] }));

/** The note as Ada reads it. */
function note(different: Partial<CommunityDocument> = {}): Scene {
  const recognitions = [{ id: 'r1', from: 'm3', to: ['m0', 'm1'], text: 'You held the lamp.', at: '2026-11-01' }];
  return { source: { kith: 1, members: wishing(4), recognitions, ...different }, viewer: 'm0' };
}

/** The same, where Ada and Bo are otherwise. */
const between = (ada: Partial<Member>, bo: Partial<Member>): Scene =>
  note({ members: wishing(4).map((member, i) => ({ ...member, ...[ada, bo][i] })) });

/** What there is between Ada and Bo. */
const asked = (own: Partial<Introduction> = {}): Scene =>
  note({
    members: wishing(3),
    introductions: [
      {
        id: 'i1',
        people: ['m0', 'm1'],
        by: 'm0',
        text: 'I read that you wrote to a foundation, and that it wrote back.',
        state: 'asked',
        at: '2026-11-14T13:40:00Z',
        ...own,
      },
    ],
  });

const connector = { roles: [{ role: 'connector', accepted: true }] };
const lately = { joinedAt: '2026-11-09' };

/** Nine, two of whom host; the first writes to all others. One is over, so three meet. */
const round = (pressed?: string): Scene => ({
  source: {
    kith: 1,
    members: wishing(9).map((member, i) => ({ ...member, host: i === 0 || i === 8 })),
    recognitions: [1, 2, 3, 4, 5, 6, 7].map((n) => ({ id: `r${n}`, from: 'm0', to: [`m${n}`], at: '2026-11-01' })),
    introductions: [],
  },
  viewer: 'm0',
  ...(pressed && { pressed }),
});

const line = 'I read that you wrote to a foundation, and that it wrote back.';
const ask: Wished = ['ask-intro', { with: 'm1', text: line, reasons: [{ kind: 'gives', words: 'grant writing' }] }];
const yes: Wished = ['answer-intro', { introduction: 'i1', on: true }];
const four = new Date(Date.UTC(2026, 10, 17)).toISOString();

const intro: Widget = {
  tag: 'kith-peer-intro',
  hero: { source: riverside, viewer: 'ada' },
  home: { source: riverside, viewer: 'ada' },
  cell: '22rem',
  states: {
    Suggested: note(),
    'To a visitor': { ...note(), viewer: '' },
    Asked: asked(),
    'Declined, to who asked: the same': asked({ state: 'passed' }),
    'Somebody asks': { ...asked(), viewer: 'm1' },
    Met: asked({ state: 'met' }),
    'Closed without an answer': asked({ at: '2026-11-02' }),
    'Closed after a no: the same': asked({ at: '2026-11-02', state: 'passed' }),
    'The day before it closes': asked({ at: '2026-11-08T13:40:00Z' }),
    'Somebody new, to a Connector': between({ ...connector, asks: [] }, { ...lately, offers: [], topics: [] }),
    'A Connector, to somebody new': between(
      { ...lately, offers: [], topics: [] },
      { ...connector, asks: [], topics: [] },
    ),
    'Only one person between them': note({
      recognitions: ['m0', 'm1', 'm2'].map((to) => ({ id: to, from: 'm3', to: [to], at: '2026-11-01' })),
    }),
    'A host’s round for everybody': round('round'),
    'A round, and nobody is left': { ...note({ members: [{ ...people(1)[0]!, host: true }] }), pressed: 'round' },
    'Asked, and on its way': { ...note(), wished: ask, answered: 'waits' },
    'Asked, and refused': {
      ...note(),
      wished: ask,
      answered: new ProviderError('refused', { reason: 'too-often', params: { when: '2026-11-28T12:00:00Z' } }),
    },
    'Said yes to': { ...asked(), viewer: 'm1', wished: yes },
    'A no': { ...asked(), viewer: 'm1', pressed: 'decline' },
    'Passed over': { ...note(), pressed: 'pass' },
    'Four days after they met': asked({ state: 'met', met: four } as Partial<Introduction>),
    'By a third': asked({ by: 'm2', text: 'You both ask me where the small chisels are.' }),
    'Met through a third': asked({ by: 'm2', state: 'met' }),
    'One topic, and no hours': between({}, { offers: [], asks: [], hours: [] }),
    'Up overnight': between({ hours: ['21:00-03:00'] }, { timeZone: 'Asia/Tokyo', hours: ['05:00-12:00'] }),
    'Never up together': between({}, { timeZone: 'Pacific/Auckland', hours: ['18:00-21:00'] }),
    'Three at once': { ...note(), attributes: { limit: '3' } },
    'Nobody new fits': note({ members: people(3) }),
    'Nobody new fits, and a hand is needed': { ...note({ members: people(3) }), pressed: 'offer' },
    'Nobody asked yet': { ...note({ members: people(3) }), viewer: '' },
    Loading: { source: 'waits' },
    'Loading, with the author’s own words': { source: 'waits', content: '<p>Ask at the desk.</p>' },
    Failed: { source: new ProviderError('busy') },
    'Failed after it was read': {
      source: { cutOff: { kith: 1, members: wishing(4) } },
      viewer: 'm0',
    },
    'A ground of its own': { ...note(), attributes: { theme: 'dark' } },
  },
  crowd: (count) => note({ members: wishing(count) }),
  stress: {
    'Many reasons': between(
      { asks: ['grant writing', 'bookkeeping', 'a van'], topics: ['choir', 'river', 'radio', 'bees'] },
      { offers: ['grant writing', 'bookkeeping', 'a van'], topics: ['choir', 'river', 'radio', 'bees'] },
    ),
    'Long names': between(
      { called: 'Siobhán Ní Dhálaigh' },
      {
        name: 'Anneliese-Katharina Schwarzenbacher-Featherstonehaugh',
        called: 'Anneliese-Katharina Schwarzenbacher-Featherstonehaugh',
      },
    ),
    Japanese: {
      ...between(
        { name: '田中 ゆき', called: 'ゆき', asks: ['木工'] },
        { name: '佐藤 さつき', called: 'さつき', offers: ['木工'], headline: '松本で時計を直しています' },
      ),
      lang: 'ja',
    },
    Arabic: {
      ...between(
        { name: 'ليلى حداد', called: 'ليلى', asks: ['كتابة الطلبات'], offers: ['التنجيد'], topics: ['الجوقة'] },
        {
          name: 'كريم منصور',
          called: 'كريم',
          asks: ['التنجيد'],
          offers: ['كتابة الطلبات'],
          topics: ['الجوقة'],
          pronouns: '',
          headline: 'يعير الأدوات من رفوفه الأربعة عشر',
        },
      ),
      lang: 'ar',
    },
    Hindi: {
      ...between({ asks: ['मराठी अनुवाद'] }, { name: 'मीरा जोशी', called: 'मीरा', offers: ['मराठी अनुवाद'] }),
      lang: 'hi',
    },
  },
  words: ['intro', 'note', 'introActs', 'round', 'every'],
};

/** One box over the page: alone in its story, since all else is out of reach meanwhile. */
const box = (pressed: string, lang?: string): Story =>
  hero({ ...intro, hero: { ...note(), pressed, ...(lang && { lang }) } });

export const Hero = hero(intro);
export const AllStates = allStates(intro);
export const Asking = box('ask');
export const Introducing = box('introduce');
export const Everybody = hero({ ...intro, hero: round('round') });
export const AtHome = atHome(intro);
export const Stress = stressed(intro);
export const Anatomy = anatomy(intro);
export const Words = wordsOf(intro);
