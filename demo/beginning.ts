import type { CommunityDocument } from '@kith/core';
import introductions from './introductions.json';

/** Where everyone may read the community as it began. */
export const url = new URL('/community.json', location.href);

/** The community as it began; with introductions, which come from a file that visitors never fetch. */
export async function asItBegan(): Promise<CommunityDocument> {
  const document = (await (await fetch(url)).json()) as CommunityDocument;
  return { ...document, introductions } as CommunityDocument;
}
