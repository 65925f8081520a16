import { acceptedRoles, called, roleOf, sayNominations, type Role } from '@kith/core';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { actWords, question } from '../acts/index.js';
import { draw } from '../parts.js';
import { retryLine } from '../status.js';
import type { About } from './about.js';
import { isSame, type Acting, type Writing } from './acting.js';
import { spokenIn } from './acts-words.js';
import { openRole, type Drawn, type Late, type Part, type Stage } from './buttons.js';

export { Acting } from './acting.js';
export { roleBadgeActsStyles as styles } from './role-badge-acts.styles.js';
export { settle } from './settle.js';

/** Beside a button that was pressed: what comes of it, and a way to say more. */
export function afterwards(
  about: About,
  { act, on, words: said }: Part,
  { reading, language }: Stage,
  { acting }: Late,
): Drawn {
  if (!on || isSame(acting.writing?.about, about)) return nothing;
  const words = spokenIn(language);
  const { member } = reading;
  if (act === 'suggest')
    return member ? html`<span class="aside">${draw(words.onlyThey(called(member)))}</span>` : nothing;
  const ask = act === 'claim' ? words.ownWords : words.whatSeen;
  return html`<span class="aside"
    >${act === 'affirm' && said && member ? draw(words.canRead(called(member))) : nothing}
    <button class="quiet" @click=${() => acting.write(about, said, said)}>
      ${said ? actWords(language).edit : ask}
    </button></span
  >`;
}

/** What is asked once something was said: in what words. */
export function asked(about: About, { act }: Part, stage: Stage, { acting }: Late): Drawn {
  const { writing, drafts } = acting;
  const isHere = writing && drafts.instead === undefined && isSame(writing.about, about);
  return isHere ? inWhatWords(writing, act, stage, acting) : nothing;
}

/** Who is looked for, where that was asked; where its code did not arrive, a way to ask again. */
export function looking(stage: Stage, { acting }: Late): Drawn {
  const { here, again } = acting.finder;
  const { words } = stage.language;
  if (again) return retryLine(words.failed, words, again);
  return (acting.drafts.instead === undefined && here?.render(stage)) || nothing;
}

/** What was not sent, to be written anew: where it is told that it was not, whatever else is drawn. */
export function mended(stage: Stage, late: Late): Drawn {
  const { writing, finding, drafts } = late.acting;
  if (drafts.instead === undefined) return nothing;
  if (finding) return late.acting.finder.here?.render(stage) ?? nothing;
  if (!writing) return nothing;
  const { member, role } = writing.about;
  const isHeld = stage.reading.member && acceptedRoles(stage.reading.member).has(role);
  return inWhatWords(writing, member === undefined ? 'claim' : isHeld ? 'affirm' : 'suggest', stage, late.acting);
}

function inWhatWords({ text }: Writing, act: Part['act'], { reading, language }: Stage, acting: Acting): Drawn {
  const words = spokenIn(language);
  const isClaim = act === 'claim';
  const name = reading.member && called(reading.member);
  return question(
    {
      asks: isClaim ? words.ownWords : words.whatSeen,
      note: name && !isClaim ? draw(act === 'suggest' ? words.onlyThey(name) : words.canRead(name)) : undefined,
      text,
      draft: acting.drafts,
      most: isClaim ? 280 : 1000,
      submit: words.addWords,
      optional: true,
      say: acting.finish,
    },
    actWords(language),
  );
}

/**
 * After a press: asks in what words it is said; what was said and is taken back can be said again, and a role of one's own
 * that is gone with it can be put back.
 */
export function pressed(
  about: About,
  { act, on: wasOn, words: before, isHoped }: Part,
  isLetter: boolean,
  box: DOMRect,
  { reading, language }: Stage,
  { acting }: Late,
): void {
  acting.pressed(about, !wasOn, isLetter ? undefined : '', box);
  if (!wasOn) return;
  const words = spokenIn(language);
  const aspires = before || (isHoped ? '' : undefined);
  const isGone = act === 'claim' && reading.member !== undefined;
  acting.takeBack(
    about,
    before,
    isGone
      ? {
          said: words.noLonger({ name: roleOf(about.role, reading.roles, language).name }),
          back: { words: words.putBack, act: () => acting.putBack(about.role, aspires) },
        }
      : undefined,
  );
}

const byId = ({ id }: Role) => id;

/** The roles somebody does not hold, each to be claimed, or to suggest them for. */
export function rolesLeft(left: readonly Role[], stage: Stage): Drawn {
  return html`<ul class="left">
    ${
      // What was pressed goes with its role: the next one in its place has not been.
      repeat(left, byId, ({ id }) => {
        const { name, description } = roleOf(id, left, stage.language);
        return html`<li>
          ${openRole(id, html`<bdi>${name}</bdi>`, false, stage)}
          <p class="aside">${description}</p>
        </li>`;
      })
    }
  </ul>`;
}

/** What others think of the viewer for; it waits for their yes or no, and nobody else sees it. */
export function nominated({ reading, language }: Stage, { acting }: Late): Drawn {
  const { answer, roles, id } = reading;
  if (!answer) return nothing;
  const words = spokenIn(language);
  const all = sayNominations(answer, roles, { ...language, words });
  return html`${repeat(
    all.filter(({ role }) => !id || role === id),
    ({ role }) => role,
    ({ role, sentences, notTold: said }, i) => {
      const yes = () => acting.answer(role, true);
      const no = () => acting.answer(role, false, { said, back: { words: words.thatsMe, act: yes } });
      return html`<div part="reason" class="asked">
        ${sentences.map((sentence) => html`<p>${draw(sentence)}</p>`)}
        <p class="acts">
          <button part="accept" class=${i ? 'quiet' : 'main'} @click=${yes}>${words.thatsMe}</button>
          <button part="decline" class="quiet" @click=${no}>${words.notMe}</button>
        </p>
      </div>`;
    },
  )}`;
}

/** What is said where a question was. */
export function told({ acting }: Late): Drawn {
  const { said, back } = acting.told ?? {};
  return said
    ? html`<p class="aside told" tabindex="-1">
        ${draw(said)} ${back ? html`<button class="quiet" @click=${() => back.act()}>${back.words}</button>` : nothing}
      </p>`
    : nothing;
}
