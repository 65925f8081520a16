import type { Format } from '../../format.js';
import { phrase, type Mark, type Phrase } from '../../phrase.js';

/** What the role finder asks: of each of the six what they do, of a site's own role its name. */
export const finder = (f: Format) => ({
  whoSharer: 'Who passes you the news?',
  whoConnector: 'Who introduces people?',
  whoCurator: 'Who knows where the good things are kept?',
  whoInnovator: 'Who tries what nobody here has tried?',
  whoBuilder: 'Who mends what the rest of us stand on?',
  whoStoryteller: 'Who tells what happened here?',
  whoIs: (role: string) => `Who comes to mind for this: ${role}?`,
  whyThem: 'What did you see? (if you like)',
  questionOf: (at: number, of: number) => `Question ${f.number(at)} of ${f.number(of)}`,
  next: 'Next',
  nobodyInMind: 'Nobody comes to mind',
  back: 'Back',
  holdsIt: (name: Mark) => phrase`${name} said yes to this role before. What you say stands with it at once.`,
  suggests: 'Whom you suggest',
  forRole: (name: Mark, role: Mark) => phrase`${name}, ${role}`,
  forRoleBecause: (name: Mark, role: Mark, because: Mark) => phrase`${name}, ${role}: “${because}”`,
  changeThis: (role: string) => `Change: ${role}`,
  suggestThem: (n: number) => f.plural(n, { one: 'Suggest them', other: `Suggest all ${f.number(n)}` }),
  nobodyThisTime: 'Nobody came to mind this time. Nothing is sent.',
  onlyEach: (names: Phrase) => phrase`Only they see it until they say yes, each their own: ${names}.`,
});
