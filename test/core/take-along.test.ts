import fc from 'fast-check';
import { parseFragment, type ChildNode, type Element } from 'parse5';
import { describe, expect, it } from 'vitest';
import {
  bioLine,
  countGraphemes,
  drawBadge,
  english,
  hCard,
  languageFor,
  readOpenBadge,
  sixRoles,
  takeAlong,
  toOpenBadge,
  type HeldRole,
  type Member,
  type Role,
} from '@kith/core';

const riverside = { id: 'riverside', name: 'Riverside Tool Library', url: 'https://riverside.example/' };
const connector: HeldRole = {
  role: 'connector',
  accepted: true,
  aspires: 'I know who has what, and who has been asking for it since the spring.',
  affirmed: { count: 3, by: [{ member: 'bo', because: 'Found me a lathe.' }, { member: 'noor' }, { member: 'tomas' }] },
  shown: 2,
};
const ada = (roles: HeldRole[], different: Partial<Member> = {}): Member => ({
  id: 'ada',
  name: 'Ada Obi',
  url: 'https://ada.example/',
  roles,
  ...different,
});
const along = (
  roles: HeldRole[] = [connector],
  { member = {}, community = riverside, own = sixRoles }: Scene = {},
  isAsked = false,
) => takeAlong(ada(roles, member), community, own, english, { isAsked });
interface Scene {
  member?: Partial<Member>;
  community?: { id: string; name: string; url?: string };
  own?: readonly Role[];
}
const held = (role: string, known: Partial<HeldRole> = { shown: 1 }): HeldRole => ({ role, accepted: true, ...known });
const bio = (...given: Parameters<typeof along>) => bioLine(along(...given), english);

describe('what a member takes along', () => {
  const answers: HeldRole[] = [
    held('builder'),
    { role: 'sharer', accepted: false, shown: 9 },
    { role: 'curator', affirmed: { count: 1, by: [{ member: 'bo' }] } },
  ];

  it('is what they said yes to', () => {
    expect(along(answers, {}, true).said.map(({ id }) => id)).toEqual(['builder']);
    // A public document may leave the yes unsaid.
    expect(along(answers).said.map(({ id }) => id)).toEqual(['builder', 'curator']);
  });

  it('names nobody but them, and counts the others', () => {
    const everything = JSON.stringify([along(), bio(), hCard(along(), english), drawBadge(along(), english)]);
    expect(everything).toContain('3 people have seen it.');
    expect(everything).not.toMatch(/\b(bo|noor|tomas)\b|lathe/i);
  });

  it('links to what is on the web alone', () => {
    const { url, site } = along([connector], {
      member: { url: 'javascript:alert(1)' },
      community: { id: 'r', name: 'R', url: '/here' },
    });
    expect([url, site]).toEqual([undefined, undefined]);
  });
});

