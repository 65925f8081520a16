import { describe, expect, it } from 'vitest';
import { faultOfBase, faultOfLink, faultOfPart, isOwnMachine } from '../../../demo/builder/reachable.js';

describe('an address that visitors write to', () => {
  it.each([
    ['', /^$/],
    ['ada@example.org', /^$/],
    ['ada@example.org, bo@example.org', /^$/],
    ['ada(at)example.org', /ada\(at\)example\.org.* is no e-mail address/],
    ['ada@example.org, bo', /“\u2068bo\u2069” is no/],
    ['ada@example.org,', /missing beside a comma/],
  ])('by e-mail: %s', (mail, said) => {
    expect(faultOfPart({ mail })).toMatch(said);
  });

  it.each([
    ['', /^$/],
    ['https://kith.example.org/v1/us', /^$/],
    ['https://example.org/kith/v1/us/', /^$/],
    ['http://localhost:8080/v1/us', /^$/],
    ['http://kith.example.org/v1/us', /begins with https/],
    ['kith.example.org/v1/us', /begins with https/],
    ['https://kith.example.org/', /ends with \/v1\//],
    ['https://kith.example.org/v1/', /ends with \/v1\//],
  ])('on a server: %s', (server, said) => {
    expect(faultOfPart({ server })).toMatch(said);
  });
});

describe('where people are', () => {
  it.each([
    ['https://fuse.example/people.json', /^$/],
    ['http://localhost:8080/people.json', /^$/],
    ['/people.json', /^$/],
    ['https://fuse.example/people.csv', /copy them, and paste them here/],
    ['https://fuse.example/People.XLSX?v=2', /copy them, and paste them here/],
    ['https://docs.google.com/spreadsheets/d/1a/edit#gid=0', /copy them, and paste them here/],
    ['https://fuse.example/export?format=csv', /copy them, and paste them here/],
    ['http://fuse.example/people.json', /begins with https/],
  ])('is a link that can be read, or a sentence says what to do: %s', (link, said) => {
    expect(faultOfLink(link)).toMatch(said);
  });
});

describe('where the code lies', () => {
  it.each([
    ['', /^$/],
    ['https://example.org/kith/', /^$/],
    ['http://example.org/kith/', /begins with https/],
    ['example.org/kith', /begins with https/],
  ])('is %s', (base, said) => {
    expect(faultOfBase(base)).toMatch(said);
  });

  it.each([
    ['localhost', true],
    ['127.0.0.1', true],
    ['[::1]', true],
    ['laptop.local', true],
    ['localhost.example.org', false],
    ['127.example.org', false],
  ])('%s is one’s own machine: %s', (host, isOwn) => {
    expect(isOwnMachine(host)).toBe(isOwn);
  });
});
