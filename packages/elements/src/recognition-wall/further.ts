import { furtherOn, type Recognition } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { actWords, askedIn, inLanguage } from '../acts/index.js';
import { consentAnswers } from './consent.js';
import type { Asking, Place } from './desk.js';
import type { Active } from './letter.js';
import { linkOf, passOn } from './pass-on.js';
import { askedOf } from './questions.js';
import { spoken } from './spoken.js';
import { othersHelped } from './together.js';

/** What else can be done about a letter, or the question that is open beneath it. */
export function further(letter: Recognition, drawing: Active): TemplateResult {
  const { open } = drawing.acting.desk;
  // What was opened from the letter itself is about nothing else.
  const isAlone = open?.asks === 'answer' || open?.asks === 'recognize';
  return html`${isAlone ? nothing : choices(letter, drawing)}${
    open?.asks === 'retract' ? confirmation(letter, 'wall', drawing) : askedOf(letter, drawing)
  }`;
}

function choices(letter: Recognition, drawing: Active) {
  const { acting, language } = drawing;
  const words = inLanguage(spoken, language);
  const { desk, say, takes } = acting;
  const { open } = desk;
  const acts = furtherOn(letter, acting, takes);
  const letGo = () => void say('kith-keep', { recognition: letter.id, on: false });
  // What is done at once opens nothing; and is the same button, which keeps the focus.
  const asks = (name: Asking, said: string, atOnce?: () => void) => {
    const isOpen = open?.asks === name;
    const turn = () => desk.turn({ place: 'wall', id: letter.id, asks: isOpen ? undefined : name });
    return html`<button
      part=${name}
      class="quiet"
      aria-expanded=${ifDefined(atOnce ? undefined : isOpen)}
      @click=${atOnce ?? turn}
    >
      ${said}
    </button>`;
  };
  return html`${
      acts.consent === undefined
        ? nothing
        : html`<div class="aside asking">
            <p>${words.aboutYou}</p>
            ${consentAnswers(letter, 'wall', acts.consent, language, acting)}
          </div>`
    }
    <p class="acts aside">
      ${acts.thank ? asks('thank', words.thankBack) : nothing}
      ${
        acts.keep === undefined
          ? nothing
          : asks('keep', acts.keep ? words.keepNoLonger : words.worthKeeping, acts.keep ? letGo : undefined)
      }
      ${acts.report ? asks('report', words.isWrong) : nothing}
      ${acts.retract ? asks('retract', words.takeBack) : nothing} ${passOn(letter, drawing)}
    </p>
    ${linkOf(letter, drawing)} ${othersHelped(letter, drawing)}`;
}

/** What cannot be undone is asked once more, in place. */
export function confirmation({ id }: Recognition, place: Place, { acting, language }: Active): TemplateResult {
  const words = inLanguage(spoken, language);
  const { desk, say } = acting;
  const onRetract = () => {
    if (!say('kith-retract', { recognition: id })) return;
    desk.part(place, id, words.takenBack);
    desk.turn(undefined);
  };
  return html`<div part="compose" class="question" ${askedIn()} role="group" aria-label=${words.sureTakeBack}>
    <p>${words.sureTakeBack}</p>
    <p class="acts">
      <button part="submit" class="main" @click=${onRetract}>${words.takeBack}</button>
      <button class="quiet" @click=${() => desk.turn(place === 'wall' ? { place, id } : undefined)}>
        ${actWords(language).leaveIt}
      </button>
    </p>
  </div>`;
}