describe('a bio line', () => {
  it.each<[string, HeldRole[], string | undefined]>([
    [
      'of one role says how far it has come, and begins what they say themselves',
      [connector],
      'Connector at Riverside Tool Library. 3 people have seen it. Shown twice. “I know who has what, and who has been asking…”',
    ],
    [
      'without words of their own ends before them',
      [held('builder')],
      'Builder at Riverside Tool Library. Shown once.',
    ],
    [
      'of several names them, the best shown first',
      [held('builder', { affirmed: { count: 1 } }), held('sharer')],
      'Sharer and Builder at Riverside Tool Library',
    ],
    [
      'leaves out what is only hoped for',
      [held('builder'), held('curator', { aspires: 'One day.' })],
      'Builder at Riverside Tool Library. Shown once.',
    ],
    [
      'of nothing but a wish says that it is one',
      [held('curator', { aspires: 'I keep what we would miss.' })],
      'Wants to be known as Curator at Riverside Tool Library. “I keep what we would miss.”',
    ],
    [
      'stays on its line',
      [held('curator', { aspires: 'I keep\n\u0000what\u202e we would miss.' })],
      'Wants to be known as Curator at Riverside Tool Library. “I keep what we would miss.”',
    ],
    ['of nothing is none', [], undefined],
  ])('%s', (_, roles, said) => {
    expect(bio(roles)).toBe(said);
  });

  it('counts the roles that find no room, and leaves the place out before it cuts a name', () => {
    const own = ['the bench', 'the boat shed', 'the night shift', 'the seed drawer'].map((name, i) => ({
      id: `r${i}`,
      name: `Keeper of ${name} and its keys`,
    }));
    const roles = own.map(({ id }) => held(id));
    expect(bio(roles, { own })).toBe(
      'Keeper of the bench and its keys, Keeper of the boat shed and its keys and 2 more at Riverside Tool Library',
    );
    expect(bio([held('builder'), held('sharer')], { community: { id: 'r', name: 'R'.repeat(110) } })).toBe(
      'Builder and Sharer',
    );
    expect(bio([held('r0')], { own: [{ id: 'r0', name: 'R'.repeat(121) }] })).toBeUndefined();
  });

  it('is never longer than 120 characters, on one line, and has its names whole or not at all', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 70 }).filter((each) => /\p{L}/u.test(each));
    const scene = fc.record({
      names: fc.uniqueArray(name, { minLength: 1, maxLength: 6 }),
      where: name,
      aspires: fc.string({ unit: 'grapheme', maxLength: 300 }),
      shown: fc.nat(2),
    });
    fc.assert(
      fc.property(scene, ({ names, where, aspires, shown }) => {
        const own = names.map((name, i) => ({ id: `r${i}`, name }));
        const roles = own.map(({ id }) => held(id, { aspires, shown, affirmed: { count: 2 } }));
        const line = bio(roles, { own, community: { id: 'r', name: where } });
        if (line === undefined) return;
        expect(countGraphemes(line)).toBeLessThanOrEqual(120);
        expect(line).not.toMatch(/[\n\r\u0000-\u001f]/);
        const [first = ''] = names;
        expect(line).toContain(
          first
            .replace(/[\s\p{Cc}]+/gu, ' ')
            .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
            .trim(),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('is written in Arabic, too', async () => {
    const language = await languageFor('ar');
    expect(bioLine(takeAlong(ada([held('builder')]), riverside, sixRoles, language), language)).toMatch(
      /^\p{Script=Arabic}.+ في Riverside Tool Library\. /u,
    );
  });
});

/** What machines read in HTML: its properties by name, of the first h-card and of one within it. */
function read(html: string) {
  const found: Record<string, string[]> = {};
  const walk = (nodes: readonly ChildNode[], isWithin: boolean) => {
    for (const node of nodes) {
      if (!('tagName' in node)) continue;
      const classes = attribute(node, 'class').split(' ');
      for (const each of isWithin ? classes : []) {
        if (each.startsWith('p-')) (found[each] ??= []).push(textOf(node));
        if (each.startsWith('u-')) (found[each] ??= []).push(attribute(node, 'href'));
        // An h-card that is a link has its name and its page by that.
        if (each === 'h-card') (found['org'] ??= []).push(textOf(node), attribute(node, 'href'));
      }
      if (!isWithin || !classes.includes('h-card')) walk(node.childNodes, isWithin || classes.includes('h-card'));
    }
  };
  walk((parseFragment(html) as unknown as Element).childNodes, false);
  return found;
}
const attribute = ({ attrs }: Element, name: string) => attrs.find((each) => each.name === name)?.value ?? '';
const textOf = (node: Element): string =>
  node.childNodes.map((child) => ('value' in child ? child.value : 'tagName' in child ? textOf(child) : '')).join('');

describe('an h-card', () => {
  it('reads back as who they are, what for and where', () => {
    expect(read(hCard(along([connector, held('builder')]), english))).toEqual({
      'p-name': ['Ada Obi'],
      'u-url': ['https://ada.example/'],
      'p-role': ['Connector', 'Builder'],
      'p-org': ['Riverside Tool Library'],
      org: ['Riverside Tool Library', 'https://riverside.example/'],
      'p-note': ['Connector: shown. 3 people have seen it. Shown twice. Builder: shown. Shown once.'],
    });
  });

  it('has for a role what others have seen, and says of a wish that it is one', () => {
    const card = read(hCard(along([held('curator', { aspires: 'x' })]), english));
    expect(card['p-role']).toBeUndefined();
    expect(card['p-note']).toEqual(['Curator: hoped for.']);
  });

  it('reads back whatever people are called, and is no markup of theirs', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.constantFrom('<img src=x onerror=alert(1)>', '"><b>', "' x='", '&lt;'),
        (a, b) => {
          const name = `${a.replace(/[\s\p{C}]/gu, '')}${b}`;
          const own = [{ id: 'connector', name }];
          const card = hCard(along([connector], { member: { name }, community: { ...riverside, name }, own }), english);
          expect(card.match(/<[a-z]+/g)).toEqual(['<div', '<p', '<a', '<span', '<a', '<p']);
          expect(read(card)).toMatchObject({ 'p-name': [name], 'p-role': [name], 'p-org': [name] });
        },
      ),
    );
  });
});

