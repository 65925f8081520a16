import type { Draft, Role, Words } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { glyph } from '../glyphs.js';
import { draw } from '../parts.js';

/** What a letter can have and rarely has. */
export interface RoleAndLink {
  draft: Draft;
  /** None are asked for of a letter to everybody. */
  roles: readonly Role[] | undefined;
  words: Words<'composerActs'>;
  isUnfolded: boolean;
  /** The letter cannot be sent for what the link is. */
  isWanted: boolean;
  onChange(different: Partial<Draft>): void;
  onToggle(isUnfolded: boolean): void;
}

/** Draws a role and a link to choose, folded until somebody wants them. */
export function roleAndLink(asked: RoleAndLink): TemplateResult {
  const { draft, roles, words, isUnfolded, isWanted, onChange, onToggle } = asked;
  const role = ({ id, name }: Role) => {
    const isChosen = draft.role === id;
    return html`<button
      type="button"
      class="quiet"
      aria-pressed=${isChosen}
      @click=${() => onChange({ role: isChosen ? undefined : id })}
    >
      ${glyph(id, name)} ${words.ofRole(name)}
    </button>`;
  };
  return html`<details
    ?open=${isUnfolded}
    @toggle=${({ currentTarget }: Event) => onToggle((currentTarget as HTMLDetailsElement).open)}
  >
    <summary><span class="quiet">${roles ? words.roleOrLink : words.addLink}</span></summary>
    ${
      roles
        ? html`<p id="composer/roles" class="aside">${words.whichRole}</p>
            <p class="roles" role="group" aria-labelledby="composer/roles">${roles.map(role)}</p>`
        : nothing
    }
    <label for="composer/evidence" class="aside">${words.link}</label>
    <input
      id="composer/evidence"
      inputmode="url"
      autocomplete="off"
      spellcheck="false"
      dir="ltr"
      aria-invalid=${isWanted}
      aria-describedby="composer/scheme${isWanted ? ' composer/wants' : ''}"
      .value=${live(draft.link)}
      @input=${({ currentTarget }: Event) => onChange({ link: (currentTarget as HTMLInputElement).value })}
    />
    <p id="composer/scheme" class="aside">${draw(words.beginsWith({ name: 'https://' }))}</p>
  </details>`;
}
