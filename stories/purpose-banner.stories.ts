import type { Purpose } from '@kith/core';
import { ProviderError } from '@kith/core';
import '@kith/elements/define/purpose-banner';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { community, people, storeOf, storeThat, storeThatWasCutOff } from './community.js';

interface Args {
  layout: 'band' | 'card' | 'line';
  theme: 'auto' | 'light' | 'dark';
}

/** What a community stands for, and who stands behind it. */
const meta: Meta<Args> = {
  title: 'Purpose banner',
  component: 'kith-purpose-banner',
  args: { layout: 'band', theme: 'auto' },
  argTypes: {
    layout: { control: 'inline-radio', options: ['band', 'card', 'line'] },
    theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] },
  },
  render: (args) => banner(args, {}),
};
export default meta;

type Story = StoryObj<Args>;

function banner({ layout, theme }: Args, purpose: Partial<Purpose>, members = 12) {
  const base = community(members);
  const store = storeOf({ ...base, purpose: { statement: 'Everyone can fix something', ...base.purpose, ...purpose } });
  return html`<kith-purpose-banner .store=${store} layout=${layout} theme=${theme}></kith-purpose-banner>`;
}

export const Shared: Story = {};

export const Card: Story = { args: { layout: 'card' } };

export const Line: Story = { args: { layout: 'line' } };

export const Proposed: Story = {
  render: (args) => banner(args, { counts: { withUs: 31, pledged: 9 } }, 9),
};

export const NobodyYet: Story = {
  render: (args) => banner(args, { counts: { pledged: 0 }, by: [] }),
};

/** A source that does not know how many stand behind it does not say so. */
export const CountsNotKnown: Story = {
  render: ({ layout, theme }) =>
    html`<kith-purpose-banner
      .store=${storeOf({ kith: 1, purpose: { statement: 'Everyone can fix something' } })}
      layout=${layout}
      theme=${theme}
    ></kith-purpose-banner>`,
};

/** Needs no source, and says no more than it was given. */
export const StatementAlone: Story = {
  render: ({ layout, theme }) =>
    html`<kith-purpose-banner
      statement="Everyone can fix something"
      layout=${layout}
      theme=${theme}
    ></kith-purpose-banner>`,
};

export const OnePerson: Story = {
  render: (args) => banner(args, { counts: { pledged: 1 }, by: ['m0'] }),
};

/** A crowd is said, not drawn. */
export const Crowd: Story = {
  render: (args) => banner(args, { counts: { withUs: 12_412, pledged: 3871, active: 902 } }, 500),
};

export const LongStatement: Story = {
  render: (args) =>
    banner(args, {
      statement:
        'Donaudampfschifffahrtsgesellschaftskapitäne und alle anderen, die am Fluss wohnen, flicken zusammen ihre Boote',
    }),
};

export const Japanese: Story = {
  render: (args) => banner(args, { statement: 'だれでも、なにかを直せる' }),
};

export const RightToLeft: Story = {
  render: (args) => html`<div dir="rtl" lang="ar">${banner(args, { statement: 'كلّنا نستطيع إصلاح شيء ما' })}</div>`,
};

export const Dark: Story = { args: { theme: 'dark' } };

export const Loading: Story = {
  render: () => html`<kith-purpose-banner .store=${storeThat('waits')}></kith-purpose-banner>`,
};

/** What the page's author wrote inside the tag stays readable. */
export const LoadingWithContent: Story = {
  render: () =>
    html`<kith-purpose-banner .store=${storeThat('waits')}><h2>Everyone can fix something</h2></kith-purpose-banner>`,
};

export const Empty: Story = {
  render: () => html`<kith-purpose-banner .store=${storeOf({ kith: 1, members: people(3) })}></kith-purpose-banner>`,
};

export const Failed: Story = {
  render: () => html`<kith-purpose-banner .store=${storeThat(new ProviderError('busy'))}></kith-purpose-banner>`,
};

export const FailedAfterReading: Story = {
  render: () => html`<kith-purpose-banner .store=${storeThatWasCutOff(community(12))}></kith-purpose-banner>`,
};
