import { expect } from '@open-wc/testing';
import { createStore, ProviderError, type Introduction, type Member, type Recognition } from '@kith/core';
import type { PeerIntro } from '@kith/elements';
import { memory } from '@kith/providers/memory';
import { acting } from './acting.js';
import { lifecycle } from './lifecycle.js';
import {
  addressOf,
  allByRole,
  boxOf,
  byRole,
  community,
  counting,
  hasPart,
  heard,
  part,
  put,
  read,
  requested,
  says,
  settled,
  until,
  widen,
} from './support.js';

const tag = '<kith-peer-intro></kith-peer-intro>';
const now = () => new Date('2026-11-21T12:00:00Z');

const ada: Member = {
  id: 'ada',
  name: 'Ada Obi',
  called: 'Ada',
  asks: ['grant writing'],
  offers: ['soldering'],
  timeZone: 'Africa/Lagos',
  hours: ['18:00-21:00'],
};
const bo: Member = {
  id: 'bo',
  name: 'Bo Nilsson',
  called: 'Bo',
  pronouns: 'he/him',
  headline: 'Lends fourteen shelves of tools',
  asks: ['soldering'],
  offers: ['grant writing'],
  timeZone: 'Europe/London',
  hours: ['18:00-22:00'],
};
const cy: Member = { id: 'cy', name: 'Cy Tan', called: 'Cy', offers: ['grant writing'] };
const noor: Member = { id: 'noor', name: 'Noor Haddad', called: 'Noor' };
const everyone = [ada, bo, cy, noor];

interface With {
  viewer?: string;
  members?: Member[];
  introductions?: Introduction[];
  recognitions?: Recognition[];
}

/** A note of these people, as it reads to whoever looks. */
async function meet({ viewer, ...document }: With = {}, markup = tag): Promise<PeerIntro> {
  const widget = put<PeerIntro>(markup);
  widget.store = storeOf({ ...(viewer && { viewer }), ...document });
  return settled(widget);
}

function storeOf({ viewer, ...document }: With) {
  const provider = memory(community({ members: everyone, ...document }), { now });
  // What can be wished is told in another place; here it is only read.
  return createStore({ ...provider, takes: new Set() }, { now, ...(viewer && { viewer }) });
}

const intro = (own: Partial<Introduction> = {}): Introduction => ({
  id: 'i1',
  people: ['ada', 'bo'],
  by: 'ada',
  text: 'Your letter about the lathe made me ask.',
  state: 'asked',
  at: '2026-11-14T13:40:00Z',
  ...own,
});

const partsOf = (widget: Element, name: string) =>
  [...(widget.shadowRoot?.querySelectorAll<HTMLElement>(`[part~="${name}"]`) ?? [])].map(read);
const matching = (widget: Element) => [...(widget.shadowRoot?.querySelectorAll('.deed') ?? [])].map(read);
const headings = (widget: Element) => allByRole(widget, 'heading').map(read);

