import type { Format } from '../../format.js';

/** What a role of somebody's says once it is unfolded. */
export const roleDetail = (f: Format) => ({
  lettersShow: 'Letters that show it',
  noLetterYet: 'No letter shows it yet.',
  lettersBeyond: 'There may be more, further down the wall.',
  moreLetters: (n: number) => f.plural(n, { one: 'And one more letter.', other: `And ${f.number(n)} more letters.` }),
});
