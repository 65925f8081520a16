import type { Member, PurposeSaid, Words } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import { pebble } from '../parts.js';

/** What the thread is drawn from. */
export interface Stand {
  said: Partial<PurposeSaid>;
  /** Who reads it, where that is known. */
  self: Member | undefined;
  words: Words<'banner'>;
  pictures: 'none' | 'allow';
  isFailed: boolean;
}

/** The thread, and on it those who stand behind the purpose; above it whoever put their name to an earlier wording. */
export function stand({ said, self, words, pictures, isFailed }: Stand): TemplateResult {
  const { people = [], shared, mine } = said;
  const above = mine?.pledged === 'earlier' ? self : undefined;
  const stones = above ? [above, ...people.filter(({ id }) => id !== above.id)] : people;
  const place = (member: Member) => `${member === above ? 'above' : ''} ${member.id === self?.id ? 'own' : ''}`;
  return html`<div class="stand">
    ${
      stones.length
        ? html`<ul part="people" class="stones" aria-label=${words.standBehind}>
            ${stones.map(
              (member) =>
                html`<li class=${place(member)}>
                  ${pebble(member, 2, pictures)}<span class="unseen">${member.name}</span>
                </li>`,
            )}
          </ul>`
        : nothing
    }
    <hr class="thread ${shared && !isFailed ? '' : 'dashed'}" aria-hidden="true" />
  </div>`;
}
