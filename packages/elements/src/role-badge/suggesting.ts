import { acceptedRoles, called, countGraphemes, roleOf, type Member } from '@kith/core';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { ref } from 'lit/directives/ref.js';
import { actWords, asking, takeFocus } from '../acts/index.js';
import { draw } from '../parts.js';
import type { Suggestion } from './acting.js';
import { spokenIn } from './acts-words.js';
import type { Drawn, Late, Stage } from './buttons.js';

const MOST = 1000;

/** Whom to suggest, for what, and why: asked in one place and said at once. */
export function suggesting(stage: Stage, late: Late): Drawn {
  const { suggestion, drafts } = late.acting;
  return suggestion && drafts.instead === undefined ? whomToSuggest(suggestion, stage, late) : nothing;
}

/** Whom, for what, and why. */
export function whomToSuggest(suggestion: Suggestion, { reading, language }: Stage, { acting }: Late): Drawn {
  const { people } = acting;
  const words = spokenIn(language);
  const { roles, id, reader } = reading;
  const role = id ?? (suggestion.role || whoIntroduces(roles.map((each) => each.id)));
  const others = people?.members.filter((one) => canBe(one, role) && one.id !== reader?.viewer) ?? [];
  // Whoever is chosen stays so, whatever is looked for next.
  const known = acting.chosen?.id === suggestion.member && !others.some(({ id }) => id === suggestion.member);
  const offered = known && acting.chosen ? [acting.chosen, ...others] : others;
  const chosen = offered.find((one) => one.id === suggestion.member);
  const over = countGraphemes(suggestion.text) - MOST;
  const change = (different: Partial<Suggestion>) => acting.drafts.change(different);
  const fields = html`${
      people?.after || suggestion.q
        ? html`<label
            >${words.findThem}<input
              type="search"
              .value=${live(suggestion.q)}
              @input=${(event: Event) => change({ q: valueOf(event) })}
          /></label>`
        : nothing
    }
    <label
      >${words.who}<select ${ref(takeFocus)} required @change=${(event: Event) => change({ member: valueOf(event) })}>
        <option value="" ?selected=${!chosen}></option>
        ${offered.map((one) => html`<option value=${one.id} ?selected=${one === chosen}>${one.name}</option>`)}
      </select></label
    >
    ${
      id
        ? nothing
        : html`<label
            >${words.forWhat}<select @change=${(event: Event) => change({ role: valueOf(event) })}>
              ${roles.map(
                (each) =>
                  html`<option value=${each.id} ?selected=${each.id === role}>
                    ${roleOf(each.id, roles, language).name}
                  </option>`,
              )}
            </select></label
          >`
    }
    <label
      >${words.whatSeen}<textarea
        rows="2"
        dir="auto"
        .value=${live(suggestion.text)}
        @input=${(event: Event) => change({ text: valueOf(event) })}
      ></textarea>
    </label>
    ${over > 0 ? html`<p class="aside">${actWords(language).tooLong(over)}</p>` : nothing}
    ${chosen ? html`<p class="aside">${draw(words.onlyThey(called(chosen)))}</p>` : nothing}`;
  return asking(
    {
      fields,
      submit: chosen ? draw(language.words.suggestFor(called(chosen))) : language.words.suggestSomeone,
      isWhole: () => chosen !== undefined && over <= 0,
      draft: acting.drafts,
      say: (_, aside) =>
        chosen !== undefined &&
        acting.sendSuggestion(
          { role, member: chosen.id },
          suggestion.text.trim(),
          words.onlyThey(called(chosen)),
          aside,
        ),
    },
    actWords(language),
  );
}

function valueOf({ currentTarget }: Event): string {
  return (currentTarget as HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement).value;
}

/** Who introduces people is asked for first. */
function whoIntroduces(roles: readonly string[]): string {
  return roles.find((id) => id === 'connector') ?? roles[0] ?? '';
}

/** Whoever holds a role already is not suggested for it. */
function canBe(member: Member, role: string): boolean {
  return member.kind !== 'bot' && !acceptedRoles(member).has(role);
}
