import { expect, fixtureSync } from '@open-wc/testing';
import { ProviderError, type CommunityDocument, type Member, type Provider } from '@kith/core';
import type { Community, RecognitionWall } from '@kith/elements';
import { memory, type MemoryProvider } from '@kith/providers/memory';
import {
  allByRole,
  byRole,
  community,
  communityOf,
  focused,
  hasPart,
  letters,
  part,
  people,
  read,
  readOnly,
  says,
  settled,
  until,
} from './support.js';

const wall = '<kith-recognition-wall></kith-recognition-wall>';
const open = '<kith-recognition-wall compose></kith-recognition-wall>';
const others: Member[] = [
  { id: 'ada2', name: 'Ada Obi', called: 'Ada', headline: 'Plays the accordion' },
  { id: 'sita', name: 'Sita Adair', called: 'Sita', host: true },
  { id: 'long', name: 'Anneliese-Katharina Schwarzenbacher-Featherstonehaugh', called: 'Anneliese-Katharina' },
];
const everybody = [{ ...people[0], headline: 'Solders from Lagos' } as Member, ...people.slice(1), ...others];
const village = (pieces: Partial<CommunityDocument> = {}) => community({ members: everybody, ...pieces });

/** A wall as this member sees it; Bo where nobody is said. */
async function seen(
  markup: string,
  source: CommunityDocument | Provider = village(),
  viewer: string | undefined = 'bo',
): Promise<RecognitionWall> {
  const place = communityOf(source);
  if (viewer) place.viewer = viewer;
  place.innerHTML = markup;
  fixtureSync<Element>('<div></div>').append(place);
  return settled(place.firstElementChild as RecognitionWall);
}

/** The composer, opened by its button. */
async function opened(markup = wall, source?: CommunityDocument | Provider, viewer?: string): Promise<RecognitionWall> {
  const widget = await seen(markup, source, viewer);
  part(widget, 'write').click();
  await until(() => hasPart(widget, 'compose') && focused()?.matches('input, textarea'), 'the composer is open');
  return widget;
}

/** What is sent from it, as the page hears it. */
function sent(widget: HTMLElement): unknown[] {
  const letters: unknown[] = [];
  widget.addEventListener('kith-recognize', (event) => letters.push(event.detail));
  return letters;
}

/** The field a person finds by what is asked. */
function field(widget: Element, asks: string): HTMLInputElement | HTMLTextAreaElement {
  const fields = [...(widget.shadowRoot?.querySelectorAll('input, textarea') ?? [])] as HTMLInputElement[];
  const found = fields.find(
    (each) => each.ariaLabel === asks || [...(each.labels ?? [])].some((label) => read(label) === asks),
  );
  if (!found) throw new Error(`Nothing asks “${asks}”; it reads: ${read(widget)}`);
  return found;
}

async function type(widget: RecognitionWall, asks: string, text: string): Promise<void> {
  const into = field(widget, asks);
  into.focus();
  into.value = text;
  into.dispatchEvent(new Event('input', { bubbles: true }));
  await widget.updateComplete;
}

async function press(widget: RecognitionWall, key: string, more: KeyboardEventInit = {}): Promise<void> {
  focused()?.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...more }),
  );
  await widget.updateComplete;
}

const combobox = (widget: Element) => widget.shadowRoot?.querySelector('[role=combobox]') as HTMLInputElement;
const options = (widget: Element) =>
  [...(widget.shadowRoot?.querySelectorAll('[role=option]') ?? [])].filter((each) => each.checkVisibility());
/** The option whoever listens hears as the one at hand. */
const atHand = (widget: Element) => {
  const id = combobox(widget).getAttribute('aria-activedescendant');
  return read(options(widget).find((each) => each.id === id && each.ariaSelected === 'true') as Element);
};
const isFound = (widget: Element) => until(() => options(widget).length, 'somebody is found');

