import { browser, type BrowserProvider } from '@kith/providers/browser';
import { asItBegan, url } from './beginning.js';

let provider: Promise<BrowserProvider> | undefined;

/**
 * The community as its members see it: what everyone made of it on this device, and to each the introductions that are
 * theirs. On a real site a server knows who signed in, as it does from `npm start`.
 */
export function membersProvider(): Promise<BrowserProvider> {
  return (provider ??= open());
}

/** Puts the community back to how it began on this device. */
export async function startOver(): Promise<void> {
  const [community, document] = await Promise.all([membersProvider(), asItBegan()]);
  await community.importArchive(document);
}

async function open(): Promise<BrowserProvider> {
  const document = await asItBegan();
  const community = browser({ document }, { name: url.href });
  const { introductions = [] } = document;
  // A visitor who did something here before anybody signed in brought no introductions along.
  await community.change((archive) => (archive.introductions ? archive : { ...archive, introductions }));
  return community;
}
