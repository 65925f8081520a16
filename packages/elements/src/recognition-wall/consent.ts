import type { Language, Recognition } from '@kith/core';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { inLanguage } from '../acts/index.js';
import type { Place } from './desk.js';
import type { Active } from './letter.js';
import { spoken } from './spoken.js';

/** The three answers to being written about; `said` is the one that was given, or `asked`. None is urged. */
export function consentAnswers(
  { id }: Recognition,
  place: Place,
  said: string,
  language: Language<unknown>,
  { desk, say }: Active['acting'],
): TemplateResult {
  const words = inLanguage(spoken, language);
  const answers = [
    ['named', words.withMyName, words.nowNamed],
    ['unnamed', words.withoutMyName, words.nowUnnamed],
    ['hidden', words.toMyself, words.nowHidden],
  ] as const;
  const onAnswer = (as: (typeof answers)[number][0], after: string) => {
    desk.keep(id);
    const goes = place === 'wall' ? as === 'hidden' : as !== said;
    if (say('kith-consent', { recognition: id, as }) && goes) desk.part(place, id, after);
  };
  return html`<p class="acts">
      ${answers.map(
        ([as, answer, after]) =>
          html`<button
            part="consent-${as}"
            class="quiet"
            aria-pressed=${ifDefined(said === 'asked' ? undefined : said === as)}
            @click=${() => onAnswer(as, after)}
          >
            ${answer}
          </button>`,
      )}
    </p>
    <p>${words.changeYourMind}</p>`;
}
