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
  /** Says it at once. */
  press(about: About, on: boolean, button: Element): void;
  /** Asks for what comes late; then does this with it. */
  prepare(then?: (acting: Acting) => void): void;
}

/** What the viewer has said; to suggest is to affirm what somebody does not hold. */
export interface Part extends Omit<MyPart, 'act'> {
  act: MyPart['act'] | 'suggest';
}

export type Drawn = TemplateResult | typeof nothing;

/** What can be said of a role that is shown. The only one of another, or of nobody, has the widget's main button. */
export function roleActs({ id, mine }: RoleSaid, isOnly: boolean, stage: Stage): Drawn {
  const { reading, late, language, takes } = stage;
  if (!mine) return nothing;
  const { seenThis, knownForThis } = language.words;
  const isMain = isOnly && !reading.isOwn;
  if (mine.act === 'affirm') return toggle({ role: id, member: reading.member?.id }, mine, seenThis, isMain, stage);
  const isItself = !reading.member && reading.id !== undefined && takes('affirm-role');
  if (!takes('claim-role')) return isItself ? suggestSomeone({ role: id }, isMain, stage) : nothing;
  return html`${toggle({ role: id }, mine, knownForThis, isMain, stage, isItself ? suggest({ role: id }, false, stage) : nothing)}
  ${isItself ? late?.suggesting(stage, late) : nothing}`;
}

/** What can be said to whoever holds no role, or not the one that is meant, or might hold another. */
export function memberActs(said: readonly RoleSaid[], stage: Stage): Drawn {
  const { reading, late, language, takes } = stage;
  const { member, reader, id, isOwn, roles } = reading;
  if (!reader) return nothing;
  if (!member) return said.length || id ? nothing : suggestSomeone({}, true, stage);
  const { knownForThis, knownFor, suggestFor, suggestForRole } = language.words;
  const name = called(member);
  const isAsked = isOwn && reader.isAsked && nominations(member).some(({ role }) => !id || role === id);
  const asked = isAsked ? (late?.nominated(stage, late) ?? nothing) : nothing;
  if (id)
    return said.length
      ? asked
      : html`${meant(id, stage)}${asked}${openRole(id, isOwn ? knownForThis : draw(suggestFor(name)), !isAsked, stage)}`;
  const left = roles.filter((role) => !said.some((one) => one.id === role.id));
  return html`${asked}
  ${
    left.length && (isOwn || said.length) && takes(isOwn ? 'claim-role' : 'affirm-role')
      ? html`<details part="suggest" class="suggest" @toggle=${() => stage.prepare()}>
          <summary><span class="quiet">${isOwn ? knownFor : draw(suggestForRole(name))}</span></summary>
          ${late?.rolesLeft(left, stage)}
        </details>`
      : nothing
  }
  ${said.length ? nothing : suggestSomeone(isOwn ? {} : { member: member.id }, !isAsked, stage)}`;
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
        @click=${(event: Event) => press(about, !part.on, event.currentTarget as Element)}
      >
        ${label}
      </button>
      ${late?.afterwards(about, part, stage, late)} ${beside}
    </p>
    ${late?.asked(about, part, stage, late)}`;
}

/** Whoever is still to be chosen, for a role that may be too. */
function suggestSomeone(known: Partial<About>, isMain: boolean, stage: Stage): Drawn {
  const { late, takes } = stage;
  return takes('affirm-role')
    ? html`<p class="acts">${suggest(known, isMain, stage)}</p>
        ${late?.suggesting(stage, late)}`
    : nothing;
}

function suggest(known: Partial<About>, isMain: boolean, { prepare, language }: Stage): Drawn {
  const { role = '', member = '' } = known;
  return html`<button
    part="suggest"
    class=${isMain ? 'main' : 'quiet'}
    @click=${() => prepare((acting) => acting.suggest(member, role))}
  >
    ${language.words.suggestSomeone}
  </button>`;
}
