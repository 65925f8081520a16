import { whoSees, type Audience, type Words } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import { inLanguage } from '../acts/index.js';
import { spoken, type Desk } from './desk.js';

/** Who sees where the reader stands, which they alone read; and who shall. */
export function visibility(
  { ladder, row, language, store, say }: Desk,
  isOpen: boolean,
  turn: (isOpen: boolean) => void,
): TemplateResult {
  const words = inLanguage(spoken, language);
  const seen = whoSees(row);
  const choice = (audience: Audience, label: string) =>
    html`<button
      class="quiet"
      aria-pressed=${audience === seen}
      @click=${() => say('kith-profile', { patch: { progress: { ladder: ladder.id, visibility: audience } } })}
    >
      ${label}
    </button>`;
  return html`<div part="visibility" class="visibility aside">
    <p>
      ${seenBy(seen, words)}
      ${
        store.takes('profile')
          ? html`<button part="who-sees" class="quiet" aria-expanded=${isOpen} @click=${() => turn(!isOpen)}>
              ${words.whoSees}
            </button>`
          : nothing
      }
    </p>
    ${
      isOpen
        ? html`<p class="acts" role="group" aria-label=${words.whoSees}>
            ${choice('everyone', words.showEveryone)} ${choice('members', words.showMembers)}
            ${choice('nobody', words.showNobody)}
          </p>`
        : nothing
    }
  </div>`;
}

/** Who sees it, as a sentence. */
export function seenBy(audience: Audience, words: Words<'ladderActs'>): string {
  return { everyone: words.seenByEveryone, members: words.seenByMembers, nobody: words.seenByNobody }[audience];
}