/** Chooses whoever is found first by this. */
async function choose(widget: RecognitionWall, typed: string): Promise<void> {
  combobox(widget).focus();
  combobox(widget).value = typed;
  combobox(widget).dispatchEvent(new Event('input', { bubbles: true }));
  await isFound(widget);
  await press(widget, 'Enter');
}

const salutation = (widget: Element) => read(widget.shadowRoot?.querySelector('.to') as Element).replaceAll(' ,', ',');
const submit = (widget: Element) => part(widget, 'submit').click();
const advice = (widget: Element) => {
  const { id } = field(widget, 'What did they do?');
  const about = widget.shadowRoot?.getElementById(id)?.getAttribute('aria-describedby')?.split(' ') ?? [];
  return about.map((each) => read(widget.shadowRoot?.getElementById(each) as Element)).filter(Boolean);
};
const said = () => document.querySelector('.kith-said')?.textContent ?? '';

describe('the composer of <kith-recognition-wall>', () => {
  describe('the way in', () => {
    it('is a button in the words of somebody who was helped, above the letters and where there are none', async () => {
      expect(read(await seen(wall))).to.equal(
        'Letters Nobody has been thanked here yet. Who helped you last? Write to them',
      );
      const widget = await seen(wall, letters('Thanks for the lamp.'));
      expect(read(widget)).to.match(/^Letters Who helped you last\? Write to them Ada,/);
      expect(byRole(widget, 'button', 'Write to them').getBoundingClientRect().height).to.be.at.least(44);
    });

    it('stands nowhere that takes no letters, nor where letters come of what is done', async () => {
      for (const [markup, source] of [
        [wall, readOnly(village())],
        [open, readOnly(village())],
        ['<kith-recognition-wall filter-occasion="first" compose></kith-recognition-wall>', village()],
      ] as const) {
        const widget = await seen(markup, source);
        expect([hasPart(widget, 'write'), hasPart(widget, 'compose')]).to.deep.equal([false, false]);
      }
    });

    it('opens where it stands, with the focus in it, and gives it back when it is left', async () => {
      const widget = await opened();
      expect(focused() === field(widget, 'Who?'), 'it has the focus').to.equal(true);
      expect(hasPart(widget, 'write')).to.equal(false);
      byRole(widget, 'button', 'Not now').click();
      await until(() => hasPart(widget, 'write') && focused() === part(widget, 'write'), 'the button has the focus');
      expect(hasPart(widget, 'compose')).to.equal(false);
    });

    it('is left by Escape, and keeps what was written for the next time', async () => {
      const widget = await opened();
      await choose(widget, 'Cy');
      await type(widget, 'What did they do?', 'You held the lamp.');
      await press(widget, 'Escape');
      await until(() => hasPart(widget, 'write'), 'it is closed');
      part(widget, 'write').click();
      await until(() => hasPart(widget, 'compose'), 'it is open again');
      expect(field(widget, 'What did they do?').value).to.equal('You held the lamp.');
      expect(salutation(widget)).to.match(/^Cy,/);
    });

    it('throws away what was written on “Not now”', async () => {
      const widget = await opened();
      await choose(widget, 'Cy');
      await type(widget, 'What did they do?', 'You held the lamp.');
      byRole(widget, 'button', 'Not now').click();
      await until(() => hasPart(widget, 'write'), 'it is closed');
      part(widget, 'write').click();
      await until(() => hasPart(widget, 'compose'), 'it is open again');
      expect(field(widget, 'What did they do?').value).to.equal('');
      expect(salutation(widget)).to.equal('Who?');
    });

    it('is not needed where the composer stands open, which takes no focus and is not left', async () => {
      const widget = await seen(open);
      await until(() => hasPart(widget, 'compose'), 'it is open');
      expect(focused() === document.body, 'it has the focus').to.equal(true);
      expect(hasPart(widget, 'write')).to.equal(false);
      expect(allByRole(widget, 'button', 'Not now')).to.deep.equal([]);
      combobox(widget).focus();
      await press(widget, 'Escape');
      expect(hasPart(widget, 'compose')).to.equal(true);
    });

    it('can be what the page puts there', async () => {
      const widget = await seen('<kith-recognition-wall><a slot="action" href="#x">Ours</a></kith-recognition-wall>');
      expect(read(widget)).to.match(/Ours$/);
      expect(read(widget)).not.to.include('Write to them');
    });

    it('does not take the form away when the first letter arrives meanwhile', async () => {
      const provider = memory(village());
      const widget = await opened(wall, provider);
      await type(widget, 'What did they do?', 'You held');
      const before = focused();
      provider.change((archive) => ({ ...archive, recognitions: letters('Thanks.').recognitions ?? [] }));
      await says(widget, 'Thanks.');
      expect(focused() === before, 'it has the focus').to.equal(true);
      expect(field(widget, 'What did they do?').value).to.equal('You held');
    });
  });

  describe('whom it is to', () => {
    it('is found as it is typed: those whose names begin so first, peers before organisers, not the one who writes', async () => {
      const widget = await opened();
      await type(widget, 'Who?', 'ad');
      await isFound(widget);
      expect(options(widget).map(read)).to.deep.equal(
        ['AO Ada Obi Solders from Lagos', 'AO Ada Obi Plays the accordion', 'SA Sita Adair', 'NH Noor Haddad'].map(
          (each) => each.replace(/^\w+ /, ''),
        ),
      );
      await type(widget, 'Who?', 'bo');
      await until(() => !options(widget).some((each) => read(each).includes('Noor')), 'others are found');
      expect(options(widget).map(read).join()).not.to.include('Bo Lind');
    });

    it('is chosen by key: down, up and around, and Enter', async () => {
      const widget = await opened();
      await type(widget, 'Who?', 'ada');
      await isFound(widget);
      expect(combobox(widget).ariaExpanded).to.equal('true');
      expect(combobox(widget).getAttribute('aria-controls')).to.equal(options(widget)[0]?.parentElement?.id);
      expect(atHand(widget)).to.equal('Ada Obi Solders from Lagos');
      await press(widget, 'ArrowDown');
      expect(atHand(widget)).to.equal('Ada Obi Plays the accordion');
      await press(widget, 'ArrowUp');
      await press(widget, 'ArrowUp');
      expect(atHand(widget)).to.equal('Sita Adair');
      await press(widget, 'ArrowDown');
      await press(widget, 'ArrowDown');
      await press(widget, 'Enter');
      expect(combobox(widget).value).to.equal('');
      expect(combobox(widget).ariaExpanded).to.equal('false');
      expect(options(widget)).to.deep.equal([]);
      expect(salutation(widget)).to.equal('Ada,');
      await until(() => said().includes('To Ada.'), 'it is heard');
    });

    it('is taken also by who presses Enter before anybody was found', async () => {
      const widget = await opened();
      await type(widget, 'Who?', 'noor');
      await press(widget, 'Enter');
      await until(() => salutation(widget).startsWith('Noor'), 'Noor is chosen');
    });

    it('is chosen by a press, and the focus stays in the field', async () => {
      const widget = await opened();
      await type(widget, 'Who?', 'tom');
      await isFound(widget);
      const [option] = options(widget) as HTMLElement[];
      const isLeft = option?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }));
      expect(isLeft).to.equal(false);
      option?.click();
      await widget.updateComplete;
      expect(salutation(widget)).to.match(/^Tomás/);
      expect(focused() === combobox(widget), 'it has the focus').to.equal(true);
    });

    it('becomes the salutation, of one or several, each of whom can be taken off again', async () => {
      const widget = await opened();
      expect(salutation(widget)).to.equal('Who?');
      await choose(widget, 'tom');
      await choose(widget, 'cy');
      await choose(widget, 'noor');
      expect(salutation(widget)).to.equal('Tomás, Cy and Noor,');
      expect(read(part(widget, 'submit'))).to.equal('Send it to Tomás, Cy and Noor');
      expect(read(widget)).to.include('Tomás, Cy and Noor read it first. It stands here once one of them says yes.');
      const cy = byRole(widget, 'button', 'Cy, Cy Tan: take the name off');
      cy.focus();
      cy.click();
      await widget.updateComplete;
      expect(read(part(widget, 'submit'))).to.equal('Send it to Tomás and Noor');
      expect(focused() === combobox(widget), 'it has the focus').to.equal(true);
      expect(combobox(widget).ariaLabel).to.equal('And who else?');
      await press(widget, 'Backspace');
      expect(read(part(widget, 'submit'))).to.equal('Send it to Tomás');
      expect(read(widget)).to.include('Tomás reads it first. It stands here once they say yes.');
      await press(widget, 'Backspace');
      expect(salutation(widget)).to.equal('Who?');
      expect(read(part(widget, 'submit'))).to.equal('Send it');
      await until(() => said().includes('To nobody yet.'), 'it is heard');
    });

    it('is greeted by name while the letter is on its way', async () => {
      const onItsWay = { ...memory(village()), send: () => new Promise<never>(() => undefined) };
      const widget = await opened(wall, onItsWay);
      await choose(widget, 'tom');
      await type(widget, 'What did they do?', 'You stayed until the last kettle worked.');
      submit(widget);
      await says(widget, 'Waits for a yes from Tomás');
      expect(read(widget)).to.include('Tomás, You stayed');
    });

    it('is told apart by what people say of themselves where two have one name, also once they are chosen', async () => {
      const widget = await opened();
      await choose(widget, 'ada');
      await choose(widget, 'ada');
      expect(allByRole(widget, 'button').map((each) => each.ariaLabel)).to.include.members([
        'Ada, Ada Obi, Solders from Lagos: take the name off',
        'Ada, Ada Obi, Plays the accordion: take the name off',
      ]);
      await type(widget, 'And who else?', 'ada');
      await until(() => options(widget).length === 1, 'only Sita is left');
    });

    it('wraps a long name in a narrow place', async () => {
      const widget = await opened();
      (widget.closest('div') as HTMLElement).style.inlineSize = '280px';
      await choose(widget, 'annel');
      const form = part(widget, 'compose');
      expect(form.scrollWidth).to.be.at.most(form.clientWidth);
    });

    it('is found by what is typed last, and what was asked before is no failure', async () => {
      const provider = memory(village());
      let isAsked = false;
      const widget = await opened(wall, {
        ...provider,
        read(query, signal) {
          if (query.kind !== 'members' || query.q !== 'ada') return provider.read(query, signal);
          isAsked = true;
          return new Promise(() => undefined);
        },
      });
      await type(widget, 'Who?', 'ada');
      await until(() => isAsked, 'Ada is asked for');
      await type(widget, 'Who?', 'tom');
      await isFound(widget);
      await until(() => said().includes('One person found'), 'it is heard');
      expect(said()).not.to.include("couldn't");
      expect(options(widget).map(read)).to.deep.equal(['Tomás Vega']);
    });

    it('says that nobody goes by that name, that there are more, or that nobody can be looked for', async () => {
      let fails = false;
      const crowd = Array.from({ length: 30 }, (_, i): Member => ({ id: `k${i}`, name: `Kim ${i}` }));
      const provider = memory(village({ members: [...everybody, ...crowd] }), {
        fail: () => (fails ? new ProviderError('offline') : undefined),
      });
      const widget = await opened(wall, provider);
      await type(widget, 'Who?', 'zz');
      await says(widget, 'Nobody here goes by that name.');
      await until(() => said().includes('Nobody here goes by that name.'), 'it is heard');
      await type(widget, 'Who?', 'kim');
      await says(widget, 'There are more. Type a little more of the name.');
      expect(options(widget)).to.have.length(6);
      fails = true;
      await type(widget, 'Who?', 'kim 1');
      await says(widget, "We couldn't look anybody up just now. What you wrote is still here.");
      expect(combobox(widget).value).to.equal('kim 1');
    });

    it('says how many were found to who does not see them', async () => {
      const widget = await opened();
      await type(widget, 'Who?', 'tom');
      await until(() => said().includes('One person found'), 'it is heard');
    });

    it('closes the list by Escape, and only then the form', async () => {
      const widget = await opened();
      await type(widget, 'Who?', 'ada');
      await isFound(widget);
      await press(widget, 'Escape');
      expect(options(widget)).to.deep.equal([]);
      expect(combobox(widget).value).to.equal('ada');
      await press(widget, 'ArrowDown');
      expect(options(widget)).to.have.length(3);
      await press(widget, 'Escape');
      await press(widget, 'Escape');
      expect(hasPart(widget, 'compose')).to.equal(false);
    });

    it('leaves the keys to a name that is being composed', async () => {
      const widget = await opened();
      await type(widget, 'Who?', 'tom');
      await isFound(widget);
      await press(widget, 'Enter', { isComposing: true });
      await press(widget, 'Escape', { isComposing: true });
      expect(options(widget)).to.have.length(1);
      expect(salutation(widget)).to.equal('Who?');
    });

    it('is whom the wall is about', async () => {
      const widget = await opened('<kith-recognition-wall member="ada"></kith-recognition-wall>');
      await until(() => salutation(widget).startsWith('Ada'), 'it is to Ada');
      const own = await opened('<kith-recognition-wall member="bo"></kith-recognition-wall>');
      expect(salutation(own)).to.equal('Who?');
    });
  });

  describe('what it says', () => {
    it('is set as large as it will stand, and the field is as high as the words', async () => {
      const widget = await opened();
      const text = field(widget, 'What did they do?');
      const size = async (length: number) => {
        await type(widget, 'What did they do?', 'word '.repeat(length / 5));
        // Each is rounded by itself, with the field's own edges.
        expect(text.scrollHeight - text.clientHeight, 'nothing is scrolled away').to.be.lessThan(3);
        return parseFloat(getComputedStyle(text).fontSize);
      };
      const [large = 0, middle = 0, body = 0] = [await size(70), await size(280), await size(900)];
      expect([large > middle, middle > body]).to.deep.equal([true, true]);
    });

    it('ends with what changed, on a line of its own', async () => {
      const widget = await opened();
      const heard = sent(widget);
      await choose(widget, 'tom');
      await type(widget, 'What did they do?', 'You held the lamp');
      await type(widget, 'What changed because of it? (if you like)', 'The radio works.');
      submit(widget);
      expect(heard).to.deep.equal([{ occasion: 'thanks', to: ['tomas'], text: 'You held the lamp\nThe radio works.' }]);
    });

    it('can be about a role, and have a link', async () => {
      const widget = await opened();
      const heard = sent(widget);
      await choose(widget, 'tom');
      await type(widget, 'What did they do?', 'You held the lamp.');
      (widget.shadowRoot?.querySelector('summary') as HTMLElement).click();
      await widget.updateComplete;
      const connector = byRole(widget, 'button', 'Connector');
      connector.click();
      await widget.updateComplete;
      expect(connector.ariaPressed).to.equal('true');
      byRole(widget, 'button', 'Builder').click();
      await widget.updateComplete;
      expect(connector.ariaPressed).to.equal('false');
      await type(widget, 'A link that shows it', 'tools.example/61');
      submit(widget);
      expect(heard).to.deep.equal([
        {
          occasion: 'thanks',
          to: ['tomas'],
          text: 'You held the lamp.',
          role: 'builder',
          evidence: [{ kind: 'link', src: 'https://tools.example/61' }],
        },
      ]);
    });

    it('is advised on, and sent all the same', async () => {
      const widget = await opened();
      const heard = sent(widget);
      await choose(widget, 'tom');
      await type(widget, 'What did they do?', 'You gave me $20');
      expect(advice(widget)).to.deep.equal(['Leave the price out. With a price, thanks becomes payment.']);
      await until(() => said().includes('Leave the price out.'), 'it is heard');
      await type(widget, 'What did they do?', 'Thanks for your amazing work!!');
      expect(advice(widget)).to.deep.equal(['Name the one thing they did.']);
      await type(widget, 'What did they do?', 'Thanks');
      expect(advice(widget)).to.deep.equal([]);
      field(widget, 'What did they do?').dispatchEvent(new Event('change'));
      await widget.updateComplete;
      expect(advice(widget)).to.deep.equal(['Name the one thing they did.']);
      submit(widget);
      expect(heard).to.have.length(1);
    });

    it('is told how much room is left once that comes to an end, and heard once', async () => {
      const widget = await opened();
      await type(widget, 'What did they do?', 'x'.repeat(899));
      expect(advice(widget)).to.deep.equal([]);
      await type(widget, 'What did they do?', 'x'.repeat(980));
      expect(advice(widget)).to.deep.equal(['Room for 20 more characters.']);
      await until(() => said().includes('Room for 20 more characters.'), 'it is heard');
      await type(widget, 'What did they do?', 'x'.repeat(999));
      expect(advice(widget)).to.deep.equal(['Room for one more character.']);
      await type(widget, 'What did they do?', 'x'.repeat(1003));
      await until(() => said().includes('3 characters too many.'), 'that it is too long is heard');
      expect(said()).not.to.include('one more character');
    });

    it('is counted where it is too long, and neither cut nor sent', async () => {
      const widget = await opened();
      const heard = sent(widget);
      await choose(widget, 'tom');
      await type(widget, 'What did they do?', 'x'.repeat(1003));
      expect(advice(widget)).to.deep.equal(['3 characters too many. Nothing was cut.']);
      submit(widget);
      await widget.updateComplete;
      expect(heard).to.deep.equal([]);
      expect(field(widget, 'What did they do?').value).to.have.length(1003);
      expect(field(widget, 'What did they do?').ariaInvalid).to.equal('true');
    });

    it('says one by one what is missing, and puts the focus there', async () => {
      const widget = await opened();
      const heard = sent(widget);
      await press(widget, 'Enter');
      expect(read(widget)).not.to.include('to mend');
      for (const [missing, asks, mend] of [
        ["who it's for", 'Who?', () => choose(widget, 'tom')],
        ['the words', 'What did they do?', () => type(widget, 'What did they do?', 'You held the lamp.')],
      ] as const) {
        submit(widget);
        await says(widget, `One thing to mend: ${missing}.`);
        await until(() => focused() === field(widget, asks), 'it has the focus');
        expect(focused()?.ariaInvalid).to.equal('true');
        const about = focused()?.getAttribute('aria-describedby')?.split(' ').at(-1) ?? '';
        expect(read(widget.shadowRoot?.getElementById(about) as Element)).to.equal(`One thing to mend: ${missing}.`);
        await mend();
      }
      const unfold = widget.shadowRoot?.querySelector('summary') as HTMLElement;
      unfold.click();
      await type(widget, 'A link that shows it', 'http://tools.example');
      unfold.click();
      submit(widget);
      await says(widget, 'One thing to mend: the link.');
      await until(() => focused() === field(widget, 'A link that shows it'), 'the link is unfolded and has the focus');
      await type(widget, 'A link that shows it', '');
      expect(read(widget)).not.to.include('to mend');
      expect(heard).to.deep.equal([]);
      await press(widget, 'Enter', { ctrlKey: true });
      expect(heard).to.have.length(1);
    });
  });

  describe('sending', () => {
    async function letter(source?: CommunityDocument | Provider, viewer?: string): Promise<RecognitionWall> {
      const widget = await opened(wall, source ?? village(), viewer);
      await choose(widget, 'tom');
      await choose(widget, 'ada');
      await type(widget, 'What did they do?', 'You held the lamp.');
      (widget.shadowRoot?.querySelector('summary') as HTMLElement).click();
      await type(widget, 'A link that shows it', 'https://tools.example/61');
      byRole(widget, 'button', 'Connector').click();
      await widget.updateComplete;
      return widget;
    }

    it('closes it, gives the focus back, is heard, and the letter stands as one that waits', async () => {
      const provider = memory(village());
      const widget = await letter(provider);
      submit(widget);
      await until(() => hasPart(widget, 'write') && focused() === part(widget, 'write'), 'the button has the focus');
      await until(() => said().includes('Sent.'), 'it is heard');
      await says(widget, 'Tomás and Ada, You held the lamp.');
      const sent = await until(() => provider.archive().recognitions?.at(-1), 'it has arrived');
      expect(sent).to.include({
        text: 'You held the lamp.',
        from: 'bo',
        state: 'asked',
      });
      part(widget, 'write').click();
      await until(() => hasPart(widget, 'compose'), 'it is open again');
      expect(salutation(widget)).to.equal('Who?');
      expect(field(widget, 'What did they do?').value).to.equal('');
    });

    it('empties the composer that stands open, and puts the focus at its start', async () => {
      const widget = await seen(open);
      await until(() => hasPart(widget, 'compose'), 'it is open');
      await choose(widget, 'tom');
      await type(widget, 'What did they do?', 'You held the lamp.');
      submit(widget);
      await until(() => focused() === combobox(widget), 'the first field has the focus');
      expect(salutation(widget)).to.equal('Who?');
    });

    it('leaves the letter as it is where the page prevents it', async () => {
      const widget = await letter();
      widget.addEventListener('kith-recognize', (event) => event.preventDefault());
      submit(widget);
      await widget.updateComplete;
      expect(field(widget, 'What did they do?').value).to.equal('You held the lamp.');
      expect(widget.store?.$wishes.value).to.deep.equal([]);
    });

    it('keeps nothing before it', async () => {
      const widget = await letter();
      expect(widget.store?.$wishes.value).to.deep.equal([]);
      expect(localStorage.length + sessionStorage.length).to.equal(0);
    });

    it('says that it waits while there is no connection', async () => {
      let fails = false;
      const provider = memory(village(), { fail: () => (fails ? new ProviderError('offline') : undefined) });
      const widget = await letter(provider);
      fails = true;
      submit(widget);
      await says(widget, "This browser won't keep it. Leave the page open until it has gone.");
      expect(hasPart(widget, 'compose')).to.equal(false);
    });

    /** A community that refuses every letter. */
    const refusing = (reason: string): MemoryProvider => ({
      ...memory(village()),
      send: () => Promise.reject(new ProviderError('refused', { reason })),
    });

    it('that was refused opens again with everything: people, words, role and link', async () => {
      const widget = await letter(refusing('too-often'));
      submit(widget);
      await says(widget, "Not sent. That's plenty for now.");
      byRole(widget, 'button', 'Edit').click();
      await until(() => focused()?.matches('textarea'), 'its words have the focus');
      expect(salutation(widget)).to.match(/^Tomás and Ada,/);
      expect(field(widget, 'What did they do?').value).to.equal('You held the lamp.');
      expect(byRole(widget, 'button', 'Connector').ariaPressed).to.equal('true');
      expect(field(widget, 'A link that shows it').value).to.equal('https://tools.example/61');
      // Sent as it was, too, it would be there twice.
      expect(hasPart(widget, 'retry')).to.equal(false);
      const heard = sent(widget);
      submit(widget);
      expect(heard).to.deep.equal([
        {
          occasion: 'thanks',
          to: ['tomas', 'ada'],
          text: 'You held the lamp.',
          role: 'connector',
          evidence: [{ kind: 'link', src: 'https://tools.example/61' }],
        },
      ]);
      await until(() => widget.store?.$wishes.value?.length === 1, 'the refused one is gone');
    });

    it('that was refused gives way again to the letter that was begun meanwhile', async () => {
      const widget = await letter(refusing('too-often'));
      submit(widget);
      await says(widget, 'Not sent.');
      part(widget, 'write').click();
      await until(() => hasPart(widget, 'compose'), 'it is open again');
      await choose(widget, 'noor');
      await type(widget, 'What did they do?', 'You swept the stairs.');
      for (let i = 0; i < 2; i++) {
        byRole(widget, 'button', 'Edit').click();
        await until(() => field(widget, 'What did they do?').value === 'You held the lamp.', 'the refused one is open');
      }
      await type(widget, 'What did they do?', 'You held the lamp, twice.');
      byRole(widget, 'button', 'Edit').click();
      await widget.updateComplete;
      expect(field(widget, 'What did they do?').value, 'as it was written anew').to.equal('You held the lamp, twice.');
      submit(widget);
      await until(() => field(widget, 'What did they do?').value === 'You swept the stairs.', 'the other is back');
      expect(salutation(widget)).to.match(/^Noor/);
    });

    it('by a visitor is refused until they sign in, with their words kept', async () => {
      const widget = await letter(village(), '');
      submit(widget);
      await says(widget, 'Sign in and it goes at once. Your words are kept.');
      await says(widget, 'You held the lamp.');
    });
  });

  describe('on another community', () => {
    it('takes the words along, and not whom they are to', async () => {
      const widget = await opened();
      await choose(widget, 'tom');
      await type(widget, 'What did they do?', 'You held the lamp.');
      await press(widget, 'Escape');
      await until(() => hasPart(widget, 'write'), 'it is closed');
      const place = widget.parentElement as Community;
      const before = widget.store;
      place.provider = memory(village({ members: [{ id: 'tomas', name: 'Another Tomás' }] }));
      await until(() => widget.store !== before && hasPart(widget, 'write'), 'it is drawn');
      part(widget, 'write').click();
      await until(() => hasPart(widget, 'compose'), 'it is open');
      expect(salutation(widget)).to.equal('Who?');
      expect(field(widget, 'What did they do?').value).to.equal('You held the lamp.');
    });
  });

  describe('of another occasion', () => {
    it('asks what belongs to it, and of an ask nobody', async () => {
      const widget = await opened('<kith-recognition-wall filter-occasion="ask"></kith-recognition-wall>');
      const heard = sent(widget);
      expect(focused() === field(widget, 'What could you use a hand with?'), 'it has the focus').to.equal(true);
      expect(combobox(widget)).to.equal(null);
      expect(read(widget)).to.include('It stands here at once, with your name.');
      await type(widget, 'What could you use a hand with?', 'A van on Friday, for $20.');
      expect(read(widget)).not.to.include('Leave the price out');
      byRole(widget, 'button', 'Add it').click();
      expect(heard).to.deep.equal([{ occasion: 'ask', to: [], text: 'A van on Friday, for $20.' }]);
    });

    it('is what the wall shows, with its role and its reward', async () => {
      const widget = await opened(
        '<kith-recognition-wall filter-occasion="welcome" filter-role="sharer" filter-reward="material"></kith-recognition-wall>',
      );
      const heard = sent(widget);
      await choose(widget, 'tom');
      await type(widget, 'What is good to know here?', 'Your mug is the green one.');
      submit(widget);
      expect(heard).to.deep.equal([
        {
          occasion: 'welcome',
          role: 'sharer',
          reward: 'material',
          to: ['tomas'],
          text: 'Your mug is the green one.',
        },
      ]);
    });
  });

  it('speaks Arabic, from right to left', async () => {
    const widget = await opened('<kith-recognition-wall locale="ar"></kith-recognition-wall>');
    await choose(widget, 'tom');
    await type(widget, 'ما الفعل الذي تشكر عليه؟', 'دفعتَ ٢٠ ريالًا');
    expect(read(part(widget, 'submit'))).to.equal('أرسلها إلى Tomás');
    expect(read(widget)).to.include('اترك الثمن خارجها. مع الثمن يصير الشكر أجرًا.');
    expect(getComputedStyle(part(widget, 'compose')).direction).to.equal('rtl');
  });
});
