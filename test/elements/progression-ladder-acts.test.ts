import { expect } from '@open-wc/testing';
import {
  createStore,
  ProviderError,
  type CommunityDocument,
  type Ladder,
  type Member,
  type Progress,
  type Provider,
} from '@kith/core';
import type { ProgressionLadder } from '@kith/elements';
import { memory } from '@kith/providers/memory';
import {
  allByRole,
  byRole,
  community,
  focused,
  hasPart,
  part,
  people,
  put,
  read,
  says,
  settled,
  until,
} from './support.js';

const tag = '<kith-progression-ladder></kith-progression-ladder>';
const now = new Date('2026-11-21T12:00:00Z');

const measures = [
  { id: 'reps', label: 'strict pull-ups', unit: 'strict pull-up', act: 'Do {n} more pull-ups' },
  { id: 'hang', label: 'seconds hanging', unit: 'second' },
];
const bar: Ladder = {
  id: 'bar',
  name: 'The bar',
  measures,
  rungs: [
    { id: 'hang', name: 'Hang', can: 'hang from the bar', needs: [] },
    { id: 'first', name: 'First one', can: 'pull up once', needs: [{ measure: 'reps', atLeast: 1 }] },
    { id: 'five', name: 'Five', can: 'pull up five times', needs: [{ measure: 'reps', atLeast: 5 }] },
    { id: 'vouched', name: 'Vouched', can: 'mind the bar', needs: [{ sponsors: 2 }] },
    { id: 'coach', name: 'Coach', can: 'coach a first', needs: [{ manual: true }] },
    { id: 'last', name: 'Last', can: 'lock up', needs: [{ measure: 'hang', atLeast: 90 }] },
  ],
};
const simple: Ladder = { ...bar, measures: measures.slice(0, 1) };
const hosts: Member[] = [
  { id: 'sita', name: 'Sita Rao', called: 'Sita', host: true },
  { id: 'moses', name: 'Moses Ali', called: 'Moses', host: true },
];

const row = (member: string, more: Partial<Progress> = {}): Progress => ({ member, ladder: 'bar', ...more });
const reached = (...rungs: string[]) => Object.fromEntries(rungs.map((rung, i) => [rung, `2026-0${i + 1}-04`]));
const climb = (progress: Progress[], ladder = simple, members: Member[] = [...people, ...hosts]) =>
  community({ ladders: [ladder], members, progress });
const three = { measures: { reps: 3 }, reached: reached('hang', 'first') };

/** What a widget said, in order. */
interface Heard {
  widget: ProgressionLadder;
  said: { type: string; detail: unknown }[];
}

const events = ['kith-record', 'kith-cheer', 'kith-sponsor', 'kith-ask-intro'] as const;

async function seen(by: string | undefined, source: CommunityDocument | Provider, markup = tag): Promise<Heard> {
  const widget = put<ProgressionLadder>(markup);
  const provider = 'kith' in source ? memory(source, { now: () => now }) : source;
  widget.store = createStore(provider, { now: () => now, ...(by !== undefined && { viewer: by }) });
  const said: Heard['said'] = [];
  for (const type of events)
    widget.addEventListener(type, (event) => said.push({ type, detail: (event as CustomEvent).detail }));
  return { widget: await settled(widget), said };
}
const mine = (ada: Partial<Progress>, ...others: Progress[]) => seen('ada', climb([row('ada', ada), ...others]));
const hers = '<kith-progression-ladder member="ada"></kith-progression-ladder>';

/** A memory that says no to whatever it is sent, or waits. */
function unwilling(source: CommunityDocument, error: ProviderError) {
  const provider = memory(source, { now: () => now });
  return { ...provider, send: () => Promise.reject(error) };
}
const refusing = (source: CommunityDocument, reason = 'not-allowed') =>
  unwilling(source, new ProviderError('refused', { reason }));

