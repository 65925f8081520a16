import { ProviderError, type CommunityDocument, type Ladder, type Member, type Progress } from '@kith/core';
import '@kith/elements/define/progression-ladder';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { people, storeOf, storeThat, storeThatWasCutOff } from './community.js';

interface Args {
  layout: 'path' | 'list';
  theme: 'auto' | 'light' | 'dark';
}

/** The steps from the first day on, where somebody stands, and the next small thing to do. */
const meta: Meta<Args> = {
  title: 'Progression ladder',
  component: 'kith-progression-ladder',
  args: { layout: 'path', theme: 'auto' },
  argTypes: {
    layout: { control: 'inline-radio', options: ['path', 'list'] },
    theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] },
  },
  render: (args) => ladder(args, bench()),
};
export default meta;

type Story = StoryObj<Args>;

const measures = [{ id: 'repairs', label: 'things mended', unit: 'thing mended', act: 'Mend {n} more things' }];
const workbench: Ladder = {
  id: 'bench',
  name: 'The bench',
  measures,
  rungs: [
    { id: 'torch', name: 'The torch', can: 'hold the torch and ask why', needs: [] },
    { id: 'own', name: 'Your own', can: 'mend something of your own', needs: [{ measure: 'repairs', atLeast: 1 }] },
    {
      id: 'stranger',
      name: 'A stranger’s',
      can: 'sit down beside a stranger and their kettle',
      needs: [{ measure: 'repairs', atLeast: 15 }],
      unlocks: [
        {
          reward: 'experiential',
          label: 'Any hand tool for a month instead of a week',
          href: 'https://tools.example/loans/long',
        },
      ],
    },
    {
      id: 'mains',
      name: 'Mains',
      can: 'close up a thing that runs on mains',
      needs: [{ manual: true }],
      unlocks: [{ reward: 'material', label: 'The key to the test bench' }],
    },
    {
      id: 'teach',
      name: 'Teach',
      can: 'teach one repair from start to end',
      needs: [{ sponsors: 2 }],
      unlocks: [{ reward: 'reputational', label: 'Your name beside that repair on the board' }],
    },
    { id: 'door', name: 'The door', can: 'open the Saturday door', needs: [{ sponsors: 2 }, { manual: true }] },
  ],
};

const days = ['2026-09-05', '2026-09-12', '2026-10-10', '2026-10-31', '2026-11-07', '2026-11-14'];
const passed = (steps: number, { rungs } = workbench) =>
  Object.fromEntries(rungs.slice(0, steps).map(({ id }, i) => [id, days[i] ?? '2026-11-14']));
const records = (...values: number[]): Progress['records'] =>
  values.map((value, i) => ({ measure: 'repairs', value, at: days[i] ?? '2026-11-19' }));

/** Yuki, m4, has mended four things and gone two steps; others have gone further. */
const yuki: Progress = {
  member: 'm4',
  ladder: 'bench',
  measures: { repairs: 4 },
  reached: passed(2),
  records: records(1, 2, 4),
  cheers: [{ rung: 'own', count: 4, by: ['m0', 'm1', 'm2'] }],
};

/** A community with a bench, and Yuki at it. */
function bench(own: Partial<Progress> = {}, member: Partial<Member> = {}, more: Partial<Ladder> = {}) {
  const members = people(12).map((each) => (each.id === 'm4' ? { ...each, ...member } : each));
  const follower: Progress = { member: 'm2', ladder: 'bench', reached: passed(1) };
  const document: CommunityDocument = {
    kith: 1,
    members,
    ladders: [{ ...workbench, ...more }],
    progress: [{ ...yuki, ...own }, follower],
  };
  return document;
}

interface Eyes {
  viewer?: string | undefined;
  member?: string;
}

function ladder({ layout, theme }: Args, document: CommunityDocument, { viewer = 'm4', member }: Eyes = {}) {
  return html`<kith-progression-ladder
    .store=${storeOf(document, viewer)}
    member=${ifDefined(member)}
    layout=${layout}
    theme=${theme}
  ></kith-progression-ladder>`;
}

const seen: Eyes = { viewer: 'm1', member: 'm4' };
const nobody: Eyes = { viewer: '' };

export const Path: Story = {};

export const List: Story = { args: { layout: 'list' } };

export const FirstDay: Story = {
  render: (args) => ladder(args, { ...bench(), progress: [] }),
};

/** What somebody else's page shows of them: a name, never "you". */
export const OfAnother: Story = { render: (args) => ladder(args, bench(), seen) };

/** Nobody is signed in. */
export const Visitor: Story = { render: (args) => ladder(args, bench(), nobody) };

export const VisitorList: Story = { args: { layout: 'list' }, render: (args) => ladder(args, bench(), nobody) };

/** They keep it to themselves, or nothing is written of them: the page does not know which. */
export const NoWord: Story = { render: (args) => ladder(args, bench({ visibility: 'me' }), seen) };

export const WithAHost: Story = { render: (args) => ladder(args, bench({ reached: passed(3) })) };

