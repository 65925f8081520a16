import { expect } from '@open-wc/testing';
import {
  createStore,
  ProviderError,
  type CommunityDocument,
  type Ladder,
  type Member,
  type Progress,
  type Provider,
  type Store,
} from '@kith/core';
import type { ProgressionLadder } from '@kith/elements';
import { memory } from '@kith/providers/memory';
import {
  allByRole,
  boxOf,
  byRole,
  community,
  counting,
  focused,
  hasPart,
  overhear,
  part,
  people,
  press,
  put,
  read,
  readOnly,
  says,
  sending,
  settled,
  until,
  write,
} from './support.js';

const tag = '<kith-progression-ladder></kith-progression-ladder>';
const hers = '<kith-progression-ladder member="ada"></kith-progression-ladder>';
const now = new Date('2026-11-21T12:00:00Z');
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();

const bar: Ladder = {
  id: 'bar',
  name: 'The bar',
  measures: [{ id: 'reps', label: 'pull-ups', unit: 'pull-up', act: 'Do {n} more pull-ups' }],
  rungs: [
    { id: 'hang', name: 'Hang', can: 'hang from the bar', needs: [] },
    { id: 'first', name: 'First one', can: 'pull up once', needs: [{ measure: 'reps', atLeast: 1 }] },
    {
      id: 'five',
      name: 'Five',
      can: 'pull up five times',
      needs: [{ measure: 'reps', atLeast: 5 }],
      unlocks: [{ reward: 'material', label: 'The key to the hall' }],
    },
    { id: 'door', name: 'Door', can: 'open up', needs: [{ sponsors: 2 }, { manual: true }] },
  ],
};
const bikes: Ladder = {
  id: 'bikes',
  name: 'Bikes',
  measures: [{ id: 'tubes', label: 'tubes patched' }],
  rungs: [
    { id: 'pump', name: 'Pump', can: 'pump a tyre', needs: [] },
    { id: 'patch', name: 'Patch', can: 'patch a tube', needs: [{ measure: 'tubes', atLeast: 1 }] },
  ],
};
const sewing: Ladder = {
  id: 'sewing',
  name: 'Sewing',
  rungs: [{ id: 'tack', name: 'Tack', can: 'tack a hem', needs: [{ manual: true }] }],
};

const row = (member: string, more: Partial<Progress> = {}): Progress => ({ member, ladder: 'bar', ...more });
const upTo = (rung: string, at = ago(30)) => ({ reached: { [rung]: at } });
const climb = (progress: Progress[], ladders = [bar], members: Member[] = people): CommunityDocument =>
  community({ ladders, members, progress });
const storeFor = (viewer: string | undefined, source: CommunityDocument | Provider, at: () => Date = () => now) =>
  createStore('kith' in source ? memory(source, { now: () => now }) : source, {
    now: at,
    ...(viewer !== undefined && { viewer }),
  });

async function show(store: Store, markup = tag): Promise<ProgressionLadder> {
  const widget = put<ProgressionLadder>(markup);
  widget.store = store;
  return settled(widget);
}
/** One's own, once it can be written to. */
async function own(store: Store, markup = tag): Promise<ProgressionLadder> {
  const widget = await show(store, markup);
  await until(() => hasPart(widget, 'visibility'), 'it can be written to');
  return widget;
}
const seen = (by: string | undefined, source: CommunityDocument | Provider, markup = tag) =>
  show(storeFor(by, source), markup);
/** A memory that says no to whatever it is sent. */
const unwilling = (source: CommunityDocument): Provider => ({
  ...memory(source, { now: () => now }),
  send: () => Promise.reject(new ProviderError('refused', { reason: 'not-allowed' })),
});
const buttons = (widget: Element) => allByRole(widget, 'button').map(read);
const button = (widget: Element, name: string) => byRole(widget, 'button', name) as HTMLButtonElement;
const field = (widget: Element) => part(widget, 'compose').querySelector('input') as HTMLInputElement;
/** What is sewn there now; what waits before it is seen does not move. */
const running = (widget: Element) =>
  (widget.shadowRoot?.getAnimations() ?? [])
    .map((each) => (each as CSSAnimation).animationName)
    .filter((name) => name !== 'appear');
const here = (widget: Element) => widget.shadowRoot?.querySelector<HTMLElement>('[aria-current=step]') as HTMLElement;
const unfold = (widget: Element) => {
  const summary = widget.shadowRoot?.querySelector<HTMLElement>('.several > summary') as HTMLElement;
  summary.focus();
  summary.click();
  return summary;
};

