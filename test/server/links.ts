import { within } from '@kith/server';
import { expect } from 'vitest';
import { village } from '../core/village.js';
import { ask, type World } from './support.js';

/** The page of a community's own to which personal links lead. */
export const page = 'https://site.example/members';

/** What an admin does about personal links, and who opened one. */
export function linksIn(world: World) {
  const links = {
    /** A community that Dee sees to, with a site. */
    async placed(settings = {}): Promise<string> {
      const community = await world.found(village(), settings);
      await within(world.db, community, async (trx) => {
        await trx.insertInto('duty').values({ community, member: 'dee', duty: 'admin' }).execute();
        await trx.insertInto('origin').values({ community, origin: 'https://site.example' }).execute();
      });
      return community;
    },

    invited: (community: string, body: object, as = 'dee', app = world.app()) =>
      ask(world, app, community, '/invites', { as, method: 'POST', body: { page, ...body } }),

    async linkFor(community: string, who: string, more = {}): Promise<string> {
      const { status, said } = await links.invited(community, { who, ...more });
      expect(status).toBe(201);
      return (said as { link: string }).link;
    },

    /** Whether a token is believed, by the status of what is its member's alone. */
    async inboxBy(community: string, token: string, app = world.app()): Promise<number> {
      return (await app.request(`/v1/${community}/me`, { headers: { authorization: `Bearer ${token}` } })).status;
    },
  };
  return links;
}
