import { expect } from '@open-wc/testing';
import type { CommunityDocument, Recognition } from '@kith/core';
import type { RecognitionWall } from '@kith/elements';
import { memory } from '@kith/providers/memory';
import { acting } from './acting.js';
import { lifecycle } from './lifecycle.js';
import {
  allByRole,
  boxOf,
  byRole,
  community,
  counting,
  focused,
  hasPart,
  heard,
  letters,
  part,
  people,
  put,
  read,
  readOnly,
  requested,
  says,
  settled,
  show,
  until,
  widen,
} from './support.js';

const wall = '<kith-recognition-wall></kith-recognition-wall>';

/** The one letter of a wall that has one. */
async function letter(own: Partial<Recognition> | string, markup = wall): Promise<HTMLElement> {
  return byRole(await show(markup, readOnly(letters(own))), 'listitem');
}

/** What each letter says, in its first words. */
const texts = (widget: Element) =>
  allByRole(widget, 'listitem').map((item) => read(item.querySelector('[part=text]') ?? item));

/** The first words of the letter that has the focus. */
const focusedText = () => {
  const letter = focused();
  return letter?.role === 'listitem' ? read(letter.querySelector('[part=text]') ?? letter) : undefined;
};

const many = (count: number, pieces: Partial<Recognition> = {}) =>
  letters(...Array.from({ length: count }, (_, i) => ({ text: `Letter ${i + 1}`, ...pieces })));

/** So much to say that it is folded wherever it stands: 800 characters. */
const LONG = 'You stayed until the last kettle worked. '.repeat(20).trim();

