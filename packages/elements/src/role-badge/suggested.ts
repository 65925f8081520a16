import { acceptedRoles, called, roleOf, type Member, type Phrase, type Role, type RoleAnswer } from '@kith/core';
import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { takeFocus } from '../acts/index.js';
import { draw } from '../parts.js';
import type { FinderLanguage } from './finder-words.js';

/** Who came to mind for a role, and how far the writing of it got. */
export interface Answered extends RoleAnswer {
  typed: string;
  because: string;
}

/** What was answered so far, and which question is open; beyond the last it is the summary. */
export interface Finding {
  answers: readonly Answered[];
  at: number;
}

/** An answer, with who came to mind. */
export interface Given extends Answered {
  person: Member;
}

/** Who is suggested for what, before it is sent: each with who will see it where only they do, and a way back to its question. */
export function suggested(
  given: readonly Given[],
  roles: readonly Role[],
  language: FinderLanguage,
  isForThem: boolean,
  change: (role: string) => void,
) {
  const { words } = language;
  return html`<p class="lead" tabindex="-1" ${ref(takeFocus)}>
      ${given.length ? words.suggests : words.nobodyThisTime}
    </p>
    <ul class="suggested">
      ${given.map((one) => {
        const { name } = roleOf(one.role, roles, language);
        const who = called(one.person);
        const because = one.because.trim();
        return html`<li>
          ${draw(because ? words.forRoleBecause(who, { name }, { name: because }) : words.forRole(who, { name }))}
          ${isForThem ? html`<span class="aside">${draw(whoSees(one, language))}</span>` : nothing}
          <button type="button" class="quiet" @click=${() => change(one.role)}>${words.changeThis(name)}</button>
        </li>`;
      })}
    </ul>`;
}

/** Who reads it: only they do, until they say yes; whoever has said it before is asked no more. */
export function whoSees(one: Given, { words }: FinderLanguage): Phrase {
  return (holds(one) ? words.holdsIt : words.onlyThey)(called(one.person));
}

/** The same of all that was sent, in one sentence. */
export function sayWhoSees(given: readonly Given[], language: FinderLanguage): Phrase {
  const asked = given.filter((one) => !holds(one));
  const people = [...new Set(asked.map(({ person }) => person))];
  if (people.length > 1) return language.words.onlyEach(language.format.list(people.map(called)));
  const [one] = asked.length ? asked : given;
  return one ? whoSees(one, language) : [];
}

function holds({ person, role }: Given): boolean {
  return acceptedRoles(person).has(role);
}
