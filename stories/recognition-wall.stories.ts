import { ProviderError, type Recognition } from '@kith/core';
import '@kith/elements/define/recognition-wall';
import { allContributors } from '@kith/providers/all-contributors';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { createStore } from '@kith/core';
import { html } from 'lit';
import { community, people, storeOf, storeThat, storeThatWasCutOff } from './community.js';

interface Args {
  layout: 'list' | 'grid';
  theme: 'auto' | 'light' | 'dark';
  pageSize: number;
}

/** What members wrote to each other, as letters. */
const meta: Meta<Args> = {
  title: 'Recognition wall',
  component: 'kith-recognition-wall',
  args: { layout: 'list', theme: 'auto', pageSize: 20 },
  argTypes: {
    layout: { control: 'inline-radio', options: ['list', 'grid'] },
    theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] },
  },
  render: (args) => wall(args, 8),
};
export default meta;

type Story = StoryObj<Args>;

function wall({ layout, theme, pageSize }: Args, count: number, recognitions?: Recognition[]) {
  const store = storeOf(community(count, recognitions && { recognitions }));
  return html`<kith-recognition-wall
    .store=${store}
    layout=${layout}
    theme=${theme}
    page-size=${pageSize}
  ></kith-recognition-wall>`;
}

export const One: Story = { render: (args) => wall(args, 1) };

export const Eight: Story = {};

export const Grid: Story = { args: { layout: 'grid', pageSize: 24 }, render: (args) => wall(args, 40) };

/** All at once; the first of them do not wait for the last. */
export const FiveHundred: Story = { args: { layout: 'grid', pageSize: 500 }, render: (args) => wall(args, 500) };

/** A platform may only know who did what. */
export const NamesAndLabels: Story = {
  render: ({ layout, theme }) => {
    const contributors = [
      { login: 'ada', name: 'Ada Obi', contributions: ['doc', 'translation'] },
      { login: 'pipes', name: 'Who | Needs | Pipes?', contributions: ['code', 'review', 'test'] },
      { login: 'quotes', name: 'Bo "the Lamp" Nilsson', contributions: ['plumbis'] },
    ];
    const store = createStore(allContributors({ document: { contributors } }));
    return html`<kith-recognition-wall .store=${store} layout=${layout} theme=${theme}></kith-recognition-wall>`;
  },
};

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

export const EveryOccasion: Story = { render: (args) => wall(args, 12, occasions) };

export const LongNames: Story = {
  render: (args) =>
    wall(args, 12, [
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
};

export const ManyScripts: Story = {
  render: (args) =>
    wall(args, 12, [
      {
        id: 'ja',
        from: 'm4',
        to: ['m7'],
        text: 'ランプを持ってくれて、ありがとう。',
        lang: 'ja',
        at: '2026-11-19T10:00:00Z',
      },
      {
        id: 'ar',
        from: 'm6',
        to: ['m4', 'm0'],
        text: 'بقيتَ حتى عمل آخر إبريق.',
        lang: 'ar',
        at: '2026-11-18T10:00:00Z',
      },
      { id: 'hi', from: 'm7', to: ['m6'], text: 'तुमने दो घंटे तक लालटेन पकड़ी।', lang: 'hi', at: '2026-11-17T10:00:00Z' },
    ]),
};

export const RightToLeft: Story = { render: (args) => html`<div dir="rtl" lang="ar">${wall(args, 8)}</div>` };

export const Dark: Story = { args: { theme: 'dark' } };

export const Loading: Story = {
  render: () => html`<kith-recognition-wall .store=${storeThat('waits')}></kith-recognition-wall>`,
};

/** What the page's author wrote inside the tag stays readable. */
export const LoadingWithContent: Story = {
  render: () =>
    html`<kith-recognition-wall .store=${storeThat('waits')}
      ><p>Yuki, the tape was on loan.</p></kith-recognition-wall
    >`,
};

export const Empty: Story = {
  render: () =>
    html`<kith-recognition-wall .store=${storeOf({ kith: 1, members: people(3) })}></kith-recognition-wall>`,
};

export const NothingFits: Story = {
  render: () =>
    html`<kith-recognition-wall .store=${storeOf(community(8))} filter-occasion="shipped"></kith-recognition-wall>`,
};

export const Failed: Story = {
  render: () => html`<kith-recognition-wall .store=${storeThat(new ProviderError('busy'))}></kith-recognition-wall>`,
};

export const FailedAfterReading: Story = {
  render: () => html`<kith-recognition-wall .store=${storeThatWasCutOff(community(8))}></kith-recognition-wall>`,
};
