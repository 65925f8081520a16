import { sixRoles, terms, type HeldRole, type Member, type Role } from '@kith/core';
import { all, attributeOf, first, numberOf, some, valueOf, values, whole, words, type Said } from './html-said.js';

/** Those who are named, each once, in the order in which they are. */
export class People {
  readonly #members = new Map<string, Partial<Member>>();

  constructor(private readonly said: Said) {}

  read(): Partial<Member>[] {
    const { said } = this;
    for (const each of all(said, terms.person)) this.#add(valueOf(each, 'id'), personOf(each));
    for (const each of [said, ...all(said, terms.member), ...all(said, terms.ladder)]) {
      const isMember = each.names.has(terms.member);
      if (isMember)
        this.#add(valueOf(each, 'id'), { ...aboutOf(each), roles: some(heldIn(each)) as HeldRole[] | undefined });
      else if (each.names.has(terms.ladder)) this.#add(valueOf(each, 'member'), aboutOf(each));
    }
    for (const role of all(said, terms.itself))
      for (const each of all(role, terms.holder)) this.#hold(valueOf(each, 'id'), valueOf(role, 'id'));
    for (const each of all(said, terms.inNeed))
      this.#add(valueOf(first(each, terms.person), 'id'), { asks: some(all(each, terms.ask).map(words)) });
    return [...this.#members.values()];
  }

  #add(id: string | undefined, about: { [K in keyof Member]?: Member[K] | undefined }): void {
    if (id === undefined) return;
    const known = this.#members.get(id) ?? { id };
    this.#members.set(id, { ...known, ...whole(about) } as Partial<Member>);
  }

  #hold(id: string | undefined, role: string | undefined): void {
    if (id === undefined || role === undefined) return;
    const held = this.#members.get(id)?.roles ?? [];
    if (!held.some((each) => each.role === role)) this.#add(id, { roles: [...held, { role }] });
  }
}

/** Somebody where they are named: in full, or as they are called, with their name in full beside it. */
function personOf(said: Said) {
  const named = words(first(said, terms.name) ?? said);
  const full = attributeOf(said.node, 'title');
  const picture = attributeOf(first(said, terms.picture)?.node, 'src');
  return {
    name: full ?? named,
    called: full === undefined ? valueOf(said, 'called') : named,
    kind: valueOf(said, 'kind'),
    host: valueOf(said, 'host') === undefined ? undefined : true,
    picture: picture === undefined ? undefined : { src: picture },
  };
}

/** Somebody who is told of without a name in sight. */
function aboutOf(said: Said) {
  const title = first(said, terms.title);
  return {
    name: valueOf(said, 'name'),
    called: valueOf(said, 'called'),
    kind: valueOf(said, 'kind'),
    host: valueOf(said, 'host') === undefined ? undefined : true,
    title: valueOf(said, 'title') ?? (title && words(title)),
    standing: valueOf(said, 'standing'),
    standingSince: valueOf(said, 'since'),
  };
}

function heldIn(said: Said): Partial<HeldRole>[] {
  return all(said, terms.held).map((each) => {
    const count = numberOf(each, 'affirmed');
    const wish = first(each, terms.aspires);
    return whole({
      role: valueOf(each, 'id'),
      aspires: wish ? words(wish) : valueOf(each, 'hoped') === undefined ? undefined : '',
      affirmed: count === undefined ? undefined : { count, by: values(each, 'affirmer').map((member) => ({ member })) },
      shown: numberOf(each, 'shown'),
    }) as Partial<HeldRole>;
  });
}

/** The roles that are a site's own, with those of the six that stand beside them; undefined where all are of the six. */
export function readRoles(said: Said): Partial<Role>[] | undefined {
  const found = new Map<string, Partial<Role>>();
  const listed = all(said, terms.itself);
  for (const each of all(said, terms.role)) {
    const id = valueOf(each, 'id');
    if (id === undefined || found.has(id)) continue;
    const isOwn = valueOf(each, 'own') !== undefined;
    found.set(
      id,
      isOwn ? { id, name: words(each) } : (sixRoles.find((role) => role.id === id) ?? { id, name: words(each) }),
    );
  }
  for (const each of listed) {
    const id = valueOf(each, 'id') ?? '';
    const role = found.get(id);
    const [note, needs] = [first(each, terms.note), first(each, terms.needs)];
    if (role && !sixRoles.includes(role as Role))
      found.set(id, { ...role, ...whole({ description: note && words(note), needs: needs && words(needs) }) });
  }
  const roles = [...found.values()];
  const isOwn = roles.some((role) => !sixRoles.includes(role as Role));
  return isOwn || listed.length > 1 ? some(roles) : undefined;
}
