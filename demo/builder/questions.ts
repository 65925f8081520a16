import { html, nothing as none, svg, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Editor, Snippet } from '@kith/embed/snippet';
import { hexOf } from '@kith/embed/pictures';
import { sayColor, type Rgb } from './color.js';
import { drawings } from './drawings.js';
import {
  asked,
  consents,
  isMade,
  lacksPicture,
  lookOf,
  nameLeftIn,
  questionOf,
  stepsOf,
  type Consent,
  type Making,
} from './making.js';
import { fold } from './names.js';

/** What the questions are asked with. */
export interface Asking {
  making: Making;
  editors: readonly Editor[];
  /** The chosen color, as pixels show it; undefined where none is, or what is written is no color. */
  accent: Rgb | undefined;
  /** The main colors of a logo. */
  logo: readonly Rgb[];
  /** What went wrong with a logo. */
  logoFault: string;
  /** What is copied, as soon as it is written. */
  snippet: Snippet | undefined;
  /** The pictures that belong to it, where it is one. */
  pictures: Readonly<Record<'light' | 'dark', string>> | undefined;
  /** What is copied is loaded from one's own machine. */
  isLocal: boolean;
  /** The clipboard was refused. */
  byHand: boolean;
  /** Names, folded, that earlier addresses of this tab tell. */
  told: ReadonlySet<string>;
  change(patch: Partial<Making>, what: string): void;
  takeLogo(file: File): void;
  copy(): void;
  copyMessage(): void;
  /** Goes to the name that the letter's words still say. */
  toName(): void;
}

/** A name that cannot turn the sentence around it. */
export const isolated = (name: string): string => `\u2068${name.trim()}\u2069`;

const saidOf: Record<Consent, (name: string) => { label: string; then: string }> = {
  yes: (name) => ({ label: `${name} said yes`, then: 'The letter stands with the name.' }),
  ask: (name) => ({
    label: `Ask ${name} first`,
    then: 'Here is a message to send. Until there’s a yes, the name stays off.',
  }),
  off: () => ({
    label: 'Leave the name off',
    then: 'The letter greets someone who’d rather not be named. After a “not at all”, leave the letter out too.',
  }),
};

/** Words in a sentence that is read the other way: only there are signs needed that nobody sees. */
const within = (words: string): string =>
  /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/u.test(words) ? isolated(words) : words.trim();

/** What can be sent to somebody to ask whether their name may stand. */
export function messageTo({ to, did }: Making): string {
  return [
    `Hello ${within(to)},`,
    'I wrote this to you, and would like it to stand on our page:',
    within(`“${did.trim()}”`),
    'May it? Yes, with your name; yes, without it; or not at all. Whatever you say is fine, and you can change your mind later.',
  ].join('\n\n');
}

/** Everything asked after the letter, as far as it can be asked yet. */
export function questions(asking: Asking): TemplateResult | typeof none {
  const { making } = asking;
  const now = asked(making);
  if (now === 'letter') return none;
  const isLetter = making.people.kind === 'letter';
  return html`${isLetter ? none : html`<h1>Put it on your page</h1>`} ${color(asking)}
  ${isLetter && making.to.trim() ? consent(asking) : none}
  ${now === 'place' ? html`${place(asking)} ${sees(asking)} ${copy(asking)} ${steps(asking)}` : none}`;
}

function color({ making, accent, logo, logoFault, change, takeLogo }: Asking): TemplateResult {
  const hex = accent ? hexOf(accent) : '';
  const isOdd = making.accent !== '' && !accent;
  return html`<fieldset class="question" id="color">
    <legend>Your logo’s colour</legend>
    <div class="row">
      <input
        type="color"
        aria-label="Your logo’s colour"
        class=${hex ? 'chosen' : ''}
        .value=${live(hex || '#000000')}
        @input=${({ target }: Event) => change({ accent: (target as HTMLInputElement).value }, 'color')}
      />
      <input
        type="text"
        id="accent"
        aria-label="The same in writing"
        aria-describedby="color-said"
        aria-invalid=${isOdd ? 'true' : none}
        placeholder="#c43d00"
        size="12"
        spellcheck="false"
        autocapitalize="off"
        .value=${live(making.accent)}
        @input=${({ target }: Event) => change({ accent: (target as HTMLInputElement).value.trim() }, 'color')}
      />
      <label class="quiet file">
        Take it from the logo
        <input
          type="file"
          class="unseen"
          accept="image/*"
          @change=${({ target }: Event) => {
            const [file] = (target as HTMLInputElement).files ?? [];
            if (file) takeLogo(file);
            (target as HTMLInputElement).value = '';
          }}
        />
      </label>
      ${
        making.accent
          ? html`<button type="button" class="quiet" @click=${() => change({ accent: '' }, 'color')}>
              As the links of my page
            </button>`
          : none
      }
    </div>
    ${
      logo.length
        ? html`<ul class="row swatches" aria-label="Colours of your logo">
            ${logo.map(
              (one) =>
                html`<li>
                  <button
                    type="button"
                    class="swatch"
                    aria-label=${hexOf(one)}
                    aria-pressed=${hexOf(one) === hex}
                    @click=${() => change({ accent: hexOf(one) }, 'color')}
                  >
                    ${svg`<svg viewBox="0 0 24 24" aria-hidden="true"><rect width="24" height="24" fill=${hexOf(one)} /></svg>`}
                  </button>
                </li>`,
            )}
          </ul>`
        : none
    }
    <p class="aside" id="color-said" role="status">
      ${logoFault || (isOdd ? 'That’s no colour a page knows. Like this it is one: #c43d00, or teal.' : accent ? sayColor(accent) : 'Without one, the thread takes the colour of your page’s links. A logo is only looked at here: it isn’t sent anywhere.')}
    </p>
  </fieldset>`;
}

