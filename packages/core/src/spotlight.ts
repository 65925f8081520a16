import { byId } from './by-id.js';
import type { Member, Recognition } from './document.js';
import { kinds, known } from './words.js';

/** How long a turn is. */
export type Every = 'day' | 'week';

/** Somebody who has turns: from the turn they are there to the one they are there no longer. */
export interface Waits {
  id: string;
  /** Default: always. */
  from?: number | undefined;
  until?: number | undefined;
}

const DAY = 86_400_000;

/** The number of the turn a moment falls in, in UTC; weeks begin on Monday. NaN for what is no date. */
export function turnOf(at: Date | string, every: Every): number {
  const days = Math.floor(new Date(at).getTime() / DAY);
  // 1970 began on a Thursday.
  return every === 'day' ? days : Math.floor((days + 3) / 7);
}

/**
 * Whose turn it is, from zero on; undefined where nobody is there. People stand in a queue, and whoever had a turn goes to
 * its end: of any turns two people are both there, neither has more than one more than the other, however many letters
 * either has. Whoever comes stands last, so that in the turns before theirs, as many as people are there, nobody else's
 * turn moves; from then on each is a turn later every round. Whoever leaves moves no turn before the first they would
 * have had; from then on each is a turn earlier every round. All this only as long as it is said when they came and
 * left: for somebody who was there and is not even named any more, all turns are dealt anew.
 */
export function spotlight(people: readonly Waits[], turn: number): string | undefined {
  const queue: string[] = [];
  let next = 0;
  let now = 0;
  for (const { at, id, comes } of changesIn(people, turn)) {
    if (queue.length) next = (next + at - now) % queue.length;
    now = at;
    if (comes) queue.splice(next++, 0, id);
    else {
      const place = queue.indexOf(id);
      queue.splice(place, 1);
      if (place < next) next--;
    }
  }
  return queue[queue.length && (next + turn - now) % queue.length];
}

/**
 * Who has turns on a wall: every person a letter that is shown is to, from their first on; whoever
 * left, until they did. How many letters they have changes nothing.
 */
export function spotlit(letters: readonly Recognition[], people: readonly Member[], every: Every): Waits[] {
  const find = byId(people);
  const turns = new Map<string, number>();
  for (const { to = [], at = '', state = 'shown' } of letters) {
    if (state !== 'shown') continue;
    const turn = turnOf(at, every);
    // Of a letter without a date nobody knows that it is new.
    for (const id of to) turns.set(id, Math.min(turns.get(id) ?? Infinity, turn || 0));
  }
  return [...turns].flatMap(([id, from]): Waits[] => {
    const member = find.get(id);
    if (!member || known(member.kind, kinds, 'person') !== 'person') return [];
    if (member.standing !== 'past') return [{ id, from }];
    return [{ id, from, until: turnOf(member.standingSince ?? '', every) || 0 }];
  });
}

interface Coming {
  at: number;
  id: string;
  comes: boolean;
}

/** Who came and who left up to a turn, in order; of one moment by who they are. */
function changesIn(people: readonly Waits[], turn: number): Coming[] {
  const changes: Coming[] = [];
  for (const { id, from = 0, until = Infinity } of byId(people).values()) {
    const at = Math.max(0, from);
    if (at > turn || until <= at) continue;
    changes.push({ at, id, comes: true });
    if (until <= turn) changes.push({ at: until, id, comes: false });
  }
  return changes.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}
