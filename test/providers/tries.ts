import { expect } from 'vitest';
import type { Provider, Query } from '@kith/core';
import { newKey, type Detail, type Intent, type IntentName } from '@kith/core/rules';

/** A provider that can be written to. */
export type Writable = Provider & Required<Pick<Provider, 'send' | 'watch'>>;

/** A wish as a widget makes it. */
export function intent<N extends IntentName>(member: string, name: N, detail: Detail<N>, key = newKey()): Intent {
  const at = new Date().toISOString();
  return { key, name, detail, actor: { member }, community: 'village', at } as Intent;
}

/** Sends a wish; gives the id of what it made. */
export async function wish<N extends IntentName>(provider: Writable, member: string, name: N, detail: Detail<N>) {
  const wished = intent(member, name, detail);
  await provider.send(wished, new AbortController().signal);
  return wished.key;
}

export const thanks = { to: ['ada'], occasion: 'thanks', text: 'You held the ladder.' } as const;

/** A letter of Bo's to Ada, and her yes to it. */
export async function letter(provider: Writable, as: 'named' | 'unnamed' | 'hidden' = 'named') {
  const key = await wish(provider, 'bo', 'recognize', { ...thanks, to: ['ada'] });
  await wish(provider, 'ada', 'consent', { recognition: key, as });
  return key;
}

const ask = (provider: Writable) =>
  wish(provider, 'bo', 'recognize', { to: [], occasion: 'ask', text: 'Who has a van?' });

/** Of each intent one that is carried out, whose eyes see what, and what that is. */
type Tries = {
  [N in IntentName]: {
    by: string;
    /** What comes before it; gives the id it is about. */
    first?: (provider: Writable) => Promise<string>;
    detail: (id: string) => Detail<N>;
    ask: (id: string) => Query;
    /** What the answer holds then; `key` is the intent's. */
    sees: (key: string, id: string) => object;
  };
};

const wallOf = (viewer?: string) => (): Query => ({ kind: 'wall', ...(viewer && { viewer }) });
const member = (id: string, viewer?: string) => (): Query => ({ kind: 'member', id, ...(viewer && { viewer }) });
const climbing = (viewer: string) => (): Query => ({ kind: 'ladder', viewer });
const reps = (value: number) => ({ ladder: 'pull-up', measure: 'reps', value });
const step = (rung: string) => ({ member: 'ada', ladder: 'pull-up', rung, on: true });

