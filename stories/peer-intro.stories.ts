import { ProviderError, type CommunityDocument, type Introduction, type Member } from '@kith/core';
import '@kith/elements/define/peer-intro';
import type { Meta } from '@storybook/web-components-vite';
import { people } from './community.js';
import { allStates, anatomy, atHome, hero, stressed, wordsOf, type Scene, type Widget } from './kit.js';
import riverside from './riverside.js';

/** A friend's note: two people who might meet, why, and when both are up. */
const meta: Meta = { title: 'Peer intro', component: 'kith-peer-intro' };
export default meta;

const lagos = { timeZone: 'Africa/Lagos', hours: ['18:00-21:00'] };
const wishes: Partial<Member>[] = [
  { ...lagos, asks: ['grant writing'], offers: ['soldering'], topics: ['choir'] },
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
const members: Member[] = people(12).map((member, i) => ({ ...member, ...wishes[i] }));
const thanks = [{ id: 'r1', from: 'm3', to: ['m0', 'm1'], text: 'You held the lamp.', at: '2026-11-01' }];

/** The note as Ada reads it, or whoever is said to. */
const note = (different: Partial<CommunityDocument> = {}, viewer = 'm0'): Scene => ({
  source: { kith: 1, members, recognitions: thanks, ...different },
  viewer,
});

/** The same, where Ada, or Bo, is somebody else. */
const between = (ada: Partial<Member>, bo: Partial<Member>): Scene =>
  note({ members: members.slice(0, 4).map((member, i) => ({ ...member, ...[ada, bo][i] })) });

const introduction = (own: Partial<Introduction>): Partial<CommunityDocument> => ({
  members: members.slice(0, 3),
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

/** One who fits, among so many. */
const crowd = (count: number): Scene =>
  note({
    members: [
      ...members.slice(0, Math.min(count, 12)),
      ...people(count)
        .slice(12)
        .map((member, i) => ({ ...member, asks: [['soldering', 'a van', 'bees'][i % 3] ?? ''], topics: ['choir'] })),
    ],
  });

const peerIntro: Widget = {
  tag: 'kith-peer-intro',
  hero: { source: riverside, viewer: 'ada' },
  states: {
    Suggested: note(),
    'To a visitor': note({}, ''),
    Asked: note(introduction({})),
    'Closed, after a no': note(introduction({ state: 'passed' })),
    'Closed, without an answer': note(introduction({ at: '2026-11-02T13:40:00Z' })),
    'Somebody asks': note(introduction({}), 'm1'),
    Met: note(introduction({ state: 'met' })),
    'By a third': note(introduction({ by: 'm2', text: 'You both ask me where the small chisels are.' })),
    'Met through a third': note(introduction({ by: 'm2', state: 'met' })),
    'Little is known': between({}, { offers: [], asks: [], hours: [], pronouns: '', headline: '' }),
    Overnight: between({ hours: ['21:00-03:00'] }, { timeZone: 'Asia/Tokyo', hours: ['05:00-12:00'] }),
    'Never up together': between({}, { timeZone: 'Pacific/Auckland', hours: ['18:00-21:00'] }),
    'Nobody fits': note({}, 'm9'),
    'Nobody asked yet': note({ members: people(3) }, ''),
    Loading: { source: 'waits' },
    'Loading, with the author’s own words': {
      source: 'waits',
      content: '<p>Ask at the desk who could use a hand.</p>',
    },
    Failed: { source: new ProviderError('busy') },
    'Failed after it was read': { source: { cutOff: { kith: 1, members } }, attributes: { member: 'm0' } },
    'A ground of its own': { ...note(), attributes: { theme: 'dark' } },
  },
  crowd,
  stress: {
    'Three at once': { ...note(), attributes: { limit: '3' } },
    'Many reasons': between(
      { asks: ['grant writing', 'bookkeeping', 'a van'], topics: ['choir', 'river', 'radio', 'bees'] },
      { offers: ['grant writing', 'bookkeeping', 'a van'], topics: ['choir', 'river', 'radio', 'bees'] },
    ),
    'Long names': between(
      { name: 'Siobhán Ní Dhálaigh', called: 'Siobhán' },
      {
        name: 'Anneliese-Katharina Schwarzenbacher-Featherstonehaugh',
        called: 'Anneliese-Katharina Schwarzenbacher-Featherstonehaugh',
      },
    ),
    Japanese: {
      ...between(
        { name: '田中 ゆき', called: 'ゆき', asks: ['木工'], offers: ['はんだ付け'], topics: ['合唱'] },
        {
          name: '中村 さつき',
          called: 'さつき',
          asks: ['はんだ付け'],
          offers: ['木工'],
          topics: ['合唱'],
          pronouns: '',
          headline: '橋のたもとで椅子を直す',
        },
      ),
      lang: 'ja',
    },
    Arabic: {
      ...between(
        { called: 'ليلى', name: 'ليلى حداد', asks: ['كتابة الطلبات'], offers: ['التنجيد'], topics: ['الجوقة'] },
        {
          called: 'كريم',
          name: 'كريم منصور',
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
      ...between(
        { name: 'मीरा जोशी', called: 'मीरा', asks: ['बढ़ईगिरी'], offers: ['अनुवाद'], topics: ['गाना'] },
        {
          name: 'अनिल राव',
          called: 'अनिल',
          asks: ['अनुवाद'],
          offers: ['बढ़ईगिरी'],
          topics: ['गाना'],
          pronouns: '',
          headline: '',
        },
      ),
      lang: 'hi',
    },
  },
  words: ['intro', 'every'],
};

export const Hero = hero(peerIntro);
export const AllStates = allStates(peerIntro);
export const AtHome = atHome(peerIntro);
export const Stress = stressed(peerIntro);
export const Anatomy = anatomy(peerIntro);
export const Words = wordsOf(peerIntro);
