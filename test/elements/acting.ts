import { expect, fixtureSync } from '@open-wc/testing';
import { createStore, type CommunityDocument, type Store } from '@kith/core';
import type { KithElement } from '@kith/elements';
import { memory } from '@kith/providers/memory';
import {
  counting,
  focused,
  hasPart,
  overhear,
  part,
  put,
  readOnly,
  requested,
  says,
  sending,
  settled,
  until,
} from './support.js';

/** Something a member says in a widget by one press. */
export interface Act {
  markup?: string;
  viewer: string;
  source: CommunityDocument;
  /** The button that says it. */
  part: string;
  /** The event it says it by. */
  event: `kith-${string}`;
  /** Whether it shows as said. */
  isDone(widget: KithElement): boolean;
}

const OUTCOMES = ['kith-sent', 'kith-refused', 'kith-error'];
const frame = () => new Promise(requestAnimationFrame);
/** How many listen to something of a store. */
const listeners = ({ $wishes, $view }: Store) =>
  [$wishes, $view].map(($each) => ($each as unknown as { lc: number }).lc);

/** What is announced to whoever listens to the page. */
const announced = () => document.querySelector('.kith-said')?.textContent ?? '';

/** What every element passes in which a member says something, whatever becomes of it in a page. */
export function acting(name: string, act: Act): void {
  const { markup = `<kith-${name}></kith-${name}>`, viewer, source, event, isDone } = act;

  /** The widget, with a store of its own of this provider. */
  async function seen(provider: Parameters<typeof createStore>[0] = memory(source)) {
    const store = createStore(provider, { viewer });
    const widget = put(markup);
    widget.store = store;
    await settled(widget);
    await until(() => hasPart(widget, act.part), 'it can be said');
    return { widget, store };
  }

  function press(widget: Element): void {
    part(widget, act.part).focus();
    part(widget, act.part).click();
  }

  describe('in which somebody acts', () => {
    it('tells every ancestor once what is said, through shadow roots, and what became of it', async () => {
      const { widget } = await seen();
      const host = fixtureSync<HTMLElement>('<div></div>');
      const told = overhear(document.body, event, ...OUTCOMES);
      host.attachShadow({ mode: 'open' }).append(widget);
      await settled(widget);
      press(widget);
      await until(() => told.length === 2, 'it is sent');
      expect(told.map(({ type }) => type)).to.deep.equal([event, 'kith-sent']);
      const sent = told[1]?.detail as { key: string; name: string; revision: number };
      expect([`kith-${sent.name}`, typeof sent.key, typeof sent.revision]).to.deep.equal([event, 'string', 'number']);
    });

    it('says and shows nothing that a page prevents', async () => {
      const { provider, next } = sending(source);
      const { widget, store } = await seen(provider);
      const prevent = (each: Event) => each.preventDefault();
      document.addEventListener(event, prevent, { once: true });
      press(widget);
      await widget.updateComplete;
      expect(isDone(widget)).to.equal(false);
      expect(store.$wishes.value).to.deep.equal([]);
      press(widget);
      const { intent } = await next();
      expect(`kith-${intent.name}`).to.equal(event);
    });

    it('shows it at once, and undoes it within a frame of the refusal, which is said and announced once', async () => {
      const { provider, next } = sending(source);
      const { widget, store } = await seen(provider);
      await store.prepare();
      const told = overhear(widget, ...OUTCOMES);
      press(widget);
      await frame();
      expect(isDone(widget), 'shown before the next frame').to.equal(true);
      const wish = await next();
      wish.refuse('too-often');
      await frame();
      expect(isDone(widget), 'undone by the next frame').to.equal(false);
      await says(widget, "Not sent. That's plenty for now.");
      expect(widget.matches(':state(unsent)')).to.equal(true);
      await until(() => announced().includes('Not sent.'), 'it is announced');
      expect(announced().match(/Not sent\./g)).to.have.length(1);
      expect(
        told.map(({ type, detail, from }) => [type, (detail as { reason: string }).reason, from === widget]),
      ).to.deep.equal([['kith-refused', 'too-often', true]]);
      expect(widget.shadowRoot?.activeElement, 'what has the focus').not.to.equal(null);
    });

    it('lets what was refused be tried again or thrown away by keyboard, and keeps the focus', async () => {
      const { provider, next } = sending(source);
      const { widget } = await seen(provider);
      const button = async (words: string) => {
        const all = () => [...(widget.shadowRoot?.querySelectorAll('button') ?? [])];
        const found = await until(() => all().find((each) => each.textContent?.trim() === words), `it has “${words}”`);
        found.focus();
        found.click();
      };
      press(widget);
      (await next()).refuse('not-allowed');
      await says(widget, 'Not sent. Here only the hosts can do this.');
      await button('Try again');
      (await next()).refuse('gone');
      await says(widget, 'Not sent. This was taken down while you were writing.');
      await button('Throw away');
      await until(() => !hasPart(widget, 'refused'), 'it is gone');
      await widget.updateComplete;
      expect(focused() !== document.body, 'somebody has the focus').to.equal(true);
      expect(widget.matches(':state(unsent)')).to.equal(false);
    });

    it('shows in two widgets of one store what is said in one', async () => {
      const { widget, store } = await seen();
      const other = put(markup);
      other.store = store;
      await settled(other);
      press(widget);
      await until(() => isDone(widget) && isDone(other), 'both show it');
    });

    it('stays with the store it was said to, also when the widget has another by then', async () => {
      const { provider, next } = sending(source);
      const { widget } = await seen(provider);
      const told = overhear(widget, ...OUTCOMES);
      press(widget);
      const wish = await next();
      for (const form of widget.shadowRoot?.querySelectorAll('form') ?? [])
        form.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      await widget.updateComplete;
      widget.store = createStore(memory(source), { viewer });
      await until(() => !isDone(widget), 'the widget shows what its other store holds');
      wish.take();
      await until(() => told.length, 'it has gone');
      expect(told[0]?.type).to.equal('kith-sent');
    });

    it('goes on while it is moved in the page', async () => {
      const { provider, next } = sending(source);
      const { widget } = await seen(provider);
      press(widget);
      const wish = await next();
      fixtureSync<HTMLElement>('<div></div>').append(widget);
      await settled(widget);
      await until(() => isDone(widget), 'it shows it where it is now');
      wish.take();
      await until(() => widget.store?.$wishes.value?.every(({ receipt }) => receipt), 'it is sent');
    });

    it('draws no such button for a source that only shows', async () => {
      const widget = put(markup);
      widget.store = createStore(readOnly(source), { viewer });
      await settled(widget);
      await widget.updateComplete;
      expect(hasPart(widget, act.part)).to.equal(false);
    });

    it('loads nothing of what wishes need under hold, or in a page nobody sees', async () => {
      let prepared = 0;
      const watched = (): Store => {
        const store = createStore(memory(source), { viewer });
        return { ...store, prepare: () => store.prepare().finally(() => void prepared++) };
      };
      const held = put(markup.replace('>', ' hold>'));
      held.store = watched();
      Object.defineProperty(document, 'hidden', { configurable: true, value: true });
      try {
        const hidden = put(markup);
        hidden.store = watched();
        await settled(hidden);
        const seenOne = new Promise((done) => requestIdleCallbackOr(done));
        await seenOne;
        expect(prepared).to.equal(0);
        Reflect.deleteProperty(document, 'hidden');
        document.dispatchEvent(new Event('visibilitychange'));
        await until(() => prepared, 'the page that is seen is ready for wishes');
      } finally {
        Reflect.deleteProperty(document, 'hidden');
      }
    });

    it('stores nothing and asks for nothing but its source before somebody acts', async () => {
      const { open } = indexedDB;
      const { setItem } = Storage.prototype;
      const kept: string[] = [];
      indexedDB.open = (...named) => {
        kept.push(named[0]);
        return open.apply(indexedDB, named);
      };
      Storage.prototype.setItem = (key) => void kept.push(key);
      try {
        const { store } = await seen({ ...memory(source), place: `nowhere ${name}` });
        await store.prepare();
        expect(kept).to.deep.equal([]);
        expect(requested()).to.deep.equal([]);
        expect(document.cookie).to.equal('');
      } finally {
        Reflect.deleteProperty(indexedDB, 'open');
        Storage.prototype.setItem = setItem;
      }
    });

    it('says so where the browser keeps nothing, and sends it all the same', async () => {
      const { open } = indexedDB;
      indexedDB.open = () => {
        throw new DOMException('Not here.', 'SecurityError');
      };
      try {
        const { provider, next } = sending(source);
        const { widget } = await seen({ ...provider, place: `refused ${name}` });
        press(widget);
        const wish = await next();
        await says(widget, "This browser won't keep it. Leave the page open until it has gone.");
        wish.take();
        await until(() => !widget.matches(':state(unsent)'), 'it has gone');
      } finally {
        Reflect.deleteProperty(indexedDB, 'open');
        expect(indexedDB.open).to.equal(open);
      }
    });

    it('leaves nobody listening when it is taken out, a thousand times, also when it updates after', async () => {
      const provider = counting(memory(source));
      const { widget, store } = await seen(provider);
      const place = widget.parentElement as HTMLElement;
      press(widget);
      await until(() => store.$wishes.value?.some(({ receipt }) => receipt), 'it is sent');
      for (let i = 0; i < 1000; i++) {
        widget.remove();
        place.append(widget);
      }
      await widget.updateComplete;
      expect(provider.watchers).to.equal(1);
      widget.remove();
      widget.requestUpdate();
      await widget.updateComplete;
      widget.requestUpdate();
      await widget.updateComplete;
      await until(() => provider.watchers === 0, 'nothing watches the provider');
      expect(listeners(store)).to.deep.equal([0, 0]);
    });
  });
}

/** Calls back when the page has had time for what waits for it to be idle. */
function requestIdleCallbackOr(done: (value?: unknown) => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(() => requestIdleCallback(() => done()));
  else setTimeout(done, 300);
}
