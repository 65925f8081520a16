import type { CommunityDocument, Provider } from '@kith/core';
import { memory } from '@kith/providers/memory';
import introductions from './introductions.json';

let provider: Promise<Provider> | undefined;

/**
 * The community as its members see it: what is public, and to each the introductions that are theirs. On a real site a
 * server answers so to whoever signed in; here one is invented in the page, from a file that visitors never fetch.
 */
export function membersProvider(): Promise<Provider> {
  return (provider ??= fetch('/community.json')
    .then((response) => response.json() as Promise<CommunityDocument>)
    .then((document) => memory({ ...document, introductions })));
}