const button = (widget: Element, name: string) => byRole(widget, 'button', name) as HTMLButtonElement;
const buttons = (widget: Element) => allByRole(widget, 'button').map(read);
const field = <T extends HTMLElement = HTMLInputElement>(widget: Element, name: string): T => {
  const labels = [...(widget.shadowRoot?.querySelectorAll('label') ?? [])];
  const found = labels.find((label) => read(label).startsWith(name))?.querySelector('input, select, textarea');
  if (!found) throw new Error(`there is no field “${name}”; there are ${labels.map(read).join(', ')}`);
  return found as T;
};
const type = (into: HTMLInputElement | HTMLTextAreaElement, words: string) => {
  into.value = words;
  into.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
};
const choose = (among: HTMLSelectElement, id: string) => {
  among.value = id;
  among.dispatchEvent(new Event('change', { bubbles: true }));
};
/** Presses a button, and waits until what it asks is there. */
async function open(widget: ProgressionLadder, name: string): Promise<void> {
  const opener = button(widget, name);
  opener.focus();
  opener.click();
  await until(() => hasPart(widget, 'compose') && part(widget, 'compose').contains(focused()), 'it is asked in place');
}
const send = (widget: Element) => (part(widget, 'submit') as HTMLButtonElement).click();
const rises = (widget: Element) =>
  (widget.shadowRoot?.getAnimations() ?? []).filter((each) => (each as CSSAnimation).animationName === 'sew');

