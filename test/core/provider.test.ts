import { describe, expect, it } from 'vitest';
import { ProviderError } from '@kith/core';

describe('ProviderError', () => {
  it('says its kind, and its cause where one is given', () => {
    const cause = new TypeError('fetch failed');
    const error = new ProviderError('offline', { message: 'no network', cause, retryAfter: 3 });
    expect(error).toMatchObject({
      name: 'ProviderError',
      kind: 'offline',
      message: 'no network',
      retryAfter: 3,
      cause,
    });
  });
});