export const tries: Tries = {
  'with-us': {
    by: 'ada',
    detail: () => ({ on: true }),
    ask: () => ({ kind: 'purpose', viewer: 'ada' }),
    sees: () => ({ purpose: { counts: { withUs: 1 }, mine: { withUs: true } } }),
  },
  pledge: {
    by: 'ada',
    detail: () => ({ on: true, purposeVersion: 3, line: 'Somebody mended my kettle.' }),
    ask: () => ({ kind: 'purpose' }),
    sees: (id) => ({
      purpose: { counts: { withUs: 1, pledged: 1 }, by: ['ada'], lines: [{ id, member: 'ada' }] },
      people: [{ id: 'ada' }],
    }),
  },
  back: {
    by: 'cy',
    first: ask,
    detail: (id) => ({ subject: { kind: 'ask', id }, on: true }),
    ask: wallOf('cy'),
    sees: (_, id) => ({ letters: [{ id, backed: { count: 1, mine: true } }] }),
  },
  'claim-role': {
    by: 'ada',
    detail: () => ({ role: 'connector', on: true, aspires: 'I know who has a van.' }),
    ask: member('ada'),
    sees: () => ({ member: { roles: [{ role: 'connector', accepted: true, aspires: 'I know who has a van.' }] } }),
  },
  'affirm-role': {
    by: 'bo',
    first: (provider) => wish(provider, 'ada', 'claim-role', { role: 'connector', on: true }),
    detail: () => ({ member: 'ada', role: 'connector', on: true, because: 'She found me one.' }),
    ask: member('ada'),
    sees: () => ({
      member: { roles: [{ affirmed: { count: 1, by: [{ member: 'bo', because: 'She found me one.' }] } }] },
      people: [{ id: 'bo' }],
    }),
  },
  'accept-role': {
    by: 'ada',
    first: (provider) => wish(provider, 'bo', 'affirm-role', { member: 'ada', role: 'connector', on: true }),
    detail: () => ({ role: 'connector', on: true }),
    ask: member('ada'),
    sees: () => ({ member: { roles: [{ role: 'connector', accepted: true, affirmed: { count: 1 } }] } }),
  },
  recognize: {
    by: 'bo',
    detail: () => ({ ...thanks, to: ['ada'] }),
    ask: () => ({ kind: 'inbox', viewer: 'ada' }),
    sees: (id) => ({ letters: [{ id, from: 'bo', to: ['ada'], text: thanks.text, state: 'asked' }] }),
  },
  retract: {
    by: 'bo',
    first: letter,
    detail: (recognition) => ({ recognition }),
    ask: wallOf(),
    sees: () => ({ letters: [], total: 0 }),
  },
  cheer: {
    by: 'cy',
    first: letter,
    detail: (recognition) => ({ recognition, on: true }),
    ask: wallOf('cy'),
    sees: (_, id) => ({ letters: [{ id, cheers: { count: 1, by: ['cy'], mine: true } }] }),
  },
  thank: {
    by: 'ada',
    first: letter,
    detail: (recognition) => ({ recognition, text: 'Any time.' }),
    ask: wallOf(),
    sees: (id) => ({ letters: [{ replies: [{ id, member: 'ada', text: 'Any time.' }] }] }),
  },
  consent: {
    by: 'ada',
    first: (provider) => letter(provider, 'hidden'),
    detail: (recognition) => ({ recognition, as: 'unnamed' }),
    ask: wallOf(),
    sees: (_, id) => ({ letters: [{ id, to: [], unnamed: 1, state: 'shown' }] }),
  },
  answer: {
    by: 'ada',
    first: ask,
    detail: (id) => ({ ask: id, text: 'I do.' }),
    ask: wallOf(),
    sees: (id) => ({ letters: [{ answers: [{ id, member: 'ada', text: 'I do.' }] }] }),
  },
  keep: {
    by: 'cy',
    first: ask,
    detail: (recognition) => ({ recognition, on: true, because: 'Many ask this.' }),
    ask: () => ({ kind: 'wall', filters: { kept: true } }),
    sees: () => ({ letters: [{ kept: { by: 'cy', because: 'Many ask this.' } }] }),
  },
  report: {
    by: 'cy',
    first: letter,
    detail: (recognition) => ({ recognition, reason: 'It names my street.' }),
    ask: wallOf('cy'),
    sees: () => ({ letters: [], total: 0 }),
  },
  record: {
    by: 'ada',
    detail: () => reps(3),
    ask: climbing('ada'),
    sees: () => ({
      progress: [
        { member: 'ada', measures: { reps: 3 }, records: [{ value: 3 }], reached: { hang: expect.any(String) } },
      ],
    }),
  },
  sponsor: {
    by: 'bo',
    first: (provider) => wish(provider, 'ada', 'record', reps(5)),
    detail: () => step('five'),
    ask: climbing('ada'),
    sees: () => ({ progress: [{ sponsors: { five: ['bo'] } }], people: [{ id: 'ada' }, { id: 'bo' }, { id: 'dee' }] }),
  },
  'ask-intro': {
    by: 'ada',
    detail: () => ({ with: 'bo', text: 'About the lathe.', reasons: [] }),
    ask: () => ({ kind: 'introductions', viewer: 'bo' }),
    sees: (id) => ({ introductions: [{ id, by: 'ada', people: ['ada', 'bo'], state: 'asked' }] }),
  },
  introduce: {
    by: 'dee',
    detail: () => ({ people: ['ada', 'bo'], text: 'You both sew.' }),
    ask: () => ({ kind: 'introductions', viewer: 'ada' }),
    sees: (id) => ({ introductions: [{ id, by: 'dee', text: 'You both sew.', state: 'asked' }] }),
  },
  'answer-intro': {
    by: 'bo',
    first: (provider) => wish(provider, 'ada', 'ask-intro', { with: 'bo', reasons: [] }),
    detail: (introduction) => ({ introduction, on: true }),
    ask: () => ({ kind: 'introductions', viewer: 'ada' }),
    sees: (_, id) => ({ introductions: [{ id, state: 'met' }] }),
  },
  'pass-intro': {
    by: 'ada',
    detail: () => ({ with: 'bo' }),
    ask: () => ({ kind: 'suggestions', viewer: 'ada', with: 'bo' }),
    sees: () => ({ suggestions: [] }),
  },
  met: {
    by: 'ada',
    async first(provider) {
      const introduction = await wish(provider, 'ada', 'ask-intro', { with: 'bo', reasons: [] });
      await wish(provider, 'bo', 'answer-intro', { introduction, on: true });
      return introduction;
    },
    detail: (introduction) => ({ introduction, on: true }),
    ask: () => ({ kind: 'introductions', viewer: 'ada' }),
    sees: (_, id) => ({ introductions: [{ id, meetings: [{ member: 'ada', on: true }] }] }),
  },
  profile: {
    by: 'ada',
    detail: () => ({ patch: { asks: ['grant writing'], visibility: 'everyone' } }),
    ask: member('ada'),
    sees: () => ({ member: { id: 'ada', name: 'ada name', asks: ['grant writing'] } }),
  },
};
