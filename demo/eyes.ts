import type { CommunityDocument } from '@kith/core';
import { browser, type BrowserProvider } from '@kith/providers/browser';
import introductions from './introductions.json';

let provider: Promise<BrowserProvider> | undefined;

/**
 * The community as its members see it: what everyone made of it on this device, and to each the introductions that are
 * theirs. On a real site a server knows who signed in; here they come from a file that visitors never fetch.
 */
export function membersProvider(): Promise<BrowserProvider> {
  return (provider ??= open());
}

/** Puts the community back to how it began on this device. */
export async function startOver(): Promise<void> {
  const [community, document] = await Promise.all([membersProvider(), asItBegan()]);
  await community.importArchive(document);
}

const url = new URL('/community.json', location.href);

async function asItBegan(): Promise<CommunityDocument> {
  const document = (await (await fetch(url)).json()) as CommunityDocument;
  return { ...document, introductions } as CommunityDocument;
}

async function open(): Promise<BrowserProvider> {
  const community = browser({ document: await asItBegan() }, { name: url.href });
  // A visitor who did something here before anybody signed in brought no introductions along.
  await community.change((archive) => (archive.introductions ? archive : { ...archive, introductions }));
  return community;
}
