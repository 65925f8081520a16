import { expect } from '@open-wc/testing';
import { createStore, ProviderError, type CommunityDocument, type Recognition } from '@kith/core';
import type { RecognitionWall } from '@kith/elements';
import { memory } from '@kith/providers/memory';
import {
  allByRole,
  byRole,
  community,
  counting,
  focused,
  inline,
  letters,
  part,
  people,
  press,
  put,
  read,
  readOnly,
  requested,
  says,
  settled,
  show,
  showTo,
  until,
} from './support.js';

const wall = '<kith-recognition-wall></kith-recognition-wall>';
const src = 'https://pictures.invalid/bench.jpg';
const pictured = { evidence: [{ kind: 'image', src, alt: 'The bench, mended' }] };

/** What each letter says, in its first words. */
const texts = (widget: Element) =>
  allByRole(widget, 'listitem').map((item) => read(item.querySelector('[part=text]') ?? item));
const focusedText = () => read(focused()?.querySelector('[part=text]') ?? document.createElement('p'));
const many = (count: number, pieces: Partial<Recognition> = {}) =>
  letters(...Array.from({ length: count }, (_, i) => ({ text: `Letter ${i + 1}`, ...pieces })));
const inWeeks = (n: number) => new Date(Date.UTC(2026, 0, 5 + 7 * n, 12));
const announced = () => document.querySelector('.kith-said')?.textContent ?? '';

/** Waits until it is heard, by itself or together with what else is said in that moment. */
const hears = (words: string) =>
  until(() => announced().includes(words), `“${words}” is heard`).catch((error: Error) => {
    throw new Error(`${error.message} What was heard: “${announced()}”`);
  });

/** Whatever a page has asked another host for. */
const fromElsewhere = () =>
  performance.getEntriesByType('resource').filter(({ name }) => name.includes('pictures.invalid'));

/** A choice in one of the fields that say so. */
function choose(widget: Element, label: string, value: string): HTMLSelectElement {
  const labels = [...(widget.shadowRoot?.querySelectorAll('label') ?? [])];
  const field = labels.find((each) => read(each).startsWith(label))?.querySelector('select') as HTMLSelectElement;
  field.focus();
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  return field;
}

/** The code that finds a letter is here. */
const isLooking = (widget: Element) => Boolean((widget as unknown as { detail: { here: unknown } }).detail.here);

afterEach(() => {
  history.replaceState(null, '', location.pathname + location.search);
});

