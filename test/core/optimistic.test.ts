import fc from 'fast-check';
import { afterEach, beforeEach, describe, it, vi } from 'vitest';
import { histories, twoReaders } from './optimistic.js';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  // What a pause listens to.
  vi.stubGlobal('document', Object.assign(new EventTarget(), { hidden: false }));
  vi.stubGlobal('addEventListener', () => {});
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('two pages of one community', () => {
  it('show at every step what is confirmed with what is pending, and in the end what everyone reads', async () => {
    await fc.assert(
      fc.asyncProperty(histories, ([steps, seed]) => twoReaders(steps, seed)),
      { numRuns: Number(process.env['RUNS'] ?? 3), endOnFailure: true },
    );
  }, 600_000);
});
