import {
  createStore,
  ProviderError,
  type CommunityDocument,
  type Member,
  type Provider,
  type Recognition,
  type Store,
} from '@kith/core';
import { memory } from '@kith/providers/memory';

/** The day it is in every story. */
const TODAY = new Date('2026-11-21T12:00:00Z');

const names = [
  ['Ada Obi', 'Ada'],
  ['Bo Nilsson', 'Bo'],
  ['Noor', 'Noor'],
  ['Tomás Arrieta', 'Tomás'],
  ['田中 ゆき', 'ゆき'],
  ['Sita Rao', 'Sita'],
  ['ليلى حداد', 'ليلى'],
  ['मीरा जोशी', 'मीरा'],
  ['Siobhán Ní Dhálaigh', 'Siobhán'],
  ['Nguyễn Thị Linh', 'Linh'],
  ['Anneliese-Katharina Schwarzenbacher-Featherstonehaugh', 'Anneliese-Katharina'],
  ['O’Dowd', 'Gus'],
] as const;

const deeds = [
  'The kettle works. So does my mother’s radio.',
  'You held the lamp for two hours and never once said left a bit.',
  'Room 12 needed six sewing machines that did not jam. You sat with every one of them through a wet Sunday, and on Monday eleven children made bags. They have asked me to tell you that the zips are the hard part.',
  'Hook 61 is where you said it would be.',
  'I brought the mower in with the cable cut through, and the cable was the easy half. You took the deck off, found the stone, kept it, and gave it to my daughter, who has it on her windowsill and calls it the mower’s tooth. It cuts straight again. It cuts so straight that my neighbour asked who had done it, and I said: come on Saturday and look. He came. He is on bench 4 now, with his own mower, and he has brought a stone. I thought you should know what you started, because you had gone before he got there.',
  'Four of us carried the lathe. You counted, so nobody lost a toe.',
];

/** Members of many names; as many as wanted. */
export function people(count: number): Member[] {
  return Array.from({ length: count }, (_, i) => {
    const [name, called] = names[i % names.length] ?? names[0];
    return { id: `m${i}`, name, called, kind: 'person', host: i === 5 };
  });
}

/** Letters between these people; as many as wanted, one a day back from today. */
export function letters(count: number, among: readonly Member[]): Recognition[] {
  return Array.from({ length: count }, (_, i) => {
    const by = among.slice(1, 2 + (i % 5)).map(({ id }) => id);
    return {
      id: `r${i}`,
      occasion: i % 9 === 4 ? 'first' : 'thanks',
      from: among[i % among.length]?.id ?? 'm0',
      to: [among[(i + 1) % among.length]?.id ?? 'm0'],
      text: i % 9 === 4 ? 'First joint that held' : (deeds[i % deeds.length] ?? ''),
      lang: 'en',
      role: ['sharer', 'connector', 'curator', 'innovator', 'builder', 'storyteller'][i % 6] ?? 'sharer',
      at: new Date(TODAY.getTime() - (i + 1) * 86_400_000).toISOString(),
      cheers: { count: by.length, by },
    };
  });
}

/** A whole community, with whatever a story wants to be different. */
export function community(count: number, different: Partial<CommunityDocument> = {}): CommunityDocument {
  const members = people(Math.max(2, Math.min(count, 60)));
  return {
    kith: 1,
    community: { id: 'tool-library', name: 'Riverside Tool Library', locale: 'en' },
    purpose: {
      version: 1,
      statement: 'Everyone can fix something',
      threshold: 25,
      made: { count: 1204, unit: 'repairs finished together', href: 'https://tools.example/repairs' },
      invitation: { label: 'Bring one broken thing on Saturday', href: 'https://tools.example/saturday' },
      counts: { withUs: 412, pledged: 87, active: 31 },
      by: members.map(({ id }) => id),
    },
    members,
    recognitions: letters(count, members),
    ...different,
  };
}

export function storeOf(document: CommunityDocument, viewer?: string): Store {
  return storeAt(memory(document, { now: () => TODAY }), viewer);
}

/** A store whose provider never answers, or answers so. */
export function storeThat(answers: 'waits' | ProviderError): Store {
  return storeAt({
    name: 'story',
    takes: new Set(),
    read: () => (answers === 'waits' ? new Promise(() => undefined) : Promise.reject(answers)),
  });
}

/** A store that knows everything, and answers a wish so. */
export function storeThatAnswers(
  document: CommunityDocument,
  answers: 'waits' | ProviderError,
  viewer?: string,
): Store {
  const send = () => (answers === 'waits' ? new Promise<never>(() => undefined) : Promise.reject(answers));
  return storeAt({ ...memory(document, { now: () => TODAY }), send }, viewer);
}

/** A store that knew everything once, and then could not be reached. */
export function storeThatWasCutOff(document: CommunityDocument, viewer?: string): Store {
  const source = memory(document);
  let reads = 0;
  let changed: (() => void) | undefined;
  const provider: Provider = {
    name: 'story',
    takes: new Set(),
    read: async (query, signal) => {
      if (reads++ > 2) throw new ProviderError('offline');
      const answer = await source.read(query, signal);
      queueMicrotask(() => changed?.());
      return answer;
    },
    watch(listener) {
      changed = () => listener({ revision: 2, touched: [{ kind: 'recognition', id: 'r0' }] });
      return () => (changed = undefined);
    },
  };
  return storeAt(provider, viewer);
}

function storeAt(provider: Provider, viewer?: string): Store {
  return createStore(provider, { now: () => TODAY, patience: 1e9, ...(viewer && { viewer }) });
}
