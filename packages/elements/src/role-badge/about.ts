import type { Aside, Say } from '../emit.js';

/** A role, and whom something is said of; where nobody is named, the viewer. */
export interface About {
  role: string;
  member?: string | undefined;
}

/**
 * Says that somebody has seen it of another, or would like to be known for it themselves; in words where there are any.
 * None leave what was said before; empty ones take it back.
 */
export function sayOf(
  { role, member }: About,
  on: boolean,
  words: string | undefined,
  say: Say,
  aside: Aside = {},
): boolean {
  return member === undefined
    ? say('kith-claim-role', { role, on, ...(words !== undefined && { aspires: words }) }, aside)
    : say('kith-affirm-role', { member, role, on, ...(words !== undefined && { because: words }) }, aside);
}
