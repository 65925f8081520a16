import type { HeldRole } from '../document.js';
import { first, merged, undated, type Pieces, type Place, type Standing } from './place.js';
import type { Tables } from './rows.js';

/** What a member holds of a role; made where there is nothing of it yet. */
function withRole(member: Pieces['member'], role: string, change: (held: HeldRole) => HeldRole): Pieces['member'] {
  const roles = member.roles ?? [];
  const held = roles.find((each) => each.role === role);
  const now = change(held ?? { role });
  return { ...member, roles: held ? roles.map((each) => (each === held ? now : each)) : [...roles, now] };
}

export const holding: Place<'member', Tables['holding']> = {
  kind: 'member',
  piece: first,
  rows: ({ roles = [] }, id) =>
    roles
      .filter(({ accepted, aspires }) => accepted !== undefined || aspires !== undefined)
      .map(({ affirmed: _, shown: __, ...held }) => [[id, held.role], { at: undated, ...held, member: id }]),
  put: (member, { member: _, at: __, ...row }, [, role = '']) =>
    withRole(member, role, (held) => merged(held, { ...row, role })),
  remove: (member, [, role = '']) => ({ ...member, roles: member.roles?.filter((held) => held.role !== role) ?? [] }),
};

export const affirmation: Place<'member', Tables['affirmation']> = {
  kind: 'member',
  piece: first,
  rows: ({ roles = [] }, id) =>
    roles.flatMap(({ role, affirmed }) =>
      (affirmed?.by ?? []).map(({ member: by, at = undated, because }): Standing<Tables['affirmation']> => [
        [id, role, by],
        { member: id, role, by, at, ...(because !== undefined && { because }) },
      ]),
    ),
  put: (member, { role, by, member: _, ...said }, __, viewer) =>
    withRole(member, role, (held) => {
      const before = held.affirmed?.by?.find((peer) => peer.member === by) ?? { member: by };
      return withAffirmation(held, by, merged(before, said), viewer);
    }),
  remove: (member, [, role = '', by = ''], viewer) =>
    withRole(member, role, (held) => withAffirmation(held, by, undefined, viewer)),
};

type Affirmer = NonNullable<NonNullable<HeldRole['affirmed']>['by']>[number];

function withAffirmation(held: HeldRole, by: string, row: Affirmer | undefined, viewer: string | undefined): HeldRole {
  const { count = 0, mine, by: named = [] } = held.affirmed ?? {};
  const isIn = named.some(({ member }) => member === by) || (mine === true && by === viewer);
  const others = named.filter(({ member }) => member !== by);
  const affirmed = {
    ...held.affirmed,
    count: count + Number(!!row) - Number(isIn),
    by: row ? [...others, row] : others,
    ...(by === viewer && { mine: !!row }),
  };
  return { ...held, affirmed };
}