describe('a drawing to take along', () => {
  it('has a title and a description, and no markup of anybody’s', () => {
    const name = '</title><script>alert(1)</script>&\u0000';
    const svg = drawBadge(along([connector], { member: { name }, own: [{ id: 'connector', name }] }), english);
    expect(svg).toContain('&#60;/title&#62;&#60;script&#62;');
    expect(svg.match(/<(title|desc|script|style)\b/g)).toEqual(['<title', '<desc', '<style']);
    expect(svg).not.toContain('\u0000');
    expect(drawBadge(along(), english)).toMatch(
      /<title id="t">Ada Obi, Riverside Tool Library<\/title>\n<desc id="d">Connector: shown\. 3 people have seen it\. Shown twice\.<\/desc>/,
    );
  });

  it('is in ink where a role is called as every object knows', () => {
    expect(drawBadge(along([held('constructor')]), english)).toContain('<g class=""><rect class="chip filled"');
  });
});

describe('a credential to take along', () => {
  const made = { id: '0192f0c1-7b1e-7c3a-8d2f-3a5b6c7d8e9f', at: new Date('2026-11-21T12:00:00Z') };
  const credential = (roles: HeldRole[] = [connector], scene: Scene = {}) =>
    toOpenBadge(along(roles, scene), 'connector', english, made);

  it('is read back by Kith as what it says: given by the community, unsigned, in date', () => {
    const badge = readOpenBadge(JSON.stringify(credential()), { now: made.at });
    expect(badge).toMatchObject({
      name: 'Connector',
      description: 'Hears who needs what, knows who has it, and brings the two together.',
      issuer: { name: 'Riverside Tool Library', href: 'https://riverside.example/' },
      href: 'https://riverside.example/#connector',
      evidence: [{ name: 'seen by others' }, { name: 'shown' }],
      isSigned: false,
      status: { state: 'in-date', until: undefined },
    });
  });

  it('tells by how many it was affirmed and how often shown, and no more', () => {
    const told = (known: Partial<HeldRole>) => credential([held('connector', known)])?.['evidence'];
    const seen = { type: ['Evidence'], name: 'seen by others', narrative: '3 people have seen it.' };
    const shown = { type: ['Evidence'], name: 'shown', narrative: 'Shown twice.' };
    expect(told(connector)).toEqual([seen, shown]);
    expect(told({ affirmed: { count: 3 } })).toEqual([seen]);
    expect(told({ shown: 2, affirmed: { count: 0 } })).toEqual([shown]);
    // Their own word for themselves is none.
    expect(told({ shown: 2, affirmed: { count: 1, by: [{ member: 'ada' }] } })).toEqual([shown]);
  });

  it('is none of a wish, of what was not accepted, or of a community nobody can find', () => {
    expect(credential([held('connector', { aspires: 'x' })])).toBeUndefined();
    expect(credential([{ ...connector, accepted: false }])).toBeUndefined();
    expect(credential([held('builder')])).toBeUndefined();
    expect(credential([connector], { community: { id: 'r', name: 'R' } })).toBeUndefined();
  });

  it('has what Open Badges 3.0 asks for', () => {
    expect(credential()).toMatchObject({
      id: `urn:uuid:${made.id}`,
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      issuer: { id: 'https://riverside.example/', type: ['Profile'] },
      validFrom: '2026-11-21T12:00:00.000Z',
      credentialSubject: {
        id: 'https://ada.example/',
        type: ['AchievementSubject'],
        identifier: [{ type: 'IdentityObject', identityType: 'name', identityHash: 'Ada Obi', hashed: false }],
        achievement: { type: ['Achievement'], criteria: { narrative: expect.stringMatching(/\.$/) as string } },
      },
    });
    expect(credential()).not.toHaveProperty('proof');
  });
});
