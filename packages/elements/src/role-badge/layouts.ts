import type { Member, Phrase, RoleSaid, Words } from '@kith/core';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { dyeOf, glyph } from '../glyphs.js';
import { draw, heading, pebble } from '../parts.js';

/** What roles are drawn with. */
export interface Drawing {
  /** Whose they are; undefined for roles themselves. */
  member: Member | undefined;
  words: Words<'badge'>;
  headingLevel: number;
  pictures: 'none' | 'allow';
  /** Who reads it. */
  viewer: string | undefined;
  /** What can be said of a role. */
  acts(said: RoleSaid): unknown;
  /** Somebody unfolds a member's role. */
  unfold(role: string): void;
  /** What it says beyond the first look, once it was unfolded. */
  detail(said: RoleSaid): unknown;
}

type Layout = (said: readonly RoleSaid[], drawing: Drawing) => TemplateResult;

/** How each layout draws the roles it is given; at least one. */
export const layouts: { readonly [Name in 'chip' | 'card' | 'glyph']: Layout } = {
  chip: (said, drawing) =>
    html`<slot name="heading"></slot
      >${list(said, drawing, 'chips', drawing.member ? chip(drawing) : plainChip(drawing))}`,
  card: (said, drawing) =>
    html`${said.length > 1 ? html`<slot name="heading"></slot>` : nothing}
    ${list(said, drawing, 'cards', (each, i) => card(each, i, said.length, drawing))}`,
  glyph: (said, drawing) => html`<slot name="heading"></slot>${list(said, drawing, 'glyphs', mark)}`,
};

/** One stands alone; several are a list. */
function list(
  said: readonly RoleSaid[],
  { member, words }: Drawing,
  look: string,
  one: (said: RoleSaid, i: number) => TemplateResult,
): TemplateResult {
  if (said.length === 1) return html`<div class=${look}>${said.map(one)}</div>`;
  return html`<ul class=${look} aria-label=${member ? words.rolesOf(member.name) : words.roles}>
    ${
      // What is unfolded stays with its role.
      repeat(
        said,
        ({ id }) => id,
        (each, i) => html`<li>${one(each, i)}</li>`,
      )
    }
  </ul>`;
}

/** A word in its outline, which says how far it has come; it unfolds what the outline stands for. */
function chip({ acts, unfold, detail }: Drawing) {
  return (said: RoleSaid) =>
    html`<details part="detail" @toggle=${() => unfold(said.id)}>
      <summary part="role" class="chip ${said.thread} dyed ${dyeOf(said.id)}">
        ${glyph(said.id, said.name)}<span><bdi>${said.name}</bdi><span class="unseen"> (${said.ring})</span></span>
      </summary>
      <div class="said">${sentences(said)}${detail(said)}${acts(said)}</div>
    </details>`;
}

/** A role itself has nothing to unfold: what it is stands under it. */
function plainChip({ acts }: Drawing) {
  return (said: RoleSaid) =>
    html`<div class="itself">
      <span part="role" class="chip ${said.thread} dyed ${dyeOf(said.id)}"
        >${glyph(said.id, said.name)}<bdi>${said.name}</bdi></span
      >
      <div class="said">${sentences(said)}${acts(said)}</div>
    </div>`;
}

function mark({ id, name }: RoleSaid): TemplateResult {
  return html`<span part="role" role="img" aria-label=${name} title=${name}>${glyph(id, name)}</span>`;
}

function card(said: RoleSaid, i: number, count: number, drawing: Drawing): TemplateResult {
  const { member, words, headingLevel, unfold, detail } = drawing;
  const title = heading(headingLevel, 'heading', said.heading);
  return html`<div part="role" class="card dyed ${dyeOf(said.id)}">
    ${medallion(said, drawing)}
    <div class="said">
      ${count > 1 ? title : html`<slot name="heading">${title}</slot>`} ${sentences(said)}
      ${
        member
          ? html`<details part="detail" @toggle=${() => unfold(said.id)}>
              <summary><span class="quiet">${words.aboutRole}</span></summary>
              <div class="said">${detail(said)}</div>
            </details>`
          : nothing
      }
      ${drawing.acts(said)}
      ${member?.title && i === count - 1 ? sentence('title', [{ name: member.title }], 'aside') : nothing}
    </div>
  </div>`;
}

/** Outermost the wish, then who has seen it, and the disc where it was shown. Its sentences stand beside it. */
function medallion({ id, name, thread, rings, people }: RoleSaid, { pictures, viewer }: Drawing): TemplateResult {
  return html`<div part="medallion" class="medallion ${thread ? 'ringed' : ''}" aria-hidden="true">
    ${
      thread
        ? html`<svg class="rings" viewBox="0 0 120 120">
            ${rings.hoped ? svg`<circle class="hoped" cx="60" cy="60" r="54" pathLength="169.2" />` : nothing}
            ${rings.affirmed ? svg`<circle class="affirmed" cx="60" cy="60" r="44" />` : nothing}
            ${rings.shown ? svg`<circle class="shown" cx="60" cy="60" r="29" /><circle class="double" cx="60" cy="60" r="26" />` : nothing}
          </svg>`
        : nothing
    }
    ${glyph(id, name)}
    <div class="beads">
      ${people.map((person) => html`<span class=${person.id === viewer ? 'mine' : ''}>${pebble(person, 1, pictures)}</span>`)}
    </div>
  </div>`;
}

function sentences({ description, wish, needs, seen, shown }: RoleSaid): (TemplateResult | typeof nothing)[] {
  return [
    sentence('description', description),
    sentence('wish', wish),
    sentence('needs', needs, 'aside'),
    seen || shown
      ? html`<p>
          ${seen ? html`<span part="people">${draw(seen)}</span>` : nothing}
          ${shown ? html`<span part="shown">${shown}</span>` : nothing}
        </p>`
      : nothing,
  ];
}

function sentence(part: string, said: Phrase | undefined, look = ''): TemplateResult | typeof nothing {
  return said ? html`<p part=${part} class=${look}>${draw(said)}</p>` : nothing;
}
