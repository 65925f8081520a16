import type { Receipt } from '@kith/core';
import { newKey, type Intent, type IntentName } from '@kith/core/rules';
import { takingTogether } from '../../packages/server/src/take/together.js';
import type { Wish } from '../../packages/server/src/take/wish.js';

export type { Wish };
export type Write = Parameters<typeof takingTogether>[0];

/** When everything is wished. */
export const now = new Date('2026-11-01T10:00:00Z');

export function wishIn(
  community: string,
  member: string,
  name: IntentName,
  detail: unknown,
  key: string = newKey(),
): Wish {
  return { intent: { key, name, detail, actor: { member }, community, at: now.toISOString() } as Intent, now };
}

/** What a letter of somebody to everyone says. */
export const tale = (by: string) => ({ to: [], occasion: 'story', text: `A lamp of ${by}.` });

/** Sends all of them at once; gives what came of each, in the order in which they were told. */
export async function sentTogether(wishes: readonly Wish[], write: Write) {
  const take = takingTogether(write);
  const told: { wish: Wish; came: Receipt | string }[] = [];
  const tell = (wish: Wish) => (came: Receipt | string) => void told.push({ wish, came });
  await Promise.all(
    wishes.map((wish) => take(wish).then(tell(wish), (error: Error) => tell(wish)(`not: ${error.message}`))),
  );
  return told;
}
