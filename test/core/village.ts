import type { CommunityDocument } from '@kith/core';

const rung = (id: string, needs: object[] = []) => ({ id, name: id, can: `do ${id}`, needs });

/** Ada, Bo, Cy and Dee, who is a host, all of whom everyone may see; as an archive. */
export function village(different: Partial<CommunityDocument> = {}): CommunityDocument {
  return {
    kith: 1,
    archive: true,
    community: { id: 'village', name: 'The village' },
    purpose: { statement: 'Everyone can fix something', version: 3 },
    roles: [{ id: 'connector', name: 'Connector' }],
    members: ['ada', 'bo', 'cy', 'dee'].map((id) => ({
      id,
      name: `${id} name`,
      visibility: 'everyone',
      topics: ['choir'],
      ...(id === 'dee' && { host: true }),
    })),
    ladders: [
      {
        id: 'pull-up',
        name: 'Pull-up',
        measures: [{ id: 'reps', label: 'strict pull-ups' }],
        rungs: [
          rung('hang'),
          rung('first', [{ measure: 'reps', atLeast: 1 }]),
          rung('five', [{ measure: 'reps', atLeast: 5 }, { sponsors: 2 }]),
          rung('teach', [{ manual: true }]),
        ],
      },
    ] as CommunityDocument['ladders'],
    ...different,
  };
}
