import {
  bioLine,
  drawBadge,
  hCard,
  isKnownFor,
  speech,
  takeAlong,
  toOpenBadge,
  type Along,
  type Answer,
  type Language,
  type Loaded,
  type Words,
} from '@kith/core';
import { newKey } from '@kith/core/rules';
import { along, badge } from '@kith/core/strings/en';
import { html, nothing, type TemplateResult } from 'lit';
import { AtomController } from '../atom-controller.js';
import { draw } from '../parts.js';
import type { Badge, RoleReading } from './reading.js';

const spoken = speech({ along, badge });

type Spoken = Language<Words<'along' | 'badge'>>;

/** What can be copied, by what it is. */
type Copied = 'line' | 'html';

/** One's own roles, to be taken to places that know nothing of the community. */
export class TakenAlong {
  readonly #community: AtomController<Loaded<Answer<{ kind: 'community' }>>>;
  /** Since when it lies open: that is the moment a badge tells of. */
  #at: Date | undefined;
  /** A badge's own id, which stays the same as long as it lies open. */
  readonly #ids = new Map<string, string>();
  /** What was copied last, or only selected. */
  #told: { what: Copied; isCopied: boolean } | undefined;

  constructor(
    private readonly badge: Badge,
    private readonly reading: RoleReading,
  ) {
    this.#community = new AtomController(badge, () =>
      this.#at ? badge.store?.ask({ kind: 'community' }).$answer : undefined,
    );
  }

  /** It is unfolded. */
  open(): void {
    this.#at ??= this.badge.store?.now();
    this.badge.requestUpdate();
  }

  render({ format }: Language<unknown>): TemplateResult | typeof nothing {
    const language: Spoken = spoken.now(format.locale) ?? spoken.english;
    const { member, roles, id, reader } = this.reading;
    const community = this.#community.value?.value?.community;
    if (!member || !community || !this.#at) return nothing;
    const { words } = language;
    const all = takeAlong(member, community, roles, language, { isAsked: reader?.isAsked ?? false });
    const taken = id ? { ...all, said: all.said.filter((one) => one.id === id) } : all;
    const line = bioLine(taken, language);
    const picture = `data:image/svg+xml;charset=utf-8,${encoded(drawBadge(taken, language))}`;
    return html`<div class="along">
      ${line ? this.#renderField('line', words.aLine, line, words) : nothing}
      ${this.#renderField('html', words.asHtml, hCard(taken, language), words)}
      <div>
        <p id="along/picture">${words.asPicture}</p>
        <p class="acts">
          <a
            id="along/svg"
            part="download"
            class="quiet"
            aria-labelledby="along/svg along/picture"
            href=${picture}
            download="${member.id}.svg"
            >${words.download}</a
          >
        </p>
      </div>
      <div>
        <p>${words.asBadge}</p>
        ${this.#renderBadges(taken, member.id, this.#at, language)}
      </div>
      <p class="aside">${words.namesNobody}</p>
    </div>`;
  }

  #renderField(what: Copied, label: string, text: string, words: Spoken['words']): TemplateResult {
    const told = this.#told?.what === what ? (this.#told.isCopied ? words.copied : words.selected) : nothing;
    return html`<div>
      <label id="along/${what}" for="along/${what}/text">${label}</label>
      <textarea id="along/${what}/text" readonly rows=${what === 'line' ? 2 : 4} dir="auto" .value=${text}></textarea>
      <p class="acts">
        <button
          id="along/${what}/copy"
          part="copy"
          class="quiet"
          aria-labelledby="along/${what}/copy along/${what}"
          @click=${() => this.#copy(what, text, words)}
        >
          ${words.copy}
        </button>
        <span class="aside">${told}</span>
      </p>
    </div>`;
  }

  #renderBadges(taken: Along, member: string, at: Date, language: Spoken): TemplateResult {
    const { words } = language;
    const known = taken.said.filter(isKnownFor);
    if (!known.length) return html`<p class="aside">${words.notSeenYet}</p>`;
    if (taken.site === undefined) return html`<p class="aside">${words.noSite}</p>`;
    return html`<p class="acts">
        ${known.map(({ id, name }) => {
          const credential = toOpenBadge(taken, id, language, { id: this.#idOf(id), at });
          const href = `data:application/json;charset=utf-8,${encoded(JSON.stringify(credential, undefined, 2))}`;
          return html`<a part="download" class="quiet" href=${href} download="${member}-${id}.json"
            >${words.downloadOf(name)}</a
          >`;
        })}
      </p>
      <p class="aside">${draw(words.nobodySigned({ name: taken.where }))}</p>`;
  }

  #idOf(role: string): string {
    const id = this.#ids.get(role) ?? newKey();
    this.#ids.set(role, id);
    return id;
  }

  /** Where a page may not write to the clipboard, it lies selected for whoever copies it by hand. */
  async #copy(what: Copied, text: string, words: Spoken['words']): Promise<void> {
    const isCopied = await write(text);
    if (!isCopied) {
      const field = this.badge.shadowRoot?.getElementById(`along/${what}/text`);
      if (field instanceof HTMLTextAreaElement) {
        field.focus();
        field.select();
      }
    }
    this.#told = { what, isCopied };
    this.badge.requestUpdate();
    const acts = await import('../acts/index.js').catch(() => undefined);
    acts?.announce(isCopied ? words.copied : words.selected);
  }
}

async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Half a character, of which there may be one in what anybody wrote, has no place in an address. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));
}
