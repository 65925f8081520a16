import type { Format } from '../../format.js';
import { phrase, type Mark, type Phrase } from '../../phrase.js';

/** What the badge's acts say once they are under way. */
export const badgeActs = (f: Format) => ({
  whatSeen: 'What did you see?',
  canRead: (name: Mark) => phrase`${name} can read what you saw.`,
  onlyThey: (name: Mark) => phrase`Only ${name} sees it until they say yes.`,
  ownWords: 'Say it in your own words',
  addWords: 'Add it',
  // a role that is theirs no more
  noLonger: (role: Mark) => phrase`${role} stands here no more.`,
  putBack: 'Put it back',
  // what others suggest, and its answers
  thinkOf: (by: Phrase | undefined, n: number, role: string, because?: Phrase) => {
    const thinks = f.plural(n, { one: 'thinks', other: 'think' });
    const article = /^[aeiou]/i.test(role) ? 'an' : 'a';
    const said = phrase`${by ?? 'Somebody'} ${thinks} of you as ${article} ${{ name: role }}`;
    return because ? phrase`${said}: “${because}”` : phrase`${said}.`;
  },
  thatsMe: "That's me",
  notMe: 'Not me',
  shownNowhere: (by: Phrase | undefined, n: number) =>
    phrase`Nothing is shown. ${by ?? 'Nobody'} ${by ? f.plural(n, { one: "isn't", other: "aren't" }) : 'is'} told.`,
});
