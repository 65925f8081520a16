import { describe, expect, it } from 'vitest';
import { ProviderError, type Receipt } from '@kith/core';
import { createOutbox, type Outcome } from '../../packages/core/src/outbox/outbox.js';
import { answerError } from '../../packages/providers/src/http.js';
import { cheer, disk, settings } from '../core/outbox/support.js';

const url = 'https://example.org/v1/village';
const problem = (body: unknown, type = 'application/problem+json') => ({
  body: typeof body === 'string' ? body : JSON.stringify(body),
  headers: { 'content-type': type },
});
const errorOf = (status: number, { body = '', headers = {} }: { body?: string; headers?: HeadersInit } = {}) =>
  answerError(url, new Response(body, { status, headers }));

describe('answerError', () => {
  it.each([
    [400, { kind: 'invalid', reason: undefined }],
    [401, { kind: 'refused', reason: 'signed-out' }],
    [403, { kind: 'refused', reason: 'not-allowed' }],
    [404, { kind: 'gone' }],
    [405, { kind: 'refused', reason: 'read-only' }],
    [408, { kind: 'busy' }],
    [409, { kind: 'invalid' }],
    [410, { kind: 'gone' }],
    [413, { kind: 'invalid', reason: 'too-long' }],
    [418, { kind: 'invalid' }],
    [422, { kind: 'invalid' }],
    [425, { kind: 'busy' }],
    [429, { kind: 'busy' }],
    [500, { kind: 'busy' }],
    [501, { kind: 'refused', reason: 'read-only' }],
    [502, { kind: 'busy' }],
    [503, { kind: 'busy' }],
    [504, { kind: 'busy' }],
  ])('says what %i means', async (status, expected) => {
    const error = await errorOf(status);
    expect(error).toBeInstanceOf(ProviderError);
    expect(error).toMatchObject({ ...expected, message: `${url} answered ${status}.` });
  });

  it.each([
    [429, '7', 7],
    [503, new Date(Date.now() + 60_000).toUTCString(), expect.closeTo(60, -1) as number],
    [503, 'Thu, 01 Jan 1970 00:00:00 GMT', 0],
    [503, 'soon', undefined],
    [403, '7', undefined],
  ])('says when to come back: %i, %s', async (status, after, retryAfter) => {
    expect(await errorOf(status, { headers: { 'retry-after': after } })).toMatchObject({ retryAfter });
  });

  it('takes the reason and what it says from problem details', async () => {
    const said = { type: 'about:blank', status: 422, reason: 'too-long', params: { field: 'text', n: 12 } };
    const expected = { kind: 'invalid', reason: 'too-long', params: { field: 'text', n: 12 } };
    expect(await errorOf(422, problem(said))).toMatchObject(expected);
    expect(await errorOf(422, problem(said, 'Application/JSON; charset=utf-8'))).toMatchObject(expected);
    expect(await errorOf(403, problem({ reason: 'not-yours' }))).toMatchObject({
      kind: 'refused',
      reason: 'not-yours',
    });
  });

  it.each([
    'not json',
    'null',
    '[]',
    '{"reason": 5}',
    '{"reason": {"toString": 1}, "params": {}}',
    JSON.stringify({ reason: 'x'.repeat(200_000) }),
  ])('knows what the status says where the details say nothing: %.20s', async (body) => {
    expect(await errorOf(403, problem(body))).toMatchObject({ reason: 'not-allowed', params: undefined });
    expect(await errorOf(403, { body, headers: { 'content-type': 'text/html' } })).toMatchObject({
      reason: 'not-allowed',
    });
  });

  it('leaves out what a reason says that is no list of things said', async () => {
    expect(await errorOf(403, problem({ reason: 'self', params: [1] }))).toMatchObject({ params: undefined });
  });
});

/** What an outbox does with every answer there is to a wish that is sent. */
describe('a wish that is answered', () => {
  async function outcomes(...answers: Response[]): Promise<{ told: Outcome[]; waits: number[]; kept: number }> {
    const told: Outcome[] = [];
    const waits: number[] = [];
    const keep = disk();
    const outbox = createOutbox({
      ...settings,
      keep,
      random: () => 1,
      pause: async (milliseconds) => void waits.push(milliseconds),
      send: async () => {
        const answer = answers.shift() ?? Response.json({ revision: 9 });
        if (!answer.ok) throw await answerError(url, answer);
        return (await answer.json()) as Receipt;
      },
    });
    await outbox.take(cheer('r1'), (outcome) => told.push(outcome));
    return { told, waits, kept: keep.rows.size };
  }
  const of = (status: number, headers: HeadersInit = {}) => new Response('', { status, headers });

  it.each([
    [400, 'invalid'],
    [401, 'signed-out'],
    [403, 'not-allowed'],
    [404, 'gone'],
    [409, 'invalid'],
    [413, 'too-long'],
    [422, 'invalid'],
  ])('%i is kept and shown as not sent: %s', async (status, reason) => {
    expect(await outcomes(of(status))).toEqual({ told: [{ refused: { reason } }], waits: [], kept: 1 });
  });

  it.each([408, 425, 429, 500, 502, 503, 504])('%i is sent again, later each time', async (status) => {
    const { told, waits, kept } = await outcomes(of(status), of(status), of(status, { 'retry-after': '70' }));
    expect(told).toMatchObject([{ failed: { kind: 'busy' } }, { sent: { revision: 9 } }]);
    expect(waits).toEqual([1000, 2000, 70_000]);
    expect(kept).toBe(0);
  });

  it('200 with something that is no receipt is sent again', async () => {
    const { told } = await outcomes(Response.json({}), Response.json(null), new Response('<!doctype html>'));
    expect(told).toMatchObject([{ failed: {} }, { sent: { revision: 9 } }]);
  });
});
