import { expect } from '@open-wc/testing';
import { ProviderError, type CommunityDocument, type Member } from '@kith/core';
import type { PurposeBanner } from '@kith/elements';
import { memory } from '@kith/providers/memory';
import { acting } from './acting.js';
import { lifecycle } from './lifecycle.js';
import {
  allByRole,
  byRole,
  community,
  counting,
  hasPart,
  heard,
  part,
  people,
  put,
  read,
  requested,
  says,
  settled,
  show,
  standing,
  until,
} from './support.js';

type Purpose = NonNullable<CommunityDocument['purpose']>;

const banner = '<kith-purpose-banner></kith-purpose-banner>';
const purpose = (own: Partial<Purpose> = {}, members: Member[] = people) =>
  community({ members, purpose: { statement: 'Everyone can fix something', ...own } });
const pledged = (count: number | undefined, threshold?: number) =>
  purpose({ ...(count !== undefined && { counts: { pledged: count } }), ...(threshold && { threshold }) });

describe('<kith-purpose-banner>', () => {
  lifecycle('purpose-banner', { about: standing });
  acting('purpose-banner', {
    viewer: 'ada',
    source: standing('Everyone can fix something'),
    part: 'with-us',
    event: 'kith-with-us',
    isDone: (widget) => part(widget, 'with-us').ariaPressed === 'true',
  });

  describe('with a purpose', () => {
    it('says what the community stands for, as a heading of the level the page wants', async () => {
      const widget = await show(banner, purpose());
      const heading = byRole(widget, 'heading', 'Everyone can fix something');
      expect(heading.getAttribute('aria-level')).to.equal('2');
      expect(heading.part.contains('statement')).to.equal(true);
      widget.setAttribute('heading-level', '1');
      await widget.updateComplete;
      expect(heading.getAttribute('aria-level')).to.equal('1');
      widget.removeAttribute('heading-level');
      await widget.updateComplete;
      expect(heading.getAttribute('aria-level')).to.equal('2');
    });

    it('shows the page’s own heading where there is one, and no second', async () => {
      const widget = await show(
        `<kith-purpose-banner><h1 slot="heading">Our own words</h1></kith-purpose-banner>`,
        purpose(),
      );
      expect(allByRole(widget, 'heading').map(read)).to.deep.equal(['Our own words']);
    });

    it('says whose it is: nobody’s count is known', async () => {
      expect(read(part(await show(banner, purpose()), 'provenance'))).to.equal('Proposed by the organisers.');
    });

    for (const [count, threshold, sentence] of [
      [0, 3, 'Proposed by the organisers. Be the first to stand behind it.'],
      [1, 3, 'Proposed by the organisers. One of us stands behind it so far.'],
      [2, 3, 'Proposed by the organisers. 2 of us stand behind it so far.'],
      [3, 3, 'Shared by 3 of us.'],
      [1312, 3, 'Shared by 1,312 of us.'],
      // A third of five members, and at least three.
      [2, undefined, 'Proposed by the organisers. 2 of us stand behind it so far.'],
      [3, undefined, 'Shared by 3 of us.'],
    ] as const) {
      it(`says whose it is: ${count} names where ${threshold ?? 'a third'} make it shared`, async () => {
        expect(read(part(await show(banner, pledged(count, threshold)), 'provenance'))).to.equal(sentence);
      });
    }

    it('says who is counted in and took part, and nothing of what is not known', async () => {
      const counts = async (given: Purpose['counts']) =>
        read(part(await show(banner, purpose({ counts: given })), 'counts'));
      expect(await counts({ withUs: 412, pledged: 87, active: 31 })).to.equal(
        '412 counted in, 87 by name; 31 took part in the last three months.',
      );
      expect(await counts({ withUs: 412 })).to.equal('412 counted in.');
      expect(await counts({ pledged: 87 })).to.equal('');
      expect(await counts({ withUs: 0, pledged: 0, active: 0 })).to.equal('');
    });

    it('says what was made together and the first small thing to do', async () => {
      const widget = await show(
        banner,
        purpose({
          made: { count: 1204, unit: 'repairs finished together', href: 'https://tools.example/repairs' },
          invitation: { label: 'Bring one broken thing on Saturday', href: 'https://tools.example/saturday' },
        }),
      );
      expect(read(part(widget, 'made'))).to.equal(
        '1,204 repairs finished together. Bring one broken thing on Saturday.',
      );
      const links = allByRole(widget, 'link') as HTMLAnchorElement[];
      expect(links.map(({ href }) => href)).to.deep.equal([
        'https://tools.example/repairs',
        'https://tools.example/saturday',
      ]);
      expect(links.map(({ rel }) => rel)).to.deep.equal(Array(2).fill('noopener noreferrer ugc nofollow'));
    });

    it('leaves no gap where nothing was made and nobody is invited', async () => {
      expect(hasPart(await show(banner, purpose()), 'made')).to.equal(false);
      expect(hasPart(await show(banner, purpose({ made: { count: 0, unit: 'repairs' } })), 'made')).to.equal(false);
    });

    it('says an invitation alone, and without a link where it has none that is safe', async () => {
      for (const href of [undefined, 'javascript:alert(1)', 'data:text/html,x', 'ftp://tools.example']) {
        const widget = await show(
          banner,
          purpose({ invitation: { label: 'Come on Saturday!', ...(href && { href }) } }),
        );
        expect(read(part(widget, 'made'))).to.equal('Come on Saturday!');
        expect(allByRole(widget, 'link')).to.deep.equal([]);
      }
    });

    it('shows those who let it be seen that they stand behind it, at most twelve, each by name', async () => {
      const many = Array.from({ length: 14 }, (_, i) => ({ id: `m${i}`, name: `Member ${i}` }));
      const widget = await show(banner, purpose({ by: many.map(({ id }) => id) }, many));
      expect(byRole(widget, 'list', 'People who stand behind it').part.contains('people')).to.equal(true);
      expect(allByRole(widget, 'listitem').map((item) => item.textContent?.match(/Member \d+/)?.[0])).to.deep.equal(
        many.slice(0, 12).map(({ name }) => name),
      );
      expect(hasPart(await show(banner, purpose()), 'people')).to.equal(false);
    });

    it('shows no picture of them, and asks for none, unless pictures are allowed', async () => {
      const src = 'https://pictures.invalid/ada.png';
      const pictured = purpose({ by: ['ada'] }, [{ id: 'ada', name: 'Ada Obi', picture: { src } }]);
      const widget = await show(banner, pictured);
      expect(widget.shadowRoot?.querySelectorAll('img')).to.have.length(0);
      expect(requested()).to.deep.equal([]);
      widget.pictures = 'allow';
      await widget.updateComplete;
      const img = widget.shadowRoot?.querySelector('img');
      expect(img?.src).to.equal(src);
      expect(img?.referrerPolicy).to.equal('no-referrer');
      expect(img?.alt).to.equal('');
    });

    it('takes the layouts it has, in any case and with spaces', async () => {
      const widget = await show<PurposeBanner>(
        '<kith-purpose-banner layout=" Card "></kith-purpose-banner>',
        purpose(),
      );
      expect(widget.layout).to.equal('card');
      const wide = part(widget, 'base').getBoundingClientRect().width;
      widget.layout = 'band';
      await widget.updateComplete;
      expect(part(widget, 'base').getBoundingClientRect().width).to.be.greaterThan(wide);
      widget.removeAttribute('layout');
      await widget.updateComplete;
      expect(widget.layout).to.equal('band');
    });

    it('says on one line only the statement', async () => {
      const widget = await show(
        '<kith-purpose-banner layout="line"></kith-purpose-banner>',
        purpose({ by: ['ada'], counts: { pledged: 3 }, made: { count: 3, unit: 'repairs' } }),
      );
      expect(read(widget)).to.match(/^Everyone can fix something/);
      expect(read(widget)).not.to.include('Ada Obi');
    });
  });

  describe('with a statement of its own', () => {
    it('says it alone, and looks for no source', async () => {
      const provider = counting(memory(purpose({ counts: { pledged: 3 } })));
      const widget = await show(
        '<kith-purpose-banner statement=" Innovation everyone can enjoy "></kith-purpose-banner>',
        provider,
      );
      expect(read(widget)).to.equal('Innovation everyone can enjoy');
      expect(widget.status).to.equal('ready');
      expect(provider.asked).to.deep.equal([]);
    });

    it('gives way to the source when the statement is taken away', async () => {
      const widget = await show('<kith-purpose-banner statement="For now"></kith-purpose-banner>', purpose());
      widget.removeAttribute('statement');
      await says(widget, 'Everyone can fix something');
      widget.setAttribute('statement', '   ');
      await widget.updateComplete;
      expect(read(byRole(widget, 'heading'))).to.equal('Everyone can fix something');
    });
  });

  describe('before and without a purpose', () => {
    it('shows what its author wrote until the purpose is here, and then the purpose alone', async () => {
      const widget = put(
        '<kith-purpose-banner><h1>Everyone can fix</h1><p>Come by.</p></kith-purpose-banner>',
        purpose(),
      );
      await until(() => widget.shadowRoot, 'it is drawn');
      expect(widget.status).to.equal('loading');
      expect(read(widget)).to.equal('Everyone can fix Come by.');
      await settled(widget);
      expect(read(widget)).to.equal(
        'Everyone can fix something Proposed by the organisers. Count me in Put my name to it',
      );
    });

    it('shows the page’s own heading from the first', async () => {
      const widget = put('<kith-purpose-banner><h1 slot="heading">Ours</h1></kith-purpose-banner>', purpose());
      await until(() => widget.shadowRoot, 'it is drawn');
      expect(widget.status).to.equal('loading');
      expect(read(widget)).to.match(/^Ours/);
    });

    it('says that nobody wrote one, or what the page puts there instead', async () => {
      const widget = await show(banner, community());
      expect(widget.status).to.equal('empty');
      expect(widget.matches(':state(empty)')).to.equal(true);
      expect(read(widget)).to.equal('Nobody has written down here yet what we stand for.');
      const own = await show(
        '<kith-purpose-banner><p slot="empty">What shall it be?</p></kith-purpose-banner>',
        community(),
      );
      expect(read(own)).to.equal('What shall it be?');
      const content = await show('<kith-purpose-banner><p>As of old</p></kith-purpose-banner>', community());
      expect(read(content)).to.equal('As of old');
    });

    it('is ready with what its author wrote where there is no source at all', async () => {
      const widget = await show('<kith-purpose-banner><p>Only this</p></kith-purpose-banner>');
      expect(widget.status).to.equal('ready');
      expect(read(widget)).to.equal('Only this');
    });

    it('does not count a script, a template or blanks as something its author wrote', async () => {
      const widget = await show(
        '<kith-purpose-banner> <template>x</template><script type="text/plain">y</script> </kith-purpose-banner>',
      );
      expect(widget.status).to.equal('empty');
    });
  });

  describe('with a wrong value', () => {
    for (const [attribute, value, property, fallback] of [
      ['layout', 'circle', 'layout', 'band'],
      ['theme', 'sepia', 'theme', 'auto'],
      ['pictures', 'some', 'pictures', 'none'],
      ['heading-level', '7', 'headingLevel', 2],
      ['heading-level', 'two', 'headingLevel', 2],
      ['heading-level', '2.5', 'headingLevel', 2],
      ['heading-level', '', 'headingLevel', 2],
    ] as const) {
      it(`reads ${attribute}="${value}" as ${fallback}, and says so once`, async () => {
        const widget = await show<PurposeBanner>(
          `<kith-purpose-banner ${attribute}="${value}"></kith-purpose-banner>`,
          purpose(),
        );
        expect(widget[property]).to.equal(fallback);
        widget.setAttribute(attribute, value);
        await widget.updateComplete;
        const lines = heard();
        expect(lines).to.have.length(1);
        expect(lines[0]).to.include('<kith-purpose-banner>').and.to.include(`${attribute}="${value}"`);
        expect(lines[0]).to.match(new RegExp(`using ${fallback}$`));
        expect(read(widget)).to.include('Everyone can fix something');
      });
    }

    it('takes the default silently where a framework gives a property no value', async () => {
      const widget = await show<PurposeBanner>(banner, purpose());
      for (const property of [
        'layout',
        'theme',
        'pictures',
        'headingLevel',
        'statement',
        'src',
        'provider',
        'community',
        'locale',
      ] as const) {
        for (const nothing of [undefined, null]) {
          Object.assign(widget, { [property]: nothing });
          await widget.updateComplete;
        }
      }
      expect([widget.layout, widget.theme, widget.pictures, widget.headingLevel]).to.deep.equal([
        'band',
        'auto',
        'none',
        2,
      ]);
      expect(read(widget)).to.include('Everyone can fix something');
    });

    it('takes a number a framework gives as text', async () => {
      const widget = await show<PurposeBanner>(banner, purpose());
      Object.assign(widget, { headingLevel: '3' });
      await widget.updateComplete;
      expect(byRole(widget, 'heading').ariaLevel).to.equal('3');
    });

    it('names the provider it does not know, and reads its source as what it looks like', async () => {
      const src = URL.createObjectURL(new Blob([JSON.stringify(purpose())]));
      const widget = await show(`<kith-purpose-banner provider="carrier-pigeon" src="${src}"></kith-purpose-banner>`);
      expect(read(widget)).to.include('Everyone can fix something');
      const lines = heard();
      expect(lines).to.have.length(1);
      expect(lines[0]).to.include('<kith-purpose-banner>').and.to.include('provider="carrier-pigeon"');
      const known = await show(`<kith-purpose-banner provider=" JSON " src="${src}"></kith-purpose-banner>`);
      expect(read(known)).to.include('Everyone can fix something');
    });

    it('says that a src is no address', async () => {
      const widget = await show('<kith-purpose-banner src="http://"></kith-purpose-banner>');
      expect(widget.status).to.equal('failed');
      expect(heard()).to.deep.equal(['<kith-purpose-banner>: src="http://" is no address']);
    });
  });

  describe('when the newest cannot be had', () => {
    it('keeps what is known, says how things stand, and tries again', async () => {
      let fails = false;
      const provider = memory(purpose(), { fail: () => (fails ? new ProviderError('busy') : undefined) });
      const widget = await show(banner, provider);
      fails = true;
      provider.change(() => purpose({ statement: 'Everyone can mend something' }));
      await until(() => widget.status === 'failed', 'it fails');
      await widget.updateComplete;
      expect(read(byRole(widget, 'heading'))).to.equal('Everyone can fix something');
      expect(read(part(widget, 'status'))).to.match(
        /^This is how things stood .+\. We couldn't fetch anything newer\. Try again$/,
      );
      fails = false;
      byRole(widget, 'button', 'Try again').click();
      await says(widget, 'Everyone can mend something');
      expect(widget.status).to.equal('ready');
      expect(hasPart(widget, 'status')).to.equal(false);
    });

    it('says that it is for want of a connection, to the author too but not in the console', async () => {
      const widget = put(banner, memory(purpose(), { fail: new ProviderError('offline') }));
      await until(() => widget.status === 'failed', 'it fails');
      await widget.updateComplete;
      expect(widget.matches(':state(offline)')).to.equal(true);
      expect(read(widget)).to.equal("This part of the page didn't arrive. Try again");
    });
  });

  describe('with hostile words', () => {
    it('shows them as they are written, and runs nothing', async () => {
      const words = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>${1+1} &amp; {{7*7}}';
      const widget = await show(
        banner,
        purpose(
          {
            statement: words,
            by: ['ada'],
            made: { count: 2, unit: words },
            invitation: { label: words, href: 'https://x.example' },
          },
          [{ id: 'ada', name: words }],
        ),
      );
      expect(read(byRole(widget, 'heading'))).to.equal(words);
      expect(read(part(widget, 'made'))).to.equal(`2 ${words}. ${words}.`);
      expect(read(byRole(widget, 'listitem'))).to.equal(words);
      expect(widget.shadowRoot?.querySelectorAll('script, img')).to.have.length(0);
      expect('ran' in window).to.equal(false);
    });
  });

  describe('in Arabic', () => {
    it('speaks it, from right to left', async () => {
      const widget = await show('<kith-purpose-banner locale="ar-EG"></kith-purpose-banner>', pledged(3));
      expect(read(part(widget, 'provenance'))).to.equal('يتشاركها ٣ منّا.');
      expect(part(widget, 'base').dir).to.equal('rtl');
      expect(part(widget, 'base').lang).to.equal('ar-EG');
      expect(getComputedStyle(part(widget, 'statement')).direction).to.equal('rtl');
    });
  });
});
