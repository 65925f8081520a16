import { plain } from './phrase.js';
import type { Language, Words } from './strings.js';
import { isKnownFor, type Along } from './take-along.js';

/** An Open Badges 3.0 credential that nobody signed, as JSON-LD. */
export type UnsignedBadge = Readonly<Record<string, unknown>>;

/**
 * One role somebody is known for as an Open Badges 3.0 credential: by how many it was affirmed and how often it was shown,
 * as it is `at` that moment. It is unsigned: whoever signs it does so as the community. `id` is a UUID of its own.
 * Undefined where others have not seen the role yet, and where the community has no page by which it could be found.
 * https://www.imsglobal.org/spec/ob/v3p0
 */
export function toOpenBadge(
  { name, url, where, site, said }: Along,
  role: string,
  { words }: Language<Words<'badge'> & Words<'along'>>,
  { id, at }: { id: string; at: Date },
): UnsignedBadge | undefined {
  const one = said.find((each) => each.id === role);
  if (!one || !isKnownFor(one) || site === undefined) return undefined;
  const { seen, shown, description } = one;
  const evidence = [
    { name: words.affirmed, narrative: seen && plain(seen) },
    { name: words.proven, narrative: shown },
  ].filter(({ narrative }) => narrative !== undefined);
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: `urn:uuid:${id}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: site, type: ['Profile'], name: where, url: site },
    validFrom: at.toISOString(),
    name: one.name,
    credentialSubject: {
      ...(url !== undefined && { id: url }),
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', identityType: 'name', identityHash: name, hashed: false }],
      achievement: {
        id: `${site.replace(/#.*/, '')}#${encodeURIComponent(one.id)}`,
        type: ['Achievement'],
        name: one.name,
        description: description ? plain(description) : one.name,
        criteria: { narrative: words.howKnown },
      },
    },
    evidence: evidence.map((each) => ({ type: ['Evidence'], ...each })),
  };
}
