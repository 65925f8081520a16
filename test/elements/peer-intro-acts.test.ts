import { expect } from '@open-wc/testing';
import {
  createStore,
  ProviderError,
  type CommunityDocument,
  type Intent,
  type Introduction,
  type Member,
} from '@kith/core';
import type { PeerIntro } from '@kith/elements';
import { memory, type MemoryProvider } from '@kith/providers/memory';
import { announce } from '../../packages/elements/src/acts/announce.js';
import {
  allByRole,
  byRole,
  community,
  focused,
  hasPart,
  part,
  put,
  read,
  requested,
  says,
  settled,
  until,
} from './support.js';

const tag = '<kith-peer-intro></kith-peer-intro>';
const today = '2026-11-21T12:00:00Z';

const ada: Member = {
  id: 'ada',
  name: 'Ada Obi',
  called: 'Ada',
  asks: ['grant writing'],
  offers: ['soldering'],
  timeZone: 'Africa/Lagos',
  hours: ['18:00-21:00'],
  headline: 'Mends radios',
};
const bo: Member = {
  id: 'bo',
  name: 'Bo Nilsson',
  called: 'Bo',
  asks: ['soldering'],
  offers: ['grant writing'],
  timeZone: 'Europe/London',
  hours: ['18:00-22:00'],
};
const cy: Member = { id: 'cy', name: 'Cy Tan', called: 'Cy', offers: ['grant writing'] };
const dee: Member = { id: 'dee', name: 'Dee Park', called: 'Dee', offers: ['grant writing'] };
const noor: Member = { id: 'noor', name: 'Noor Haddad', called: 'Noor' };

interface Given extends Partial<CommunityDocument> {
  now?: string;
  /** What wishes are refused or fail with, as long as it is set. */
  fails?: { with?: ProviderError | undefined };
}

/** Whether all that was wished has its answer, where it is to have one. */
let answered: (() => boolean)[] = [];

/** A community, and its introductions through anybody's eyes. */
function here({ now = today, fails = {}, ...document }: Given = {}) {
  const provider = memory(community({ members: [ada, bo, cy, dee, noor], ...document }), { now: () => new Date(now) });
  const { send } = provider;
  provider.send = (intent, signal) => (fails.with ? Promise.reject(fails.with) : send(intent, signal));
  return {
    provider,
    async see(viewer: string, markup = tag) {
      const shown = await seen(provider, viewer, markup, now);
      const { store } = shown.widget;
      answered.push(() => !!fails.with || !!store?.$wishes.value?.every(({ receipt }) => receipt));
      return shown;
    },
  };
}

async function seen(provider: MemoryProvider, viewer: string, markup: string, now: string) {
  const widget = put<PeerIntro>(markup);
  widget.store = createStore(provider, { now: () => new Date(now), ...(viewer && { viewer }) });
  const wishes: Record<string, unknown>[] = [];
  for (const name of ['ask-intro', 'answer-intro', 'pass-intro', 'met', 'introduce', 'profile'])
    widget.addEventListener(`kith-${name}`, (event) => wishes.push({ name, ...(event as CustomEvent<object>).detail }));
  await settled(widget);
  return { widget, wishes };
}

const intro = (own: Partial<Introduction> = {}): Introduction => ({
  id: 'i1',
  people: ['ada', 'bo'],
  by: 'ada',
  text: 'Your letter about the lathe made me ask.',
  state: 'asked',
  at: '2026-11-14T13:40:00Z',
  ...own,
});

const buttons = (widget: Element) => allByRole(widget, 'button').map(read);
const headings = (widget: Element) => allByRole(widget, 'heading').map(read);
const dialogIn = (widget: Element) => widget.shadowRoot?.querySelector('dialog') ?? undefined;
const heard = () => document.querySelector('.kith-said')?.textContent ?? '';

/** Waits until all that was said before has been. */
async function silence(): Promise<void> {
  announce('So far.');
  await until(() => heard().includes('So far.'), 'what was said before is');
}

/** Presses a button as a keyboard does: it has the focus first. */
function press(widget: Element, name: string): void {
  const button = byRole(widget, 'button', name);
  button.focus();
  button.click();
}

const dialogOf = (widget: Element) =>
  until(() => (dialogIn(widget)?.open ? dialogIn(widget) : undefined), 'a dialog is open');

