import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readDocument, readJson } from '@kith/core';
import { sql } from 'kysely';
import { within } from '../db/database.js';
import type { Database, Duty } from '../db/schema.js';
import { isId } from '../ids.js';
import { addKey, revokeKey, type Algorithm } from '../keys.js';
import type { Settings } from '../revise.js';
import { replace } from '../whole.js';
import { introduceEverybody } from './introduce.js';
import { Mistake } from './mistake.js';
import { giveDuty, inviteTo, signOutOf } from './people.js';
import { show } from './show.js';

const options = {
  name: { type: 'string' },
  document: { type: 'string' },
  origin: { type: 'string', multiple: true },
  key: { type: 'string' },
  kid: { type: 'string' },
  issuer: { type: 'string' },
  algorithm: { type: 'string' },
  joining: { type: 'string' },
  review: { type: 'string' },
  page: { type: 'string' },
  duty: { type: 'string' },
  days: { type: 'string' },
  by: { type: 'string' },
  text: { type: 'string' },
} as const;
type Said = ReturnType<typeof parse>;
const parse = (args: string[]) => parseArgs({ args, options, allowPositionals: true });

type Command = (db: Database, said: Said, url: string | undefined) => Promise<string>;

/** The commands that follow `community`. Each gives what it prints. */
const commands: Record<string, Command> = {
  async add(db, said) {
    const id = idIn(said);
    const { name, document: file } = said.values;
    const own = { kith: 1, archive: true, community: { id, name: name ?? id } };
    const { document, aside } = readDocument(file === undefined ? own : readJson(readFileSync(file, 'utf8')));
    const [first] = aside;
    if (first) throw new Mistake(`${file} is no community: ${first.path} ${first.reason}.`);
    await within(db, id, async (trx) => {
      if (await homeOf(trx, id)) throw new Mistake(`There is a community "${id}" already.`);
      await replace(trx, id, document);
      await settle(trx, id, said);
    });
    return `Added "${id}".`;
  },

  async set(db, said) {
    const id = idIn(said);
    await within(db, id, async (trx) => {
      if (!(await homeOf(trx, id))) throw new Mistake(`There is no community "${id}".`);
      await settle(trx, id, said);
    });
    return `Set "${id}".`;
  },

  async list(db) {
    const { rows } = await sql<{ community: string; revision: number }>`
      select community, revision from home order by community`.execute(db);
    return rows.map(({ community, revision }) => `${community}  at revision ${revision}`).join('\n') || 'None yet.';
  },

  async revoke(db, said) {
    const id = idIn(said);
    const { kid } = said.values;
    if (kid === undefined) throw new Mistake('Say which key: --kid.');
    if (!(await within(db, id, (trx) => revokeKey(trx, id, kid)))) throw new Mistake(`"${id}" has no such key in use.`);
    return `Revoked. Within a minute nothing signed by "${kid}" is believed.`;
  },

  async forbid(db, said) {
    const id = idIn(said);
    const origins = said.values.origin ?? [];
    if (!origins.length) throw new Mistake('Say which site: --origin.');
    const { numDeletedRows } = await within(db, id, (trx) =>
      trx.deleteFrom('origin').where('community', '=', id).where('origin', 'in', origins).executeTakeFirst(),
    );
    if (!numDeletedRows) throw new Mistake(`"${id}" has no such origin.`);
    return 'Removed. Within seconds its pages may ask no more.';
  },

  show: async (db, said) => show(db, idIn(said)),

  async invite(db, said, url) {
    const { page, duty, days } = said.values;
    return inviteTo(db, idIn(said), whoIn(said), { page, duty: duty as Duty | undefined, days, at: url });
  },

  'sign-out': async (db, said) => signOutOf(db, idIn(said), whoIn(said)),

  introduce: async (db, said) => introduceEverybody(db, idIn(said), said.values),

  duty: async (db, said) => giveDuty(db, idIn(said), whoIn(said), said.positionals[3] ?? ''),
};

/**
 * What a command asks for, to be done on a database; gives what it prints. `url` is the address under which everyone reaches
 * the server, where it is known. Throws a `Mistake` where it says nothing sensible.
 */
export function commandIn(args: string[], url?: string): (db: Database) => Promise<string> {
  const said = parse(args);
  const { values, positionals } = said;
  const [name = '', , , duty] = positionals;
  const act = commands[name];
  if (!act) throw new Mistake(`There is no command "community ${name}". See --help.`);
  if (name !== 'list') idIn(said);
  for (const origin of values.origin ?? [])
    if (!isOrigin(origin))
      throw new Mistake(`"${origin}" is no origin: say it as https://site.example, and nothing after.`);
  oneOf('joining', values.joining, ['token', 'listed']);
  oneOf('review', values.review, ['none', 'first']);
  if (name === 'duty') oneOf('duty', duty ?? '', ['moderator', 'admin', 'none']);
  oneOf('duty', values.duty, ['moderator', 'admin']);
  if (values.key !== undefined && (values.kid === undefined || values.issuer === undefined))
    throw new Mistake('A key has a --kid and an --issuer.');
  return (db) => act(db, said, url);
}

function oneOf(name: string, said: string | undefined, words: string[]): void {
  if (said !== undefined && !words.includes(said)) throw new Mistake(`--${name} is one of ${words.join(', ')}.`);
}

type Within = Parameters<Parameters<typeof within>[2]>[0];

function idIn({ positionals }: Said): string {
  const [, id = ''] = positionals;
  if (!isId(id)) throw new Mistake('Say which community: 1 to 128 characters without spaces or "/".');
  // Its address would be another's.
  if (id === 'openapi.json') throw new Mistake('"openapi.json" is the address of what the server says of itself.');
  return id;
}

function whoIn({ positionals }: Said): string {
  const [, , who = ''] = positionals;
  if (!who) throw new Mistake('Say which member.');
  return who;
}

function homeOf(trx: Within, id: string) {
  return trx.selectFrom('home').select('settings').where('community', '=', id).executeTakeFirst();
}

/** Origins, a key and settings, as far as they are said. */
async function settle(trx: Within, community: string, { values }: Said): Promise<void> {
  for (const origin of values.origin ?? [])
    await trx
      .insertInto('origin')
      .values({ community, origin })
      .onConflict((clash) => clash.doNothing())
      .execute();
  if (values.key !== undefined) {
    const { kid = '', issuer = '', algorithm = 'ES256', key } = values;
    const jwk = JSON.parse(readFileSync(key, 'utf8')) as object;
    await addKey(trx, community, { kid, issuer, algorithm: algorithm as Algorithm, jwk }).catch((error: Error) => {
      throw new Mistake(error.message);
    });
  }
  const { joining, review } = values;
  const more = { ...(joining && { joining }), ...(review && { review }) } as Settings;
  const { settings } = (await homeOf(trx, community)) ?? {};
  await trx
    .updateTable('home')
    .set({ settings: { ...settings, ...more } })
    .where('community', '=', community)
    .execute();
}

function isOrigin(text: string): boolean {
  try {
    const { origin, protocol } = new URL(text);
    return origin === text && /^https?:$/.test(protocol);
  } catch {
    return false;
  }
}
