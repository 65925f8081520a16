import { plain, ProviderError, sayRound, speech, type GroupSaid, type RoundSaid } from '@kith/core';
import { newKey, readingOf, type Intent } from '@kith/core/rules';
import { round as words } from '@kith/core/strings/en';
import { looking, within } from '../db/database.js';
import type { Database } from '../db/schema.js';
import { take } from '../take/take.js';
import { wholeOf } from '../whole.js';
import { Mistake } from './mistake.js';

const spoken = speech({ round: words });

/** What is said of a round, beside the community. */
export interface Introducing {
  /** The host who brings them together. */
  by?: string | undefined;
  /** Why they should meet: sent to all. Without it nobody is asked. */
  text?: string | undefined;
}

/** Introduces everybody of a community, as a host of it: first to be looked at, and sent once it is said why. */
export async function introduceEverybody(db: Database, id: string, { by, text }: Introducing): Promise<string> {
  if (by === undefined) throw new Mistake('Say which host brings them together: --by.');
  if (text !== undefined && !text.trim()) throw new Mistake('Say why they should meet: --text.');
  const now = new Date();
  const said = await roundOf(db, id, by, now);
  const pairs = said.groups.flatMap((group) => group.pairs);
  if (text !== undefined && pairs.length)
    await within(db, id, async (trx) => {
      for (const [{ id: one }, { id: other }] of pairs) {
        const detail = { people: [one, other], text: text.trim() };
        const wish = { key: newKey(), name: 'introduce', detail, actor: { member: by }, community: id };
        await take(trx, id, { ...wish, at: now.toISOString() } as Intent, now).catch((error: unknown) => {
          throw error instanceof ProviderError ? new Mistake(`Nobody was asked: ${error.message}`) : error;
        });
      }
    });
  return [...said.groups.map(lineOf), ...said.left.map(plain), outcome(pairs.length, text)].join('\n');
}

async function roundOf(db: Database, id: string, by: string, now: Date): Promise<RoundSaid> {
  const whole = await looking(db, id, (trx) => wholeOf(trx, id));
  if (!whole) throw new Mistake(`There is no community "${id}".`);
  const round = await readingOf(whole, { revision: 0, now: () => now })
    .round(by)
    .catch((error: unknown) => {
      throw error instanceof ProviderError ? new Mistake(`"${by}" is no host of "${id}".`) : error;
    });
  return sayRound(round, spoken.english);
}

function lineOf({ names, reasons }: GroupSaid): string {
  return `${plain(names)}: ${reasons.map(plain).join(' ')}`;
}

function outcome(pairs: number, text: string | undefined): string {
  if (!pairs) return spoken.english.words.nobodyToIntroduce;
  if (text !== undefined) return spoken.english.words.pairsAsked(pairs);
  return 'Nobody is asked yet. Say why they should meet, and they are: --text "…".';
}
