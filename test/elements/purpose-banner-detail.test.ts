import { expect } from '@open-wc/testing';
import type { CommunityDocument, Purpose } from '@kith/core';
import type { PurposeBanner } from '@kith/elements';
import { memory } from '@kith/providers/memory';
import {
  allByRole,
  byRole,
  community,
  focused,
  hasPart,
  part,
  people,
  press,
  read,
  readOnly,
  says,
  show,
  showTo,
  until,
} from './support.js';

const tag = '<kith-purpose-banner></kith-purpose-banner>';
const purpose = (own: Partial<Purpose> = {}, pieces: Partial<CommunityDocument> = {}) =>
  community({ purpose: { statement: 'Everyone can fix something', threshold: 5, ...own }, ...pieces });
const line = (id: string, member: string, text: string, count = 0) => ({ id, member, text, backed: { count } });

/** Opens what lies behind these words, as by keyboard. */
async function unfold(widget: Element, name: string): Promise<HTMLElement> {
  const summary = part(widget, name);
  summary.focus();
  expect(focused() === summary, 'the focus can stand on it').to.equal(true);
  summary.click();
  const inside = summary.nextElementSibling as HTMLElement;
  await until(() => inside.childElementCount, 'it is unfolded');
  expect(focused() === summary, 'the focus stays').to.equal(true);
  return inside;
}

