import { expect, it } from 'vitest';
import { ProviderError, type Answer, type Change, type Provider, type Query } from '@kith/core';
import { intentNames, type Intent, type IntentName } from '@kith/core/rules';
import { intent, letter, thanks, tries, wish, type Writable } from './tries.js';

const signal = () => new AbortController().signal;

/** Why a wish was not carried out. */
const refusal = (provider: Writable, wished: Intent) =>
  provider.send(wished, signal()).then(
    () => expect.fail('It was carried out.'),
    (error: unknown) => {
      expect(error).toBeInstanceOf(ProviderError);
      const { kind, reason, params } = error as ProviderError;
      return { kind, reason, ...(params && { params }) };
    },
  );

/** What every provider does that carries wishes out. `reopen` gives another one on what a provider left behind. */
export function writingContract<P extends Writable>(
  make: () => Promise<P>,
  reopen?: (provider: P) => P | Promise<P>,
): void {
  const everything = async (provider: Provider): Promise<unknown[]> => {
    const viewers = [undefined, 'ada', 'bo', 'cy', 'dee'];
    const kinds = ['community', 'purpose', 'roles', 'members', 'wall', 'ladder', 'introductions', 'inbox'] as const;
    const queries = viewers.flatMap((viewer) => kinds.map((kind): Query => ({ kind, ...(viewer && { viewer }) })));
    return Promise.all(queries.map((query) => provider.read(query, signal())));
  };

  it('takes every intent', async () => {
    expect([...(await make()).takes].sort()).toEqual([...intentNames].sort());
  });

  it.each(intentNames)('carries out %s, and shows what came of it to whom it is for', async (name) => {
    const { by, first, detail, ask: question, sees } = tries[name];
    const provider = await make();
    const id = (await first?.(provider)) ?? '';
    const key = await wish(provider, by, name, detail(id));
    expect(await provider.read(question(id), signal())).toMatchObject(sees(key, id));
  });

  it('counts a wish once, however often it is sent, one after another and all at once', async () => {
    const provider = await make();
    const recognition = await letter(provider);
    const wished = intent('cy', 'cheer', { recognition, on: true });
    const first = await provider.send(wished, signal());
    const again = await Promise.all(Array.from({ length: 20 }, () => provider.send({ ...wished }, signal())));
    expect(again).toEqual(again.map(() => first));
    const written = intent('cy', 'recognize', { ...thanks, to: ['bo'] });
    const receipts = await Promise.all(Array.from({ length: 20 }, () => provider.send({ ...written }, signal())));
    expect(new Set(receipts.map(({ revision }) => revision)).size).toBe(1);
    expect((await provider.read({ kind: 'inbox', viewer: 'bo' }, signal())).letters).toHaveLength(1);
    expect((await provider.read({ kind: 'wall' }, signal())).letters[0]?.cheers?.count).toBe(1);
  });

  it('takes off once what was put on since, when a wish from before is sent again', async () => {
    const provider = await make();
    const recognition = await letter(provider);
    const off = intent('cy', 'cheer', { recognition, on: false });
    await provider.send(off, signal());
    await wish(provider, 'cy', 'cheer', { recognition, on: true });
    await provider.send(off, signal());
    expect((await provider.read({ kind: 'wall' }, signal())).letters[0]?.cheers?.count).toBe(1);
  });

  it('refuses another wish under a key that was used, and another’s', async () => {
    const provider = await make();
    const wished = intent('bo', 'recognize', { ...thanks, to: ['ada'] });
    await provider.send(wished, signal());
    const before = await everything(provider);
    const used = { kind: 'invalid', reason: 'invalid', params: { field: 'key' } };
    const others = [
      intent('bo', 'recognize', { ...thanks, to: ['ada'], text: 'You held the lamp.' }, wished.key),
      intent('cy', 'recognize', { ...thanks, to: ['ada'] }, wished.key),
      intent('bo', 'with-us', { on: true }, wished.key),
    ];
    for (const other of others) expect(await refusal(provider, other)).toEqual(used);
    expect(await everything(provider)).toEqual(before);
  });

  it('changes nothing where it refuses, and says why', async () => {
    const provider = await make();
    const recognition = await letter(provider);
    const before = await everything(provider);
    const refused: [Intent, object][] = [
      [intent('bo', 'cheer', { recognition, on: true }), { kind: 'refused', reason: 'self' }],
      [intent('cy', 'retract', { recognition }), { kind: 'refused', reason: 'not-yours' }],
      [intent('cy', 'cheer', { recognition: 'none', on: true }), { kind: 'gone', reason: 'gone' }],
      [
        intent('cy', 'pledge', { on: true, purposeVersion: 2 }),
        { kind: 'refused', reason: 'stale-purpose', params: { version: 3 } },
      ],
      [
        intent('cy', 'thank', { recognition, text: 'x'.repeat(1001) }),
        { kind: 'refused', reason: 'too-long', params: { field: 'text', n: 1 } },
      ],
      [
        intent('cy', 'with-us', { on: 'yes' } as never),
        { kind: 'invalid', reason: 'invalid', params: { field: 'on' } },
      ],
      [
        intent('cy', 'fly' as IntentName, {} as never),
        { kind: 'invalid', reason: 'invalid', params: { field: 'name' } },
      ],
      [intent('nobody', 'with-us', { on: true }), { kind: 'refused', reason: 'not-allowed' }],
      [
        { ...intent('cy', 'with-us', { on: true }), actor: undefined },
        { kind: 'refused', reason: 'signed-out' },
      ],
    ];
    for (const [wished, why] of refused) expect(await refusal(provider, wished), wished.name).toEqual(why);
    expect(await everything(provider)).toEqual(before);
  });

  it('carries a refused wish out when it is sent again and may be by then', async () => {
    const provider = await make();
    const recognition = await wish(provider, 'bo', 'recognize', { ...thanks, to: ['ada'] });
    const cheer = intent('cy', 'cheer', { recognition, on: true });
    expect(await refusal(provider, cheer)).toMatchObject({ reason: 'gone' });
    await wish(provider, 'ada', 'consent', { recognition, as: 'named' });
    await provider.send(cheer, signal());
    expect((await provider.read({ kind: 'wall' }, signal())).letters[0]?.cheers?.count).toBe(1);
  });

  it('says twice what was said twice once, and drifts by nothing', async () => {
    const provider = await make();
    const recognition = await letter(provider);
    const cheer = (by: string, on: boolean) => provider.send(intent(by, 'cheer', { recognition, on }), signal());
    const count = async () => (await provider.read({ kind: 'wall' }, signal())).letters[0]?.cheers?.count;
    await cheer('cy', false);
    await Promise.all([cheer('cy', true), cheer('cy', true), cheer('dee', true), cheer('dee', true)]);
    expect(await count()).toBe(2);
    await Promise.all([cheer('cy', false), cheer('cy', false)]);
    expect(await count()).toBe(1);
    await Promise.all(Array.from({ length: 20 }, () => wish(provider, 'ada', 'with-us', { on: true })));
    expect((await provider.read({ kind: 'purpose' }, signal())).purpose?.counts?.withUs).toBe(1);
  });

  it('gives receipts in order, and has at a receipt’s revision what was wished', async () => {
    const provider = await make();
    const revisions: number[] = [(await provider.read({ kind: 'wall' }, signal())).revision];
    for (let n = 1; n <= 5; n++) {
      const { revision } = await provider.send(
        intent('bo', 'recognize', { to: [], occasion: 'story', text: `Story ${n}.` }),
        signal(),
      );
      const wall = await provider.read({ kind: 'wall' }, signal());
      expect(wall.revision).toBeGreaterThanOrEqual(revision);
      expect(wall.letters).toHaveLength(n);
      revisions.push(revision);
    }
    expect(revisions).toEqual([...new Set(revisions)].sort((a, b) => a - b));
    const all = await Promise.all(
      ['ada', 'bo', 'cy'].map((by) => provider.send(intent(by, 'with-us', { on: true }), signal())),
    );
    const seen = await provider.read({ kind: 'purpose' }, signal());
    for (const { revision } of all) expect(seen.revision).toBeGreaterThanOrEqual(revision);
    expect(seen.purpose?.counts?.withUs).toBe(3);
  });

  it('tells who watches the kinds and ids of what is different for everyone, and nothing else', async () => {
    const provider = await make();
    const heard: Change[] = [];
    const stop = provider.watch((change) => heard.push(change));
    const recognition = await wish(provider, 'bo', 'recognize', { ...thanks, to: ['ada'] });
    expect(heard).toEqual([{ revision: expect.any(Number), touched: [] }]);
    await wish(provider, 'ada', 'consent', { recognition, as: 'named' });
    await wish(provider, 'ada', 'profile', { patch: { story: 'SECRET' } });
    const touched = [{ kind: 'recognition', id: recognition }];
    expect(heard.slice(1)).toEqual([
      { revision: expect.any(Number), touched },
      { revision: expect.any(Number), touched: [{ kind: 'member', id: 'ada' }] },
    ]);
    await wish(provider, 'ada', 'consent', { recognition, as: 'hidden' });
    expect(heard[3]?.touched).toEqual([{ ...touched[0], gone: true }]);
    expect(heard.map(({ revision }) => revision)).toEqual(
      [...new Set(heard.map(({ revision }) => revision))].sort((a, b) => a - b),
    );
    const { revision } = (await provider.read({ kind: 'wall' }, signal())) as Answer<{ kind: 'wall' }>;
    expect(revision).toBe(heard.at(-1)?.revision);
    stop();
    await wish(provider, 'ada', 'with-us', { on: true });
    expect(heard).toHaveLength(4);
  });

  it('carries nothing out that was given up before it was sent', async () => {
    const provider = await make();
    const reason = new Error('left');
    const left = provider.send(intent('ada', 'with-us', { on: true }), AbortSignal.abort(reason));
    await expect(left).rejects.toBe(reason);
    expect((await provider.read({ kind: 'purpose', viewer: 'ada' }, signal())).purpose?.mine).toEqual({
      withUs: false,
    });
  });

  if (!reopen) return;

  it('has after a crash all that it gave a receipt for, each once', async () => {
    let provider = await make();
    const recognition = await letter(provider);
    const cheer = intent('cy', 'cheer', { recognition, on: true });
    const receipt = await provider.send(cheer, signal());
    const before = await everything(provider);
    provider = await reopen(provider);
    expect(await everything(provider)).toEqual(before);
    expect(await provider.send(cheer, signal())).toEqual(receipt);
    expect(await refusal(provider, { ...cheer, detail: { recognition, on: false } } as Intent)).toMatchObject({
      params: { field: 'key' },
    });
    const next = await provider.send(intent('dee', 'cheer', { recognition, on: true }), signal());
    expect(next.revision).toBeGreaterThan(receipt.revision);
    expect((await provider.read({ kind: 'wall' }, signal())).letters[0]?.cheers?.count).toBe(2);
  });

  it('counts once what two of them are sent at once', async () => {
    const one = await make();
    const recognition = await letter(one);
    const other = await reopen(one);
    const cheers = Array.from({ length: 20 }, (_, i) =>
      intent(i % 2 ? 'cy' : 'dee', 'cheer', { recognition, on: true }),
    );
    const sent = cheers.flatMap((cheer) => [one.send(cheer, signal()), other.send({ ...cheer }, signal())]);
    const receipts = await Promise.all(sent);
    for (let i = 0; i < receipts.length; i += 2) expect(receipts[i]).toEqual(receipts[i + 1]);
    for (const provider of [one, other])
      expect((await provider.read({ kind: 'wall' }, signal())).letters[0]?.cheers?.count).toBe(2);
  });
}
