import { forms, type Form } from '@kith/embed/snippet';
import { html, nothing as none, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { canHave, formOf } from '../making.js';
import { faultOfBase, isOwnMachine } from '../reachable.js';
import { formed, numbers, type Around, type Now } from './section.js';

/** Which form it has, where its code lies, and what it weighs. */
export function made({ making, snippet }: Now, { change, published, editors }: Around): TemplateResult {
  const odd = faultOfBase(making.base);
  const isLocal = isOwnMachine(location.hostname) && (!making.base || Boolean(odd));
  const had = forms.filter((form) => canHave(form, making));
  return html`<section class="question" id="made">
    <h2>What it is made of</h2>
    <label class="line"
      ><span>Made as</span
      ><select
        @change=${({ target }: Event) => change({ form: ((target as HTMLSelectElement).value || undefined) as Form | undefined }, 'form')}
      >
        <option value="" ?selected=${!making.form || !had.includes(making.form)}>What works where it will stand</option>
        ${had.map((form) => html`<option value=${form} ?selected=${making.form === form}>${formed[form]}</option>`)}
      </select></label
    >
    <label class="line"
      ><span>Where Kith’s code lies</span
      ><input
        type="url"
        placeholder=${new URL(`kith/${published.version}/`, document.baseURI).href}
        aria-describedby="base-said"
        aria-invalid=${odd ? 'true' : none}
        .value=${live(making.base)}
        @input=${({ target }: Event) => change({ base: baseOf((target as HTMLInputElement).value) }, 'base')}
    /></label>
    <p class="aside" id="base-said" role="status">${odd}</p>
    ${isLocal ? html`<p class="aside">This page is on your own machine, where nobody else can load Kith from. Put its folder <code>kith/</code> on your site, and say where.</p>` : none}
    <p class="aside" id="bytes">
      ${snippet ? sayBytes(snippet.bytes, formOf(making, editors)) : 'Once the questions are answered, here is what it weighs.'}
    </p>
  </section>`;
}

const baseOf = (words: string) => (URL.canParse(words.trim()) ? words.trim().replace(/\/?$/, '/') : words.trim());

/** What a visitor's browser loads for it, in a sentence. */
export function sayBytes(bytes: number, form: Form): string {
  const what = form === 'picture' ? 'a picture' : 'words alone';
  if (!bytes) return `A visitor’s browser loads none of Kith’s code for it: it’s ${what}.`;
  return `A visitor’s browser loads ${numbers.format(Math.round(bytes / 100) / 10)} kB for it, once for all your pages.`;
}
