import type { HoursSaid, IntentName, IntroSaid, Language, Words } from '@kith/core';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { draw, heading, pebble } from '../parts.js';
import { drawPeople } from './people.js';

/** What a note is drawn with. */
export interface Drawing {
  language: Language<Words<'meeting' | 'note'>>;
  pictures: 'none' | 'allow';
  headingLevel: number;
  /** Whether it is how things stand now. */
  isCurrent: boolean;
  /** Whether this can be wished here. */
  takes(name: IntentName): boolean;
  /** The note whose answer is the widget's main one. */
  main: IntroSaid | undefined;
  /** Whether what made it so has not been sent. */
  waits(said: IntroSaid): boolean;
  onAsk(said: IntroSaid): void;
  onPass(said: IntroSaid): void;
  onAnswer(said: IntroSaid, on: boolean): void;
  onCalendar(said: IntroSaid): void;
  /** What can be said once two are introduced, by code that comes later. */
  drawAfter(said: IntroSaid): unknown;
}

/** Two people, and why they might meet. */
export function note(said: IntroSaid, drawing: Drawing): TemplateResult {
  const { heading: title, text, reasons, hours, state, about } = said;
  return html`<article class="note ${drawing.waits(said) ? 'waits' : ''}" tabindex="-1">
    ${drawPeople(said.people, said.standing === 'met', drawing)} ${heading(drawing.headingLevel, 'heading', title)}
    ${
      text
        ? html`<p part="text" class="words" dir="auto">${text.said}</p>
            ${
              text.by
                ? html`<p class="signature beside aside">
                    ${pebble(text.by.member, 2, drawing.pictures)}<b>${draw([text.by.name])}</b>
                  </p>`
                : nothing
            }`
        : nothing
    }
    ${
      reasons.length
        ? html`<p class="words">${reasons.map((reason) => [html`<span part="reason">${draw(reason)}</span>`, ' '])}</p>`
        : nothing
    }
    ${hours ? drawHours(hours, drawing) : nothing} ${state ? html`<p class="words">${draw(state)}</p>` : nothing}
    ${
      about
        ? html`<p class="aside about">
            <b>${draw(about.name)}</b>${about.headline ? html`<span><bdi>${about.headline}</bdi></span>` : nothing}
          </p>`
        : nothing
    }
    ${said === drawing.main ? html`<slot name="action">${drawActs(said, drawing)}</slot>` : drawActs(said, drawing)}
  </article>`;
}

function drawActs(said: IntroSaid, drawing: Drawing): unknown {
  const { takes, main, onAsk, onPass, onAnswer, onCalendar, language, drawAfter } = drawing;
  const { words } = language;
  const first = said === main ? 'main' : 'quiet';
  if (said.standing === 'met')
    return html`${
      said.hours?.shared.length
        ? html`<p class="acts">
            <button part="calendar" class=${first} @click=${() => onCalendar(said)}>${words.addToCalendar}</button>
          </p>`
        : nothing
    }
    ${drawAfter(said)}`;
  if (said.standing === 'incoming' && takes('answer-intro'))
    return html`<p class="acts">
      <button part="accept" class=${first} @click=${() => onAnswer(said, true)}>${words.introduceUs}</button>
      <span>
        <button part="decline" class="quiet" @click=${() => onAnswer(said, false)}>${words.notThisTime}</button>
        <span class="aside">${draw(said.untold ?? [])}</span>
      </span>
    </p>`;
  if (said.standing !== 'suggested' || !(takes('ask-intro') || takes('pass-intro'))) return nothing;
  return html`<p class="acts">
    ${
      takes('ask-intro')
        ? html`<button part="ask" class=${first} aria-haspopup="dialog" @click=${() => onAsk(said)}>
            ${words.askToMeet}
          </button>`
        : nothing
    }
    ${
      takes('pass-intro')
        ? html`<button part="pass" class="quiet" @click=${() => onPass(said)}>${words.notThisTime}</button>`
        : nothing
    }
  </p>`;
}

const TICKS = [6, 12, 18];

/** Two days over 24 hours; where both are up they become one band. */
function drawHours({ days, shared, said }: HoursSaid, { language: { format } }: Drawing) {
  return html`<div part="hours" class="hours">
    <div class="day" aria-hidden="true">
      ${days.map(({ label }) => html`<span>${draw([label])}</span>`)}
      <div class="track">
        <svg viewBox="0 0 1440 4" preserveAspectRatio="none">
          <path class="axes" d=${`M0 1H1440M0 3H1440${TICKS.map((hour) => `M${hour * 60} 0v4`).join('')}`} />
          ${days.map(
            ({ spans }, i) =>
              svg`<path class="up" d=${spans.map(([from, to]) => `M${from} ${1 + 2 * i}H${to}`).join('')} />`,
          )}
          <path class="band" d=${shared.map(([from, to]) => `M${from} 1H${to}V3H${from}z`).join('')} />
        </svg>
        <span class="clock">${TICKS.map((hour) => html`<span>${format.number(hour)}</span>`)}</span>
      </div>
    </div>
    <p class="aside">${draw(said)}</p>
  </div>`;
}
