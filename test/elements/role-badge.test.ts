import { expect } from '@open-wc/testing';
import {
  ProviderError,
  type CommunityDocument,
  type HeldRole,
  type IntentName,
  type Member,
  type Provider,
} from '@kith/core';
import type { KithElement, RoleBadge } from '@kith/elements';
import { memory } from '@kith/providers/memory';
import { acting } from './acting.js';
import { lifecycle } from './lifecycle.js';
import {
  allByRole,
  byRole,
  community,
  counting,
  focused,
  foreignBadge,
  gated,
  hasPart,
  heard,
  part,
  people,
  put as putIn,
  read,
  requested,
  says,
  settled,
  show as showIn,
  until,
  widen,
} from './support.js';

const CONNECTOR: HeldRole = {
  role: 'connector',
  aspires: 'I know who has a van.',
  affirmed: {
    count: 5,
    by: [{ member: 'bo', because: 'She rang from the ferry.' }, { member: 'noor' }, { member: 'nobody-public' }],
  },
  shown: 2,
};
const HOPED: HeldRole = { role: 'innovator', aspires: 'To try the kiln on peat.' };
const SEEN: HeldRole = { role: 'curator', affirmed: { count: 1, by: [{ member: 'cy' }] } };

const [first, ...others] = people as [Member, ...Member[]];
/** A community in which Ada holds these roles. */
const ada = (roles: HeldRole[], own: Partial<Member> = {}, pieces: Partial<CommunityDocument> = {}) =>
  community({ members: [{ ...first, roles, ...own }, ...others], ...pieces });

const chips = '<kith-role-badge member="ada"></kith-role-badge>';
const cards = '<kith-role-badge member="ada" layout="card"></kith-role-badge>';
const glyphs = '<kith-role-badge member="ada" layout="glyph"></kith-role-badge>';
const builder = (layout = 'chip') => `<kith-role-badge name="builder" layout="${layout}"></kith-role-badge>`;

const parts = (widget: Element, name: string) => [
  ...(widget.shadowRoot?.querySelectorAll<HTMLElement>(`[part~="${name}"]`) ?? []),
];
const svgs = (widget: Element, selector: string) => [...(widget.shadowRoot?.querySelectorAll(selector) ?? [])];

/** What is shown is mostly shown by a page that takes no wishes. */
const reading = (source?: CommunityDocument | Provider) =>
  source && Object.assign('kith' in source ? memory(source) : source, { takes: new Set<IntentName>() });
const put = <T extends Element = KithElement>(markup: string, source?: CommunityDocument | Provider) =>
  putIn<T>(markup, reading(source));
const show = <T extends KithElement = RoleBadge>(markup: string, source?: CommunityDocument | Provider) =>
  showIn<T>(markup, reading(source));

/** How a chip's outline is drawn, and whether it is filled. */
function outline(chip: HTMLElement): string {
  const { borderTopStyle, borderTopWidth, backgroundColor } = getComputedStyle(chip);
  const isFilled = !/(, 0|\/ 0|transparent)\)?$/.test(backgroundColor);
  return parseFloat(borderTopWidth) ? `${borderTopStyle}${isFilled ? ', filled' : ''}` : 'none';
}

