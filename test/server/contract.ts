import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { within } from '@kith/server';
import fc from 'fast-check';
import type { CommunityDocument } from '@kith/core';
import { onTestFinished } from 'vitest';
import { createChecks, describedIn, type Described, type DescribedAnswer } from './described.js';
import { village } from '../core/village.js';
import { requestsOver, type Sent, type Word } from './requests.js';
import type { World } from './support.js';

/** Requests that one community is asked before it is another's turn: some of them delete who asks. */
const EACH = 25;
/** What no answer may give away: a place in the code, a question to the database, a folder. */
const telling =
  /\bat .*:\d+:\d+|\b(select|insert into|update|delete from) .*\b(from|set|values|where)\b|node_modules|\/(src|dist|home|work|tmp|usr)\/|syntax error|relation "|PGlite|postgres/i;

/** What of so many requests was answered in a way nobody described; and how often each operation was carried out. */
export async function judged(world: World, count: number, seed: number) {
  const app = world.app({ code: someCode() });
  const described = await describedIn(app);
  const judge = judgeOf(described);
  const wrong: string[] = [];
  const done = new Map<string, number>();
  const all = fc.sample(requestsOver(described), { numRuns: count, seed });
  for (let from = 0; from < all.length; from += EACH) {
    const here = await placeOf(world);
    const sayings = await sayingsOf(world, here);
    for (const sent of all.slice(from, from + EACH)) {
      const path = sent.path.replaceAll('{here}', here).replaceAll('%7Bhere%7D', here);
      const headers = { ...sent.headers, ...sayings[sent.word] };
      const response = await app.request(`http://localhost${path}`, {
        method: sent.method,
        headers,
        ...(sent.body !== undefined && { body: sent.body }),
      });
      const { operation, faults } = await judge({ ...sent, path }, response);
      if (faults.length)
        wrong.push(
          `${sent.method} ${path.slice(0, 200)} ${sent.word} ${sent.body?.slice(0, 200) ?? ''} → ${response.status}: ${faults.join('; ')}`,
        );
      else if (operation && response.ok) done.set(operation, (done.get(operation) ?? 0) + 1);
    }
  }
  const told = Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  return { wrong, never: told.filter((operation) => !done.has(operation)) };
}

/** A folder in which the widgets' code could lie, for as long as the test runs. */
export function someCode(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kith-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of ['kith.js', 'kith-part-BXCTek_5.js', 'frame.js', 'fit.js'])
    writeFileSync(join(folder, name), 'export {};');
  writeFileSync(join(folder, 'kith.css'), 'kith-community { display: contents; }');
  writeFileSync(join(folder, 'licenses.md'), 'MIT');
  return folder;
}

async function placeOf(world: World): Promise<string> {
  const at = '2026-03-01T10:00:00Z';
  const community = await world.found(
    village({
      recognitions: [
        { id: 'r1', occasion: 'story', from: 'ada', to: [], text: 'A van.', at, state: 'shown' },
        { id: 'r2', occasion: 'thanks', from: 'cy', to: ['bo'], text: 'You held it.', at, state: 'asked' },
      ],
      progress: [
        { member: 'bo', ladder: 'pull-up', visibility: 'everyone', measures: { reps: 2 }, reached: { hang: at } },
      ],
    } as Partial<CommunityDocument>),
  );
  const duties = [
    { community, member: 'cy', duty: 'moderator' as const },
    { community, member: 'dee', duty: 'admin' as const },
  ];
  await within(world.db, community, async (trx) => {
    await trx.insertInto('duty').values(duties).execute();
    await trx.insertInto('origin').values({ community, origin: 'https://site.example' }).execute();
  });
  return community;
}

