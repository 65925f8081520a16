import { describe, expect, it } from 'vitest';
import { inferProvider } from '@kith/providers/infer';
import { inferShape } from '@kith/providers/infer-shape';

describe('inferProvider', () => {
  it.each([
    '.all-contributorsrc',
    'https://raw.example/owner/name/main/.all-contributorsrc',
    '/.all-contributorsrc?raw=1#top',
    'data/all-contributors.all-contributorsrc.json',
    '.ALL-CONTRIBUTORSRC.JSON',
  ])('knows %s', (src) => expect(inferProvider(src)).toBe('all-contributors'));

  it.each([
    'community.json',
    '/all-contributorsrc',
    '/?file=.all-contributorsrc',
    '.all-contributorsrc/community.json',
    '',
  ])('takes %j for a community document', (src) => expect(inferProvider(src)).toBe('json'));
});

describe('inferShape', () => {
  it('knows a community document by its version, whatever else it holds', () => {
    expect(inferShape({ kith: 1, contributors: [] })).toBe('json');
    expect(inferShape({ kith: 99 })).toBe('json');
  });

  it('knows a list of contributors', () => {
    expect(inferShape({ contributors: [] })).toBe('all-contributors');
    expect(inferShape({ ada: { login: 'ada', contributions: ['doc'] } })).toBe('all-contributors');
  });

  it.each([undefined, null, 'x', 5, [], {}, [{ kith: 1 }], { contributors: {} }, { a: { contributions: 3 } }])(
    'knows nothing of %j',
    (value) => expect(inferShape(value)).toBeUndefined(),
  );
});