describe('<kith-purpose-banner>, unfolded', () => {
  describe('why people are here', () => {
    const lines = [line('l1', 'bo', 'The last bus.', 4), line('l2', 'cy', 'Nothing is thrown away here.', 5)];

    it('offers the line that enough say as the next wording: before it is unfolded, and at the line', async () => {
      const widget = await show(tag, purpose({ lines }));
      expect(read(part(widget, 'why'))).to.equal('Why people are here (2) One of them could be our next wording.');
      await unfold(widget, 'why');
      expect(allByRole(part(widget, 'lines'), 'listitem').map(read)).to.deep.equal([
        "Nothing is thrown away here. Cy Tan 5 people would say that too. I'd say that too Enough of us say this for it to be our next wording.",
        "The last bus. Bo Lind 4 people would say that too. I'd say that too",
      ]);
    });

    it('offers it as soon as one more says it, and no more when they take that back', async () => {
      const widget = await showTo<PurposeBanner>(
        'ada',
        tag,
        purpose({ lines: [line('l1', 'bo', 'The last bus.', 4)] }),
      );
      await unfold(widget, 'why');
      expect(read(widget)).not.to.include('our next wording');
      press(widget, "I'd say that too");
      await says(widget, 'One of them could be our next wording.');
      expect(hasPart(widget, 'next')).to.equal(true);
      press(widget, "I'd say that too");
      await until(() => !read(widget).includes('our next wording'), 'it is offered no more');
    });

    it('offers nothing while too few say it, or where the wording says it already', async () => {
      const few = await show(tag, purpose({ lines: lines.slice(0, 1) }));
      expect(read(few)).not.to.include('next wording');
      const said = await show(tag, purpose({ statement: 'Nothing is thrown away here', lines }));
      expect(read(said)).not.to.include('next wording');
    });

    it('tells a host how it is taken up, and nobody else', async () => {
      const hosted = purpose(
        { version: 3, lines },
        { members: people.map((each) => ({ ...each, host: each.id === 'noor' })) },
      );
      const said = async (viewer: string) => {
        const widget = await showTo<PurposeBanner>(viewer, tag, hosted);
        await unfold(widget, 'why');
        if (viewer === 'noor') await says(widget, "You're a host here.");
        return read(part(widget, 'next'));
      };
      expect(await said('noor')).to.equal(
        "Enough of us say this for it to be our next wording. You're a host here. To take it up, make it the statement in the community's document, as version 4, and keep the wording of today there among the earlier ones: a Kith server keeps it by itself. Everyone is then asked anew.",
      );
      expect(await said('ada')).to.equal('Enough of us say this for it to be our next wording.');
    });

    it('shows many, long and in other languages, each in its own direction', async () => {
      const many = Array.from({ length: 120 }, (_, i) => line(`m${i}`, 'bo', `Line ${i}`, 0));
      const long = 'Donaudampfschifffahrtsgesellschaftskapitän '.repeat(6).trim();
      const others = [line('ar', 'cy', 'جئت من أجل المصباح.', 3), line('de', 'cy', long, 2)];
      const widget = await show(tag, purpose({ lines: [...many, { ...others[0]!, lang: 'ar' }, others[1]!] }));
      const items = () => allByRole(part(widget, 'lines'), 'listitem');
      await unfold(widget, 'why');
      expect(items()).to.have.length(122);
      const [first, second] = items();
      expect(first?.querySelector('[lang=ar] bdi')?.textContent).to.equal('جئت من أجل المصباح.');
      expect(getComputedStyle(first?.querySelector('bdi') as Element).direction).to.equal('rtl');
      expect(read(second as Element)).to.include(long);
      const base = part(widget, 'base');
      expect(base.scrollWidth).to.be.at.most(base.clientWidth);
    });
  });

  describe('what we decided because of it', () => {
    const decisions = [
      { title: 'The door opens with four people', because: 'Two of us never sat down.', at: '2019-04-12' },
      { title: 'Pegboard is open', href: 'https://tools.example/1', at: '2020-05-01' },
      { title: 'Tea is free', href: 'javascript:alert(1)' },
    ];

    it('is told with why and when, the newest first, also where nothing can be said', async () => {
      const widget = await show(tag, readOnly(purpose({ decisions })));
      expect(read(widget)).to.include('What we decided because of it').and.not.to.include('Pegboard');
      await unfold(widget, 'decided');
      const items = allByRole(part(widget, 'decisions'), 'listitem');
      expect(items.map(read)).to.deep.equal([
        'Pegboard is open 1 May 2020',
        'The door opens with four people Two of us never sat down. 12 April 2019',
        'Tea is free',
      ]);
      const links = allByRole(widget, 'link') as HTMLAnchorElement[];
      expect(links.map(({ href, rel }) => [href, rel])).to.deep.equal([
        ['https://tools.example/1', 'noopener noreferrer ugc nofollow'],
      ]);
    });

    it('is no empty place where nothing was decided', async () => {
      expect(hasPart(await show(tag, purpose()), 'decided')).to.equal(false);
      expect(hasPart(await show(tag, purpose({ decisions: [] })), 'decided')).to.equal(false);
    });
  });

  describe('what changed', () => {
    /** As Ada sees it, who signed the second wording; what of it is known. */
    const signed = (earlier?: Purpose['earlier'], statement = 'Everyone can fix something together') => {
      const provider = memory({ ...purpose(), archive: true });
      provider.change((archive) => ({
        ...archive,
        purpose: {
          version: 3,
          statement,
          ...(earlier && { earlier }),
          pledges: [{ member: 'ada', version: 2, at: '2025-01-01' }],
        },
      }));
      return showTo<PurposeBanner>('ada', tag, provider);
    };
    const earlier = [
      { version: 2, statement: 'Everyone can mend something', until: '2020-03-03' },
      { version: 1, statement: 'Mending' },
    ];

    it('shows the wording that was signed and the present one, with the words that differ, until it is signed', async () => {
      const widget = await signed(earlier);
      await says(widget, 'You signed an earlier wording. See what changed');
      await unfold(widget, 'changed');
      expect(read(part(widget, 'wordings'))).to.equal(
        'You signed, before 3 March 2020: Everyone can taken out: mend something Now it says: Everyone can put in: fix something put in: together',
      );
      const marked = (mark: string) =>
        [...part(widget, 'wordings').querySelectorAll(mark)].map(({ lastChild }) => lastChild?.textContent);
      expect([marked('del'), marked('ins')]).to.deep.equal([['mend'], ['fix', 'together']]);
      press(widget, 'Put my name to this one');
      await says(widget, 'Your name is on it.');
      expect(hasPart(widget, 'changed')).to.equal(false);
      await until(() => focused()?.localName === 'textarea', 'the question that follows has the focus');
    });

    it('says so where the words are the same', async () => {
      const widget = await signed(earlier, 'Everyone can mend something');
      await says(widget, 'See what changed');
      await unfold(widget, 'changed');
      expect(read(part(widget, 'wordings'))).to.match(/The words are the same\.$/);
      expect(part(widget, 'wordings').querySelectorAll('del, ins')).to.have.length(0);
    });

    it('is not offered where the wording that was signed is not known', async () => {
      for (const known of [undefined, earlier.slice(1)]) {
        const widget = await signed(known);
        await says(widget, 'You signed an earlier wording.');
        expect(hasPart(widget, 'changed')).to.equal(false);
      }
    });

    it('is a button to renew, not one that is on or off', async () => {
      const widget = await signed(earlier);
      expect(byRole(widget, 'button', 'Put my name to this one').ariaPressed).to.equal(null);
    });
  });

  it('says it in Arabic', async () => {
    const lines = [line('l1', 'bo', 'الباص الأخير', 5)];
    const decisions = [{ title: 'الشاي مجاني', at: '2020-01-01' }];
    const widget = await show(
      '<kith-purpose-banner locale="ar-EG"></kith-purpose-banner>',
      purpose({ lines, decisions }),
    );
    expect(read(part(widget, 'why'))).to.equal('لماذا نحن هنا (١) أحدها قد يصبح صياغتنا التالية.');
    await unfold(widget, 'why');
    await says(widget, 'عددُ من يقولون هذا منّا يكفي ليكون صياغتنا التالية.');
    await unfold(widget, 'decided');
    expect(read(part(widget, 'decisions')))
      .to.include('الشاي مجاني')
      .and.to.include('٢٠٢٠');
  });
});
