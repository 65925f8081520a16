import type { Format } from '../../format.js';
import { phrase, type Mark } from '../../phrase.js';

/** What stands in what is published of a community beside its widgets: pictures, counts, the head of a page. */
export const outside = (f: Format) => ({
  lettersIn: (place: string) => `Letters, ${place}`,
  peopleIn: (place: string) => `People, ${place}`,
  purposeOf: (place: string) => `What ${place} stands for`,
  comesFrom: (place: Mark) => phrase`What stands here comes from ${place}.`,
  andLetters: (n: number) => f.plural(n, { one: 'and one more letter', other: `and ${f.number(n)} more letters` }),
  andPeople: (n: number) => f.plural(n, { one: 'and one more', other: `and ${f.number(n)} more` }),
  // the label of a count, of which the number stands beside it
  countLetters: 'letters',
  countPeople: 'people',
  countBehind: 'stand behind it by name',
  countIn: 'counted in',
  noneYet: 'none yet',
});
