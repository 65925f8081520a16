import { afterEach, describe, expect, it, vi } from 'vitest';

// Frameworks render pages on a server, and import what they import there too.
describe('in Node', () => {
  const spies = [vi.spyOn(console, 'warn'), vi.spyOn(console, 'error')];
  afterEach(() => {
    const said = spies.flatMap(({ mock }) => mock.calls.map(String));
    expect(said.filter((line) => !line.startsWith('Lit is in dev mode'))).toEqual([]);
  });

  it('has no DOM', () => {
    expect('document' in globalThis).toBe(false);
    expect('window' in globalThis).toBe(false);
  });

  it.each([
    ['@kith/elements', () => import('@kith/elements')],
    ['@kith/elements/define', () => import('@kith/elements/define')],
    ['@kith/elements/define/recognition-wall', () => import('@kith/elements/define/recognition-wall')],
    ['the bundle', () => import('../../packages/embed/src/kith.js')],
  ])('imports %s, and nothing happens', async (_, load) => {
    await expect(load()).resolves.toBeTypeOf('object');
    expect('document' in globalThis).toBe(false);
    expect(Object.getOwnPropertySymbols(globalThis)).not.toContain(Symbol.for('kith'));
  });

  it('gives the classes', async () => {
    const { PurposeBanner, defineAll } = await import('@kith/elements');
    expect(PurposeBanner.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(() => defineAll({ prefix: 'acme' })).not.toThrow();
  });
});
