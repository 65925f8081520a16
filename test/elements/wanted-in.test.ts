import { expect } from '@open-wc/testing';
import { readAsIs, type CommunityDocument } from '@kith/core';
import { forms, snippetFor, wantedIn, type Form, type Published, type Wanted } from '@kith/embed/snippet';
import { widgets, type Widget } from '@kith/embed/static';
import fc from 'fast-check';
import { communities } from '../embed/communities.js';

const published: Published = { base: 'https://cdn.example/kith/0.1.0/', version: '0.1.0', files: {} };
const textOf = async (wanted: Wanted, form: Form) => (await snippetFor(wanted, form, published)).text;

/** What breaks out of quotes, of tags, of strings, of templates and of JSON, where one of them forgets itself. */
const odd = fc.constantFrom(
  'ada',
  `"'\``,
  '</script><!--<script>',
  'a\\',
  "\\'",
  '{{x}} ${y} {z}',
  '<kith-role-badge member="x">',
  "}, { to: 'mallory@example.org' }));",
  '&amp; &lt;',
  'ليلى 中村 👩‍🔧',
);
const said: Readonly<Record<Widget, fc.Arbitrary<Record<string, string>>>> = {
  'purpose-banner': fc.record({ statement: odd, layout: fc.constant('card') }, { requiredKeys: [] }),
  'role-badge': fc.record({ name: odd, member: odd }, { requiredKeys: [] }),
  'recognition-wall': fc.record(
    { compose: fc.constant(''), 'page-size': fc.constant('5'), member: odd },
    { requiredKeys: [] },
  ),
  'progression-ladder': fc.record({ ladder: odd, member: odd }, { requiredKeys: [] }),
  'peer-intro': fc.record({ limit: fc.constant('3') }, { requiredKeys: [] }),
};
const address = odd.map((path) => `https://fuse.example/${path}.json`);
const document = communities.filter((each) => readAsIs(each) !== undefined);
const wishes: fc.Arbitrary<Wanted> = fc.constantFrom(...widgets).chain((widget) =>
  fc.record(
    {
      widget: fc.constant(widget),
      attributes: said[widget],
      accent: odd,
      people: fc.oneof(
        document.map((document) => ({ document })),
        address.map((src) => ({ src })),
        address.map((src) => ({ src, provider: 'all-contributors' })),
      ),
      part: fc.oneof(
        fc.constant('show' as const),
        fc.constant({ mail: `o'hara@example.org, "b" <c@example.org>` }),
        fc.constant({ server: 'https://kith.example/v1/fuse' }),
      ),
      locale: fc.constantFrom('en', 'ar'),
    },
    { requiredKeys: ['widget', 'attributes', 'people', 'part', 'locale'] },
  ),
);

/** What can be written in every form: some say nothing of what is elsewhere. */
const isWritten = ({ people, part }: Wanted, form: Form) =>
  !(form === 'picture' || form === 'static') &&
  (form !== 'frame' || (typeof part === 'object' && 'server' in part)) &&
  // The form of those who look: `inline` has the people in it, and who writes by mail writes about a document.
  !('src' in people && (form === 'inline' || (people.provider && typeof part === 'object' && 'mail' in part)));

describe('wantedIn', () => {
  it('gives back what snippetFor was given: it is written the same again', async function () {
    this.timeout(60_000);
    await fc.assert(
      fc.asyncProperty(wishes, fc.constantFrom(...forms), async (wanted, form) => {
        fc.pre(isWritten(wanted, form));
        const text = await textOf(wanted, form);
        const found = await wantedIn(text);
        expect(found.notes).to.deep.equal([]);
        expect(found.isFrame).to.equal(form === 'frame');
        const { people, part, ...rest } = found.wanted;
        expect(rest).to.deep.equal({
          widget: wanted.widget,
          attributes: wanted.attributes,
          locale: wanted.locale,
          ...(wanted.accent && { accent: wanted.accent }),
        });
        // Who may not write where scripts are taken out reads.
        const mails = typeof wanted.part === 'object' && 'mail' in wanted.part;
        if (!(form === 'div' && mails && 'document' in wanted.people)) expect(part).to.deep.equal(wanted.part);
        if ('src' in wanted.people && !(typeof part === 'object' && 'server' in part))
          expect(people).to.include(wanted.people);
        // Beside a server's address, who shows nothing has said nothing.
        if ('document' in wanted.people && 'src' in people) return;
        expect(await textOf(found.wanted, form)).to.equal(text);
      }),
      { seed: 7, numRuns: 400, includeErrorInReport: true },
    );
  });

  const peopleIn = async (text: string) => (await wantedIn(text)).wanted.people;
  const named = (name: string) => ({ kith: 1, members: [{ id: 'x', name }] }) as CommunityDocument;
  const community = (id: string, inside: string) =>
    `<kith-community id="${id}"><script type="application/json">${JSON.stringify(named(id))}</script>${inside}</kith-community>`;
  const wall = (more = '') => `<kith-recognition-wall ${more}></kith-recognition-wall>`;

  it('takes of several tags the first, with the people of its own community and no other’s, and says so', async () => {
    const page = `${community('one', '')}${community('two', wall())}${wall('src="/three.json"')}`;
    expect(await peopleIn(page)).to.deep.equal({ document: named('two') });
    expect((await wantedIn(page)).notes.join()).to.match(/^There are 2 of Kith’s in it\. This is the first/);
    expect(await peopleIn(`${community('one', wall('community="two"'))}${community('two', '')}`)).to.deep.equal({
      document: named('two'),
    });
    expect(await peopleIn(`${wall()}${community('one', wall())}`)).to.deep.equal({ document: named('one') });
    expect(await peopleIn(`${community('one', wall('src="/own.json"'))}`)).to.deep.equal({ src: '/own.json' });
    const own = `<kith-role-badge><script type="application/json">${JSON.stringify(named('own'))}</script></kith-role-badge>`;
    expect(await peopleIn(`${community('one', own)}`)).to.deep.equal({ document: named('own') });
  });

  it('names what it does not take along, and what it cannot read', async () => {
    const { wanted, notes } = await wantedIn(wall('id="letters" style="color: red" layout="grid" class="wide"'));
    expect(wanted.attributes).to.deep.equal({ layout: 'grid' });
    expect(notes).to.deep.equal(['What else its tag says is left out: id, style.']);
    const cut = await wantedIn(
      '<kith-role-badge><script type="application/json">{"kith": 1,</script></kith-role-badge>',
    );
    expect(cut.notes.join()).to.contain('could not be read');
    const odd = '{"kith": 1, "members": [{"id": "ada", "name": "Ada"}, {"id": "bo"}]}';
    const part = await wantedIn(`<kith-role-badge><script type="application/json">${odd}</script></kith-role-badge>`);
    expect(part.wanted.people).to.deep.equal({ document: { kith: 1, members: [{ id: 'ada', name: 'Ada' }] } });
    expect(part.notes.join()).to.match(/^Set aside: members\[1\]/);
  });

  it('says what else a text is where it is no snippet', async () => {
    for (const [text, said] of [
      [' ', 'nothing in it yet'],
      ['<iframe src="https://maps.example/"></iframe>', 'a frame around a page elsewhere'],
      ['<picture><img src="x.svg"></picture>', 'This is a picture'],
      ['&lt;kith-recognition-wall&gt;', 'pasted as words'],
      ['<p>Hello</p>', 'nothing of Kith’s'],
    ] as const) {
      const fault: unknown = await wantedIn(text).catch((error: unknown) => error);
      expect(String(fault)).to.contain(said);
    }
  });
});
