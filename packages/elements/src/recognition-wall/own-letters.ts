import type { Answer, Recognition } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { inLanguage } from '../acts/index.js';
import { draw } from '../parts.js';
import type { Composing } from './composing.js';
import { consentAnswers } from './consent.js';
import type { Place } from './desk.js';
import { confirmation } from './further.js';
import { letter, type Active, type Drawing } from './letter.js';
import { spoken } from './spoken.js';

type Inbox = Answer<{ kind: 'inbox' }>;
type Beneath = (letter: Recognition, drawing: Active) => unknown;

/**
 * Before all others the letters that wait: for the reader's answer, or for somebody's yes to what the reader wrote; where
 * it stands by now, it does not. `composing` knows whom they chose to write to.
 */
export function ownLetters(
  inbox: Inbox | undefined,
  standing: readonly Recognition[],
  onWall: Drawing,
  composing: Composing | undefined,
): TemplateResult | undefined {
  const { acting, people } = onWall;
  if (!inbox || !acting?.desk) return undefined;
  const { desk, viewer } = acting;
  // Whom a letter is to that is not sent yet, the answer does not know.
  const unanswered = (inbox.written ?? []).filter(({ id }) => !standing.some((each) => each.id === id));
  const strangers = unanswered.flatMap(({ to = [] }) => to.flatMap((id) => composing?.composer?.met(id) ?? []));
  const drawing: Active = {
    ...onWall,
    acting: { ...acting, desk },
    people: new Map([...people, ...[...strangers, ...inbox.people].map((each) => [each.id, each] as const)]),
  };
  const words = inLanguage(spoken, drawing.language);
  const answerOf = (each: Recognition) => each.consents?.find(({ member }) => member === viewer)?.as ?? 'asked';
  const waiting = desk.with(
    'asked',
    inbox.letters.filter((each) => answerOf(each) === 'asked'),
  );
  const written = desk.with('written', unanswered);
  const kept = desk.with(
    'kept',
    inbox.letters.filter((each) => answerOf(each) !== 'asked'),
  );
  const listed = (label: string, letters: readonly Recognition[], place: Place, beneath: Beneath) =>
    letters.length
      ? html`<div role="list" class="waiting" aria-label=${label}>
          ${repeat(letters, byId, (each) => letter(each, drawing, place, beneath(each, drawing)))}
        </div>`
      : nothing;
  if (!waiting.length && !written.length && !kept.length) return undefined;
  return html`${listed(words.toYou, waiting, 'asked', asking)} ${listed(words.yours, written, 'written', waitingFor)}
  ${
    kept.length
      ? html`<details class="waiting">
          <summary><span class="quiet">${words.keptToYourself}</span></summary>
          ${listed(words.toYou, kept, 'kept', keeping)}
        </details>`
      : nothing
  }`;
}

const byId = ({ id }: Recognition) => id;

/** The question whether a letter may stand. */
function asking(asked: Recognition, { language, acting, people }: Active) {
  const words = inLanguage(spoken, language);
  const from = people.get(asked.from ?? '');
  return html`<div class="aside asking">
    <p>${draw(words.mayItStand(from && { name: from.name }))}</p>
    ${consentAnswers(asked, 'asked', 'asked', language, acting)}
  </div>`;
}

function keeping(kept: Recognition, { language, acting }: Active) {
  return html`<div class="aside asking">${consentAnswers(kept, 'kept', 'hidden', language, acting)}</div>`;
}

/** For whose look or yes a letter waits; until then it can be taken back. */
function waitingFor(written: Recognition, drawing: Active) {
  const { language, people, acting } = drawing;
  const words = inLanguage(spoken, language);
  const { desk } = acting;
  const names = (written.to ?? []).flatMap((id) => people.get(id) ?? []).map(({ name }) => ({ name }));
  const isOpen = desk.isOpen('written', written.id);
  const yes = names.length ? draw(words.waitsFor(language.format.list(names))) : undefined;
  const waits = written.state === 'review' ? words.waitsForLook : yes;
  return html`<p class="acts aside">
      ${waits ? html`<span>${waits}</span>` : nothing}
      <button
        part="retract"
        class="quiet"
        aria-expanded=${isOpen}
        @click=${() => desk.turn(isOpen ? undefined : { place: 'written', id: written.id, asks: 'retract' })}
      >
        ${words.takeBack}
      </button>
    </p>
    ${isOpen ? confirmation(written, 'written', drawing) : nothing}`;
}
