import type { Recognition, Tally } from './document.js';
import type { IntentName } from './rules/intent.js';

/** Who looks at a letter: a member's id, or nobody that is known; and whether they are a host. */
export interface Looker {
  viewer: string | undefined;
  isHost?: boolean | undefined;
}

/** What somebody may wish about a letter, by what they wished of it already; `undefined` where it is not theirs to wish. */
export interface LetterActs {
  /** Whether they cheered. */
  cheer: boolean | undefined;
  /** Whether they would say that too. */
  back: boolean | undefined;
  answer: boolean;
  /** They asked, and may thank whoever answered. */
  thankHelp: boolean;
  /** Something of it is not done every day: it waits behind a press. */
  further: boolean;
}

/** What who looks at a letter that stands may wish about it, where `takes` says what can be wished. */
export function actsOn(letter: Recognition, looker: Looker, takes: (name: IntentName) => boolean): LetterActs {
  const { viewer } = looker;
  const { occasion, cheers, backed } = letter;
  const { isMine, isToMe } = standsTo(letter, looker);
  const isAsk = occasion === 'ask';
  return {
    cheer: !isMine && !isToMe && takes('cheer') ? isIn(cheers, viewer) : undefined,
    back: !isMine && (isAsk || occasion === 'idea') && takes('back') ? isIn(backed, viewer) : undefined,
    answer: !isMine && isAsk && takes('answer'),
    thankHelp: isMine && isAsk && takes('recognize'),
    further: takes('report') || takes('retract'),
  };
}

/** How a letter stands to who looks at it: theirs, or to them, and what they said to that. */
export function standsTo({ from, to = [], consents }: Recognition, { viewer }: Looker) {
  const isSomebody = viewer !== undefined;
  const said = isSomebody ? consents?.find(({ member }) => member === viewer)?.as : undefined;
  return {
    isMine: isSomebody && from === viewer,
    isToMe: isSomebody && (to.includes(viewer) || said !== undefined),
    said,
  };
}

/** Whether somebody is in a tally. */
export function isIn(tally: Tally | undefined, viewer: string | undefined): boolean {
  return viewer !== undefined && (tally?.mine === true || tally?.by?.includes(viewer) === true);
}
