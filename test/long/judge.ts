import { subjectOf } from '../../packages/core/src/rules/index.js';
import type { FaultServer } from './fault-server.js';
import { meant, said } from './village.js';

/** What a run came to. All lists are empty where every promise was kept. */
export interface Soaked {
  /** Wishes that were promised to be kept. */
  promised: number;
  /** Promised, or sent, and in the end neither carried out nor kept with a refusal. */
  lost: string[];
  /** Promised, or sent, and after the browser was killed neither carried out nor on the disk. */
  forgotten: string[];
  /** Carried out more than once. */
  twice: string[];
  /** Carried out before an earlier wish about the same thing. */
  disordered: string[];
  /** What is held and should not be, by the last word about each thing; and the reverse. */
  differing: string[];
  /** Still waiting after the storm. */
  waiting: number;
  /** How often each thing befell them. */
  faults: Record<string, number>;
}

/** What of one list is not in the other, as often as it is there too often. */
function without(all: readonly string[], those: readonly string[]): string[] {
  const rest = [...those];
  return all.filter((each) => {
    const at = rest.indexOf(each);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

/** What was promised, or known to the server, and is neither carried out nor kept. */
export function missing(
  promised: ReadonlySet<string>,
  { village, arrived }: FaultServer,
  kept: ReadonlyMap<string, unknown>,
): string[] {
  const taken = new Set(village.taken.map(({ key }) => key));
  return [...new Set([...promised, ...arrived])].filter((key) => !taken.has(key) && !kept.has(key));
}

/** What they came to, by what the server holds, what was promised and what is still on the disk. */
export function judged(
  server: FaultServer,
  promised: ReadonlySet<string>,
  kept: ReadonlyMap<string, string | undefined>,
): Omit<Soaked, 'forgotten' | 'waiting' | 'faults'> {
  const { taken } = server.village;
  const keys = taken.map(({ key }) => key);
  const texts = taken.flatMap(({ name, detail }) => (name === 'recognize' ? [detail.text] : []));
  const latest = new Map<string, string>();
  const disordered: string[] = [];
  for (const intent of taken) {
    const about = subjectOf(intent);
    if ((latest.get(about) ?? '') > intent.key) disordered.push(`${about}: ${intent.key}`);
    latest.set(about, intent.key);
  }
  const is = said(server.village);
  const should = meant([...taken].sort((a, b) => (a.key < b.key ? -1 : 1)));
  return {
    promised: promised.size,
    lost: missing(promised, server, new Map([...kept].filter(([, refusal]) => refusal))),
    twice: [...keys, ...texts].filter((each, i, all) => all.indexOf(each) !== i),
    disordered,
    differing: [...without(is, should), ...without(should, is)],
  };
}
