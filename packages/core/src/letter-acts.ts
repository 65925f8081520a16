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
  /** Whether it is kept, by them or with a host's say. */
  keep: boolean | undefined;
  /** They are written about: what they said to that, or that they said nothing yet. */
  consent: string | undefined;
  answer: boolean;
  thank: boolean;
  retract: boolean;
  report: boolean;
  /** They asked, and may thank whoever answered. */
  thankHelp: boolean;
  /** Something of it is not done every day: it waits behind a press. */
  further: boolean;
}

/** What who looks at a letter that stands may wish about it, where `takes` says what can be wished. */
export function actsOn(
  letter: Recognition,
  { viewer, isHost = false }: Looker,
  takes: (name: IntentName) => boolean,
): LetterActs {
  const { from, to = [], occasion, kept } = letter;
  const isSomebody = viewer !== undefined;
  const isMine = isSomebody && from === viewer;
  const said = isSomebody ? letter.consents?.find(({ member }) => member === viewer)?.as : undefined;
  const isToMe = isSomebody && (to.includes(viewer) || said !== undefined);
  const isMineToKeep = !kept || kept.by === viewer || isHost;
  const may = <T>(name: IntentName, isTheirs: boolean, state: T) => (isTheirs && takes(name) ? state : undefined);

  const keep = may('keep', isSomebody && isMineToKeep, !!kept);
  const consent = may('consent', isToMe, said ?? 'asked');
  const thank = !!may('thank', said === 'named', true);
  const retract = !!may('retract', isMine || isHost, true);
  const report = !!may('report', !isMine, true);
  return {
    cheer: may('cheer', !isMine && !isToMe, isIn(letter.cheers, viewer)),
    back: may('back', !isMine && (occasion === 'ask' || occasion === 'idea'), isIn(letter.backed, viewer)),
    keep,
    consent,
    answer: !!may('answer', !isMine && occasion === 'ask', true),
    thank,
    retract,
    report,
    thankHelp: !!may('recognize', isMine && occasion === 'ask', true),
    further: thank || retract || report || consent !== undefined || keep !== undefined,
  };
}

/** Whether somebody is in a tally. */
export function isIn(tally: Tally | undefined, viewer: string | undefined): boolean {
  return viewer !== undefined && (tally?.mine === true || tally?.by?.includes(viewer) === true);
}
