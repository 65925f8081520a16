import { expect, fixtureSync } from '@open-wc/testing';
import { createStore } from '@kith/core';
import type { Community, KithElement } from '@kith/elements';
import { memory } from '@kith/providers/memory';
import {
  addressOf,
  communityOf,
  counting,
  heard,
  inline,
  letters,
  put,
  read,
  requested,
  says,
  settled,
  standing,
  until,
} from './support.js';

const banner = '<kith-purpose-banner></kith-purpose-banner>';
const place = () => fixtureSync<HTMLElement>('<div></div>');

/** A community as an author writes it, in the page. */
async function write(html: string): Promise<Community> {
  const page = place();
  page.innerHTML = html;
  const community = page.querySelector('kith-community') as Community;
  await community.updateComplete;
  return community;
}

describe('<kith-community>', () => {
  it('has no looks: what stands in it stays where it is, and can be found from outside', async () => {
    const community = await write('<kith-community><h2>Ours</h2><p>People</p></kith-community>');
    expect(read(community)).to.equal('Ours People');
    expect(community.shadowRoot).to.equal(null);
    expect(community.innerHTML).to.equal('<h2>Ours</h2><p>People</p>');
  });

  it('connects tags of several kinds to one store, which asks each question once', async () => {
    const provider = counting(memory({ ...letters('You held the lamp.'), ...standing('Everyone can fix something') }));
    const community = communityOf(provider);
    community.innerHTML = `${banner}${banner}<section><kith-recognition-wall></kith-recognition-wall></section>`;
    place().append(community);
    for (const each of community.querySelectorAll<KithElement>('kith-purpose-banner, kith-recognition-wall')) {
      await settled(each);
      expect(each.store).to.equal(community.store);
    }
    expect(provider.asked.sort()).to.deep.equal(['purpose', 'roles', 'wall']);
    expect(provider.watchers).to.equal(1);
  });

  it('asks for nothing where no tag wants anything', async () => {
    await write(`<kith-community src="${addressOf(standing('Unheard'))}"></kith-community>`);
    expect(requested()).to.deep.equal([]);
  });

  it('shares a store with whoever has the same source and the same eyes', async () => {
    const src = addressOf(standing('Shared'));
    const page = place();
    page.innerHTML = `<kith-community src="${src}"></kith-community><kith-community src=" ${src} "></kith-community>
      <kith-community src="${src}" viewer="ada"></kith-community>`;
    const all = [...page.querySelectorAll<Community>('kith-community')];
    await Promise.all(all.map(({ updateComplete }) => updateComplete));
    const [one, other, ada] = all.map(({ store }) => store);
    expect(one).to.not.equal(undefined);
    expect(other).to.equal(one);
    expect(ada).to.not.equal(one);
    expect(ada?.viewer).to.equal('ada');
  });

  it('never shares a provider of the page’s own, or a document written in place', async () => {
    const provider = memory(standing('Ours'));
    const page = place();
    page.append(communityOf(provider), communityOf(provider));
    page.insertAdjacentHTML('beforeend', `<kith-community>${inline(standing('Same'))}</kith-community>`.repeat(2));
    const all = [...page.querySelectorAll<Community>('kith-community')];
    await Promise.all(all.map(({ updateComplete }) => updateComplete));
    expect(new Set(all.map(({ store }) => store)).size).to.equal(4);
  });

  it('keeps its store as it moves, and while nothing of its source changes', async () => {
    const community = await write(
      `<kith-community viewer="ada" src="${addressOf(standing('Moved'))}">${banner}</kith-community>`,
    );
    const { store } = community;
    await says(community.firstElementChild as Element, 'Moved');
    place().append(community);
    community.requestUpdate();
    await community.updateComplete;
    expect(community.store).to.equal(store);
    await says(community.firstElementChild as Element, 'Moved');
    expect(requested()).to.have.length(1);
  });

  it('reads a provider of the page’s own with its viewer’s eyes, and keeps that store as long as both are the same', async () => {
    const community = communityOf(memory(standing('Seen')));
    place().append(community);
    await community.updateComplete;
    const { store } = community;
    expect(store?.viewer).to.equal(undefined);
    community.requestUpdate();
    await community.updateComplete;
    expect(community.store).to.equal(store);
    community.viewer = 'ada';
    await community.updateComplete;
    expect(community.store?.viewer).to.equal('ada');
    expect(community.store?.provider).to.equal(store?.provider);
  });

  it('follows its src and its viewer as they change, and has no store without', async () => {
    const community = await write(`<kith-community src="${addressOf(standing('First'))}">${banner}</kith-community>`);
    const widget = community.firstElementChild as KithElement;
    await says(widget, 'First');
    community.setAttribute('src', addressOf(standing('Second')));
    await says(widget, 'Second');
    const { store } = community;
    community.viewer = 'ada';
    await community.updateComplete;
    expect(community.store).to.not.equal(store);
    community.removeAttribute('src');
    await until(() => !read(widget).includes('Second'), 'the widget lets go of it');
    expect(community.store).to.equal(undefined);
  });

  it('prefers a store it is given, then a provider object, then the document inside it, then its src', async () => {
    const community = await write(
      `<kith-community src="${addressOf(standing('Its src'))}">${banner}${inline(standing('Inside it'))}</kith-community>`,
    );
    const widget = community.firstElementChild as KithElement;
    await says(widget, 'Inside it');
    community.provider = memory(standing('Its provider'));
    await says(widget, 'Its provider');
    community.store = createStore(memory(standing('Its store')));
    await says(widget, 'Its store');
    community.store = undefined;
    community.provider = undefined;
    await says(widget, 'Inside it');
    expect(requested()).to.deep.equal([]);
    community.querySelector('script')?.remove();
    await says(widget, 'Its src');
  });

  it('says which provider it does not know, and reads its source as what it looks like', async () => {
    const community = await write(
      `<kith-community provider="telegraph" src="${addressOf(standing('All the same'))}">${banner}</kith-community>`,
    );
    await says(community.firstElementChild as Element, 'All the same');
    const lines = heard();
    expect(lines).to.have.length(1);
    expect(lines[0]).to.include('<kith-community>').and.to.include('provider="telegraph"');
    const other = await write(
      `<kith-community provider=" Json " src="${addressOf(standing('Written loosely'))}">${banner}</kith-community>`,
    );
    await says(other.firstElementChild as Element, 'Written loosely');
  });

  it('reads an .all-contributorsrc by its name', async () => {
    const rc = JSON.stringify({ contributors: [{ login: 'ada', name: 'Ada Obi', contributions: ['code'] }] });
    const { fetch } = globalThis;
    globalThis.fetch = () => Promise.resolve(new Response(rc));
    const community = await write(
      '<kith-community src="/.all-contributorsrc"><kith-recognition-wall></kith-recognition-wall></kith-community>',
    );
    await says(community.firstElementChild as Element, 'Ada Obi — code');
    globalThis.fetch = fetch;
  });

  it('tells the author once of a source that fails, whoever reads it', async () => {
    const community = await write(`<kith-community src="${addressOf('{')}">${banner.repeat(3)}</kith-community>`);
    const widgets = [...community.querySelectorAll<KithElement>('kith-purpose-banner')];
    await until(() => widgets.every(({ status }) => status === 'failed'), 'all have failed');
    const lines = heard();
    expect(lines).to.have.length(1);
    expect(lines[0]).to.match(/^<kith-purpose-banner>: This is not JSON/);
  });

  it('tells the author what of a document was set aside', async () => {
    const broken = { ...letters('You held the lamp.'), purpose: { statement: 'Here', threshold: 'many' } };
    const community = await write(
      `<kith-community>${banner}<script type="application/json">${JSON.stringify(broken)}</script></kith-community>`,
    );
    await says(community.firstElementChild as Element, 'Here');
    const lines = heard();
    expect(lines).to.have.length(1);
    expect(lines[0]).to.match(/^<kith-community>: .*purpose\.threshold: should be a number/);
  });

  it('leaves its tags when it is taken out, and takes them back', async () => {
    const page = place();
    const widget = put(banner);
    page.append(communityOf(standing('Back again')));
    await says(widget, 'Back again');
    const [community] = page.children;
    community?.remove();
    await until(() => !read(widget).includes('Back again'), 'the widget has no community');
    page.append(community as Element);
    await says(widget, 'Back again');
  });
});
