import type { Known, Letter, Reader } from './known.js';

type Piece = Record<string, unknown>;
type Said = { member?: string; on?: boolean }[];

/** What somebody was told that they may not know, in words for who reads a failure; nothing where all is well. */
export function disclosedIn(text: string, reader: Reader, known: Known): string[] {
  const found = new Set<string>();
  for (const [mark] of text.matchAll(/Q\d+Q/g)) if (!known.marks.get(mark)?.(reader)) found.add(mark);
  for (const [key] of text.matchAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)) {
    const meeting = known.meetings.get(key);
    if (meeting && ![...meeting.people, meeting.by].includes(reader.member ?? '')) found.add(`the introduction ${key}`);
  }
  for (const [, words = ''] of text.matchAll(/"(passes|pledges|counted|reports|settled|asked)":\[/g)) {
    // Reports stand in the queue, without who made them.
    if (words !== 'reports' || !reader.isModerator) found.add(`"${words}"`);
  }
  // A picture or a page says what it says in its words alone.
  if (!text.startsWith('{')) return [...found];
  JSON.parse(text, (_, value: unknown) => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      for (const each of inPiece(value as Piece, reader, known)) found.add(each);
    return value;
  });
  return [...found];
}

function* inPiece(piece: Piece, reader: Reader, known: Known): Generator<string> {
  const me = reader.member;
  const id = String(piece.id);
  const letter = known.letters.get(id);
  if (letter && ('from' in piece || 'text' in piece)) yield* inLetter(id, letter, piece, reader, known);
  const meeting = known.meetings.get(id);
  if (meeting && 'people' in piece) {
    if (piece.state === 'met' && !meeting.met) yield `${id} is said to have met`;
  }
  for (const list of ['answers', 'meetings', 'consents'])
    for (const { member, ...more } of Array.isArray(piece[list]) ? (piece[list] as Said) : [])
      // An answer to an ask has words, and is everybody's.
      if (!('text' in more) && member !== me) yield `the answer of ${member}`;
  // Rows, as who takes theirs along has them.
  if ('as' in piece && piece.member !== me) yield `what ${String(piece.member)} answered`;
  if ('with' in piece && (piece.by ?? piece.member) !== me) yield `what ${String(piece.by ?? piece.member)} wished`;
  const person = known.people.get(id);
  if (person && Array.isArray(piece.roles) && id !== me) {
    if (piece.roles.length && !(person.accepted && known.mayReadWhole(id, reader))) yield `a role of ${id}`;
  }
  const climber = String(piece.member);
  if ('ladder' in piece && known.people.has(climber) && !('by' in piece) && !known.mayReadClimb(climber, reader))
    yield `the climb of ${climber}`;
}

function* inLetter(key: string, letter: Letter, piece: Piece, { member: me }: Reader, known: Known): Generator<string> {
  const { from, to, consents } = letter;
  for (const id of Array.isArray(piece.to) ? (piece.to as string[]) : [])
    if (id !== me && from !== me && consents.get(id) !== 'named') yield `that ${key} is to ${id}`;
  if (piece.state === 'hidden' && consents.get(me ?? '') !== 'hidden') yield `that somebody said no to ${key}`;
  if (piece.state === 'shown' && !known.isOpen(letter) && from !== me) yield `that ${key} is shown`;
  const sayers = Array.isArray(piece.replies) ? (piece.replies as { member?: string }[]) : [];
  for (const { member = '' } of sayers)
    if (to.includes(member) && consents.get(member) !== 'named') yield `that ${member} thanked for ${key}`;
}

/** What a change tells that nobody should hear: anything but kinds and ids, of what everyone saw at some time. */
export function disclosedByChange(text: string, community: string, known: Known): string[] {
  const { revision: _, touched, ...more } = JSON.parse(text) as { touched: Piece[]; revision: number };
  const found = Object.keys(more);
  for (const { kind, id, gone: __, ...contents } of touched) {
    found.push(...Object.keys(contents));
    const isOfAll = id === community || ['purpose', 'role', 'ladder'].includes(String(kind));
    if (!isOfAll && !known.wasOpen.has(`${String(kind)} ${String(id)}`)) found.push(`${String(kind)} ${String(id)}`);
  }
  return found;
}
