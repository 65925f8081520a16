import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { readOld } from '../old-snippet.js';
import { reasonOf, type Around } from './section.js';

/** What somebody has in their page already, to be changed. */
export function oldSnippet({ show, redraw }: Around): () => TemplateResult {
  let old = '';
  let oldSaid = '';

  async function takeOld(): Promise<void> {
    try {
      const { making, notes } = await readOld(old);
      oldSaid = ['It’s taken up: change what you like, and copy it anew.', ...notes].join(' ');
      show(making);
    } catch (error) {
      oldSaid = reasonOf(error);
      redraw();
    }
  }

  return () => {
    return html`<section class="question" id="old">
      <h2><label for="old-text">Change one that you have</label></h2>
      <textarea
        id="old-text"
        rows="3"
        class="code"
        placeholder=" "
        spellcheck="false"
        aria-describedby="old-how old-said"
        .value=${live(old)}
        @input=${({ target }: Event) => (old = (target as HTMLTextAreaElement).value)}
      ></textarea>
      <p class="aside" id="old-how">Paste what you once copied, from your page or from here.</p>
      <div class="row"><button type="button" class="quiet" @click=${() => void takeOld()}>Take it up</button></div>
      <p class="aside" id="old-said" role="status">${oldSaid}</p>
    </section>`;
  };
}