describe('<kith-progression-ladder> acting', () => {
  describe('on a page that only shows', () => {
    it('draws no button', async () => {
      const provider = { ...memory(climb([row('ada', three), row('bo', three)])), takes: new Set<never>() };
      expect(buttons((await seen('ada', provider)).widget)).to.deep.equal([]);
      expect(buttons((await seen('bo', provider, hers)).widget)).to.deep.equal([]);
    });
  });

  describe('of nobody', () => {
    it('asks where the reader would start, and of nobody what they did', async () => {
      const { widget } = await seen(undefined, climb([row('ada', three)]));
      expect(read(widget)).to.include('Where would you start?');
      expect(buttons(widget)).to.deep.equal([]);
    });
  });

  describe('when somebody writes up their own', () => {
    it('asks for the number of the next step, and puts it on the board at once', async () => {
      const { widget, said } = await mine(three);
      const opener = button(widget, 'Write it up');
      expect([opener.getBoundingClientRect().height >= 44, opener.className]).to.deep.equal([true, 'main']);
      await open(widget, 'Write it up');
      expect(focused()).to.equal(field(widget, '3 strict pull-ups so far. How many now?'));
      expect([...(widget.shadowRoot?.querySelectorAll('select') ?? [])]).to.deep.equal([]);
      type(field(widget, '3 strict'), '4');
      await widget.updateComplete;
      send(widget);
      await says(widget, '4 strict pull-ups');
      expect(said).to.deep.equal([{ type: 'kith-record', detail: { ladder: 'bar', measure: 'reps', value: 4 } }]);
      await says(widget, 'On the board. Tries never count against you.');
      expect(read(part(widget, 'next'))).to.equal('1 more strict pull-up');
      expect(hasPart(widget, 'compose')).to.equal(false);
      expect(focused()).to.equal(opener);
    });

    it('asks how many there were where nothing is written yet', async () => {
      const { widget } = await seen('ada', climb([]));
      await open(widget, 'Write it up');
      expect(field(widget, 'How many strict pull-ups?').value).to.equal('');
    });

    it('has all the ladder’s measures to choose from, that of the next step first', async () => {
      const { widget, said } = await seen(
        'ada',
        climb([row('ada', { reached: reached('coach'), measures: { hang: 48 } })], bar),
      );
      await open(widget, 'Write it up');
      expect(field<HTMLSelectElement>(widget, 'What was it?').value).to.equal('hang');
      expect(focused()).to.equal(field(widget, '48 seconds hanging so far. How many now?'));
      choose(field<HTMLSelectElement>(widget, 'What was it?'), 'reps');
      await says(widget, 'How many strict pull-ups?');
      type(field(widget, 'How many'), '2');
      await widget.updateComplete;
      send(widget);
      await until(() => said.length, 'it is said');
      expect(said[0]?.detail).to.deep.equal({ ladder: 'bar', measure: 'reps', value: 2 });
    });

    it('takes today, or a day in the past as the middle of it, and none to come', async () => {
      const { widget, said } = await mine(three);
      await open(widget, 'Write it up');
      const day = field(widget, 'When was it?');
      expect([day.value, day.max]).to.deep.equal(['2026-11-21', '2026-11-21']);
      type(field(widget, '3 strict'), '4');
      type(day, '2026-11-22');
      await widget.updateComplete;
      send(widget);
      expect(said).to.deep.equal([]);
      type(day, '2026-11-19');
      await widget.updateComplete;
      send(widget);
      await until(() => said.length, 'it is said');
      const { at } = said[0]?.detail as { at: string };
      expect(at).to.equal(new Date('2026-11-19T12:00').toISOString());
      await says(widget, 'Thursday');
    });

    it('sends nothing without a number, and none below zero', async () => {
      const { widget, said } = await mine(three);
      await open(widget, 'Write it up');
      send(widget);
      type(field(widget, '3 strict'), '-1');
      await widget.updateComplete;
      send(widget);
      expect(said).to.deep.equal([]);
      expect(hasPart(widget, 'compose')).to.equal(true);
    });

    it('takes a number between two whole ones', async () => {
      const { widget, said } = await mine(three);
      await open(widget, 'Write it up');
      type(field(widget, '3 strict'), '3.5');
      await widget.updateComplete;
      send(widget);
      await until(() => said.length, 'it is said');
      expect((said[0]?.detail as { value: number }).value).to.equal(3.5);
    });

    it('says before it is sent that a number may be too small because only today was counted', async () => {
      const { widget } = await mine(three);
      await open(widget, 'Write it up');
      type(field(widget, '3 strict'), '2');
      await says(widget, '3 stays. If you mean 2 more, write 5.');
      type(field(widget, '3 strict'), '5');
      await until(() => !read(widget).includes('If you mean'), 'nothing is said of it');
    });

    it('claims nothing of a try that was not better', async () => {
      const { widget, said } = await mine(three);
      await open(widget, 'Write it up');
      type(field(widget, '3 strict'), '2');
      await widget.updateComplete;
      send(widget);
      await says(widget, '3 stays. Tries never count against you.');
      expect(read(widget)).not.to.include('On the board.');
      expect(said).to.have.length(1);
    });

    it('is left by Escape and by “Not now”, with the focus where it was', async () => {
      const { widget, said } = await mine(three);
      for (const leave of [
        () => focused()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true })),
        () => button(widget, 'Not now').click(),
      ]) {
        await open(widget, 'Write it up');
        leave();
        await until(() => !hasPart(widget, 'compose'), 'nothing is asked any more');
        expect(focused()).to.equal(button(widget, 'Write it up'));
      }
      expect(said).to.deep.equal([]);
    });

    it('asks no more once it shows another ladder', async () => {
      const source = climb([row('ada', three)]);
      const { widget } = await seen('ada', {
        ...source,
        ladders: [simple, { ...simple, id: 'beam', name: 'The beam' }],
      });
      await open(widget, 'Write it up');
      widget.ladder = 'beam';
      await until(() => !hasPart(widget, 'compose'), 'nothing is asked any more');
    });

    it('leaves it to whoever prevents it, and claims nothing', async () => {
      const { widget } = await mine(three);
      widget.addEventListener('kith-record', (event) => event.preventDefault());
      await open(widget, 'Write it up');
      type(field(widget, '3 strict'), '4');
      await widget.updateComplete;
      send(widget);
      await widget.updateComplete;
      expect(hasPart(widget, 'compose'), 'it is still asked').to.equal(true);
      expect(read(widget)).not.to.include('On the board.');
      expect(read(part(widget, 'next'))).to.equal('Do 2 more pull-ups');
    });

    it('sews a step that is passed by it, once', async () => {
      const { widget } = await mine(three);
      let sewn = 0;
      widget.shadowRoot?.addEventListener(
        'animationstart',
        (event) => (sewn += Number((event as AnimationEvent).animationName === 'sew')),
      );
      await open(widget, 'Write it up');
      type(field(widget, '3 strict'), '5');
      await widget.updateComplete;
      const sent = new Promise((go) => widget.addEventListener('kith-sent', go, { once: true }));
      send(widget);
      await says(widget, 'You can already pull up five times.');
      await sent;
      await until(() => sewn, 'it is sewn');
      for (const each of widget.shadowRoot?.getAnimations() ?? []) each.finish();
      await until(() => !part(widget, 'base').matches('.sewing'), 'it just stands');
      expect(sewn).to.equal(1);
      expect(read(widget)).to.include('You can already pull up five times.');
    });

    it('undoes what was refused without sewing, keeps the number, and lets it be mended', async () => {
      const provider = memory(climb([row('ada', three)]), { now: () => now });
      let refuses = true;
      const sending: typeof provider.send = (...wish) =>
        refuses
          ? Promise.reject(new ProviderError('refused', { reason: 'invalid', params: { field: 'value' } }))
          : provider.send(...wish);
      const { widget } = await seen('ada', { ...provider, send: sending });
      await open(widget, 'Write it up');
      type(field(widget, '3 strict'), '5');
      await widget.updateComplete;
      send(widget);
      await says(widget, 'Not sent.');
      await says(widget, 'You can already pull up once.');
      expect(rises(widget)).to.deep.equal([]);
      expect(part(widget, 'base').className).not.to.include('sewing');
      expect(read(widget)).not.to.include('On the board.');
      expect(read(part(widget, 'refused'))).to.match(/Edit Try again Throw away 5 strict pull-ups$/);
      button(widget, 'Edit').click();
      await until(() => hasPart(widget, 'compose'), 'it is asked again');
      expect(field(widget, '3 strict').value).to.equal('5');
      expect(hasPart(widget, 'refused'), 'what was refused is kept until it is said anew').to.equal(true);
      refuses = false;
      type(field(widget, '3 strict'), '4');
      await widget.updateComplete;
      send(widget);
      await says(widget, 'On the board.');
      await until(() => !hasPart(widget, 'refused'), 'what was refused is gone');
    });

    it('keeps the focus in it when what was refused is thrown away', async () => {
      const { widget } = await seen('ada', refusing(climb([row('ada', three)])));
      await open(widget, 'Write it up');
      type(field(widget, '3 strict'), '5');
      await widget.updateComplete;
      send(widget);
      await says(widget, 'Not sent.');
      button(widget, 'Throw away').focus();
      button(widget, 'Throw away').click();
      await until(() => !hasPart(widget, 'refused'), 'it is gone');
      await until(() => widget.shadowRoot?.contains(focused()), 'the focus is in it');
    });

    it('says that it waits where it cannot be sent', async () => {
      const { widget } = await seen('ada', unwilling(climb([row('ada', three)]), new ProviderError('offline')));
      await open(widget, 'Write it up');
      type(field(widget, '3 strict'), '4');
      await widget.updateComplete;
      send(widget);
      await until(() => widget.matches(':state(unsent)'), 'it waits');
      await says(widget, '1 more strict pull-up');
      await until(() => hasPart(widget, 'unsent'), 'it says so');
    });

    it('brings back who rested', async () => {
      const source = climb([row('ada', { reached: reached('hang', 'first', 'five'), measures: { reps: 2 } })]);
      const members = source.members?.map((each) =>
        each.id === 'ada' ? { ...each, standing: 'resting', standingSince: '2026-06-10' } : each,
      );
      const { widget } = await seen('ada', { ...source, ...(members && { members }) });
      expect(read(widget)).to.include('Do 3 more pull-ups brings you straight back.');
      await open(widget, 'Write it up');
      type(field(widget, '2 strict'), '5');
      await widget.updateComplete;
      send(widget);
      await until(() => !read(widget).includes('Resting'), 'they are back');
      expect(read(part(widget, 'next'))).to.equal("Ask 2 people who've seen your work.");
    });
  });

  describe('when somebody is cheered', () => {
    const follower = row('noor', {
      reached: reached('hang', 'first'),
      cheers: [{ rung: 'first', count: 2, by: ['bo', 'cy'] }],
    });
    const five = { reached: reached('hang', 'first', 'five'), measures: { reps: 5 } };

    it('is who is where the reader was, with the reader’s stone among the others', async () => {
      const { widget, said } = await mine(five, follower);
      await says(widget, 'Noor is where you were in February. Bo and Cy cheered. Cheer Noor');
      const cheer = button(widget, 'Cheer Noor');
      expect(cheer.ariaPressed).to.equal('false');
      cheer.click();
      await says(widget, 'Ada, Bo and Cy cheered.');
      expect(said).to.deep.equal([
        { type: 'kith-cheer', detail: { member: 'noor', ladder: 'bar', rung: 'first', on: true } },
      ]);
      expect(button(widget, 'Cheer Noor').ariaPressed).to.equal('true');
      button(widget, 'Cheer Noor').click();
      await says(widget, 'Bo and Cy cheered.');
      await until(() => button(widget, 'Cheer Noor').ariaPressed === 'false', 'the cheer is taken back');
      expect((said[1]?.detail as { on: boolean }).on).to.equal(false);
    });

    it('is whose ladder it is, for the step they stand on, never the reader', async () => {
      const { widget, said } = await seen('bo', climb([row('ada', three)]), hers);
      button(widget, 'Cheer Ada').click();
      await says(widget, 'Bo cheered.');
      expect(said[0]?.detail).to.deep.equal({ member: 'ada', ladder: 'bar', rung: 'first', on: true });
      expect(widget.shadowRoot?.querySelectorAll('[aria-current] .pile .pebble')).to.have.length(1);
      expect(hasPart((await mine(three)).widget, 'cheer')).to.equal(false);
    });

    it('is not who left', async () => {
      const members = people.map((each) => (each.id === 'ada' ? { ...each, standing: 'past' } : each));
      const { widget } = await seen('bo', climb([row('ada', three)], simple, members), hers);
      expect(buttons(widget).filter((name) => name.includes('Cheer'))).to.deep.equal([]);
    });

    it('takes somebody who is signed in, and keeps it until then', async () => {
      const { widget } = await seen(undefined, climb([row('ada', three)]), hers);
      button(widget, 'Cheer Ada').click();
      await says(widget, 'Sign in and it goes at once.');
      expect(read(widget)).not.to.include('cheered.');
    });

    it('shows on the ladder it was said on, and on no other', async () => {
      const source = refusing(climb([row('ada', three), row('cy', three)]));
      const store = createStore(source, { viewer: 'bo', now: () => now });
      const both = await Promise.all(
        ['ada', 'cy'].map((member) => {
          const widget = put<ProgressionLadder>(
            `<kith-progression-ladder member="${member}"></kith-progression-ladder>`,
          );
          widget.store = store;
          return settled(widget);
        }),
      );
      const [ada, cy] = both as [ProgressionLadder, ProgressionLadder];
      button(ada, 'Cheer Ada').click();
      button(cy, 'Cheer Cy').click();
      for (const widget of both) {
        await says(widget, 'Not sent.');
        expect(widget.shadowRoot?.querySelectorAll('[part~=refused]')).to.have.length(1);
      }
    });
  });

  describe('when somebody’s work was seen', () => {
    const asking = row('ada', { reached: reached('hang', 'first', 'five'), measures: { reps: 5 } });

    it('takes the reader’s word, and says that it is there', async () => {
      const { widget, said } = await seen('bo', climb([asking]), hers);
      expect(read(part(widget, 'next'))).to.equal("Ada asks 2 people who've seen the work.");
      button(widget, "I've seen it").click();
      await says(widget, 'Your word is on it.');
      expect(said[0]?.detail).to.deep.equal({ member: 'ada', ladder: 'bar', rung: 'vouched', on: true });
      expect(read(part(widget, 'next'))).to.equal("Ada asks somebody who's seen the work.");
      button(widget, "I've seen it").click();
      await says(widget, 'Ada asks 2 people');
      expect((said[1]?.detail as { on: boolean }).on).to.equal(false);
    });

    it('passes the step with the last word it waits for, sews it, and keeps the focus', async () => {
      const source = climb([{ ...asking, sponsors: { vouched: ['cy'] } }]);
      const { widget } = await seen('bo', source, hers);
      button(widget, "I've seen it").focus();
      button(widget, "I've seen it").click();
      await says(widget, 'Ada can already mind the bar.');
      expect(hasPart(widget, 'affirm')).to.equal(false);
      await until(() => widget.shadowRoot?.contains(focused()), 'the focus is in it');
      await until(() => part(widget, 'base').matches('.sewing') || !rises(widget).length, 'it is sewn');
    });

    it('is a sentence on one’s own, and nothing where a step asks for nobody', async () => {
      const { widget } = await seen('ada', climb([asking]));
      expect(read(part(widget, 'next'))).to.equal("Ask 2 people who've seen your work.");
      expect(hasPart(widget, 'affirm')).to.equal(false);
      expect(hasPart((await seen('bo', climb([row('ada', three)]), hers)).widget, 'affirm')).to.equal(false);
    });

    it('has a host say that they went through a step, and nobody else', async () => {
      const manual = climb([row('ada', { reached: reached('vouched') })]);
      expect(hasPart((await seen('bo', manual, hers)).widget, 'affirm')).to.equal(false);
      const { widget, said } = await seen('sita', manual, hers);
      button(widget, 'We went through it').click();
      await says(widget, 'Ada can already coach a first.');
      expect(said[0]?.detail).to.deep.equal({ member: 'ada', ladder: 'bar', rung: 'coach', on: true });
    });
  });

  describe('when somebody is ready for a step a host goes through with them', () => {
    const ready = (members?: Member[]) => climb([row('ada', { reached: reached('vouched') })], simple, members);

    it('asks whom to tell and what, tells them alone, and says how that stands', async () => {
      const provider = memory(ready(), { now: () => now });
      const { widget, said } = await seen('ada', provider);
      expect(read(part(widget, 'next'))).to.equal('Sita or Moses goes through this one with you.');
      expect([button(widget, "Say I'm ready").className, button(widget, 'Write it up').className]).to.deep.equal([
        'main',
        'quiet',
      ]);
      await open(widget, "Say I'm ready");
      expect(field<HTMLTextAreaElement>(widget, 'What should Sita know?').value).to.equal("I'm ready: coach a first.");
      choose(field<HTMLSelectElement>(widget, 'Who goes through it with you?'), 'moses');
      await says(widget, 'Moses sees your name and your line. Nothing else until you both say yes.');
      type(field<HTMLTextAreaElement>(widget, 'What should Moses know?'), "I'm ready. Thursday?");
      await widget.updateComplete;
      button(widget, 'Send it to Moses').click();
      await says(widget, 'Asked. If Moses says yes, you both get a note. If not, it closes quietly on 5 December.');
      expect(said).to.deep.equal([
        { type: 'kith-ask-intro', detail: { with: 'moses', text: "I'm ready. Thursday?", reasons: [] } },
      ]);
      expect(hasPart(widget, 'ask')).to.equal(false);
      await until(() => widget.shadowRoot?.contains(focused()), 'the focus is in it');
      const again = await seen('ada', provider);
      await says(again.widget, 'Asked. If Moses says yes');
      await until(() => provider.archive().introductions?.length === 1, 'it is one ask');
    });

    const met = (at: string): CommunityDocument => {
      const source = ready();
      return {
        ...source,
        archive: true,
        members: source.members?.map((each) => ({ ...each, visibility: 'everyone' })) ?? [],
        progress: source.progress?.map((each) => ({ ...each, visibility: 'everyone' })) ?? [],
        introductions: [{ id: 'i1', people: ['ada', 'sita'], by: 'ada', state: 'met', at }],
      };
    };

    it('says that they said yes, until they can be asked again', async () => {
      const { widget } = await seen('ada', met('2026-11-18'));
      await says(widget, 'Sita said yes. Find a day that suits you both.');
      expect(hasPart(widget, 'ask')).to.equal(false);
      const provider = memory(met('2026-10-18'), { now: () => now });
      let tell = () => {};
      const told = new Promise<void>((go) => (tell = go));
      const reading = async (...[query, signal]: Parameters<typeof provider.read>) => {
        const answer = await provider.read(query, signal);
        if (query.kind === 'introductions') tell();
        return answer;
      };
      const later = await seen('ada', { ...provider, read: reading as typeof provider.read });
      await told;
      for (let i = 0; i < 10; i++) await later.widget.updateComplete;
      expect(read(later.widget)).not.to.include('said yes.');
      await open(later.widget, "Say I'm ready");
    });

    it('asks for no choice where there is one host, and draws no button where there is none', async () => {
      const { widget } = await seen('ada', ready([...people, ...hosts.slice(0, 1)]));
      await open(widget, "Say I'm ready");
      expect([...(widget.shadowRoot?.querySelectorAll('select') ?? [])]).to.deep.equal([]);
      const alone = await seen('ada', ready(people));
      expect(read(part(alone.widget, 'next'))).to.equal('Somebody goes through this one with you.');
      expect(hasPart(alone.widget, 'ask')).to.equal(false);
    });

    it('sends no host to themselves', async () => {
      const source = climb([row('sita', { reached: reached('vouched') })]);
      const { widget } = await seen('sita', source);
      expect(read(part(widget, 'next'))).to.equal('Moses goes through this one with you.');
    });
  });

  describe('with what a page puts in the place of its buttons', () => {
    it('shows that alone', async () => {
      const own = '<kith-progression-ladder><a slot="action" href="#log">Our logbook</a></kith-progression-ladder>';
      for (const by of ['ada', undefined]) {
        const { widget } = await seen(by, climb([row('ada', three)]), own);
        expect(read(widget)).to.include('Our logbook');
        expect(buttons(widget).filter((name) => name !== 'Who sees it?')).to.deep.equal([]);
      }
    });
  });

  describe('as a list', () => {
    it('has the same buttons', async () => {
      const { widget } = await seen(
        'ada',
        climb([row('ada', three)]),
        '<kith-progression-ladder layout="list"></kith-progression-ladder>',
      );
      expect(buttons(widget)[0]).to.equal('Write it up');
    });
  });

  describe('in Arabic', () => {
    it('asks in it', async () => {
      const { widget } = await mine(three);
      widget.locale = 'ar';
      await says(widget, 'اكتبه على اللوح');
      await open(widget, 'اكتبه على اللوح');
      expect(read(part(widget, 'compose')))
        .to.include('كم صار العدد؟')
        .and.to.include('متى كان ذلك؟');
      expect(read(part(widget, 'submit'))).to.equal('ضعه على اللوح');
    });
  });
});
