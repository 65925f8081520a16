import { phrase, type Mark, type Phrase } from '../../phrase.js';

/** What a member takes along to places that know nothing of the community. */
export const along = () => ({
  atPlace: (roles: Phrase, where: Mark) => phrase`${roles} at ${where}`,
  hopesFor: (roles: Phrase, where: Mark) => phrase`Wants to be known as ${roles} at ${where}`,
  aLine: 'A line for a profile elsewhere',
  asHtml: 'For a page of your own, as HTML',
  asPicture: 'A picture, light and dark',
  asBadge: 'A badge (Open Badges 3.0)',
  copy: 'Copy',
  copied: 'Copied.',
  selected: "It's selected; copy it from there.",
  download: 'Download',
  downloadOf: (what: string) => `Download: ${what}`,
  nobodySigned: (where: Mark) => phrase`Nobody has signed it. Whoever wants to be sure asks ${where}.`,
  noSite: 'A badge says where its community is found, and this one has no address yet.',
  notSeenYet: 'There is one once others have seen it.',
  namesNobody: 'It says how many have seen it, and names nobody but you.',
  howKnown: 'Others here say what they have seen of it, and letters show it.',
});
