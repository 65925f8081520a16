import { describe, expect, it, vi } from 'vitest';
import { ProviderError, type CommunityDocument } from '@kith/core';
import { intentNames, newKey, type Detail, type IntentName } from '@kith/core/rules';
import { mail, type MailOptions } from '@kith/providers/mail';
import { riverside } from '../core/riverside.js';
import { providerContract } from './contract.js';
import { intent } from './tries.js';

const to = 'hello@riverside.example';
providerContract('mail', (document) => mail({ document }, { to, open: () => undefined }), { writes: 'elsewhere' });

const signal = () => new AbortController().signal;

/** A community by mail, and the drafts it opened. */
function writing({ document = riverside(), ...options }: Partial<MailOptions> & { document?: CommunityDocument } = {}) {
  const links: string[] = [];
  const provider = mail({ document }, { to, open: (href) => links.push(href), ...options });
  return {
    provider,
    links,
    async draft<N extends IntentName>(name: N, detail: Detail<N>, key = newKey()) {
      await provider.send(intent('bo', name, detail, key), signal());
      const url = new URL(links.at(-1) ?? '');
      return { to: url.pathname, subject: url.searchParams.get('subject'), body: url.searchParams.get('body') };
    },
  };
}

const refusal = (sent: Promise<unknown>) =>
  sent.then(
    () => 'sent',
    ({ reason, params }) => ({ reason, params }),
  );

