import type { Receipt } from '../provider.js';
import type { Actor, Intent, Refusal } from '../rules/intent.js';
import { subjectOf } from '../rules/subject.js';
import type { Kept } from './keep.js';

/** A wish between the click and the moment what is read has it. */
export interface Waiting {
  readonly intent: Intent;
  /** It survives the page. */
  readonly kept: boolean;
  readonly refusal?: Refusal;
  readonly receipt?: Receipt;
}

/** Whether it has no definitive answer yet. That somebody has to sign in first is none. */
export function isOpen(wish: Pick<Waiting, 'refusal' | 'receipt'> | undefined): boolean {
  return !!wish && !wish.receipt && (!wish.refusal || waitsForSignIn(wish));
}

export function waitsForSignIn({ refusal }: Pick<Waiting, 'refusal'>): boolean {
  return refusal?.reason === 'signed-out';
}

const abouts = new WeakMap<Intent, string>();

/** A wish's subject; one that says nothing sensible is about nothing. */
export function aboutOf(intent: Intent): string {
  let about = abouts.get(intent);
  if (about === undefined) {
    about = subjectIn(intent);
    abouts.set(intent, about);
  }
  return about;
}

function subjectIn(intent: Intent): string {
  try {
    return subjectOf(intent);
  } catch {
    return intent.key;
  }
}

interface Acted {
  actor: Actor | undefined;
}

export function sameActor(one: Acted, other: Acted): boolean {
  return JSON.stringify(one.actor) === JSON.stringify(other.actor);
}

/** Whether two wishes go one after another: they are about one thing, and of one actor. */
export function sameLine(one: Intent, other: Intent): boolean {
  return aboutOf(one) === aboutOf(other) && sameActor(one, other);
}

/**
 * What of the kept is this actor's: their own, and what was wished in this tab before anybody had signed in, which
 * becomes the first member's.
 */
export function claimed(kept: Kept, actor: Actor | undefined): Kept[] {
  if (sameActor(kept.intent, { actor })) return [kept];
  if (kept.intent.actor) return [];
  return actor && 'member' in actor ? [{ ...kept, intent: { ...kept.intent, actor } }] : [kept];
}

/** What was kept, as it waits. */
export function shown({ intent, refusal }: Kept): Waiting {
  return { intent, kept: true, ...(refusal && { refusal }) };
}

/** In the order they were made. */
export function byKey(one: { intent: Intent }, other: { intent: Intent }): number {
  return one.intent.key < other.intent.key ? -1 : 1;
}
