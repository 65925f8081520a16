import type { Intent, Recognition, Store, Waiting } from '@kith/core';
import type { ReactiveControllerHost } from 'lit';
import { Telling, textOf } from '../acts/index.js';
import { AtomController } from '../atom-controller.js';
import { wallActsStyles } from './acts.styles.js';
import type { Composing } from './composing.js';
import { Desk, type Asking } from './desk.js';
import { doing } from './doing.js';
import type { Drawing } from './letter.js';
import { ownLetters } from './own-letters.js';
import { askedElsewhere } from './questions.js';
import { Acquaintance } from './together.js';
import { isOfLetters, letterOf } from './wishes.js';

interface Host extends ReactiveControllerHost, HTMLElement {
  readonly store: Store | undefined;
}

/** What is done on a wall; `letters` are those that are here, `composing` is where others are written. */
export function actsOf(
  wall: Host,
  letters: () => readonly Recognition[],
  composing: { readonly here: Composing | undefined; do(act: (composing: Composing) => void): void },
) {
  const desk = new Desk(wall);
  desk.acquaintance = new Acquaintance(wall, desk);
  // Nobody else has any.
  const inbox = new AtomController(wall, () => {
    const { store } = wall;
    return store?.viewer !== undefined && store.takes('consent') ? store.ask({ kind: 'inbox' }).$answer : undefined;
  });
  const telling = new Telling(wall, 'wall', (intent) => desk.has(letterOf(intent)));
  return {
    ...{ styles: wallActsStyles, desk, telling },
    doing: (told: readonly Waiting[], lines: Parameters<typeof doing>[2]) => doing(told, desk, lines),
    /** The letters that wait for the reader, and theirs. */
    own: (letters: readonly Recognition[], drawing: Drawing) =>
      ownLetters(inbox.value?.value, letters, drawing, composing.here),
    /** How a wish about a letter stands is said beneath the letter: these are about none that is here. */
    elsewhere: (told: readonly Waiting[]) => told.filter(({ intent }) => !desk.has(letterOf(intent))),
    askedElsewhere: (drawing: Drawing) => askedElsewhere(drawing, desk),
    isOwn: (intent: Intent) =>
      isOfLetters(intent) ? telling.isOurs(intent) : intent.name === 'ask-intro' && telling.wasSaidHere(intent),
    editing: () => desk.editing ?? composing.here?.editing,
    edit(intent: Intent) {
      const { key, name, detail } = intent;
      if (name === 'ask-intro') {
        const { with: to, text = '', reasons: because } = detail;
        desk.mend({ place: 'status', id: '', asks: 'meet', to, because }, key, text);
      } else if (!rewrite(intent, letters(), desk)) composing.do((here) => here.takeUp(intent));
    },
  };
}

/**
 * Opens the question again that a wish answered, with what was written, also about a letter that is not here; false where
 * it answered none.
 */
function rewrite(intent: Intent, letters: readonly Recognition[], desk: Desk): boolean {
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
