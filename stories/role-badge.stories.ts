import {
  ProviderError,
  type CommunityDocument,
  type HeldRole,
  type Member,
  type Recognition,
  type Role,
} from '@kith/core';
import '@kith/elements/define/role-badge';
import type { Meta } from '@storybook/web-components-vite';
import { community, letters, people } from './community.js';
import { allStates, anatomy, atHome, hero, stressed, wordsOf, type Scene, type Widget, type Wished } from './kit.js';
import riverside from './riverside.js';

/** What somebody does here: hoped for, affirmed by others, shown. Or a role itself, and who said yes to it. */
const meta: Meta = { title: 'Role badge', component: 'kith-role-badge' };
export default meta;

const seenBy = (count: number, named = count): HeldRole['affirmed'] => ({
  count,
  by: people(named + 1)
    .slice(1)
    .map(({ id }, i) => ({ member: id, ...(i % 2 === 0 && { because: deeds[(i / 2) % deeds.length] }) })),
});
const deeds = [
  'She rang from Årsta to say that a belt we needed was on the wall in front of her.',
  'She sat me beside Siobhán at the soup and left to see about the kettle.',
  'She had the number of someone whose neighbour had the van.',
];
const connector: HeldRole = { role: 'connector', aspires: 'I know who has a van.', affirmed: seenBy(3), shown: 2 };
const every: HeldRole[] = [
  { role: 'sharer', aspires: 'Nobody should have to learn soldering from a burn.' },
  connector,
  { role: 'curator', affirmed: seenBy(2) },
  { role: 'innovator', aspires: 'To try the kiln on peat.' },
  { role: 'builder', affirmed: seenBy(9, 6), shown: 4 },
  { role: 'storyteller', aspires: '', affirmed: seenBy(1) },
];

const own: Role[] = [
  { id: 'keys', name: 'Keeper of the keys', description: 'Opens on Saturday and is the last to leave.' },
  { id: 'tea', name: 'Tea' },
  { id: 'お茶', name: 'お茶くみ' },
];

/** A badge of the first member, who holds these roles. */
function badge(roles: HeldRole[], layout = 'card', different: Partial<Member> = {}, site?: Role[]): Scene {
  const { members: [first, ...others] = [], ...base } = community(60);
  const members = [{ ...first, ...different, roles } as Member, ...others];
  return { source: { ...base, members, ...(site && { roles: site }) }, attributes: { member: 'm0', layout } };
}

const curator: HeldRole = { role: 'curator', accepted: true, affirmed: { count: 1, by: [{ member: 'm2' }] } };
/** The same, as the member who is next to them sees it. */
const beside = (scene: Scene): Scene => ({ ...scene, viewer: 'm1' });
const themselves = (scene: Scene): Scene => ({ ...scene, viewer: 'm0' });
const saw = (because?: string): Wished => [
  'affirm-role',
  { member: 'm0', role: 'connector', on: true, ...(because && { because }) },
];
const refused = new ProviderError('refused', { reason: 'too-often' });

/** What others think of the first member for, and what that member has not answered. */
function thoughtOf(layout: string, held: HeldRole[] = []): Scene {
  const asked: HeldRole = {
    role: 'innovator',
    affirmed: {
      count: 3,
      by: [{ member: 'm1', because: 'She fired the kiln with peat, twice.' }, { member: 'm2' }, { member: 'm5' }],
    },
  };
  const { source, ...scene } = badge([...held, asked], layout, {});
  const document = source as CommunityDocument;
  const members = document.members?.map((each) => ({ visibility: 'everyone', ...each })) ?? [];
  return themselves({ ...scene, source: { ...document, members, archive: true } });
}

/** A builder, with letters that show it, the newest of them with this as evidence. */
function shownBy(evidence: Recognition['evidence'] = [], layout = 'card', count = 6): Scene {
  const { source, ...scene } = badge([{ role: 'builder', affirmed: seenBy(2), shown: count }], layout);
  const document = source as CommunityDocument;
  const recognitions = letters(30, document.members ?? [])
    .slice(0, count)
    .map((each, i) => ({ ...each, to: ['m0'], role: 'builder', ...(i === 0 && { evidence }) }));
  return { ...scene, source: { ...document, recognitions }, pressed: 'detail' };
}

/** A badge from elsewhere, as somebody was given it. */
const foreign = (different: object = {}, more: object = {}): Recognition['evidence'] => [
  {
    kind: 'badge',
    src: 'https://bench.example/badges/7',
    credential: {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      issuer: { id: 'https://bench.example/', name: 'The bench at Årsta' },
      validFrom: '2026-03-01T10:00:00Z',
      credentialSubject: { achievement: { name: 'Mending small electrics' } },
      ...different,
    },
    ...more,
  },
];
const named = (statusPurpose: string) => ({
  credentialStatus: {
    type: 'BitstringStatusListEntry',
    statusPurpose,
    statusListIndex: '0',
    statusListCredential: 'https://bench.example/list',
  },
});
/** The issuer's list, on which it is. */
const onList = (statusPurpose: string) => ({
  lists: [
    {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      id: 'https://bench.example/list',
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      credentialSubject: { statusPurpose, encodedList: 'H4sIAAAAAAAC/2sAAK1suj8BAAAA' },
    },
  ],
});

