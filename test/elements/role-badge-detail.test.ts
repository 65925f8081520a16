import { expect } from '@open-wc/testing';
import { type CommunityDocument, type HeldRole, type Member, type Recognition } from '@kith/core';
import type { RoleBadge } from '@kith/elements';
import { memory } from '@kith/providers/memory';
import {
  allByRole,
  byRole,
  community,
  counting,
  focused,
  foreignBadge,
  hasPart,
  heard,
  part,
  people,
  read,
  readOnly,
  requested,
  says,
  show as showIn,
  showTo,
  until,
  widen,
} from './support.js';

const [first, ...others] = people as [Member, ...Member[]];
const BUILDER: HeldRole = {
  role: 'builder',
  accepted: true,
  aspires: 'I mend kettles.',
  affirmed: { count: 2, by: [{ member: 'bo', because: 'The kettle works.' }, { member: 'cy' }] },
  shown: 5,
};
const letter = (id: string, different: Partial<Recognition> = {}): Recognition => ({
  id,
  from: 'bo',
  to: ['ada'],
  role: 'builder',
  text: `You mended ${id}, and stayed until it held.`,
  at: `2026-03-0${id.length}T10:00:00Z`,
  ...different,
});
/** A community in which Ada is a builder, and these letters show it. */
const ada = (
  recognitions: Recognition[] = [],
  roles: HeldRole[] = [BUILDER],
  pieces: Partial<CommunityDocument> = {},
): CommunityDocument =>
  community({ members: [{ ...first, roles, url: 'https://ada.example/' }, ...others], recognitions, ...pieces });

const chip = '<kith-role-badge member="ada"></kith-role-badge>';
const card = '<kith-role-badge member="ada" layout="card"></kith-role-badge>';
const show = (markup: string, source: CommunityDocument) => showIn<RoleBadge>(markup, readOnly(source));
const parts = (widget: Element, name: string) => [
  ...(widget.shadowRoot?.querySelectorAll<HTMLElement>(`[part~="${name}"]`) ?? []),
];

/** Unfolds what is behind a summary, as by keyboard. */
function unfold(widget: Element, name = 'detail'): void {
  const summary = part(widget, name).querySelector('summary') as HTMLElement;
  summary.focus();
  summary.click();
}

