import { beforeAll, expect } from 'vitest';
import type { CommunityDocument, Provider, Receipt } from '@kith/core';
import { server } from '@kith/providers/server';
import { createLive, within } from '@kith/server';
import { providerContract } from '../providers/contract.js';
import type { Writable } from '../providers/tries.js';
import { ask, createWorld } from './support.js';

const world = createWorld();
let base = '';
let live: ReturnType<typeof createLive>;
beforeAll(async () => {
  live = createLive({ db: world.db, log: world.log, within: 0 });
  base = await world.listen({ live });
});

type Asking = Writable & { community: string; settled(revision: number): Promise<unknown> };

/**
 * A provider through which each speaks with a token of their own, as the pages of different members do. A wish is sent
 * when it was heard of, where somebody listens: over the wire news takes a moment that no test can wait for otherwise.
 */
async function asWhoever(community: string): Promise<Asking> {
  const known = new Map<string | undefined, Provider>();
  const of = (member: string | undefined) => {
    const options = member === undefined ? {} : { getToken: () => world.token(community, member) };
    if (!known.has(member)) known.set(member, server(`${base}/v1/${community}`, options));
    return known.get(member) as Writable;
  };
  const signal = new AbortController().signal;
  await of(undefined).read({ kind: 'community' }, signal);
  let heard = Infinity;
  const settled = (revision: number) => expect.poll(() => heard).toBeGreaterThanOrEqual(revision);
  return {
    ...of(undefined),
    community,
    read: (query, signal) => of(query.viewer).read(query, signal),
    async send(intent, signal) {
      const receipt = await of((intent.actor as { member?: string } | undefined)?.member).send(intent, signal);
      await settled(receipt.revision);
      return receipt;
    },
    settled,
    watch(changed) {
      heard = 0;
      const stop = of(undefined).watch((change) => {
        heard = change.revision;
        changed(change);
      });
      return () => {
        heard = Infinity;
        stop();
      };
    },
  };
}

providerContract(
  'server',
  async (document) => {
    const community = await world.found(document, { joining: 'listed' });
    if (document.members?.some(({ id }) => id === 'm0'))
      await within(world.db, community, (trx) =>
        trx.insertInto('duty').values({ community, member: 'm0', duty: 'admin' }).execute(),
      );
    return asWhoever(community);
  },
  {
    writes: 'itself',
    reopen: ({ community }) => asWhoever(community),
    async change(provider, update) {
      const app = world.app({ live });
      const { community } = provider;
      const { said } = await ask(world, app, community, '/document?archive', { as: 'm0' });
      const body = update(said as CommunityDocument);
      const put = await ask(world, app, community, '/document', { as: 'm0', method: 'PUT', body });
      expect(put.status).toBe(200);
      await provider.settled((put.said as Receipt).revision);
    },
  },
);
