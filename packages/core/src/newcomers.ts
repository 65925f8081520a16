import { canBeMet } from './can-be-met.js';
import type { Member } from './document.js';
import { daysSince } from './introduction.js';
import { acceptedRoles } from './rings.js';

/** The role of whoever brings people together. */
export const CONNECTOR = 'connector';

/** Days for which somebody is new: four weeks, so that every weekly gathering has four to meet them in. */
export const newcomerDays = 28;

/**
 * Whether somebody is new here: a person who is still around, no organiser, and joined at most 28 days ago. Who does not
 * say since when they are here is not.
 */
export function isNewcomer(member: Member, now: Date): boolean {
  const days = daysSince({ at: member.joinedAt }, now);
  // Where they are, it may be tomorrow already.
  return canBeMet(member) && !member.host && days > -1 && days <= newcomerDays;
}

/** Whether somebody said yes to bringing people together: they are there for whoever is new. */
export function isConnector(member: Member): boolean {
  return acceptedRoles(member).has(CONNECTOR);
}
