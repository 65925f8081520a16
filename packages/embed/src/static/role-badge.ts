import {
  acceptedRoles,
  BEADS,
  fact,
  markup,
  roleNamed,
  sayRole,
  sayRoles,
  terms,
  type HeldRole,
  type Markup,
  type Member,
  type Phrase,
  type Role,
  type RoleSaid,
} from '@kith/core';
import { textOf, wordOf } from './attributes.js';
import {
  draw,
  element,
  factsOf,
  heading,
  known,
  line,
  own,
  spaced,
  whole,
  type Drawing,
  type Drawn,
  type Known,
} from './draw.js';
import { roleNames } from './roles.js';

const widget = 'role-badge';
/** Signs stand side by side, and so do the words that stand for them. */
const inLine = markup` class="kith-people"`;
const layouts = ['chip', 'card', 'glyph'] as const;

/** What roles are drawn with. */
interface Badge extends Drawing {
  layout: (typeof layouts)[number];
  roles: readonly Role[];
  /** Whose they are; undefined for roles themselves. */
  member: Member | undefined;
  held: ReadonlyMap<string, HeldRole>;
  /** How many said yes to a role itself. */
  holders: number | undefined;
}

/** What somebody does here, or a role itself, and who said yes to it. */
export async function roleBadge(drawing: Drawing): Promise<Markup> {
  const { attributes, language } = drawing;
  const { words } = language;
  const badge = await read(drawing);
  const { said, member } = badge;
  if (!said.length) {
    return whole(widget, drawing, line(textOf(attributes, 'name') ? words.openRole : words.noRoles));
  }
  const one = { chip: member ? chip : plainChip, card, glyph: mark }[badge.layout];
  const drawn = said.map((each, i) => one(each, badge, i, said.length));
  const label = member ? words.rolesOf(member.name) : words.roles;
  const inside =
    said.length > 1
      ? markup`\n<ul${badge.layout === 'glyph' ? inLine : undefined} aria-label="${label}">${drawn.map((each) => markup`\n<li>${each}</li>`)}</ul>`
      : drawn;
  const whose = member && [terms.member, ...factsOf(member), fact('name', member.name)];
  const title = member?.title;
  return whole(widget, drawing, inside, [
    badge.layout === 'card' && 'kith-cards',
    ...(whose ?? []),
    member?.called === undefined ? '' : fact('called', member.called),
    title === undefined || badge.layout === 'card' ? '' : fact('title', title),
  ]);
}

/** What the tag would read, for a visitor. */
async function read(drawing: Drawing): Promise<Badge & { said: RoleSaid[] }> {
  const { attributes, language, read } = drawing;
  const layout = wordOf(attributes, 'layout', layouts);
  const [name, id] = [textOf(attributes, 'name'), textOf(attributes, 'member')];
  if (id !== undefined) {
    const [answer, { roles }] = await Promise.all([read({ kind: 'member', id }), read({ kind: 'roles' })]);
    const role = name === undefined ? undefined : (roleNamed(name, roles)?.id ?? name);
    const { member } = answer;
    const said = sayRoles(answer, roles, language).filter((each) => role === undefined || each.id === role);
    const held = member ? acceptedRoles(member) : new Map<string, HeldRole>();
    return { ...drawing, layout, roles, member, held, holders: undefined, said };
  }
  const { roles } = await read({ kind: 'roles' });
  const role = name === undefined ? undefined : (roleNamed(name, roles)?.id ?? name);
  const holders = role === undefined ? undefined : await read({ kind: 'members', role, limit: BEADS });
  const said = (role === undefined ? roles.map((each) => each.id) : [role]).map((each) =>
    sayRole(each, roles, holders, language),
  );
  return { ...drawing, layout, roles, member: undefined, held: new Map(), holders: holders?.total, said };
}

/** A word, which unfolds how far it has come. */
function chip(said: RoleSaid, badge: Badge): Markup {
  const ring = said.ring ? ` (${said.ring})` : '';
  return element('details', namesOf(said, badge), [
    markup`<summary>${nameOf(said, badge)}${ring}</summary>`,
    sentences(said, badge),
  ]);
}

function plainChip(said: RoleSaid, badge: Badge): Markup {
  return element('div', namesOf(said, badge), [markup`\n<p><b>${nameOf(said, badge)}</b></p>`, sentences(said, badge)]);
}

function mark(said: RoleSaid, badge: Badge): Markup {
  return element('span', namesOf(said, badge), nameOf(said, badge));
}

function card(said: RoleSaid, badge: Badge, i: number, count: number): Markup {
  const { member } = badge;
  const whose = member ? [known(member)] : [];
  const title = draw(said.heading, ...whose, { words: [said.name], names: roleNames(roleOf(said, badge)) });
  return element('div', namesOf(said, badge), [
    heading(badge, [], title),
    sentences(said, badge),
    member?.title && i === count - 1 ? line(own(member.title, [terms.title])) : undefined,
  ]);
}

function roleOf({ id, name }: RoleSaid, { roles }: Badge): Role {
  return roleNamed(id, roles) ?? { id, name };
}

function nameOf(said: RoleSaid, badge: Badge): Markup {
  return own(said.name, roleNames(roleOf(said, badge)));
}

/** What a role is, as data: somebody's, with how far it has come, or the role itself. */
function namesOf({ id, people, wish }: RoleSaid, { member, held, holders, layout }: Badge): string[] {
  if (!member) return [terms.itself, fact('id', id), fact('holders', holders)];
  const { aspires, affirmed, shown } = held.get(id) ?? {};
  return [
    terms.held,
    fact('id', id),
    aspires !== undefined && !(wish && aspires.trim()) ? fact('hoped', 'true') : '',
    affirmed?.count ? fact('affirmed', affirmed.count) : '',
    // A sign names nobody, and an id alone would be of somebody without a name.
    ...(layout === 'glyph' ? [] : people.map((each) => fact('affirmer', each.id))),
    shown ? fact('shown', shown) : '',
  ];
}

function sentences(said: RoleSaid, badge: Badge): Drawn {
  const { member, held, roles } = badge;
  const role = roleNamed(said.id, roles);
  const whose = member ? [known(member)] : [];
  const wish = held.get(said.id)?.aspires?.trim();
  const of = (what: string | undefined, name: string): Known => ({ words: [what], names: [name] });
  const people = said.people.map((each) => known(each, member ? '' : terms.holder));
  const { words } = badge.language;
  const told = (phrase: Phrase | undefined, ...pieces: Known[]) => phrase && line(draw(phrase, ...pieces));
  return [
    told(said.description, of(role && words.ofRole(role.description ?? ''), terms.note)),
    told(said.wish, ...whose, of(wish, terms.aspires)),
    told(said.needs, of(role && words.ofRole(role.needs ?? ''), terms.needs)),
    line(spaced(said.seen && draw(said.seen, ...people), said.shown)),
  ];
}
