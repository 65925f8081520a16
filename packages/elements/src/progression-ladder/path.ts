import type { BestSaid, ClimberSaid, LadderSaid, Language, Phrase, StepSaid, Words } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import { draw, pebble, pile } from '../parts.js';
import { acts, cheerButton, type Saying } from './buttons.js';

type LadderLanguage = Language<Words<'ladder'>>;

/** What a ladder is drawn with. */
export interface Drawing {
  language: LadderLanguage;
  pictures: 'none' | 'allow';
  layout: 'path' | 'list';
  /** The step that was passed just now. */
  sewn: string | undefined;
  saying: Saying;
}

/** Lines of the whiteboard that are seen at once. */
const LINES = 5;

/** Where there are several ladders: which one this is, and how many more there are, which unfold. */
export function several(
  name: string,
  more: number,
  unfolded: unknown,
  turn: (isOpen: boolean) => void,
  { words, format }: LadderLanguage,
) {
  return html`<details
    class="several"
    @toggle=${(event: Event) => turn((event.currentTarget as HTMLDetailsElement).open)}
  >
    <summary part="several"><span class="quiet">${draw(format.list([{ name }, words.moreKinds(more)]))}</span></summary>
    ${unfolded}
  </details>`;
}

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
      ${since ? html`<p class="aside">${draw(since)}</p>` : nothing}
      ${isList || isReached ? opens.map(opening) : nothing}
      ${
        said.cheers || climber?.cheer
          ? html`<div class="cheers aside">
              ${cheersOf(said.cheers, drawing.pictures)}
              ${cheerButton(climber?.cheer, drawing.saying, drawing.language)}
            </div>`
          : nothing
      }
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
  const { member, standing, pause, act, soFar, then, opens } = said;
  const far = soFar ? html`<p class="aside">${draw(soFar)}</p>` : nothing;
  const after = then ? html`<p>${draw(then)}</p>` : nothing;
  return html`<div class="stop you ${standing}">
    ${member ? me(member, drawing) : knot} ${pause ? html`<p class="aside">${draw(pause)}</p>` : nothing}
    ${act ? html`<p part="next" class="heading act">${draw(act)}</p>` : nothing}
    ${
      // Who is away or behind reads act and way back as one sentence.
      pause ? [after, far] : [far, after]
    }
    ${drawing.layout === 'list' ? nothing : opens.map(opening)} ${acts(said, drawing.saying, drawing.language)}
  </div>`;
}

const opening = (said: Phrase) => html`<p>${draw(said)}</p>`;

/** Who cheers stands at the knot, and leans towards who climbs. */
export const cheersOf = (said: StepSaid['cheers'], pictures: Drawing['pictures']) =>
  said
    ? html`<p part="people" class="beside">${pile(said.people, pictures)}<span>${draw(said.said)}</span></p>`
    : nothing;

/** Own bests, newest first: the deed at the start, the day at the end. */
export function board({ board: lines }: LadderSaid, { language: { words }, saying }: Drawing): TemplateResult {
  const list = (some: readonly BestSaid[], label?: string) =>
    html`<ul class="board" aria-label=${ifDefined(label)}>
      ${some.map((each) => line(each, each === lines[0] && saying.remembered))}
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

function line({ deed, at, aside }: BestSaid, remembered: unknown): TemplateResult {
  const after = remembered ? html` ${remembered}` : nothing;
  return html`<li part="best">
    <p><span>${draw(deed)}</span>${aside ? html` <span class="aside">${draw(aside)}${after}</span>` : nothing}</p>
    <p class="aside">${at ? draw([at]) : nothing}</p>
  </li>`;
}
