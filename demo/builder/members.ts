import type { Member } from '@kith/core';
import { fold } from './names.js';

/** Puts somebody among the members, unless they are; gives their id. */
export function admit(members: Member[], name: string): string {
  const folded = fold(name);
  const before = members.find((member) => fold(member.name) === folded);
  if (before) return before.id;
  const wanted = idOf(name);
  let id = wanted;
  for (let n = 2; members.some((member) => member.id === id); n++) id = `${wanted}-${n}`;
  members.push({ id, name });
  return id;
}

const idOf = (name: string): string =>
  [...fold(name).replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')]
    .slice(0, 60)
    .join('')
    .replace(/^-+|-+$/g, '') || 'somebody';