/** What is said by each in the header that says who asks. */
async function sayingsOf(world: World, here: string): Promise<Record<Word, Record<string, string>>> {
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const now = Math.floor(Date.now() / 1000);
  const good = await world.token(here, 'bo');
  return {
    nobody: {},
    guest: { authorization: `Kith-Guest ${'0a'.repeat(16)}` },
    member: bearer(good),
    moderator: bearer(await world.token(here, 'cy')),
    admin: bearer(await world.token(here, 'dee')),
    garbled: { authorization: 'Basic b3BlbjpzZXNhbWU=' },
    expired: bearer(await world.token(here, 'bo', { iat: now - 7200, exp: now - 3600 })),
    foreign: bearer(await world.token('elsewhere', 'bo')),
    unsigned: bearer(`${good.split('.').slice(0, 2).join('.')}.`),
  };
}

/** Holds answers to a description: gives which operation was asked, and what is wrong. */
function judgeOf(described: Described) {
  const check = createChecks(described);
  const templates = Object.keys(described.paths)
    .sort((a, b) => a.split('{').length - b.split('{').length)
    .map((path) => [path, patternOf(path)] as const);

  return async (sent: Sent, response: Response): Promise<{ operation?: string; faults: string[] }> => {
    const { pathname } = new URL(`http://localhost${sent.path}`);
    const [path] = templates.find(([, pattern]) => pattern.test(pathname)) ?? [];
    const method = sent.method === 'HEAD' ? 'GET' : sent.method;
    const operation = path === undefined ? undefined : described.paths[path]?.[method.toLowerCase()];
    const { status } = response;
    const type = response.headers.get('content-type')?.split(';')[0] ?? '';
    const text = await begun(response, type);
    const faults: string[] = [];
    if (status >= 500 && status !== 501) faults.push('it failed');
    if (status >= 400 && telling.test(text)) faults.push(`it tells: ${text}`);
    const answer = operation
      ? answerOf(described, operation.responses[status] ?? operation.responses[`${String(status)[0]}XX`])
      : answerOf(described, refusal(described, status));
    if (!answer) return { faults: [...faults, `${status} is told of nowhere`] };
    for (const [name, { required }] of Object.entries(answer.headers ?? {}))
      if (required && !response.headers.has(name)) faults.push(`it has no ${name}`);
    const schema = answer.content?.[type]?.schema;
    if (!schema) faults.push(`"${type}" is told of nowhere`);
    else if (sent.method !== 'HEAD' && type.endsWith('json')) {
      const accepts = check(schema);
      if (!accepts(JSON.parse(text)))
        faults.push(`${JSON.stringify(accepts.errors?.slice(0, 3))} in ${text.slice(0, 300)}`);
    }
    const body = Object.values(operation?.requestBody?.content ?? {})[0]?.schema;
    if (body && response.ok && !check(body)(withoutNulls(orUndefined(sent.body))))
      faults.push('it carried out what may not be sent');
    return { ...(operation && { operation: `${method} ${path}` }), faults };
  };
}

/** Of an answer that does not end its beginning. */
async function begun(response: Response, type: string): Promise<string> {
  if (type !== 'text/event-stream') return response.text();
  const reader = response.body?.getReader();
  const { value } = (await reader?.read()) ?? {};
  await reader?.cancel();
  return new TextDecoder().decode(value);
}

/** What is nothing, or is not asked in that way, is refused so; or because of who asks. */
function refusal({ components }: Described, status: number) {
  const name = { 401: 'NotSignedIn', 404: 'NotThere', 405: 'ReadOnly' }[status];
  return name === undefined ? undefined : components.responses[name];
}

function answerOf({ components }: Described, said: (DescribedAnswer & { $ref?: string }) | undefined) {
  const name = said?.$ref?.split('/').at(-1);
  return name === undefined ? said : components.responses[name];
}

function patternOf(path: string): RegExp {
  const parts = path.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  // Files of the widgets' code are told apart from other addresses by their names.
  return new RegExp(`^${parts.join(path === '/{file}' ? '(?:kith|frame|fit)[\\w.-]*\\.(?:js|css)' : '[^/]+')}/?$`);
}

/** In a document what is null is not said; a wish has no place for it. */
function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('kith' in value)) return value;
  return JSON.parse(JSON.stringify(value, (_, each: unknown) => each ?? undefined));
}

function orUndefined(text = ''): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
