import type { Ladder, Measure, Member } from './document.js';
import type { NextAct } from './ladder.js';
import type { Mark, Phrase } from './phrase.js';
import { called } from './peers.js';
import type { Language, Words } from './strings.js';

/** Whose act it is, and who goes through a step with people. */
export interface Doer {
  /** By whose name it is told; the reader's own where there is none. */
  name?: Mark | undefined;
  hosts?: readonly Member[];
}

/** As many as a sentence can name. */
const HOSTS = 3;

/**
 * The next smallest act in words. A measure says its own ("Read {n} more posts"), with `{n}` for how many are missing;
 * where it has none, and where another than the reader acts, its label does.
 */
export function sayAct(
  act: NextAct,
  { measures = [] }: Ladder,
  { words, format }: Language<Words<'ladder'>>,
  { name, hosts = [] }: Doer = {},
): Phrase {
  if ('manual' in act) {
    const named = hosts.length && hosts.length <= HOSTS ? format.list(hosts.map(called), 'disjunction') : undefined;
    return words.withHost(named, name);
  }
  if ('sponsors' in act) return words.askSponsors(act.missing, name);
  const measure = measures.find(({ id }) => id === act.measure);
  const { missing } = act;
  if (!measure?.act || name || isOne(missing, measure)) return words.moreOf(missing, labelOf(missing, act, measure));
  return [{ name: measure.act.replaceAll('{n}', () => format.number(missing)) }];
}

/** How far it is already; of nothing yet the act says enough. */
export function saySoFar(act: NextAct, { measures }: Ladder, { words }: Language<Words<'ladder'>>): Phrase | undefined {
  if (!('measure' in act) || act.value <= 0) return undefined;
  const measure = measures?.find(({ id }) => id === act.measure);
  return words.soFar(act.value, act.atLeast, labelOf(act.atLeast, act, measure));
}

/** So many of a measure: "12 pull-ups". */
export function sayMany(n: number, id: string, { measures }: Ladder, { words }: Language<Words<'ladder'>>): string {
  const measure = measures?.find((each) => each.id === id);
  return words.counted(n, labelOf(n, { measure: id }, measure).name);
}

/** What so many are called. A label is a plural; of one the unit says it better. */
export function labelOf(
  n: number,
  { measure: id }: { measure: string },
  measure: Measure | undefined,
): { name: string } {
  return { name: (isOne(n, measure) && measure?.unit) || (measure?.label ?? id) };
}

function isOne(n: number, measure: Measure | undefined): boolean {
  return n === 1 && Boolean(measure?.unit);
}