/** One's own roles, to be taken along from a community that has an address, or has none. */
function along(roles: HeldRole[], url?: string, lang = 'en'): Scene {
  const { source, ...scene } = badge(roles, 'chip');
  const document = source as CommunityDocument;
  const where = { id: 'tool-library', name: 'Riverside Tool Library', ...(url && { url }) };
  return { ...themselves({ ...scene, source: { ...document, community: where } }), pressed: 'along', lang, wide: true };
}

/** The finder, opened where nobody has a role yet, and gone on in. */
const finding = (pressed: string, more: Partial<Scene> = {}): Scene => ({
  source: { kith: 1, members: people(8) },
  attributes: { member: 'm2' },
  viewer: 'm0',
  pressed: `suggest ${pressed}`.trim(),
  ...more,
});
const asks = 'Who introduces people?';

/** The role itself, and so many who said yes to it. */
function held(count: number): Scene {
  const members = people(Math.max(count, 2)).map((member, i) => ({
    ...member,
    roles: i < count ? [{ role: 'builder', accepted: true }] : [],
  }));
  return { source: { kith: 1, members }, attributes: { name: 'builder', layout: 'card' } };
}

const cutOff = { ...community(8), members: [{ ...people(1)[0], roles: every } as Member, ...people(8).slice(1)] };

