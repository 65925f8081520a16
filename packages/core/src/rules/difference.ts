import type { CommunityDocument } from '../document.js';
import type { Change } from '../provider.js';
import { piecesOf } from './archive.js';

/** What of a public document is not as it was, by kind and id; see `Change`. */
export function difference(before: CommunityDocument, after: CommunityDocument): Change['touched'] {
  const was = printed(before);
  const is = printed(after);
  const touched: Change['touched'] = [];
  for (const [name, piece] of is) if (piece !== was.get(name)) touched.push(named(name, after));
  for (const name of was.keys()) if (!is.has(name)) touched.push({ ...named(name, before), gone: true });
  return touched;
}

const prints = new WeakMap<CommunityDocument, Map<string, string>>();

/** Each document is printed once: what it is compared with next is what comes after it. */
function printed(document: CommunityDocument): Map<string, string> {
  const known = prints.get(document);
  if (known) return known;
  const pieces = piecesOf({ ...document, archive: true, roles: document.roles ?? [] });
  const fresh = new Map([...pieces].map(([name, piece]) => [name, JSON.stringify(piece)]));
  prints.set(document, fresh);
  return fresh;
}

function named(name: string, { community }: CommunityDocument): { kind: string; id: string } {
  const [kind = '', id = ''] = name.split(' ');
  return { kind, id: kind === 'community' ? (community?.id ?? id) : id };
}
