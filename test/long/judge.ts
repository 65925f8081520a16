import { subjectOf } from '../../packages/core/src/rules/index.js';
import type { FaultServer } from './fault-server.js';
import { createVillage, said } from './village.js';

/** What a run came to. All lists are empty where every promise was kept. */
export interface Soaked {
  /** Wishes that were promised to be kept. */
  promised: number;
  /** Promised, and in the end neither carried out nor kept with a refusal. */
  lost: string[];
  /** Promised, and after the browser was killed neither carried out nor on the disk. */
  forgotten: string[];
  /** Carried out more than once. */
  twice: string[];
  /** Carried out before an earlier wish about the same thing. */
  disordered: string[];
  /** What is held that the wishes, each carried out once in the order they were made, do not lead to; and the reverse. */
  differing: string[];
  /** Still waiting after the storm. */
  waiting: number;
  /** How often each thing befell them. */
  faults: Record<string, number>;
}

/** What was promised, and is neither carried out nor kept. */
export function missing(
  promised: ReadonlySet<string>,
  { village }: FaultServer,
  kept: ReadonlyMap<string, unknown>,
): string[] {
  const taken = new Set(village.taken.map(({ key }) => key));
  return [...promised].filter((key) => !taken.has(key) && !kept.has(key));
}

/** What they came to, by what the server holds, what was promised and what is still on the disk. */
export function judged(
  server: FaultServer,
  promised: ReadonlySet<string>,
  kept: ReadonlyMap<string, string | undefined>,
): Omit<Soaked, 'forgotten' | 'waiting' | 'faults'> {
  const { village } = server;
  const { taken } = village;
  const keys = taken.map(({ key }) => key);
  const texts = taken.flatMap(({ name, detail }) => (name === 'recognize' ? [detail.text] : []));
  const latest = new Map<string, string>();
  const disordered: string[] = [];
  for (const intent of taken) {
    const about = subjectOf(intent);
    if ((latest.get(about) ?? '') > intent.key) disordered.push(`${about}: ${intent.key}`);
    latest.set(about, intent.key);
  }
  const rightly = createVillage();
  for (const intent of [...taken].sort((a, b) => (a.key < b.key ? -1 : 1))) rightly.take(intent);
  const [is, should] = [said(village), said(rightly)];
  return {
    promised: promised.size,
    lost: missing(promised, server, new Map([...kept].filter(([, refusal]) => refusal))),
    twice: [...keys, ...texts].filter((each, i, all) => all.indexOf(each) !== i),
    disordered,
    differing: [...is.filter((row) => !should.includes(row)), ...should.filter((row) => !is.includes(row))],
  };
}
