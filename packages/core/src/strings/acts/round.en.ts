import type { Format } from '../../format.js';
import { phrase, type Mark, type Phrase } from '../../phrase.js';

/** What a host reads of a round for everybody; of two it is told to a third. */
export const round = (f: Format) => ({
  whyAllMeet: 'Why should they meet?',
  pairsToAsk: (n: number) => f.plural(n, { one: 'Introduce one pair', other: `Introduce ${f.number(n)} pairs` }),
  pairsAsked: (n: number) =>
    f.plural(n, {
      one: 'One pair will be asked. Each answers on their own.',
      other: `${f.number(n)} pairs will be asked. Each answers on their own.`,
    }),
  leaveOut: 'Leave out this time',
  askedOffers: (asker: Mark, asks: Phrase, name: Mark) => phrase`${asker} asked for ${asks}, and that's ${name}.`,
  theyLike: (topics: Phrase) => phrase`Each of them cares about ${topics}.`,
  theyHelped: (names: Phrase) => phrase`Each of them helped ${names}.`,
  theyHold: (roles: Phrase) => phrase`Each of them is here as ${roles}.`,
  theirOnlyThread: (name: Phrase) => phrase`${name} is the only thread between them so far.`,
  newAndWelcomed: (name: Mark, other: Mark, roles: Phrase) =>
    phrase`${name} is new here, and ${other} is here as ${roles}.`,
  ofTwo: (names: Phrase, why: Phrase) => phrase`${names}: ${why}`,
  notMetYet: "They haven't been introduced lately.",
  // why somebody is in no pair
  leftAlone: (names: Phrase) => phrase`Nobody else is here yet for ${names}.`,
  leftOver: (names: Phrase) => phrase`Nobody is left this time for ${names}.`,
  leftApart: (names: Phrase) => phrase`They show nothing of themselves here: ${names}.`,
  leftHosts: (names: Phrase) => phrase`A round is for members, not for whoever hosts: ${names}.`,
  leftNoPeople: (names: Phrase) => phrase`It is not for bots and organisations: ${names}.`,
  leftPast: (names: Phrase) => phrase`Not around any more: ${names}.`,
  nobodyToIntroduce: 'There is nobody to introduce for now.',
  madeElsewhere: "Whoever runs this community's server makes the round there. Without the last part nobody is asked:",
});
