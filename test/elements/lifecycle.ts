import { expect, fixtureSync } from '@open-wc/testing';
import { createStore, type CommunityDocument } from '@kith/core';
import { defineAll, type Community, type KithElement } from '@kith/elements';
import { memory } from '@kith/providers/memory';
import {
  addressOf,
  allByRole,
  byRole,
  communityOf,
  counting,
  focused,
  gated,
  hasPart,
  heard,
  inline,
  put,
  read,
  requested,
  says,
  until,
} from './support.js';

export interface Life {
  /** A document whose letters or purpose hold these words. */
  about(words: string): CommunityDocument;
}

let prefixes = 0;

/** A piece of no use to anybody. */
const HOLLOW = {
  id: 'x',
  name: null,
  to: [null],
  purpose: null,
  member: null,
  reasons: null,
  occasion: 7,
  text: 7,
  labels: 7,
};

/** What every element passes: whatever becomes of it in a page, it shows what its source holds by then. */
export function lifecycle(name: string, { about }: Life): void {
  const tag = `kith-${name}`;
  const empty = `<${tag}></${tag}>`;

  /** A wrapper in the page, to put things into and take them out of. */
  const place = () => fixtureSync<HTMLElement>('<div></div>');

  /** An element that is not in the page yet. */
  const make = () => document.createElement(tag) as KithElement;

  /** Lets whatever is on its way into an element arrive. */
  const settle = async (widget: KithElement) => {
    for (let i = 0; i < 10; i++) await widget.updateComplete;
  };

  describe('in a page', () => {
    it('shows its source when it is defined after it was put there', async () => {
      const prefix = `late${++prefixes}`;
      const page = place();
      page.innerHTML = `<${prefix}-community><${prefix}-${name}></${prefix}-${name}></${prefix}-community>`;
      const [community] = page.children;
      Object.assign(community as Element, { provider: memory(about('Put first, defined later')) });
      defineAll({ prefix });
      await says(community?.firstElementChild as KithElement, 'Put first, defined later');
    });

    it('shows its source when its community is defined after it', async () => {
      const page = place();
      page.innerHTML = `<later${++prefixes}-community>${empty}</later${prefixes}-community>`;
      const [community] = page.children;
      Object.assign(community as Element, { provider: memory(about('Its community came later')) });
      await settle(community?.firstElementChild as KithElement);
      customElements.define(
        `later${prefixes}-community`,
        class extends (customElements.get('kith-community') as typeof Community) {},
      );
      await says(community?.firstElementChild as KithElement, 'Its community came later');
    });

    it('takes a store that was set before its definition', async () => {
      const prefix = `early${++prefixes}`;
      const page = place();
      page.innerHTML = `<${prefix}-${name} src="${addressOf(about('From its src'))}"></${prefix}-${name}>`;
      const widget = page.firstElementChild as KithElement;
      Object.assign(widget, { store: createStore(memory(about('From its store'))), headingLevel: 4 });
      defineAll({ prefix });
      await says(widget, 'From its store');
      expect(widget.headingLevel).to.equal(4);
      expect(requested()).to.deep.equal([]);
    });

    it('takes a source that was set before its definition', async () => {
      const prefix = `early${++prefixes}`;
      const page = place();
      page.innerHTML = `<${prefix}-${name}></${prefix}-${name}>`;
      const widget = page.firstElementChild as KithElement;
      Object.assign(widget, { src: addressOf(about('From its src')) });
      defineAll({ prefix });
      await says(widget, 'From its src');
    });

    it('keeps a hold that was set before its definition', async () => {
      const prefix = `held${++prefixes}`;
      const page = place();
      page.innerHTML = `<${prefix}-${name} src="${addressOf(about('Held'))}"></${prefix}-${name}>`;
      const widget = page.firstElementChild as KithElement;
      let changes = 0;
      new MutationObserver(() => changes++).observe(widget, { childList: true });
      Object.assign(widget, { hold: true });
      defineAll({ prefix });
      await settle(widget);
      expect(requested()).to.deep.equal([]);
      expect(changes, 'how often something was put into the tag meanwhile').to.equal(0);
      widget.release();
      await says(widget, 'Held');
    });

    it('shows what a provider answers late', async () => {
      const provider = gated(memory(about('Worth the wait')));
      const widget = put(empty, provider);
      await settle(widget);
      expect(widget.status).to.equal('loading');
      expect(widget.matches(':state(loading)')).to.equal(true);
      expect(read(widget)).not.to.include('Worth the wait');
      provider.open();
      await says(widget, 'Worth the wait');
      expect(widget.status).to.equal('ready');
      expect(widget.matches(':state(loading)')).to.equal(false);
      expect(widget.matches(':state(ready)')).to.equal(true);
    });

    it('waits for a provider its community is given late', async () => {
      const page = place();
      page.innerHTML = `<kith-community>${empty}<${tag}><p>As of old</p></${tag}></kith-community>`;
      const community = page.firstElementChild as Community;
      const [bare, filled] = [...community.children] as [KithElement, KithElement];
      await settle(bare);
      expect([bare.status, filled.status], 'before it has one').to.deep.equal(['loading', 'loading']);
      expect(read(filled)).to.equal('As of old');
      community.provider = memory(about('Given late'));
      await says(bare, 'Given late');
      await says(filled, 'Given late');
    });

    it('finds a community that comes after it, or last in the document', async () => {
      const page = place();
      page.innerHTML = empty;
      const widget = page.firstElementChild as KithElement;
      await settle(widget);
      page.append(communityOf(about('The community came last')));
      await says(widget, 'The community came last');
    });

    it('belongs to the first community in the document, whichever came first', async () => {
      const page = place();
      page.innerHTML = empty;
      const widget = page.firstElementChild as KithElement;
      page.append(communityOf(about('The second')));
      await says(widget, 'The second');
      page.prepend(communityOf(about('The first')));
      await says(widget, 'The first');
      page.firstElementChild?.remove();
      await says(widget, 'The second');
    });

    it('follows the nearest community as it is moved', async () => {
      const page = place();
      const [one, other] = [communityOf(about('One street')), communityOf(about('Another street'))];
      const widget = make();
      one.append(widget);
      page.append(one, other);
      await says(widget, 'One street');
      other.append(widget);
      await says(widget, 'Another street');
      expect(read(widget)).not.to.include('One street');
      one.prepend(widget);
      await says(widget, 'One street');
    });

    it('shows each its own, where two communities are on a page', async () => {
      const page = place();
      page.append(communityOf(about('The choir')), communityOf(about('The workshop')));
      for (const community of page.children) community.append(make());
      const [choir, workshop] = [...page.querySelectorAll<KithElement>(tag)] as [KithElement, KithElement];
      await says(choir, 'The choir');
      await says(workshop, 'The workshop');
    });

    it('belongs to the community it names, also when that is named later', async () => {
      const page = place();
      const [choir, workshop] = [communityOf(about('The choir')), communityOf(about('The workshop'))];
      choir.id = 'choir';
      page.append(choir, workshop);
      const widget = make();
      widget.community = 'workshop';
      choir.append(widget);
      await settle(widget);
      expect(read(widget)).not.to.include('The choir');
      expect(heard()).to.deep.equal([`<${tag}>: community="workshop" is no kith-community of this page yet`]);
      workshop.id = 'workshop';
      await says(widget, 'The workshop');
      widget.setAttribute('community', ' choir ');
      await says(widget, 'The choir');
    });

    it('finds the nearest community through the edges of shadow roots', async () => {
      const page = place();
      page.append(communityOf(about('Far away')), communityOf(about('Around it')));
      const host = page.lastElementChild?.appendChild(document.createElement('div')) as HTMLElement;
      const inner = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('p'));
      const widget = inner.attachShadow({ mode: 'open' }).appendChild(make());
      await says(widget, 'Around it');
    });

    it('finds a community that stands around the slot it is in', async () => {
      const page = place();
      page.append(communityOf(about('Far away')), document.createElement('div'));
      const host = page.lastElementChild as HTMLElement;
      const around = host.attachShadow({ mode: 'open' }).appendChild(communityOf(about('Around its slot')));
      around.append(document.createElement('slot'));
      const widget = host.appendChild(make());
      await says(widget, 'Around its slot');
    });

    it('is current again when it comes back after things changed', async () => {
      const provider = memory(about('Before'));
      const widget = put(empty, provider);
      const community = widget.parentElement as HTMLElement;
      await says(widget, 'Before');
      widget.remove();
      provider.change(() => about('After'));
      community.append(widget);
      await says(widget, 'After');
      expect(read(widget)).not.to.include('Before');
    });

    it('is current again when nobody had listened for long', async () => {
      const provider = counting(memory(about('Before')));
      const widget = put(empty, provider);
      const community = widget.parentElement as HTMLElement;
      await says(widget, 'Before');
      widget.remove();
      await until(() => provider.watchers === 0, 'nothing watches the provider');
      const now = memory(about('After'));
      provider.read = now.read;
      community.append(widget);
      await says(widget, 'After');
    });

    it('shows a change at once', async () => {
      const provider = memory(about('Before'));
      const widget = put(empty, provider);
      await says(widget, 'Before');
      provider.change(() => about('After'));
      await says(widget, 'After');
    });

    it('follows its own store, and its community’s, when it is swapped', async () => {
      const widget = put(empty, about('Of the provider'));
      const community = widget.parentElement as Community;
      await says(widget, 'Of the provider');
      community.provider = memory(about('Of another provider'));
      await says(widget, 'Of another provider');
      community.store = createStore(memory(about('Of the community’s store')));
      await says(widget, 'Of the community’s store');
      widget.store = createStore(memory(about('Of its own store')));
      await says(widget, 'Of its own store');
      widget.store = undefined;
      await says(widget, 'Of the community’s store');
      community.store = undefined;
      await says(widget, 'Of another provider');
    });

    it('stops listening when it is taken out, also when it updates after', async () => {
      const provider = counting(memory(about('Heard')));
      const widget = put(empty, provider);
      const community = widget.parentElement as HTMLElement;
      await says(widget, 'Heard');
      expect(provider.watchers).to.equal(1);
      for (let i = 0; i < 20; i++) {
        widget.remove();
        widget.requestUpdate();
        await widget.updateComplete;
        community.append(widget);
        await widget.updateComplete;
      }
      expect(provider.watchers, 'watchers after it moved twenty times').to.equal(1);
      widget.remove();
      const other = counting(memory(about('Unheard')));
      widget.store = createStore(other);
      await settle(widget);
      expect(other.asked, 'what it asks of a store it is given outside the page').to.deep.equal([]);
      await until(() => provider.watchers === 0, 'nothing watches the provider');
    });

    it('does not listen at all where it is put in and taken out at once', async () => {
      const provider = counting(memory(about('Never heard')));
      const widget = put(empty, provider);
      widget.remove();
      await settle(widget);
      expect(provider.asked).to.deep.equal([]);
      expect(provider.watchers).to.equal(0);
    });

    it('leaves its tag as the author wrote it', async () => {
      const page = place();
      page.append(communityOf(about('Drawn')));
      const community = page.firstElementChild as Community;
      const written = `<${tag} class="ours"><p>As of old</p></${tag}>`;
      community.innerHTML = written;
      await says(community.firstElementChild as Element, 'Drawn');
      expect(community.innerHTML).to.equal(written);
    });

    it('leaves the page’s communities when it is taken out', async () => {
      const page = place();
      page.append(communityOf(about('Gone')), make());
      const widget = page.lastElementChild as KithElement;
      await says(widget, 'Gone');
      page.firstElementChild?.remove();
      await until(() => !read(widget).includes('Gone'), 'the widget forgets its community');
      expect(widget.status).to.equal('empty');
    });
  });

  describe('of its sources', () => {
    it('takes its store first, then the document inside it, its src, the community it names, the nearest', async () => {
      const page = place();
      const [near, named] = [communityOf(about('The nearest')), communityOf(about('The one it names'))];
      named.id = 'named';
      page.append(near, named);
      const widget = make();
      widget.store = createStore(memory(about('Its store')));
      widget.innerHTML = inline(about('The document inside it'));
      widget.src = addressOf(about('Its src'));
      widget.community = 'named';
      near.append(widget);
      await says(widget, 'Its store');
      expect(requested()).to.deep.equal([]);
      widget.store = undefined;
      await says(widget, 'The document inside it');
      expect(requested()).to.deep.equal([]);
      widget.replaceChildren();
      await says(widget, 'Its src');
      widget.src = undefined;
      await says(widget, 'The one it names');
      widget.removeAttribute('community');
      widget.community = undefined;
      await says(widget, 'The nearest');
    });

    it('follows the document inside it when that is replaced', async () => {
      const widget = put(`<${tag}>${inline(about('First edition'))}</${tag}>`);
      await says(widget, 'First edition');
      const [script] = widget.getElementsByTagName('script');
      (script as HTMLScriptElement).textContent = JSON.stringify(about('Second edition'));
      await says(widget, 'Second edition');
    });

    it('takes a document that is put into it, or into its community, later', async () => {
      const page = place();
      page.innerHTML = `<kith-community>${empty}</kith-community>`;
      const community = page.firstElementChild as Community;
      const widget = community.firstElementChild as KithElement;
      await settle(widget);
      community.insertAdjacentHTML('beforeend', inline(about('In the community')));
      await says(widget, 'In the community');
      (community.lastElementChild as HTMLElement).textContent = JSON.stringify(about('In the community, later'));
      await says(widget, 'In the community, later');
      widget.insertAdjacentHTML('beforeend', inline(about('In the widget')));
      await says(widget, 'In the widget');
    });

    it('asks once for what several tags want', async () => {
      const src = addressOf(about('Shared'));
      const page = place();
      page.innerHTML = `<${tag} src="${src}"></${tag}><${tag} src="${src}"></${tag}><${tag} provider="json" src="${src}"></${tag}>`;
      for (const widget of page.children) await says(widget, 'Shared');
      expect(requested()).to.deep.equal([src]);
    });

    it('asks for nothing under hold, until it is released', async () => {
      const src = addressOf(about('Released'));
      const widget = put(`<${tag} hold src="${src}"><p>What is read meanwhile</p></${tag}>`);
      await settle(widget);
      expect(requested()).to.deep.equal([]);
      expect(read(widget)).to.equal('What is read meanwhile');
      widget.release();
      await says(widget, 'Released');
      expect(requested()).to.deep.equal([src]);
    });

    it('asks a store it was given, or that of its community, for nothing under hold', async () => {
      const provider = counting(memory(about('Released')));
      const widget = put(`<${tag} hold></${tag}>`, provider);
      widget.store = createStore(provider);
      await settle(widget);
      expect(provider.asked).to.deep.equal([]);
      widget.release();
      await says(widget, 'Released');
    });

    it('waits for a community that is on hold', async () => {
      const src = addressOf(about('Released'));
      const page = place();
      page.innerHTML = `<kith-community hold src="${src}">${empty}</kith-community>`;
      const community = page.firstElementChild as Community;
      const widget = community.firstElementChild as KithElement;
      await settle(widget);
      expect(widget.status).to.equal('loading');
      expect(requested()).to.deep.equal([]);
      const provider = counting(memory(about('Its store')));
      community.store = createStore(provider);
      await settle(widget);
      expect(provider.asked).to.deep.equal([]);
      community.store = undefined;
      community.release();
      await says(widget, 'Released');
      expect(requested()).to.deep.equal([src]);
    });
  });

  describe('of its words', () => {
    it('follows the language of the page and of what it stands in', async () => {
      const widget = put(empty, about('Words'));
      await says(widget, 'Words');
      const base = () => widget.shadowRoot?.querySelector('[part~=base]');
      expect(base()?.getAttribute('dir')).to.equal('ltr');
      widget.lang = 'ar';
      await until(() => base()?.getAttribute('dir') === 'rtl', 'it is written from right to left');
      expect(base()?.getAttribute('lang')).to.equal('ar');
      widget.removeAttribute('lang');
      await until(() => base()?.getAttribute('dir') === 'ltr', 'it is written from left to right');
      const before = document.documentElement.lang;
      document.documentElement.lang = 'ar';
      await until(() => base()?.getAttribute('dir') === 'rtl', 'it follows the page');
      document.documentElement.removeAttribute('lang');
      await until(() => base()?.getAttribute('dir') === 'ltr', 'it is English where no language is said');
      document.documentElement.lang = before;
    });

    it('speaks two languages on one page', async () => {
      const widget = put(`<div><${tag}></${tag}><div lang="ar-EG"><${tag}></${tag}</div></div>`, about('Words'));
      const [english, arabic] = [...widget.querySelectorAll<KithElement>(tag)] as [KithElement, KithElement];
      await says(english, 'Words');
      await says(arabic, 'Words');
      const direction = ({ shadowRoot }: Element) => shadowRoot?.querySelector('[part~=base]')?.getAttribute('dir');
      expect([direction(english), direction(arabic)]).to.deep.equal(['ltr', 'rtl']);
    });

    it('goes on speaking while another language is on its way', async () => {
      const widget = put(empty, about('Words'));
      await says(widget, 'Words');
      widget.locale = 'AR_eg';
      await widget.updateComplete;
      expect(read(widget)).to.include('Words');
      await until(() => hasPart(widget, 'base') && widget.shadowRoot?.querySelector('[dir=rtl]'), 'it is Arabic');
      widget.locale = undefined;
      await until(() => widget.shadowRoot?.querySelector('[dir=ltr]'), 'it is English again');
    });
  });

  describe('when things go wrong', () => {
    it('shows the author’s content and one line, and recovers on Try again', async () => {
      let broken = true;
      const provider = memory(about('Here at last'));
      const { read: answer } = provider;
      provider.read = (query, signal) =>
        broken ? Promise.reject(new TypeError('no such host')) : answer(query, signal);
      const widget = put(`<${tag}><p>What is read without it</p></${tag}>`, provider);
      await until(() => widget.status === 'failed', 'it fails');
      await widget.updateComplete;
      expect(widget.matches(':state(failed)')).to.equal(true);
      expect(read(widget)).to.equal("What is read without it This part of the page didn't arrive. Try again");
      expect(heard()).to.deep.equal([`<${tag}>: no such host`]);
      broken = false;
      byRole(widget, 'button', 'Try again').click();
      await says(widget, 'Here at last');
      expect(widget.status).to.equal('ready');
    });

    it('fails in one line where what a provider gives cannot be drawn, and recovers on Try again', async () => {
      let broken = true;
      const provider = memory(about('Here at last'));
      const { read: answer } = provider;
      /** The outline of an answer, with a piece of nothing in every place. */
      const hollow = (told: object) =>
        Object.fromEntries(
          Object.entries(told).map(([key, value]) => [key, typeof value === 'object' ? hole(value as object) : value]),
        );
      const hole = (piece: object) =>
        Array.isArray(piece) ? [HOLLOW] : Object.fromEntries(Object.keys(piece).map((key) => [key, null]));
      provider.read = (async (query, signal) => {
        const told = await answer(query, signal);
        return broken ? hollow(told) : told;
      }) as typeof provider.read;
      const widget = put(`<${tag}><p>What is read without it</p></${tag}>`, provider);
      await until(() => widget.status === 'failed', 'it fails');
      await widget.updateComplete;
      expect(read(widget)).to.equal("What is read without it This part of the page didn't arrive. Try again");
      widget.requestUpdate();
      await widget.updateComplete;
      expect(heard().join('\n')).to.match(new RegExp(`^<${tag}>: this cannot be drawn: .+$`));
      broken = false;
      byRole(widget, 'button', 'Try again').click();
      await says(widget, 'Here at last');
      expect(widget.status).to.equal('ready');
    });

    it('keeps the focus with whoever tries again, in vain or not', async () => {
      let broken = true;
      const provider = memory(about('Here at last'));
      const { read: answer } = provider;
      provider.read = (query, signal) => (broken ? Promise.reject(new TypeError('gone')) : answer(query, signal));
      const widget = put(empty, provider);
      const again = () => allByRole(widget, 'button', 'Try again')[0];
      const first = await until(again, 'it can be tried again');
      first.focus();
      first.click();
      await until(() => again() !== first && focused() === again(), 'the focus is on Try again');
      broken = false;
      again()?.click();
      await says(widget, 'Here at last');
      await until(() => widget.shadowRoot?.activeElement, 'the focus is in the widget');
      heard();
    });

    it('takes no focus from elsewhere', async () => {
      const provider = gated(memory(about('Here at last')));
      const { read: answer } = provider;
      provider.read = () => Promise.reject(new TypeError('gone'));
      const widget = put(empty, provider);
      const again = await until(() => allByRole(widget, 'button', 'Try again')[0], 'it can be tried again');
      provider.read = answer;
      again.focus();
      again.click();
      const elsewhere = place().appendChild(document.createElement('input'));
      elsewhere.focus();
      provider.open();
      await says(widget, 'Here at last');
      expect(focused() === elsewhere).to.equal(true);
      heard();
    });
  });
}
