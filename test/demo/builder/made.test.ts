import { describe, expect, it } from 'vitest';
import { sayBytes } from '../../../demo/builder/more/made.js';

describe('what a snippet weighs', () => {
  it('is said of what it is', () => {
    expect(sayBytes(0, 'static')).toBe('A visitor’s browser loads none of Kith’s code for it: it’s words alone.');
    expect(sayBytes(0, 'picture')).toBe('A visitor’s browser loads none of Kith’s code for it: it’s a picture.');
    expect(sayBytes(48_260, 'tag')).toBe('A visitor’s browser loads 48.3 kB for it, once for all your pages.');
  });
});
