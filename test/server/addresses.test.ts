import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { village } from '../core/village.js';
import { createWorld } from './support.js';

const world = createWorld();

describe('an address', () => {
  it('has a step in it nowhere: nothing on a server is called so', async () => {
    const steps = village({
      members: [
        { id: 'ada', name: 'Ada' },
        { id: '..', name: 'Up' },
      ],
    });
    await expect(world.found(steps)).rejects.toThrow('members[1].id: nothing on a server can be called "." or ".."');
    const id = await world.found(village());
    const authorization = `Bearer ${await world.token(id, '..')}`;
    expect((await world.app().request(`/v1/${id}/me`, { headers: { authorization } })).status).toBe(401);
    // As it is sent by who takes no step themselves.
    const base = new URL(await world.listen());
    for (const path of [`/v1/${id}/members/..`, `/v1/${id}/members/%2e%2e`, '/v1/..', '/v1/.', `/embed/../v1/${id}`])
      expect(await sentAsIs(base, path), path).toBeLessThan(500);
  });

  it('is by no other method than it has, and says which those are', async () => {
    const id = await world.found(village());
    const response = await world.app().request(`/v1/${id}/document`, { method: 'DELETE' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, PUT']);
    expect((await world.app().request(`/v1/${id}/nothing`, { method: 'DELETE' })).status).toBe(404);
  });

  it('is told as the one under which everyone reaches the server, where that is said', async () => {
    const app = world.app({ url: 'https://kith.example' });
    const id = await world.found(village());
    const feed = (await (await app.request(`http://evil.example/feed/${id}.json`)).json()) as { feed_url: string };
    expect(feed.feed_url).toBe(`https://kith.example/feed/${id}.json`);
  });
});

function sentAsIs({ hostname, port }: URL, path: string): Promise<number> {
  return new Promise((resolve, reject) =>
    request({ hostname, port, path }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end(),
  );
}
