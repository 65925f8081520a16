import { phrase, type Mark } from '../../phrase.js';

/** What is said of a badge from elsewhere. Nothing here says that anybody checked it. */
export const openBadge = () => ({
  aBadge: 'A badge from elsewhere',
  notChecked: "We haven't checked it.",
  issuedBy: (issuer: Mark) => phrase`Issued by ${issuer}. We haven't checked it.`,
  runsUntil: (day: Mark) => phrase`By its dates it runs until ${day}.`,
  ranOut: (day: Mark) => phrase`It ran out on ${day}.`,
  runsFrom: (day: Mark) => phrase`It runs from ${day} on, not yet.`,
  issuerTookBack: 'Its issuer took it back.',
  issuerPutOnHold: 'Its issuer put it on hold.',
  listNotSeen: 'Whether its issuer took it back was not looked up.',
});
