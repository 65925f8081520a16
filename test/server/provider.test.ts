import { beforeAll } from 'vitest';
import type { Provider } from '@kith/core';
import { server } from '@kith/providers/server';
import { providerContract } from '../providers/contract.js';
import type { Writable } from '../providers/tries.js';
import { createWorld } from './support.js';

const world = createWorld();
let base = '';
beforeAll(async () => {
  base = await world.listen();
});

/** A provider through which each speaks with a token of their own, as the pages of different members do. */
function asWhoever(address: string, community: string): Writable {
  const known = new Map<string | undefined, Provider>();
  const of = (member: string | undefined) => {
    if (!known.has(member))
      known.set(
        member,
        server(address, member === undefined ? {} : { getToken: () => world.token(community, member) }),
      );
    return known.get(member) as Writable;
  };
  return {
    ...of(undefined),
    read: (query, signal) => of(query.viewer).read(query, signal),
    send: (intent, signal) => of((intent.actor as { member?: string } | undefined)?.member).send(intent, signal),
  };
}

providerContract(
  'server',
  async (document) => {
    const community = await world.found(document, { joining: 'listed' });
    return asWhoever(`${base}/v1/${community}`, community);
  },
  { writes: 'itself' },
);
