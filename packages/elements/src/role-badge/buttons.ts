import {
  called,
  nominations,
  type IntentName,
  type Language,
  type MyPart,
  type RoleSaid,
  type Words,
} from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import { draw } from '../parts.js';
import type { About, Acting } from './acting.js';
import type * as late from './acts.js';
import type { RoleReading } from './reading.js';

/** What is done with a badge, and what it is drawn with; `late` is the code that comes once the page is idle. */
export interface Stage {
  readonly reading: RoleReading;
  readonly acting: Acting;
  readonly late: typeof late | undefined;
  readonly language: Language<Words<'badge'>>;
  takes(name: IntentName): boolean;
  /** Asks for what comes late at once. */
  prepare(): void;
}

/** What the viewer has said; to suggest is to affirm what somebody does not hold. */
export interface Part extends Omit<MyPart, 'act'> {
  act: MyPart['act'] | 'suggest';
}

export type Drawn = TemplateResult | typeof nothing;

/** What can be said of a role that is shown. The only one of another, or of nobody, has the widget's main button. */
export function roleActs({ id, mine }: RoleSaid, isOnly: boolean, stage: Stage): Drawn {
  const { reading, language } = stage;
  if (!mine) return nothing;
  const { seenThis, knownForThis } = language.words;
  const isMain = isOnly && !reading.isOwn;
  if (mine.act === 'affirm') return toggle({ role: id, member: reading.member?.id }, mine, seenThis, isMain, stage);
  const isItself = !reading.member && reading.id !== undefined && stage.takes('affirm-role');
  return html`${toggle({ role: id }, mine, knownForThis, isMain, stage, isItself ? suggest(id, '', false, stage) : nothing)}
  ${isItself ? stage.late?.suggesting(stage) : nothing}`;
}

/** What can be said to whoever holds no role, or not the one that is meant, or might hold another. */
export function memberActs(said: readonly RoleSaid[], stage: Stage): Drawn {
  const { reading, late, language, takes } = stage;
  const { member, reader, id, isOwn, roles } = reading;
  if (!reader) return nothing;
  if (!member) return said.length || id ? nothing : suggestSomeone('', true, stage);
  const { knownForThis, knownFor, suggestFor, suggestForRole } = language.words;
  const name = called(member);
  const isAsked = isOwn && reader.isAsked && nominations(member).some(({ role }) => !id || role === id);
  const asked = isAsked ? (late?.nominated(stage) ?? nothing) : nothing;
  if (id)
    return said.length
      ? asked
      : html`${asked}${openRole(id, isOwn ? knownForThis : draw(suggestFor(name)), !isAsked, stage)}`;
  const left = roles.filter((role) => !said.some((one) => one.id === role.id));
  return html`${asked}
  ${
    left.length && (isOwn || said.length) && takes(isOwn ? 'claim-role' : 'affirm-role')
      ? html`<details part="suggest" class="suggest" @toggle=${stage.prepare}>
          <summary><span class="quiet">${isOwn ? knownFor : draw(suggestForRole(name))}</span></summary>
          ${late?.rolesLeft(left, stage)}
        </details>`
      : nothing
  }
  ${said.length ? nothing : suggestSomeone(isOwn ? '' : member.id, !isAsked, stage)}`;
}

/** A role the member does not hold: one's own to claim, else to suggest them for. */
export function openRole(role: string, label: unknown, isMain: boolean, stage: Stage): Drawn {
  const { reading, acting } = stage;
  if (reading.isOwn) return toggle({ role }, { act: 'claim', on: false, words: '' }, label, isMain, stage);
  const about = { role, member: reading.member?.id };
  return toggle(about, { act: 'suggest', on: acting.isSuggested(about), words: '' }, label, isMain, stage);
}

function toggle(
  about: About,
  part: Part,
  label: unknown,
  isMain: boolean,
  stage: Stage,
  beside: Drawn = nothing,
): Drawn {
  const { acting, late, takes } = stage;
  const isClaim = part.act === 'claim';
  if (!takes(isClaim ? 'claim-role' : 'affirm-role')) return nothing;
  return html`<p class="acts">
      <button
        part=${isClaim ? 'claim' : 'affirm'}
        class=${isMain ? 'main' : 'quiet'}
        aria-pressed=${part.on}
        @click=${(event: Event) => acting.press(about, !part.on, event.currentTarget as Element)}
      >
        ${label}
      </button>
      ${late?.afterwards(about, part, stage)} ${beside}
    </p>
    ${late?.asked(about, part, stage)}`;
}

/** Somebody still to be chosen, for a role still to be chosen. */
function suggestSomeone(member: string, isMain: boolean, stage: Stage): Drawn {
  return stage.takes('affirm-role')
    ? html`<p class="acts">${suggest('', member, isMain, stage)}</p>
        ${stage.late?.suggesting(stage)}`
    : nothing;
}

function suggest(role: string, member: string, isMain: boolean, { acting, language }: Stage): Drawn {
  return html`<button
    part="suggest"
    class=${isMain ? 'main' : 'quiet'}
    @click=${() => acting.suggest({ role, member, words: '', q: '' })}
  >
    ${language.words.suggestSomeone}
  </button>`;
}