describe('<kith-peer-intro>', () => {
  // Somebody who could use a hand with these words.
  lifecycle('peer-intro', { about: (words) => community({ members: [{ ...ada, asks: [words] }] }) });
  acting('peer-intro', {
    viewer: 'ada',
    source: community({ members: [ada, bo] }),
    part: 'pass',
    event: 'kith-pass-intro',
    isDone: (widget) => !hasPart(widget, 'pass'),
  });

  describe('to a member', () => {
    it('is a note: who, why, when, and who that is', async () => {
      const widget = await meet({ viewer: 'ada' });
      expect(widget.status).to.equal('ready');
      expect(headings(widget)).to.deep.equal(['Ada, meet Bo.']);
      expect(partsOf(widget, 'reason')).to.deep.equal([
        "Bo asked for soldering, and that's you.",
        'You asked for grant writing; Bo offers it.',
      ]);
      expect(read(part(widget, 'hours'))).to.equal(
        "You're both usually up 19:00 to 21:00. For Bo that's 18:00 to 20:00.",
      );
      expect(read(widget)).to.match(/Bo Nilsson \(he\/him\) Lends fourteen shelves of tools$/);
      expect(allByRole(widget, 'button')).to.deep.equal([]);
    });

    it('underlines exactly the words that match', async () => {
      const recognitions = [{ id: 'r1', from: 'noor', to: ['ada', 'bo'], text: 'You held the lamp.' }];
      const widget = await meet({ viewer: 'ada', recognitions });
      expect(matching(widget)).to.have.members(['grant writing', 'soldering', 'Noor']);
      expect(partsOf(widget, 'reason')).to.include('You both helped Noor.');
      for (const word of widget.shadowRoot?.querySelectorAll('.deed') ?? [])
        expect(getComputedStyle(word).textDecorationLine).to.equal('underline');
    });

    it('draws the two on a dashed thread, named in words and drawn without', async () => {
      const widget = await meet({ viewer: 'ada' });
      const people = part(widget, 'people');
      expect(people.querySelectorAll('.pebble')).to.have.length(2);
      expect(people.textContent?.replace(/\s+/g, ' ').trim()).to.equal('AO BN');
      expect(people.ariaHidden).to.equal('true');
      const [thread] = people.querySelectorAll('.thread');
      expect(getComputedStyle(thread as Element).borderTopStyle).to.equal('dashed');
    });

    it('has a heading of the level the page wants, below the page’s own', async () => {
      const widget = await meet(
        { viewer: 'ada' },
        '<kith-peer-intro heading-level="3"><h2 slot="heading">Meet</h2></kith-peer-intro>',
      );
      expect(headings(widget)).to.deep.equal(['Meet', 'Ada, meet Bo.']);
      expect(byRole(widget, 'heading', 'Ada, meet Bo.').ariaLevel).to.equal('3');
    });

    it('suggests as many as are wanted, and no more than fit', async () => {
      const widget = await meet({ viewer: 'ada' }, '<kith-peer-intro limit="3"></kith-peer-intro>');
      expect(headings(widget)).to.deep.equal(['Ada, meet Bo.', 'Ada, meet Cy.']);
      widget.limit = 1;
      await until(() => headings(widget).length === 1, 'one is suggested');
      expect(headings(widget)).to.deep.equal(['Ada, meet Bo.']);
    });

    it('suggests whom the page names, with their reasons or without', async () => {
      const widget = await meet({ viewer: 'ada' }, '<kith-peer-intro member="cy"></kith-peer-intro>');
      expect(headings(widget)).to.deep.equal(['Ada, meet Cy.']);
      widget.member = 'noor';
      await says(widget, 'Ada, meet Noor.');
      expect(hasPart(widget, 'reason')).to.equal(false);
      widget.setAttribute('member', ' ada ');
      await says(widget, 'Ada, meet Bo.');
      widget.member = 'nobody';
      await until(() => widget.status === 'empty', 'nobody is suggested');
      expect(heard()).to.deep.equal(['<kith-peer-intro>: member="nobody" is nobody in this community']);
    });

    it('says nothing to the author of a member whom nobody is to meet', async () => {
      const passed = await meet(
        { viewer: 'ada', introductions: [intro({ by: 'bo', state: 'passed' })] },
        '<kith-peer-intro member="bo"></kith-peer-intro>',
      );
      expect(passed.status).to.equal('empty');
      await meet({}, '<kith-peer-intro member="cy"></kith-peer-intro>');
    });

    it('says the one question where nobody new fits', async () => {
      const widget = await meet({ viewer: 'noor' });
      expect(widget.status).to.equal('empty');
      expect(read(widget)).to.equal('Nobody new fits just now. What could you use a hand with?');
      const own = await meet(
        { viewer: 'noor' },
        '<kith-peer-intro><p slot="empty">Come on Saturday.</p></kith-peer-intro>',
      );
      expect(read(own)).to.equal('Come on Saturday.');
    });

    it('reads the viewer of its community, from a document that can only be read', async () => {
      const src = addressOf(community({ members: everyone }));
      const place = put<HTMLElement>(`<div><kith-community viewer="bo" src="${src}">${tag}</kith-community></div>`);
      const widget = place.querySelector('kith-peer-intro') as PeerIntro;
      await says(widget, 'Bo, meet Ada.');
      place.querySelector('kith-community')?.setAttribute('viewer', 'cy');
      await says(widget, 'Cy, meet Ada.');
      expect(requested()).to.deep.equal([src, src]);
    });

    it('shows no picture of them, and asks for none, unless pictures are allowed', async () => {
      const src = 'https://pictures.invalid/bo.png';
      const widget = await meet({ viewer: 'ada', members: [ada, { ...bo, picture: { src } }] });
      expect(widget.shadowRoot?.querySelectorAll('img')).to.have.length(0);
      widget.pictures = 'allow';
      await widget.updateComplete;
      expect(widget.shadowRoot?.querySelector('img')?.referrerPolicy).to.equal('no-referrer');
    });

    it('follows a change of what somebody offers', async () => {
      const provider = memory(community({ members: everyone }), { now });
      const widget = put<PeerIntro>(tag);
      widget.store = createStore(provider, { now, viewer: 'ada' });
      await says(widget, 'Ada, meet Bo.');
      provider.change((document) => ({ ...document, members: [ada, cy] }));
      await says(widget, 'Ada, meet Cy.');
    });
  });

  describe('of the day', () => {
    const day = async (mine: Partial<Member>, theirs: Partial<Member>) =>
      meet({
        viewer: 'ada',
        members: [
          { ...ada, ...mine },
          { ...bo, ...theirs },
        ],
      });
    const drawn = (widget: Element, line: string) =>
      widget.shadowRoot?.querySelector(`.${line}`)?.getBoundingClientRect();

    it('draws one band where both are up, as wide as what they share', async () => {
      const widget = await day({}, {});
      await widen(widget, 700);
      const all = part(widget, 'hours').querySelector('svg')?.getBoundingClientRect() ?? new DOMRect();
      const band = drawn(widget, 'band') ?? new DOMRect();
      // An hour is three times as wide; how far a stroke reaches, engines see differently.
      expect(band.width).to.be.closeTo((all.width * 2) / 24, 8);
      expect(band.left - all.left).to.be.closeTo((all.width * 19) / 24, 8);
      expect(read(part(widget, 'hours'))).not.to.include('6 12 18');
    });

    it('draws my day above and theirs below, each beside its name', async () => {
      const widget = await day({}, {});
      const hours = part(widget, 'hours');
      const lines = [...hours.querySelectorAll('.up')].map((line) => line.getBoundingClientRect());
      const names = await Promise.all([...hours.querySelectorAll('.day > span')].map(boxOf));
      expect(lines).to.have.length(2);
      for (const [i, line] of lines.entries()) {
        const middle = (line.top + line.bottom) / 2;
        expect(middle).to.be.within(names[i]?.top ?? NaN, names[i]?.bottom ?? NaN);
      }
    });

    it('runs from right to left where the page does', async () => {
      const widget = await day({}, {});
      widget.locale = 'ar';
      await until(() => widget.shadowRoot?.querySelector('[dir=rtl]'), 'it is Arabic');
      const all = part(widget, 'hours').querySelector('svg')?.getBoundingClientRect() ?? new DOMRect();
      const band = drawn(widget, 'band') ?? new DOMRect();
      expect(all.right - band.right).to.be.closeTo((all.width * 19) / 24, 8);
    });

    it('says one night as one', async () => {
      const widget = await day({ hours: ['21:00-03:00'] }, { timeZone: 'Africa/Lagos', hours: ['23:00-02:00'] });
      expect(read(part(widget, 'hours'))).to.equal("You're both usually up 23:00 to 02:00.");
    });

    it('says that they never are', async () => {
      const widget = await day({}, { hours: ['06:00-08:00'] });
      expect(read(part(widget, 'hours'))).to.equal("Your hours don't meet. A letter can wait.");
    });

    for (const [which, mine, theirs] of [
      ['my zone', { timeZone: 'Mars/Olympus' }, {}],
      ['their zone', {}, { timeZone: '' }],
      ['their hours', {}, { hours: [] }],
    ] as const) {
      it(`is not drawn where ${which} is not known`, async () => {
        const widget = await day(mine as Partial<Member>, theirs as Partial<Member>);
        expect(headings(widget)).to.deep.equal(['Ada, meet Bo.']);
        expect(hasPart(widget, 'hours')).to.equal(false);
      });
    }
  });

  describe('of an introduction', () => {
    const asked = (own: Partial<Introduction> = {}, viewer = 'ada') =>
      meet({ viewer, members: [ada, bo, noor], introductions: [intro(own)] });
    const thread = (widget: Element) =>
      getComputedStyle(part(widget, 'people').querySelector('.thread') as Element).borderTopStyle;

    it('that was asked for, says until when, and keeps its reasons', async () => {
      const widget = await asked();
      expect(headings(widget)).to.deep.equal(['Ada, meet Bo.']);
      expect(read(widget)).to.include(
        'Asked. If Bo says yes, you both get a note. If not, it closes quietly on 28 November.',
      );
      expect(read(part(widget, 'text'))).to.equal('“Your letter about the lathe made me ask.”');
      expect(partsOf(widget, 'reason')).to.have.length(2);
      expect(thread(widget)).to.equal('dashed');
    });

    it('that was declined, is to who asked as if nobody had answered: to the letter', async () => {
      const drawnOf = async (state: string, at: string) => {
        const widget = await asked({ state, at });
        return [read(widget), widget.shadowRoot?.querySelector('[part~=base]')?.outerHTML.replace(/<!--.*?-->/g, '')];
      };
      for (const at of ['2026-11-20', '2026-11-07T12:00:01Z', '2026-11-07T12:00:00Z', '2026-10-30', '2026-09-01'])
        expect(await drawnOf('passed', at), at).to.deep.equal(await drawnOf('asked', at));
      expect(await drawnOf('passed', '2026-10-30')).to.deep.equal(await drawnOf('expired', '2026-10-30'));
    });

    it('that was declined, is gone for who declined it', async () => {
      expect((await asked({ state: 'passed' }, 'bo')).status).to.equal('empty');
    });

    it('that somebody asks me for, says who and in which words', async () => {
      const widget = await asked({}, 'bo');
      expect(headings(widget)).to.deep.equal(['Ada would like to meet you.']);
      expect(read(part(widget, 'text'))).to.equal('“Your letter about the lathe made me ask.”');
      expect(read(widget)).not.to.include('Asked.');
    });

    it('that both said yes to, is a solid thread, and the stones touch', async () => {
      const widget = await asked({ state: 'met' });
      expect(headings(widget)).to.deep.equal(["Ada, Bo: you're introduced."]);
      expect(thread(widget)).to.equal('solid');
      const [one, other] = [...part(widget, 'people').querySelectorAll('.pebble')].map((stone) =>
        stone.getBoundingClientRect(),
      );
      expect(other?.left).to.be.closeTo(one?.right ?? 0, 0.5);
      expect(read(part(widget, 'hours'))).to.match(/^You're both usually up/);
    });

    it('that both said yes to, goes into a calendar also where nothing can be said', async () => {
      const widget = await asked({ state: 'met' });
      expect(allByRole(widget, 'button').map(read)).to.deep.equal(['Add to calendar']);
      const never = await meet({
        viewer: 'ada',
        members: [ada, { ...bo, hours: ['06:00-08:00'] }],
        introductions: [intro({ state: 'met' })],
      });
      expect(allByRole(never, 'button')).to.deep.equal([]);
    });

    it('that nobody answered, says so, and nothing more', async () => {
      const widget = await asked({ state: 'expired' });
      expect(read(widget)).to.equal(
        "Ada, meet Bo. It closed without an answer. That's common, and says nothing about you.",
      );
    });

    it('by a third, is a triangle, in the words of who brings them together', async () => {
      for (const viewer of ['ada', 'bo']) {
        const widget = await asked({ by: 'noor', text: 'You both put the chisels back.' }, viewer);
        expect(headings(widget)).to.deep.equal([viewer === 'ada' ? 'Ada, meet Bo.' : 'Bo, meet Ada.']);
        expect(part(widget, 'people').querySelectorAll('.pebble')).to.have.length(3);
        expect(read(widget)).to.include('“You both put the chisels back.” Noor');
        expect(read(widget)).to.include('Each answers on their own.');
      }
      expect(await asked({ by: 'noor' }, 'noor').then(read)).to.equal(
        'Nobody new fits just now. What could you use a hand with?',
      );
    });

    it('stands before who else there is to meet, and what waits for me before what I wait for', async () => {
      const widget = await meet({
        viewer: 'ada',
        introductions: [intro(), intro({ id: 'i2', people: ['noor', 'ada'], by: 'noor' })],
      });
      expect(headings(widget)).to.deep.equal(['Noor would like to meet you.', 'Ada, meet Bo.', 'Ada, meet Cy.']);
    });

    it('is nobody else’s', async () => {
      const widget = await meet({ viewer: 'cy', introductions: [intro({ text: 'A secret' })] });
      expect(read(widget)).not.to.include('A secret');
      const visitor = await meet({ introductions: [intro({ text: 'A secret' })] });
      expect(read(visitor)).not.to.include('A secret');
    });
  });

  describe('to a visitor', () => {
    it('says who could use a hand, three at most, and what is here for members', async () => {
      const widget = await meet({
        members: [...everyone, { ...cy, id: 'd', called: 'Dee', asks: ['glass'] }, { ...cy, id: 'e', asks: ['a van'] }],
      });
      expect(widget.status).to.equal('ready');
      expect(headings(widget)).to.deep.equal(['Who could use a hand?']);
      const said = allByRole(widget, 'listitem').map((item) => read(item.lastElementChild as Element));
      expect(said).to.have.length(3);
      for (const sentence of said) expect(sentence).to.match(/^\w+ could use a hand with [\w ]+\.$/);
      expect(said).to.include('Dee could use a hand with glass.');
      expect(read(widget)).to.match(/Members read here whom they might meet, and why\.$/);
    });

    it('names the page’s member first, calls nobody "you", and shows no introduction of theirs', async () => {
      const widget = await meet(
        { introductions: [intro({ by: 'bo', text: 'A secret' })] },
        '<kith-peer-intro member="ada"></kith-peer-intro>',
      );
      expect(headings(widget)).to.deep.equal(['Who could use a hand?']);
      expect(read(allByRole(widget, 'listitem')[0] as Element)).to.match(/Ada could use a hand with grant writing\.$/);
      expect(read(widget)).not.to.match(/A secret|would like to meet|Bo, meet|You\b/);
      widget.member = 'bo';
      const isBo = (note: Element) => /Bo could/.test(read(note));
      await until(() => allByRole(widget, 'listitem').findIndex(isBo) === 0, 'Bo is named first');
    });

    it('says that nobody asked yet, or what the author wrote', async () => {
      const widget = await meet({ members: [cy, noor] });
      expect(widget.status).to.equal('empty');
      expect(read(widget)).to.equal('Nobody here has asked for a hand yet.');
      const written = await meet({ members: [cy] }, '<kith-peer-intro><p>Ask at the desk.</p></kith-peer-intro>');
      expect(read(written)).to.equal('Ask at the desk.');
    });

    it('is who looks through eyes nobody here has', async () => {
      expect(headings(await meet({ viewer: 'stranger' }))).to.deep.equal(['Who could use a hand?']);
    });
  });

  describe('with a wrong value', () => {
    for (const value of ['0', '21', 'many', '1.5', '']) {
      it(`reads limit="${value}" as 1, and says so once`, async () => {
        const widget = await meet({ viewer: 'ada' }, `<kith-peer-intro limit="${value}"></kith-peer-intro>`);
        expect(widget.limit).to.equal(1);
        const lines = heard();
        expect(lines).to.have.length(1);
        expect(lines[0]).to.include('<kith-peer-intro>').and.to.include(`limit="${value}"`);
        expect(headings(widget)).to.deep.equal(['Ada, meet Bo.']);
      });
    }

    it('takes the default silently where a framework gives a property no value', async () => {
      const widget = await meet({ viewer: 'ada' });
      for (const nothing of [undefined, null]) {
        Object.assign(widget, { limit: nothing, member: nothing });
        await widget.updateComplete;
      }
      expect(headings(widget)).to.deep.equal(['Ada, meet Bo.']);
    });
  });

  describe('when the newest cannot be had', () => {
    it('keeps what is known with a dashed thread, says how things stand, and tries both again', async () => {
      let fails = false;
      const provider = counting(
        memory(community({ members: everyone, introductions: [intro({ state: 'met' })] }), {
          now,
          fail: () => (fails ? new ProviderError('busy') : undefined),
        }),
      );
      const widget = put<PeerIntro>(tag);
      widget.store = createStore(provider, { now, viewer: 'ada' });
      await says(widget, "Ada, Bo: you're introduced.");
      fails = true;
      widget.store.ask({ kind: 'introductions' }).reload();
      await until(() => widget.status === 'failed', 'it fails');
      await widget.updateComplete;
      expect(headings(widget)).to.include("Ada, Bo: you're introduced.");
      expect(part(widget, 'people').querySelector('.dashed')).not.to.equal(null);
      expect(read(part(widget, 'status'))).to.match(/^This is how things stood .+ Try again$/);
      fails = false;
      provider.asked.length = 0;
      byRole(widget, 'button', 'Try again').click();
      await until(() => widget.status === 'ready', 'it recovers');
      expect(provider.asked.sort()).to.deep.equal(['introductions', 'suggestions']);
    });

    it('suggests nobody, and says of nobody what they need, while it is not known whom the reader asked', async () => {
      const provider = memory(community({ members: everyone }), { now });
      const { read: answer } = provider;
      provider.read = (query, signal) =>
        query.kind === 'introductions' ? Promise.reject(new ProviderError('busy')) : answer(query, signal);
      const widget = put<PeerIntro>(tag);
      widget.store = createStore(provider, { now, viewer: 'ada' });
      await until(() => widget.status === 'failed', 'it fails');
      await until(() => hasPart(widget, 'status'), 'it says so');
      expect(read(widget)).to.equal("This part of the page didn't arrive. Try again");
    });
  });

  describe('with hostile words', () => {
    const words = [
      '<img src=x onerror="window.ran=1"><script>window.ran=1</script>${1+1} &amp; {{7*7}}',
      'W'.repeat(400),
      'ﷺ'.repeat(80),
      '\u202Eevil\u202C ‮ ' + 'ع'.repeat(200),
      'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞'.repeat(4),
      '👩‍👩‍👧‍👦'.repeat(60),
    ];
    for (const [i, said] of words.entries()) {
      it(`runs nothing, and stays in its place at 280 px: ${i + 1} of ${words.length}`, async () => {
        const own = {
          name: said,
          called: said,
          pronouns: said,
          headline: said,
          title: said,
          url: `javascript:${said}`,
        };
        const members = [
          { ...ada, ...own, asks: [said], topics: [`${said}!`] },
          { ...bo, ...own, offers: [said], topics: [`${said}!`], asks: [] },
          { ...noor, ...own },
        ];
        const recognitions = [{ id: 'r', from: 'noor', to: ['ada', 'bo'] }];
        const notes = [
          await meet({ viewer: 'ada', members, recognitions }),
          await meet({ viewer: 'bo', members, recognitions, introductions: [intro({ text: said })] }),
          await meet({ viewer: 'ada', members, recognitions, introductions: [intro({ text: said, by: 'noor' })] }),
          await meet({ viewer: 'ada', members, introductions: [intro({ state: 'met' })] }),
          await meet({ members }),
        ];
        for (const widget of notes) {
          expect(widget.status).to.equal('ready');
          await widen(widget, 280);
          const right = widget.getBoundingClientRect().right;
          for (const element of widget.shadowRoot?.querySelectorAll('[part=base] *') ?? []) {
            if (element.closest('.pebble') || element.closest('svg')) continue;
            expect(element.getBoundingClientRect().right, element.outerHTML.slice(0, 80)).to.be.at.most(right + 0.5);
          }
          expect(widget.shadowRoot?.querySelectorAll('script, img, a')).to.have.length(0);
        }
        expect('ran' in window).to.equal(false);
      });
    }

    it('keeps names of another direction apart from the words around them', async () => {
      const widget = await meet({
        viewer: 'ada',
        members: [ada, { ...bo, called: 'ليلى', offers: ['grant writing'] }],
      });
      const isolated = [...(widget.shadowRoot?.querySelectorAll('bdi') ?? [])].map(read);
      expect(isolated).to.include.members(['Ada', 'ليلى', 'grant writing', 'Bo Nilsson', 'he/him']);
    });
  });

  describe('in Arabic', () => {
    it('speaks it, from right to left', async () => {
      const widget = await meet({ viewer: 'ada' }, '<kith-peer-intro locale="ar"></kith-peer-intro>');
      expect(headings(widget)).to.deep.equal(['Ada، إليك Bo.']);
      expect(part(widget, 'base').dir).to.equal('rtl');
    });
  });
});
