import { ProviderError, type HeldRole, type Member, type Role } from '@kith/core';
import '@kith/elements/define/role-badge';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { community, people, storeOf, storeThat, storeThatWasCutOff } from './community.js';

interface Args {
  layout: 'chip' | 'card' | 'glyph';
  theme: 'auto' | 'light' | 'dark';
}

/** What somebody does here: hoped for, affirmed by others, shown. Or a role itself, and who said yes to it. */
const meta: Meta<Args> = {
  title: 'Role badge',
  component: 'kith-role-badge',
  args: { layout: 'card', theme: 'auto' },
  argTypes: {
    layout: { control: 'inline-radio', options: ['chip', 'card', 'glyph'] },
    theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] },
  },
  render: (args) => badge(args, [connector]),
};
export default meta;

type Story = StoryObj<Args>;

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

/** A badge of the first member, who holds these roles. */
function badge({ layout, theme }: Args, roles: HeldRole[], different: Partial<Member> = {}, own?: Role[]) {
  const base = community(60);
  const [first, ...others] = base.members ?? [];
  const members = [{ ...first, ...different, roles } as Member, ...others];
  const store = storeOf({ ...base, members, ...(own && { roles: own }) });
  return html`<kith-role-badge .store=${store} member="m0" layout=${layout} theme=${theme}></kith-role-badge>`;
}

export const Card: Story = { render: (args) => badge(args, [connector], { title: 'Keeps the Saturday rota' }) };

/** Dashed is hoped for, solid was seen by others, filled was shown; shown ones first. */
export const Chips: Story = { args: { layout: 'chip' }, render: (args) => badge(args, every) };

export const Glyphs: Story = { args: { layout: 'glyph' }, render: (args) => badge(args, every) };

export const Hoped: Story = {
  render: (args) => badge(args, [{ role: 'innovator', aspires: 'To try the kiln on peat.' }]),
};

export const Seen: Story = { render: (args) => badge(args, [{ role: 'curator', affirmed: seenBy(2) }]) };

export const Shown: Story = { render: (args) => badge(args, [{ role: 'storyteller', shown: 1 }]) };

/** One under the other. */
export const SeveralCards: Story = { render: (args) => badge(args, every) };

/** Six stones on the ring; more are said, not drawn. */
export const SeenByMany: Story = {
  render: (args) => badge(args, [{ ...connector, affirmed: seenBy(500, 40), shown: 31 }]),
};

/** A source that does not name them is believed in how many they are. */
export const NobodyNamed: Story = { render: (args) => badge(args, [{ ...connector, affirmed: { count: 3 } }]) };

/** Needs no source, and says no more than what it is. */
export const RoleAlone: Story = {
  render: ({ layout, theme }) =>
    html`<kith-role-badge name="builder" layout=${layout} theme=${theme}></kith-role-badge>`,
};

const holders = community(60);
const withHolders = (count: number) => ({
  ...holders,
  members: (holders.members ?? []).map((member, i) => ({
    ...member,
    roles: i < count ? [{ role: 'builder', accepted: true }] : [],
  })),
});

/** The role itself, and who said yes to it. */
export const RoleWithItsPeople: Story = {
  render: ({ layout, theme }) =>
    html`<kith-role-badge
      .store=${storeOf(withHolders(12))}
      name="builder"
      layout=${layout}
      theme=${theme}
    ></kith-role-badge>`,
};

export const OpenRole: Story = {
  render: ({ layout, theme }) =>
    html`<kith-role-badge
      .store=${storeOf(withHolders(0))}
      name="builder"
      layout=${layout}
      theme=${theme}
    ></kith-role-badge>`,
};

/** Without a name and a member: the roles there are. */
export const AllRoles: Story = {
  args: { layout: 'chip' },
  render: ({ layout, theme }) =>
    html`<kith-role-badge .store=${storeOf(community(8))} layout=${layout} theme=${theme}></kith-role-badge>`,
};

const own: Role[] = [
  { id: 'keys', name: 'Keeper of the keys', description: 'Opens on Saturday and is the last to leave.' },
  { id: 'tea', name: 'Tea' },
  { id: 'お茶', name: 'お茶くみ' },
];

/** A role of the site's own is its first letter in the niche. */
export const OwnRoles: Story = {
  args: { layout: 'chip' },
  render: (args) =>
    badge(args, [{ role: 'keys', shown: 3 }, { role: 'tea', affirmed: seenBy(2) }, { role: 'お茶' }], {}, own),
};

export const LongNames: Story = {
  render: (args) =>
    badge(
      args,
      [{ ...connector, role: 'captain', affirmed: seenBy(12, 12) }],
      {
        name: 'Anneliese-Katharina Schwarzenbacher-Featherstonehaugh',
        title: 'Ehrenamtliche Donaudampfschifffahrtsgesellschaftskapitänsmützenverwahrerin',
      },
      [{ id: 'captain', name: 'Donaudampfschifffahrtsgesellschaftskapitänin' }],
    ),
};

export const Japanese: Story = {
  render: (args) =>
    badge(
      args,
      [{ ...connector, role: 'go', aspires: 'だれが何を持っているか、知っています。' }],
      { name: '田中 ゆき', called: 'ゆき' },
      [{ id: 'go', name: '橋わたし' }],
    ),
};

export const RightToLeft: Story = {
  render: (args) =>
    html`<div dir="rtl" lang="ar">
      ${badge(args, [{ ...connector, aspires: 'أعرف عند من توجد شاحنة.' }], { name: 'ليلى حداد', called: 'ليلى' })}
    </div>`,
};

export const Dark: Story = { args: { theme: 'dark' }, render: (args) => badge(args, every.slice(0, 2)) };

export const DarkChips: Story = { args: { theme: 'dark', layout: 'chip' }, render: (args) => badge(args, every) };

export const Loading: Story = {
  render: () => html`<kith-role-badge .store=${storeThat('waits')} member="m0"></kith-role-badge>`,
};

/** What the page's author wrote inside the tag stays readable. */
export const LoadingWithContent: Story = {
  render: () => html`<kith-role-badge .store=${storeThat('waits')} member="m0"><p>Ada, Connector</p></kith-role-badge>`,
};

export const Empty: Story = {
  render: () =>
    html`<kith-role-badge .store=${storeOf({ kith: 1, members: people(3) })} member="m0"></kith-role-badge>`,
};

export const Failed: Story = {
  render: () => html`<kith-role-badge .store=${storeThat(new ProviderError('busy'))} member="m0"></kith-role-badge>`,
};

export const FailedAfterReading: Story = {
  render: ({ layout }) =>
    html`<kith-role-badge
      .store=${storeThatWasCutOff({ ...community(8), members: [{ ...people(1)[0], roles: every } as Member, ...people(8).slice(1)] })}
      member="m0"
      layout=${layout}
    ></kith-role-badge>`,
};
