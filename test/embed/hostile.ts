import { readFileSync } from 'node:fs';
import type { CommunityDocument } from '@kith/core';
import { shared } from '../shared.js';

/** Words that try to be more than words. */
const own = [
  '</script><script>alert(1)</script>',
  '</title></desc></style><image href="x" onerror="alert(1)"/>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  ']]><!--',
  '--><img src=x onerror=alert(1)>',
  '&lt;b&gt; &amp; &#60;',
  '\u2028\u2029\u0000\u0008\ud800',
  '\u202eevil\u202c',
  'A'.repeat(5000),
  'ﷺ'.repeat(60),
  '👩‍👩‍👧‍👦'.repeat(80),
  '日本語のとても長い文。'.repeat(30),
  '\n\n\n',
  '__proto__',
];

/** The same and, where the corpora are here, theirs: many in one, since each is tried in every word there is. */
export function hostileWords(): string[] {
  const place = shared('corpora/xss/DOMPurify/expect.json');
  const cases = place ? (JSON.parse(readFileSync(place, 'utf8')) as { payload?: unknown }[]) : [];
  const payloads = cases.flatMap(({ payload }) => (typeof payload === 'string' ? [payload] : []));
  const together = Array.from({ length: Math.ceil(payloads.length / 40) }, (_, i) =>
    payloads.slice(i * 40, i * 40 + 40).join(' '),
  );
  return [...own, ...together];
}

/** A community in which every word is this. */
export function hostileCommunity(said: string): CommunityDocument {
  const words = /\S/.test(said) ? said : `.${said}`;
  const link = { label: words, href: words };
  return {
    kith: 1,
    community: { id: 'c', name: words, url: words, locale: words },
    purpose: {
      statement: words,
      by: ['ada', 'bo'],
      counts: { withUs: 3, pledged: 2 },
      made: { count: 2, unit: words, href: words },
      invitation: link,
    },
    roles: [{ id: 'own', name: words, description: words }],
    members: [
      { id: 'ada', name: words, url: words, title: words, roles: [{ role: 'own', aspires: words, shown: 1 }] },
      { id: 'bo', name: words, kind: 'organization' },
    ],
    recognitions: ['thanks', 'first', 'shipped', 'ask'].map((occasion, i) => ({
      id: `r${i}`,
      occasion,
      from: 'bo',
      to: ['ada'],
      ...(i && { text: words, need: words }),
      role: 'own',
      lang: words,
      labels: [words],
      evidence: [{ kind: 'image', src: words, alt: words }],
      at: '2026-03-01',
      askedAt: '2026-02-01',
      shippedAt: '2026-02-20',
      cheers: { count: 2, by: ['ada', 'bo'] },
    })),
    ladders: [
      {
        id: 'l',
        name: words,
        measures: [{ id: 'm', label: words }],
        rungs: [
          { id: 'a', name: words, can: words },
          { id: 'b', name: words, can: words, needs: [{ measure: 'm', atLeast: 3 }], unlocks: [link] },
        ],
      },
    ],
    progress: [{ member: 'ada', ladder: 'l', measures: { m: 1 }, reached: { a: '2026-01-01' } }],
  };
}
