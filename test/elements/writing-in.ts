import { expect } from '@open-wc/testing';
import { createStore, ProviderError, type CommunityDocument, type Provider } from '@kith/core';
import type { KithElement } from '@kith/elements';
import { memory } from '@kith/providers/memory';
import { byRole, focused, hasPart, part, put, read, says, settled, until, write } from './support.js';

/** Something a member writes in a widget. */
export interface Written {
  /** What it is, for the reader of a test's title. */
  what: string;
  markup: string;
  viewer: string;
  source: CommunityDocument;
  /** Presses what asks for it. */
  open(widget: KithElement): Promise<void> | void;
  /** The same once more; where a toggle asks for it, it takes another press. */
  again?: ((widget: KithElement) => Promise<void> | void) | undefined;
  /** Whether another press opens nothing, since what asks for it is a toggle. */
  isToggle?: boolean;
  /** The event what is written leaves as. */
  event: `kith-${string}`;
  /** Three things that can be written. */
  texts?: readonly [string, string, string];
  /** What is chosen beside it. */
  before?: (widget: KithElement) => Promise<void>;
  /** The field; the form's first textarea where absent. */
  field?: string;
}

/** A provider that refuses what says this. */
function refusing(source: CommunityDocument, text: string): Provider {
  const inner = memory(source);
  return {
    ...inner,
    send: (intent, signal) =>
      JSON.stringify(intent.detail).includes(text)
        ? Promise.reject(new ProviderError('refused', { reason: 'too-often' }))
        : inner.send(intent, signal),
  };
}

/** What every form passes: nothing somebody wrote is lost but by their own doing. */
export function writingIn(written: Written): void {
  const {
    what,
    markup,
    viewer,
    source,
    open,
    again = open,
    isToggle = false,
    event,
    field: found = 'textarea',
  } = written;
  const [one, two, three] = written.texts ?? ['You held the lamp.', 'You swept the stairs.', 'You made the tea.'];

  async function seen(): Promise<KithElement> {
    const widget = put(markup);
    widget.store = createStore(refusing(source, one), { viewer });
    await settled(widget);
    return widget;
  }

  const here = (widget: KithElement) => widget.shadowRoot?.querySelector<HTMLTextAreaElement>(`.question ${found}`);
  const field = (widget: KithElement) => until(() => here(widget), 'it is asked');

  async function type(widget: KithElement, text: string): Promise<void> {
    await field(widget);
    await written.before?.(widget);
    write(await field(widget), text);
    await widget.updateComplete;
  }

  async function submit(widget: KithElement): Promise<void> {
    part(widget, 'submit').click();
    await widget.updateComplete;
  }

  function press(widget: KithElement, name: string): void {
    const button = byRole(widget, 'button', name);
    button.focus();
    button.click();
  }

  const escape = async (widget: KithElement) => {
    (await field(widget)).dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await until(() => !here(widget), 'nothing is asked any more');
  };

  const notNow = async (widget: KithElement) => {
    press(widget, 'Not now');
    await until(() => !here(widget), 'nothing is asked any more');
  };

  /** A widget in which the first text was refused. */
  async function refused(): Promise<KithElement> {
    const widget = await seen();
    await open(widget);
    await type(widget, one);
    await submit(widget);
    await says(widget, 'Not sent.');
    await widget.updateComplete;
    return widget;
  }

  describe(`in which ${what} is written`, () => {
    it('stays open with every word and the focus where a page prevents that it is said', async () => {
      const widget = await seen();
      await open(widget);
      await type(widget, two);
      widget.addEventListener(event, (said) => said.preventDefault(), { once: true });
      part(widget, 'submit').focus();
      await submit(widget);
      expect((await field(widget)).value).to.equal(two);
      expect(
        focused()
          ?.closest('form')
          ?.contains(await field(widget)),
        'the focus is in it',
      ).to.equal(true);
      await submit(widget);
      await until(() => !here(widget), 'it is said now, and closed');
    });

    it('keeps what was begun when it is left by Escape', async () => {
      const widget = await seen();
      await open(widget);
      await type(widget, two);
      await escape(widget);
      await again(widget);
      expect((await field(widget)).value).to.equal(two);
    });

    it('throws away what was begun on “Not now”', async () => {
      const widget = await seen();
      await open(widget);
      await type(widget, two);
      await notNow(widget);
      await again(widget);
      expect((await field(widget)).value).not.to.equal(two);
    });

    if (!isToggle)
      it('is not asked anew by another press, which gives the field the focus', async () => {
        const widget = await seen();
        await open(widget);
        await type(widget, two);
        await again(widget);
        await widget.updateComplete;
        expect((await field(widget)).value).to.equal(two);
        await until(
          () =>
            focused()
              ?.closest('form')
              ?.contains(here(widget) ?? null),
          'the focus is in it',
        );
      });

    it('gives way to a refused one, and is as it was after that', async () => {
      const widget = await refused();
      await again(widget);
      await type(widget, two);
      await escape(widget);
      press(widget, 'Edit');
      await until(() => here(widget)?.value === one, 'the refused one is open');
      await notNow(widget);
      await again(widget);
      expect((await field(widget)).value).to.equal(two);
    });

    it('leaves a refused one where it is, whatever else is said', async () => {
      const widget = await refused();
      press(widget, 'Edit');
      await until(() => here(widget)?.value === one, 'the refused one is open');
      await notNow(widget);
      await again(widget);
      await type(widget, two);
      await submit(widget);
      await until(
        () => widget.store?.$wishes.value?.some(({ intent, receipt }) => receipt && isSaidIn(intent, two)),
        'it is sent',
      );
      expect(hasPart(widget, 'refused')).to.equal(true);
      expect(read(part(widget, 'refused'))).to.include(one);
    });

    it('cannot be sent again as it was while it is being changed', async () => {
      const widget = await refused();
      press(widget, 'Edit');
      await until(() => here(widget)?.value === one, 'the refused one is open');
      await widget.updateComplete;
      expect(hasPart(widget, 'refused')).to.equal(true);
      expect(hasPart(widget, 'retry')).to.equal(false);
      await notNow(widget);
      await widget.updateComplete;
      expect(hasPart(widget, 'retry')).to.equal(true);
    });

    it('takes the place of the refused one it was written from, and of no other', async () => {
      const widget = await refused();
      press(widget, 'Edit');
      await until(() => here(widget)?.value === one, 'the refused one is open');
      await type(widget, three);
      await submit(widget);
      await until(() => !hasPart(widget, 'refused'), 'nothing is refused any more');
      await until(() => widget.store?.$wishes.value?.every(({ receipt }) => receipt), 'all of it is sent');
      expect(widget.store?.$wishes.value?.filter(({ intent }) => isSaidIn(intent, three))).to.have.length(1);
    });
  });
}

const isSaidIn = ({ detail }: { detail: unknown }, text: string) => JSON.stringify(detail).includes(text);
