import { Markup, siteUrl, type Member, type Recognition } from '@kith/core';
import type { Told } from './told.js';

/** What machines read on a page of a community, as schema.org calls it: https://schema.org/Organization */
export type JsonLd = Readonly<Record<string, unknown>>;

/** As many letters as a machine is told of. */
const MOST = 50;

/**
 * A community and its newest letters, each from whom to whom: of a person only what stands in the letter, their name and
 * the page they gave. `page` is where it stands, once that is known.
 */
export function jsonLd({ community, purpose, letters, people }: Told, page?: string): JsonLd {
  const byId = new Map(people.map((member) => [member.id, member]));
  const home = siteUrl(community?.url);
  const organization = {
    '@type': 'Organization',
    ...(community && { name: community.name }),
    ...(home && { url: home }),
    ...(purpose && { slogan: purpose.statement }),
  };
  return {
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    ...(page && { url: page }),
    ...(community?.locale && { inLanguage: community.locale }),
    about: organization,
    hasPart: letters.slice(0, MOST).map((letter) => messageOf(letter, byId)),
  };
}

/** A letter; one that has no words of its own tells what its people did. */
function messageOf(letter: Recognition, byId: ReadonlyMap<string, Member>): JsonLd {
  const { from, to = [], text, need, labels = [], at, lang } = letter;
  const sender = from === undefined ? undefined : byId.get(from);
  const recipients = [...new Set(to)].flatMap((id) => byId.get(id) ?? []);
  const said = [need, text].filter(Boolean).join('\n\n');
  return {
    '@type': 'Message',
    ...(said && { text: said }),
    ...(labels.length && { keywords: [...labels] }),
    ...(sender && { sender: personOf(sender) }),
    ...(recipients.length && { recipient: recipients.map(personOf) }),
    ...(at && { dateSent: at }),
    ...(lang && { inLanguage: lang }),
  };
}

function personOf({ kind, name, url }: Member): JsonLd {
  const own = siteUrl(url);
  const type = kind === 'organization' ? 'Organization' : kind === 'bot' ? 'SoftwareApplication' : 'Person';
  return { '@type': type, name, ...(own && { url: own }) };
}

/** As an element of a page, which no words within it can end. It is no script: a strict policy lets it stand. */
export function jsonLdElement(said: JsonLd): Markup {
  const text = JSON.stringify(said).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return new Markup(`<script type="application/ld+json">${text}</script>`);
}
