import type { Format } from '../../format.js';

/** What the banner's acts say once they are under way. */
export const bannerActs = (f: Format) => ({
  whyHere: 'What brings you here? One line, if you like.',
  addLine: 'Add it',
  sayThatToo: "I'd say that too",
  saidToo: (n: number) =>
    f.plural(n, { one: 'One person would say that too.', other: `${f.number(n)} people would say that too.` }),
});
