import {
  actsOn,
  sayLetter,
  type IntentName,
  type Language,
  type LetterSaid,
  type Looker,
  type Member,
  type Recognition,
  type Role,
  type Words,
} from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Say } from '../emit.js';
import { glyph } from '../glyphs.js';
import { draw, pebble } from '../parts.js';
import { cheerLine } from './cheer-line.js';
import type { Desk, Place } from './desk.js';
import type { Doing } from './doing.js';

/** What a letter is drawn with. */
export interface Drawing {
  people: ReadonlyMap<string, Member>;
  roles: readonly Role[] | undefined;
  language: Language<Words<'wall'>>;
  pictures: 'none' | 'allow';
  now: Date;
  /** Absent where nothing can be wished. */
  acting?: Acting | undefined;
}

/** Who may do something about the letters, and what they are doing, once its code is here. */
export interface Acting extends Looker {
  takes: (name: IntentName) => boolean;
  say: Say;
  desk?: Desk | undefined;
  doing?: Doing | undefined;
}

/** A drawing in which something can be done. */
export type Active = Drawing & { acting: Acting & { desk: Desk } };

/** One letter: it greets first and signs at the end. `beneath` is what else its place says of it. */
export function letter(
  recognition: Recognition,
  drawing: Drawing,
  place: Place = 'wall',
  beneath?: unknown,
): TemplateResult {
  const { people, language, now, acting } = drawing;
  const said = sayLetter(recognition, (id) => people.get(id), language, now, acting?.viewer);
  const acts = acting && place === 'wall' ? actsOn(recognition, acting, acting.takes) : undefined;
  const farewell = acting?.desk?.farewell(place, recognition);
  // A letter that waits may stand elsewhere, too; and no id has a "/" in it.
  const id = place === 'wall' ? said.id : `${place}/${said.id}`;
  return html`<div role="listitem" part="letter" class="letter ${farewell ? 'gone' : said.form}" id=${id} tabindex="-1">
    ${
      farewell
        ? html`<p class="aside">${farewell}</p>`
        : [
            said.form === 'line' ? drawLine(said, drawing) : [drawBody(said, drawing), drawEnd(said, drawing)],
            cheerLine(said, acts, drawing),
            beneath,
          ]
    }
    ${acting?.doing?.beneath(recognition, farewell === undefined ? acts : undefined, drawing)}
  </div>`;
}

/** A platform may only know who did what: "name — labels". */
function drawLine({ about: [person], people }: LetterSaid, { pictures }: Drawing) {
  return html`<p part="people" class="line beside">
    ${person ? pebble(person, 2, pictures) : nothing}<span>${people && draw(people)}</span>
  </p>`;
}

function drawBody(said: LetterSaid, drawing: Drawing) {
  const { words } = drawing.language;
  return [
    said.days
      ? html`<p class="days aside">
          <span>${draw(said.days.asked)}</span><span class="stretch" aria-hidden="true"></span
          ><span>${draw(said.days.here)}: <b>${said.days.took}</b></span>
        </p>`
      : nothing,
    said.need ? html`<p class="aside need" dir="auto">${said.need}</p>` : nothing,
    said.pictures.map((picture) => drawPicture(picture, drawing)),
    said.open ? html`<p class="aside still-open">${said.open}</p>` : nothing,
    said.salutation ? html`<p class="salutation">${draw(said.salutation)}</p>` : nothing,
    said.text ? drawText(said, words.readOn) : nothing,
    said.people && said.form !== 'board' ? html`<p part="people">${draw(said.people)}</p>` : nothing,
  ];
}

function drawText({ form, text, lang, size, fold, people, at }: LetterSaid, readOn: string) {
  if (form === 'board') {
    return html`<p class="deeds">
      <span part="text" class="deed" lang=${ifDefined(lang)} dir="auto">${text}</span>
      <span part="people">${people && draw(people)}</span
      >${at ? html`<span class="aside">${draw([at])}</span>` : nothing}
    </p>`;
  }
  const read = fold === 'never' ? nothing : html`<button class="quiet read" aria-expanded="false">${readOn}</button>`;
  return html`<p part="text" class="text ${size} fold-${fold}" lang=${ifDefined(lang)} dir="auto">${text}</p>
    ${read}`;
}

function drawPicture({ src, alt }: LetterSaid['pictures'][number], { pictures }: Drawing) {
  if (pictures === 'allow') {
    return html`<img
      class="picture"
      src=${src}
      alt=${alt}
      loading="lazy"
      decoding="async"
      referrerpolicy="no-referrer"
    />`;
  }
  return alt ? html`<p class="aside picture">${draw([{ link: alt, href: src }])}</p>` : nothing;
}

function drawEnd(said: LetterSaid, { pictures, roles, language }: Drawing) {
  const role = said.role === undefined ? undefined : roles?.find(({ id }) => id === said.role);
  const isSigned = said.form !== 'board' && (said.by ?? said.at ?? role);
  return [
    said.writtenUp ? html`<p class="aside">${draw(said.writtenUp)}</p>` : nothing,
    isSigned
      ? html`<p class="signature beside aside">
          ${said.by ? html`${pebble(said.by, 2, pictures)}<b><bdi>${said.by.name}</bdi></b>` : nothing}
          ${role ? html`<span class="for">${glyph(role.id, role.name)}<span class="unseen">${language.words.ofRole(role.name)}</span></span>` : nothing}
          ${said.at ? draw([said.at]) : nothing}
        </p>`
      : nothing,
    said.answered ? html`<p class="aside">${draw(said.answered)}</p>` : nothing,
    said.replies.map(
      (reply) =>
        html`<p class="aside reply"><span lang=${ifDefined(reply.lang)} dir="auto">${draw(reply.said)}</span></p>`,
    ),
    said.kept ? html`<p class="aside">${draw(said.kept)}</p>` : nothing,
  ];
}
