import { fact, terms, type LetterSaid, type Recognition } from '@kith/core';
import { draw, element, known, line, type Drawn, type Known } from './draw.js';
import { drawEvidence } from './evidence.js';
import type { Wall } from './letter.js';

/** What was answered to an ask, then what was said to a letter. */
export function drawReplies({ answers = [], replies = [] }: Recognition, said: LetterSaid, wall: Wall): Drawn {
  if (!said.replies.length) return undefined;
  const rows = [...answers, ...replies];
  return said.replies.map((each, i) => {
    const row = rows[i];
    if (!row) return undefined;
    const author = row.member === undefined ? undefined : wall.people.get(row.member);
    const pieces: Known[] = author ? [known(author, terms.author)] : [];
    const words: Known = { words: [row.text], names: [terms.text], lang: each.lang };
    const names = [i < answers.length ? terms.answer : terms.reply, 'h-cite', fact('id', row.id), fact('at', row.at)];
    return element('div', names, [line(draw(each.said, ...pieces, words)), drawEvidence(row, each.evidence, wall)]);
  });
}
