import { acceptedRoles, called, roleOf, sayNominations, type Role } from '@kith/core';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { actWords, question } from '../acts/index.js';
import { draw } from '../parts.js';
import type { About } from './about.js';
import { isSame, type Acting, type Writing } from './acting.js';
import { spokenIn } from './acts-words.js';
import { openRole, type Drawn, type Late, type Part, type Stage } from './buttons.js';
import { whomToSuggest } from './suggesting.js';

export { Acting } from './acting.js';
export { roleBadgeActsStyles as styles } from './role-badge-acts.styles.js';
export { settle } from './settle.js';
export { suggesting } from './suggesting.js';

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

/** What was not sent, to be written anew: where it is told that it was not, whatever else is drawn. */
export function mended(stage: Stage, late: Late): Drawn {
  const { writing, suggestion, drafts } = late.acting;
  if (drafts.instead === undefined) return nothing;
  if (suggestion) return whomToSuggest(suggestion, stage, late);
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
    ({ role, sentences, notTold }, i) =>
      html`<div part="reason" class="asked">
        ${sentences.map((sentence) => html`<p>${draw(sentence)}</p>`)}
        <p class="acts">
          <button part="accept" class=${i ? 'quiet' : 'main'} @click=${() => acting.answer(role, true, notTold)}>
            ${words.thatsMe}
          </button>
          <button part="decline" class="quiet" @click=${() => acting.answer(role, false, notTold)}>
            ${words.notMe}
          </button>
        </p>
      </div>`,
  )}`;
}

/** What is said where a question was. */
export function told({ acting }: Late): Drawn {
  return acting.told ? html`<p class="aside told" tabindex="-1">${draw(acting.told)}</p>` : nothing;
}
