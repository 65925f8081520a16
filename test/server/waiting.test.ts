import { describe, expect, it } from 'vitest';
import type { Answer } from '@kith/core';
import { newKey } from '@kith/core/rules';
import { village } from '../core/village.js';
import { ask, createWorld } from './support.js';

const world = createWorld();

describe('a letter that waits', () => {
  async function written(settings: object, ...answers: string[]) {
    const community = await world.found(village(), settings);
    const app = world.app();
    const wish = async (as: string, name: string, detail: object) => {
      const key = newKey();
      await ask(world, app, community, '/intents', { as, method: 'POST', body: { key, name, detail } });
      return key;
    };
    const recognition = await wish('bo', 'recognize', { to: ['ada', 'cy'], occasion: 'thanks', text: 'You held it.' });
    for (const as of answers) {
      await wish('ada', 'consent', { recognition, as });
      await wish('ada', 'thank', { recognition, text: 'And you the lamp.' });
    }
    const inboxOf = async (as: string) =>
      (await ask(world, app, community, '/inbox', { as })).said as Answer<{ kind: 'inbox' }>;
    return { recognition, inboxOf };
  }

  it('tells its writer nothing of who thanked for it and took their yes back', async () => {
    const { recognition, inboxOf } = await written({}, 'named', 'hidden');
    expect((await inboxOf('bo')).written).toMatchObject([{ id: recognition, to: ['ada', 'cy'], state: 'asked' }]);
    expect(JSON.stringify(await inboxOf('bo'))).not.toContain('the lamp');
    expect(JSON.stringify(await inboxOf('cy'))).not.toContain('the lamp');
    expect(JSON.stringify(await inboxOf('ada'))).toContain('the lamp');
  });

  it('tells its writer nothing of what was said about it before somebody looked at it', async () => {
    const { recognition, inboxOf } = await written({ review: 'first' }, 'named');
    expect((await inboxOf('bo')).written).toMatchObject([{ id: recognition, state: 'review' }]);
    expect(JSON.stringify(await inboxOf('bo'))).not.toContain('the lamp');
  });
});
