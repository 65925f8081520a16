import type { Intent, Recognition } from '@kith/core';
import { textOf } from '../acts/index.js';
import type { Asking, Desk } from './desk.js';
import { letterOf } from './wishes.js';

export { wallActsStyles as styles } from './acts.styles.js';
export { Desk } from './desk.js';
export { doing } from './doing.js';
export { ownLetters } from './own-letters.js';
export { askedElsewhere } from './questions.js';
export { Telling } from '../acts/index.js';
export { isOfLetters, letterOf } from './wishes.js';

/**
 * Opens the question again that a wish answered, with what was written, also about a letter that is not here; false where
 * it answered none.
 */
export function rewrite(intent: Intent, letters: readonly Recognition[], desk: Desk): boolean {
  const { key, name, detail } = intent;
  const [to] = name === 'recognize' ? detail.to : [];
  const about = letterOf(intent);
  const letter = letters.find((each) => (about === undefined ? isHelpOf(to, each, intent) : each.id === about));
  const id = letter?.id ?? about;
  if (id === undefined) return false;
  desk.mend({ place: letter ? 'wall' : 'status', id, asks: name as Asking, to }, key, textOf(intent) ?? '');
  return true;
}

/** Whether this is the ask that somebody is thanked for answering. */
function isHelpOf(to: string | undefined, { occasion, from, answers }: Recognition, { actor }: Intent): boolean {
  const isTheirs = actor !== undefined && 'member' in actor && actor.member === from;
  return to !== undefined && isTheirs && occasion === 'ask' && answers?.some(({ member }) => member === to) === true;
}