describe('<kith-recognition-wall>, beyond the first look', () => {
  describe('what shows that it is so', () => {
    it('asks no other host for a picture before the reader does, who is told whose it is', async () => {
      const before = fromElsewhere().length;
      const widget = await show(
        wall,
        readOnly(letters({ text: 'Look.', ...pictured }, { text: 'And here.', ...pictured })),
      );
      expect(allByRole(widget, 'img')).to.deep.equal([]);
      expect([fromElsewhere().length - before, requested()]).to.deep.equal([0, []]);
      press(widget, 'Show the picture from pictures.invalid');
      const picture = await until(() => allByRole(widget, 'img', 'The bench, mended')[0], 'it is shown');
      expect((picture as HTMLImageElement).src).to.equal(src);
      expect((picture as HTMLImageElement).referrerPolicy).to.equal('no-referrer');
      await until(() => focusedText() === 'Look.', 'the focus is on the letter');
    });

    it('shows the pictures of one letter alone', async () => {
      const other = { evidence: [{ kind: 'image', src: 'https://pictures.invalid/other.jpg', alt: 'Another' }] };
      const widget = await show(wall, readOnly(letters({ text: 'Look.', ...pictured }, { text: 'Here.', ...other })));
      press(widget, 'Show the picture from pictures.invalid');
      await until(() => allByRole(widget, 'img').length, 'it is shown');
      expect(allByRole(widget, 'img', 'Another')).to.deep.equal([]);
    });

    it('comes with the delivery, and is not told before', async () => {
      const needed = { need: 'Room 12 needs a bench.', to: ['ada', 'noor'], text: 'Thank you.', ...pictured };
      for (const waits of [{ askedAt: '2025-03-01' }, { deliveredAt: '9999-01-01' }]) {
        const widget = await show(
          '<kith-recognition-wall pictures="allow"></kith-recognition-wall>',
          letters({ ...needed, ...waits }),
        );
        const said = read(byRole(widget, 'listitem'));
        expect(said).to.include('Room 12 needs a bench. Still on its way. What shows it comes once it is here.');
        expect(said).to.include('Ada Obi and Noor Haddad.');
        expect([allByRole(widget, 'img'), said.includes('mended')]).to.deep.equal([[], false]);
      }
      const here = await show(
        '<kith-recognition-wall pictures="allow"></kith-recognition-wall>',
        letters({ ...needed, askedAt: '2025-03-01', deliveredAt: '2025-03-10' }),
      );
      expect(allByRole(here, 'img')).to.have.length(1);
      expect(read(here)).not.to.include('Still on its way');
    });

    it('is a link with the name of the host it leads to, also beneath a reply', async () => {
      const link = { kind: 'link', src: 'https://tools.example/61', alt: 'The shelf' };
      const widget = await show(
        wall,
        readOnly(
          letters({ text: 'Look.', evidence: [link], replies: [{ member: 'ada', text: 'Here.', evidence: [link] }] }),
        ),
      );
      const links = allByRole(widget, 'link', 'The shelf') as HTMLAnchorElement[];
      expect(links.map(({ href, rel }) => [href, rel])).to.deep.equal([
        ['https://tools.example/61', 'noopener noreferrer ugc nofollow'],
        ['https://tools.example/61', 'noopener noreferrer ugc nofollow'],
      ]);
      expect(read(widget)).to.include('The shelf (tools.example)');
    });
  });

  describe('eleven who gave, of whom four would rather not be named', () => {
    it('read as seven names and four more', async () => {
      const eleven = Array.from({ length: 7 }, (_, i) => ({ id: `g${i}`, name: `Giver ${i + 1}` }));
      const source = community({
        members: eleven,
        recognitions: [
          { id: 'r1', need: 'Room 12 needs books.', text: 'We read them.', to: eleven.map(({ id }) => id), unnamed: 4 },
        ],
      });
      expect(read(await show(wall, readOnly(source)))).to.match(
        /Giver 1, Giver 2, Giver 3, Giver 4, Giver 5, Giver 6, Giver 7,? and 4 more who'd rather not be named\./,
      );
    });
  });

  describe('the rest of a letter', () => {
    const idea = {
      occasion: 'idea',
      text: 'A shelf at child height.',
      lang: 'en',
      try: 'Two weeks with a crate.',
      measure: 'How many children took a drill by themselves.',
      result: 'Nine, and one plaster.',
    };

    it('says what was tried, measured and found, once it is unfolded, and keeps the focus', async () => {
      const widget = await show(wall, readOnly(letters(idea)));
      expect(read(widget)).not.to.include('crate');
      const button = press(widget, 'The rest of the story');
      await says(widget, 'What was found: Nine, and one plaster.');
      expect(read(widget)).to.include(
        'What was tried: Two weeks with a crate. What was measured: How many children took a drill by themselves.',
      );
      expect([focused(), button.ariaExpanded]).to.deep.equal([button, 'true']);
      button.click();
      await until(() => !read(widget).includes('crate'), 'it is folded');
    });

    it('says who heard it, when, and what came of that', async () => {
      const heardBy = { member: 'cy', at: '2025-03-02', did: 'Found a caretaker.' };
      const widget = await show(wall, readOnly(letters({ occasion: 'ask', text: 'Who has the key?', heardBy })));
      press(widget, 'The rest of the story');
      await says(widget, 'Cy Tan heard it on 2 March 2025. What came of that: Found a caretaker.');
    });

    it('leads to the letter it grew out of, also where that is not here yet', async () => {
      const source = many(30);
      Object.assign(source.recognitions?.[0] ?? {}, { bornFrom: 'r30' });
      const widget = await show(wall, readOnly(source));
      press(widget, 'The rest of the story');
      const link = await until(() => allByRole(widget, 'link', 'Letter 30')[0] as HTMLAnchorElement, 'it is found');
      expect([read(link), new URL(link.href).hash]).to.deep.equal(['Letter 30', '#letter-r30']);
      link.click();
      await until(() => focusedText() === 'Letter 30', 'it has the focus');
    });

    it('leads to it also where the reader chose others meanwhile', async () => {
      const source = many(30);
      Object.assign(source.recognitions?.[0] ?? {}, { bornFrom: 'r30', kept: { by: 'cy' } });
      const widget = await show(wall, readOnly(source));
      press(widget, 'Choose letters');
      await says(widget, '30 letters fit.');
      press(widget, 'Kept');
      await says(widget, 'One letter fits.');
      press(widget, 'The rest of the story');
      const link = await until(() => allByRole(widget, 'link', 'Letter 30')[0] as HTMLAnchorElement, 'it is found');
      link.click();
      await until(() => focusedText() === 'Letter 30', 'it has the focus');
    });

    it('leads nowhere a page does not show', async () => {
      const source = letters({ text: 'It is here.', bornFrom: 'r2', role: 'builder' }, { text: 'The idea.' });
      const provider = counting(readOnly(source));
      const widget = await show('<kith-recognition-wall filter-role="builder"></kith-recognition-wall>', provider);
      press(widget, 'The rest of the story');
      await says(widget, 'It grew out of an earlier letter.');
      await until(() => provider.asked.filter((kind) => kind === 'wall').length === 2, 'it is asked for');
      await settled(widget);
      expect(allByRole(widget, 'link', 'The idea.')).to.deep.equal([]);
    });

    it('leads on from a letter somebody came for', async () => {
      history.replaceState(null, '', '#letter-r25');
      const source = many(30);
      Object.assign(source.recognitions?.[24] ?? {}, { bornFrom: 'r30' });
      const widget = await show(wall, readOnly(source));
      await until(() => focusedText() === 'Letter 25', 'it has the focus');
      press(widget, 'The rest of the story');
      await until(() => allByRole(widget, 'link', 'Letter 30').length, 'it is found');
    });

    it('says that it grew out of one where that does not stand here', async () => {
      const document = inline(letters({ text: 'It is here.', bornFrom: 'gone' }));
      const widget = await show(`<kith-recognition-wall>${document}</kith-recognition-wall>`);
      press(widget, 'The rest of the story');
      await says(widget, 'It grew out of an earlier letter.');
    });
  });

  describe('a wall of asks', () => {
    it('has those nobody answered first; what an organiser answers leaves it so', async () => {
      const members = [...people, { id: 'host', name: 'Host', host: true }];
      const source = {
        ...letters(
          { occasion: 'ask', text: 'Answered.', answers: [{ member: 'cy', text: 'I can.' }] },
          { occasion: 'ask', text: 'Open.' },
          { occasion: 'ask', text: 'Answered, too.', answers: [{ member: 'noor', text: 'I can.' }] },
          { occasion: 'ask', text: 'Open to members.', answers: [{ member: 'host', text: 'We will see.' }] },
        ),
        members,
      };
      const widget = await show(
        '<kith-recognition-wall filter-occasion="ask"></kith-recognition-wall>',
        readOnly(source),
      );
      expect(texts(widget)).to.deep.equal(['Open.', 'Open to members.', 'Answered.', 'Answered, too.']);
    });
  });

  describe('a choice of letters', () => {
    const mixed = (): CommunityDocument =>
      letters(
        { text: 'Thanks.', role: 'builder' },
        { text: 'A drill, anyone?', occasion: 'ask', to: [] },
        { text: 'Kept.', kept: { by: 'cy' } },
        { text: 'To hold.', reward: 'material' },
        ...Array.from({ length: 6 }, (_, i) => ({ text: `Letter ${i}`, role: 'sharer' })),
      );

    it('is the reader’s by role, kind of reward, occasion and what is kept, with how many fit, and back to all', async () => {
      const widget = await show(wall, readOnly(mixed()));
      press(widget, 'Choose letters');
      await says(widget, '10 letters fit.');
      for (const [label, value, found] of [
        ['Written as', 'ask', 'A drill, anyone?'],
        ['Role', 'builder', 'Thanks.'],
        ['What it gives', 'material', 'To hold.'],
      ] as const) {
        const field = choose(widget, label, value);
        await until(() => texts(widget).join() === found, `${found} alone is shown`);
        await says(widget, 'One letter fits.');
        await hears('One letter fits.');
        expect(focused()).to.equal(field);
        const all = press(widget, 'All letters');
        await until(() => texts(widget).length === 10, 'all are back');
        expect(focused()).to.equal(all);
        await hears('10 letters fit.');
      }
      const kept = press(widget, 'Kept');
      await until(() => texts(widget).join() === 'Kept.', 'the kept one alone is shown');
      expect([kept.ariaPressed, focused()]).to.deep.equal(['true', kept]);
    });

    it('begins with what the page chose, and follows it where that changes', async () => {
      const widget = await show<RecognitionWall>(
        '<kith-recognition-wall filter-role="sharer" page-size="3"></kith-recognition-wall>',
        readOnly({
          ...mixed(),
          recognitions: [...(mixed().recognitions ?? []), { id: 'x', role: 'sharer', text: 'Oldest' }],
        }),
      );
      press(widget, 'Choose letters');
      await says(widget, '7 letters fit.');
      press(widget, 'All letters');
      await says(widget, '11 letters fit.');
      widget.filterRole = 'builder';
      await says(widget, 'One letter fits.');
    });

    it('says that none fits, and keeps the way back', async () => {
      const widget = await show(wall, readOnly(mixed()));
      press(widget, 'Choose letters');
      await says(widget, '10 letters fit.');
      choose(widget, 'Written as', 'story');
      await says(widget, 'No letter fits.');
      press(widget, 'All letters');
      await until(() => texts(widget).length === 10, 'all are back');
    });

    it('is offered of more letters than are read at a glance, and folded again by the same words', async () => {
      expect(allByRole(await show(wall, readOnly(many(6))), 'button')).to.deep.equal([]);
      const widget = await show(wall, readOnly(many(7)));
      const button = press(widget, 'Choose letters');
      await says(widget, '7 letters fit.');
      button.click();
      await until(() => !read(widget).includes('7 letters fit.'), 'it is folded');
      expect(focused()).to.equal(button);
    });

    it('keeps the focus and the way back where few fit and it is folded', async () => {
      const widget = await show(wall, readOnly(mixed()));
      const button = press(widget, 'Choose letters');
      await says(widget, '10 letters fit.');
      press(widget, 'Kept');
      await says(widget, 'One letter fits.');
      button.focus();
      button.click();
      await until(() => button.ariaExpanded === 'false', 'it is folded');
      expect([texts(widget), focused()]).to.deep.equal([['Kept.'], button]);
      expect(read(widget)).to.include('One letter fits.');
      button.click();
      await until(() => allByRole(widget, 'button', 'All letters').length, 'it is unfolded');
      press(widget, 'All letters');
      await until(() => texts(widget).length === 10, 'all are back');
      button.click();
      await until(() => button.ariaExpanded === 'false', 'it is folded again');
      expect(read(widget)).not.to.include('fit');
    });

    it('is kept nowhere', async () => {
      const { setItem } = Storage.prototype;
      const kept: string[] = [];
      Storage.prototype.setItem = (key) => void kept.push(key);
      try {
        const widget = await show(wall, readOnly(mixed()));
        press(widget, 'Choose letters');
        await says(widget, '10 letters fit.');
        choose(widget, 'Written as', 'ask');
        await says(widget, 'One letter fits.');
        expect([kept, document.cookie, location.search, location.hash]).to.deep.equal([[], '', location.search, '']);
      } finally {
        Storage.prototype.setItem = setItem;
      }
    });

    it('is what is written, too: of asks an ask', async () => {
      const widget = await showTo('cy', wall, mixed());
      press(widget, 'Choose letters');
      await says(widget, '10 letters fit.');
      choose(widget, 'Written as', 'ask');
      await says(widget, 'One letter fits.');
      press(widget, 'Write one');
      await says(widget, 'What could you use a hand with?');
    });

    it('speaks Arabic', async () => {
      const widget = await show('<kith-recognition-wall lang="ar"></kith-recognition-wall>', readOnly(mixed()));
      press(widget, 'اختر من الرسائل');
      await says(widget, 'رسائل تطابق.');
    });
  });

  describe('the address of a letter', () => {
    it('leads to it, on whichever page it lies, with the focus', async () => {
      history.replaceState(null, '', '#letter-r25');
      const provider = counting(readOnly(many(30)));
      const widget = await show(wall, provider);
      await until(() => focusedText() === 'Letter 25', 'it has the focus');
      await until(() => texts(widget).length === 21, 'the page is mounted');
      const { top } = (focused() as Element).getBoundingClientRect();
      expect(top).to.be.within(-1, innerHeight);
      // By itself, not through all that lie before it.
      expect(provider.asked.filter((kind) => kind === 'wall')).to.have.length(2);
    });

    it('leads to it where it is shown already, and again by another address', async () => {
      const widget = await show(wall, readOnly(many(12)));
      location.hash = '#letter-r9';
      await until(() => focusedText() === 'Letter 9', 'it has the focus');
      location.hash = '#letter-r3';
      await until(() => focusedText() === 'Letter 3', 'the other has it');
      expect(texts(widget)).to.have.length(12);
    });

    it('is that of its date, also where a page only shows, and of none that waits', async () => {
      const widget = await show(
        wall,
        readOnly(
          letters(
            { id: 'a b', text: 'Thanks.' },
            { text: 'A first.', occasion: 'first' },
            { text: 'No day.', at: undefined },
          ),
        ),
      );
      const links = allByRole(widget, 'link') as HTMLAnchorElement[];
      expect(links.map((link) => [read(link), link.hash])).to.deep.equal([
        ['18 March 2025', '#letter-a%20b'],
        ['17 March 2025', '#letter-r2'],
      ]);
      for (const link of links) expect(link.getClientRects()[0]?.height).to.be.at.least(24);
      links[0]?.click();
      await until(() => focusedText() === 'Thanks.', 'it has the focus');
      const asked = await showTo('ada', wall, {
        ...letters({ text: 'Waits.', state: 'asked' }),
        archive: true,
        members: people.map((person) => ({ ...person, visibility: 'everyone' })),
      });
      await says(asked, 'May it stand here?');
      expect([allByRole(asked, 'link'), read(asked).includes('18 March 2025')]).to.deep.equal([[], true]);
    });

    it('leads to one that arrives late, unless somebody has begun something else', async () => {
      for (const isBusy of [false, true]) {
        history.replaceState(null, '', `#letter-late-${isBusy}`);
        const provider = memory(many(3));
        const widget = await show(wall, provider);
        const elsewhere = document.createElement('input');
        widget.after(elsewhere);
        await until(() => isLooking(widget), 'it looks for it');
        await widget.updateComplete;
        if (isBusy) elsewhere.focus();
        provider.change((archive) => ({
          ...archive,
          recognitions: [
            ...(archive.recognitions ?? []),
            { id: `late-${isBusy}`, text: 'Late.', to: [], at: '2020-01-01', state: 'shown' },
          ],
        }));
        await says(widget, 'Late.');
        if (isBusy) expect(focused() === elsewhere, 'the focus stays').to.equal(true);
        else await until(() => focusedText() === 'Late.', 'it has the focus');
        (focused() as HTMLElement).blur();
      }
    });

    it('is one place of a page, of whatever id, also with two walls', async () => {
      const id = 'é#%&"<b>';
      const source = readOnly(letters({ id, text: 'This one.' }, 'Another.'));
      const first = await show(wall, source);
      const second = await show(wall, source);
      let moves = 0;
      for (const each of [first, second]) each.addEventListener('focusin', () => moves++);
      location.hash = `#letter-${encodeURIComponent(id)}`;
      await until(() => focusedText() === 'This one.', 'it has the focus');
      await second.updateComplete;
      await until(() => [first, second].every(isLooking), 'both have looked');
      await Promise.all([first, second].map((each) => each.updateComplete));
      expect(moves).to.equal(1);
    });

    it('of nothing a wall has, or of something else, changes nothing', async () => {
      for (const hash of ['#letter-none', '#letter-%', '#map', '#letter-']) {
        history.replaceState(null, '', hash);
        const widget = await show(wall, readOnly(many(3)));
        await settled(widget);
        expect(texts(widget)).to.deep.equal(['Letter 1', 'Letter 2', 'Letter 3']);
        expect(focused()).to.equal(document.body);
      }
    });

    it('leaves nobody listening on a page it was taken out of', async () => {
      const { addEventListener: add, removeEventListener: remove } = window;
      let listening = 0;
      window.addEventListener = ((type: string, ...rest: never[]) => {
        if (type === 'hashchange') listening++;
        (add as (...all: unknown[]) => void).call(window, type, ...rest);
      }) as typeof add;
      window.removeEventListener = ((type: string, ...rest: never[]) => {
        if (type === 'hashchange') listening--;
        (remove as (...all: unknown[]) => void).call(window, type, ...rest);
      }) as typeof remove;
      try {
        const widget = await show(wall, readOnly(many(3)));
        expect(listening).to.equal(1);
        widget.remove();
        expect(listening).to.equal(0);
      } finally {
        Object.assign(window, { addEventListener: add, removeEventListener: remove });
      }
    });
  });

  describe('passing a letter on', () => {
    const stub = (name: 'clipboard' | 'share', value: unknown) => {
      Object.defineProperty(navigator, name, { configurable: true, value });
    };
    afterEach(() => {
      Reflect.deleteProperty(navigator, 'clipboard');
      Reflect.deleteProperty(navigator, 'share');
    });

    it('copies its link, says so, and keeps the focus', async () => {
      const copied: string[] = [];
      stub('clipboard', { writeText: async (text: string) => void copied.push(text) });
      const widget = await showTo('cy', wall, letters('Thanks.'));
      press(widget, 'More about this letter');
      await until(() => allByRole(widget, 'button', 'Copy the link').length, 'the dots are open');
      const button = press(widget, 'Copy the link');
      await says(widget, 'The link is copied.');
      expect(copied.map((url) => new URL(url).hash)).to.deep.equal(['#letter-r1']);
      expect(focused()).to.equal(button);
      await until(() => announced().includes('The link is copied.'), 'it is heard');
    });

    it('shows the link where the page may not copy', async () => {
      stub('clipboard', undefined);
      const widget = await showTo('cy', wall, letters('Thanks.'));
      press(widget, 'More about this letter');
      await until(() => allByRole(widget, 'button', 'Copy the link').length, 'the dots are open');
      press(widget, 'Copy the link');
      await says(widget, 'Here is the link:');
      expect((byRole(widget, 'link') as HTMLAnchorElement).hash).to.equal('#letter-r1');
    });

    it('hands it to whatever the reader’s system shares by, where there is such a thing', async () => {
      const shared: unknown[] = [];
      stub('share', async (what: unknown) => void shared.push(what));
      const widget = await showTo('cy', wall, letters('Thanks.'));
      press(widget, 'More about this letter');
      await until(() => allByRole(widget, 'button', 'Pass it on').length, 'the dots are open');
      press(widget, 'Pass it on');
      expect(shared).to.deep.equal([{ url: new URL('#letter-r1', location.href).href }]);
    });

    it('is offered of letters that stand, and of none that waits', async () => {
      const widget = await showTo('ada', wall, {
        ...letters({ text: 'Waits.', state: 'asked' }),
        archive: true,
        members: people.map((person) => ({ ...person, visibility: 'everyone' })),
      });
      await says(widget, 'May it stand here?');
      expect(allByRole(widget, 'button', 'More about this letter')).to.deep.equal([]);
    });
  });

  describe('two who helped somebody together', () => {
    const helped = () => letters({ text: 'You both came.', from: 'bo', to: ['ada', 'noor'] });

    async function opened(viewer: string, source: CommunityDocument) {
      const widget = await showTo(viewer, wall, source);
      press(widget, 'More about this letter');
      await until(() => allByRole(widget, 'button', 'Copy the link').length, 'the dots are open');
      return widget;
    }

    it('may ask for an introduction, with that as the reason', async () => {
      const widget = await opened('ada', helped());
      await says(widget, 'You both helped Bo.');
      const told: unknown[] = [];
      widget.addEventListener('kith-ask-intro', (event) => told.push((event as CustomEvent).detail));
      press(widget, 'Meet Noor');
      await says(widget, 'Noor sees your name, your line and these reasons. Nothing else until you both say yes.');
      part(widget, 'submit').click();
      await says(widget, 'Asked. If Noor says yes, you both get a note.');
      expect(told).to.deep.equal([{ with: 'noor', reasons: [{ kind: 'together', words: 'Bo' }] }]);
    });

    it('who have met are not told to meet', async () => {
      const met = { id: 'i1', people: ['ada', 'noor'], by: 'ada', state: 'met', at: '2025-01-01' };
      const widget = await opened('ada', {
        ...helped(),
        archive: true,
        members: people.map((person) => ({ ...person, visibility: 'everyone' })),
        recognitions: [
          {
            ...{ id: 'r1', from: 'bo', to: ['ada', 'noor'], text: 'You both came.', state: 'shown', at: '2025-03-01' },
            consents: [
              { member: 'ada', as: 'named' },
              { member: 'noor', as: 'named' },
            ],
          },
        ],
        introductions: [met],
      });
      await until(() => widget.store?.ask({ kind: 'introductions' }).$answer.value?.state === 'ready', 'it is known');
      await widget.updateComplete;
      expect(read(widget)).not.to.include('You both helped');
    });

    it('is nobody’s matter but theirs', async () => {
      const widget = await opened('cy', helped());
      await until(() => widget.store?.ask({ kind: 'introductions' }).$answer.value?.state === 'ready', 'it is known');
      await widget.updateComplete;
      expect(read(widget)).not.to.include('You both helped');
    });
  });

  describe('the spotlight', () => {
    const five = people.map(({ id }, i) => ({
      id: `to-${id}`,
      to: [id],
      from: id === 'bo' ? 'cy' : 'bo',
      text: `To ${id}.`,
      at: `2025-01-0${i + 1}`,
    }));

    /** Who stands in it in a week. */
    async function whoseTurn(week: number, recognitions: Recognition[]): Promise<string> {
      const widget = put('<kith-recognition-wall spotlight="week"></kith-recognition-wall>');
      widget.store = createStore(readOnly(community({ recognitions })), { now: () => inWeeks(week) });
      await settled(widget);
      return read(await until(() => widget.shadowRoot?.querySelector('[part=spotlight] > p'), 'somebody has a turn'));
    }

    it('shows five people over ten weeks twice each, however many letters they have', async () => {
      const more = Array.from({ length: 30 }, (_, i) => ({
        id: `more-${i}`,
        to: ['ada'],
        from: 'bo',
        text: 'Again.',
        at: '2025-02-01',
      }));
      const turns: Record<string, number> = {};
      for (let week = 0; week < 10; week++) {
        const said = await whoseTurn(week, [...five, ...more]);
        turns[said] = (turns[said] ?? 0) + 1;
      }
      expect(turns).to.deep.equal(Object.fromEntries(people.map(({ name }) => [`This week: ${name}`, 2])));
    });

    it('is on nobody without a yes, and goes with it', async () => {
      const provider = memory(community({ recognitions: five.slice(0, 1) }));
      const widget = await show('<kith-recognition-wall spotlight="day"></kith-recognition-wall>', provider);
      await says(widget, 'Today: Ada Obi');
      provider.change((archive) => ({
        ...archive,
        recognitions: (archive.recognitions ?? []).map((each) => ({
          ...each,
          consents: [{ member: 'ada', as: 'unnamed' }],
        })),
      }));
      await until(() => !read(widget).includes('Today:'), 'she is not named any more');
    });

    it('is told of where its code does not come, asked for once, and comes by “Try again”', async () => {
      const widget = put('<kith-recognition-wall spotlight="day"></kith-recognition-wall>');
      const { detail } = widget as unknown as { detail: { load(): Promise<object> } };
      const { load } = detail;
      let times = 0;
      detail.load = () => Promise.reject(new TypeError(`Failed to fetch, ${++times}`));
      widget.store = createStore(readOnly(community({ recognitions: five.slice(0, 1) })));
      await says(widget, "This part of the page didn't arrive. Try again");
      for (let i = 0; i < 5; i++) await new Promise(requestAnimationFrame);
      expect(times).to.equal(1);
      detail.load = load;
      press(widget, 'Try again');
      await says(widget, 'Today: Ada Obi');
      expect(read(widget)).not.to.include("didn't arrive");
    });

    it('is found by “Try again” where all there is could not be read before', async () => {
      const provider = memory(community({ recognitions: five.slice(0, 1) }));
      let fails = 0;
      let isDown = (limit = 0) => limit > 20;
      const widget = put('<kith-recognition-wall spotlight="day"></kith-recognition-wall>');
      widget.store = createStore({
        ...provider,
        read: (async (query, signal) => {
          if (query.kind !== 'wall' || !isDown(query.limit)) return provider.read(query, signal);
          fails++;
          throw new ProviderError('offline');
        }) as typeof provider.read,
      });
      await says(widget, 'To ada.');
      await until(() => fails, 'all there is was asked for');
      isDown = () => true;
      provider.change((archive) => ({
        ...archive,
        recognitions: [...(archive.recognitions ?? []), { id: 'new', text: 'New.', to: [], state: 'shown' }],
      }));
      await until(() => allByRole(widget, 'button', 'Try again').length, 'the newest could not be had');
      expect(read(widget)).not.to.include('Today:');
      isDown = () => false;
      press(widget, 'Try again');
      await says(widget, 'Today: Ada Obi');
    });

    it('reads no other letters where no page asks for it', async () => {
      const provider = counting(readOnly(many(3)));
      await show(wall, provider);
      expect(provider.asked.filter((kind) => kind === 'wall')).to.have.length(1);
    });
  });
});
