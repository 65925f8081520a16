import {
  asProviderError,
  countGraphemes,
  sayRound,
  speech,
  type GroupSaid,
  type Phrase,
  type ProviderError,
  type Round,
  type RoundSaid,
  type Store,
  type Words,
} from '@kith/core';
import { round as roundWords } from '@kith/core/strings/en';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ref } from 'lit/directives/ref.js';
import { actWords, announce, asking, Drafts, inLanguage, takeFocus } from '../acts/index.js';
import type { Say } from '../emit.js';
import { draw, heading } from '../parts.js';
import { retryLine } from '../status.js';
import type { Around } from './around.js';
import { drawPeople } from './people.js';

const spoken = speech({ round: roundWords });

const MOST = 1000;

/** What a host writes to all, and whom they leave out. */
interface Draft {
  text: string;
  out: ReadonlySet<string>;
}

/** A round of introductions for everybody, which a host looks at before anybody is asked. */
export class RoundDesk {
  readonly #drafts: Drafts<Draft>;
  #round: Round | undefined;
  #error: ProviderError | undefined;
  #asking: AbortController | undefined;
  #told: Phrase | undefined;

  constructor(
    private readonly widget: ReactiveControllerHost & HTMLElement,
    private readonly around: () => Around,
    private readonly say: Say,
  ) {
    this.#drafts = new Drafts(widget);
  }

  get isOpen(): boolean {
    return this.#drafts.open !== undefined;
  }

  /** Unfolds it, with what was written before; or folds it. */
  toggle(): void {
    if (this.isOpen) return this.#drafts.leave();
    this.#told = undefined;
    this.#drafts.begin('round', { text: '', out: new Set() });
    void this.#ask();
  }

  /** Asks who would meet whom now: since it was looked at last, somebody may have met. */
  async #ask(): Promise<void> {
    const { store } = this.around();
    this.#asking?.abort();
    const { signal } = (this.#asking = new AbortController());
    [this.#round, this.#error] = [undefined, undefined];
    try {
      const round = await store?.provider.round?.(store.viewer, signal);
      if (!signal.aborted) this.#round = round;
    } catch (error) {
      if (!signal.aborted) this.#error = asProviderError(error, 'invalid');
    }
    this.widget.requestUpdate();
  }

  draw(): unknown {
    const draft = this.#drafts.open;
    const { language, store } = this.around();
    if (!store) return nothing;
    if (!draft) return this.#told ? html`<p part="status told" class="told aside">${draw(this.#told)}</p>` : nothing;
    const { format } = language;
    const words = inLanguage(spoken, language);
    if (!store.provider.round)
      return html`<p class="aside">${words.madeElsewhere} <code dir="ltr">${commandOf(store)}</code></p>`;
    if (this.#error) return retryLine(language.words.failed, language.words, () => void this.#ask());
    if (!this.#round) return html`<p part="status" class="aside">${language.words.loading}</p>`;
    const said = sayRound(this.#round, { ...language, words, format });
    return said.groups.length
      ? this.#drawForm(said, draft, words)
      : html`<p class="aside">${words.nobodyToIntroduce}</p>
          ${drawLeft(said)}`;
  }

  #drawForm(said: RoundSaid, { text, out }: Draft, words: Words<'round'>): TemplateResult {
    const { language } = this.around();
    const over = countGraphemes(text) - MOST;
    const pairs = said.groups.filter(({ key }) => !out.has(key)).flatMap((group) => group.pairs);
    const onInput = ({ currentTarget }: Event) =>
      this.#drafts.change({ text: (currentTarget as HTMLTextAreaElement).value });
    const fields = html`<label
        >${words.whyAllMeet}<textarea
          ${ref(takeFocus)}
          rows="2"
          dir="auto"
          required
          .value=${live(text)}
          @input=${onInput}
        ></textarea>
      </label>
      ${over > 0 ? html`<p class="aside">${actWords(language).tooLong(over)}</p>` : nothing}
      <ul class="round">
        ${said.groups.map((group) => this.#drawGroup(group, out, words))}
      </ul>
      ${drawLeft(said)}`;
    return asking(
      {
        fields,
        submit: words.pairsToAsk(pairs.length),
        isWhole: () => pairs.length > 0 && text.trim() !== '' && over <= 0,
        draft: this.#drafts,
        say: () => {
          const asked = pairs.filter(([{ id: a }, { id: b }]) =>
            // What is told of all of them need not be told of each.
            this.say('kith-introduce', { people: [a, b], text: text.trim() }, { sent: () => '' }),
          );
          if (!asked.length) return false;
          const told = words.pairsAsked(asked.length);
          this.#told = [told];
          announce(told);
          return true;
        },
      },
      actWords(language),
    );
  }

  #drawGroup({ key, people, names, reasons }: GroupSaid, out: ReadonlySet<string>, words: Words<'round'>) {
    const { headingLevel, pictures } = this.around();
    const isOut = out.has(key);
    const onLeave = () =>
      this.#drafts.change({ out: new Set(isOut ? [...out].filter((one) => one !== key) : [...out, key]) });
    return html`<li class=${isOut ? 'out' : ''}>
      ${drawPeople(people, false, { pictures, isCurrent: true })}
      <div>
        ${heading(headingLevel, 'names', names, 'names')}
        <p>${reasons.map((reason) => [html`<span part="reason">${draw(reason)}</span>`, ' '])}</p>
        <button type="button" class="quiet" aria-pressed=${isOut} @click=${onLeave}>${words.leaveOut}</button>
      </div>
    </li>`;
  }
}

/** Nobody is left out silently. */
function drawLeft({ left }: RoundSaid): TemplateResult | typeof nothing {
  return left.length
    ? html`<ul class="left aside">
        ${left.map((one) => html`<li>${draw(one)}</li>`)}
      </ul>`
    : nothing;
}

/** Where it is a server that knows everybody, its round is made there: of the community that its address ends in. */
function commandOf({ provider, viewer = '…' }: Store): string {
  const [, id = '…'] = /([^/]+)\/$/.exec(provider.place ?? '') ?? [];
  return `npx @kith/server community introduce ${argument(decodeURIComponent(id))} --by ${argument(viewer)} --text "…"`;
}

/** As a shell reads it: an id may be anything but spaces. */
function argument(id: string): string {
  return /^[\w.…-]+$/.test(id) ? id : `'${id.replaceAll("'", String.raw`'\''`)}'`;
}
