import type { CommunityDocument } from '@kith/core';
import { newKey } from '@kith/core/rules';
import { within } from '@kith/server';
import { village } from '../core/village.js';
import type { World } from './support.js';

/** A place with everything there is to ask for, of somebody and of Ada. */
export interface Place {
  community: string;
  /** Whose it is that is asked for. */
  whose: string;
  /** A letter of theirs to everyone, one of theirs to Ada or Bo, one to them, an open introduction and one that was met. */
  story: string;
  question: string;
  to: string;
  open: string;
  met: string;
}

export const asPeople = (ids: string[]) =>
  ids.map((id) => ({ id, name: `${id} name`, visibility: 'everyone', ...(id === 'dee' && { host: true }) }));

/** A community in which somebody has everything that a wish can be about. */
export async function placeOf(world: World, whose: string): Promise<Place> {
  const at = new Date().toISOString();
  const ids = { story: newKey(), question: newKey(), to: newKey(), open: newKey(), met: newKey() };
  const { story, question, to, open, met } = ids;
  const people = asPeople(['ada', 'bo', 'cy', 'dee', 'eve', 'fay']);
  const roles = [{ role: 'connector', accepted: true }];
  const letter = (id: string, more: object) => ({ id, text: 'A van.', at, state: 'shown', ...more });
  const community = await world.found(
    village({
      members: people.map((one) => (one.id === whose ? { ...one, roles } : one)),
      recognitions: [
        letter(story, { occasion: 'story', from: whose, to: [] }),
        letter(question, { occasion: 'ask', from: whose, to: [] }),
        letter(to, { occasion: 'thanks', from: 'eve', to: [whose], consents: [{ member: whose, as: 'named' }] }),
      ],
      progress: [
        { member: whose, ladder: 'pull-up', visibility: 'everyone', measures: { reps: 5 }, reached: { hang: at } },
      ],
      introductions: [
        { id: open, people: ['eve', whose], by: 'eve', state: 'asked', at },
        { id: met, people: ['fay', whose], by: 'fay', state: 'met', at },
      ],
    } as Partial<CommunityDocument>),
  );
  await within(world.db, community, async (trx) => {
    await trx
      .insertInto('duty')
      .values([
        { community, member: 'cy', duty: 'moderator' },
        { community, member: 'dee', duty: 'admin' },
      ])
      .execute();
    await trx.insertInto('origin').values({ community, origin: 'https://site.example' }).execute();
    const device = { community, id: `of-${whose}`, member: whose, print: 'none', jwk: {}, revoked_at: null };
    await trx.insertInto('device').values(device).execute();
  });
  return { community, whose, ...ids };
}
