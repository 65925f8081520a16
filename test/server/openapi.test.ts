import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import published from '../../packages/server/package.json' with { type: 'json' };
import { createChecks, describedIn, routesIn } from './described.js';
import { createWorld } from './support.js';

const world = createWorld();

describe('the description', () => {
  it('tells of every route there is, and of no other', async () => {
    const app = world.app();
    const { paths } = await describedIn(app);
    const told = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(told.sort()).toEqual(routesIn(app));
  });

  it('refers only to what it says, and all its schemas can be checked by', async () => {
    const described = await describedIn(world.app());
    expect(described.openapi).toBe('3.1.0');
    expect(described.info.version).toBe(published.version);
    const refs = [...JSON.stringify(described).matchAll(/"\$ref":"#([^"]*)"/g)].map(([, ref = '']) => ref);
    expect(refs.length).toBeGreaterThan(50);
    for (const ref of refs) {
      const keys = ref.split('/').slice(1);
      const place = keys.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], described);
      expect(place, ref).toBeDefined();
    }
    const check = createChecks(described);
    for (const name of Object.keys(described.components.schemas))
      expect(() => check({ $ref: `#/components/schemas/${name}` }), name).not.toThrow();
  });

  it('names the states in which a letter waits, as the page on the server does', async () => {
    const { paths } = await describedIn(world.app());
    const page = readFileSync('packages/server/README.md', 'utf8');
    for (const said of [JSON.stringify(paths['/v1/{community}/inbox']?.['get']), page])
      for (const state of ['`review`', '`asked`']) expect(said).toContain(state);
    expect(page).toContain('until it is made anew');
  });

  it('names each question once, and every part of its address', async () => {
    const { paths } = await describedIn(world.app());
    const all = Object.entries(paths).flatMap(([path, methods]) =>
      Object.values(methods).map((operation) => ({ path, ...operation }) as const),
    );
    const ids = all.map((operation) => (operation as unknown as { operationId: string }).operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { path, parameters } of all)
      expect(parameters.filter((each) => each.in === 'path').map(({ name }) => `{${name}}`)).toEqual(
        path.match(/\{\w+\}/g) ?? [],
      );
  });
});