function consent({ making, told, change, copyMessage, toName }: Asking): TemplateResult {
  const name = isolated(making.to);
  const left = nameLeftIn(making);
  const isTold = making.consent !== 'yes' && told.has(fold(making.to));
  return html`<fieldset class="question" id="consent">
    <legend>Did <bdi>${making.to.trim()}</bdi> say yes?</legend>
    <div class="answers">
      ${consents.map((each) => {
        const { label, then } = saidOf[each](name);
        return html`<label class="answer">
          <input
            type="radio"
            name="consent"
            .checked=${live(making.consent === each)}
            @change=${() => change({ consent: each }, 'consent')}
          />
          <span>${label}<span class="aside">${then}</span></span>
        </label>`;
      })}
    </div>
    ${
      making.consent === 'ask'
        ? html`<div class="message">
            <p class="said" dir="auto">${messageTo(making)}</p>
            <button type="button" class="quiet" @click=${copyMessage}>Copy the message</button>
          </div>`
        : none
    }
    <div role="status">
      ${
        isTold
          ? html`<p class="aside" id="told-before">
              Earlier steps in this tab’s history still hold the name: close the tab when you’re done.
            </p>`
          : none
      }
      ${
        left
          ? html`<p class="aside" id="left">
                The letter’s own words still say the name: “<bdi>${making.did.slice(...left)}</bdi>”. It isn’t copied
                so.
              </p>
              <div class="row">
                <button type="button" class="quiet" @click=${toName}>Change the words</button>
                <button type="button" class="quiet" @click=${() => change({ lookedAt: lookOf(making) }, 'looked')}>
                  It’s another word
                </button>
              </div>`
          : none
      }
    </div>
  </fieldset>`;
}

function place({ making, editors, change }: Asking): TemplateResult {
  return html`<fieldset class="question" id="place">
    <legend>Where will it stand?</legend>
    <div class="places">
      ${editors.map(
        ({ id, name }) =>
          html`<label class="place">
            <input
              type="radio"
              name="place"
              .checked=${live(making.place === id)}
              @change=${() => change({ place: id, sees: undefined, form: undefined }, 'place')}
            />
            ${drawings[id]}
            <span>${name}</span>
          </label>`,
      )}
    </div>
  </fieldset>`;
}

/** Whether the place has what its steps look for. */
function sees({ making, editors, change }: Asking): TemplateResult | typeof none {
  if (!making.place) return none;
  const question = questionOf(making, editors);
  const lacking = lacksPicture(making, editors);
  return html`${
    question
      ? html`<fieldset class="question" id="sees">
          <legend>${question}</legend>
          <div class="answers beside">
            ${[true, false].map(
              (sees) =>
                html`<label class="answer">
                  <input
                    type="radio"
                    name="sees"
                    .checked=${live(making.sees === sees)}
                    @change=${() => change({ sees }, 'sees')}
                  />
                  <span>${sees ? 'Yes' : 'No'}</span>
                </label>`,
            )}
          </div>
        </fieldset>`
      : none
  }
  ${lacking ? html`<p class="aside" role="status">${lacking}</p>` : none}`;
}

/** What to do there once it is copied. */
function steps({ making, editors }: Asking): TemplateResult | typeof none {
  if (!isMade(making, editors)) return none;
  return html`<ol class="steps">
    ${stepsOf(making, editors).map((step) => html`<li>${step}</li>`)}
  </ol>`;
}

function copy({ making, editors, snippet, pictures, isLocal, byHand, copy }: Asking): TemplateResult | typeof none {
  if (!isMade(making, editors)) return none;
  const isHeld = nameLeftIn(making) !== undefined;
  return html`${pictures && snippet && !isHeld ? saved(pictures, snippet.text) : none}
    <div id="copy">
      ${
        isLocal
          ? html`<p class="aside" id="local">
              This page is on your own machine: what is copied here shows nothing new to anybody else. Make it where
              this page is online, or say under More where Kith’s code lies.
            </p>`
          : none
      }
      ${isHeld ? html`<p class="aside" id="held">Its words still say the name that is to be left off.</p>` : none}
      ${snippet?.said && !isHeld ? html`<p class="aside">${snippet.said}</p>` : none}
      <button
        type="button"
        class=${isHeld ? 'main held' : 'main'}
        aria-disabled=${snippet && !isHeld ? 'false' : 'true'}
        aria-describedby=${isHeld ? 'held' : none}
        @click=${copy}
      >
        Copy
      </button>
      ${isHeld ? none : written(snippet, byHand)}
    </div>`;
}

const written = (snippet: Snippet | undefined, byHand: boolean): TemplateResult =>
  html`<details class="written" ?open=${byHand}>
    <summary>See what is copied</summary>
    <textarea
      id="snippet"
      readonly
      rows="8"
      spellcheck="false"
      aria-label="What is copied"
      .value=${live(snippet?.text ?? '')}
    ></textarea>
  </details>`;

/** The pictures to be saved, called as the snippet calls them. */
function saved(pictures: Readonly<Record<'light' | 'dark', string>>, text: string): TemplateResult {
  const names = [...text.matchAll(/"[^"]*?([^"/]+\.svg)"/g)].map(([, name = '']) => name);
  return html`<p class="row">
    ${(['light', 'dark'] as const).map((shade) => {
      const name = names.find((each) => each.includes(shade)) ?? `${shade}.svg`;
      const href = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(pictures[shade])}`;
      return html`<a class="quiet save" href=${href} download=${name}>Save the ${shade} picture</a>`;
    })}
  </p>`;
}
