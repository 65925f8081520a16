import { byId } from './by-id.js';
import type { Member, Recognition, Role } from './document.js';
import type { Hub } from './hub.js';
import { CONNECTOR, isNewcomer } from './newcomers.js';
import type { Reason } from './provider.js';
import { acceptedRoles } from './rings.js';
import { roleNamed } from './say-role.js';
import { known, occasions } from './words.js';

/** What is looked at: members as everyone sees them, letters newest first, and the names of whom those speak of. */
export interface GroundFrom {
  members: readonly Member[];
  roles: readonly Role[];
  letters: readonly Recognition[];
  find: (id: string) => Member | undefined;
  now: () => Date;
}

/** What the community knows of two people. */
export interface CommonGround {
  /** Whom somebody is there for, being a Connector: who is new. */
  welcomedBy(me: Member): (other: Member) => boolean;
  /** Why the two might meet, told to the first; `reasons` is what matches of what they say of themselves. */
  why(me: Member, other: Member, reasons: readonly Reason[], hub?: Hub): Reason[];
}

/** How many who helped the same person are worth saying. */
const HELPED = 3;

/**
 * What says the most first: whom a Connector is there for, then what one has and the other wants. What two people did
 * together says more than what both like, and that more than what both are.
 */
const turns: readonly Reason['kind'][][] = [
  ['newcomer', 'connector'],
  ['gives', 'gets'],
  ['through'],
  ['together'],
  ['topic'],
  ['role'],
];

/**
 * Beside what two people say of themselves: one is new and the other a Connector; nobody but the hub ties them to each
 * other; both helped somebody; both hold a role. What they hold is what everyone sees of it.
 */
export function commonGround({ members, letters, roles, find, now }: GroundFrom): CommonGround {
  const open = byId(members);
  const thanks = letters.filter(
    ({ occasion, to = [] }) => known(occasion, occasions, 'thanks') === 'thanks' && to.length > 1,
  );
  const nameOf = (role: string) => roleNamed(role, roles)?.name ?? role;
  const holds = ({ id }: Member) => acceptedRoles(open.get(id) ?? { id, name: id });

  function helped(me: Member, other: Member): Reason[] {
    const names = thanks
      .filter(({ to = [] }) => to.includes(me.id) && to.includes(other.id))
      .flatMap(({ from = '' }) => (from === me.id || from === other.id ? [] : (find(from) ?? [])))
      .map(({ name, called = name }) => called);
    return [...new Set(names)].slice(0, HELPED).map((words) => ({ kind: 'together', words }));
  }

  function shared(me: Member, other: Member): Reason[] {
    const theirs = holds(other);
    return [...holds(me).keys()]
      .filter((role) => theirs.has(role))
      .map((role) => ({ kind: 'role', words: nameOf(role) }));
  }

  function through(me: Member, other: Member, hub: Hub | undefined): Reason[] {
    const center = hub?.isOnlyWay(me.id, other.id) ? find(hub.id) : undefined;
    return center ? [{ kind: 'through', words: center.called ?? center.name }] : [];
  }

  function welcomedBy(me: Member): (other: Member) => boolean {
    if (!holds(me).has(CONNECTOR)) return () => false;
    return (other) => me.id !== other.id && isNewcomer(open.get(other.id) ?? other, now());
  }

  return {
    welcomedBy,
    why(me, other, reasons, hub) {
      const words = nameOf(CONNECTOR);
      const all: Reason[] = [
        ...(welcomedBy(me)(other) ? [{ kind: 'newcomer', words } as const] : []),
        ...(welcomedBy(other)(me) ? [{ kind: 'connector', words } as const] : []),
        ...reasons,
        ...through(me, other, hub),
        ...helped(me, other),
        ...shared(me, other),
      ];
      return turns.flatMap((turn) => all.filter(({ kind }) => turn.includes(kind)));
    },
  };
}