describe('mail', () => {
  it('takes what a person would put in a letter', () => {
    expect([...writing().provider.takes].sort()).toEqual(
      intentNames
        .filter(
          (name) =>
            !['with-us', 'back', 'accept-role', 'cheer', 'keep', 'answer-intro', 'pass-intro', 'met'].includes(name),
        )
        .sort(),
    );
  });

  it('writes a letter to the organisers: what is wished, who wishes it, and which wish it is', async () => {
    const key = newKey();
    const { subject, ...draft } = await writing().draft(
      'recognize',
      { to: ['ada', 'cy'], occasion: 'thanks', text: 'You mended the projector.\nTwice.', role: 'connector' },
      key,
    );
    expect(subject).toBe('Riverside Tool Library: A letter to Ada Obi and Cy');
    expect(draft.to).toBe(to);
    expect(draft.body?.split('\r\n')).toEqual([
      'Hello,',
      '',
      'A letter to Ada Obi and Cy',
      '',
      'You mended the projector.',
      'Twice.',
      '',
      "It's about this role: Connector",
      '',
      'It stands on the page once they say yes.',
      '',
      'My name: Bo Li',
      '',
      `Reference, so that it counts once: recognize ada cy thanks connector ${key}`,
    ]);
  });

  const drafts: { [N in IntentName]?: [Detail<N>, string | RegExp][] } = {
    pledge: [
      [{ on: true, purposeVersion: 3, line: 'I like it.' }, /Put my name to this: “Everyone can .+”.+“I like it\.”/s],
      [{ on: false, purposeVersion: 3 }, 'Take my name off this: “Everyone can fix something”'],
    ],
    'claim-role': [
      [{ role: 'builder', on: true, aspires: 'To build.' }, /known for this: Builder.+“To build\.”/s],
      [{ role: 'builder', on: false }, "I'd rather not be known for this any more: Builder"],
    ],
    'affirm-role': [
      [{ member: 'cy', role: 'builder', on: true, because: 'A shelf.' }, /seen this in Cy: Builder.+“A shelf\.”/s],
      [{ member: 'cy', role: 'builder', on: false }, 'I take back what I said of Cy: Builder'],
    ],
    recognize: [
      [{ to: [], occasion: 'story', text: 'The tent flew.' }, /A letter to all of us.+The tent flew\./s],
      [
        {
          to: ['cy'],
          occasion: 'thanks',
          text: 'Gladly.',
          need: 'A lamp',
          evidence: [{ kind: 'image', src: 'https://a.example/b.jpg', alt: 'A lamp' }],
        },
        /What was needed: A lamp.+To look at: A lamp https:\/\/a\.example\/b\.jpg/s,
      ],
    ],
    retract: [[{ recognition: 'r2' }, 'Take down what I wrote: “Who can teach me to sharpen a plane?”']],
    thank: [[{ recognition: 'r1', text: 'Any time.' }, /“You mended the projector the night before the show\.”.+Any/s]],
    consent: [
      [{ recognition: 'r4', as: 'named' }, 'This may stand with my name: “sweeping up”'],
      [{ recognition: 'r4', as: 'unnamed' }, 'This may stand without my name: “sweeping up”'],
      [{ recognition: 'r4', as: 'hidden' }, 'Leave me out of this: “sweeping up”'],
    ],
    answer: [[{ ask: 'r2', text: 'I can.' }, /I can help with this: “Who can teach me.+I can\./s]],
    report: [[{ recognition: 'none', reason: 'It names my street.' }, /wrong with this: “none”.+my street/s]],
    record: [
      [{ ladder: 'bench', measure: 'repairs', value: 3 }, 'Write this up for me: 3 repairs (The bench)'],
      [{ ladder: 'bench', measure: 'repairs', value: 3, at: '2026-11-01T10:00:00Z' }, '2026-11-01T10:00:00Z'],
    ],
    sponsor: [
      [{ member: 'cy', ladder: 'bench', rung: 'mend', on: true }, 'the work of Cy, for this step: Mending'],
      [{ member: 'cy', ladder: 'bench', rung: 'mend', on: false }, 'I take back my word for Cy'],
    ],
    'ask-intro': [
      [
        { with: 'ada', text: 'About grants.', reasons: [{ kind: 'gets', words: 'grant writing' }] },
        /ask Ada Obi whether we could meet\?.+About grants\..+Why: grant writing.+until we both say yes/s,
      ],
    ],
    introduce: [[{ people: ['ada', 'cy'], text: 'You both sew.' }, /Ada Obi and Cy should meet.+You both sew\./s]],
    profile: [
      [
        {
          patch: {
            offers: ['bread', 'tea'],
            asks: [],
            topics: ['choir'],
            languages: ['en'],
            hours: ['18:00-21:00'],
            timeZone: 'Africa/Lagos',
            story: 'I came for a drill.',
            visibility: 'members',
          },
        },
        /I offer: bread, tea\s+I could use a hand with: nothing\s+I like: choir\s+I speak: en\s+I'm usually up: 18:00-21:00\s+My time zone: Africa\/Lagos\s+My story: I came for a drill\.\s+Show it to members only\./,
      ],
      [
        { patch: { progress: { ladder: 'bench', visibility: 'nobody' } } },
        /My steps here: The bench\s+Show it to nobody\./,
      ],
    ],
  };

  it('has a draft tried for each wish it takes', () => {
    expect(Object.keys(drafts).sort()).toEqual([...writing().provider.takes].sort());
  });

  it.each(
    Object.entries(drafts).flatMap(([name, tried]) =>
      (tried as [Detail<IntentName>, string | RegExp][]).map((each) => [name as IntentName, ...each] as const),
    ),
  )('puts %s into words: %j', async (name, detail, words) => {
    const { subject, body } = await writing().draft(name, detail);
    const [, said] = body?.split('\r\n\r\n') ?? [];
    expect(subject).toBe(`Riverside Tool Library: ${said}`);
    expect(body).toMatch(words);
    expect(body).not.toMatch(/undefined|null|\[object/);
  });

  it('writes in the community’s language, or in the one it is told', async () => {
    const document = { ...riverside(), community: { id: 'a', name: 'ورشة', locale: 'ar' } };
    const arabic = await writing({ document }).draft('introduce', { people: ['ada', 'cy'], text: 'x' });
    expect(arabic).toMatchObject({ subject: 'ورشة: تعارف بين Ada Obi وCy', body: expect.stringMatching(/^مرحبًا،/) });
    const english = await writing({ document, locale: 'en' }).draft('retract', { recognition: 'r4' });
    expect(english.subject).toBe('ورشة: Take down what I wrote: “sweeping up”');
    const nameless = await writing({ document: { kith: 1 } }).draft('retract', { recognition: 'r4' });
    expect(nameless.subject).toBe('Take down what I wrote: “r4”');
  });

  it('leaves the name to who writes, where nobody knows who that is', async () => {
    const { provider, links } = writing();
    await provider.send({ ...intent('bo', 'retract', { recognition: 'r4' }), actor: undefined }, signal());
    expect(decodeURIComponent(links[0] ?? '')).toContain('My name: \r\n');
  });

  it('writes nothing into the address or the subject that ends them', async () => {
    const text = 'a&b=c?d#e%\r\nBcc: all@example.org + 🧵\ud800';
    const { provider, links } = writing({ to: ' one+two@a.example , b?c@d.example' });
    await provider.send(intent('bo', 'answer', { ask: 'none', text }), signal());
    expect(links[0]).toMatch(/^mailto:one%2Btwo@a\.example,b%3Fc@d\.example\?subject=[^&?#\s]+&body=[^&?#\s]+$/);
    const body = new URL(links[0] ?? '').searchParams.get('body');
    expect(body).toContain('a&b=c?d#e%\r\nBcc: all@example.org + 🧵\ufffd');
  });

  it('opens a draft once for each wish, however often it is sent, and again where it did not open', async () => {
    const { provider, links } = writing();
    const wished = intent('bo', 'retract', { recognition: 'r4' });
    const receipts = await Promise.all([1, 2, 3].map(() => provider.send(wished, signal())));
    receipts.push(await provider.send(wished, signal()));
    expect(links).toHaveLength(1);
    const { revision } = await provider.read({ kind: 'wall' }, signal());
    expect(receipts).toEqual(receipts.map(() => ({ revision })));
    let isDown = true;
    const fetch = () => Promise.resolve(isDown ? new Response('', { status: 503 }) : Response.json(riverside()));
    const open = vi.fn();
    const far = mail({ url: 'https://site.example/c.json' }, { to, open, fetch });
    await expect(far.send(wished, signal())).rejects.toMatchObject({ kind: 'busy' });
    isDown = false;
    await far.send(wished, signal());
    expect(open).toHaveBeenCalledTimes(1);
  });

  it('opens none by reading', async () => {
    const { provider, links } = writing();
    for (const kind of ['community', 'purpose', 'wall', 'members'] as const) await provider.read({ kind }, signal());
    expect(links).toEqual([]);
    expect(provider).not.toHaveProperty('place');
    expect(provider.reach).toBe('mail');
  });

  it('refuses what is too long for a draft, says by how much, and cuts nothing', async () => {
    const { provider, links } = writing();
    const text = 'أمسكتَ السلّم. '.repeat(60);
    const send = (said: string) => refusal(provider.send(intent('bo', 'answer', { ask: 'r2', text: said }), signal()));
    const { reason, params } = (await send(text)) as { reason: string; params: { field: string; n: number } };
    expect([reason, params.field]).toEqual(['too-long', 'text']);
    expect(links).toEqual([]);
    const characters = [...new Intl.Segmenter().segment(text.trim())].map(({ segment }) => segment);
    const shorter = (by: number) => send(characters.slice(0, characters.length - by).join(''));
    expect(await shorter(params.n - 5)).toMatchObject({ reason: 'too-long' });
    expect(await shorter(params.n)).toBe('sent');
    expect(links[0]?.length).toBeGreaterThan(1700);
  });

  it('has room for the longest letter there can be, in Latin letters', async () => {
    const { draft, links } = writing();
    const text = 'You held the ladder. '.repeat(50).slice(0, 1000).trim();
    expect((await draft('recognize', { to: ['ada'], occasion: 'thanks', text })).body).toContain(text);
    expect(links[0]?.length).toBeLessThanOrEqual(1800);
  });

  it('refuses what is no letter, and what says nothing sensible', async () => {
    const { provider, links } = writing();
    const send = (name: IntentName, detail: object) =>
      refusal(provider.send(intent('bo', name, detail as never), signal()));
    expect(await send('with-us', { on: true })).toEqual({ reason: 'read-only', params: undefined });
    expect(await send('thank', { recognition: 'r1', text: '' })).toMatchObject({ reason: 'invalid' });
    expect(links).toEqual([]);
  });

  it('needs an address to write to', () => {
    for (const nowhere of ['', 'riverside', 'a@b, c'])
      expect(() => mail({ document: riverside() }, { to: nowhere })).toThrow(ProviderError);
  });
});
