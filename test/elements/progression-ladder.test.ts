import { expect } from '@open-wc/testing';
import {
  createStore,
  ProviderError,
  type CommunityDocument,
  type Ladder,
  type Member,
  type Progress,
} from '@kith/core';
import type { ProgressionLadder } from '@kith/elements';
import { memory, type MemoryProvider } from '@kith/providers/memory';
import { emulateMedia } from '@web/test-runner-commands';
import { acting } from './acting.js';
import { lifecycle } from './lifecycle.js';
import {
  allByRole,
  byRole,
  community,
  counting,
  focused,
  hasPart,
  heard,
  part,
  people,
  put,
  read,
  requested,
  says,
  settled,
  show,
  until,
  widen,
} from './support.js';

interface Moving {
  selector: string;
  media: string[];
}

/** The rules that animate, each with the media it is for. What waits before it is seen (`appear`) does not move. */
function moving(rules: CSSRuleList, media: string[] = []): Moving[] {
  return [...rules].flatMap((rule): Moving[] => {
    if (rule instanceof CSSStyleRule)
      return rule.style.animationName !== 'none' &&
        /\b(animation(-name)?|transition(-property)?): (?!none|appear)/.test(rule.cssText)
        ? [{ selector: rule.selectorText, media }]
        : [];
    const inside = rule instanceof CSSMediaRule ? [...media, rule.conditionText] : media;
    return rule instanceof CSSGroupingRule ? moving(rule.cssRules, inside) : [];
  });
}

const tag = '<kith-progression-ladder></kith-progression-ladder>';
const now = new Date('2026-11-21T12:00:00Z');

const measures = [{ id: 'reps', label: 'strict pull-ups', unit: 'strict pull-up', act: 'Do {n} more pull-ups' }];
const bar: Ladder = {
  id: 'bar',
  name: 'The bar',
  measures,
  rungs: [
    { id: 'hang', name: 'Hang', can: 'hang from the bar', needs: [] },
    { id: 'first', name: 'First one', can: 'pull up once', needs: [{ measure: 'reps', atLeast: 1 }] },
    {
      id: 'five',
      name: 'Five',
      can: 'pull up five times',
      needs: [{ measure: 'reps', atLeast: 5 }],
      unlocks: [
        { reward: 'experiential', label: 'Choose the song', href: 'https://bar.example/song' },
        { reward: 'material', label: 'The folding bar', href: 'javascript:alert(1)' },
      ],
    },
    { id: 'ten', name: 'Ten', can: 'pull up ten times', needs: [{ measure: 'reps', atLeast: 10 }] },
    { id: 'twenty', name: 'Twenty', can: 'pull up twenty times', needs: [{ measure: 'reps', atLeast: 20 }] },
    { id: 'vouched', name: 'Vouched', can: 'mind the bar', needs: [{ sponsors: 2 }] },
    { id: 'coach', name: 'Coach', can: 'coach a first', needs: [{ manual: true }] },
  ],
};
/** A ladder of so many steps, each but the first for somebody to go through with one. */
const steps = (count: number): Ladder => ({
  id: 'many',
  name: 'Many',
  rungs: Array.from({ length: count }, (_, i) => ({
    id: `s${i + 1}`,
    name: `Step ${i + 1}`,
    can: `do thing ${i + 1}`,
    needs: i ? [{ manual: true as const }] : [],
  })),
});

const row = (member: string, more: Partial<Progress> = {}): Progress => ({ member, ladder: 'bar', ...more });
const reached = (...rungs: string[]) => Object.fromEntries(rungs.map((rung, i) => [rung, `2026-0${i + 1}-04`]));

/** The bar with this of Ada's on it, and of others. */
const climb = (ada: Partial<Progress> | undefined, ...others: Progress[]) =>
  community({ ladders: [bar], progress: [...(ada ? [row('ada', ada)] : []), ...others] });

const being = (more: Partial<Member>, source: CommunityDocument): CommunityDocument => ({
  ...source,
  members: people.map((member) => (member.id === 'ada' ? { ...member, ...more } : member)),
});

/** A ladder of a page that only shows, as this member sees it; as nobody does where none is said. */
async function seen(by: string | undefined, source: CommunityDocument, markup = tag): Promise<ProgressionLadder> {
  const widget = put<ProgressionLadder>(markup);
  widget.store = createStore(
    { ...memory(source), takes: new Set() },
    { now: () => now, ...(by !== undefined && { viewer: by }) },
  );
  return settled(widget);
}
const mine = (ada: Partial<Progress>, ...others: Progress[]) => seen('ada', climb(ada, ...others));
/** Ada's own, where it can be written to, once it can. */
async function written(source: CommunityDocument | MemoryProvider, markup = tag): Promise<ProgressionLadder> {
  const widget = put<ProgressionLadder>(markup);
  widget.store = createStore('kith' in source ? memory(source) : source, { now: () => now, viewer: 'ada' });
  await says(widget, 'Who sees it?');
  return widget;
}
const hers = (ada: Partial<Progress>, ...others: Progress[]) =>
  seen('bo', climb(ada, ...others), '<kith-progression-ladder member="ada"></kith-progression-ladder>');

