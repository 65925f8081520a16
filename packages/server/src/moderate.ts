import { ProviderError, type Recognition } from '@kith/core';
import { allOf, keyOf, refusalError, stateOf, type Tables } from '@kith/core/rules';
import { sql } from 'kysely';
import type { Within } from './db/schema.js';
import { lock, revise } from './revise.js';
import type { Rows } from './rows.js';

/** A letter that somebody should look at. */
export interface Waiting {
  letter: Partial<Recognition>;
  /** It is its writer's first, and waits. */
  isFirst: boolean;
  reports: { reason: string; at: string }[];
}

/** What is done about a letter, and why. */
export interface Ruling {
  recognition: string;
  act: 'hide' | 'show';
  reason: string;
}

/** Letters that wait for a first look, and those reported since somebody last ruled on them; oldest first. */
export async function queueOf(trx: Within, community: string): Promise<Waiting[]> {
  const { rows } = await sql<{ body: Recognition; reports: Tables['report'][] | null }>`
    select r.body, (
      select jsonb_agg(p.body order by p.place) from report p
      where p.community = r.community and p.recognition = r.id and not exists (
        select from audit a
        where a.community = r.community and a.subject = r.id and a.at >= (p.body->>'at')::timestamptz
      )
    ) as reports
    from recognition r
    where r.community = ${community} and (
      r.body->>'state' = 'review' or exists (
        select from report p where p.community = r.community and p.recognition = r.id
      )
    )
    order by r.place`.execute(trx);
  return rows
    .map(({ body, reports }) => ({
      letter: asQueued(body),
      isFirst: body.state === 'review',
      reports: (reports ?? []).map(({ reason, at }) => ({ reason, at })),
    }))
    .filter(({ isFirst, reports }) => isFirst || reports.length);
}

/** What has to be known to rule on it: whom it is to, and whether they said no, is for them to say. */
function asQueued({ id, occasion, from, to = [], text, lang, need, evidence, at, state: kept }: Recognition) {
  const state = kept === 'hidden' ? 'asked' : kept;
  const said = { id, occasion, from, text, lang, need, evidence, at, state, unnamed: to.length || undefined };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Partial<Recognition>;
}

/** Takes a letter down, or lets it stand as its people answered. Throws a `ProviderError` where that may not be. */
export async function rule(trx: Within, community: string, by: string, ruling: Ruling, now: Date): Promise<number> {
  const { recognition, act, reason } = ruling;
  const home = await lock(trx, community);
  const [kept] = await home.rows.select(keyOf('recognition', recognition));
  if (!kept) throw new ProviderError('gone', { reason: 'gone' });
  const letter = kept[1] as Recognition;
  // A second pair of eyes is the point of it.
  if (act === 'show' && letter.from === by) throw refusalError({ reason: 'self' });
  const state = act === 'hide' ? 'removed' : await stateAgain(home.rows, letter);
  const audit = { community, at: now, by, act, subject: recognition, reason };
  await trx.insertInto('audit').values(audit).execute();
  return revise(home, { names: [`recognition ${recognition}`], people: peopleOf(letter) }, () =>
    home.rows.put(keyOf('recognition', recognition), { state }),
  );
}

async function stateAgain(rows: Rows, letter: Recognition): Promise<string> {
  if (!letter.to?.length) return 'shown';
  const said = (await rows.select(allOf('consent', letter.id))).map(([, row]) => row as Tables['consent']);
  return stateOf({ ...letter, state: 'asked' }, said);
}

const peopleOf = ({ from, to = [] }: Recognition) =>
  [...to, ...(from === undefined ? [] : [from])].map((id) => `member ${id}` as const);
