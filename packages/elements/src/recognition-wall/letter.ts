import {
  actsOn,
  sayLetter,
  type Evidence,
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
import { hashOf } from './letter-hash.js';

/** What a letter is drawn with. */
export interface Drawing {
  people: ReadonlyMap<string, Member>;
  roles: readonly Role[] | undefined;
  language: Language<Words<'wall'>>;
  pictures: 'none' | 'allow';
  now: Date;
  /** What was unfolded, once its code is here. */
  more?: More | undefined;
  /** Absent where nothing can be wished. */
  acting?: Acting | undefined;
}

/** What of letters is unfolded beyond what everyone reads. */
export interface More {
  /** The letters of which something is. */
  ids: ReadonlySet<string>;
  /** What is different where what is drawn of them may be. */
  with: readonly unknown[];
  isOpen(id: string): boolean;
  shows(src: string): boolean;
  rest(letter: Recognition, drawing: Drawing): unknown;
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
  const day = said.at && draw([said.at]);
  const at = day && place === 'wall' ? html`<a href=${hashOf(id)}>${day}</a>` : day;
  return html`<div role="listitem" part="letter" class="letter ${farewell ? 'gone' : said.form}" id=${id} tabindex="-1">
    ${
      farewell
        ? html`<p class="aside">${farewell}</p>`
        : [
            said.form === 'line' ? drawLine(said, drawing) : [drawBody(said, drawing, at), drawEnd(said, drawing, at)],
            said.hasRest ? drawRest(recognition, drawing) : nothing,
            cheerLine(said, acts, drawing),
            beneath,
          ]
    }
    ${acting?.doing?.beneath(recognition, farewell === undefined ? acts : undefined, drawing)}
  </div>`;
}

/** A platform may only know who did what: "name — labels". */
function drawLine({ to: [person], people }: LetterSaid, { pictures }: Drawing) {
  return html`<p part="people" class="line beside">
    ${person ? pebble(person, 2, pictures) : nothing}<span>${people && draw(people)}</span>
  </p>`;
}

function drawBody(said: LetterSaid, drawing: Drawing, at: unknown) {
  const { words } = drawing.language;
  return [
    said.days
      ? html`<p class="days aside">
          <span>${draw(said.days.asked)}</span><span class="stretch" aria-hidden="true"></span
          ><span>${draw(said.days.here)}: <b>${said.days.took}</b></span>
        </p>`
      : nothing,
    said.need ? html`<p class="aside need" lang=${ifDefined(said.lang)} dir="auto">${said.need}</p>` : nothing,
    said.held ? html`<p class="aside">${said.held}</p>` : nothing,
    drawEvidence(said.evidence, drawing),
    said.open ? html`<p class="aside still-open">${said.open}</p>` : nothing,
    said.salutation ? html`<p class="salutation">${draw(said.salutation)}</p>` : nothing,
    said.text ? drawText(said, words.readOn, at) : nothing,
    said.people && said.form !== 'board' ? html`<p part="people">${draw(said.people)}</p>` : nothing,
  ];
}

function drawText({ form, text, lang, size, fold, people }: LetterSaid, readOn: string, at: unknown) {
  if (form === 'board') {
    return html`<p class="deeds">
      <span part="text" class="deed" lang=${ifDefined(lang)} dir="auto">${text}</span>
      <span part="people">${people && draw(people)}</span>${at ? html`<span class="aside">${at}</span>` : nothing}
    </p>`;
  }
  const read = fold === 'never' ? nothing : html`<button class="quiet read" aria-expanded="false">${readOn}</button>`;
  return html`<p part="text" class="text ${size} fold-${fold}" lang=${ifDefined(lang)} dir="auto">${text}</p>
    ${read}`;
}

/** Whose picture it is to show is told before it is asked for. */
function drawEvidence({ pictures, links }: Evidence, { pictures: may, more, language: { words } }: Drawing) {
  return [
    pictures.map(({ src, alt, host }) =>
      may === 'allow' || more?.shows(src)
        ? html`<img
            class="picture"
            src=${src}
            alt=${alt}
            loading="lazy"
            decoding="async"
            referrerpolicy="no-referrer"
          />`
        : html`<p class="aside picture">
            ${draw([{ name: alt }])}
            <button part="picture" name="picture" class="quiet late" value=${src}>
              ${draw(words.showPicture(host === undefined ? host : { name: host }))}
            </button>
          </p>`,
    ),
    links.map((link) => html`<p class="aside">${draw(link)}</p>`),
  ];
}

function drawRest(recognition: Recognition, drawing: Drawing) {
  const { more, language } = drawing;
  const isOpen = more?.isOpen(recognition.id) ?? false;
  return [unfold('rest', language.words.restOfIt, isOpen), isOpen ? more?.rest(recognition, drawing) : nothing];
}

/** What unfolds more by code that comes with its first use. */
export function unfold(name: string, words: string, isOpen = false): TemplateResult {
  return html`<p class="aside">
    <button part=${name} name=${name} class="quiet late" aria-expanded=${isOpen}>${words}</button>
  </p>`;
}

function drawEnd(said: LetterSaid, drawing: Drawing, at: unknown) {
  const { pictures, roles, language } = drawing;
  const role = said.role === undefined ? undefined : roles?.find(({ id }) => id === said.role);
  const isSigned = said.form !== 'board' && (said.by ?? at ?? role);
  return [
    said.writtenUp ? html`<p class="aside">${draw(said.writtenUp)}</p>` : nothing,
    isSigned
      ? html`<p class="signature beside aside">
          ${said.by ? html`${pebble(said.by, 2, pictures)}<b><bdi>${said.by.name}</bdi></b>` : nothing}
          ${role ? html`<span class="for">${glyph(role.id, role.name)}<span class="unseen">${language.words.ofRole(role.name)}</span></span>` : nothing}
          ${at}
        </p>`
      : nothing,
    said.answered ? html`<p class="aside">${draw(said.answered)}</p>` : nothing,
    said.replies.map(
      (reply) =>
        html`<div class="reply">
          <p class="aside"><span lang=${ifDefined(reply.lang)} dir="auto">${draw(reply.said)}</span></p>
          ${drawEvidence(reply.evidence, drawing)}
        </div>`,
    ),
    said.kept ? html`<p class="aside">${draw(said.kept)}</p>` : nothing,
  ];
}