/** The field of a widget that has the focus. */
const fieldOf = (widget: Element) =>
  until(() => {
    const field = focused();
    return field?.matches('textarea, select') && field.getRootNode() === widget.shadowRoot
      ? (field as HTMLTextAreaElement)
      : undefined;
  }, 'a field has the focus');

function write(field: HTMLTextAreaElement | HTMLInputElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** What goes out once, whatever it is. */
const once = <N extends keyof HTMLElementEventMap | string>(widget: Element, name: N) =>
  new Promise<CustomEvent<Record<string, unknown>>>((go) =>
    widget.addEventListener(name, (event) => go(event as CustomEvent<Record<string, unknown>>), { once: true }),
  );

describe('<kith-peer-intro>, to do something about it', () => {
  // What one test wished is said before the next one listens.
  afterEach(async () => {
    const all = answered;
    answered = [];
    await until(() => all.every((each) => each()), 'all that was wished has its answer');
    await silence();
  });

  describe('asking', () => {
    it('offers to ask, or not this time, by buttons that are there from the first', async () => {
      const { widget } = await here().see('ada');
      expect(buttons(widget).slice(0, 2)).to.deep.equal(['Ask for an introduction', 'Not this time']);
      expect(part(widget, 'ask').className).to.equal('main');
    });

    it('opens a box that says what is seen, with the focus in it', async () => {
      const { widget } = await here().see('ada');
      press(widget, 'Ask for an introduction');
      const box = await dialogOf(widget);
      const field = await fieldOf(widget);
      expect(box.contains(field)).to.equal(true);
      expect(read(box)).to.match(
        /Bo sees your name, your line and these reasons\. Nothing else until you both say yes\./,
      );
      expect(read(box)).to.include('You asked for grant writing; Bo offers it.');
      const title = box.getAttribute('aria-labelledby') ?? '';
      expect(read(widget.shadowRoot?.getElementById(title) as Element)).to.equal('Ask for an introduction');
    });

    it('says whom, what and why, and turns at once to what was asked', async () => {
      const { widget, wishes } = await here().see('ada');
      press(widget, 'Ask for an introduction');
      write(await fieldOf(widget), 'The lathe?');
      await widget.updateComplete;
      const sent = once(widget, 'kith-sent');
      dialogIn(widget)?.querySelector<HTMLElement>('[part=submit]')?.click();
      expect(wishes).to.deep.equal([
        {
          name: 'ask-intro',
          with: 'bo',
          text: 'The lathe?',
          reasons: [
            { kind: 'gets', words: 'soldering' },
            { kind: 'gives', words: 'grant writing' },
          ],
        },
      ]);
      await says(widget, 'Asked.');
      expect(dialogIn(widget)).to.equal(undefined);
      expect(headings(widget)).to.deep.equal(['Ada, meet Bo.', 'Ada, meet Dee.']);
      expect(read(widget)).to.include(
        'Asked. If Bo says yes, you both get a note. If not, it closes quietly on 5 December.',
      );
      expect(read(part(widget, 'text'))).to.equal('“The lathe?”');
      await sent;
      expect(read(focused() as Element)).to.match(/^Ada, meet Bo\./);
    });

    it('needs no words', async () => {
      const { widget, wishes } = await here().see('ada');
      press(widget, 'Ask for an introduction');
      (await fieldOf(widget)).form?.requestSubmit();
      expect(wishes).to.have.length(1);
      expect(wishes[0]).not.to.have.property('text');
    });

    for (const [how, leave] of [
      [
        'Escape',
        (field: HTMLElement) => field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })),
      ],
      [
        'the browser’s way to close',
        (field: HTMLElement) => field.closest('dialog')?.requestClose?.() ?? field.closest('dialog')?.close(),
      ],
      ['Not now', (field: HTMLElement) => field.closest('form')?.querySelector<HTMLElement>('.quiet')?.click()],
    ] as const) {
      it(`is left by ${how}: nothing is said, and the focus is back`, async () => {
        const { widget, wishes } = await here().see('ada');
        press(widget, 'Ask for an introduction');
        leave(await fieldOf(widget));
        await until(() => !dialogIn(widget), 'the dialog is gone');
        expect(wishes).to.deep.equal([]);
        await until(() => focused() === part(widget, 'ask'), 'the button has the focus again');
      });
    }

    it('is undone when it is refused, with the words kept, to be changed', async () => {
      const { widget } = await here({
        fails: {
          with: new ProviderError('refused', { reason: 'too-often', params: { when: '2026-11-28T12:00:00Z' } }),
        },
      }).see('ada');
      press(widget, 'Ask for an introduction');
      write(await fieldOf(widget), 'The lathe?');
      await widget.updateComplete;
      const refused = once(widget, 'kith-refused');
      const left = dialogIn(widget);
      left?.querySelector('form')?.requestSubmit();
      expect((await refused).detail['reason']).to.equal('too-often');
      await says(widget, "Not sent. That's plenty for now.");
      expect(headings(widget)).to.deep.equal(['Ada, meet Bo.']);
      expect(buttons(widget)).to.include('Ask for an introduction');
      expect(read(widget)).to.include('The lathe?');
      expect(widget.shadowRoot?.activeElement).not.to.equal(null);
      press(widget, 'Edit');
      const field = await fieldOf(widget);
      expect(field.value).to.equal('The lathe?');
      // Some engines tell late that the box before it was closed.
      left?.dispatchEvent(new Event('close'));
      await widget.updateComplete;
      expect(read(await dialogOf(widget))).to.include('Bo sees your name');
      expect(focused()).to.equal(field);
    });

    it('stays as it is while one answer has it and the other does not yet', async () => {
      const { provider, see } = here();
      const { widget } = await see('ada');
      const { read: answer } = provider;
      const suggested: number[] = [];
      provider.read = async (query, signal) => {
        if (query.kind === 'introductions') return new Promise<never>(() => undefined);
        const answered = await answer(query, signal);
        if (query.kind === 'suggestions') suggested.push(answered.revision);
        return answered;
      };
      press(widget, 'Ask for an introduction');
      (await fieldOf(widget)).form?.requestSubmit();
      await until(() => suggested.length, 'who else there is has been read again');
      await widget.updateComplete;
      await says(widget, 'Ada, meet Dee.');
      expect(headings(widget)).to.include('Ada, meet Bo.');
      expect(read(widget)).to.include('Asked.');
    });

    it('shows what is not sent yet as it will look, with a dashed edge', async () => {
      const { widget } = await here({ fails: { with: new ProviderError('offline') } }).see('ada');
      press(widget, 'Ask for an introduction');
      (await fieldOf(widget)).form?.requestSubmit();
      await says(widget, 'Asked.');
      await until(() => widget.matches(':state(unsent)'), 'it is unsent');
      const [asked, next] = [...(widget.shadowRoot?.querySelectorAll('.note') ?? [])];
      const edge = (note: Element | undefined) => getComputedStyle(note as Element, '::before').borderInlineStartStyle;
      expect(edge(asked)).to.equal('dashed');
      expect(edge(next)).not.to.equal('dashed');
    });

    it('says nothing to the store where somebody prevents it, and keeps the note', async () => {
      const { widget } = await here().see('ada');
      widget.addEventListener('kith-ask-intro', (event) => event.preventDefault());
      press(widget, 'Ask for an introduction');
      (await fieldOf(widget)).form?.requestSubmit();
      await widget.updateComplete;
      expect(widget.store?.$wishes.value).to.deep.equal([]);
      expect(dialogIn(widget)?.open, 'the box is still open').to.equal(true);
      expect(headings(widget)).to.include('Ada, meet Bo.');
    });

    it('reads the same to who asked, whether it was declined or nobody answered: to the letter', async () => {
      const drawnAfter = async (declines: boolean) => {
        const { provider, see } = here();
        const { widget } = await see('ada');
        press(widget, 'Ask for an introduction');
        const sent = once(widget, 'kith-sent');
        (await fieldOf(widget)).form?.requestSubmit();
        const { key } = (await sent).detail as { key: string };
        await silence();
        const events: string[] = [];
        for (const name of ['kith-sent', 'kith-refused', 'kith-error', 'kith-answer-intro', 'kith-met'])
          document.addEventListener(name, ({ type }) => events.push(type), { once: true });
        if (declines) await answer(provider, 'bo', key, false);
        // Something is told of, so that the widget has read again.
        provider.change((all) => ({ ...all, members: [...(all.members ?? []), { id: 'eve', name: 'Eve' }] }));
        await settled(widget);
        await until(() => widget.store?.$wishes.value?.every(({ receipt }) => receipt), 'all is sent');
        await widget.updateComplete;
        const drawn = widget.shadowRoot?.querySelector('[part~=base]')?.outerHTML.replace(/<!--.*?-->/g, '');
        await silence();
        return [read(widget), drawn, events.join(), heard()];
      };
      expect(await drawnAfter(true)).to.deep.equal(await drawnAfter(false));
    });
  });

  describe('being asked', () => {
    const asked = (own: Partial<Introduction> = {}, given: Given = {}) =>
      here({ introductions: [intro(own)], ...given });

    it('reads who, in which words and why, and nothing else of them yet', async () => {
      const { widget } = await asked().see('bo');
      expect(headings(widget)[0]).to.equal('Ada would like to meet you.');
      expect(read(part(widget, 'text'))).to.equal('“Your letter about the lathe made me ask.”');
      expect(buttons(widget).slice(0, 2)).to.deep.equal(['Yes, introduce us', 'Not this time']);
      expect(read(widget)).to.include("(Ada isn't told.)");
      expect(read(widget)).not.to.include('Mends radios');
      expect(hasPart(widget, 'hours')).to.equal(false);
    });

    it('is met at once by a yes: the thread is solid, the stones touch, and the focus stays', async () => {
      const { widget, wishes } = await asked().see('bo');
      press(widget, 'Yes, introduce us');
      expect(wishes).to.deep.equal([{ name: 'answer-intro', introduction: 'i1', on: true }]);
      await says(widget, "Bo, Ada: you're introduced.");
      expect(part(widget, 'people').querySelector('.dashed')).to.equal(null);
      expect(read(part(widget, 'hours'))).to.match(/^You're both usually up 18:00 to 20:00\./);
      expect(read(focused() as Element)).to.match(/^Bo, Ada: you're introduced\./);
      expect(buttons(widget)).not.to.include('Yes, introduce us');
    });

    it('lets who asked know, once it is a yes', async () => {
      const { provider, see } = asked();
      const { widget } = await see('ada');
      await answer(provider, 'bo', 'i1', true);
      await says(widget, "Ada, Bo: you're introduced.");
    });

    it('is gone at once by a no: nothing was sent, and the focus is on what is next', async () => {
      const { widget, wishes } = await asked(
        {},
        { members: [ada, bo, { ...cy, asks: ['soldering'], offers: ['glass'] }, { ...noor, asks: ['grant writing'] }] },
      ).see('bo');
      const next = headings(widget)[1] ?? '';
      press(widget, 'Not this time');
      expect(wishes).to.deep.equal([{ name: 'answer-intro', introduction: 'i1', on: false }]);
      await says(widget, 'Done. Nothing was sent.');
      expect(headings(widget)).not.to.include('Ada would like to meet you.');
      await until(() => read(focused() as Element) === next, 'the next note has the focus');
      await until(() => heard() === 'Done. Nothing was sent.', 'that is said, and nothing else');
    });

    it('by a third: each waits for the other', async () => {
      const { widget } = await asked({ by: 'noor', text: 'You both put the chisels back.' }).see('ada');
      expect(read(widget)).to.include("(Bo and Noor aren't told.)");
      press(widget, 'Yes, introduce us');
      await says(widget, 'Asked. If Bo says yes, you both get a note.');
      expect(headings(widget)[0]).to.equal('Ada, meet Bo.');
    });

    it('stands again when the answer is refused', async () => {
      for (const name of ['Yes, introduce us', 'Not this time']) {
        const { widget } = await asked({}, { fails: { with: new ProviderError('refused', { reason: 'gone' }) } }).see(
          'bo',
        );
        const refused = once(widget, 'kith-refused');
        press(widget, name);
        await refused;
        await says(widget, 'Not sent.');
        expect(headings(widget)[0]).to.equal('Ada would like to meet you.');
        expect(read(widget)).not.to.include('Nothing was sent');
        expect(widget.shadowRoot?.activeElement).not.to.equal(null);
        press(widget, 'Throw away');
        await until(() => !read(widget).includes('Not sent.'), 'it is thrown away');
        expect(widget.shadowRoot?.activeElement).not.to.equal(null);
      }
    });
  });

  describe('passing', () => {
    it('folds the note: the next one is simply there, with the focus, and for how long is said', async () => {
      const { widget, wishes } = await here().see('ada');
      press(widget, 'Not this time');
      expect(wishes).to.deep.equal([{ name: 'pass-intro', with: 'bo', until: '2027-05-21T12:00:00.000Z' }]);
      await says(widget, "You won't see Bo here for 6 months.");
      expect(headings(widget)).to.have.length(1);
      expect(headings(widget)[0]).to.match(/^Ada, meet (Cy|Dee)\.$/);
      await until(() => focused() === allByRole(widget, 'heading')[0], 'the next note has the focus');
      await until(() => heard() === "You won't see Bo here for 6 months.", 'it is said');
    });

    it('folds nothing that could be read, reached or styled', async () => {
      const { widget } = await here().see('ada');
      await until(() => buttons(widget).includes('Introduce two people'), 'its acts are here');
      press(widget, 'Not this time');
      const ghost = await until(() => widget.shadowRoot?.querySelector<HTMLElement>('.folding'), 'it folds');
      expect([ghost.inert, ghost.ariaHidden]).to.deep.equal([true, 'true']);
      expect(ghost.querySelectorAll('[part], [tabindex]')).to.have.length(0);
      await until(() => !ghost.isConnected, 'it is gone');
    });

    it('leaves nobody at last, and says what there is to do', async () => {
      const { widget } = await here({ members: [ada, bo] }).see('ada');
      press(widget, 'Not this time');
      await says(widget, 'Nobody new fits just now. What could you use a hand with?');
      await says(widget, "You won't see Bo here for 6 months.");
      expect(widget.shadowRoot?.activeElement).not.to.equal(null);
    });

    it('keeps the others where they are, also of three', async () => {
      const { widget } = await here().see('ada', '<kith-peer-intro limit="3"></kith-peer-intro>');
      const [first, second, third] = headings(widget);
      const [, pass] = allByRole(widget, 'button', 'Not this time');
      pass?.focus();
      pass?.click();
      await until(() => headings(widget).length === 2, 'one is gone');
      expect(headings(widget)).to.deep.equal([first, third]);
      await until(() => read(focused() as Element) === third, 'the next note has the focus');
      press(widget, 'Ask for an introduction');
      (await fieldOf(widget)).form?.requestSubmit();
      await says(widget, 'Asked.');
      expect(headings(widget)).to.deep.equal([first, third]);
      expect(headings(widget)).not.to.include(second);
    });

    it('is undone when it is refused', async () => {
      const { widget } = await here({ fails: { with: new ProviderError('refused', { reason: 'unknown' }) } }).see(
        'ada',
      );
      const refused = once(widget, 'kith-refused');
      press(widget, 'Not this time');
      await refused;
      await says(widget, 'Not sent.');
      expect(headings(widget)).to.deep.equal(['Ada, meet Bo.']);
      expect(read(widget)).not.to.include("You won't see");
    });
  });

  describe('once two are introduced', () => {
    const met = (days: number, own: Partial<Introduction> = {}, given: Given = {}) => {
      const at = new Date(Date.parse(today) - days * 86_400_000).toISOString();
      return here({
        introductions: [intro({ state: 'met', at: '2026-11-01', ...own, met: at } as Introduction)],
        ...given,
      });
    };
    const question = 'Did you two talk?';

    it('gives the next time both are up to a calendar, and asks nothing of anybody', async () => {
      const { widget } = await met(0).see('bo');
      await until(() => buttons(widget).includes('Add to calendar'), 'it can be put into a calendar');
      const files: Blob[] = [];
      const { createObjectURL } = URL;
      URL.createObjectURL = (file: Blob) => (files.push(file), 'blob:kith');
      const given: HTMLAnchorElement[] = [];
      const { click } = HTMLAnchorElement.prototype;
      HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
        given.push(this);
      };
      try {
        press(widget, 'Add to calendar');
        await until(() => given.length, 'it is given');
      } finally {
        HTMLAnchorElement.prototype.click = click;
        URL.createObjectURL = createObjectURL;
      }
      expect(given.map(({ download }) => download)).to.deep.equal(['kith.ics']);
      const lines = ((await files[0]?.text()) ?? '').split('\r\n');
      expect(lines).to.include('DTSTART:20261122T180000Z').and.to.include('DTEND:20261122T190000Z');
      expect(lines).to.include('SUMMARY:Bo and Ada');
      const about = lines.join('\r\n').replaceAll('\r\n ', '');
      expect(about).to.include('For Bo: 22 November 2026').and.to.include('18:00 to 19:00 (Europe/London)');
      expect(about).to.include('For Ada: 22 November 2026').and.to.include('19:00 to 20:00 (Africa/Lagos)');
      expect(requested()).to.deep.equal([]);
    });

    it('asks after three days whether they talked, and not before', async () => {
      const early = await met(2).see('ada');
      await until(() => buttons(early.widget).includes('Add to calendar'), 'its acts are here');
      expect(read(early.widget)).not.to.include(question);
      await says((await met(3).see('ada')).widget, `${question} We did Not yet It won't happen`);
    });

    for (const [name, on] of [
      ['We did', true],
      ["It won't happen", false],
    ] as const) {
      it(`is over with “${name}”`, async () => {
        const { widget, wishes } = await met(3).see('ada');
        await says(widget, question);
        press(widget, name);
        expect(wishes).to.deep.equal([{ name: 'met', introduction: 'i1', on }]);
        await until(() => !headings(widget).includes("Ada, Bo: you're introduced."), 'the note is gone');
        expect(widget.shadowRoot?.activeElement).not.to.equal(null);
      });
    }

    it('folds the question with “Not yet”, and says nothing to anybody', async () => {
      const { widget, wishes } = await met(3).see('ada');
      await says(widget, question);
      press(widget, 'Not yet');
      await until(() => !read(widget).includes(question), 'the question is folded');
      expect(wishes).to.deep.equal([]);
      expect(headings(widget)).to.include("Ada, Bo: you're introduced.");
      expect(widget.shadowRoot?.activeElement).not.to.equal(null);
    });

    it('says of one’s own answer nothing to the other', async () => {
      const { widget } = await met(3, {
        meetings: [{ introduction: 'i1', member: 'bo', on: false, at: today }],
      } as object).see('ada');
      await says(widget, question);
    });
  });

  describe('introducing two others', () => {
    const choose = (box: Element, nth: number, id: string) => {
      const select = box.querySelectorAll('select')[nth] as HTMLSelectElement;
      select.value = id;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    };

    async function writing(widget: PeerIntro) {
      await until(() => buttons(widget).includes('Introduce two people'), 'two can be introduced');
      press(widget, 'Introduce two people');
      const box = await dialogOf(widget);
      await until(() => box.querySelectorAll('option').length > 4, 'people can be chosen');
      return box;
    }

    it('takes two others and why, and says that each answers on their own', async () => {
      const { widget, wishes } = await here().see('ada');
      const box = await writing(widget);
      expect(read(box)).to.include('Each answers on their own.');
      expect([...box.querySelectorAll('option')].map(({ value }) => value)).not.to.include('ada');
      choose(box, 0, 'bo');
      await widget.updateComplete;
      expect([...(box.querySelectorAll('select')[1]?.options ?? [])].map(({ value }) => value)).not.to.include('bo');
      choose(box, 1, 'cy');
      await widget.updateComplete;
      write(box.querySelector('textarea') as HTMLTextAreaElement, 'You both ask me for chisels.');
      await widget.updateComplete;
      box.querySelector('form')?.requestSubmit();
      expect(wishes).to.deep.equal([{ name: 'introduce', people: ['bo', 'cy'], text: 'You both ask me for chisels.' }]);
      await until(() => !dialogIn(widget), 'the dialog is gone');
      await until(() => focused() === part(widget, 'introduce'), 'the button has the focus again');
      await says(widget, 'Each answers on their own.');
      await until(() => heard() === 'Each answers on their own.', 'it is said');
    });

    it('says nothing as long as somebody or the reason is missing', async () => {
      const { widget, wishes } = await here().see('ada');
      const box = await writing(widget);
      choose(box, 0, 'bo');
      await widget.updateComplete;
      box.querySelector('form')?.dispatchEvent(new SubmitEvent('submit', { cancelable: true, bubbles: true }));
      expect(wishes).to.deep.equal([]);
      expect(dialogIn(widget)?.open).to.equal(true);
    });

    it('finds people by name where there are many', async () => {
      const many = Array.from({ length: 120 }, (_, i) => ({ id: `m${i}`, name: `Member ${i}` }));
      const { widget } = await here({ members: [ada, bo, ...many, noor] }).see('ada');
      const box = await writing(widget);
      const field = await until(
        () => box.querySelector<HTMLInputElement>('input[type=search]'),
        'one can look for them',
      );
      choose(box, 0, 'bo');
      await widget.updateComplete;
      write(field, 'noor');
      await until(() => box.querySelector('option[value=noor]'), 'Noor is found');
      expect(box.querySelector('select')?.value).to.equal('bo');
    });

    it('keeps both and the words when it is refused', async () => {
      const { widget } = await here({ fails: { with: new ProviderError('refused', { reason: 'gone' }) } }).see('ada');
      const box = await writing(widget);
      choose(box, 0, 'bo');
      await widget.updateComplete;
      choose(box, 1, 'cy');
      await widget.updateComplete;
      write(box.querySelector('textarea') as HTMLTextAreaElement, 'Chisels.');
      await widget.updateComplete;
      box.querySelector('form')?.requestSubmit();
      await says(widget, 'Not sent.');
      press(widget, 'Edit');
      const again = await dialogOf(widget);
      expect([...again.querySelectorAll('select')].map(({ value }) => value)).to.deep.equal(['bo', 'cy']);
      expect(again.querySelector('textarea')?.value).to.equal('Chisels.');
    });

    for (const [name, detail, known, before] of [
      ['ask-intro', { with: 'dee', text: 'The lathe?', reasons: [] }, 'A line to Dee, if you like.', 'A line to them'],
      ['introduce', { people: ['dee', 'noor'], text: 'Both build.' }, 'Dee Park', '…'],
    ] as const)
      it(`knows whom an earlier page wrote to by their name, and says nothing else before: ${name}`, async () => {
        const { provider, see } = here({ fails: { with: new ProviderError('refused', { reason: 'gone' }) } });
        const { widget } = await see('ada');
        const { read: answer } = provider;
        let tell = () => {};
        const asked = new Promise<void>((go) => (tell = go));
        provider.read = async (query, signal) => {
          if (query.kind.startsWith('member')) await asked;
          return answer(query, signal);
        };
        widget.store?.wish(name, detail as never);
        await says(widget, 'Not sent.');
        press(widget, 'Edit');
        const box = await dialogOf(widget);
        await until(() => read(box).includes(before), 'it says nothing of whom');
        expect(read(box)).not.to.match(/\bdee\b|\bnoor\b/);
        tell();
        await until(() => read(box).includes(known), 'it knows them');
      });

    it('is not offered beside a note of somebody in particular', async () => {
      const { widget } = await here().see('ada', '<kith-peer-intro member="cy"></kith-peer-intro>');
      expect(buttons(widget)).to.deep.equal(['Ask for an introduction', 'Not this time']);
    });
  });

  describe('where nobody new fits', () => {
    it('adds what somebody could use a hand with to what they asked for, and shows how others read it', async () => {
      const { widget, wishes } = await here({ members: [bo, { ...noor, asks: ['a van'] }] }).see('noor');
      await until(() => buttons(widget).includes('Add it'), 'it can be added');
      await says(widget, 'Noor could use a hand with a van.');
      press(widget, 'Add it');
      const field = await fieldOf(widget);
      expect(read(field.closest('label') as Element)).to.equal('What could you use a hand with?');
      write(field, 'glazing');
      await widget.updateComplete;
      field.form?.requestSubmit();
      expect(wishes).to.deep.equal([{ name: 'profile', patch: { asks: ['a van', 'glazing'] } }]);
      await says(widget, 'Noor could use a hand with a van and glazing.');
      expect(widget.shadowRoot?.activeElement).not.to.equal(null);
    });

    it('meets whoever offers it', async () => {
      const { widget } = await here({ members: [bo, noor] }).see('noor');
      await until(() => buttons(widget).includes('Add it'), 'it can be added');
      press(widget, 'Add it');
      const field = await fieldOf(widget);
      write(field, 'grant writing');
      await widget.updateComplete;
      field.form?.requestSubmit();
      await says(widget, 'Noor, meet Bo.');
    });

    it('keeps the words when it is refused', async () => {
      const { widget } = await here({
        members: [bo, noor],
        fails: { with: new ProviderError('refused', { reason: 'not-allowed' }) },
      }).see('noor');
      await until(() => buttons(widget).includes('Add it'), 'it can be added');
      press(widget, 'Add it');
      write(await fieldOf(widget), 'glazing');
      await widget.updateComplete;
      (await fieldOf(widget)).form?.requestSubmit();
      await says(widget, 'Not sent.');
      expect(read(widget)).to.include('glazing');
      expect(read(widget)).not.to.include('Noor could use a hand');
      press(widget, 'Edit');
      expect((await fieldOf(widget)).value).to.equal('glazing');
    });
  });

  describe('to whom nothing is asked', () => {
    it('has no buttons for a visitor', async () => {
      const { widget } = await here().see('');
      await until(() => widget.store?.$view, 'it is here');
      expect(headings(widget)).to.deep.equal(['Who could use a hand?']);
      expect(buttons(widget)).to.deep.equal([]);
    });

    it('shows what its author puts in the place of the first note’s buttons, to a visitor too', async () => {
      const markup = '<kith-peer-intro><a slot="action" href="#in">Sign in to be introduced</a></kith-peer-intro>';
      for (const viewer of ['', 'ada']) {
        const { widget } = await here().see(viewer, markup);
        expect(read(widget)).to.include('Sign in to be introduced');
        expect(buttons(widget)).not.to.include('Ask for an introduction');
      }
    });
  });

  it('has one main button', async () => {
    const { widget } = await here({ introductions: [intro({ by: 'bo' })] }).see(
      'ada',
      '<kith-peer-intro limit="3"></kith-peer-intro>',
    );
    await until(() => buttons(widget).includes('Introduce two people'), 'its acts are here');
    const main = allByRole(widget, 'button').filter((button) => button.matches('.main'));
    expect(main.map(read)).to.deep.equal(['Yes, introduce us']);
    expect(allByRole(widget, 'button', 'Ask for an introduction')).to.have.length(2);
  });

  it('shows of a refused wish only what is about whom it is about', async () => {
    const { provider } = here();
    const failing = { ...provider, send: () => Promise.reject(new ProviderError('refused', { reason: 'gone' })) };
    const store = createStore(failing, { now: () => new Date(today), viewer: 'ada' });
    const place = put<HTMLElement>(
      '<div><kith-peer-intro member="bo"></kith-peer-intro><kith-peer-intro member="cy"></kith-peer-intro></div>',
    );
    const [ofBo, ofCy] = [...place.querySelectorAll<PeerIntro>('kith-peer-intro')] as [PeerIntro, PeerIntro];
    for (const widget of [ofBo, ofCy]) widget.store = store;
    await Promise.all([settled(ofBo), settled(ofCy)]);
    press(ofBo, 'Not this time');
    await says(ofBo, 'Not sent.');
    await ofCy.updateComplete;
    expect([ofBo, ofCy].map((widget) => widget.matches(':state(unsent)'))).to.deep.equal([true, false]);
    expect(read(ofCy)).not.to.include('Not sent.');
  });

  it('speaks Arabic', async () => {
    const { widget } = await here({ introductions: [intro()] }).see(
      'bo',
      '<kith-peer-intro locale="ar"></kith-peer-intro>',
    );
    expect(buttons(widget).slice(0, 2)).to.deep.equal(['نعم، عرّفونا', 'ليس هذه المرّة']);
    press(widget, 'ليس هذه المرّة');
    await says(widget, 'تمّ. لم يُرسل شيء.');
  });
});

/** Answers an introduction elsewhere. */
async function answer(provider: MemoryProvider, member: string, introduction: string, on: boolean): Promise<void> {
  const intent = {
    key: crypto.randomUUID(),
    name: 'answer-intro',
    detail: { introduction, on },
    actor: { member },
    community: '',
    at: today,
  } as unknown as Intent;
  await provider.send(intent, new AbortController().signal);
}
