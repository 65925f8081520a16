import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import {
  createStore,
  ProviderError,
  type CommunityDocument,
  type Detail,
  type IntentName,
  type Provider,
  type Recognition,
  type Store,
} from '@kith/core';
import type { KithElement } from '@kith/elements';
import { memory } from '@kith/providers/memory';
import {
  allByRole,
  boxOf,
  byRole,
  communityOf,
  counting,
  focused,
  hasPart,
  letters,
  part,
  people,
  put,
  read,
  readOnly,
  says,
  sending,
  settled,
  show,
  until,
  write,
} from './support.js';

const wall = '<kith-recognition-wall></kith-recognition-wall>';

/** A wall as somebody sees it who is signed in. */
async function showTo(viewer: string, source: CommunityDocument | Provider, markup = wall) {
  const place = communityOf(source);
  place.viewer = viewer;
  put('<div></div>').append(place);
  place.innerHTML = markup;
  return settled(place.firstElementChild as KithElement);
}

/** Presses what is called so, as by keyboard. */
function press(widget: Element, name: string): HTMLElement {
  const button = byRole(widget, 'button', name);
  button.focus();
  button.click();
  return button;
}

/** Keeps what a widget wishes, as its page hears it. */
function wishes(widget: Element, name: IntentName): unknown[] {
  const said: unknown[] = [];
  widget.addEventListener(`kith-${name}`, (event) => said.push((event as CustomEvent<Detail<IntentName>>).detail));
  return said;
}

/** Opens what else can be done about the first letter. */
async function openFurther(widget: Element) {
  part(widget, 'further').click();
  await until(() => hasPart(widget, 'report') || hasPart(widget, 'retract'), 'it is open');
}

/** Writes an answer to the question that is open, and sends it. */
async function answer(widget: KithElement, text: string) {
  const field = await until(() => widget.shadowRoot?.querySelector('textarea'), 'something is asked');
  expect(focused() === field, 'the question has the focus').to.equal(true);
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await widget.updateComplete;
  part(widget, 'submit').click();
}

/** The sheet that comes with the code of what is asked and answered. */
const isOfActs = (sheet: CSSStyleSheet) =>
  [...sheet.cssRules].some((rule) => rule instanceof CSSStyleRule && rule.selectorText === '.waiting');

/** Which letter has the focus, in its first words. */
const focusedLetter = () => {
  const letter = focused();
  return letter?.role === 'listitem' ? read(letter) : undefined;
};