/** The steps that are in sight, as they read. */
const rungs = (widget: Element) =>
  [...(widget.shadowRoot?.querySelectorAll<HTMLElement>('[part~=rung]') ?? [])].filter(visible).map(read);
const visible = (element: HTMLElement) => element.checkVisibility() && element.getBoundingClientRect().height > 0;
const here = (widget: Element) => byHere(widget).map(read);
const byHere = (widget: Element) => [
  ...(widget.shadowRoot?.querySelectorAll<HTMLElement>('[aria-current=step]') ?? []),
];
const pebbles = (widget: Element) => widget.shadowRoot?.querySelectorAll('.me .pebble').length;
const best = (widget: Element) => [...(widget.shadowRoot?.querySelectorAll('[part~=best]') ?? [])].map(read);
const folds = (widget: Element) =>
  [...(widget.shadowRoot?.querySelectorAll<HTMLElement>('summary') ?? [])].filter(visible);
const sizeOf = (element: Element) => parseFloat(getComputedStyle(element).fontSize);
const sewing = (widget: Element) =>
  (widget.shadowRoot?.getAnimations() ?? []).filter((each) => (each as CSSAnimation).animationName === 'sew');

describe('<kith-progression-ladder>', () => {
  lifecycle('progression-ladder', {
    about: (words) => community({ ladders: [{ id: 'l', name: 'L', rungs: [{ id: 'a', name: 'A', can: words }] }] }),
  });
  acting('progression-ladder', {
    markup: '<kith-progression-ladder member="ada"></kith-progression-ladder>',
    viewer: 'bo',
    source: community({
      ladders: [bar],
      progress: [{ member: 'ada', ladder: 'bar', measures: { reps: 3 }, reached: reached('hang', 'first') }],
    }),
    part: 'cheer',
    event: 'kith-cheer',
    isDone: (widget) => part(widget, 'cheer').ariaPressed === 'true',
  });

  describe('of the reader', () => {
    it('says what they can, the next smallest act and what comes of it', async () => {
      const widget = await mine({ measures: { reps: 3 }, reached: reached('hang', 'first') });
      expect(here(widget)).to.deep.equal([
        'You can already pull up once. since 4 February Do 2 more pull-ups 3 of 5 strict pull-ups. ' +
          'Then you can pull up five times. Something to do: Choose the song. Something to hold: The folding bar.',
      ]);
      expect(read(part(widget, 'next'))).to.equal('Do 2 more pull-ups');
      expect(widget.status).to.equal('ready');
    });

    it('has the next smallest act as the largest thing in it', async () => {
      const widget = await mine({ measures: { reps: 3 }, reached: reached('hang', 'first'), records: records(1, 3) });
      const act = part(widget, 'next');
      const all = [...(widget.shadowRoot?.querySelectorAll('[part=base] *') ?? [])].filter(
        (each) => each !== act && !act.contains(each),
      );
      expect(sizeOf(act)).to.equal(1.6 * sizeOf(widget));
      for (const each of all) expect(sizeOf(each), each.className).to.be.below(sizeOf(act));
    });

    it('is a list of steps, read downwards: what is reached, the reader, the next two', async () => {
      const widget = await mine({ measures: { reps: 3 } });
      const list = widget.shadowRoot?.querySelector('ol');
      expect(list?.checkVisibility()).to.equal(true);
      expect(rungs(widget).map((text) => text.replace(/ Do 2.*/, ''))).to.deep.equal([
        'hang from the bar',
        'You can already pull up once.',
        'pull up five times',
        'pull up ten times',
      ]);
      const tops = ['.knot', '.me', '[part~=next]'].map(
        (each) => widget.shadowRoot?.querySelector(each)?.getBoundingClientRect().top ?? NaN,
      );
      expect(tops[0]).to.be.below(tops[1] as number);
    });

    it('stands on the thread between what they can and what comes next', async () => {
      const widget = await mine({ measures: { reps: 3 } });
      const stone = widget.shadowRoot?.querySelector('.me .pebble') as HTMLElement;
      const centers = [...(widget.shadowRoot?.querySelectorAll('.knot, .me .pebble') ?? [])]
        .filter((each) => visible(each as HTMLElement))
        .map((each) => each.getBoundingClientRect())
        .map(({ left, width }) => left + width / 2);
      for (const center of centers) expect(center).to.be.closeTo(centers[0] as number, 0.6);
      expect(stone.getBoundingClientRect().width).to.be.closeTo(2.4 * sizeOf(widget), 0.1);
      expect(getComputedStyle(stone).outlineStyle).to.equal('solid');
    });

    it('folds away what lies behind and further on, and opens it', async () => {
      const widget = await mine({ reached: reached('hang', 'first', 'five') });
      expect(folds(widget).map(read)).to.deep.equal(['2 behind you', '2 further on']);
      expect(rungs(widget)).to.have.length(3);
      const [behind, further] = folds(widget) as [HTMLElement, HTMLElement];
      for (const fold of [behind, further]) expect(fold.getBoundingClientRect().height).to.be.at.least(24);
      behind.focus();
      expect(focused() === behind).to.equal(true);
      behind.click();
      await until(() => rungs(widget).length === 5, 'those behind are in sight');
      expect(
        rungs(widget)
          .slice(0, 2)
          .map((text) => text.replace(/ since.*/, '')),
      ).to.deep.equal(['hang from the bar', 'pull up once']);
      further.click();
      await until(() => rungs(widget).length === 7, 'all are in sight');
    });

    it('keeps open what was opened while things change', async () => {
      const provider = memory(climb({ reached: reached('hang', 'first', 'five') }));
      const widget = put<ProgressionLadder>(tag);
      widget.store = createStore(provider, { viewer: 'ada', now: () => now });
      await settled(widget);
      (folds(widget)[0] as HTMLElement).click();
      await until(() => rungs(widget).length === 5, 'those behind are in sight');
      provider.change(() => climb({ measures: { reps: 7 }, reached: reached('hang', 'first', 'five') }));
      await says(widget, '7 of 10');
      expect(rungs(widget)).to.have.length(5);
    });

    it('needs no fold for one step, nor for few, and counts many', async () => {
      const many = (count: number, at: number) =>
        seen(
          'ada',
          community({
            ladders: [steps(count)],
            progress: [{ member: 'ada', ladder: 'many', reached: reached(`s${at}`) }],
          }),
        );
      expect(rungs(await many(1, 1))).to.have.length(1);
      const eight = await many(8, 5);
      expect([folds(eight).map(read), rungs(eight).length]).to.deep.equal([['4 behind you'], 4]);
      const forty = await many(40, 20);
      expect(folds(forty).map(read)).to.deep.equal(['19 behind you', '18 further on']);
    });

    it('knows where they begin, though nothing is written of them yet', async () => {
      const widget = await seen('ada', climb(undefined));
      expect(here(widget)[0]).to.match(
        /^You can already hang from the bar\. 1 more strict pull-up Then you can pull up/,
      );
      expect(pebbles(widget)).to.equal(1);
    });

    it('has them before the first step where that needs something', async () => {
      const ladders = [{ ...bar, rungs: bar.rungs.slice(1) }];
      const widget = await seen('ada', community({ ladders }));
      expect(here(widget)).to.deep.equal(['1 more strict pull-up Then you can pull up once.']);
      expect(rungs(widget)[1]).to.equal('pull up once');
    });

    it('has no stone of one whom others do not see, and says it to them all the same', async () => {
      const widget = await seen(
        'shy',
        community({ ladders: [bar], progress: [row('shy', { measures: { reps: 3 } })] }),
      );
      expect(here(widget)[0]).to.match(/^You can already pull up once\. Do 2 more pull-ups 3 of 5/);
      expect(pebbles(widget)).to.equal(0);
      expect(byHere(widget)[0]?.querySelectorAll('.knot')).to.have.length(2);
    });

    it('says warmly that there is no further step', async () => {
      const widget = await mine({ reached: reached('coach') });
      expect(here(widget)[0]).to.match(/Every step, to the last\. Now hold the door for whoever comes next\.$/);
      expect(folds(widget).map(read)).to.deep.equal(['6 behind you']);
    });

    it('says who goes through a step with them, and whom to ask', async () => {
      const source = climb({ reached: reached('vouched') });
      const members = [...people, { id: 'sita', name: 'Sita Rao', called: 'Sita', host: true }];
      const widget = await seen('ada', { ...source, members });
      expect(read(part(widget, 'next'))).to.equal('Sita goes through this one with you.');
      expect(read(part(await mine({ reached: reached('twenty') }), 'next'))).to.equal(
        "Ask 2 people who've seen your work.",
      );
    });

    it('links what a step opens only where that is safe', async () => {
      const widget = await mine({ measures: { reps: 3 } });
      const links = allByRole(widget, 'link') as HTMLAnchorElement[];
      expect(links.map(({ href, rel }) => [href, rel])).to.deep.equal([
        ['https://bar.example/song', 'noopener noreferrer ugc nofollow'],
      ]);
    });

    it('names who is where they were, of those who let it be seen', async () => {
      const at = { reached: reached('hang', 'first', 'five') };
      const follower = row('noor', { reached: reached('hang', 'first') });
      await says(await written(climb(at, follower)), 'Noor is where you were in February.');
      const alone = await written(climb(at, { ...follower, visibility: 'me' }));
      await says(alone, 'Who sees it?');
      expect(read(alone)).not.to.include('Noor');
    });

    it('shows no picture of anybody, and asks for none, unless pictures are allowed', async () => {
      const src = 'https://pictures.invalid/ada.png';
      const widget = await seen('ada', being({ picture: { src } }, climb({ measures: { reps: 3 } })));
      expect(widget.shadowRoot?.querySelectorAll('img')).to.have.length(0);
      expect(requested()).to.deep.equal([]);
      widget.pictures = 'allow';
      await widget.updateComplete;
      expect(widget.shadowRoot?.querySelector('img')?.src).to.equal(src);
    });
  });

  describe('of another', () => {
    it('says it by name, and never "you"', async () => {
      const source = (standing: string) =>
        being({ standing, standingSince: '2026-03-01' }, climb({ ...ten, records: records(1, 3) }));
      const ten = { reached: reached('hang', 'first', 'five', 'ten'), cheers: [{ rung: 'ten', count: 3, by: ['bo'] }] };
      const markup = '<kith-progression-ladder member="ada"></kith-progression-ladder>';
      for (const standing of ['active', 'resting', 'past']) {
        for (const by of ['bo', undefined]) {
          const widget = await seen(by, source(standing), markup);
          for (const fold of folds(widget)) fold.click();
          expect(read(widget))
            .to.include('Ada')
            .and.not.to.match(/\byour?s?\b/i);
        }
      }
    });

    it('says what they can, what is next and what comes of it', async () => {
      const widget = await hers({ measures: { reps: 3 } });
      expect(here(widget)).to.deep.equal([
        'Ada can already pull up once. 2 more strict pull-ups 3 of 5 strict pull-ups. ' +
          'Then Ada can pull up five times. Something to do: Choose the song. Something to hold: The folding bar.',
      ]);
      expect(folds(await hers({ reached: reached('five') })).map(read)).to.deep.equal(['2 behind Ada', '2 further on']);
    });

    it('knows the way at the top', async () => {
      expect(read(await hers({ reached: reached('coach') }))).to.include('Every step, to the last. Ada knows the way.');
    });

    it('says nothing where they said nothing, or keep it to themselves', async () => {
      for (const widget of [
        await seen('bo', climb(undefined), '<kith-progression-ladder member="ada"></kith-progression-ladder>'),
        await hers({ reached: reached('five'), visibility: 'me', records: records(1, 3) }),
      ]) {
        expect(read(widget)).to.match(/^The bar No word from Ada here yet\. hang from the bar/);
        expect([pebbles(widget), here(widget), best(widget)]).to.deep.equal([0, [], []]);
      }
    });

    it('is the reader’s own where they name themselves', async () => {
      const widget = await seen(
        'ada',
        climb({ measures: { reps: 3 } }),
        '<kith-progression-ladder member=" ada "></kith-progression-ladder>',
      );
      expect(read(widget)).to.include('You can already pull up once.');
    });
  });

  describe('of nobody', () => {
    it('asks where the reader would start, with what each step lets one do', async () => {
      const widget = await seen(undefined, climb({ reached: reached('five') }));
      expect(read(widget)).to.match(/^The bar Where would you start\?/);
      expect(rungs(widget)).to.deep.equal(bar.rungs.map(({ can }) => can));
      expect([pebbles(widget), here(widget), folds(widget)]).to.deep.equal([0, [], []]);
    });

    it('folds away what is beyond the seventh step', async () => {
      const widget = await seen(undefined, community({ ladders: [steps(40)] }));
      expect(rungs(widget)).to.have.length(7);
      expect(folds(widget).map(read)).to.deep.equal(['33 further on']);
    });
  });

  describe('of somebody who rests or left', () => {
    const resting = { standing: 'resting', standingSince: '2026-06-10' };

    it('says the way back, with the stone beside the thread', async () => {
      const source = climb({ reached: reached('hang', 'first', 'five'), measures: { reps: 2 } });
      const widget = await seen('ada', being(resting, source));
      expect(here(widget)[0]).to.include('Resting since June. Do 3 more pull-ups brings you straight back.');
      const box = (selector: string) => widget.shadowRoot?.querySelector(selector)?.getBoundingClientRect() as DOMRect;
      for (const width of [600, 280]) {
        await widen(widget, width);
        expect(box('.me .pebble').left, `at ${width} px`).to.be.above(box('.knot').right);
        expect(box('[part=next]').left, `at ${width} px`).to.be.above(box('.me .pebble').right);
      }
    });

    it('keeps the place of one who has all of it still', async () => {
      const widget = await seen('ada', being(resting, climb({ measures: { reps: 3 } })));
      expect(here(widget)[0]).to.include('Resting since June. Your place is kept. Do 2 more pull-ups');
    });

    it('keeps the stone of one who left at its knot', async () => {
      const source = climb({ reached: reached('hang', 'first', 'five') });
      const member = { standing: 'past', standingSince: '2024-05-01', title: 'Co-founder' };
      const widget = await seen(
        'bo',
        being(member, source),
        '<kith-progression-ladder member="ada"></kith-progression-ladder>',
      );
      expect(here(widget)).to.deep.equal([
        'pull up five times since 4 March Something to do: Choose the song. Something to hold: The folding bar. Co-founder until 2024, still one of us.',
      ]);
      expect(pebbles(widget)).to.equal(1);
      expect(hasPart(widget, 'next')).to.equal(false);
      expect(folds(widget).map(read)).to.deep.equal(['2 behind Ada', '4 further on']);
    });
  });

  describe('with cheers', () => {
    const cheered = {
      reached: reached('hang', 'first'),
      cheers: [{ rung: 'first', count: 4, by: ['bo', 'hidden', 'cy'] }],
    };

    it('names those who may be named at their step, and counts the others', async () => {
      const widget = await mine(cheered);
      expect(read(part(widget, 'people'))).to.equal('Bo, Cy and 2 more cheered.');
      expect(byHere(widget)[0]?.contains(part(widget, 'people'))).to.equal(true);
    });

    it('has them lean towards who climbs, in either direction of writing', async () => {
      const widget = await mine(cheered);
      const lean = () => getComputedStyle(widget.shadowRoot?.querySelector('.pile .pebble') as Element).rotate;
      expect(lean()).to.equal('-4deg');
      widget.locale = 'ar';
      await until(() => widget.shadowRoot?.querySelector('[dir=rtl]'), 'it is Arabic');
      expect(lean()).to.equal('4deg');
    });
  });

  describe('with a whiteboard', () => {
    it('has own bests, newest first, the deed at the start and the day at the end', async () => {
      const widget = await mine({ records: records(1, 4, 2, 5) });
      expect(best(widget)).to.deep.equal([
        'Your best yet: 5 strict pull-ups, up from 4. 2 April',
        '4 strict pull-ups 2 February',
        '1 strict pull-up 2 January',
      ]);
      expect(allByRole(widget, 'list', 'On the board')).to.have.length(1);
      const [deed, day] = [...part(widget, 'best').children].map((each) => each.getBoundingClientRect());
      expect(deed?.left).to.be.below(day?.left as number);
      expect(getComputedStyle(part(widget, 'best')).fontVariantNumeric).to.equal('tabular-nums');
    });

    it('says of a first whose it is, and who remembers theirs', async () => {
      const first = { records: records(1) };
      const others = [row('bo', first), row('noor', { ...first, visibility: 'me' })];
      const own = await written(climb(first, ...others));
      await says(own, 'Bo remembers theirs.');
      expect(best(own)).to.deep.equal(['1 strict pull-up Your first. Bo remembers theirs. 2 January']);
      expect(best(await hers(first, ...others))).to.deep.equal(["1 strict pull-up Ada's first. 2 January"]);
      expect(best(await hers({ records: records(1, 3) }))[0]).to.match(
        /^Ada's best yet: 3 strict pull-ups, up from 1\./,
      );
    });

    it('folds away the older of many', async () => {
      const widget = await mine({ records: records(1, 2, 3, 4, 5, 6, 7) });
      expect(folds(widget).map(read)).to.include('2 earlier');
      expect(
        folds(await mine({ records: records(1, 2, 3, 4, 5, 6) }))
          .map(read)
          .join(),
      ).not.to.include('earlier');
    });

    it('is not there where nothing is written on it', async () => {
      expect(hasPart(await mine({ measures: { reps: 3 } }), 'best')).to.equal(false);
    });
  });

  describe('as a list', () => {
    const list = '<kith-progression-ladder layout=" List "></kith-progression-ladder>';

    it('has every step with its name, what it opens, and no fold', async () => {
      const widget = await seen('ada', climb({ reached: reached('hang', 'first', 'five') }), list);
      expect(widget.layout).to.equal('list');
      expect(folds(widget)).to.deep.equal([]);
      expect(rungs(widget)).to.have.length(7);
      expect(rungs(widget)[0]).to.equal('Hang hang from the bar since 4 January');
      expect(rungs(widget)[2]).to.match(/^Five pull up five times since 4 March Something to do: Choose the song\./);
      expect(here(widget)[0]).to.include('10 more');
      expect(rungs(widget)[6]).to.equal('Coach coach a first');
    });

    it('has forty of them', async () => {
      const widget = await seen(undefined, community({ ladders: [steps(40)] }), list);
      expect(rungs(widget)).to.have.length(40);
    });
  });

  describe('when a step is passed', () => {
    const climbing = async (layout = 'path') => {
      const provider = memory(climb({ measures: { reps: 3 }, records: records(1, 3) }));
      const markup = `<kith-progression-ladder layout="${layout}"></kith-progression-ladder>`;
      const widget = await written(provider, markup);
      const pass = async (reps: number) => {
        provider.change(() => climb({ measures: { reps }, records: records(1, reps) }));
        await says(widget, `up from 1`);
        await says(widget, `${reps} strict pull-ups`);
      };
      return { widget, pass };
    };

    it('sews the stretch up to it, once, and then it just stands', async () => {
      const { widget, pass } = await climbing();
      expect(sewing(widget), 'before anything happened').to.deep.equal([]);
      await pass(4);
      expect(sewing(widget), 'within a step').to.deep.equal([]);
      await pass(6);
      const [stretch, ...others] = sewing(widget);
      expect(others).to.deep.equal([]);
      expect(stretch?.effect?.getTiming().duration).to.equal(600);
      const sewn = (stretch?.effect as KeyframeEffect).target as Element;
      expect(byHere(widget)[0]?.contains(sewn)).to.equal(true);
      const running = () => widget.shadowRoot?.getAnimations() ?? [];
      expect(running().map((each) => (each as CSSAnimation).animationName)).to.deep.equal(['sew', 'underline']);
      for (const each of running()) each.finish();
      await until(() => !part(widget, 'base').matches('.sewing'), 'it is sewn');
      const community = widget.parentElement as Element;
      widget.remove();
      community.append(widget);
      await settled(widget);
      expect(sewing(widget), 'after it was moved').to.deep.equal([]);
    });

    it('sews nothing for another member, another store, or in a list', async () => {
      const { widget } = await climbing();
      widget.store = createStore(memory(climb({ reached: reached('ten') })), { viewer: 'ada', now: () => now });
      await says(widget, 'pull up ten times');
      expect(sewing(widget)).to.deep.equal([]);
      const both = climb({ measures: { reps: 1 } }, row('bo', { reached: reached('ten') }));
      const other = await written(both);
      other.member = 'bo';
      await says(other, 'Bo can already pull up ten times');
      expect(sewing(other)).to.deep.equal([]);
      const list = await climbing('list');
      await list.pass(6);
      expect(sewing(list.widget)).to.deep.equal([]);
      expect(part(list.widget, 'base').className).not.to.include('sewing');
    });

    it('moves nothing but where motion is not unwanted', async () => {
      const { widget } = await climbing();
      const rules = (widget.shadowRoot?.adoptedStyleSheets ?? []).flatMap(({ cssRules }) => moving(cssRules));
      const isSewing = ({ selector }: Moving) => /sew/.test(selector);
      expect(rules.filter(isSewing)).to.have.length.at.least(2);
      for (const { selector, media } of rules) {
        expect(media, selector).to.include('(prefers-reduced-motion: no-preference)');
      }
    });

    // Only Chromium can be told to want less motion; in the others the test above stands for this one.
    if (navigator.userAgent.includes('Chrome'))
      it('stands at once where less motion is wished for', async () => {
        await emulateMedia({ reducedMotion: 'reduce' });
        try {
          const { widget, pass } = await climbing();
          await pass(6);
          expect(here(widget)[0]).to.match(/^You can already pull up five times\./);
          expect(widget.shadowRoot?.getAnimations()).to.deep.equal([]);
        } finally {
          await emulateMedia({ reducedMotion: 'no-preference' });
        }
      });
  });

  describe('of a community with several ladders, or none', () => {
    const both = community({ ladders: [bar, steps(3)] });

    it('is the first where none is named, else the one that is', async () => {
      const widget = await show<ProgressionLadder>(tag, both);
      expect(read(byRole(widget, 'heading', 'The bar'))).to.equal('The bar');
      widget.setAttribute('ladder', ' many ');
      await says(widget, 'do thing 1');
      expect(byRole(widget, 'heading').textContent).to.equal('Many');
      widget.removeAttribute('ladder');
      await says(widget, 'hang from the bar');
    });

    it('says that nobody wrote any steps, or what the page puts there instead', async () => {
      const widget = await show(tag, community());
      expect(widget.status).to.equal('empty');
      expect(read(widget)).to.equal('Nobody has written down the steps here yet.');
      const own = await show(
        '<kith-progression-ladder><p slot="empty">Soon.</p></kith-progression-ladder>',
        community(),
      );
      expect(read(own)).to.equal('Soon.');
      const bare = await show(tag, community({ ladders: [{ id: 'bare', name: 'Bare', rungs: [] }] }));
      expect(bare.status).to.equal('empty');
    });

    it('says in one line which ladder is none, and shows so', async () => {
      const widget = await show('<kith-progression-ladder ladder="ladder-7"></kith-progression-ladder>', both);
      expect(widget.status).to.equal('empty');
      expect(read(widget)).to.equal("We can't find these steps here.");
      widget.requestUpdate();
      await widget.updateComplete;
      expect(heard()).to.deep.equal(['<kith-progression-ladder>: ladder="ladder-7" is none of this community\'s']);
    });

    it('says in one line which member is nobody, and shows the steps', async () => {
      const widget = await show('<kith-progression-ladder member="zed"></kith-progression-ladder>', both);
      expect(widget.status).to.equal('ready');
      expect(read(widget)).to.match(/^The bar The bar and one more We can't find this person here\. hang from the bar/);
      expect(pebbles(widget)).to.equal(0);
      expect(heard()).to.deep.equal(['<kith-progression-ladder>: member="zed" is nobody in this community']);
    });

    it('says nothing of the kind while it does not know', async () => {
      const failing = memory(both, { fail: new ProviderError('busy') });
      const widget = put('<kith-progression-ladder ladder="ladder-7" member="zed"></kith-progression-ladder>', failing);
      await until(() => widget.status === 'failed', 'it fails');
      await widget.updateComplete;
      expect(heard()).to.deep.equal([]);
    });

    it('has a heading that is heard, of the level the page wants, or the page’s own', async () => {
      const widget = await show('<kith-progression-ladder heading-level="3"></kith-progression-ladder>', both);
      expect(byRole(widget, 'heading', 'The bar').ariaLevel).to.equal('3');
      const own = await show(
        '<kith-progression-ladder><h3 slot="heading">Your way up</h3></kith-progression-ladder>',
        both,
      );
      expect(allByRole(own, 'heading').map(read)).to.deep.equal(['Your way up']);
    });

    it('asks only for what it shows', async () => {
      const provider = counting(memory(climb({ measures: { reps: 3 } })));
      const widget = put<ProgressionLadder>('<kith-progression-ladder member="ada"></kith-progression-ladder>');
      widget.store = createStore(provider, { viewer: 'bo' });
      await settled(widget);
      expect(provider.asked).to.deep.equal(['ladder']);
    });
  });

  describe('with a wrong value', () => {
    it('reads layout="spiral" as path, and says so once', async () => {
      const widget = await show<ProgressionLadder>(
        '<kith-progression-ladder layout="spiral"></kith-progression-ladder>',
        climb(undefined),
      );
      expect(widget.layout).to.equal('path');
      expect(heard()).to.deep.equal([
        '<kith-progression-ladder>: layout="spiral" is not one of: path, list; using path',
      ]);
    });

    it('takes the default silently where a framework gives a property no value', async () => {
      const widget = await show<ProgressionLadder>(tag, climb(undefined));
      for (const property of ['ladder', 'member', 'layout'] as const) {
        for (const nothing of [undefined, null]) {
          Object.assign(widget, { [property]: nothing });
          await widget.updateComplete;
        }
      }
      expect(widget.layout).to.equal('path');
      await says(widget, 'Where would you start?');
    });
  });

  describe('when the newest cannot be had', () => {
    it('keeps what is known on a dashed thread, says how things stand, and tries again', async () => {
      let fails = false;
      const source = climb({ measures: { reps: 3 } });
      const provider = memory(source, { fail: () => (fails ? new ProviderError('busy') : undefined) });
      const widget = put<ProgressionLadder>(tag);
      widget.store = createStore(provider, { viewer: 'ada', now: () => now });
      await settled(widget);
      const thread = () =>
        getComputedStyle(byHere(widget)[0]?.firstElementChild as Element, '::after').borderInlineStartStyle;
      expect(thread()).to.equal('solid');
      fails = true;
      provider.change(() => climb({ measures: { reps: 4 } }));
      await until(() => widget.status === 'failed', 'it fails');
      await widget.updateComplete;
      expect(here(widget)[0]).to.include('Do 2 more pull-ups');
      expect(thread()).to.equal('dashed');
      expect(read(part(widget, 'status'))).to.match(/^This is how things stood .+ Try again$/);
      fails = false;
      byRole(widget, 'button', 'Try again').click();
      await says(widget, '4 of 5');
      expect(widget.status).to.equal('ready');
    });
  });

  describe('with hostile words', () => {
    const hostile = [
      '<script>window.ran=1</script>',
      '"><img src=x onerror="window.ran=1">',
      'javascript:window.ran=1',
      '${window.ran=1}{{window.ran=1}}',
      'W'.repeat(400),
      '\u202eright to left override',
      'Z\u0351\u036b\u0343\u036aalgo'.repeat(40),
      '👩‍👩‍👧‍👦'.repeat(60),
      '﷽'.repeat(20),
      'א'.repeat(200),
    ];
    const everywhere = (words: string, standing: string): CommunityDocument => ({
      kith: 1,
      members: [
        { id: 'ada', name: words, standing, standingSince: '2026-01-01', title: words, picture: { src: words } },
        { id: 'bo', name: words, host: true },
        { id: 'cy', name: words, called: words },
      ],
      ladders: [
        {
          id: 'l',
          name: words,
          measures: [{ id: 'm', label: words, unit: words, act: `${words} {n}` }],
          rungs: ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id, i) => ({
            id,
            name: words,
            can: words,
            needs: i ? [{ measure: 'm', atLeast: i * 10 }, { manual: true }] : [],
            unlocks: [{ reward: words, label: words, href: words }],
          })),
        },
      ],
      progress: [
        {
          member: 'ada',
          ladder: 'l',
          measures: { m: 25 },
          reached: { c: '2026-01-01', d: words },
          records: [1, 2, 3, 4, 5, 6, 7].map((value) => ({ measure: 'm', value, at: `2026-01-0${value}` })),
          cheers: [{ rung: 'd', count: 9, by: ['bo', 'cy'] }],
        },
        {
          member: 'cy',
          ladder: 'l',
          reached: { c: '2026-01-01' },
          records: [{ measure: 'm', value: 1, at: '2026-01-01' }],
        },
      ],
    });

    for (const words of hostile) {
      for (const standing of ['active', 'resting', 'past']) {
        it(`runs nothing and stays in its place, ${standing}: ${words.slice(0, 24)}`, async () => {
          for (const [by, layout] of [
            ['ada', 'path'],
            ['bo', 'list'],
            [undefined, 'path'],
          ] as const) {
            const member = by === 'bo' ? 'member="ada"' : '';
            const widget = await seen(
              by,
              everywhere(words, standing),
              `<kith-progression-ladder layout="${layout}" ${member}></kith-progression-ladder>`,
            );
            await widen(widget, 280);
            for (const fold of folds(widget)) fold.click();
            const root = widget.shadowRoot as ShadowRoot;
            await until(() => rungs(widget).length === 7, 'all steps are in sight');
            for (const drawn of [widget, ...root.querySelectorAll<HTMLElement>('[part=base], li, p, summary')]) {
              const width = Math.ceil(drawn.getBoundingClientRect().width);
              expect(drawn.scrollWidth, `${layout}, ${drawn.className}`).to.be.at.most(width);
            }
            expect(root.querySelectorAll('script, img, a[href^="javascript"]')).to.have.length(0);
            expect(read(widget)).to.include(words.trim().replace(/\s+/g, ' ').slice(0, 20));
          }
          expect('ran' in window).to.equal(false);
        });
      }
    }

    it('keeps every name apart from the words around it', async () => {
      for (const layout of ['path', 'list']) {
        const markup = `<kith-progression-ladder layout="${layout}"></kith-progression-ladder>`;
        const widget = await seen('ada', everywhere('Ada\u202e', 'active'), markup);
        const walker = document.createTreeWalker(widget.shadowRoot as ShadowRoot, NodeFilter.SHOW_TEXT);
        const loose: string[] = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const around = node.parentElement as Element;
          if (!node.nodeValue?.includes('\u202e') || around.closest('bdi, [dir=auto], [role=heading]')) continue;
          // A line of the whiteboard holds nothing else.
          if (around.parentElement?.textContent !== node.nodeValue) loose.push(node.nodeValue);
        }
        expect(loose, layout).to.deep.equal([]);
      }
    });
  });

  describe('in Arabic', () => {
    it('speaks it, from right to left, with the thread at the start', async () => {
      const widget = await mine({ measures: { reps: 3 } });
      widget.locale = 'ar';
      await says(widget, 'في مقدورك بالفعل: pull up once.');
      expect(part(widget, 'base').dir).to.equal('rtl');
      const { right } = widget.getBoundingClientRect();
      const stone = widget.shadowRoot?.querySelector('.me')?.getBoundingClientRect();
      const act = part(widget, 'next').getBoundingClientRect();
      expect(stone?.right).to.be.closeTo(right, 1);
      expect(act.right).to.be.below(stone?.left as number);
    });
  });
});

/** A record a month, of one measure. */
function records(...values: number[]): Progress['records'] {
  return values.map((value, i) => ({ measure: 'reps', value, at: `2026-0${i + 1}-02` }));
}
