import { acceptedRoles, called, plain, roleOf, type Member } from '@kith/core';
import { html, nothing } from 'lit';
import { actWords, question } from '../acts/index.js';
import type { Suggestion } from './acting.js';
import { spokenIn } from './acts-words.js';
import type { Drawn, Stage } from './buttons.js';

/** Whom to suggest, for what, and why: asked in one place and said at once. */
export function suggesting({ acting, reading, language }: Stage): Drawn {
  const { suggestion, people } = acting;
  if (!suggestion) return nothing;
  const words = spokenIn(language);
  const role = reading.id ?? (suggestion.role || first(reading.roles.map(({ id }) => id)));
  const others = people?.members.filter((one) => canBe(one, role) && one.id !== reading.reader?.viewer) ?? [];
  const chosen = others.find(({ id }) => id === suggestion.member);
  const change = (different: Partial<Suggestion>) => acting.suggest({ ...suggestion, ...different });
  const choice = (event: Event) => (event.currentTarget as HTMLSelectElement).value;
  const isLong = Boolean(people?.after) || suggestion.q !== '';
  return question(
    {
      first: html`${
          isLong
            ? html`<label
                >${words.findThem}<input
                  type="search"
                  dir="auto"
                  .value=${suggestion.q}
                  @input=${(event: Event) => change({ q: choice(event).trim() })}
              /></label>`
            : nothing
        }
        <label
          >${words.who}<select required @change=${(event: Event) => change({ member: choice(event) })}>
            <option value="" ?selected=${!chosen}></option>
            ${others.map(({ id, name }) => html`<option value=${id} ?selected=${id === chosen?.id}>${name}</option>`)}
          </select></label
        >
        ${
          reading.id
            ? nothing
            : html`<label
                >${words.forWhat}<select @change=${(event: Event) => change({ role: choice(event) })}>
                  ${reading.roles.map(
                    ({ id }) =>
                      html`<option value=${id} ?selected=${id === role}>
                        ${roleOf(id, reading.roles, language).name}
                      </option>`,
                  )}
                </select></label
              >`
        }`,
      asks: words.whatSeen,
      text: suggestion.words,
      most: 1000,
      submit: chosen ? plain(language.words.suggestFor(called(chosen))) : language.words.suggestSomeone,
      optional: true,
      onInput: (text) => change({ words: text }),
      onSubmit(text) {
        if (chosen) acting.sendSuggestion({ role, member: chosen.id }, text, words.onlyThey(called(chosen)));
      },
      onLeave: () => acting.suggest(undefined),
    },
    actWords(language),
  );
}

/** Who introduces people is asked for first. */
function first(roles: readonly string[]): string {
  return roles.find((id) => id === 'connector') ?? roles[0] ?? '';
}

function canBe(member: Member, role: string): boolean {
  return member.kind !== 'bot' && !acceptedRoles(member).has(role);
}