describe('<kith-role-badge>, unfolded', () => {
  for (const [layout, markup] of [
    ['chip', chip],
    ['card', card],
  ] as const) {
    it(`says as a ${layout} which letters show it, what the role is, and what it needs`, async () => {
      const widget = await show(markup, ada([letter('a lamp'), letter('the door')]));
      unfold(widget);
      await until(() => parts(widget, 'letter').length, 'its letters are here');
      expect(parts(widget, 'letter').map(read)).to.deep.equal([
        'Bo: “You mended the door, and stayed until it held.”',
        'Bo: “You mended a lamp, and stayed until it held.”',
      ]);
      await says(widget, 'Letters that show it');
      await says(widget, 'And 3 more letters.');
      await says(widget, 'Bo: “The kettle works.”');
      expect(read(part(widget, 'description'))).to.equal(
        'Makes and mends what the rest of us stand on, and stays until it holds.',
      );
      expect(read(part(widget, 'needs'))).to.equal(
        'What it needs: A clear next piece, the tools for it, and a second pair of hands.',
      );
    });
  }

  it('asks for letters of no role before it is unfolded, and then of that one', async () => {
    const provider = counting(readOnly(ada([letter('a lamp')], [BUILDER, { role: 'sharer', accepted: true }])));
    const widget = await showIn<RoleBadge>(chip, provider);
    expect(provider.asked).not.to.include('wall');
    unfold(widget);
    await says(widget, 'Letters that show it');
    expect(provider.asked.filter((kind) => kind === 'wall')).to.have.length(1);
    unfold(widget);
    unfold(widget);
    await widget.updateComplete;
    expect(provider.asked.filter((kind) => kind === 'wall')).to.have.length(1);
  });

  it('says that no letter shows it yet, where none does', async () => {
    const widget = await show(chip, ada([], [{ role: 'builder', accepted: true }]));
    unfold(widget);
    await says(widget, 'No letter shows it yet.');
    expect(hasPart(widget, 'letter')).to.equal(false);
  });

  it('counts no letter that they wrote, and none that shows another role', async () => {
    const own = letter('a lamp', { from: 'ada', to: ['bo'] });
    const widget = await show(
      chip,
      ada([own, letter('the door', { role: 'sharer' })], [{ role: 'builder', accepted: true }]),
    );
    unfold(widget);
    await says(widget, 'No letter shows it yet.');
  });

  it('says in a letter’s own language what it begins with', async () => {
    const widget = await show(chip, ada([letter('x', { text: 'أصلحت المصباح.', lang: 'ar' })]));
    unfold(widget);
    await until(() => hasPart(widget, 'letter'), 'its letter is here');
    expect(part(widget, 'letter').querySelector<HTMLElement>('[lang=ar]')?.dir).to.equal('auto');
  });

  it('offers to try again where the letters did not arrive', async () => {
    const source = readOnly(ada([letter('a lamp')]));
    const { read: answer } = source;
    let fails = true;
    source.read = ((query, signal) =>
      fails && query.kind === 'wall' ? Promise.reject(new Error('no')) : answer(query, signal)) as typeof answer;
    const widget = await showIn<RoleBadge>(chip, source);
    unfold(widget);
    await says(widget, "This part of the page didn't arrive.");
    fails = false;
    byRole(widget, 'button', 'Try again').click();
    await says(widget, 'Letters that show it');
  });

  describe('with a badge from elsewhere among what shows it', () => {
    const DAY = 86_400_000;
    const day = (away: number) => new Date(Date.now() + away * DAY).toISOString();
    const listed = (statusPurpose: string) => ({
      credentialStatus: {
        type: 'BitstringStatusListEntry',
        statusPurpose,
        statusListIndex: '0',
        statusListCredential: 'https://bench.example/list',
      },
    });
    /** A status list on which the first place is taken. */
    const list = async (statusPurpose: string) => {
      const packed = new Blob([Uint8Array.of(0x80)]).stream().pipeThrough(new CompressionStream('gzip'));
      const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
      return {
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        id: 'https://bench.example/list',
        type: ['VerifiableCredential', 'BitstringStatusListCredential'],
        credentialSubject: { statusPurpose, encodedList: btoa(String.fromCharCode(...bytes)) },
      };
    };

    for (const [state, different, purpose, said] of [
      ['is in date', {}, undefined, /checked it\.$/],
      ['runs out', { validUntil: day(400) }, undefined, /By its dates it runs until .+\.$/],
      ['ran out', { validUntil: day(-400) }, undefined, /It ran out on .+\.$/],
      ['is not valid yet', { validFrom: day(40) }, undefined, /It runs from .+ on, not yet\.$/],
      ['was taken back', listed('revocation'), 'revocation', /Its issuer took it back\.$/],
      ['was put on hold', listed('suspension'), 'suspension', /Its issuer put it on hold\.$/],
      [
        'has a list nobody saw',
        listed('revocation'),
        undefined,
        /Whether its issuer took it back was not looked up\.$/,
      ],
    ] as const) {
      it(`that ${state} says who gave it, that nobody checked it, and that it ${state}`, async () => {
        const lists = purpose ? [await list(purpose)] : [];
        const evidence = [{ kind: 'badge', src: 'urn:uuid:7', credential: foreignBadge(different), lists }];
        const widget = await show(chip, ada([letter('a lamp', { evidence })]));
        unfold(widget);
        await until(() => hasPart(widget, 'badge'), 'the badge is read');
        const told = read(part(widget, 'badge'));
        expect(told).to.match(/^Mending Issued by The bench\. We haven't checked it\./);
        expect(told).to.match(said);
        expect(told).not.to.match(/verified/i);
        expect(byRole(widget, 'link', 'The bench').getAttribute('href')).to.equal('https://bench.example/');
        expect(requested()).to.deep.equal([]);
      });
    }

    it('of which only the address is known is a link, and is asked for by nobody', async () => {
      const evidence = [{ kind: 'badge', src: 'https://bench.example/7', alt: 'Mending' }];
      const widget = await show(chip, ada([letter('a lamp', { evidence })]));
      unfold(widget);
      await until(() => hasPart(widget, 'badge'), 'the badge is here');
      expect(read(part(widget, 'badge'))).to.equal("Mending We haven't checked it.");
      const link = byRole(widget, 'link', 'Mending') as HTMLAnchorElement;
      expect([link.href, link.rel]).to.deep.equal(['https://bench.example/7', 'noopener noreferrer ugc nofollow']);
      expect(requested()).to.deep.equal([]);
    });

    it('that is none tells the author what is wrong with it, and readers nothing but its name', async () => {
      const evidence = [
        { kind: 'badge', src: 'urn:uuid:7', alt: 'Mending', credential: foreignBadge({ type: 'Assertion' }) },
      ];
      const widget = await show(chip, ada([letter('a lamp', { evidence })]));
      unfold(widget);
      await until(() => hasPart(widget, 'badge'), 'the badge is here');
      expect(read(part(widget, 'badge'))).to.equal("Mending We haven't checked it.");
      expect(heard().join()).to.match(/^<kith-role-badge>: This is no Open Badge 3\.0: its type says "Assertion"/);
    });
  });
});

describe('<kith-role-badge>, taken along', () => {
  const site = { community: { id: 'library', name: 'Tool Library', url: 'https://tools.example/' } };
  const own = (roles?: HeldRole[], pieces: Partial<CommunityDocument> = site) => readOnly(ada([], roles, pieces));
  const seen = async (markup = card, source = own()) => {
    const widget = await showTo<RoleBadge>('ada', markup, source);
    unfold(widget, 'along');
    await says(widget, 'A line for a profile elsewhere');
    return widget;
  };
  const field = (widget: Element, label: string) => {
    const found = [...(widget.shadowRoot?.querySelectorAll('label') ?? [])].find((each) => read(each) === label);
    return found?.control as HTMLTextAreaElement;
  };
  const { clipboard } = navigator;
  const clip = (value: unknown) => Object.defineProperty(navigator, 'clipboard', { configurable: true, value });
  afterEach(() => clip(clipboard));

  it('is offered to whose badge it is, also where they can only read, and to nobody else', async () => {
    const widget = await showTo<RoleBadge>('ada', card, own());
    expect(read(part(widget, 'along'))).to.equal('Take it with you');
    expect(hasPart(await showTo('bo', card, own()), 'along')).to.equal(false);
    expect(hasPart(await showIn(card, own()), 'along')).to.equal(false);
    expect(hasPart(await showTo('ada', '<kith-role-badge name="builder"></kith-role-badge>', own()), 'along')).to.equal(
      false,
    );
    expect(hasPart(await showTo('ada', card.replace('card', 'glyph'), own()), 'along')).to.equal(false);
    expect(hasPart(await showTo('ada', card, own([])), 'along')).to.equal(false);
  });

  it('is a line of at most 120 characters, and HTML, that can be copied', async () => {
    const copied: string[] = [];
    clip({ writeText: (text: string) => Promise.resolve(copied.push(text)) });
    const widget = await seen();
    const line = field(widget, 'A line for a profile elsewhere');
    expect(line.value).to.equal('Builder at Tool Library. 2 people have seen it. Shown 5 times. “I mend kettles.”');
    expect(line.readOnly).to.equal(true);
    expect(field(widget, 'For a page of your own, as HTML').value).to.match(
      /^<div class="h-card" lang="en-GB" dir="ltr">[^]*<a class="p-name u-url" href="https:\/\/ada.example\/">Ada Obi<\/a>/,
    );
    const [first, second] = parts(widget, 'copy') as [HTMLElement, HTMLElement];
    first.focus();
    first.click();
    await says(widget, 'Copied.');
    await until(() => document.querySelector('.kith-said')?.textContent === 'Copied.', 'it is announced');
    expect(focused()).to.equal(first);
    second.click();
    await until(() => copied.length === 2, 'the other is copied');
    expect(copied).to.deep.equal([line.value, field(widget, 'For a page of your own, as HTML').value]);
  });

  for (const [why, value] of [
    ['has no clipboard', undefined],
    ['may not write to it', { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }],
  ] as const) {
    it(`lies selected in its field where a page ${why}`, async () => {
      clip(value);
      const widget = await seen();
      part(widget, 'copy').click();
      await says(widget, "It's selected; copy it from there.");
      const line = field(widget, 'A line for a profile elsewhere');
      expect(focused()).to.equal(line);
      expect(line.value.slice(line.selectionStart, line.selectionEnd)).to.equal(line.value);
    });
  }

  it('is a picture with a title and a description', async () => {
    const widget = await seen();
    const [link] = parts(widget, 'download') as [HTMLAnchorElement];
    expect(link.download).to.equal('ada.svg');
    expect(link.getAttribute('href')).to.match(/^data:image\/svg\+xml;/);
    const svg = decodeURIComponent(link.href.split(',').slice(1).join());
    const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml');
    expect(drawn.querySelector('title')?.textContent).to.equal('Ada Obi, Tool Library');
    expect(drawn.querySelector('desc')?.textContent).to.equal('Builder: shown. 2 people have seen it. Shown 5 times.');
  });

  it('is an Open Badge that says nobody signed it, the same as long as it lies open', async () => {
    const widget = await seen();
    const badge = () => {
      const link = byRole(widget, 'link', 'Download: Builder') as HTMLAnchorElement;
      expect(link.download).to.equal('ada-builder.json');
      return JSON.parse(decodeURIComponent(link.href.split(',').slice(1).join())) as Record<string, unknown>;
    };
    const [one, other] = [badge(), (widget.requestUpdate(), await widget.updateComplete, badge())];
    expect(one['type']).to.deep.equal(['VerifiableCredential', 'OpenBadgeCredential']);
    expect('proof' in one).to.equal(false);
    expect(other).to.deep.equal(one);
    await says(widget, 'Nobody has signed it. Whoever wants to be sure asks Tool Library.');
    expect(read(widget)).not.to.match(/verified/i);
  });

  it('names nobody but whose it is', async () => {
    const widget = await seen();
    const taken = parts(widget, 'download').map((link) => decodeURIComponent((link as HTMLAnchorElement).href));
    const all = [...taken, field(widget, 'For a page of your own, as HTML').value].join();
    expect(all).not.to.match(/\bBo\b|\bCy\b/);
    expect(all).to.include('2 people have seen it.');
  });

  it('is no badge where others have not seen it, or the community has no address, and says why', async () => {
    const hoped = await seen(card, own([{ role: 'builder', accepted: true, aspires: 'x' }]));
    await says(hoped, 'There is one once others have seen it.');
    const nowhere = await seen(card, own([BUILDER], {}));
    await says(nowhere, 'A badge says where its community is found, and this one has no address yet.');
    for (const widget of [hoped, nowhere])
      expect(allByRole(widget, 'link').filter((link) => read(link).startsWith('Download: '))).to.deep.equal([]);
  });

  it('is of all roles, or of the one the badge is of', async () => {
    const roles = [BUILDER, { role: 'sharer', accepted: true, affirmed: { count: 1 } }];
    const all = await seen(card, own(roles));
    expect(field(all, 'A line for a profile elsewhere').value).to.match(/^Builder and Sharer at Tool Library/);
    const one = await seen(card.replace('member', 'name="sharer" member'), own(roles));
    expect(field(one, 'A line for a profile elsewhere').value).to.match(/^Sharer at Tool Library/);
  });

  it('fits 280 px, however long an address is', async () => {
    const url = `https://tools.example/${'saturday'.repeat(30)}`;
    const widget = await seen(card, own([BUILDER], { community: { ...site.community, url } }));
    await widen(widget, 280);
    expect(widget.scrollWidth).to.be.at.most(280);
    for (const drawn of widget.shadowRoot?.querySelectorAll('.along *') ?? [])
      expect(drawn.getBoundingClientRect().width, drawn.localName).to.be.at.most(280);
  });

  it('asks for the community only once it is unfolded', async () => {
    const provider = counting(own());
    const widget = await showTo<RoleBadge>('ada', card, provider);
    expect(provider.asked).not.to.include('community');
    unfold(widget, 'along');
    await says(widget, 'A line for a profile elsewhere');
    expect(provider.asked).to.include('community');
  });

  it('is no less of somebody who can act', async () => {
    const widget = await showTo<RoleBadge>('ada', card, memory(ada([], [BUILDER], site)));
    unfold(widget, 'along');
    await says(widget, 'A line for a profile elsewhere');
  });
});
