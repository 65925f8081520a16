import { expect } from '@open-wc/testing';
import {
  Community,
  defineAll,
  PeerIntro,
  ProgressionLadder,
  PurposeBanner,
  RecognitionWall,
  RoleBadge,
} from '@kith/elements';
import { communityOf, heard, put, says, show, standing } from './support.js';

describe('defineAll', () => {
  it('registers every element under kith-, and again without a word', () => {
    defineAll();
    defineAll();
    expect(customElements.get('kith-community')).to.equal(Community);
    expect(customElements.get('kith-peer-intro')).to.equal(PeerIntro);
    expect(customElements.get('kith-progression-ladder')).to.equal(ProgressionLadder);
    expect(customElements.get('kith-purpose-banner')).to.equal(PurposeBanner);
    expect(customElements.get('kith-recognition-wall')).to.equal(RecognitionWall);
    expect(customElements.get('kith-role-badge')).to.equal(RoleBadge);
    expect(heard()).to.deep.equal([]);
  });

  it('registers them under another prefix beside it, again without a word', async () => {
    defineAll({ prefix: 'acme' });
    defineAll({ prefix: 'acme' });
    expect(heard()).to.deep.equal([]);
    const community = communityOf(standing('Everyone at Acme can fix something'));
    community.append(document.createElement('acme-purpose-banner'));
    const place = put<HTMLElement>('<div></div>');
    place.append(community);
    await says(community.firstElementChild as Element, 'Everyone at Acme can fix something');
  });

  it('lets tags of one prefix belong to a community of another', async () => {
    defineAll({ prefix: 'other' });
    const widget = await show<PurposeBanner>(
      '<other-purpose-banner></other-purpose-banner>',
      standing('Across prefixes'),
    );
    await says(widget, 'Across prefixes');
  });

  it('leaves the first of two versions where it is, and says in one line which they are', () => {
    const first = ['community', 'peer-intro', 'purpose-banner', 'recognition-wall', 'role-badge'].map((name) => {
      const element = class extends HTMLElement {
        static readonly version = '0.0.1';
      };
      customElements.define(`first-${name}`, element);
      return element;
    });
    defineAll({ prefix: 'first' });
    expect(
      ['community', 'peer-intro', 'purpose-banner', 'recognition-wall', 'role-badge'].map((name) =>
        customElements.get(`first-${name}`),
      ),
    ).to.deep.equal(first);
    expect(heard()).to.deep.equal([
      `<first-community> is registered already, by Kith 0.0.1; Kith ${PurposeBanner.version} leaves it so`,
    ]);
  });

  it('leaves a tag that is something else’s, says so, and registers the others', () => {
    customElements.define('taken-purpose-banner', class extends HTMLElement {});
    defineAll({ prefix: 'taken' });
    expect(heard()).to.deep.equal([
      `<taken-purpose-banner> is registered already, by something else; Kith ${PurposeBanner.version} leaves it so`,
    ]);
    expect(customElements.get('taken-recognition-wall')).to.not.equal(undefined);
  });
});

describe('two copies of Kith on a page', () => {
  it('have one page between them', async () => {
    // Another address makes it a module of its own, as another bundle would be.
    const address = '../../packages/elements/src/page.ts';
    const [one, other] = await Promise.all([import(`${address}`), import(`${address}?another`)]);
    expect(one).to.not.equal(other);
    expect(other.page()).to.equal(one.page());
  });
});
