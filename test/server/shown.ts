import type { CommunityDocument } from '@kith/core';
import { parse, parseFragment } from 'parse5';
import { village } from '../core/village.js';
import { someCode } from './contract.js';
import type { World } from './support.js';

export const here = 'http://localhost';

/** Every string as whatever a community and its members can say. */
export function hostile(said: string): CommunityDocument {
  const roles = [
    { role: 'own', accepted: true, aspires: said, affirmed: { count: 1, by: [{ member: 'bo', because: said }] } },
  ];
  return village({
    community: { id: 'village', name: said, url: said, locale: said },
    purpose: { statement: said, version: 3 },
    roles: [{ id: 'own', name: said, description: said }],
    members: [
      { id: 'ada', name: said, called: said, title: said, url: said, visibility: 'everyone', roles },
      { id: 'bo', name: 'Bo', visibility: 'everyone' },
    ],
    recognitions: ['thanks', 'first', 'shipped', 'ask'].map((occasion, i) => ({
      id: `r${i}`,
      occasion,
      from: 'bo',
      to: ['ada'],
      consents: [{ member: 'ada', as: 'named' }],
      ...(i && { text: said, need: said }),
      lang: said,
      labels: [said],
      evidence: [{ kind: 'image', src: said, alt: said }],
      at: '2026-03-01',
      state: 'shown',
    })),
  } as never);
}

interface Found {
  tag: string;
  attributes: Record<string, string>;
}

/** As much of a parsed node as is looked at. */
interface Parsed {
  tagName?: string;
  attrs?: { name: string; value: string }[];
  childNodes?: Parsed[];
}

/** Every element of what was parsed, with its attributes. */
function elementsIn({ tagName: tag, attrs = [], childNodes = [] }: Parsed): Found[] {
  const attributes = Object.fromEntries(attrs.map(({ name, value }) => [name, value]));
  return [...(tag === undefined ? [] : [{ tag, attributes }]), ...childNodes.flatMap(elementsIn)];
}
export const page = (text: string) => elementsIn(parse(text) as Parsed);
export const fragment = (text: string) => elementsIn(parseFragment(text) as Parsed);
export const shapeOf = (found: Found[]) =>
  found.map(({ tag, attributes }) => [tag, Object.keys(attributes).sort().join(' ')].join(' ').trim());

/** What is at an address of a server. */
export async function shownIn(world: World, path: string) {
  const response = await world.app({ code: someCode() }).request(here + path);
  return { status: response.status, headers: response.headers, text: await response.text() };
}
