import { fold, searchText, type Member } from '@kith/core';
import { sql, type RawBuilder } from 'kysely';
import type { Reader } from './read.js';

/** Characters of the beginning of an ending, and of a word, that are kept: a longer word is several, each over the next. */
const ENDING = 16;
const WORD = 2 * ENDING;
/** Most who may have a word for it to be of use to look there first. */
const FEW = 500;

/** The words that are looked for. */
export function wordsIn(text: string): string[] {
  return fold(text).match(/\S+/g) ?? [];
}

/** The words a member is found by, who is found by any part of them. */
export function wordsOf(member: Member): string[] {
  return [...new Set((searchText(member).match(/\S+/g) ?? []).flatMap(inPieces))];
}

function inPieces(word: string): string[] {
  const characters = [...word];
  const pieces = [characters.slice(0, WORD)];
  for (let start = ENDING; start + ENDING < characters.length; start += ENDING)
    pieces.push(characters.slice(start, start + WORD));
  return pieces.map((piece) => piece.join(''));
}

/** Where a word may be looked up: what it has from each of its characters on. */
export function endingsOf(word: string): { ending: string; word: string }[] {
  const characters = [...word];
  return characters.map((_, start) => ({ ending: characters.slice(start, start + ENDING).join(''), word }));
}

/** Those who may have the word that the fewest have; nothing where many have each. */
export async function havingRarest(
  { trx, community }: Reader,
  words: readonly string[],
): Promise<RawBuilder<string[]> | undefined> {
  const having = (word: string) => {
    const start = [...word].slice(0, ENDING).join('');
    return sql`
      select k.member from ending e join mark k on k.community = e.community and k.kind = 'word' and k.mark = e.word
      where e.community = ${community} and e.ending >= ${start} and e.ending < ${`${start}\u{10ffff}`}`;
  };
  const counts = words.map((word) => sql`(select count(*)::int from (${having(word)} limit ${FEW + 1}) found)`);
  const { rows } = await sql<{ counts: number[] }>`select array[${sql.join(counts)}] as counts`.execute(trx);
  const all = rows[0]?.counts ?? [];
  const least = Math.min(...all);
  return least > FEW ? undefined : sql<string[]>`array(${having(words[all.indexOf(least)] ?? '')})`;
}
