import { terms, type Fact, type Ladder, type Progress } from '@kith/core';
import {
  all,
  atOf,
  filled,
  first,
  hrefOf,
  numberOf,
  some,
  valueOf,
  values,
  whole,
  words,
  type Said,
} from './html-said.js';

/** A ladder with its rungs; none where it has no id. */
export function readLadder(said: Said): Partial<Ladder>[] {
  const id = valueOf(said, 'id');
  if (id === undefined) return [];
  const [units, acts] = [keyed(said, 'unit'), keyed(said, 'acts')];
  const measures = [...keyed(said, 'label')].map(([id, label]) =>
    whole({ id, label, unit: units.get(id), act: acts.get(id) }),
  );
  const unlocks = all(said, terms.unlock);
  const rungs = all(said, terms.rung).map((rung) => {
    const can = first(rung, terms.can);
    const id = valueOf(rung, 'id');
    const needs = [
      ...pairs(rung, 'at-least').map(([measure, least]) => ({ measure, atLeast: Number(least) })),
      ...values(rung, 'sponsors').map((each) => ({ sponsors: Number(each) })),
      ...values(rung, 'manual').map(() => ({ manual: true as const })),
    ];
    const opens = unlocks
      .filter((each) => valueOf(each, 'rung') === id)
      .map((each) => whole({ reward: valueOf(each, 'reward'), label: words(each), href: hrefOf(each) }));
    return whole({
      id,
      name: valueOf(rung, 'name') ?? words(first(rung, terms.name)),
      can: valueOf(can, 'exact') ?? words(can),
      needs: some(needs),
      unlocks: some(opens),
    });
  });
  return [
    whole({ id, name: words(first(said, terms.name, terms.rung)), measures: some(measures), rungs }) as Partial<Ladder>,
  ];
}

/** How far somebody has come on a ladder; nothing where it is nobody's. */
export function readProgress(said: Said): Partial<Progress>[] {
  const [ladder, member] = [valueOf(said, 'id'), valueOf(said, 'member')];
  if (ladder === undefined || member === undefined) return [];
  const rungs = all(said, terms.rung);
  const of = <T>(value: (rung: Said) => T | undefined) =>
    filled(Object.fromEntries(rungs.map((each) => [valueOf(each, 'id') ?? '', value(each)])));
  // The newest stands first; of one moment the later in a document is the later.
  const records = all(said, terms.best)
    .toReversed()
    .map((each) => whole({ measure: valueOf(each, 'measure'), value: numberOf(each, 'value'), at: atOf(each) }));
  const cheers = rungs.flatMap((each) => {
    const count = numberOf(each, 'cheers');
    return count === undefined ? [] : [{ rung: valueOf(each, 'id'), count, by: values(each, 'cheered') }];
  });
  return [
    whole({
      member,
      ladder,
      measures: filled(Object.fromEntries([...keyed(said, 'value')].map(([id, value]) => [id, Number(value)]))),
      reached: of((each) => valueOf(each, 'reached')),
      sponsors: of((each) => some(values(each, 'sponsored'))),
      records: some(records),
      cheers: some(cheers),
    }) as Partial<Progress>,
  ];
}

/** Facts that begin with what they are of: "posts 25". */
function pairs(said: Said, fact: Fact): [of: string, value: string][] {
  return values(said, fact).map((each) => {
    const at = each.indexOf(' ');
    return [each.slice(0, at), each.slice(at + 1)];
  });
}

function keyed(said: Said, fact: Fact): Map<string, string> {
  return new Map(pairs(said, fact));
}