describe('<kith-progression-ladder> in depth', () => {
  describe('of somebody who fell behind', () => {
    const behind = (days: number) => climb([row('ada', { ...upTo('five', ago(days)), measures: { reps: 3 } })]);

    it('tells them that they stand as before, until when, and what keeps them there', async () => {
      const widget = await seen('ada', behind(20));
      expect(read(widget)).to.include(
        'You stand as before until 30 January 2027. Then you rest, and your place is kept.',
      );
      expect(read(widget)).to.include('Do 2 more pull-ups keeps you here.');
      expect(read(widget)).to.include('You can already pull up five times.');
      expect(widget.shadowRoot?.querySelector('.resting')).to.equal(null);
    });

    it('then tells them that they rest, and the way back, with the stone beside the thread', async () => {
      const widget = await seen('ada', behind(120));
      expect(read(widget)).to.include('Resting since October. Do 2 more pull-ups brings you straight back.');
      expect(widget.shadowRoot?.querySelector('.resting .me .pebble')).not.to.equal(null);
    });

    it('tells nobody else of either', async () => {
      for (const days of [20, 120])
        for (const by of ['bo', undefined]) {
          const text = read(await seen(by, behind(days), hers));
          expect(text).to.include('Ada can already pull up five times.');
          expect(text).not.to.match(/rest|as before|back/i);
        }
    });

    it('asks for the number that keeps them there', async () => {
      const store = storeFor('ada', behind(20));
      const widget = await own(store);
      press(widget, 'Write it up');
      await until(() => hasPart(widget, 'compose'), 'it is asked');
      write(field(widget), '5');
      await widget.updateComplete;
      (part(widget, 'submit') as HTMLButtonElement).click();
      await until(() => !read(widget).includes('as before'), 'they are where they were');
      expect(read(widget)).to.include("Ask 2 people who've seen your work.");
    });
  });

  describe('when a number is written', () => {
    const asked = async (locale = '', ladder = bar) => {
      const store = storeFor('ada', climb([row('ada', upTo('first'))], [ladder]));
      const widget = await own(store, `<kith-progression-ladder locale="${locale}"></kith-progression-ladder>`);
      await until(() => hasPart(widget, 'record'), 'there is a button');
      const said = overhear(widget, 'kith-record');
      part(widget, 'record').click();
      await until(() => hasPart(widget, 'compose') && field(widget) === focused(), 'it is asked');
      const send = async (text: string) => {
        write(field(widget), text);
        await widget.updateComplete;
        (part(widget, 'submit') as HTMLButtonElement).click();
        await widget.updateComplete;
        return said.map(({ detail }) => (detail as { value: number }).value);
      };
      return { widget, send };
    };

    it('reads it with the reader’s decimal sign, and with another’s', async () => {
      for (const text of ['3.5', '3,5', '٣٫٥']) expect(await (await asked()).send(text), text).to.deep.equal([3.5]);
    });

    it('reads the reader’s own digits', async () => {
      expect(await (await asked('ar')).send('٣٫٥')).to.deep.equal([3.5]);
    });

    it('says what is wrong with one that is none, keeps it, and has the focus on it', async () => {
      const { widget, send } = await asked();
      for (const [text, why] of [
        ['three', 'A number goes here, like 3 or 2.5.'],
        ['-1', 'Nothing below zero goes on the board.'],
      ] as const) {
        expect(await send(text)).to.deep.equal([]);
        expect(focused()).to.equal(field(widget));
        expect([field(widget).value, field(widget).ariaInvalid]).to.deep.equal([text, 'true']);
        const id = field(widget).getAttribute('aria-describedby') ?? '';
        expect(read(widget.shadowRoot?.getElementById(id) as HTMLElement)).to.equal(why);
      }
      write(field(widget), '4');
      await widget.updateComplete;
      expect([field(widget).ariaInvalid, read(widget).includes('Nothing below')]).to.deep.equal(['false', false]);
    });

    it('has the focus on the number that is none, not on the choice before it', async () => {
      const measures = [...(bar.measures ?? []), { id: 'hang', label: 'seconds hanging' }];
      const { widget, send } = await asked('', { ...bar, measures });
      expect(part(widget, 'compose').querySelector('select')).not.to.equal(null);
      await send('three');
      expect(focused()).to.equal(field(widget));
    });
  });

  describe('with what others have to do', () => {
    const vouched = (...by: string[]) => climb([row('ada', { ...upTo('five'), sponsors: { door: by } })]);

    it('says who put in a word already, and how many are missing', async () => {
      expect(read(await seen('ada', vouched()))).not.to.include('seen it');
      const one = read(await seen('ada', vouched('bo')));
      expect(one).to.include("Ask somebody who's seen your work. Bo has seen it: 1 of 2.");
      const all = read(await seen('ada', vouched('bo', 'cy')));
      expect(all).to.include('Somebody goes through this one with you. Bo and Cy have seen it: 2 of 2.');
    });
  });

  it('keeps in sight what a reached step has opened, the last and those behind', async () => {
    const widget = await seen('ada', climb([row('ada', upTo('five'))]));
    expect(read(here(widget))).to.include('Something to hold: The key to the hall.');
    const further = await seen('ada', climb([row('ada', upTo('door'))]));
    expect(read(further)).not.to.include('The key');
    further.shadowRoot?.querySelector<HTMLElement>('summary.behind')?.click();
    await says(further, 'Something to hold: The key to the hall.');
  });

  describe('what is sewn', () => {
    const records = (...values: number[]) => values.map((value, i) => ({ measure: 'reps', value, at: ago(9 - i) }));
    const climbing = async (reps: number[], layout = 'path') => {
      const of = (values: number[]) =>
        climb([row('ada', { records: records(...values), measures: { reps: values.at(-1) ?? 0 } })]);
      const provider = memory(of(reps), { now: () => now });
      const widget = await own(
        storeFor('ada', provider),
        `<kith-progression-ladder layout="${layout}"></kith-progression-ladder>`,
      );
      const pass = async (...values: number[]) => {
        provider.change(() => of(values));
        const isWritten = () =>
          hasPart(widget, 'best') && read(part(widget, 'best')).includes(`${values.at(-1)} pull-up`);
        await until(isWritten, 'it is on the board');
      };
      return { widget, pass };
    };
    const end = async (widget: ProgressionLadder) => {
      for (const each of widget.shadowRoot?.getAnimations() ?? []) each.finish();
      await until(() => !part(widget, 'base').matches('.sewing'), 'it just stands');
    };

    it('is the stretch and its line at a first, and at a best within a step the line alone', async () => {
      const { widget, pass } = await climbing([]);
      await pass(1);
      expect(running(widget)).to.deep.equal(['sew', 'underline']);
      await end(widget);
      await pass(1, 3);
      expect(running(widget)).to.deep.equal(['underline']);
      expect(widget.shadowRoot?.getAnimations()[0]?.effect?.getTiming()).to.include({ delay: 0, duration: 600 });
      await end(widget);
    });

    it('is sewn once: not in another language, not after it was out of sight, not for another', async () => {
      const { widget, pass } = await climbing([3]);
      await pass(3, 5);
      await end(widget);
      widget.locale = 'ar';
      await says(widget, 'في مقدورك');
      expect(running(widget)).to.deep.equal([]);
      widget.style.display = 'none';
      await boxOf(document.body);
      widget.style.display = '';
      expect(running(widget), 'after it was out of sight').to.deep.equal([]);
      widget.member = 'bo';
      await until(() => !hasPart(widget, 'visibility'), 'it is another’s');
      widget.removeAttribute('member');
      widget.member = undefined;
      await until(() => hasPart(widget, 'visibility'), 'it is the reader’s');
      expect(running(widget), 'after another’s').to.deep.equal([]);
    });

    it('is over at once where it is put out of sight meanwhile, or nobody looks', async () => {
      const { widget, pass } = await climbing([3]);
      await pass(3, 5);
      expect(running(widget)).to.include('sew');
      widget.style.display = 'none';
      await until(() => !part(widget, 'base').matches('.sewing'), 'it is over');
      widget.style.display = '';
      expect(running(widget)).to.deep.equal([]);
      const hidden = await climbing([3]);
      Object.defineProperty(document, 'hidden', { configurable: true, value: true });
      try {
        await hidden.pass(3, 5);
      } finally {
        Reflect.deleteProperty(document, 'hidden');
      }
      expect(running(hidden.widget)).to.deep.equal([]);
    });

    it('is nothing in a list, and leaves nothing to be sewn later', async () => {
      const { widget, pass } = await climbing([3], 'list');
      await pass(3, 5);
      expect(running(widget)).to.deep.equal([]);
      await new Promise(requestAnimationFrame);
      widget.layout = 'path';
      await widget.updateComplete;
      expect(running(widget)).to.deep.equal([]);
    });

    it('is nothing of a wish of an earlier visit, which comes late', async () => {
      let clock = now;
      const { provider } = sending(climb([row('ada', { measures: { reps: 3 } })]));
      const store = storeFor('ada', provider, () => clock);
      const widget = await own(store);
      clock = new Date(ago(1));
      store.wish('record', { ladder: 'bar', measure: 'reps', value: 5 });
      clock = now;
      await says(widget, 'You can already pull up five times.');
      expect(running(widget)).to.deep.equal([]);
    });
  });

  describe('who is where the reader was', () => {
    const at = { reached: { hang: ago(60), first: ago(40), five: ago(10) }, measures: { reps: 5 } };
    const there = (member: string, days: number, visibility = 'everyone') =>
      row(member, { visibility, reached: { hang: ago(60), first: ago(days) } });
    const all = climb([row('ada', at), there('bo', 3), there('cy', 5), there('noor', 7, 'nobody'), there('tomas', 9)]);
    const cheers = (widget: Element) => buttons(widget).filter((name) => name.startsWith('Cheer'));

    it('is cheered one after the other, and the focus stays where it was', async () => {
      const widget = await own(storeFor('ada', all));
      await says(widget, 'Bo is where you were in October.');
      expect(cheers(widget)).to.deep.equal(['Cheer Bo']);
      const first = press(widget, 'Cheer Bo');
      await says(widget, 'Cy is where you were in October.');
      expect(cheers(widget)).to.deep.equal(['Cheer Bo', 'Cheer Cy']);
      expect(focused()).to.equal(first);
      expect(first.ariaPressed).to.equal('true');
      press(widget, 'Cheer Cy');
      await says(widget, 'Tomás is where you were');
      expect(read(widget)).not.to.include('Noor');
      press(widget, 'Cheer Tomás');
      await until(() => button(widget, 'Cheer Tomás').ariaPressed === 'true', 'all are cheered');
      expect(cheers(widget)).to.deep.equal(['Cheer Bo', 'Cheer Cy', 'Cheer Tomás']);
    });

    it('is nobody on a page that only shows', async () => {
      const widget = await seen('ada', readOnly(all));
      expect(read(widget)).not.to.include('where you were');
    });
  });

  describe('with several ladders', () => {
    const several = climb(
      [row('ada', upTo('five')), row('ada', { ladder: 'bikes', reached: { patch: ago(5) } })],
      [bar, bikes, sewing],
    );
    const names = (widget: Element) => [...part(widget, 'ladders').querySelectorAll('button')].map(read);
    const current = (widget: Element) =>
      [...part(widget, 'ladders').querySelectorAll('[aria-current]')].map((each) => [
        each.getAttribute('aria-current'),
        read(each),
      ]);

    it('shows the first, says how many more there are, and asks for none of them yet', async () => {
      const provider = counting(readOnly(several));
      const widget = await seen('ada', provider);
      const summary = widget.shadowRoot?.querySelector('.several > summary') as HTMLElement;
      expect(read(summary)).to.equal('The bar and 2 more');
      expect(summary.getBoundingClientRect().height).to.be.at.least(24);
      expect(provider.asked).to.deep.equal(['ladder']);
    });

    it('unfolds to their names, with where one stands on each', async () => {
      const widget = await seen('ada', several);
      unfold(widget);
      await until(() => hasPart(widget, 'ladders'), 'they are unfolded');
      await says(widget, 'You can already patch a tube.');
      expect(names(widget)).to.deep.equal(['The bar', 'Bikes', 'Sewing']);
      expect(current(widget)).to.deep.equal([['true', 'The bar']]);
      const lines = [...part(widget, 'ladders').querySelectorAll('li')].map(read);
      expect(lines).to.deep.equal([
        'The bar You can already pull up five times.',
        'Bikes You can already patch a tube.',
        'Sewing Somebody goes through this one with you.',
      ]);
    });

    it('turns to the one that is chosen, with the focus kept on its name', async () => {
      const widget = await seen('ada', several);
      unfold(widget);
      await until(() => hasPart(widget, 'ladders'), 'they are unfolded');
      press(widget, 'Bikes');
      await until(() => read(byRole(widget, 'heading')) === 'Bikes', 'it is the other');
      expect(read(here(widget))).to.include('You can already patch a tube.');
      expect(read(focused() as Element)).to.equal('Bikes');
      expect(current(widget)).to.deep.equal([['true', 'Bikes']]);
      press(widget, 'The bar');
      await until(() => read(byRole(widget, 'heading')) === 'The bar', 'it is the first again');
    });

    it('is said by name of another, and names alone where nobody is signed in', async () => {
      const widget = await seen('bo', several, hers);
      unfold(widget);
      await says(widget, 'Ada can already patch a tube.');
      await says(widget, 'No word from Ada here yet.');
      const nobody = await seen(undefined, several);
      unfold(nobody);
      await until(() => hasPart(nobody, 'ladders'), 'they are unfolded');
      expect([...part(nobody, 'ladders').querySelectorAll('li')].map(read)).to.deep.equal([
        'The bar',
        'Bikes',
        'Sewing',
      ]);
    });

    it('is the page’s to say where it names one, and nothing where there is one', async () => {
      const one = '<kith-progression-ladder ladder="bikes"></kith-progression-ladder>';
      expect((await seen('ada', several, one)).shadowRoot?.querySelector('.several')).to.equal(null);
      expect((await seen('ada', climb([]))).shadowRoot?.querySelector('.several')).to.equal(null);
    });

    it('keeps what was there, and says so, where the one that is chosen does not arrive', async () => {
      const provider = memory(several, { now: () => now });
      let fails = true;
      const reading: typeof provider.read = (query, signal) =>
        fails && query.kind === 'ladder' && query.id === 'bikes'
          ? Promise.reject(new ProviderError('busy'))
          : provider.read(query, signal);
      const widget = await seen(undefined, { ...provider, read: reading });
      unfold(widget);
      await until(() => hasPart(widget, 'ladders'), 'they are unfolded');
      press(widget, 'Bikes');
      await says(widget, "This part of the page didn't arrive.");
      expect(read(widget)).to.include('hang from the bar');
      expect(read(focused() as Element)).to.equal('Bikes');
      fails = false;
      press(widget, 'Try again');
      await says(widget, 'pump a tyre');
    });

    it('forgets the choice with another community', async () => {
      const widget = await seen('ada', several);
      unfold(widget);
      await until(() => hasPart(widget, 'ladders'), 'they are unfolded');
      press(widget, 'Bikes');
      await until(() => read(byRole(widget, 'heading')) === 'Bikes', 'it is the other');
      widget.store = storeFor('ada', climb([], [sewing, bikes]));
      await until(() => read(byRole(widget, 'heading')) === 'Sewing', 'it is the first of that one');
    });
  });

  describe('who sees it', () => {
    const open = climb([row('ada', { ...upTo('five'), visibility: 'everyone' })]);
    const choices = (widget: Element) =>
      allByRole(widget, 'button')
        .filter((each) => part(widget, 'visibility').contains(each) && each.ariaPressed !== null)
        .map((each) => [read(each), each.ariaPressed]);
    const choose = async (widget: Element, name: string) => {
      if (!choices(widget).length) press(widget, 'Who sees it?');
      await until(() => choices(widget).length, 'there is a choice');
      press(widget, name);
    };

    it('is said to them alone, and is everyone, members or only they', async () => {
      for (const [visibility, said] of [
        ['everyone', 'Everyone can see where you stand here.'],
        ['members', 'Members can see where you stand here.'],
        ['nobody', 'Only you see where you stand here.'],
        ['me', 'Only you see where you stand here.'],
      ] as const) {
        const source = climb([row('ada', { ...upTo('five'), visibility })]);
        expect(read(part(await own(storeFor('ada', source)), 'visibility'))).to.equal(`${said} Who sees it?`);
      }
      expect(read(part(await own(storeFor('ada', climb([]))), 'visibility'))).to.include('Only you see');
      const theirs = await seen('bo', unwilling(open), hers);
      press(theirs, 'Cheer Ada');
      await says(theirs, 'Not sent.');
      expect(hasPart(theirs, 'visibility')).to.equal(false);
    });

    it('is chosen in place, at once, and others see nothing of it from then on', async () => {
      const provider = memory(open, { now: () => now });
      const mine = await own(storeFor('ada', provider));
      const said = overhear(mine, 'kith-profile');
      const theirs = await Promise.all(['bo', undefined].map((by) => seen(by, provider, hers)));
      for (const each of theirs) expect(read(each)).to.include('Ada can already pull up five times.');
      await choose(mine, 'Only me');
      await says(mine, 'Only you see where you stand here.');
      expect(choices(mine)).to.deep.equal([
        ['Everyone', 'false'],
        ['Members', 'false'],
        ['Only me', 'true'],
      ]);
      expect(read(focused() as Element)).to.equal('Only me');
      expect(said.map(({ detail }) => detail)).to.deep.equal([
        { patch: { progress: { ladder: 'bar', visibility: 'nobody' } } },
      ]);
      for (const each of theirs) {
        await says(each, 'No word from Ada here yet.');
        expect(read(each)).not.to.include('Ada can');
      }
      expect(read(mine)).to.include('You can already pull up five times.');
      await choose(mine, 'Members');
      await says(theirs[0] as Element, 'Ada can already pull up five times.');
      expect(read(theirs[1] as Element)).not.to.include('Ada can');
      await choose(mine, 'Only me');
      await says(theirs[0] as Element, 'No word from Ada here yet.');
    });

    it('is as it was where that is refused, and can be tried again', async () => {
      const { provider, next } = sending(memory(open, { now: () => now }));
      const widget = await own(storeFor('ada', provider));
      await choose(widget, 'Only me');
      await says(widget, 'Only you see where you stand here.');
      (await next()).refuse('not-allowed');
      await says(widget, 'Everyone can see where you stand here.');
      expect(read(part(widget, 'refused'))).to.include('Only you see where you stand here.');
      press(widget, 'Try again');
      (await next()).take();
      await until(() => !hasPart(widget, 'refused'), 'it is taken');
      expect(read(part(widget, 'visibility'))).to.include('Only you see');
    });

    it('is told of where it was chosen, not on another’s ladder', async () => {
      const store = storeFor('ada', unwilling(open));
      const mine = await own(store);
      const bos = await show(store, '<kith-progression-ladder member="bo"></kith-progression-ladder>');
      await choose(mine, 'Only me');
      await says(mine, 'Not sent.');
      expect(hasPart(bos, 'refused')).to.equal(false);
    });

    it('is left to whoever prevents it', async () => {
      const widget = await own(storeFor('ada', open));
      widget.addEventListener('kith-profile', (event) => event.preventDefault());
      await choose(widget, 'Only me');
      await widget.updateComplete;
      expect(read(part(widget, 'visibility'))).to.include('Everyone can see');
    });

    it('folds away again, and says whether it is open', async () => {
      const widget = await own(storeFor('ada', open));
      const opener = press(widget, 'Who sees it?');
      await until(() => opener.ariaExpanded === 'true', 'it is open');
      opener.click();
      await until(() => opener.ariaExpanded === 'false', 'it is folded away');
      expect(choices(widget)).to.deep.equal([]);
      expect(focused()).to.equal(opener);
    });

    it('is theirs for each ladder', async () => {
      const provider = memory(climb([row('ada', upTo('five')), row('ada', { ladder: 'bikes' })], [bar, bikes]), {
        now: () => now,
      });
      const store = storeFor('ada', provider);
      const bike = await own(store, '<kith-progression-ladder ladder="bikes"></kith-progression-ladder>');
      const first = await own(store, '<kith-progression-ladder ladder="bar"></kith-progression-ladder>');
      await choose(bike, 'Only me');
      await says(bike, 'Only you see');
      expect(read(part(first, 'visibility'))).to.include('Everyone can see');
    });

    it('begins with nobody where the first number is written up', async () => {
      const provider = memory(climb([]), { now: () => now });
      const store = storeFor('ada', provider);
      const widget = await own(store);
      store.wish('record', { ladder: 'bar', measure: 'reps', value: 2 });
      await says(widget, 'You can already pull up once.');
      expect(read(part(widget, 'visibility'))).to.include('Only you see');
      await says(await seen('bo', provider, hers), 'No word from Ada here yet.');
    });

    it('is asked in Arabic', async () => {
      const widget = await own(storeFor('ada', open));
      widget.locale = 'ar';
      await says(widget, 'يرى الجميع أين أنت هنا.');
      press(widget, 'من يرى ذلك؟');
      await says(widget, 'أنا فقط');
    });
  });
});