export const WithSponsors: Story = { render: (args) => ladder(args, bench({ reached: passed(4) })) };

export const Top: Story = { render: (args) => ladder(args, bench({ reached: passed(6) })) };

export const TopOfAnother: Story = { render: (args) => ladder(args, bench({ reached: passed(6) }), seen) };

export const First: Story = {
  render: (args) => ladder(args, bench({ measures: { repairs: 1 }, records: records(1) })),
};

const away = { standing: 'resting', standingSince: '2026-06-10' };

export const Resting: Story = {
  render: (args) => ladder(args, bench({ measures: { repairs: 9 }, reached: passed(3) }, away)),
};

export const RestingOfAnother: Story = {
  render: (args) => ladder(args, bench({ measures: { repairs: 9 }, reached: passed(3) }, away), seen),
};

/** Nothing of what they reached is missing. */
export const RestingWithPlaceKept: Story = { render: (args) => ladder(args, bench({}, away)) };

export const Past: Story = {
  render: (args) =>
    ladder(
      args,
      bench(
        { reached: passed(4), cheers: [], records: [] },
        { standing: 'past', standingSince: '2024-05-01', title: 'Co-founder' },
      ),
      seen,
    ),
};

const long: Ladder = {
  ...workbench,
  rungs: Array.from({ length: 40 }, (_, i) => ({
    id: `s${i}`,
    name: `Bench ${i + 1}`,
    can: `work at bench ${i + 1}`,
    needs: i ? [{ measure: 'repairs', atLeast: i * 5 }] : [],
  })),
};
const eight: Ladder = { ...long, rungs: long.rungs.slice(0, 8) };

export const OneStep: Story = {
  render: (args) => ladder(args, bench({ reached: {} }, {}, { rungs: workbench.rungs.slice(0, 1) })),
};

export const EightSteps: Story = {
  render: (args) => ladder(args, bench({ measures: { repairs: 18 }, reached: {} }, {}, eight)),
};

export const FortySteps: Story = {
  render: (args) => ladder(args, bench({ measures: { repairs: 88 }, reached: {} }, {}, long)),
};

export const FortyStepsList: Story = {
  args: { layout: 'list' },
  render: (args) => ladder(args, bench({ measures: { repairs: 88 }, reached: {} }, {}, long)),
};

export const ManyBests: Story = {
  render: (args) => ladder(args, bench({ records: records(1, 2, 3, 4, 5, 6, 7, 8, 9) })),
};

export const LongWords: Story = {
  render: (args) =>
    ladder(
      args,
      bench(
        {},
        { name: 'Anneliese-Katharina Schwarzenbacher-Featherstonehaugh', called: 'Anneliese-Katharina' },
        {
          measures: [{ id: 'repairs', label: 'Donaudampfschifffahrtsgesellschaftskapitänsmützen' }],
          rungs: workbench.rungs.map((rung) => ({
            ...rung,
            can: `${rung.can}, Donaudampfschifffahrtsgesellschaftskapitänsmütze`.repeat(2),
          })),
        },
      ),
      seen,
    ),
};

export const ManyScripts: Story = {
  render: (args) =>
    ladder(
      args,
      bench(
        {},
        {},
        {
          measures: [{ id: 'repairs', label: '修理', act: 'あと{n}つ直す' }],
          rungs: workbench.rungs.map((rung, i) => ({
            ...rung,
            can:
              [
                'ランプを持つ',
                'أن تصلح شيئًا لك',
                'किसी अजनबी के साथ बैठना',
                '손님의 전등을 고치기',
                'Ñandú čistit',
                'να ανοίξεις την πόρτα',
              ][i] ?? '',
          })),
        },
      ),
    ),
};

export const RightToLeft: Story = {
  render: (args) => html`<div dir="rtl" lang="ar">${ladder(args, bench())}</div>`,
};

export const RightToLeftResting: Story = {
  render: (args) => html`<div dir="rtl" lang="ar">${ladder(args, bench({ reached: passed(3) }, away))}</div>`,
};

export const Dark: Story = { args: { theme: 'dark' } };

export const Loading: Story = {
  render: () => html`<kith-progression-ladder .store=${storeThat('waits')}></kith-progression-ladder>`,
};

/** What the page's author wrote inside the tag stays readable. */
export const LoadingWithContent: Story = {
  render: () =>
    html`<kith-progression-ladder .store=${storeThat('waits')}
      ><p>Anyone can hold the torch.</p></kith-progression-ladder
    >`,
};

export const Empty: Story = {
  render: () => html`<kith-progression-ladder .store=${storeOf({ kith: 1 })}></kith-progression-ladder>`,
};

export const Failed: Story = {
  render: () =>
    html`<kith-progression-ladder .store=${storeThat(new ProviderError('busy'))}></kith-progression-ladder>`,
};

export const FailedAfterReading: Story = {
  render: () => html`<kith-progression-ladder .store=${storeThatWasCutOff(bench())}></kith-progression-ladder>`,
};
