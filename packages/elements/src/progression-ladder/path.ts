import type { BestSaid, CheerSaid, ClimberSaid, LadderSaid, Language, Phrase, StepSaid, Words } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import { draw, pebble, pile } from '../parts.js';
import { acts, cheerButton, type Saying } from './buttons.js';

/** What a ladder is drawn with. */
export interface Drawing {
  language: Language<Words<'ladder'>>;
  pictures: 'none' | 'allow';
  layout: 'path' | 'list';
  /** The step that was passed just now. */
  sewn: string | undefined;
  saying: Saying;
}

/** Lines of the whiteboard that are seen at once. */
const LINES = 5;

/** The steps on their thread, with whoever stands on it. */
export function path(said: LadderSaid, drawing: Drawing): TemplateResult {
  const { lead, isQuestion, steps, climber, behind, further } = said;
  const isList = drawing.layout === 'list';
  const from = isList ? 0 : said.from;
  const to = isList ? steps.length : said.to;
  const some = (begin: number, end?: number) =>
    repeat(
      steps.slice(begin, end),
      ({ id }) => id,
      (each, i) => step(each, begin + i === climber?.at ? climber : undefined, drawing),
    );
  return html`${lead ? html`<p class=${isQuestion ? 'heading act lead' : 'lead'}>${draw(lead)}</p>` : nothing}
    <ol class="steps">
      ${from ? fold(behind, 'behind', some(0, from)) : nothing}
      ${climber && climber.at < 0 ? html`<li part="rung here" aria-current="step">${stand(climber, drawing)}</li>` : nothing}
      ${some(from, to)} ${to < steps.length ? fold([further], 'ahead', some(to)) : nothing}
    </ol>
    ${climber ? nothing : html`<slot name="action"></slot>`}`;
}

function fold(words: Phrase, kind: string, steps: unknown): TemplateResult {
  return html`<li>
    <details>
      <summary class="stop ${kind}"><span class="quiet">${draw(words)}</span></summary>
      <ol>
        ${steps}
      </ol>
    </details>
  </li>`;
}

function step(said: StepSaid, climber: ClimberSaid | undefined, drawing: Drawing): TemplateResult {
  const { id, name, can, isReached, since, opens } = said;
  const isPast = climber?.standing === 'past';
  const isList = drawing.layout === 'list';
  return html`<li part="rung ${climber ? 'here' : ''}" aria-current=${ifDefined(climber && 'step')}>
    <div class="stop ${isReached ? 'behind' : 'ahead'} ${id === drawing.sewn ? 'sewn' : ''} ${isPast ? 'past' : ''}">
      ${isPast && climber.member && !isList ? me(climber.member, drawing) : knot}
      ${isList ? html`<b><bdi>${name}</bdi></b>` : nothing}
      ${
        climber?.already && !isPast && !isList
          ? html`<p class="aside">${draw(climber.already)}</p>`
          : html`<p class="can"><bdi>${can}</bdi></p>`
      }
      ${since ? html`<p class="aside">${draw(since)}</p>` : nothing} ${isList ? opens.map(opening) : nothing}
      ${said.cheers || climber?.cheer ? html`<div class="cheers aside">${cheers(said.cheers, climber?.cheer, drawing)}</div>` : nothing}
      ${
        isPast
          ? html`<p class="pause">${draw(climber.pause ?? [])}</p>
              ${acts(climber, drawing.saying, drawing.language)}`
          : nothing
      }
    </div>
    ${climber && !isPast ? stand(climber, drawing) : nothing}
  </li>`;
}

const knot = html`<span class="knot" aria-hidden="true"></span>`;

const me = (member: NonNullable<ClimberSaid['member']>, { pictures }: Drawing) =>
  html`<span class="me">${pebble(member, 2, pictures)}</span>`;

/** Where somebody stands: the next small thing is the largest. */
function stand(said: ClimberSaid, drawing: Drawing): TemplateResult {
  const { member, standing, pause, act, soFar, then, opens, follower } = said;
  const far = soFar ? html`<p class="aside">${draw(soFar)}</p>` : nothing;
  const after = then ? html`<p>${draw(then)}</p>` : nothing;
  return html`<div class="stop you ${standing}">
    ${member ? me(member, drawing) : knot} ${pause ? html`<p class="aside">${draw(pause)}</p>` : nothing}
    ${act ? html`<p part="next" class="heading act">${draw(act)}</p>` : nothing}
    ${
      // Who rests reads act and way back as one sentence.
      standing === 'resting' ? [after, far] : [far, after]
    }
    ${opens.map(opening)} ${acts(said, drawing.saying, drawing.language)}
    ${
      follower
        ? html`<div class="cheers follower aside">
            <p class="beside">
              ${pebble(follower.cheer.member, 1, drawing.pictures)}<span>${draw(follower.said)}</span>
            </p>
            ${cheers(follower.cheers, follower.cheer, drawing)}
          </div>`
        : nothing
    }
  </div>`;
}

const opening = (said: Phrase) => html`<p>${draw(said)}</p>`;

/** Who cheers stands at the knot, and leans towards who climbs; the reader may join them. */
function cheers(said: StepSaid['cheers'], own: CheerSaid | undefined, { pictures, saying, language }: Drawing) {
  return html`${
    said
      ? html`<p part="people" class="beside">${pile(said.people, pictures)}<span>${draw(said.said)}</span></p>`
      : nothing
  }
  ${cheerButton(own, saying, language)}`;
}

/** Own bests, newest first: the deed at the start, the day at the end. */
export function board({ board: lines }: LadderSaid, { language: { words } }: Drawing): TemplateResult {
  const list = (some: readonly BestSaid[], label?: string) =>
    html`<ul class="board" aria-label=${ifDefined(label)}>
      ${some.map(line)}
    </ul>`;
  const more = lines.slice(LINES);
  return html`${list(lines.slice(0, more.length > 1 ? LINES : undefined), words.board)}
  ${
    more.length > 1
      ? html`<details class="earlier">
          <summary><span class="quiet">${words.earlier(more.length)}</span></summary>
          ${list(more)}
        </details>`
      : nothing
  }`;
}

function line({ deed, at, aside }: BestSaid): TemplateResult {
  return html`<li part="best">
    <p><span>${draw(deed)}</span>${aside ? html` <span class="aside">${draw(aside)}</span>` : nothing}</p>
    <p class="aside">${at ? draw([at]) : nothing}</p>
  </li>`;
}
