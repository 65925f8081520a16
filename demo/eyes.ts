import type { CommunityDocument, Provider } from '@kith/core';
import { browser } from '@kith/providers/browser';
import introductions from './introductions.json';

let provider: Promise<Provider> | undefined;

/**
 * The community as its members see it: what everyone made of it on this device, and to each the introductions that are
 * theirs. On a real site a server knows who signed in; here they come from a file that visitors never fetch.
 */
export function membersProvider(): Promise<Provider> {
  return (provider ??= open());
}

async function open(): Promise<Provider> {
  const url = new URL('/community.json', location.href);
  const document = (await (await fetch(url)).json()) as CommunityDocument;
  const community = browser({ document: { ...document, introductions } }, { name: url.href });
  // A visitor who did something here before anybody signed in brought no introductions along.
  const archive = await community.exportArchive();
  if (!archive.introductions) await community.importArchive({ ...archive, introductions });
  return community;
}
