import type { Intent, Language, Refusal, Store, Waiting } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { actWords, type ActWords } from './words.js';

/** What can be done about a wish that was not sent. */
export interface Decisions {
  store: Pick<Store, 'provider' | 'retry' | 'discard' | 'now'>;
  /** Opens it for editing again; undefined where there is nothing to edit. */
  edit: ((intent: Intent) => void) | undefined;
  /** The wish that is being edited: sent as it was, too, it would be said twice. */
  editing: string | undefined;
  /** What was wished without words, in words. */
  wordsOf(intent: Intent): string | undefined;
}

/**
 * How those wishes stand that have not been sent: waiting, or refused with why and with all that was written. Of those
 * that were, who has them: this device, a draft of a letter, or nobody.
 */
export function wishLines(
  wishes: readonly Waiting[],
  language: Language<unknown>,
  decisions: Decisions,
): TemplateResult | typeof nothing {
  const words = actWords(language);
  const waiting = wishes.filter(({ receipt, refusal }) => !receipt && !refusal);
  const refused = wishes.filter(({ refusal }) => refusal);
  const line = (said: string) => html`<p part="status unsent" class="unsent">${said}</p>`;
  const { reach = 'page' } = decisions.store.provider;
  const has = { page: words.passing, device: words.stays, mail: words.drafted }[reach];
  const taken = reach === 'page' ? line(has) : html`<p part="status kept" class="aside">${has}</p>`;
  return html`${wishes.some(({ receipt }) => receipt) ? taken : nothing}
  ${waiting.length ? line(waiting.every(({ kept }) => kept) ? words.unsent : words.unkept) : nothing}
  ${refused.map((wish) => refusedWish(wish, words, language, decisions))}`;
}

function refusedWish(
  { intent, refusal }: Waiting,
  words: ActWords,
  language: Language<unknown>,
  { store, edit, editing, wordsOf }: Decisions,
): TemplateResult {
  const text = textOf(intent) ?? wordsOf(intent);
  // What is too old stays so, and so does a name put to another wording, however often it is sent: it is to be said anew.
  const isOver = refusal?.params?.['days'] !== undefined || refusal?.reason === 'stale-purpose';
  return html`<div part="status refused" class="unsent refused">
    <p>
      ${words.notSent(refusal ? sayRefusal(refusal, language, store.now()) : '')}
      ${text && edit ? html`<button class="quiet" @click=${() => edit(intent)}>${words.edit}</button>` : nothing}
      ${
        isOver || intent.key === editing
          ? nothing
          : html`<button part="retry" class="quiet" @click=${() => store.retry(intent.key)}>${words.retry}</button>`
      }
      <button class="quiet" @click=${() => store.discard(intent.key)}>${words.throwAway}</button>
    </p>
    ${text ? html`<blockquote dir=${ifDefined(/\p{L}/u.test(text) ? 'auto' : undefined)}>${text}</blockquote>` : nothing}
  </div>`;
}

/** What somebody wrote in a wish. */
export function textOf({ name, detail }: Intent): string | undefined {
  // What somebody needs a hand with is added at the end.
  if (name === 'profile') return detail.patch.asks?.at(-1);
  const said = detail as Partial<Record<'text' | 'line' | 'because' | 'aspires' | 'reason', string>>;
  return said.text ?? said.line ?? said.because ?? said.aspires ?? said.reason;
}

/** Why a wish was not carried out, in a sentence; for a reason nobody foresaw a general one. */
export function sayRefusal({ reason, params = {} }: Refusal, language: Language<unknown>, now: Date): string {
  const words = actWords(language);
  const { who, field, n, when, days } = params;
  const sentences: { readonly [R in Refusal['reason']]: () => string } = {
    'signed-out': () => words.signedOut,
    'not-allowed': () => words.notAllowed(typeof who === 'string' ? who : words.hosts),
    'not-yours': () => words.notYours,
    self: () => words.self,
    unknown: () => words.unknown,
    invalid: () => words.invalid(words[fields.get(String(field) as 'text') ?? 'howItIsWritten']),
    'too-long': () => words.tooLong(Number(n) || 1),
    'too-often': () =>
      words.tooOften(typeof when === 'string' ? language.format.moment(new Date(when), now) : undefined),
    gone: () => (days ? words.tooOld(Number(days)) : words.gone),
    'stale-purpose': () => words.stalePurpose,
    'read-only': () => words.readOnly,
  };
  return Object.hasOwn(sentences, reason) ? sentences[reason]() : words.otherwise;
}

/** What a reader calls what an intent calls so. */
const fields = new Map([
  ['text', 'theWords'],
  ['to', 'whomItIsFor'],
  ['people', 'whomItIsFor'],
  ['line', 'yourLine'],
  ['because', 'whatYouSaw'],
  ['value', 'theNumber'],
  ['at', 'theDay'],
  ['evidence', 'theLink'],
] as const);
