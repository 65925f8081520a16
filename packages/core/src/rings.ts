import type { HeldRole, Member } from './document.js';

/** The thread round a role: dashed = hoped, solid = somebody affirmed it, filled = recognitions show it. */
export type Thread = 'dashed' | 'solid' | 'filled';

/** Which of a held role's three rings hold. A count is undefined where the source gives none. */
export interface Rings {
  /** The person claims it; a claim without words is an empty `aspires`. */
  aspires: boolean;
  affirmed: boolean;
  shown: boolean;
  thread: Thread;
  counts: { affirmed: number | undefined; shown: number | undefined };
}

/** Reads the three rings of a role somebody holds. */
export function rings(held: HeldRole): Rings {
  const counts = { affirmed: held.affirmed?.count, shown: held.shown };
  const affirmed = !!counts.affirmed;
  const shown = !!counts.shown;
  const thread = shown ? 'filled' : affirmed ? 'solid' : 'dashed';
  return { aspires: held.aspires !== undefined, affirmed, shown, thread, counts };
}

/** A new list of the roles as badges stand: shown before affirmed before hoped, else in the order given. */
export function byRing(held: readonly HeldRole[]): HeldRole[] {
  const order: Thread[] = ['filled', 'solid', 'dashed'];
  const place = (one: HeldRole) => order.indexOf(rings(one).thread);
  return [...held].sort((a, b) => place(a) - place(b));
}

/**
 * The roles a member said yes to, by id; of duplicates the first wins. A public document may leave the yes unsaid. What
 * somebody says of themselves is no affirmation, and is not counted as one.
 */
export function acceptedRoles({ id, roles = [] }: Member): Map<string, HeldRole> {
  const yes = new Map<string, HeldRole>();
  for (const held of roles)
    if (held.accepted !== false && !yes.has(held.role)) yes.set(held.role, affirmedByOthers(held, id));
  return yes;
}

/**
 * The roles a member said yes to, as that member sees them where they are asked: what is not said is not given yet.
 */
export function ownRoles(member: Member): Map<string, HeldRole> {
  const isSaid = ({ accepted, aspires }: HeldRole) => accepted !== undefined || aspires !== undefined;
  return acceptedRoles({ ...member, roles: member.roles?.filter(isSaid) });
}

/** The roles others think of a member for, which wait for their yes or no. Nobody else sees them. */
export function nominations({ id, roles = [] }: Member): HeldRole[] {
  return roles
    .filter(({ accepted, aspires }) => accepted === undefined && aspires === undefined)
    .map((held) => affirmedByOthers(held, id))
    .filter(({ affirmed }) => affirmed?.by?.length);
}

function affirmedByOthers(held: HeldRole, id: string): HeldRole {
  const { affirmed } = held;
  if (!affirmed?.by?.some(({ member }) => member === id)) return held;
  const by = affirmed.by.filter(({ member }) => member !== id);
  return { ...held, affirmed: { ...affirmed, by, count: Math.max(by.length, affirmed.count - 1) } };
}
