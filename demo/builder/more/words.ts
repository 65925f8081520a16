import { html, nothing as none, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { languages, type Making } from '../making.js';
import type { Around, Now } from './section.js';

const spoken: Readonly<Record<Making['locale'], string>> = { en: 'English', ar: 'العربية' };

/** In which language it speaks, and who signs. */
export function words({ making }: Now, { change }: Around): TemplateResult {
  return html`<section class="question" id="words">
    <h2>Its words</h2>
    <label class="line"
      ><span>What Kith says, it says in</span
      ><select
        @change=${({ target }: Event) => change({ locale: (target as HTMLSelectElement).value as Making['locale'] }, 'locale')}
      >
        ${languages.map((each) => html`<option value=${each} lang=${each} ?selected=${making.locale === each}>${spoken[each]}</option>`)}
      </select></label
    >
    ${
      making.people.kind === 'letter' && making.widget === 'recognition-wall'
        ? html`<label class="line"
            ><span>Who signs the letter</span
            ><input
              type="text"
              dir="auto"
              placeholder=" "
              .value=${live(making.from)}
              @input=${({ target }: Event) => change({ from: (target as HTMLInputElement).value }, 'from')}
          /></label>`
        : none
    }
  </section>`;
}
