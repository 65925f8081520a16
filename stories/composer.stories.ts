import { ProviderError } from '@kith/core';
import '@kith/elements/define/recognition-wall';
import type { Meta } from '@storybook/web-components-vite';
import { community, people } from './community.js';
import { allStates, hero, stressed, wordsOf, type Scene, type Widget } from './kit.js';

/** A letter while it is written: as it will stand, in a box. */
const meta: Meta = { title: 'Recognition wall, composer', component: 'kith-recognition-wall' };
export default meta;

const members = people(12).map((member, i) => ({
  ...member,
  ...(i < 3 && { headline: ['Solders from Lagos', 'Lends fourteen shelves of tools', 'Kettles, above all'][i] ?? '' }),
}));

/** The composer as Bo has it open, with this written in it. */
const writing = (written: Scene['written'] = {}, attributes: Record<string, string> = {}): Scene => ({
  source: community(12, { members, recognitions: [] }),
  attributes: { compose: 'true', ...attributes },
  viewer: 'm1',
  written,
});

const DEED = 'What did they do?';
const CHANGED = 'What changed because of it?';
const LAMP = 'You held the lamp for two hours and never once said left a bit.';
const RADIO = 'The kettle works. So does my mother’s radio.';

const composer: Widget = {
  tag: 'kith-recognition-wall',
  hero: writing({ 'Who?': ['noor'], [DEED]: LAMP, [CHANGED]: RADIO }),
  cell: '26rem',
  states: {
    Writing: writing({ 'Who?': ['noor'], [DEED]: LAMP }),
    Empty: writing(),
    'The way in': { ...writing(), attributes: {} },
    'Opened by a press': { ...writing(), attributes: {}, pressed: 'write' },
    'Several people': writing({ 'Who?': ['noor', 'tom', 'sita'], [DEED]: RADIO }),
    'Somebody is looked for': writing({ 'Who?': 'o' }),
    'Nobody goes by that name': writing({ 'Who?': 'zz' }),
    'A price': writing({ 'Who?': ['noor'], [DEED]: 'You found me a kettle for $20.' }),
    'Too general': writing({ 'Who?': ['noor'], [DEED]: 'Thanks for your amazing work!!' }),
    'Little room left': writing({ 'Who?': ['noor'], [DEED]: `${RADIO} `.repeat(21) }),
    'Too long': writing({ 'Who?': ['noor'], [DEED]: `${RADIO} `.repeat(24) }),
    'A link': writing({ 'Who?': ['noor'], [DEED]: LAMP, 'A link': 'https://tools.example/61' }),
    'An ask': writing({ 'What could you': 'A van on Friday.' }, { 'filter-occasion': 'ask' }),
    'On its way': {
      ...writing(),
      attributes: {},
      wished: ['recognize', { occasion: 'thanks', to: ['m2'], text: LAMP }],
      answered: 'waits',
    },
    Refused: {
      ...writing(),
      attributes: {},
      wished: ['recognize', { occasion: 'thanks', to: ['m2'], text: LAMP }],
      answered: new ProviderError('refused', { reason: 'too-often' }),
    },
    'A ground of its own': writing({ 'Who?': ['noor'], [DEED]: LAMP }, { theme: 'dark' }),
  },
  crowd: (count) => ({ ...writing({ 'Who?': 'a' }), source: community(count, { recognitions: [] }) }),
  stress: {
    'Long names': writing({ 'Who?': ['annel', 'siob', 'linh'], [DEED]: 'Hook 61.' }),
    'A long word': writing({ 'Who?': ['annel'], [DEED]: 'Donaudampfschifffahrtsgesellschaft'.repeat(4) }),
    Arabic: { ...writing({ 'لمن؟': ['ليلى'], ما: 'بقيتَ حتى عمل آخر إبريق، ودفعت ٢٠ ريالًا.' }), lang: 'ar' },
    Japanese: { ...writing({ 'Who?': ['ゆき'], [DEED]: 'ランプを持ってくれて、ありがとう。' }), lang: 'ja' },
  },
  words: ['composerActs'],
};

export const Hero = hero(composer);
export const AllStates = allStates(composer);
export const Stress = stressed(composer);
export const Words = wordsOf(composer);
