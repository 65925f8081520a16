import type { Recognition } from './document.js';
import { standsTo, type Looker } from './letter-acts.js';
import type { IntentName } from './rules/intent.js';

/** What is not done every day about a letter; `undefined` where it is not theirs to wish. */
export interface FurtherActs {
  /** Whether it is kept, by them or with a host's say. */
  keep: boolean | undefined;
  /** They are written about: what they said to that, or that they said nothing yet. */
  consent: string | undefined;
  thank: boolean;
  retract: boolean;
  report: boolean;
}

/** What else who looks at a letter that stands may wish about it, where `takes` says what can be wished. */
export function furtherOn(letter: Recognition, looker: Looker, takes: (name: IntentName) => boolean): FurtherActs {
  const { viewer, isHost = false } = looker;
  const { kept } = letter;
  const { isMine, isToMe, said } = standsTo(letter, looker);
  const isTheirsToKeep = viewer !== undefined && (!kept || kept.by === viewer || isHost);
  return {
    keep: isTheirsToKeep && takes('keep') ? !!kept : undefined,
    consent: isToMe && takes('consent') ? (said ?? 'asked') : undefined,
    thank: said === 'named' && takes('thank'),
    retract: (isMine || isHost) && takes('retract'),
    report: !isMine && takes('report'),
  };
}
