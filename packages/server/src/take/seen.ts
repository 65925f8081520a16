import type { Change, Member } from '@kith/core';
import { keyOf, pieceOf, type Key, type RowChange, type Table } from '@kith/core/rules';
import { letterOf, type LetterAfter } from './letter.js';
import type { More } from '../read/tally.js';
import type { Asking, Known } from './known.js';

/** A row before and after what follows from a wish: `null` where there is none. */
export interface Turned {
  table: Table;
  ids: string[];
  before: Body | null;
  after: Body | null;
}
type Body = Record<string, unknown>;

/** What is seen of what follows from a wish. */
export interface Seen {
  touched: Change['touched'];
  /** Letters of which everyone may see more or less than before. */
  letters: LetterAfter[];
  /** Members whom everyone may see more or less of. */
  people: string[];
  /** Who holds a role that did not, or no longer does, as far as anybody else sees it. */
  holders: { member: string; more: More }[];
}

/** The rows that changes leave, each with what was there. What was there must be known. */
export function turnedBy(changes: readonly RowChange[], known: Known): Map<Key, Turned> {
  const turned = new Map<Key, Turned>();
  for (const change of changes) {
    const key = 'put' in change ? change.put : change.remove;
    const [table, ...ids] = key.split(' ') as [Table, ...string[]];
    const { before, after: was } = turned.get(key) ?? { before: known.get(key) as Body | null, after: known.get(key) };
    turned.set(key, { table, ids, before, after: 'put' in change ? merged(was as Body | null, change.row) : null });
  }
  return turned;
}

/** Fields given replace those there are, `null` drops one. */
function merged(before: Body | null, row: object): Body {
  const fields = Object.entries({ ...before, ...row }).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(fields);
}

/**
 * What everyone sees differently, told from the rows that change: what two people say to each other, a no, and whatever
 * stands in what nobody sees, touches nothing.
 */
export function* seenOf(turned: ReadonlyMap<Key, Turned>, known: Known): Asking<Seen> {
  const names = new Set<string>();
  const gone = new Set<string>();
  const naming: NamingChange = { but: new Set(), before: new Set(), after: new Set() };
  const letters = new Map<string, LetterAfter>();
  const holders: Seen['holders'] = [];
  for (const [key, row] of turned) {
    if (row.table === 'holding') holders.push(...(yield* holderIn(row, known)));
    if (row.table === 'recognition' || row.table === 'consent') {
      const [id = ''] = row.ids;
      if (letters.has(id)) continue;
      const letter = yield* letterOf(id, turned, known);
      letters.set(id, letter);
      addNaming(naming, id, letter.before?.faces, letter.after?.faces);
      if (letter.isTouched) names.add(`recognition ${id}`);
      if (letter.isTouched && !letter.after?.open) gone.add(`recognition ${id}`);
    } else if (yield* isSeen(row, known, naming)) {
      names.add(pieceOf(key));
      if (row.table === 'climb' && !isOpened(row.after)) gone.add(pieceOf(key));
    }
  }
  for (const id of new Set([...naming.before, ...naming.after])) {
    const member = yield* whoIs(id, known);
    if (!member || isWhole(member) || naming.before.has(id) === naming.after.has(id)) continue;
    if (yield* isNamedBut(id, naming.but, known)) continue;
    names.add(`member ${id}`);
    if (!naming.after.has(id)) gone.add(`member ${id}`);
  }
  for (const {
    table,
    ids: [id = ''],
    after,
  } of turned.values())
    if (table === 'member' && names.has(`member ${id}`) && !isWhole(after as Member | null))
      if (!after || !(naming.after.has(id) || (yield* isNamedBut(id, naming.but, known)))) gone.add(`member ${id}`);
  return {
    touched: [...names].map((name) => touch(name, gone.has(name))),
    letters: [...letters.values()],
    people: [...new Set([...naming.before, ...naming.after])],
    holders,
  };
}

/** Somebody who says yes to a role, or no longer: nobody else counts who shows themselves to nobody. */
function* holderIn({ ids: [member = '', role = ''], before, after }: Turned, known: Known): Asking<Seen['holders']> {
  const count = Number(after?.['accepted'] === true) - Number(before?.['accepted'] === true);
  if (!count) return [];
  const { visibility = '' } = (yield* whoIs(member, known)) ?? {};
  if (!['everyone', 'members'].includes(visibility)) return [];
  return [{ member, more: { kind: 'holder', facets: [role, String(visibility === 'everyone'), 'true'], count } }];
}

function touch(name: string, isGone: boolean): Change['touched'][number] {
  const [kind = '', id = ''] = name.split(' ');
  return { kind, id, ...(isGone && { gone: true as const }) };
}

/** By what members are named that changes, and whom it named before and names after. */
interface NamingChange {
  but: Set<string>;
  before: Set<string>;
  after: Set<string>;
}

function addNaming(naming: NamingChange, by: string, before: readonly string[] = [], after: readonly string[] = []) {
  naming.but.add(by);
  for (const id of before) naming.before.add(id);
  for (const id of after) naming.after.add(id);
}

