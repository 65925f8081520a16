import type { Answer, Intent, IntroSaid } from '@kith/core';

export type Introductions = Answer<{ kind: 'introductions' }>['introductions'];

/** Whether a wish is about meeting, whomever. */
export function isOfMeeting({ name, detail }: Intent): boolean {
  if (name === 'profile') return Boolean(detail.patch.asks);
  return ['ask-intro', 'answer-intro', 'pass-intro', 'met', 'introduce'].includes(name);
}

/** Whether a wish is about meeting this member. */
export function isWith(whom: string, { name, detail }: Intent, introductions: Introductions = []): boolean {
  if (name === 'ask-intro' || name === 'pass-intro') return detail.with === whom;
  if (name !== 'answer-intro' && name !== 'met') return false;
  return introductions.some(({ id, people }) => id === detail.introduction && people.includes(whom));
}

/** Whether a wish made an introduction what it is. */
export function isAbout({ key, name, detail }: Intent, { introduction }: IntroSaid): boolean {
  return introduction === (name === 'answer-intro' || name === 'met' ? detail.introduction : key);
}
