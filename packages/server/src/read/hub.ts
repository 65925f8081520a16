import { hubMost, hubOf, tiesIn, type Hub, type Member, type Tie } from '@kith/core';
import type { Pieces } from '@kith/core/rules';
import { sql } from 'kysely';
import type { Found } from './pieces.js';
import type { Reader } from './read.js';

/**
 * The hub of a community that is small enough to have one, as a member can tell: by what everyone sees, and by whom they
 * have met themselves, whose introductions are at hand.
 */
export async function hubFor({ trx, community }: Reader, me: Member, found: Found): Promise<Hub | undefined> {
  const { rows: members } = await sql<Pick<Member, 'id' | 'kind'>>`
    select id, body->>'kind' as kind from member
    where community = ${community} and present and coalesce(body->>'kind', '') <> 'bot' order by place limit ${hubMost + 1}`.execute(
    trx,
  );
  if (members.length > hubMost) return undefined;
  const { rows: ties } = await sql<{ one: string; other: string }>`
    with letters as (
      select r.* from recognition r
      join party p on p.community = r.community and p.recognition = r.id and p.member = r.author and p.open
      where r.community = ${community} and r.open
    )
    select author as one, p.member as other from letters l
    join party p on p.community = l.community and p.recognition = l.id and p.open
    union select author, a.body->>'member' from letters l
    join answer a on a.community = l.community and a.recognition = l.id
    union select author, body->'heardBy'->>'member' from letters`.execute(trx);
  const said = ties.flatMap(({ one, other }): Tie[] => (other ? [[one, other]] : []));
  const introductions = [...found.pieces].flatMap(([name, piece]) =>
    name.startsWith('introduction ') ? [piece as Pieces['introduction']] : [],
  );
  const mine = introductions.filter(({ people }) => people.includes(me.id));
  return hubOf(
    members.map((one) => ({ name: '', ...one })),
    [...said, ...tiesIn([], mine)],
  );
}
