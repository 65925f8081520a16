import { isBeneath } from '@kith/core';
import { describe, expect, it } from 'vitest';

const isAt = (address: string, place: string) => isBeneath(new URL(address), place);

describe('isBeneath', () => {
  it.each([
    ['https://kith.example/v1/riverside', 'https://kith.example'],
    ['https://kith.example/v1/riverside', 'https://kith.example/v1/riverside'],
    ['https://kith.example/v1/riverside?viewer=ada#x', 'https://kith.example/v1/riverside'],
    ['https://kith.example/v1/riverside', 'HTTPS://Kith.Example:443/v1/'],
    ['https://kith.example:8443/a.json', 'https://kith.example:8443/'],
  ])('holds %s of %s', (address, place) => expect(isAt(address, place)).toBe(true));

  it.each([
    ['https://kith.example.evil.example/', 'https://kith.example'],
    ['https://kith.example@evil.example/', 'https://kith.example'],
    ['https://kith.example/v1/riverside-2', 'https://kith.example/v1/riverside'],
    ['https://kith.example/me/../you/a.json', 'https://kith.example/me/'],
    ['https://kith.example/me/%2e%2e/you/a.json', 'https://kith.example/me/'],
    ['http://kith.example/', 'https://kith.example'],
    ['https://kith.example:444/', 'https://kith.example'],
    ['data:application/json,{}', 'https://kith.example'],
    ['https://kith.example/', 'kith.example'],
    ['https://kith.example/', ''],
  ])('does not hold %s of %s', (address, place) => expect(isAt(address, place)).toBe(false));
});
