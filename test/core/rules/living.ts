import type { Answer, CommunityDocument, ProviderError, Query } from '@kith/core';
import {
  createCommons,
  newKey,
  type Actor,
  type Detail,
  type Intent,
  type IntentName,
} from '../../../packages/core/src/rules/index.js';
import { village } from '../village.js';

/** A commons of this community, and whoever lives there. */
export function living(document: CommunityDocument = village()) {
  let clock = new Date('2026-11-01T10:00:00Z');
  const commons = createCommons(document, { now: () => clock });
  const send = (actor: Actor | undefined, name: IntentName, detail: object, key = newKey(clock.getTime())) => {
    const intent = { key, name, detail, actor, community: 'village', at: clock.toISOString() } as Intent;
    try {
      return { key, receipt: commons.take(intent) };
    } catch (error) {
      return { key, refused: (error as ProviderError).reason };
    }
  };
  return {
    commons,
    send,
    wish: <N extends IntentName>(member: string, name: N, detail: Detail<N>, key?: string) =>
      send({ member }, name, detail, key),
    wait(days: number) {
      clock = new Date(clock.getTime() + days * 86_400_000);
    },
    read: async <Q extends Query>(query: Q): Promise<Answer<Q>> => commons.read(query),
    /** All that somebody can read, in no order where order says nothing. */
    async all(viewer?: string): Promise<string[]> {
      const ids = ['ada', 'bo', 'cy', 'dee'];
      const queries: Query[] = [
        { kind: 'community' },
        { kind: 'purpose' },
        { kind: 'roles' },
        { kind: 'members', limit: 100 },
        ...ids.map((id) => ({ kind: 'member', id }) as const),
        { kind: 'wall', limit: 10_000 },
        { kind: 'ladder', id: 'pull-up' },
        ...ids.map((id) => ({ kind: 'suggestions', with: id }) as const),
        { kind: 'suggestions', limit: 100 },
        { kind: 'introductions' },
        { kind: 'inbox' },
      ];
      const answers = await Promise.all(
        queries.map(async (query) => commons.read(viewer === undefined ? query : { ...query, viewer })),
      );
      return answers.map(({ revision: _, ...said }, i) => {
        // How many have asked to meet somebody moves them down the list, and says nothing else.
        const rows = 'suggestions' in said ? said.suggestions.map((row) => JSON.stringify(row)).sort() : undefined;
        const { people = [], ...rest } = said as { people?: { id: string }[] };
        return JSON.stringify([queries[i], rows ?? rest, people.map((one) => JSON.stringify(one)).sort()]);
      });
    },
  };
}
