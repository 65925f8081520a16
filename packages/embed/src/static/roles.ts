import { fact, sixRoles, terms, type Language, type Markup, type Role, type Strings } from '@kith/core';
import { own } from './draw.js';

/** A role's name, and which it is; one of a site's own says so. */
export function ownRole(role: Role, { words }: Language<Strings>): Markup {
  return own(words.ofRole(role.name), roleNames(role));
}

/** What a role's name is, for whoever reads it as data. */
export function roleNames(role: Role): string[] {
  const six = sixRoles.find(({ id }) => id === role.id);
  const isOwn = !six || (['name', 'description', 'needs'] as const).some((each) => six[each] !== role[each]);
  return [terms.role, fact('id', role.id), ...(isOwn ? [fact('own', 'true')] : [])];
}