const roleBadge: Widget = {
  tag: 'kith-role-badge',
  hero: { source: riverside, attributes: { member: 'ada', name: 'connector', layout: 'card' } },
  states: {
    'Chips: hoped, seen, shown': { ...badge(every, 'chip'), wide: true },
    Card: badge([connector], 'card', { title: 'Keeps the Saturday rota' }),
    Hoped: badge([{ role: 'innovator', aspires: 'To try the kiln on peat.' }]),
    Seen: badge([{ role: 'curator', affirmed: seenBy(2) }]),
    Shown: badge([{ role: 'storyteller', shown: 1 }]),
    'Seen by people nobody names': badge([{ ...connector, affirmed: { count: 3 } }]),
    'The role and its people': held(12),
    'The role, open': held(0),
    'The role alone': { attributes: { name: 'builder', layout: 'card' } },
    'Glyphs, in a line': badge(every, 'glyph'),
    'All roles there are': { source: community(8), attributes: { layout: 'chip' } },
    'Roles of the site’s own': badge(
      [{ role: 'keys', shown: 3 }, { role: 'tea', affirmed: seenBy(2) }, { role: 'お茶' }],
      'chip',
      {},
      own,
    ),
    'I’ve seen this': beside(badge([curator])),
    'I’ve seen this, said': beside(badge([{ ...connector, affirmed: seenBy(3) }])),
    'What did you see?': { ...beside(badge([curator])), pressed: 'affirm' },
    'On its way': { ...beside(badge([connector])), wished: saw(), answered: 'waits' },
    'Not sent': {
      ...beside(badge([{ ...connector, affirmed: { count: 1, by: [{ member: 'm2' }] } }])),
      wished: saw('She had the number of someone whose neighbour had the van, and the patience to ring it.'),
      answered: refused,
    },
    'Somebody else’s chips': { ...beside(badge([connector, curator], 'chip')), wide: true },
    'Not theirs yet': {
      ...beside(badge([curator])),
      attributes: { member: 'm0', name: 'builder', layout: 'card' },
      pressed: 'affirm',
    },
    'One’s own': themselves(badge([connector])),
    'One’s own, in words': { ...themselves(held(0)), pressed: 'claim' },
    'Thought of for a role': { ...thoughtOf('chip', [{ ...connector, accepted: true }]), wide: true },
    'Thought of for a first role': thoughtOf('card'),
    'Not them': { ...thoughtOf('card'), pressed: 'decline' },
    'Dropped, and can be put back': { ...themselves(badge([connector])), pressed: 'claim' },
    'Unfolded, a chip': shownBy([], 'chip'),
    'Unfolded, a card': shownBy(),
    'Unfolded, one letter': shownBy([], 'card', 1),
    'Unfolded, no letter yet': { ...badge([{ role: 'curator', affirmed: seenBy(2) }]), pressed: 'detail' },
    'A badge from elsewhere, in date': shownBy(foreign()),
    'A badge from elsewhere, until a day': shownBy(foreign({ validUntil: '2027-03-01T10:00:00Z' })),
    'A badge from elsewhere, run out': shownBy(foreign({ validUntil: '2026-06-01T10:00:00Z' })),
    'A badge from elsewhere, not yet valid': shownBy(foreign({ validFrom: '2026-12-24T10:00:00Z' })),
    'A badge from elsewhere, taken back': shownBy(foreign(named('revocation'), onList('revocation'))),
    'A badge from elsewhere, on hold': shownBy(foreign(named('suspension'), onList('suspension'))),
    'A badge from elsewhere, its list not seen': shownBy(foreign(named('revocation'))),
    'A badge from elsewhere, by its address': shownBy([
      { kind: 'badge', src: 'https://bench.example/badges/7', alt: 'Mending small electrics' },
    ]),
    'Take it with you': along(
      [connector, { role: 'builder', affirmed: seenBy(2), shown: 4 }],
      'https://tools.example/',
    ),
    'Take it with you, only hoped for': along(
      [{ role: 'builder', aspires: 'I mend kettles.' }],
      'https://tools.example/',
    ),
    'Take it with you, from a place without an address': along([connector]),
    'Take it with you, in Arabic': along([connector], 'https://tools.example/', 'ar'),
    'Suggest someone': finding(''),
    'Suggest someone, found': finding('', { written: { [asks]: 'N' } }),
    'Suggest someone, chosen': finding('', { written: { [asks]: ['Tomás'] } }),
    'Suggest someone, nobody so named': finding('', { written: { [asks]: 'Nobody at all' } }),
    'Suggest someone, oneself': finding('', { written: { [asks]: ['Ada'] } }),
    'Suggest someone, the next question': finding('pass'),
    'Suggest someone, the last question': finding('pass pass'),
    'Suggest someone, nobody came to mind': finding('pass pass pass'),
    'Suggest someone, all there is': finding('', {
      source: {
        kith: 1,
        members: people(12),
        roles: [
          { id: 'connector', name: 'Connector' },
          { id: 'tea', name: 'Tea' },
        ],
      },
      written: { [asks]: ['Anneliese'], 'What did you see?': 'She rang from Årsta to say that the belt was there.' },
      sent: true,
      then: 'pass',
    }),
    'Suggest someone, for one role': {
      source: { kith: 1, members: people(8) },
      attributes: { name: 'builder', layout: 'card' },
      viewer: 'm0',
      pressed: 'suggest',
      written: { 'Who mends what the rest of us stand on?': ['Bo'] },
    },
    'Suggest someone, in Arabic': finding('', { lang: 'ar' }),
    Empty: { source: { kith: 1, members: people(3) }, attributes: { member: 'm0' } },
    Loading: { source: 'waits', attributes: { member: 'm0' } },
    'Loading, with the author’s own words': {
      source: 'waits',
      attributes: { member: 'm0' },
      content: '<p>Ada, Connector</p>',
    },
    Failed: { source: new ProviderError('busy'), attributes: { member: 'm0' } },
    'Failed after it was read': { source: { cutOff }, attributes: { member: 'm0', layout: 'chip' } },
    'A ground of its own': {
      ...badge(every, 'chip'),
      attributes: { member: 'm0', layout: 'chip', theme: 'dark' },
    },
  },
  crowd: (count) =>
    badge([
      count ? { ...connector, affirmed: seenBy(count, Math.min(count, 40)), shown: count } : { role: 'connector' },
    ]),
  stress: {
    'Every role': badge(every),
    'Long names': badge(
      [{ ...connector, role: 'captain', affirmed: seenBy(12, 12) }],
      'card',
      {
        name: 'Anneliese-Katharina Schwarzenbacher-Featherstonehaugh',
        title: 'Ehrenamtliche Donaudampfschifffahrtsgesellschaftskapitänsmützenverwahrerin',
      },
      [{ id: 'captain', name: 'Donaudampfschifffahrtsgesellschaftskapitänin' }],
    ),
    'Long names, unfolded': shownBy(
      foreign({ issuer: { name: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenverwahrer'.repeat(2) } }),
    ),
    'Long names, found': finding('', {
      source: { kith: 1, members: people(60) },
      written: { [asks]: 'Anneliese' },
    }),
    'Long names, taken along': {
      ...along([{ ...connector, role: 'captain' }], `https://tools.example/${'saturday'.repeat(12)}`),
      attributes: { member: 'm0', layout: 'card' },
    },
    Japanese: {
      ...badge(
        [{ ...connector, role: 'go', aspires: 'だれが何を持っているか、知っています。' }],
        'card',
        { name: '田中 ゆき', called: 'ゆき' },
        [{ id: 'go', name: '橋わたし' }],
      ),
      lang: 'ja',
    },
    Arabic: {
      ...badge([{ ...connector, aspires: 'أعرف عند من توجد شاحنة.' }], 'card', { name: 'ليلى حداد', called: 'ليلى' }),
      lang: 'ar',
    },
    Hindi: {
      ...badge([{ ...connector, aspires: 'मुझे पता है कि किसके पास गाड़ी है।' }], 'card', {
        name: 'मीरा जोशी',
        called: 'मीरा',
      }),
      lang: 'hi',
    },
  },
  words: ['badge', 'badgeActs', 'roleDetail', 'openBadge', 'along', 'finder', 'every'],
  cell: '24rem',
};

export const Hero = hero(roleBadge);
export const AllStates = allStates(roleBadge);
export const AtHome = atHome(roleBadge);
export const Stress = stressed(roleBadge);
export const Anatomy = anatomy(roleBadge);
export const Words = wordsOf(roleBadge);
