import { ProviderError, readAsIs, type CommunityDocument } from '@kith/core';
import type { Form, Wanted } from './wanted.js';

/** Attributes in HTML, by name; one without a value is ''. */
export type Attributes = Readonly<Record<string, string>>;

/** Where a tag finds its people. */
export interface Source {
  /** What a `kith-community` around the tag says, where there must be one: it alone can say whom to write to. */
  community?: Attributes;
  /** What the tag itself says of it. */
  tag: Attributes;
  /** The document that is written as JSON into the community, else into the tag. */
  inline?: CommunityDocument;
}

/** What everyone may see of a document, as providers read it: one with more in it is put into a page without. */
export async function publicOf(document: CommunityDocument): Promise<CommunityDocument> {
  const asIs = readAsIs(document);
  if (asIs) return asIs;
  const { readDocument, toPublic } = await import('@kith/core/careful');
  return toPublic(readDocument(document).document);
}

/** The document that is known of whom somebody wants to show. */
export function knownOf({ people }: Wanted): CommunityDocument | undefined {
  return 'document' in people ? people.document : people.seen;
}

/** Whether visitors take part on a server. */
export function isOnServer(part: Wanted['part']): part is { server: string } {
  return typeof part === 'object' && 'server' in part;
}

/**
 * How what is wanted finds its people: in HTML that stands in the tag, or with `isInline` in JSON there; at an address;
 * or on a server. Who writes by e-mail writes about a document: at its address, or as JSON in the community.
 */
export async function sourceOf(wanted: Wanted, isInline: boolean): Promise<Source> {
  const { part, people } = wanted;
  if (isOnServer(part)) return { tag: { src: part.server, provider: 'server' } };
  if (typeof part === 'object') {
    const community = { provider: 'mail', to: part.mail };
    if ('src' in people && !isInline && isDocument(people))
      return { community: { ...community, src: people.src }, tag: {} };
    return { community, tag: {}, inline: await publicOf(needed(wanted)) };
  }
  if (isInline) return { tag: {}, inline: await publicOf(needed(wanted)) };
  if ('document' in people) return { tag: { provider: 'html' } };
  return { tag: { src: people.src, ...(people.provider && { provider: people.provider }) } };
}

/** A draft is written about a community document, whatever else lies at an address. */
function isDocument({ provider = 'json' }: { provider?: string }): boolean {
  return provider === 'json';
}

/** Whether a form has a document in it as the JSON of a script, which some places take out of a page. */
export function writesJson({ part, people }: Wanted, form: Form): boolean {
  if (form === 'inline') return !isOnServer(part);
  if (form !== 'tag' && form !== 'div') return false;
  return typeof part === 'object' && 'mail' in part && !('src' in people && isDocument(people));
}

function needed(wanted: Wanted): CommunityDocument {
  const known = knownOf(wanted);
  if (known) return known;
  const from = 'src' in wanted.people ? wanted.people.src : '';
  throw new ProviderError('invalid', {
    message: `This form writes your people into what you paste, and nobody has looked at ${from} yet. See that it opens there, or give the people themselves.`,
    params: { at: 'people.seen' },
  });
}
