import { beforeAll, describe, expect, it } from 'vitest';
import { within } from '@kith/server';
import { village } from '../core/village.js';
import { createWorld } from './support.js';

const world = createWorld();

describe('a page of another origin', () => {
  const origin = 'https://site.example';
  let site = '';
  beforeAll(async () => {
    const named = await world.found(village());
    site = `${await world.listen()}/v1/${named}`;
    await within(world.db, named, (trx) => trx.insertInto('origin').values({ community: named, origin }).execute());
  });
  const allowed = async (from: string, path = '', init: RequestInit = {}) => {
    const response = await fetch(site + path, { ...init, headers: { ...init.headers, origin: from } });
    await response.arrayBuffer();
    return response.headers.get('access-control-allow-origin');
  };

  it('may ask where the community named it whole, also to be told what went wrong', async () => {
    expect(await allowed(origin)).toBe(origin);
    expect(await allowed(origin, '/me')).toBe(origin);
    expect(await allowed(origin, '/nowhere')).toBe(origin);
    expect(await allowed(origin, '/inbox', { headers: { authorization: 'Bearer x' } })).toBe(origin);
    expect(await allowed(origin, '/intents', { method: 'OPTIONS' })).toBe(origin);
  });

  it.each([
    'https://site.example.evil.example',
    'https://evil-site.example',
    'https://sub.site.example',
    'http://site.example',
    'https://site.example:8443',
    'https://SITE.example',
    'https://site.example/',
    'null',
    '*',
    '',
    'https://siteXexample',
  ])('may not where it is %j', async (from) => {
    expect(await allowed(from)).toBeNull();
    expect(await allowed(from, '/intents', { method: 'OPTIONS' })).toBeNull();
  });

  it('is never let in with cookies, nor by every name', async () => {
    const response = await fetch(`${site}/intents`, { method: 'OPTIONS', headers: { origin } });
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    expect(response.headers.get('vary')).toMatch(/origin/i);
  });

  it('may not by another community’s word', async () => {
    const other = await world.found(village());
    const response = await world.app().request(`/v1/${other}`, { headers: { origin } });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});
