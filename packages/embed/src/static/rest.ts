import { fact, markup, sayRest, terms, type Markup, type Recognition } from '@kith/core';
import { draw, known, line, wordsOf, type Known } from './draw.js';
import type { Wall } from './letter.js';

/** What was tried, measured and found, who heard it, and what a letter grew out of: it unfolds. */
export function drawRest(letter: Recognition, { people, language, now, letters }: Wall): Markup {
  const { lang, bornFrom, heardBy } = letter;
  const origin = bornFrom === undefined ? undefined : letters.get(bornFrom);
  const heard = heardBy && people.get(heardBy.member);
  const own = (words: string | undefined, name: string): Known => ({ words: [words], names: [name], lang });
  // Each of them is told once, in this order.
  const pieces = [
    own(letter.try, terms.try),
    own(letter.measure, terms.measured),
    own(letter.result, terms.result),
    ...(heard ? [known(heard, `${terms.heard} ${fact('at', heardBy.at)}`)] : []),
    own(heardBy?.did, terms.did),
  ];
  const find = (id: string) => people.get(id);
  const drawn = sayRest(letter, find, origin, language, now, () => '').map(({ said }) => {
    const at = pieces.findIndex(({ words }) => said.some((mark) => words.includes(wordsOf(mark))));
    return line(draw(said, ...(at < 0 ? [] : pieces.splice(at, 1))));
  });
  return markup`\n<details><summary>${language.words.restOfIt}</summary>${drawn}</details>`;
}
