import { describe, expect, it, vi } from 'vitest';
import { ProviderError, type CommunityDocument } from '@kith/core';
import { json, type JsonOptions } from '@kith/providers/json';
import { riverside } from '../core/riverside.js';
import { providerContract } from './contract.js';

const url = 'https://riverside.example/community.json';
const answering = (body: unknown, init?: ResponseInit) => () =>
  Promise.resolve(new Response(typeof body === 'string' ? body : JSON.stringify(body), init));

providerContract('json by address', (document) => json({ url }, { fetch: answering(document) }));
providerContract('json of a text', (document) => json({ text: JSON.stringify(document) }));
providerContract('json of a value', (document) => json({ document }));

const signal = () => new AbortController().signal;
const wall = { kind: 'wall' } as const;

function listening(source: Parameters<typeof json>[0], options: JsonOptions = {}) {
  const said: string[] = [];
  return { said, provider: json(source, { report: (message) => said.push(message), ...options }) };
}

/** A fetch whose answers wait to be given. */
function waiting() {
  const calls: { signal: AbortSignal; give: (response: Response) => void; fail: (error: unknown) => void }[] = [];
  const fetch: typeof globalThis.fetch = (_, init) =>
    new Promise((give, fail) => {
      const signal = init?.signal as AbortSignal;
      calls.push({ signal, give, fail });
      signal.addEventListener('abort', () => fail(signal.reason));
    });
  return { calls, fetch };
}