/** Whether everyone sees that a row is not as it was. */
function* isSeen({ table, ids, before, after }: Turned, known: Known, naming: NamingChange): Asking<boolean> {
  const [id = '', second = '', third = ''] = ids;
  const flips = !before !== !after;
  switch (table) {
    case 'with-us': {
      if (!flips) return false;
      if (id === 'guest') return true;
      yield [keyOf('pledge', second)];
      return !known.row(keyOf('pledge', second));
    }
    case 'pledge': {
      yield [keyOf('purpose', 'purpose'), keyOf('with-us', 'member', id)];
      const { version = 1 } = known.row(keyOf('purpose', 'purpose')) ?? {};
      const [was, is] = [before?.['version'] === version, after?.['version'] === version];
      addNaming(naming, 'pledge/', was ? [id] : [], is ? [id] : []);
      return was !== is || (flips && !known.row(keyOf('with-us', 'member', id)));
    }
    case 'line':
      addNaming(naming, id, memberOf(before), memberOf(after));
      return !same(before, after);
    case 'backing': {
      if (!flips) return false;
      if (id !== 'line') return yield* isOpen(second, known);
      yield [keyOf('line', second)];
      return known.row(keyOf('line', second)) !== null;
    }
    case 'holding':
      return !same(shownHolding(before), shownHolding(after)) && isWhole(yield* whoIs(id, known));
    case 'affirmation': {
      yield [keyOf('member', id), keyOf('holding', id, second)];
      if (!isWhole(known.member(id)) || !known.row(keyOf('holding', id, second))?.accepted) return false;
      return flips || (!same(before, after) && (yield* isPresent(third, known)));
    }
    case 'cheer':
      return flips && (yield* isOpen(id, known));
    case 'reply':
    case 'answer':
      return (
        !same(before, after) && (yield* isOpen(id, known)) && (yield* arePresent([before, after], 'member', known))
      );
    case 'keeping': {
      const said = (row: Body | null) => row && { by: row['by'], because: row['because'] };
      if (same(said(before), said(after)) || !(yield* isOpen(id, known))) return false;
      return yield* arePresent([before, after], 'by', known);
    }
    case 'climb': {
      const [was, is] = [isOpened(before), isOpened(after)];
      addNaming(naming, `climb/${second}`, was ? [id] : [], is ? [id] : []);
      return (was || is) && !same(before, after);
    }
    case 'reached':
    case 'record':
      return !same(before, after) && (yield* isOpenClimb(id, second, known));
    case 'rung-cheer':
      return flips && (yield* isOpenClimb(id, second, known));
    case 'sponsorship':
      return flips && (yield* isOpenClimb(id, second, known)) && (yield* isPresent(ids[3] ?? '', known));
    case 'member': {
      if (!before && !after) return false;
      const whole = [before, after].map((row) => isWhole(row as Member | null));
      return whole.includes(true) ? !same(before, after) : flips && (yield* isNamedBut(id, naming.but, known));
    }
    case 'report':
    case 'introduction':
    case 'asking':
    case 'introduction-answer':
    case 'pass':
    case 'meeting':
      return false;
    case 'community':
    case 'purpose':
    case 'role':
    case 'ladder':
      return !same(before, after);
    // These are looked at as the letters they make.
    case 'recognition':
    case 'consent':
      return false;
  }
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const memberOf = (row: Body | null) => (row ? [String(row['member'])] : []);
const isOpened = (row: object | null) => (row as { visibility?: string } | null)?.visibility === 'everyone';
export const isWhole = (member: Member | null) => isOpened(member);

/** What a role somebody holds is to everyone: nothing without their yes. */
function shownHolding(row: Body | null) {
  return row?.['accepted'] === true ? { aspires: row['aspires'] } : null;
}

function* whoIs(id: string, known: Known): Asking<Member | null> {
  yield [keyOf('member', id)];
  return known.member(id);
}

function* isOpen(letter: string, known: Known): Asking<boolean> {
  yield [keyOf('recognition', letter)];
  return known.isOpen(letter);
}

function* isOpenClimb(member: string, ladder: string, known: Known): Asking<boolean> {
  yield [keyOf('climb', member, ladder)];
  return isOpened(known.row(keyOf('climb', member, ladder)));
}

/** Whether everyone may see that there is this member. */
function* isPresent(id: string, known: Known): Asking<boolean> {
  const member = yield* whoIs(id, known);
  if (!member) return !known.isRecord;
  return isWhole(member) || (yield* isNamedBut(id, new Set(), known));
}

function* arePresent(rows: (Body | null)[], field: string, known: Known): Asking<boolean> {
  for (const row of rows) if (row && (yield* isPresent(String(row[field]), known))) return true;
  return false;
}

/** Whether everyone may see of a member by what does not change now. */
function* isNamedBut(id: string, but: ReadonlySet<string>, known: Known): Asking<boolean> {
  const asked = ['named', id, ...but].join(' ') as `named ${string}`;
  yield [asked];
  return known.get(asked) !== null;
}