describe('<kith-recognition-wall>, taking part', () => {
  describe('a cheer', () => {
    it('joins those who cheered, and leaves them, under words that stay', async () => {
      const widget = await showTo('cy', letters({ text: 'Thanks.', cheers: { count: 1, by: ['noor'] } }));
      const said = wishes(widget, 'cheer');
      const cheer = byRole(widget, 'button', 'Cheer');
      expect(cheer.part.contains('cheer')).to.equal(true);
      expect(cheer.ariaPressed).to.equal('false');
      cheer.focus();
      cheer.click();
      await says(widget, 'Noor and Cy cheered.');
      expect([read(cheer), cheer.ariaPressed]).to.deep.equal(['Cheer', 'true']);
      cheer.click();
      await says(widget, 'Noor cheered.');
      expect(focused() === cheer, 'the focus stays').to.equal(true);
      expect(said).to.deep.equal([
        { recognition: 'r1', on: true },
        { recognition: 'r1', on: false },
      ]);
    });

    it('names whoever cheered first, and stands among them also where they are many', async () => {
      const by = ['noor', 'tomas', 'bo'];
      const widget = await showTo(
        'cy',
        letters({ text: 'Thanks.', from: 'ada', to: ['ada'], cheers: { count: 7, by } }),
      );
      press(widget, 'Cheer');
      await says(widget, 'Noor, Tomás, Cy and 5 more cheered.');
    });

    it('slides a stone into the pile of whoever pressed, and only then', async () => {
      const source = letters({ text: 'Thanks.', cheers: { count: 2, by: ['cy', 'noor'] } }, 'Thanks again.');
      const widget = await showTo('cy', source);
      const stones = () => [...(widget.shadowRoot?.querySelectorAll('.own') ?? [])];
      const moves = (stone: Element) => getComputedStyle(stone).animationName;
      expect(stones().map(moves), 'on a letter cheered before').to.deep.equal(['none']);
      (allByRole(widget, 'button', 'Cheer')[1] as HTMLElement).click();
      await until(() => stones().length === 2, 'their stone is there');
      await until(() => stones().map(moves).join() === 'none,join', 'it slides there');
    });

    // Only Chromium can be told to want less motion.
    if (navigator.userAgent.includes('Chrome'))
      it('slides nothing where less motion is wished for', async () => {
        await emulateMedia({ reducedMotion: 'reduce' });
        try {
          const widget = await showTo('cy', letters('Thanks.'));
          press(widget, 'Cheer');
          await says(widget, 'Cy cheered.');
          const own = widget.shadowRoot?.querySelector('.own') as Element;
          expect(getComputedStyle(own).animationName).to.equal('none');
        } finally {
          await emulateMedia({ reducedMotion: 'no-preference' });
        }
      });

    it('is for a letter of others: none is offered to who wrote it or whom it is to', async () => {
      const source = letters({ text: 'From Bo to Ada.' });
      for (const viewer of ['bo', 'ada']) expect(hasPart(await showTo(viewer, source), 'cheer')).to.equal(false);
      const hushed = letters({ text: 'To two.', to: ['ada', 'noor'], consents: [{ member: 'ada', as: 'unnamed' }] });
      expect(hasPart(await showTo('ada', hushed), 'cheer'), 'not named in it').to.equal(false);
    });

    it('is for a line of names and labels, too', async () => {
      const widget = await showTo('cy', letters({ labels: ['code'] }));
      press(widget, 'Cheer');
      await says(widget, 'Cy cheered.');
    });

    it('goes nowhere where the page prevents it', async () => {
      const widget = await showTo('cy', letters('Thanks.'));
      widget.addEventListener('kith-cheer', (event) => event.preventDefault());
      press(widget, 'Cheer');
      await widget.updateComplete;
      expect(read(widget)).not.to.include('cheered');
    });

    it('waits for a sign-in, and says so beneath the letter', async () => {
      const widget = await show(wall, letters('Thanks.', 'The other letter.'));
      press(widget, 'Cheer');
      await says(widget, 'Not sent. Sign in and it goes at once.');
      const [first] = allByRole(widget, 'listitem') as [HTMLElement];
      expect(read(first)).to.include('Not sent.');
      expect(read(widget).split('Not sent.')).to.have.length(2);
    });

    it('is undone when it is refused, and nothing is moved from under the hand', async () => {
      const fail = new ProviderError('refused', { reason: 'too-often' });
      let fails = false;
      const provider = memory(letters('Thanks.'), { fail: () => (fails ? fail : undefined) });
      const widget = await showTo('cy', provider);
      fails = true;
      const cheer = press(widget, 'Cheer');
      await says(widget, "Not sent. That's plenty for now.");
      expect(read(widget)).not.to.include('cheered.');
      expect(cheer.ariaPressed).to.equal('false');
      expect(focused() === cheer, 'the focus is there').to.equal(true);
      press(widget, 'Throw away');
      await until(() => !read(widget).includes('Not sent.'), 'it is thrown away');
      expect(focusedLetter(), 'the focus is on the letter').to.match(/^Ada, Thanks\./);
    });

    it('draws its own chunk of letters again, and no other of very many', async () => {
      const count = 300;
      const source = letters(...Array.from({ length: count }, (_, i) => ({ text: `Letter ${i + 1}` })));
      const store = createStore(memory(source), { viewer: 'cy' });
      const { takes } = store;
      let asked = 0;
      // What may be wished is asked once for each letter that is drawn.
      store.takes = (name) => takes(name) && (name !== 'cheer' || !!++asked);
      const widget = put('<kith-recognition-wall page-size="300"></kith-recognition-wall>');
      widget.store = store;
      await settled(widget);
      await until(() => allByRole(widget, 'listitem').length === count, 'all are mounted');
      expect(asked).to.be.at.least(count);
      asked = 0;
      press(widget, 'Cheer');
      await says(widget, 'Cy cheered.');
      expect(asked)
        .to.be.greaterThan(0)
        .and.lessThan(count / 2);
    });

    it('leaves no row where there is nothing to say and nothing to wish', async () => {
      const onlyCheers: Provider = { ...memory(letters('Thanks.')), takes: new Set(['cheer']) };
      const heightFor = async (viewer: string, source: Provider) =>
        (await boxOf(byRole(await showTo(viewer, source), 'listitem'))).height;
      const shown = await heightFor('bo', readOnly(letters('Thanks.')));
      expect(await heightFor('bo', onlyCheers), 'to who wrote it').to.be.closeTo(shown, 0.1);
      expect(await heightFor('cy', onlyCheers), 'to another').to.be.greaterThan(shown);
    });

    it('has no button where nothing can be sent', async () => {
      const widget = await show(wall, readOnly(letters('Thanks.')));
      expect(allByRole(widget, 'button')).to.deep.equal([]);
    });

    it('speaks Arabic', async () => {
      const widget = await showTo(
        'cy',
        letters('Thanks.'),
        '<kith-recognition-wall lang="ar"></kith-recognition-wall>',
      );
      press(widget, 'تهنئة');
      await says(widget, 'تهانٍ من Cy.');
    });
  });

  describe('what else can be done', () => {
    it('waits behind three dots, of one letter at a time', async () => {
      const widget = await showTo('cy', letters('The first.', 'The second.'));
      expect(read(widget)).not.to.include("Something's wrong here");
      const [first, second] = allByRole(widget, 'button', 'More about this letter') as [HTMLElement, HTMLElement];
      first.click();
      await says(widget, "Something's wrong here");
      expect([first.ariaExpanded, second.ariaExpanded]).to.deep.equal(['true', 'false']);
      second.click();
      await until(() => second.ariaExpanded === 'true' && first.ariaExpanded === 'false', 'the other is open');
      expect(allByRole(widget, 'button', "Something's wrong here")).to.have.length(1);
      second.click();
      await until(() => !read(widget).includes("Something's wrong here"), 'it is closed');
    });

    it('offers a visitor to say what is wrong, and nothing that is somebody’s own', async () => {
      const widget = await show(wall, letters('Thanks.'));
      await openFurther(widget);
      for (const own of ['keep', 'retract', 'thank', 'consent-named'])
        expect(hasPart(widget, own), own).to.equal(false);
    });

    it('keeps what somebody began to write', async () => {
      const widget = await showTo('cy', letters('The first.', 'The second.'));
      await openFurther(widget);
      press(widget, "Something's wrong here");
      const field = await until(() => widget.shadowRoot?.querySelector('textarea'), 'something is asked');
      field.value = 'It was';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      await until(() => !widget.shadowRoot?.querySelector('textarea'), 'nothing is asked any more');
      expect(read(focused() as Element)).to.equal("Something's wrong here");
      press(widget, "Something's wrong here");
      expect((await until(() => widget.shadowRoot?.querySelector('textarea'), 'it is asked again')).value).to.equal(
        'It was',
      );
    });
  });

  describe('another question', () => {
    it('is another field, which has the focus', async () => {
      const widget = await showTo('cy', letters('Thanks.'));
      await openFurther(widget);
      press(widget, "Something's wrong here");
      await until(() => read(widget).includes("What's wrong?") && focused()?.matches('textarea'), 'it has the focus');
      press(widget, 'Worth keeping');
      await until(() => read(widget).includes('Why is it worth keeping?'), 'something else is asked');
      await until(() => focused()?.matches('textarea'), 'that has the focus');
    });
  });

  describe('thanks back', () => {
    it('stands below the letter', async () => {
      const widget = await showTo('ada', letters('You held the lamp.'));
      const said = wishes(widget, 'thank');
      await openFurther(widget);
      press(widget, 'Say thanks back');
      await answer(widget, 'Any time.');
      await says(widget, 'Ada Obi: “Any time.”');
      expect(said).to.deep.equal([{ recognition: 'r1', text: 'Any time.' }]);
      expect(focusedLetter()).to.include('You held the lamp.');
    });

    it('is only for whoever is named: to say thanks is to say that it was to them', async () => {
      const source = letters({ text: 'To two.', to: ['ada', 'noor'], consents: [{ member: 'ada', as: 'unnamed' }] });
      const widget = await showTo('ada', source);
      await openFurther(widget);
      expect(hasPart(widget, 'thank')).to.equal(false);
      part(widget, 'consent-named').click();
      await until(() => hasPart(widget, 'thank'), 'they may say thanks');
    });
  });

  describe('a report', () => {
    it('asks what is wrong, and takes the letter out of sight', async () => {
      const widget = await showTo('cy', letters('The first.', 'The second.', 'The third.'));
      const said = wishes(widget, 'report');
      (allByRole(widget, 'button', 'More about this letter')[1] as HTMLElement).click();
      await says(widget, "Something's wrong here");
      press(widget, "Something's wrong here");
      await answer(widget, 'That was never said.');
      await says(widget, "Thank you. A person will look; you won't see it meanwhile.");
      expect(allByRole(widget, 'listitem').map(read)[1], 'in its place').to.equal(
        "Thank you. A person will look; you won't see it meanwhile.",
      );
      expect(focusedLetter()).to.match(/^Thank you\. A person will look/);
      expect(read(widget)).not.to.include('The second.');
      expect(said).to.deep.equal([{ recognition: 'r2', reason: 'That was never said.' }]);
    });

    it('of a visitor leaves the letter, with what was written and how to send it', async () => {
      const widget = await show(wall, letters('Thanks.'));
      await openFurther(widget);
      press(widget, "Something's wrong here");
      await answer(widget, 'That was never said.');
      await says(widget, 'Not sent. Sign in');
      expect(read(widget)).to.include('That was never said.').and.to.include('Thanks.').and.not.to.include('will look');
      press(widget, 'Edit');
      const field = await until(() => widget.shadowRoot?.querySelector('textarea'), 'it is asked again');
      expect(field.value).to.equal('That was never said.');
      expect(focused() === field, 'the focus is there').to.equal(true);
    });
  });

  describe('what was refused of a letter that is not here', () => {
    const texts = { text: 'You held the lamp.' };
    const all: [IntentName, object, submit: string][] = [
      ['thank', { recognition: 'r9', ...texts }, 'Say it'],
      ['answer', { ask: 'r9', ...texts }, 'Answer'],
      ['keep', { recognition: 'r9', on: true, because: texts.text }, 'Keep it'],
      ['report', { recognition: 'r9', reason: texts.text }, 'Tell them'],
      ['recognize', { to: ['bo'], occasion: 'thanks', ...texts }, 'Send it to Bo'],
    ];
    for (const [name, detail, submit] of all)
      it(`can be mended, and goes once that is sent: ${name}`, async () => {
        const { provider, next } = sending(letters('The kettle works.'));
        const markup = '<kith-recognition-wall filter-occasion="first"></kith-recognition-wall>';
        const widget = await showTo('ada', provider, markup);
        const said = wishes(widget, name);
        widget.store?.wish(name, detail as Detail<typeof name>);
        (await next()).refuse('too-often');
        await says(widget, 'Not sent.');
        press(widget, 'Edit');
        const field = await until(
          () => widget.shadowRoot?.querySelector<HTMLTextAreaElement>('textarea'),
          'it is asked again',
        );
        await until(() => focused() === field || field.id, 'the focus is there');
        expect(field.value).to.equal(texts.text);
        write(field, 'You swept the stairs.');
        await widget.updateComplete;
        await until(() => allByRole(widget, 'button', submit).length, `it can be sent: “${submit}”`);
        press(widget, submit);
        (await next()).take();
        await until(() => !hasPart(widget, 'refused'), 'the refused one is gone');
        expect(said).to.have.length(1);
        expect(JSON.stringify(said)).to.include('You swept the stairs.');
      });
  });

  describe('a letter to the reader', () => {
    const asked = (own: Partial<Recognition> = {}): CommunityDocument => ({
      ...letters(
        { text: 'Stands.', state: 'shown', consents: [{ member: 'ada', as: 'named' }] },
        { text: 'You held the lamp.', state: 'asked', ...own },
      ),
      archive: true,
      members: people.map((member) => ({ ...member, visibility: 'everyone' })),
    });
    const waiting = (widget: Element) => read(byRole(widget, 'list', 'Letters to you'));

    it('stands before all others as it would stand, and asks whether it may', async () => {
      const widget = await showTo('ada', asked());
      await says(widget, 'May it stand here?');
      expect(waiting(widget)).to.equal(
        'Ada, You held the lamp. Bo Lind 17 March 2025 Bo Lind wrote this about you. May it stand here? ' +
          'Yes, with my name Yes, without my name Keep it to myself You can change your mind; it goes at once.',
      );
    });

    it('stands also where the wall has no other', async () => {
      const source = asked();
      const widget = await showTo('ada', { ...source, recognitions: source.recognitions?.slice(1) ?? [] });
      await says(widget, 'May it stand here?');
      expect(read(widget)).to.match(/Nobody has been thanked here yet\. Who helped you last\? Write to them$/);
      press(widget, 'Yes, with my name');
      await until(() => allByRole(widget, 'list', 'Letters').length, 'it stands');
      expect(waiting(widget)).to.equal('It stands here, with your name.');
      expect(focusedLetter()).to.equal('It stands here, with your name.');
    });

    it('stands at once with their yes, though letters of others wait', async () => {
      const provider = memory(asked());
      const widget = await showTo('ada', provider);
      await says(widget, 'May it stand here?');
      provider.change((archive) => ({
        ...archive,
        recognitions: [
          ...(archive.recognitions ?? []),
          { id: 'r3', occasion: 'story', from: 'cy', text: 'The flood.', at: '2025-04-01', state: 'shown' },
        ],
      }));
      await says(widget, 'One new letter');
      press(widget, 'Yes, with my name');
      const stands = () => read(byRole(widget, 'list', 'Letters'));
      await until(() => stands().includes('You held the lamp.'), 'it stands');
      expect(stands()).not.to.include('The flood.');
      await says(widget, 'One new letter');
    });

    it('is asked for only by whoever could have one', async () => {
      for (const [viewer, asks] of [
        ['ada', true],
        [undefined, false],
      ] as const) {
        const provider = counting(memory(asked()));
        const widget = await (viewer ? showTo(viewer, provider) : show(wall, provider));
        await until(() => widget.shadowRoot?.adoptedStyleSheets.some(isOfActs), 'its code is here');
        await widget.updateComplete;
        expect(provider.asked.includes('inbox'), `${viewer}`).to.equal(asks);
      }
    });

    it('is nobody else’s to see', async () => {
      for (const viewer of ['bo', 'cy']) {
        const widget = await showTo(viewer, asked());
        await until(() => widget.shadowRoot?.adoptedStyleSheets.some(isOfActs), 'its code is here');
        await settled(widget);
        expect(read(widget)).not.to.include('May it stand here?');
      }
    });

    for (const [part_, as, after] of [
      ['consent-named', 'named', 'It stands here, with your name.'],
      ['consent-unnamed', 'unnamed', 'It stands here, without your name.'],
      ['consent-hidden', 'hidden', 'Only you see it.'],
    ] as const) {
      it(`is answered with ${as}, and says what became of it`, async () => {
        const provider = memory(asked());
        const widget = await showTo('ada', provider);
        const said = wishes(widget, 'consent');
        await says(widget, 'May it stand here?');
        part(widget, part_).focus();
        part(widget, part_).click();
        await until(() => waiting(widget) === after, `it says “${after}”`);
        expect(focusedLetter()).to.equal(after);
        expect(said).to.deep.equal([{ recognition: 'r2', as }]);
        await until(
          () => provider.archive().recognitions?.[1]?.consents?.some((each) => each.as === as),
          'the answer has arrived',
        );
      });
    }

    it('that they keep to themselves lies folded away, and can still be let stand', async () => {
      const widget = await showTo('ada', asked({ state: 'hidden', consents: [{ member: 'ada', as: 'hidden' }] }));
      await says(widget, 'Kept to yourself');
      expect(read(widget)).not.to.include('You held the lamp.');
      const folded = widget.shadowRoot?.querySelector('details') as HTMLDetailsElement;
      folded.open = true;
      expect(read(folded)).to.include('You held the lamp.');
      expect(byRole(folded, 'button', 'Keep it to myself').ariaPressed).to.equal('true');
      press(folded, 'Yes, with my name');
      await says(widget, 'It stands here, with your name.');
    });

    it('that stands can be taken away at once, behind the three dots', async () => {
      const widget = await showTo('ada', letters('You held the lamp.', 'The other.'));
      await openFurther(widget);
      expect(byRole(widget, 'button', 'Yes, with my name').ariaPressed).to.equal('true');
      press(widget, 'Keep it to myself');
      await until(() => read(byRole(widget, 'list', 'Letters')).startsWith('Only you see it.'), 'it is gone');
      expect(focusedLetter()).to.equal('Only you see it.');
      await says(widget, 'Kept to yourself');
    });

    it('that stands for others too stays theirs, without whoever keeps it to themselves', async () => {
      const widget = await showTo('ada', letters({ text: 'You held the lamp.', to: ['ada', 'cy'] }));
      await openFurther(widget);
      press(widget, 'Keep it to myself');
      await widget.updateComplete;
      const stands = () => read(byRole(widget, 'list', 'Letters'));
      const others = "Cy Tan and one more who'd rather not be named, You held the lamp.";
      await until(() => stands().startsWith(others), 'it is without her name');
      await until(() => widget.store?.$wishes.value?.every(({ receipt }) => receipt), 'it has arrived');
      await settled(widget);
      expect(stands().startsWith(others)).to.equal(true);
    });

    it('that was unnamed gets the name at once', async () => {
      const said = [
        { member: 'ada', as: 'unnamed' },
        { member: 'cy', as: 'named' },
      ];
      const { provider } = sending(letters({ text: 'You held the lamp.', to: ['ada', 'cy'], consents: said }));
      const widget = await showTo('ada', provider);
      await openFurther(widget);
      const button = press(widget, 'Yes, with my name');
      await says(widget, 'Cy and Ada, You held the lamp.');
      expect(button.ariaPressed).to.equal('true');
    });

    it('that stands can lose just the name', async () => {
      const widget = await showTo('ada', letters('You held the lamp.'));
      await openFurther(widget);
      const button = press(widget, 'Yes, without my name');
      await says(widget, "To someone who'd rather not be named,");
      expect(button.ariaPressed).to.equal('true');
      expect(focused() === button, 'the focus is there').to.equal(true);
    });

    it('that a refusal brings back asks again, and says why', async () => {
      let fails = false;
      const fail = new ProviderError('refused', { reason: 'too-often' });
      const widget = await showTo('ada', memory(asked(), { fail: () => (fails ? fail : undefined) }));
      await says(widget, 'May it stand here?');
      fails = true;
      press(widget, 'Yes, with my name');
      await until(() => /May it stand here\?.+Not sent\./.test(waiting(widget)), 'it asks again');
      expect(focusedLetter()).to.include('You held the lamp.');
    });
  });

  describe('a wish that was not sent, on a page with two walls', () => {
    const asks = '<kith-recognition-wall filter-occasion="ask"></kith-recognition-wall>';
    const source = () => letters('You held the lamp.', { occasion: 'ask', to: [], text: 'Who has a van?' });
    const told = (widget: Element) => hasPart(widget, 'refused');

    /** Two walls of one store whose provider refuses everything. */
    async function two(first = wall, second = asks) {
      const refusal = new ProviderError('refused', { reason: 'too-often' });
      const store = createStore({ ...memory(source()), send: () => Promise.reject(refusal) }, { viewer: 'cy' });
      const walls = [put(first), put(second)];
      for (const each of walls) each.store = store;
      await store.prepare();
      for (const each of walls) await settled(each);
      return { store, walls: walls as [KithElement, KithElement] };
    }
    const refused = (store: Store) =>
      until(() => store.$wishes.value?.some(({ refusal }) => refusal), 'something was refused');

    it('is told once where neither shows what it is about: on the first', async () => {
      const { store, walls } = await two();
      store.wish('cheer', { recognition: 'older', on: true });
      await refused(store);
      const [one, other] = walls;
      await until(() => told(one), 'it is told');
      await other.updateComplete;
      expect(told(other)).to.equal(false);
      expect(other.matches(':state(unsent)')).to.equal(false);
    });

    it('is told where the letter is, beneath it', async () => {
      const { store, walls } = await two('<kith-recognition-wall filter-occasion="thanks"></kith-recognition-wall>');
      store.wish('cheer', { recognition: 'r2', on: true });
      await refused(store);
      const [one, other] = walls;
      await until(() => told(other), 'it is told');
      await one.updateComplete;
      expect(told(one)).to.equal(false);
      expect(read(byRole(other, 'list', 'Letters'))).to.include('Not sent.');
    });

    it('is told on the wall it was said in, and on the other once that one is gone', async () => {
      const { store, walls } = await two();
      const [one, other] = walls;
      press(other, 'Write one');
      const text = await until(() => other.shadowRoot?.querySelector('textarea'), 'it can be written');
      write(text, 'Who has two?');
      await other.updateComplete;
      part(other, 'submit').click();
      await refused(store);
      await until(() => told(other), 'it is told');
      await one.updateComplete;
      expect(told(one)).to.equal(false);
      other.remove();
      await until(() => told(one), 'it is told on the other');
    });
  });

  describe('a letter of the reader’s', () => {
    it('waits for a yes, and can be taken back once more is asked', async () => {
      const source: CommunityDocument = {
        ...letters({ text: 'You held the lamp.', state: 'asked' }),
        archive: true,
        members: people.map((member) => ({ ...member, visibility: 'everyone' })),
      };
      const widget = await showTo('bo', source);
      const said = wishes(widget, 'retract');
      await says(widget, 'Waits for a yes from Ada Obi.');
      press(widget, 'Take it back');
      await says(widget, 'Take it back? Then nobody reads it here any more.');
      expect(said).to.deep.equal([]);
      press(widget, 'Not now');
      await until(() => !hasPart(widget, 'submit'), 'it is not asked any more');
      press(widget, 'Take it back');
      await until(() => hasPart(widget, 'submit'), 'it is asked');
      part(widget, 'submit').click();
      await says(widget, 'Taken back.');
      expect(focusedLetter()).to.equal('Taken back.');
      expect(said).to.deep.equal([{ recognition: 'r1' }]);
    });

    it('waits for a first look before it waits for a yes', async () => {
      const source: CommunityDocument = {
        ...letters({ text: 'You held the lamp.', state: 'review' }),
        archive: true,
        members: people.map((member) => ({ ...member, visibility: 'everyone' })),
      };
      const widget = await showTo('bo', source);
      await says(widget, 'Waits until a person has looked at it.');
      expect(read(widget)).not.to.include('Waits for a yes');
      const other = await showTo('ada', source);
      expect(read(other)).not.to.include('You held the lamp.');
    });

    it('waits no more as soon as it stands, whichever of the two is heard of first', async () => {
      const stands = memory(letters('You held the lamp.', 'You swept the stairs.'));
      const provider: Provider = {
        ...stands,
        async read(query, signal) {
          const answer = await stands.read(query, signal);
          if (query.kind !== 'inbox') return answer;
          const { letters: both, people } = await stands.read({ kind: 'wall', limit: 2 }, signal);
          const unknown = { ...both[0], id: 'r3', text: 'You made the tea.' } as Recognition;
          return { ...answer, written: [...both, unknown], people };
        },
      };
      const widget = await showTo('bo', provider);
      await says(widget, 'You made the tea.');
      expect(allByRole(widget, 'listitem')).to.have.length(3);
      expect(read(widget).match(/Waits for a yes/g)).to.have.length(1);
    });

    it('that stands is theirs to take back, and a host’s to take down, and nobody else’s', async () => {
      const source = letters('You held the lamp.');
      const hosted = { ...source, members: people.map((each) => ({ ...each, host: each.id === 'noor' })) };
      for (const viewer of ['bo', 'noor']) {
        const widget = await showTo(viewer, hosted);
        await openFurther(widget);
        press(widget, 'Take it back');
        await until(() => hasPart(widget, 'submit'), 'it is asked');
        part(widget, 'submit').click();
        await says(widget, 'Taken back.');
      }
      const other = await showTo('cy', hosted);
      await openFurther(other);
      expect(hasPart(other, 'retract')).to.equal(false);
    });
  });

  describe('an ask', () => {
    const ask = { occasion: 'ask', from: 'bo', to: [], text: 'Who has a long ladder?' };

    it('that is open can be answered, and is not open any more', async () => {
      const widget = await showTo('cy', letters(ask));
      const said = wishes(widget, 'answer');
      press(widget, 'I can help');
      await answer(widget, 'I have one.');
      await says(widget, 'Cy Tan answered.');
      expect(read(widget)).to.include('Cy Tan: “I have one.”').and.not.to.include('Still open');
      expect(hasPart(widget, 'answer')).to.equal(false);
      expect(focusedLetter()).to.include('Who has a long ladder?');
      expect(said).to.deep.equal([{ ask: 'r1', text: 'I have one.' }]);
    });

    it('is left alone again by the same button, or by Escape', async () => {
      const widget = await showTo('cy', letters(ask));
      const button = press(widget, 'I can help');
      const field = await until(() => widget.shadowRoot?.querySelector('textarea'), 'it is asked');
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      await until(() => !hasPart(widget, 'compose'), 'it is not asked any more');
      expect(focused() === button, 'the focus is there').to.equal(true);
      button.click();
      await until(() => hasPart(widget, 'compose'), 'it is asked again');
      button.click();
      await until(() => !hasPart(widget, 'compose'), 'it is not asked any more');
    });

    it('is no question to who asked: they thank whoever answered, in a letter that waits for a yes', async () => {
      const widget = await showTo(
        'bo',
        letters({ ...ask, answers: [{ id: 'a1', member: 'cy', text: 'I have one.' }] }),
      );
      const said = wishes(widget, 'recognize');
      expect(hasPart(widget, 'answer')).to.equal(false);
      press(widget, 'Thank Cy Tan');
      await says(widget, 'What did they do?');
      expect(read(widget)).to.include('Cy Tan reads it first. It stands here once they say yes.');
      await answer(widget, 'You brought it over.');
      await says(widget, 'Waits for a yes from Cy Tan.');
      expect(said).to.deep.equal([{ to: ['cy'], occasion: 'thanks', text: 'You brought it over.' }]);
    });

    it('or an idea can be said by others, too; nothing else can', async () => {
      const idea = { occasion: 'idea', from: 'bo', to: [], text: 'A shelf for hinges.', backed: { count: 2 } };
      const widget = await showTo('cy', letters(idea));
      const said = wishes(widget, 'back');
      expect(read(widget)).to.include('2 people would say that too.');
      const back = press(widget, "I'd say that too");
      await says(widget, '3 people would say that too.');
      expect(back.ariaPressed).to.equal('true');
      expect(said).to.deep.equal([{ subject: { kind: 'idea', id: 'r1' }, on: true }]);
      expect(hasPart(await showTo('cy', letters('Thanks.')), 'back')).to.equal(false);
      expect(hasPart(await showTo('bo', letters(idea)), 'back'), 'to who had it').to.equal(false);
    });
  });

  describe('what is worth keeping', () => {
    it('is kept with a line why, by a name everyone reads, and let go by the same', async () => {
      const provider = memory(letters('You held the lamp.'));
      const widget = await showTo('cy', provider);
      const said = wishes(widget, 'keep');
      await openFurther(widget);
      press(widget, 'Worth keeping');
      await answer(widget, 'It says how.');
      await says(widget, 'Kept by Cy Tan: “It says how.”');
      const visitor = await show(wall, provider);
      await says(visitor, 'Kept by Cy Tan: “It says how.”');
      const other = await showTo('noor', provider);
      await openFurther(other);
      expect(hasPart(other, 'keep')).to.equal(false);
      await openFurther(widget);
      const letGo = press(widget, 'Keep it no longer');
      await until(() => !read(widget).includes('Kept by'), 'it is let go');
      expect([read(letGo), focused()]).to.deep.equal(['Worth keeping', letGo]);
      expect(said).to.deep.equal([
        { recognition: 'r1', on: true, because: 'It says how.' },
        { recognition: 'r1', on: false },
      ]);
    });

    it('needs no why', async () => {
      const widget = await showTo('cy', letters('You held the lamp.'));
      await openFurther(widget);
      press(widget, 'Worth keeping');
      await answer(widget, '');
      await says(widget, 'Kept by Cy Tan.');
    });
  });

  describe('in Arabic', () => {
    it('asks in it whether a letter may stand', async () => {
      const source: CommunityDocument = {
        ...letters({ text: 'Thanks.', state: 'asked' }),
        archive: true,
        members: people.map((member) => ({ ...member, visibility: 'everyone' })),
      };
      const widget = await showTo('ada', source, '<kith-recognition-wall lang="ar"></kith-recognition-wall>');
      await says(widget, 'هذه كلمات Bo Lind عنك. هل لها أن تبقى هنا؟');
      expect(getComputedStyle(part(widget, 'consent-named')).direction).to.equal('rtl');
    });
  });
});