describe('json', () => {
  it('asks the address once, for all who read, now and later', async () => {
    const fetch = vi.fn(answering(riverside()));
    const provider = json({ url }, { fetch });
    expect(fetch).not.toHaveBeenCalled();
    await Promise.all([provider.read(wall, signal()), provider.read({ kind: 'members' }, signal())]);
    await provider.read({ kind: 'purpose' }, signal());
    expect(fetch).toHaveBeenCalledOnce();
  });

  it('sends cookies to the page’s own site only', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>(answering(riverside()));
    await json({ url }, { fetch }).read(wall, signal());
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({ credentials: 'same-origin' });
  });

  it('says of an answer that is no success what it means', async () => {
    const answer = answering('', { status: 503, headers: { 'retry-after': '7' } });
    const error = await json({ url }, { fetch: answer })
      .read(wall, signal())
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ProviderError);
    expect(error).toMatchObject({ kind: 'busy', retryAfter: 7, message: `${url} answered 503.` });
  });

  it('is offline where the network fails, at once or midway', async () => {
    const failing = json({ url }, { fetch: () => Promise.reject(new TypeError('Failed to fetch')) });
    await expect(failing.read(wall, signal())).rejects.toMatchObject({
      kind: 'offline',
      message: `${url} could not be reached.`,
    });
    const breaking = new ReadableStream({
      pull(controller) {
        controller.enqueue(new TextEncoder().encode('{"kith"'));
        controller.error(new TypeError('network error'));
      },
    });
    const broken = json({ url }, { fetch: () => Promise.resolve(new Response(breaking)) });
    await expect(broken.read(wall, signal())).rejects.toMatchObject({ kind: 'offline' });
  });

  it('tries again after a failure, and only then', async () => {
    const answers = [answering('', { status: 500 }), answering('<!doctype html>'), answering(riverside())];
    const fetch = vi.fn(() => (answers.shift() ?? answering(''))());
    const provider = json({ url }, { fetch });
    await expect(provider.read(wall, signal())).rejects.toMatchObject({ kind: 'busy' });
    await expect(provider.read(wall, signal())).rejects.toMatchObject({ kind: 'invalid' });
    expect((await provider.read(wall, signal())).total).toBe(5);
    expect((await provider.read(wall, signal())).total).toBe(5);
    expect(fetch).toHaveBeenCalledTimes(3);
  });

  it('goes on for those who wait when one of them leaves', async () => {
    const { calls, fetch } = waiting();
    const provider = json({ url }, { fetch });
    const leaving = new AbortController();
    const left = provider.read(wall, leaving.signal);
    const stays = provider.read(wall, signal());
    leaving.abort(new Error('left'));
    await expect(left).rejects.toThrow('left');
    expect(calls[0]?.signal.aborted).toBe(false);
    calls[0]?.give(Response.json(riverside()));
    expect((await stays).total).toBe(5);
    expect(calls).toHaveLength(1);
  });

  it('gives up when nobody waits any more, and begins anew for who comes then', async () => {
    const { calls, fetch } = waiting();
    const provider = json({ url }, { fetch });
    const leaving = [new AbortController(), new AbortController()];
    const left = leaving.map((one) => provider.read(wall, one.signal));
    leaving.forEach((one) => one.abort(new Error('left')));
    const comes = provider.read(wall, signal());
    for (const one of left) await expect(one).rejects.toThrow('left');
    expect(calls.map((call) => call.signal.aborted)).toEqual([true, false]);
    calls[1]?.give(Response.json(riverside()));
    expect((await comes).total).toBe(5);
  });

  it('keeps what is loaded, whoever leaves', async () => {
    const fetch = vi.fn(answering(riverside()));
    const provider = json({ url }, { fetch });
    await provider.read(wall, signal());
    const leaving = new AbortController();
    const left = provider.read(wall, leaving.signal);
    leaving.abort(new Error('left'));
    await left.catch(() => undefined);
    await provider.read(wall, signal());
    expect(fetch).toHaveBeenCalledOnce();
  });

  it('leaves no listener on the signal it was given', async () => {
    const one = new AbortController();
    const added = vi.spyOn(one.signal, 'addEventListener');
    const removed = vi.spyOn(one.signal, 'removeEventListener');
    await json({ document: riverside() }).read(wall, one.signal);
    await vi.waitFor(() => expect(removed).toHaveBeenCalledTimes(added.mock.calls.length));
  });

  it('refuses what is larger than a page can bear, without reading on', async () => {
    let given = 0;
    const endless = new ReadableStream({
      pull(controller) {
        given++;
        controller.enqueue(new Uint8Array(1_000_000).fill(32));
      },
    });
    const read = json({ url }, { fetch: () => Promise.resolve(new Response(endless)) }).read(wall, signal());
    await expect(read).rejects.toMatchObject({
      kind: 'invalid',
      message: `${url} is larger than 20 MB, which is too much for a page.`,
    });
    expect(given).toBeLessThan(30);
  });

  it('reads characters that fall between two chunks', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify({ kith: 1, members: [{ id: 'a', name: 'Žofie 🧵' }] }));
    const drops = new ReadableStream({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    const { members } = await json({ url }, { fetch: () => Promise.resolve(new Response(drops)) }).read(
      { kind: 'members' },
      signal(),
    );
    expect(members[0]?.name).toBe('Žofie 🧵');
  });

  it('refuses what is no address in a sentence', async () => {
    for (const bad of ['https://', 'http://[']) {
      await expect(json({ url: bad }).read(wall, signal())).rejects.toMatchObject({
        kind: 'invalid',
        message: `"${bad}" is no address.`,
      });
    }
  });

  it.each(['', '{', '[]', '{"kith":2}', 'null'])('refuses the text %j with one ProviderError', async (text) => {
    await expect(json({ text }).read(wall, signal())).rejects.toMatchObject({ name: 'ProviderError', kind: 'invalid' });
  });

  it('shows of an archive the public part, and warns its author once', async () => {
    const archive: CommunityDocument = {
      kith: 1,
      archive: true,
      members: [{ id: 'ada', name: 'Ada' }],
      recognitions: [{ id: 'r', to: ['ada'], state: 'shown' }],
    };
    const { said, provider } = listening({ url }, { fetch: answering(archive) });
    expect(await provider.read({ kind: 'members' }, signal())).toMatchObject({ total: 0 });
    expect(await provider.read(wall, signal())).toMatchObject({ total: 0 });
    expect(said).toEqual([
      `${url} is an archive, and everyone can fetch it. Only its public part is shown; publish that instead.`,
    ]);
    const file = listening({ document: archive });
    expect(await file.provider.read({ kind: 'members' }, signal())).toMatchObject({ total: 0 });
    expect(file.said).toEqual([]);
  });

  it('tells its author in one message what it set aside', async () => {
    const one = listening({ url }, { fetch: answering({ kith: 1, members: [{ id: 'ada' }] }) });
    await one.provider.read(wall, signal());
    expect(one.said).toEqual([`1 piece was set aside of ${url}: members[0]: its "name" is missing.`]);
    const many = listening({ text: JSON.stringify({ kith: 1, members: [1, 2, 3, 4, 5, 6, 7] }) });
    await many.provider.read(wall, signal());
    await many.provider.read(wall, signal());
    expect(many.said).toHaveLength(1);
    expect(many.said[0]).toMatch(
      /^7 pieces were set aside of the document: members\[0\]: .*members\[4\]: [^;]*; and 2 more\.$/,
    );
  });

  it('warns on the console where nobody else listens', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    await json({ text: '{"kith":1,"members":5}' }).read(wall, signal());
    expect(warn).toHaveBeenCalledExactlyOnceWith('1 piece was set aside of the document: members: should be a list.');
    warn.mockRestore();
  });

  it('rejects with ProviderError also where the author’s own report throws', async () => {
    const report = () => {
      throw new Error('no console');
    };
    await expect(json({ text: '{"kith":1,"members":5}' }, { report }).read(wall, signal())).rejects.toBeInstanceOf(
      ProviderError,
    );
  });
});

describe('a list of contributors where a community document should be', () => {
  it('is refused with the name of the provider that reads it', async () => {
    const text = JSON.stringify({ contributors: [{ login: 'ada', contributions: ['doc'] }] });
    const read = json({ text }).read({ kind: 'wall' }, new AbortController().signal);
    await expect(read).rejects.toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining('provider="all-contributors"'),
    });
  });
});
