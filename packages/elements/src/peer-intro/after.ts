import { called, nextShared, plain, toCalendar, type IntroSaid, type Language, type Words } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';

/** What two who were introduced can do. */
export interface After {
  language: Language<unknown>;
  words: Words<'intro' | 'introActs'>;
  now: Date;
  /** Whether meeting is the widget's main thing to do. */
  isMain: boolean;
  /** Whether it is time to ask if they talked. */
  isAsked: boolean;
  onMet(on: boolean): void;
  onNotYet(): void;
}

/** Two who were introduced meet: when both are up, into their calendar; later, whether they did. */
export function drawAfter(said: IntroSaid, { language, words, now, isMain, isAsked, onMet, onNotYet }: After): unknown {
  const calendar = said.hours && calendarOf(said, language, now);
  return html`${
    calendar
      ? html`<p class="acts">
          <button part="calendar" class=${isMain ? 'main' : 'quiet'} @click=${() => download(calendar)}>
            ${words.addToCalendar}
          </button>
        </p>`
      : nothing
  }
  ${isAsked ? drawQuestion(words, onMet, onNotYet) : nothing}`;
}

function drawQuestion(words: After['words'], onMet: After['onMet'], onNotYet: () => void): TemplateResult {
  return html`<div class="acts" role="group" aria-label=${words.talked}>
    <span>${words.talked}</span>
    <button class="quiet" @click=${() => onMet(true)}>${words.weDid}</button>
    <button class="quiet" @click=${onNotYet}>${words.notYet}</button>
    <button class="quiet" @click=${() => onMet(false)}>${words.wontHappen}</button>
  </div>`;
}

/** The next time both are up, as a calendar reads it. */
function calendarOf({ people: [me, other], introduction, reasons }: IntroSaid, language: Language<unknown>, now: Date) {
  const next = me && other && nextShared(me, other, now);
  if (!next) return undefined;
  const title = plain(language.format.list([called(me), called(other)]));
  return toCalendar({ id: introduction ?? '', title, about: reasons.map(plain).join(' '), ...next, at: now });
}

/** Gives a file to whoever reads; nothing is asked for. */
function download(calendar: string): void {
  const href = URL.createObjectURL(new Blob([calendar], { type: 'text/calendar' }));
  const link = Object.assign(document.createElement('a'), { href, download: 'kith.ics' });
  link.click();
  // Safari reads it only after the click.
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