describe('<kith-role-badge>', () => {
  // Without a name and a member it is the roles there are.
  lifecycle('role-badge', { about: (words) => community({ roles: [{ id: 'own', name: words }] }) });
  acting('role-badge', {
    markup: '<kith-role-badge member="ada" name="connector" layout="card"></kith-role-badge>',
    viewer: 'bo',
    source: community({
      members: people.map((each) =>
        each.id === 'ada' ? { ...each, roles: [{ role: 'connector', accepted: true }] } : each,
      ),
    }),
    part: 'affirm',
    event: 'kith-affirm-role',
    isDone: (widget) => part(widget, 'affirm').ariaPressed === 'true',
  });

  describe('as chips', () => {
    it('lists what a member does: shown before seen before hoped for', async () => {
      const widget = await show(chips, ada([HOPED, SEEN, CONNECTOR]));
      byRole(widget, 'list', 'Roles of Ada Obi');
      expect(parts(widget, 'role').map(read)).to.deep.equal([
        'Connector (shown)',
        'Curator (seen by others)',
        'Innovator (hoped for)',
      ]);
      expect(widget.status).to.equal('ready');
    });

    it('outlines each as far as it has come: dashed, solid, filled', async () => {
      const widget = await show(chips, ada([HOPED, SEEN, CONNECTOR]));
      expect(parts(widget, 'role').map(outline)).to.deep.equal(['solid, filled', 'solid', 'dashed']);
    });

    it('writes the word in the page’s ink, and dyes the glyph only', async () => {
      const widget = await show(chips, ada([CONNECTOR]));
      const ink = getComputedStyle(widget).color;
      expect(getComputedStyle(part(widget, 'role')).color).to.equal(ink);
      expect(getComputedStyle(part(widget, 'role').querySelector('.glyph') as Element).stroke).not.to.equal(ink);
    });

    it('draws the glyph in the page’s ink where the page wants no dye', async () => {
      const widget = await show(chips, ada([CONNECTOR]));
      widget.style.setProperty('--kith-dye', '0');
      widget.style.color = 'rgb(10, 90, 20)';
      const probe = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
      const pixel = (color: string) => {
        probe.fillStyle = color;
        probe.fillRect(0, 0, 1, 1);
        return [...probe.getImageData(0, 0, 1, 1).data];
      };
      const drawn = pixel(getComputedStyle(part(widget, 'role').querySelector('.glyph') as Element).stroke);
      pixel('rgb(10, 90, 20)').forEach((value, i) => expect(drawn[i]).to.be.closeTo(value, 1));
    });

    it('unfolds what the outline stands for; its chip takes the focus', async () => {
      const widget = await show(chips, ada([CONNECTOR]));
      const detail = part(widget, 'detail') as HTMLDetailsElement;
      const chip = part(widget, 'role');
      expect(part(widget, 'wish').checkVisibility()).to.equal(false);
      chip.focus();
      expect(focused()).to.equal(chip);
      chip.click();
      expect(detail.open).to.equal(true);
      expect(read(part(widget, 'wish'))).to.equal('Ada wants to be known for this: “I know who has a van.”');
      expect(read(part(widget, 'people'))).to.equal('Bo, Noor and 3 more have seen it.');
      expect(read(part(widget, 'shown'))).to.equal('Shown twice.');
      await until(() => hasPart(widget, 'reason'), 'what they saw is here');
      expect(parts(widget, 'reason').map(read)).to.deep.equal(['Bo: “She rang from the ferry.”']);
      expect(part(widget, 'reason').checkVisibility()).to.equal(true);
    });

    it('is large enough to be pressed, in small type too', async () => {
      const widget = await show(chips, ada([CONNECTOR, HOPED]));
      (widget.parentElement as HTMLElement).style.fontSize = '10px';
      for (const chip of parts(widget, 'role')) {
        expect(chip.getBoundingClientRect().height).to.be.at.least(24);
        expect(chip.getBoundingClientRect().width).to.be.at.least(24);
      }
    });

    it('wraps into the width there is, and stands alone where there is one', async () => {
      const widget = await show(chips, ada([HOPED, SEEN, CONNECTOR]));
      await widen(widget, 280);
      const tops = new Set(parts(widget, 'role').map((chip) => chip.getBoundingClientRect().top));
      expect(tops.size).to.be.greaterThan(1);
      expect(allByRole(await show(chips, ada([HOPED])), 'list')).to.deep.equal([]);
    });
  });

  describe('as cards', () => {
    it('says whose role it is, the wish, who has seen it and how often it was shown, and the title last', async () => {
      const widget = await show(cards, ada([CONNECTOR], { title: 'Keeps the rota' }));
      expect(read(widget)).to.equal(
        'Ada Obi, Connector Ada wants to be known for this: “I know who has a van.” ' +
          'Bo, Noor and 3 more have seen it. Shown twice. More about this role Keeps the rota',
      );
      const heading = byRole(widget, 'heading', 'Ada Obi, Connector');
      expect(heading.ariaLevel).to.equal('2');
      expect(heading.part.contains('heading')).to.equal(true);
      widget.headingLevel = 4;
      await widget.updateComplete;
      expect(heading.ariaLevel).to.equal('4');
      const size = parseFloat(getComputedStyle(part(widget, 'title')).fontSize);
      expect(size / parseFloat(getComputedStyle(widget).fontSize)).to.be.closeTo(0.88, 0.001);
    });

    it('lets a page’s own heading stand in for its own; several keep theirs below it', async () => {
      const own = `<kith-role-badge member="ada" layout="card"><h3 slot="heading">Our Ada</h3></kith-role-badge>`;
      expect(allByRole(await show(own, ada([CONNECTOR])), 'heading').map(read)).to.deep.equal(['Our Ada']);
      expect(allByRole(await show(own, ada([CONNECTOR, SEEN])), 'heading').map(read)).to.deep.equal([
        'Our Ada',
        'Ada Obi, Connector',
        'Ada Obi, Curator',
      ]);
    });

    for (const [name, held, drawn] of [
      ['only hoped for', HOPED, ['hoped']],
      ['seen by others', SEEN, ['affirmed']],
      ['shown', { role: 'builder', shown: 1 }, ['shown']],
      ['all three', CONNECTOR, ['hoped', 'affirmed', 'shown']],
      ['accepted, and no more', { role: 'builder', accepted: true }, ['hoped']],
    ] as const) {
      it(`draws the rings of a role that is ${name}`, async () => {
        const widget = await show(cards, ada([held]));
        const rings = svgs(widget, 'circle.hoped, circle.affirmed, circle.shown');
        expect(rings.map((ring) => ring.getAttribute('class'))).to.deep.equal(drawn);
        for (const ring of rings) {
          const { strokeDasharray, fill } = getComputedStyle(ring);
          expect(strokeDasharray !== 'none', 'it is dashed').to.equal(ring.classList.contains('hoped'));
          expect(fill !== 'none', 'it is filled').to.equal(ring.classList.contains('shown'));
        }
        expect(part(widget, 'medallion').ariaHidden).to.equal('true');
      });
    }

    it('sets those who have seen it on the solid ring: six, clockwise from ten o’clock, apart from each other', async () => {
      const crowd = Array.from({ length: 9 }, (_, i) => ({ id: `m${i}`, name: `Member ${i}` }));
      const affirmed = { count: 40, by: crowd.map(({ id }) => ({ member: id })) };
      for (const dir of ['ltr', 'rtl']) {
        const widget = await show(
          cards,
          ada(
            [{ ...CONNECTOR, affirmed }],
            {},
            { members: [{ ...first, roles: [{ ...CONNECTOR, affirmed }] }, ...crowd] },
          ),
        );
        (widget.parentElement as HTMLElement).dir = dir;
        const { left, top, width } = part(widget, 'medallion').getBoundingClientRect();
        expect(width, 'the medallion').to.be.closeTo(132, 0.5);
        const unit = width / 120;
        const beads = svgs(widget, '.beads .pebble').map((bead) => {
          const box = bead.getBoundingClientRect();
          return [
            (box.left + box.width / 2 - left) / unit - 60,
            (box.top + box.height / 2 - top) / unit - 60,
            box.width / unit,
          ] as const;
        });
        expect(beads).to.have.length(6);
        const angles = beads.map(([x, y]) => (Math.atan2(y, x) * 180) / Math.PI);
        expect(angles[0]).to.be.closeTo(-150, 0.5);
        beads.forEach(([x, y, size], i) => {
          expect(Math.hypot(x, y), 'from the middle').to.be.closeTo(44, 0.3);
          expect(size, 'across').to.be.closeTo(19, 0.2);
          const next = beads[i + 1];
          if (!next) return;
          expect(Math.hypot(next[0] - x, next[1] - y) - 19, 'the gap').to.be.closeTo(3, 0.3);
          expect(angles[i + 1], 'clockwise').to.be.greaterThan(angles[i] ?? NaN);
        });
        expect(read(part(widget, 'people'))).to.equal(
          'Member 0, Member 1, Member 2, Member 3, Member 4, Member 5 and 34 more have seen it.',
        );
      }
    });

    it('sets what others saw as large as a chip does', async () => {
      const size = async (markup: string) => {
        const widget = await show(markup, ada([CONNECTOR]));
        part(widget, 'detail').querySelector('summary')?.click();
        await until(() => hasPart(widget, 'reason'), 'what they saw is here');
        return getComputedStyle(part(widget, 'reason')).fontSize;
      };
      expect(await size(cards)).to.equal(await size(chips));
    });

    it('stands beside its words where there is room, else above them', async () => {
      const widget = await show(cards, ada([CONNECTOR]));
      const [medallion, words] = [svgs(widget, 'circle.hoped')[0] as Element, part(widget, 'wish')];
      await widen(widget, 600);
      expect(words.getBoundingClientRect().left).to.be.greaterThan(medallion.getBoundingClientRect().right);
      await widen(widget, 300);
      expect(words.getBoundingClientRect().top).to.be.at.least(medallion.getBoundingClientRect().bottom);
      // The box around the rings leaves room for the outermost one's own thickness.
      expect(words.getBoundingClientRect().left).to.be.closeTo(medallion.getBoundingClientRect().left, 8);
    });

    it('draws nobody who is not named', async () => {
      const widget = await show(cards, ada([{ ...SEEN, affirmed: { count: 3, by: [{ member: 'gone' }] } }]));
      expect(svgs(widget, '.beads .pebble')).to.have.length(0);
      expect(read(part(widget, 'people'))).to.equal('3 people have seen it.');
    });

    it('unfolds more about the role, on a line that is large enough to be pressed', async () => {
      const widget = await show(cards, ada([CONNECTOR]));
      expect(hasPart(widget, 'reason')).to.equal(false);
      const summary = part(widget, 'detail').querySelector('summary') as HTMLElement;
      expect(summary.getBoundingClientRect().height).to.be.at.least(24);
      summary.click();
      await until(() => hasPart(widget, 'reason'), 'what they saw is here');
      expect(part(widget, 'reason').checkVisibility()).to.equal(true);
    });

    it('puts one under the other, with the title after the last', async () => {
      const widget = await show(cards, ada([HOPED, CONNECTOR], { title: 'Keeps the rota' }));
      byRole(widget, 'list', 'Roles of Ada Obi');
      const [one, two] = parts(widget, 'role').map((card) => card.getBoundingClientRect()) as [DOMRect, DOMRect];
      expect(two.top).to.be.at.least(one.bottom);
      expect(allByRole(widget, 'heading').map(read)).to.deep.equal(['Ada Obi, Connector', 'Ada Obi, Innovator']);
      expect(parts(widget, 'title')).to.have.length(1);
      expect(read(widget)).to.match(/Keeps the rota$/);
    });

    it('shows no picture, and asks for none, unless pictures are allowed', async () => {
      const src = 'https://pictures.invalid/bo.png';
      const members = [
        { ...first, roles: [CONNECTOR] },
        { id: 'bo', name: 'Bo Lind', picture: { src } },
      ];
      const widget = await show(cards, community({ members }));
      expect(svgs(widget, 'img')).to.have.length(0);
      widget.pictures = 'allow';
      await widget.updateComplete;
      const [img] = svgs(widget, 'img') as HTMLImageElement[];
      expect([img?.src, img?.referrerPolicy, img?.alt]).to.deep.equal([src, 'no-referrer', '']);
    });
  });

  describe('as glyphs', () => {
    it('is the glyph alone, with its name for who hears it or points at it', async () => {
      const widget = await show(glyphs, ada([CONNECTOR, HOPED]));
      expect(parts(widget, 'role').map((mark) => [mark.role, mark.ariaLabel, mark.title])).to.deep.equal([
        ['img', 'Connector', 'Connector'],
        ['img', 'Innovator', 'Innovator'],
      ]);
      expect(read(widget)).to.equal('');
    });

    it('stands in a line of text as wide as it is, and never below 16 px', async () => {
      for (const [size, least] of [
        ['8px', 16],
        ['40px', 48],
      ] as const) {
        const line = put<HTMLElement>(
          `<p>Ada <kith-role-badge member="ada" layout="glyph"></kith-role-badge> Obi</p>`,
          ada([HOPED]),
        );
        line.style.fontSize = size;
        const widget = await settled(line.firstElementChild as RoleBadge);
        const { width, height } = (part(widget, 'role').firstElementChild as Element).getBoundingClientRect();
        expect([width, height]).to.deep.equal([least, least]);
        expect(widget.getBoundingClientRect().width).to.equal(least);
      }
    });
  });

  describe('with a member and a name', () => {
    it('is that role of theirs', async () => {
      const source = ada([HOPED, CONNECTOR]);
      const widget = await show('<kith-role-badge member="ada" name="innovator"></kith-role-badge>', source);
      expect(parts(widget, 'role').map(read)).to.deep.equal(['Innovator (hoped for)']);
      for (const written of [' connector ', 'Connector']) {
        widget.setAttribute('name', written);
        await widget.updateComplete;
        expect(parts(widget, 'role').map(read)).to.deep.equal(['Connector (shown)']);
      }
    });

    it('is open where they did not say yes to it', async () => {
      const source = ada([CONNECTOR, { ...HOPED, accepted: false }]);
      const widget = await show('<kith-role-badge member="ada" name="innovator"></kith-role-badge>', source);
      expect(widget.status).to.equal('empty');
      expect(read(widget)).to.equal('This role is still open.');
    });
  });

  describe('with a name', () => {
    const holding = (count: number) =>
      community({
        members: Array.from({ length: 12 }, (_, i) => ({
          id: `m${i}`,
          name: `Member ${i}`,
          host: i === 0,
          roles: [{ role: 'builder', accepted: i < count }],
        })),
      });

    it('is the role itself: what it is, what it needs, and who said yes to it', async () => {
      const widget = await show(builder(), holding(2));
      expect(read(widget)).to.equal(
        'Builder Makes and mends what the rest of us stand on, and stays until it holds. ' +
          'What it needs: A clear next piece, the tools for it, and a second pair of hands. ' +
          'Member 1 and Member 0 said yes to this role.',
      );
      expect(outline(part(widget, 'role'))).to.equal('solid');
    });

    it('knows who said yes to it, also where its author wrote it with a capital', async () => {
      const widget = await show('<kith-role-badge name="Builder"></kith-role-badge>', holding(2));
      expect(read(part(widget, 'people'))).to.equal('Member 1 and Member 0 said yes to this role.');
    });

    it('says in one line that the community has no such role', async () => {
      const typo = await show('<kith-role-badge name="bilder"></kith-role-badge>', holding(2));
      typo.requestUpdate();
      await typo.updateComplete;
      await show('<kith-role-badge name="bilder" member="m0"></kith-role-badge>', holding(2));
      const line = '<kith-role-badge>: name="bilder" is no role of this community';
      expect(heard()).to.deep.equal([line, line]);
    });

    it('says nothing of a role that somebody has and nobody described', async () => {
      const cook = { ...first, roles: [{ role: 'cook' }] };
      await show('<kith-role-badge name="cook"></kith-role-badge>', community({ members: [cook] }));
      await show('<kith-role-badge name="cook" member="ada"></kith-role-badge>', community({ members: [cook] }));
    });

    it('is headed by the role, with its people on the ring, as a card', async () => {
      const widget = await show(builder('card'), holding(9));
      byRole(widget, 'heading', 'Builder');
      expect(svgs(widget, '.beads .pebble')).to.have.length(6);
      expect(svgs(widget, 'circle.affirmed')).to.have.length(1);
      expect(read(part(widget, 'people'))).to.match(/Member 5, Member 0 and 3 more said yes to this role\.$/);
    });

    it('is open, and dashed, where nobody said yes to it', async () => {
      const widget = await show(builder('card'), holding(0));
      expect(widget.status).to.equal('ready');
      expect(read(part(widget, 'people'))).to.equal('This role is still open.');
      expect(svgs(widget, 'circle.hoped, circle.affirmed').map((ring) => ring.getAttribute('class'))).to.deep.equal([
        'hoped',
      ]);
    });

    it('counts everyone who said yes, not only those on the first page', async () => {
      const members = Array.from({ length: 300 }, (_, i) => ({
        id: `m${i}`,
        name: `Member ${i}`,
        roles: [{ role: 'builder' }],
      }));
      const widget = await show(builder(), community({ members }));
      expect(read(part(widget, 'people'))).to.match(/and 294 more said yes to this role\.$/);
    });

    it('takes the site’s own words for it', async () => {
      const roles = [{ id: 'builder', name: 'Mender', description: 'Mends.' }];
      const widget = await show(builder(), community({ roles }));
      expect(read(widget)).to.equal('Mender Mends. This role is still open.');
    });
  });

  describe('with a name alone', () => {
    for (const layout of ['chip', 'card']) {
      it(`needs no source: one of the six, as a ${layout}`, async () => {
        const widget = await show(builder(layout));
        expect(widget.status).to.equal('ready');
        expect(read(widget)).to.equal(
          'Builder Makes and mends what the rest of us stand on, and stays until it holds. ' +
            'What it needs: A clear next piece, the tools for it, and a second pair of hands.',
        );
        expect(svgs(widget, '.glyph.builder')).to.have.length(1);
        expect(requested()).to.deep.equal([]);
      });
    }

    it('claims nothing of people it does not know', async () => {
      expect(outline(part(await show(builder()), 'role'))).to.equal('none');
      expect(svgs(await show(builder('card')), '.medallion circle:not(.glyph *), .beads > *')).to.have.length(0);
    });

    it('is its glyph with its name', async () => {
      const mark = part(await show(builder('glyph')), 'role');
      expect([mark.role, mark.ariaLabel, mark.title]).to.deep.equal(['img', 'Builder', 'Builder']);
    });

    it('draws what it does not know as it is written, with its first letter in the niche', async () => {
      const widget = await show('<kith-role-badge name=" Door keeper "></kith-role-badge>');
      expect(read(widget)).to.equal('Door keeper');
      expect(svgs(widget, '.glyph.own text').map((letter) => letter.textContent)).to.deep.equal(['D']);
      expect(read(await show('<kith-role-badge name="BUILDER"></kith-role-badge>'))).to.match(/^Builder Makes/);
    });

    it('follows a community that comes later', async () => {
      const widget = await show(builder());
      const page = widget.parentElement?.parentElement as HTMLElement;
      const later = document.createElement('kith-community');
      Object.assign(later, { provider: memory(community({ roles: [{ id: 'builder', name: 'Mender' }] })) });
      page.append(later);
      await says(widget, 'Mender');
      later.remove();
      await says(widget, 'Makes and mends');
    });

    it('waits under hold', async () => {
      const widget = put<RoleBadge>('<kith-role-badge name="builder" hold><p>A builder</p></kith-role-badge>');
      await until(() => widget.shadowRoot, 'it is drawn');
      expect(read(widget)).to.equal('A builder');
      widget.release();
      await says(widget, 'Makes and mends');
    });
  });

  describe('with neither', () => {
    it('is the roles there are', async () => {
      const widget = await show('<kith-role-badge></kith-role-badge>', community());
      byRole(widget, 'list', 'Roles');
      expect(parts(widget, 'role').map(read)).to.deep.equal([
        'Sharer',
        'Connector',
        'Curator',
        'Innovator',
        'Builder',
        'Storyteller',
      ]);
      expect(hasPart(widget, 'people')).to.equal(false);
    });
  });

  describe('of a member who is nobody here', () => {
    it('says so to the author, in one line', async () => {
      const widget = await show('<kith-role-badge member="zed"></kith-role-badge>', community());
      widget.requestUpdate();
      await widget.updateComplete;
      expect(widget.status).to.equal('empty');
      expect(read(widget)).to.equal('No roles yet. Who introduces people here?');
      expect(heard()).to.deep.equal(['<kith-role-badge>: member="zed" is nobody in this community']);
    });
  });

  describe('of roles nobody may see', () => {
    it('says nothing', async () => {
      const source = ada([{ ...CONNECTOR, accepted: false }, HOPED]);
      const widget = await show(chips, source);
      expect(parts(widget, 'role').map(read)).to.deep.equal(['Innovator (hoped for)']);
    });

    it('says nothing either where a provider of the page’s own tells', async () => {
      const told: Provider = memory(ada([]));
      const { read: answer } = told;
      told.read = (async (query, signal) => {
        const said = await answer(query, signal);
        return query.kind === 'member'
          ? { ...said, member: { ...first, roles: [{ ...CONNECTOR, accepted: false }] } }
          : said;
      }) as Provider['read'];
      expect(read(await show(chips, told))).to.equal('No roles yet. Who introduces people here?');
    });
  });

  describe('before and without a role', () => {
    it('shows what its author wrote until the roles are here, and then the roles alone', async () => {
      const provider = gated(memory(ada([CONNECTOR])));
      const widget = put('<kith-role-badge member="ada"><p>Ada knows people.</p></kith-role-badge>', provider);
      await until(() => widget.shadowRoot, 'it is drawn');
      expect(widget.status).to.equal('loading');
      expect(read(widget)).to.equal('Ada knows people.');
      provider.open();
      await settled(widget);
      expect(read(widget)).to.equal('Connector (shown)');
    });

    it('asks who introduces people, or what the page puts there instead', async () => {
      const widget = await show(chips, ada([]));
      expect(widget.status).to.equal('empty');
      expect(read(widget)).to.equal('No roles yet. Who introduces people here?');
      const own = '<kith-role-badge member="ada"><p slot="empty">Ask Ada.</p></kith-role-badge>';
      expect(read(await show(own, ada([])))).to.equal('Ask Ada.');
    });

    it('asks only what it shows', async () => {
      const asked = async (markup: string) => {
        const provider = counting(memory(ada([CONNECTOR])));
        await show(markup, provider);
        return provider.asked;
      };
      expect(await asked(chips)).to.have.members(['member', 'roles']);
      expect(await asked(builder())).to.have.members(['members', 'roles']);
      expect(await asked('<kith-role-badge></kith-role-badge>')).to.have.members(['roles']);
    });
  });

  describe('when not all can be had', () => {
    const failing = (kind: string): Provider => {
      const source = memory(ada([CONNECTOR]));
      const { read: answer } = source;
      source.read = ((query, signal) =>
        query.kind === kind ? Promise.reject(new ProviderError('busy')) : answer(query, signal)) as Provider['read'];
      return source;
    };

    it('calls a role by its id where the roles did not arrive, and says that something is missing', async () => {
      const widget = await show(chips, failing('roles'));
      await widget.updateComplete;
      expect(widget.status).to.equal('failed');
      expect(read(widget)).to.equal("connector (shown) This part of the page didn't arrive. Try again");
    });

    it('says what a role is where its people did not arrive', async () => {
      const widget = await show(builder(), failing('members'));
      await widget.updateComplete;
      expect(widget.status).to.equal('failed');
      expect(read(widget)).to.match(/^Builder Makes and mends .* This part of the page didn't arrive\. Try again$/);
    });

    it('keeps what is known, and tries again', async () => {
      let fails = false;
      const provider = memory(ada([HOPED]), { fail: () => (fails ? new ProviderError('busy') : undefined) });
      const widget = await show(chips, provider);
      fails = true;
      provider.change(() => ada([CONNECTOR]));
      await until(() => widget.status === 'failed', 'it fails');
      await widget.updateComplete;
      expect(read(widget)).to.match(/^Innovator \(hoped for\) This is how things stood at .+ Try again$/);
      fails = false;
      byRole(widget, 'button', 'Try again').click();
      await says(widget, 'Connector');
      expect(widget.status).to.equal('ready');
    });
  });

  describe('with a wrong value', () => {
    it('reads layout as chip, and says so once', async () => {
      const widget = await show<RoleBadge>(
        '<kith-role-badge member="ada" layout="medal"></kith-role-badge>',
        ada([HOPED]),
      );
      expect(widget.layout).to.equal('chip');
      expect(heard()).to.deep.equal(['<kith-role-badge>: layout="medal" is not one of: chip, card, glyph; using chip']);
      widget.setAttribute('layout', ' Card ');
      await widget.updateComplete;
      expect(hasPart(widget, 'medallion')).to.equal(true);
    });

    it('takes the default silently where a framework gives a property no value', async () => {
      const widget = await show<RoleBadge>(chips, ada([HOPED]));
      for (const nothing of [undefined, null]) {
        Object.assign(widget, { layout: nothing, name: nothing });
        await widget.updateComplete;
      }
      expect(widget.layout).to.equal('chip');
      expect(read(widget)).to.equal('Innovator (hoped for)');
    });
  });

  describe('with hostile words', () => {
    const hostile = [
      '<img src=x onerror="window.ran=1"><script>window.ran=1</script>${1+1} &amp; {{7*7}}',
      'W'.repeat(400),
      '\u202eright to left override',
      'Z\u0351\u036b\u0343\u036aalgo'.repeat(40),
      '👩‍👩‍👧‍👦'.repeat(60),
      '﷽'.repeat(20),
      'א'.repeat(200),
      '"><svg onload=window.ran=1>',
      'javascript:alert(1)',
    ];

    /** These words in every place a role or its people have. */
    const everywhere = (words: string): CommunityDocument =>
      community({
        roles: [{ id: 'own', name: words, description: words, needs: words }],
        members: [
          {
            ...first,
            name: words,
            called: words,
            title: words,
            roles: [
              { role: 'own', aspires: words, affirmed: { count: 2, by: [{ member: 'bo', because: words }] }, shown: 1 },
              { role: 'x'.repeat(128) },
            ],
          },
          { id: 'bo', name: words, called: words, picture: { src: words } },
        ],
        recognitions: [
          {
            id: 'r1',
            from: 'bo',
            to: ['ada'],
            role: 'own',
            text: words,
            lang: words,
            evidence: [
              { kind: 'badge', src: words, alt: words },
              { kind: 'badge', src: words, credential: foreignBadge({ name: words, issuer: words }) },
            ],
          },
        ],
      });

    for (const words of hostile) {
      it(`shows “${words.slice(0, 24)}…” as it is written, runs nothing and fits 280 px`, async () => {
        for (const markup of [
          chips,
          cards,
          glyphs,
          ...['chip', 'card', 'glyph'].map(
            (layout) => `<kith-role-badge name="own" layout="${layout}"></kith-role-badge>`,
          ),
          '<kith-role-badge layout="card"></kith-role-badge>',
          `<kith-role-badge></kith-role-badge>`,
        ]) {
          const widget = await show<RoleBadge>(markup, everywhere(words));
          widget.pictures = 'allow';
          for (const detail of widget.shadowRoot?.querySelectorAll('details') ?? []) detail.open = true;
          await widget.updateComplete;
          if (markup === chips || markup === cards)
            await until(() => parts(widget, 'letter').length && hasPart(widget, 'badge'), 'what was unfolded is here');
          const place = widget.closest('div') as HTMLElement;
          place.style.inlineSize = '280px';
          await until(() => place.getBoundingClientRect().width === 280, 'it is 280 px wide');
          const { left, right } = place.getBoundingClientRect();
          for (const drawn of svgs(widget, '[part]:not([part~=base], .medallion), circle:not(.double), .pebble')) {
            const box = drawn.getBoundingClientRect();
            expect(box.right, `${drawn.getAttribute('part') ?? drawn.localName} of ${markup}`).to.be.at.most(
              right + 0.5,
            );
            expect(box.left, `${drawn.getAttribute('part') ?? drawn.localName} of ${markup}`).to.be.at.least(
              left - 0.5,
            );
          }
          expect(place.scrollWidth, markup).to.be.at.most(280);
          expect(
            svgs(widget, 'script, img[src=x], [onload], [onerror], a:not([href="https://bench.example/"])'),
          ).to.have.length(0);
          if (markup === cards) {
            const said = words.replace(/\s+/g, ' ');
            expect(read(part(widget, 'wish'))).to.contain(said);
            expect(read(part(widget, 'reason'))).to.contain(said);
            expect(read(part(widget, 'title'))).to.equal(said);
          }
        }
        expect('ran' in window).to.equal(false);
      });
    }

    it('says what is written in the name attribute, and no more', async () => {
      for (const words of hostile) {
        const widget = put<RoleBadge>('<kith-role-badge></kith-role-badge>');
        widget.name = words;
        await settled(widget);
        await says(widget, words.replace(/\s+/g, ' ').slice(0, 20));
        expect(svgs(widget, 'script, img')).to.have.length(0);
      }
      expect('ran' in window).to.equal(false);
    });

    it('isolates every name, and every word of somebody’s own', async () => {
      const widget = await show(cards, everywhere('ליאור'));
      for (const detail of widget.shadowRoot?.querySelectorAll('details') ?? []) detail.open = true;
      await until(() => hasPart(widget, 'reason'), 'what they saw is here');
      for (const drawn of parts(widget, 'wish').concat(parts(widget, 'people'), parts(widget, 'reason'))) {
        const outside = [...drawn.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
        expect(outside.map((node) => node.nodeValue).join('')).not.to.contain('ליאור');
      }
    });
  });

  describe('in Arabic', () => {
    it('speaks it, from right to left, and has the six in it', async () => {
      const widget = await show(
        '<kith-role-badge member="ada" layout="card" locale="ar"></kith-role-badge>',
        ada([CONNECTOR]),
      );
      expect(part(widget, 'base').dir).to.equal('rtl');
      expect(read(byRole(widget, 'heading'))).to.equal('Ada Obi، صلة وصل');
      expect(read(part(widget, 'shown'))).to.equal('ظهر ذلك مرّتين.');
      const medallion = part(widget, 'medallion').getBoundingClientRect();
      expect(medallion.left).to.be.greaterThan(part(widget, 'wish').getBoundingClientRect().right);
      const alone = await show('<kith-role-badge name="curator" locale="ar"></kith-role-badge>');
      expect(read(alone)).to.match(/^قيّم ينتقي/);
    });
  });
});