describe('<kith-recognition-wall>', () => {
  lifecycle('recognition-wall', { about: letters });
  acting('recognition-wall', {
    viewer: 'cy',
    source: letters('You held the lamp.'),
    part: 'cheer',
    event: 'kith-cheer',
    isDone: (widget) => part(widget, 'cheer').ariaPressed === 'true',
  });

  describe('with letters', () => {
    it('is a list of letters, newest first', async () => {
      const widget = await show(wall, letters('The newest', 'The one before', 'The oldest'));
      expect(allByRole(widget, 'list', 'Letters')).to.have.length(1);
      expect(texts(widget)).to.deep.equal(['The newest', 'The one before', 'The oldest']);
      expect(widget.status).to.equal('ready');
    });

    it('has a heading that is heard, of the level the page wants, or the page’s own', async () => {
      const widget = await show('<kith-recognition-wall heading-level="3"></kith-recognition-wall>', letters('Thanks'));
      expect(byRole(widget, 'heading', 'Letters').ariaLevel).to.equal('3');
      const own = await show(
        '<kith-recognition-wall><h3 slot="heading">What we write</h3></kith-recognition-wall>',
        letters('Thanks'),
      );
      expect(allByRole(own, 'heading').map(read)).to.deep.equal(['What we write']);
    });

    it('greets as people are called, says its words, and signs at the end with name and day', async () => {
      expect(read(await letter('You held the lamp.'))).to.equal('Ada, You held the lamp. Bo Lind 18 March 2025');
    });

    it('greets several people as a sentence lists them', async () => {
      expect(read(await letter({ text: 'You both came.', to: ['noor', 'tomas'] }))).to.match(
        /^Noor and Tomás, You both came\./,
      );
    });

    it('counts whoever would rather not be named, and never shows an id', async () => {
      expect(read(await letter({ text: 'Thanks.', to: [], unnamed: 1 }))).to.match(
        /^To someone who'd rather not be named, Thanks\./,
      );
      expect(read(await letter({ text: 'Thanks.', to: ['ada'], unnamed: 2 }))).to.match(
        /^Ada Obi and 2 more who'd rather not be named, Thanks\./,
      );
      expect(read(await letter({ text: 'Thanks.', to: ['ada', 'stranger-17'] }))).to.match(
        /^Ada Obi and one more who'd rather not be named, Thanks\./,
      );
    });

    it('shows what a stranger wrote without inventing who that was', async () => {
      expect(read(await letter({ text: 'Thanks.', from: 'stranger-17' }))).to.equal('Ada, Thanks. 18 March 2025');
    });

    it('sets few words large, some in the middle, many small', async () => {
      const widget = await show(wall, letters('Few words.', 'Some words. '.repeat(10), 'Many words. '.repeat(30)));
      const sizes = [...(widget.shadowRoot?.querySelectorAll('[part=text]') ?? [])].map((text) =>
        parseFloat(getComputedStyle(text).fontSize),
      );
      const [large = 0, middle = 0, body = 0] = sizes;
      expect(large).to.be.greaterThan(middle);
      expect(middle).to.be.greaterThan(body);
    });

    it('says who did what where a platform knows no more', async () => {
      const rc = {
        projectName: 'kettles',
        contributors: [{ login: 'ada', name: 'Ada Obi', contributions: ['code', 'doc', 'bug'] }],
      };
      const widget = await show(
        `<kith-recognition-wall provider="all-contributors"><script type="application/json">${JSON.stringify(rc)}</script></kith-recognition-wall>`,
      );
      expect(read(byRole(widget, 'listitem'))).to.match(/^Ada Obi — code, documentation,? and bug reports$/);
      expect(hasPart(widget, 'text')).to.equal(false);
    });

    it('says what was asked for and shipped, and the days between', async () => {
      const shipped = await letter({
        occasion: 'shipped',
        text: 'The bench has a vice.',
        to: ['ada', 'bo'],
        askedAt: '2025-03-01',
        shippedAt: '2025-03-18',
      });
      expect(read(shipped)).to.match(
        /^Asked on 1 March 2025 here on 18 March 2025: 17 days The bench has a vice\. Shaped by Ada Obi and Bo Lind\./,
      );
    });

    it('writes a first or a best on the board, with who did it', async () => {
      for (const occasion of ['first', 'best']) {
        expect(read(await letter({ occasion, text: 'Three strict pull-ups' }))).to.match(
          /^Three strict pull-ups Ada Obi/,
        );
      }
    });

    it('tells a need, then the letter, then everyone who gave', async () => {
      const given = await letter({
        need: 'Room 12 needs books.',
        text: 'We read them all.',
        to: ['ada', 'bo'],
        unnamed: 4,
      });
      expect(read(given)).to.match(
        /^Room 12 needs books\. We read them all\. Ada Obi, Bo Lind,? and 4 more who'd rather not be named\./,
      );
    });

    it('says that an ask is open, or who answered', async () => {
      const ask = { occasion: 'ask', text: 'Who has a long ladder?', to: [] };
      expect(read(await letter(ask))).to.match(/^Still open Who has a long ladder\?/);
      const answered = read(await letter({ ...ask, answers: [{ member: 'cy', text: 'I do.' }] }));
      expect(answered).to.include('Cy Tan answered.').and.not.to.include('Still open');
    });

    it('says who cheered by name, and how many more', async () => {
      const cheered = async (cheers: Recognition['cheers']) => {
        const said = read(await letter({ text: 'Thanks.', ...(cheers && { cheers }) }));
        return said.slice('Ada, Thanks. Bo Lind 18 March 2025'.length).trim();
      };
      expect(await cheered({ count: 7, by: ['noor', 'tomas'] })).to.match(/^Noor, Tomás,? and 5 more cheered\.$/);
      expect(await cheered({ count: 1, by: ['noor'] })).to.equal('Noor cheered.');
      expect(await cheered({ count: 3 })).to.equal('3 people cheered.');
      expect(await cheered({ count: 0 })).to.equal('');
      expect(await cheered(undefined)).to.equal('');
    });

    it('shows who said thanks back', async () => {
      expect(read(await letter({ text: 'Thanks.', replies: [{ member: 'ada', text: 'Any time.' }] }))).to.include(
        'Ada Obi: “Any time.”',
      );
    });

    it('names the role it is about, beside its glyph', async () => {
      expect(read(await letter({ text: 'Thanks.', role: 'connector' }))).to.equal(
        'Ada, Thanks. Bo Lind Connector 18 March 2025',
      );
    });

    it('draws a role of the site’s own as its first letter, whole', async () => {
      for (const [name, initial] of [
        ['Keeper of keys', 'K'],
        ['👩🏽‍🔧 fixer', 'F'],
        ['👩🏽‍🔧', '👩🏽‍🔧'],
        ['नीति', 'नी'],
      ] as const) {
        const source = { ...letters({ text: 'Thanks.', role: 'own' }), roles: [{ id: 'own', name }] };
        const widget = await show(wall, source);
        expect(widget.shadowRoot?.querySelector('.glyph text')?.textContent).to.equal(initial);
        expect(read(widget)).to.include(name);
      }
    });

    it('never shows an amount of money as one', async () => {
      const widget = await show(wall, letters({ text: 'Thanks.', ...{ amount: '€ 40' } }));
      expect(read(widget)).not.to.include('40');
    });

    it('is one column, or as many as fit', async () => {
      const widget = await show<RecognitionWall>(wall, letters('One', 'Two', 'Three'));
      await widen(widget, 1200);
      const [one, two] = allByRole(widget, 'listitem') as [HTMLElement, HTMLElement];
      expect((await boxOf(two)).left).to.equal((await boxOf(one)).left);
      widget.layout = 'grid';
      await widget.updateComplete;
      expect((await boxOf(two)).left).to.be.greaterThan((await boxOf(one)).right);
    });

    it('holds every one of very many letters, and each can be found', async () => {
      const widget = await show('<kith-recognition-wall page-size="200"></kith-recognition-wall>', many(200));
      await until(() => allByRole(widget, 'listitem').length === 200, 'all letters are mounted');
      expect(texts(widget).at(-1)).to.equal('Letter 200');
    });

    it('follows a letter as it changes, comes and goes, and a person as they are called', async () => {
      const provider = memory(letters('Thanks for the lamp.', 'Thanks for the rope.'));
      const widget = await show(wall, provider);
      const first = (change: Partial<Recognition>) => (source: CommunityDocument) => {
        Object.assign(source.recognitions?.[0] as Recognition, change);
        return source;
      };
      provider.change(first({ cheers: { count: 1, by: ['cy'] } }));
      await says(widget, 'Cy cheered.');
      provider.change((source) => {
        const [ada] = source.members ?? [];
        Object.assign(ada as object, { called: 'Adaeze' });
        return source;
      });
      await says(widget, 'Adaeze, Thanks for the lamp.');
      provider.change(first({ state: 'hidden' }));
      await until(() => texts(widget).join() === 'Thanks for the rope.', 'the letter is gone');
      expect(read(widget)).not.to.include('new letter');
    });

    it('names a person from the moment they are public', async () => {
      const provider = memory({ ...letters({ text: 'Thanks.', to: ['new'] }), members: [...people] });
      const widget = await show(wall, provider);
      expect(read(widget)).to.include("To someone who'd rather not be named,");
      provider.change((source) => ({
        ...source,
        members: [...(source.members ?? []), { id: 'new', name: 'Nia Wek' }],
      }));
      await says(widget, 'Nia Wek, Thanks.');
    });
  });

  describe('with long letters', () => {
    it('folds one that is surely long, and keeps the focus on it when it is read on', async () => {
      const widget = await show(wall, readOnly(letters(LONG, 'Short.')));
      const [long] = allByRole(widget, 'listitem') as [HTMLElement];
      const text = part(widget, 'text');
      const button = byRole(widget, 'button', 'Read on');
      expect(button.ariaExpanded).to.equal('false');
      expect(text.scrollHeight).to.be.greaterThan(text.clientHeight);
      button.focus();
      button.click();
      expect(text.scrollHeight).to.equal(text.clientHeight);
      expect(allByRole(widget, 'button')).to.deep.equal([]);
      expect(focused() === long, 'the focus is on the letter').to.equal(true);
    });

    it('folds a rather long one only in a narrow column', async () => {
      const widget = await show(wall, readOnly(letters('Somebody held the lamp. '.repeat(26).trim())));
      const text = part(widget, 'text');
      await widen(widget, 700);
      await boxOf(text);
      expect(allByRole(widget, 'button')).to.deep.equal([]);
      await widen(widget, 300);
      await until(() => text.scrollHeight > text.clientHeight, 'it is folded');
      byRole(widget, 'button', 'Read on').click();
      expect(text.scrollHeight).to.equal(text.clientHeight);
    });

    it('never folds a short one', async () => {
      expect(allByRole(await show(wall, readOnly(letters('Short.'))), 'button')).to.deep.equal([]);
    });

    it('leaves open what is being read when other letters come and go', async () => {
      const provider = memory(letters('The first', { text: `Read: ${LONG}` }, { text: `Unread: ${LONG}` }));
      const widget = await show(wall, provider);
      const text = (begin: string) =>
        [...(widget.shadowRoot?.querySelectorAll<HTMLElement>('[part=text]') ?? [])].find((each) =>
          each.textContent?.startsWith(begin),
        );
      const isOpen = (begin: string) => text(begin)?.scrollHeight === text(begin)?.clientHeight;
      const [readOn] = allByRole(widget, 'button', 'Read on') as [HTMLElement];
      readOn.click();
      expect([isOpen('Read'), isOpen('Unread')]).to.deep.equal([true, false]);
      provider.change((source) => ({ ...source, recognitions: source.recognitions?.slice(1) ?? [] }));
      await until(() => texts(widget).length === 2, 'the first letter is gone');
      expect([isOpen('Read'), isOpen('Unread')]).to.deep.equal([true, false]);
      expect(allByRole(widget, 'button', 'Read on')).to.have.length(1);
    });
  });

  describe('with older letters', () => {
    const paged = '<kith-recognition-wall page-size="2"></kith-recognition-wall>';

    it('brings them a page at a time, and moves the focus to the first that is new', async () => {
      const widget = await show(paged, many(5));
      expect(texts(widget)).to.deep.equal(['Letter 1', 'Letter 2']);
      const more = byRole(widget, 'button', 'Older letters');
      expect(more.part.contains('more')).to.equal(true);
      more.focus();
      more.click();
      await until(() => texts(widget).length === 4, 'the next page is here');
      await until(() => focusedText() === 'Letter 3', 'the focus is on the first new letter');
      part(widget, 'more').click();
      await until(() => texts(widget).length === 5, 'the last page is here');
      await until(() => focusedText() === 'Letter 5', 'the focus is on the last letter');
      expect(hasPart(widget, 'more')).to.equal(false);
      expect(read(widget)).to.match(/That's the first one ever written here\.$/);
    });

    it('moves the focus also to a letter that is mounted later', async () => {
      const widget = await show('<kith-recognition-wall page-size="96"></kith-recognition-wall>', many(180));
      await until(() => texts(widget).length === 96, 'the first page is mounted');
      part(widget, 'more').click();
      await until(() => focusedText() === 'Letter 97', 'the focus is on letter 97');
    });

    it('says nothing of an end on a wall of one page, of a choice of letters, or without dates', async () => {
      expect(read(await show(wall, many(3)))).not.to.include('first one');
      const chosen = await show('<kith-recognition-wall page-size="2" member="ada"></kith-recognition-wall>', many(3));
      part(chosen, 'more').click();
      await until(() => texts(chosen).length === 3, 'all letters are here');
      expect(read(chosen)).not.to.include('first one');
      const undated = many(3);
      undated.recognitions?.forEach((each) => delete each.at);
      const widget = await show(paged, undated);
      part(widget, 'more').click();
      await until(() => texts(widget).length === 3, 'all letters are here');
      expect(read(widget)).not.to.include('first one');
    });

    it('keeps the letters and the way to older ones when these cannot be had', async () => {
      const provider = memory(many(4));
      const widget = await show(paged, provider);
      const { read: answer } = provider;
      provider.read = () => Promise.reject(new TypeError('cut off'));
      part(widget, 'more').click();
      await until(() => widget.status === 'failed', 'it fails');
      await widget.updateComplete;
      expect(heard()).to.deep.equal(['<kith-recognition-wall>: cut off']);
      expect(texts(widget)).to.deep.equal(['Letter 1', 'Letter 2']);
      expect(read(part(widget, 'status'))).to.include("We couldn't fetch anything newer.");
      provider.read = answer;
      byRole(widget, 'button', 'Try again').click();
      await until(() => widget.status === 'ready', 'it is ready again');
      await widget.updateComplete;
      part(widget, 'more').click();
      await until(() => texts(widget).length === 4, 'the next page is here');
    });
  });

  describe('with letters that arrive', () => {
    const arrive = (text: string) => (source: CommunityDocument) => ({
      ...source,
      recognitions: [
        { id: `new ${text}`.replaceAll(' ', '-'), from: 'bo', to: ['ada'], text, at: '2025-04-01' },
        ...(source.recognitions ?? []),
      ],
    });

    it('says that one waits, and shows it with the focus when asked', async () => {
      const provider = memory(many(3));
      const widget = await show(wall, provider);
      provider.change(arrive('Just now'));
      await says(widget, 'One new letter');
      expect(texts(widget), 'what is being read').to.deep.equal(['Letter 1', 'Letter 2', 'Letter 3']);
      byRole(widget, 'button', 'One new letter').click();
      await until(() => texts(widget)[0] === 'Just now', 'it is shown first');
      await until(() => focusedText() === 'Just now', 'the focus is on it');
      expect(read(widget)).not.to.include('One new letter');
    });

    it('counts those that wait', async () => {
      const provider = memory(many(3));
      const widget = await show(wall, provider);
      provider.change(arrive('One'));
      provider.change(arrive('Two'));
      await says(widget, '2 new letters');
    });

    it('shows the first letter of all at once', async () => {
      const provider = memory(community());
      const widget = await show(wall, provider);
      expect(widget.status).to.equal('empty');
      provider.change(arrive('The very first'));
      await says(widget, 'The very first');
      expect(widget.status).to.equal('ready');
    });

    it('does not take an older letter for a new one when another goes', async () => {
      const provider = memory(many(5));
      const widget = await show('<kith-recognition-wall page-size="3"></kith-recognition-wall>', provider);
      provider.change((source) => ({ ...source, recognitions: source.recognitions?.slice(1) ?? [] }));
      await until(() => texts(widget).length === 2, 'the first letter is gone');
      expect(read(widget)).not.to.include('new letter');
    });
  });

  describe('with a choice of letters', () => {
    const mixed = letters(
      { text: 'From Cy', from: 'cy' },
      { text: 'To Cy', to: ['cy'] },
      { text: 'A builder’s', role: 'builder' },
      { text: 'An ask', occasion: 'ask', to: [] },
      { text: 'A day out', reward: 'experiential' },
    );

    for (const [attribute, value, expected] of [
      ['member', 'cy', ['From Cy', 'To Cy']],
      ['filter-role', 'builder', ['A builder’s']],
      ['filter-occasion', ' Ask ', ['An ask']],
      ['filter-reward', 'experiential', ['A day out']],
    ] as const) {
      it(`shows those whose ${attribute} is ${value}, and all when it is taken away`, async () => {
        const widget = await show(`<kith-recognition-wall ${attribute}="${value}"></kith-recognition-wall>`, mixed);
        expect(texts(widget)).to.deep.equal(expected);
        widget.removeAttribute(attribute);
        await until(() => texts(widget).length === 5, 'all letters are shown');
      });
    }

    it('says that none fits', async () => {
      const widget = await show('<kith-recognition-wall member="nobody"></kith-recognition-wall>', readOnly(mixed));
      expect(read(widget)).to.equal('No letter fits this choice.');
      expect(widget.status).to.equal('empty');
    });

    for (const [attribute, value] of [
      ['filter-occasion', 'birthday'],
      ['filter-reward', 'money'],
    ] as const) {
      it(`leaves out ${attribute}="${value}", and says so once`, async () => {
        const widget = await show(`<kith-recognition-wall ${attribute}="${value}"></kith-recognition-wall>`, mixed);
        expect(texts(widget)).to.have.length(5);
        const lines = heard();
        expect(lines).to.have.length(1);
        expect(lines[0]).to.match(
          new RegExp(`^<kith-recognition-wall>: ${attribute}="${value}" is not one of: .+; it is left out$`),
        );
      });
    }

    for (const value of ['0', '-1', '10001', 'all', '2.5', '']) {
      it(`reads page-size="${value}" as 20, and says so once`, async () => {
        const widget = await show<RecognitionWall>(
          `<kith-recognition-wall page-size="${value}"></kith-recognition-wall>`,
          mixed,
        );
        expect(widget.pageSize).to.equal(20);
        expect(texts(widget)).to.have.length(5);
        expect(heard()).to.deep.equal([
          `<kith-recognition-wall>: page-size="${value}" is not one of: 1 to 10000; using 20`,
        ]);
      });
    }

    it('takes the default silently where a framework gives a property no value', async () => {
      const widget = await show<RecognitionWall>(wall, mixed);
      for (const property of [
        'layout',
        'pageSize',
        'member',
        'filterRole',
        'filterReward',
        'filterOccasion',
      ] as const) {
        for (const nothing of [undefined, null]) {
          Object.assign(widget, { [property]: nothing });
          await settled(widget);
        }
      }
      expect(texts(widget)).to.have.length(5);
    });
  });

  describe('with pictures', () => {
    const src = 'https://pictures.invalid/bench.jpg';
    const pictured = (own: Partial<Recognition> = {}) => ({
      ...letters({
        text: 'Look.',
        evidence: [{ kind: 'image', src, alt: 'The bench, mended' }],
        cheers: { count: 1, by: ['ada'] },
        ...own,
      }),
      members: people.map((person) => ({ ...person, picture: { src: `https://pictures.invalid/${person.id}.jpg` } })),
    });

    it('shows none and asks for none unless it may, but says what there is to see', async () => {
      const widget = await show(wall, pictured());
      expect(widget.shadowRoot?.querySelectorAll('img')).to.have.length(0);
      expect(
        performance.getEntriesByType('resource').filter(({ name }) => name.includes('pictures.invalid')),
      ).to.deep.equal([]);
      expect(requested()).to.deep.equal([]);
      expect(read(byRole(widget, 'listitem'))).to.match(/^The bench, mended Show the picture from pictures\.invalid/);
    });

    it('shows them where it may, telling nobody which page they are on', async () => {
      const widget = await show('<kith-recognition-wall pictures="allow"></kith-recognition-wall>', pictured());
      expect((byRole(widget, 'img', 'The bench, mended') as HTMLImageElement).src).to.equal(src);
      const all = [...(widget.shadowRoot?.querySelectorAll('img') ?? [])];
      expect(all.map((img) => img.src)).to.include('https://pictures.invalid/bo.jpg');
      expect(all.map(({ referrerPolicy }) => referrerPolicy)).to.deep.equal(all.map(() => 'no-referrer'));
      expect(all.map(({ loading }) => loading)).to.deep.equal(all.map(() => 'lazy'));
    });

    it('shows nothing from an address that is not safe', async () => {
      for (const unsafe of [
        'http://pictures.invalid/a.jpg',
        'data:image/svg+xml,<svg onload=alert(1)>',
        'javascript:alert(1)',
        '//x.example/a.png',
      ]) {
        const widget = await show(
          '<kith-recognition-wall pictures="allow"></kith-recognition-wall>',
          letters({ text: 'Look.', evidence: [{ kind: 'image', src: unsafe, alt: 'Unsafe' }] }),
        );
        expect(widget.shadowRoot?.querySelectorAll('img, a:not([href^="#"])')).to.have.length(0);
        expect(read(widget)).not.to.include('Unsafe');
      }
    });
  });

  describe('with hostile words', () => {
    const words = '<img src=x onerror="window.ran=1"><script>window.ran=1</script> &lt;b&gt; ${1}';

    it('shows them as they are written, and runs nothing', async () => {
      const source = community({
        members: [{ id: 'ada', name: words, called: words }],
        roles: [{ id: 'own', name: words }],
        recognitions: [
          {
            id: words.replace(/[\s/]/g, '_'),
            from: 'ada',
            to: ['ada'],
            text: words,
            need: words,
            role: 'own',
            replies: [{ member: 'ada', text: words }],
          },
          { id: 'b', to: ['ada'], text: words, cheers: { count: 1, by: ['ada'] } },
          { id: 'c', to: ['ada'], labels: [words] },
        ],
      });
      const widget = await show('<kith-recognition-wall pictures="allow"></kith-recognition-wall>', source);
      expect(texts(widget).slice(0, 2)).to.deep.equal([words, words]);
      expect(read(widget).split(words).length - 1).to.equal(12);
      expect(widget.shadowRoot?.querySelectorAll('script, img')).to.have.length(0);
      expect('ran' in window).to.equal(false);
    });

    it('keeps what a name does to its direction inside the name', async () => {
      const source = {
        ...letters({ text: 'Thanks.', cheers: { count: 1, by: ['ada'] } }),
        members: [{ id: 'ada', name: '\u202Eelbuort' }],
      };
      const widget = await show(wall, source);
      for (const around of [',', ' cheered.']) {
        const after = textNode(widget, around);
        const name = after.parentElement?.querySelector('bdi') as Element;
        expect((await boxOf(after)).left).to.be.at.least((await boxOf(name)).right - 1);
      }
    });
  });

  describe('before and without letters', () => {
    it('shows what its author wrote until the letters are here', async () => {
      const widget = put(
        '<kith-recognition-wall><article>Yuki, you drew bench 2.</article></kith-recognition-wall>',
        letters('Thanks.'),
      );
      await until(() => widget.shadowRoot, 'it is drawn');
      expect(widget.status).to.equal('loading');
      expect(read(widget)).to.equal('Yuki, you drew bench 2.');
      await settled(widget);
      expect(read(widget)).not.to.include('Yuki');
    });

    it('says that nobody was thanked yet, or what the page puts there instead', async () => {
      const widget = await show(wall, readOnly(community()));
      expect(read(widget)).to.equal('Nobody has been thanked here yet.');
      expect(widget.matches(':state(empty)')).to.equal(true);
      const own = await show(
        '<kith-recognition-wall><p slot="empty">Who helped you last?</p></kith-recognition-wall>',
        readOnly(community()),
      );
      expect(read(own)).to.equal('Who helped you last?');
    });

    it('asks for a page of letters and the roles, and nothing more', async () => {
      const provider = counting(memory(many(3)));
      await show(wall, provider);
      expect(provider.asked.sort()).to.deep.equal(['roles', 'wall']);
    });
  });

  describe('in Arabic', () => {
    it('speaks it, from right to left', async () => {
      const widget = await show(
        '<kith-recognition-wall lang="ar-EG"></kith-recognition-wall>',
        letters({ text: 'Thanks.', lang: 'en', role: 'curator', cheers: { count: 2 } }),
      );
      expect(read(widget), 'one of the six').to.include('قيّم');
      expect(read(widget)).to.include('Ada،').and.to.include('تهانٍ من شخصين.').and.to.include('١٨ مارس ٢٠٢٥');
      expect(part(widget, 'base').dir).to.equal('rtl');
      expect(byRole(widget, 'list').ariaLabel).to.equal('رسائل');
      expect(getComputedStyle(part(widget, 'text')).direction, 'the letter’s own words').to.equal('ltr');
    });
  });
});

/** The first text in a widget that is just this. */
function textNode(widget: Element, words: string): Text {
  const walker = document.createTreeWalker(widget.shadowRoot as ShadowRoot, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (walker.currentNode.nodeValue === words) return walker.currentNode as Text;
  throw new Error(`<${widget.localName}> has no text “${words}”; it reads: ${read(widget)}`);
}
