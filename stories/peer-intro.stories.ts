import { createStore, ProviderError, type CommunityDocument, type Introduction, type Member } from '@kith/core';
import '@kith/elements/define/peer-intro';
import { memory } from '@kith/providers/memory';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { people, storeThat, storeThatWasCutOff } from './community.js';

interface Args {
  limit: number;
  theme: 'auto' | 'light' | 'dark';
}

/** A friend's note: two people who might meet, why, and when both are up. */
const meta: Meta<Args> = {
  title: 'Introduction',
  component: 'kith-peer-intro',
  args: { limit: 1, theme: 'auto' },
  argTypes: { theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] } },
  render: (args) => note(args),
};
export default meta;

type Story = StoryObj<Args>;

const now = () => new Date('2026-11-21T12:00:00Z');
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
function note({ limit, theme }: Args, different: Partial<CommunityDocument> = {}, viewer: string | undefined = 'm0') {
  const provider = memory({ kith: 1, members, recognitions: thanks, ...different }, { now });
  const store = createStore(provider, { now, ...(viewer && { viewer }) });
  return html`<kith-peer-intro .store=${store} limit=${limit} theme=${theme}></kith-peer-intro>`;
}

/** The same, where Bo, or Ada, is somebody else. */
const between = (args: Args, ada: Partial<Member>, bo: Partial<Member>, document: Partial<CommunityDocument> = {}) =>
  note(args, {
    members: members.slice(0, 4).map((member, i) => ({ ...member, ...[ada, bo][i] })),
    ...document,
  });

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

export const Suggested: Story = {};

export const Three: Story = { args: { limit: 3 } };

/** Nobody's eyes are known: who could use a hand. */
export const ToAVisitor: Story = { render: (args) => note(args, {}, '') };

export const Asked: Story = { render: (args) => note(args, introduction({})) };

/** To who asked a no looks like no answer: the same words, on the same day. */
export const Declined: Story = { render: (args) => note(args, introduction({ state: 'passed' })) };

export const ClosedWithoutAnAnswer: Story = {
  render: (args) => note(args, introduction({ at: '2026-11-02T13:40:00Z' })),
};

export const SomebodyAsks: Story = { render: (args) => note(args, introduction({}), 'm1') };

/** Both said yes: the thread is solid, and the stones touch. */
export const Met: Story = { render: (args) => note(args, introduction({ state: 'met' })) };

/** A third brings two together: each answers on their own. */
export const ByAThird: Story = {
  render: (args) => note(args, introduction({ by: 'm2', text: 'You both ask me where the small chisels are.' })),
};

export const MetThroughAThird: Story = { render: (args) => note(args, introduction({ by: 'm2', state: 'met' })) };

/** One topic in common, and nothing known of the other's day. */
export const LittleIsKnown: Story = {
  render: (args) => between(args, {}, { offers: [], asks: [], hours: [], pronouns: '', headline: '' }),
};

export const ManyReasons: Story = {
  render: (args) =>
    between(
      args,
      { asks: ['grant writing', 'bookkeeping', 'a van'], topics: ['choir', 'river', 'radio', 'bees'] },
      { offers: ['grant writing', 'bookkeeping', 'a van'], topics: ['choir', 'river', 'radio', 'bees'] },
    ),
};

export const Overnight: Story = {
  render: (args) => between(args, { hours: ['21:00-03:00'] }, { timeZone: 'Asia/Tokyo', hours: ['05:00-12:00'] }),
};

export const NeverUpTogether: Story = {
  render: (args) => between(args, {}, { timeZone: 'Pacific/Auckland', hours: ['18:00-21:00'] }),
};

export const LongNames: Story = {
  render: (args) =>
    between(
      args,
      { name: 'Siobhán Ní Dhálaigh', called: 'Siobhán' },
      {
        name: 'Anneliese-Katharina Schwarzenbacher-Featherstonehaugh',
        called: 'Anneliese-Katharina Schwarzenbacher-Featherstonehaugh',
      },
    ),
};

export const ManyScripts: Story = {
  render: (args) =>
    between(
      args,
      { name: '田中 ゆき', called: 'ゆき', asks: ['मराठी अनुवाद'], offers: ['木工'] },
      { name: 'ليلى حداد', called: 'ليلى', asks: ['木工'], offers: ['मराठी अनुवाद'], headline: 'تنجّد الكراسي وتغنّي' },
    ),
};

export const RightToLeft: Story = {
  render: (args) =>
    html`<div dir="rtl" lang="ar">
      ${between(
        args,
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
      )}
    </div>`,
};

export const Dark: Story = { args: { theme: 'dark' } };

/** One question. */
export const NobodyFits: Story = { render: (args) => note(args, {}, 'm9') };

export const NobodyAskedYet: Story = { render: (args) => note(args, { members: people(3) }, '') };

export const Loading: Story = {
  render: () => html`<kith-peer-intro .store=${storeThat('waits')}></kith-peer-intro>`,
};

/** What the page's author wrote inside the tag stays readable. */
export const LoadingWithContent: Story = {
  render: () =>
    html`<kith-peer-intro .store=${storeThat('waits')}><p>Ask at the desk who could use a hand.</p></kith-peer-intro>`,
};

export const Failed: Story = {
  render: () => html`<kith-peer-intro .store=${storeThat(new ProviderError('busy'))}></kith-peer-intro>`,
};

export const FailedAfterReading: Story = {
  render: () =>
    html`<kith-peer-intro member="m0" .store=${storeThatWasCutOff({ kith: 1, members })}></kith-peer-intro>`,
};
