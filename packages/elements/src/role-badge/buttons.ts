import {
  called,
  nominations,
  roleOf,
  type IntentName,
  type Language,
  type MyPart,
  type RoleSaid,
  type Words,
} from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import { dyeOf, glyph } from '../glyphs.js';
import { draw } from '../parts.js';
import type { About } from './about.js';
import type { Acting } from './acting.js';
import type * as code from './acts.js';
import type { RoleReading } from './reading.js';

/** What comes once the page is idle: the code, and what somebody is doing with it. */
export type Late = typeof code & { readonly acting: Acting };

/** What is done with a badge, and what it is drawn with. */
export interface Stage {
  readonly reading: RoleReading;
  readonly late: Late | undefined;
  readonly language: Language<Words<'badge'>>;
  takes(name: IntentName): boolean;
  /** Says it at once, or takes it back. */
  press(about: About, part: Part, button: Element): void;
  /** Asks for what comes late; then does this with it. */
  prepare(then?: (acting: Acting) => void): void;
}

/** What the viewer has said; to suggest is to affirm what somebody does not hold. */
export interface Part extends Omit<MyPart, 'act'> {
  act: MyPart['act'] | 'suggest';
  /** Whether it is wished for by its own person, in words or without. */
  isHoped?: boolean;
}

export type Drawn = TemplateResult | typeof nothing;

/** What can be said of a role that is shown. The only one of another, or of nobody, has the widget's main button. */
export function roleActs({ id, mine, rings }: RoleSaid, isOnly: boolean, stage: Stage): Drawn {
  const { reading, late, language, takes } = stage;
  if (!mine) return nothing;
  const { seenThis, knownForThis } = language.words;
  const isMain = isOnly && !reading.isOwn;
  if (mine.act === 'affirm') return toggle({ role: id, member: reading.member?.id }, mine, seenThis, isMain, stage);
  const isItself = !reading.member && reading.id !== undefined && takes('affirm-role');
  if (!takes('claim-role')) return isItself ? suggestSomeone(isMain, stage, id) : nothing;
  return html`${toggle({ role: id }, { ...mine, isHoped: rings.hoped }, knownForThis, isMain, stage, isItself ? suggest(false, stage, id) : nothing)}
  ${isItself ? late?.looking(stage, late) : nothing}`;
}

/** What can be said to whoever holds no role, or not the one that is meant, or might hold another. */
export function memberActs(said: readonly RoleSaid[], stage: Stage): Drawn {
  const { reading, late, language, takes } = stage;
  const { member, reader, id, isOwn, roles } = reading;
  if (!reader) return nothing;
  if (!member) return id ? nothing : suggestSomeone(!said.length, stage);
  const { knownForThis, knownFor, suggestFor, suggestForRole } = language.words;
  const name = called(member);
  const isAsked = isOwn && reader.isAsked && nominations(member).some(({ role }) => !id || role === id);
  const asked = isAsked ? (late?.nominated(stage, late) ?? nothing) : nothing;
  if (id)
    return said.length
      ? asked
      : html`${meant(id, stage)}${asked}${openRole(id, isOwn ? knownForThis : draw(suggestFor(name)), !isAsked, stage)}`;
  const left = roles.filter((role) => !said.some((one) => one.id === role.id));
  return html`${asked} ${said.length ? nothing : suggestSomeone(!isAsked, stage)}
  ${
    left.length && takes(isOwn ? 'claim-role' : 'affirm-role')
      ? html`<details part="suggest" class="suggest" @toggle=${() => stage.prepare()}>
          <summary><span class="quiet">${isOwn ? knownFor : draw(suggestForRole(name))}</span></summary>
          ${late?.rolesLeft(left, stage)}
        </details>`
      : nothing
  }`;
}

/** The role that somebody does not hold yet: without an outline, since no thread is there. */
function meant(id: string, { reading, language }: Stage): TemplateResult {
  const { name } = roleOf(id, reading.roles, language);
  return html`<p part="role" class="open chip dyed ${dyeOf(id)}">${glyph(id, name)}<bdi>${name}</bdi></p>`;
}

/** A role the member does not hold: one's own to claim, else to suggest them for. */
export function openRole(role: string, label: unknown, isMain: boolean, stage: Stage): Drawn {
  const { reading, late } = stage;
  if (reading.isOwn) return toggle({ role }, { act: 'claim', on: false, words: '' }, label, isMain, stage);
  const about = { role, member: reading.member?.id };
  return toggle(
    about,
    { act: 'suggest', on: late?.acting.isSuggested(about) ?? false, words: '' },
    label,
    isMain,
    stage,
  );
}

function toggle(
  about: About,
  part: Part,
  label: unknown,
  isMain: boolean,
  stage: Stage,
  beside: Drawn = nothing,
): Drawn {
  const { late, takes, press } = stage;
  const isClaim = part.act === 'claim';
  if (!takes(isClaim ? 'claim-role' : 'affirm-role')) return nothing;
  return html`<p class="acts">
      <button
        part=${isClaim ? 'claim' : 'affirm'}
        class=${isMain ? 'main' : 'quiet'}
        aria-pressed=${part.on}
        @click=${(event: Event) => press(about, part, event.currentTarget as Element)}
      >
        ${label}
      </button>
      ${late?.afterwards(about, part, stage, late)} ${beside}
    </p>
    ${late?.asked(about, part, stage, late)}`;
}

/** Whoever is still to be found, for a role or for some there are. */
function suggestSomeone(isMain: boolean, stage: Stage, role?: string): Drawn {
  const { late, takes } = stage;
  return takes('affirm-role')
    ? html`<p class="acts">${suggest(isMain, stage, role)}</p>
        ${late?.looking(stage, late)}`
    : nothing;
}

function suggest(isMain: boolean, { prepare, language }: Stage, role?: string): Drawn {
  return html`<button
    part="suggest"
    class=${isMain ? 'main' : 'quiet'}
    @click=${() => prepare((acting) => acting.look(role, isMain, language))}
  >
    ${language.words.suggestSomeone}
  </button>`;
}
