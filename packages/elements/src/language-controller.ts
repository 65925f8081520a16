import type { Language, Speech } from '@kith/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { parentOf } from './page.js';

interface Host extends ReactiveControllerHost, HTMLElement {
  locale: string | undefined;
  hold: boolean;
}

/** The language a widget speaks: its `locale`'s, else the nearest `lang`'s. Until its words are here it goes on in the language before; the first is waited for. */
export class LanguageController<W> implements ReactiveController {
  isHere = false;
  #value: Language<W> | undefined;
  #locale: string | undefined;

  constructor(
    private readonly host: Host,
    private readonly speech: () => Speech<W>,
  ) {
    host.addController(this);
  }

  get value(): Language<W> {
    return this.#value ?? this.speech().english;
  }

  hostUpdate() {
    const locale = this.host.locale ?? langOf(this.host) ?? 'en';
    if (locale === this.#locale) return;
    const language = this.speech().now(locale);
    if (!language && this.host.hold) return;
    this.#locale = locale;
    if (language) this.#speak(language);
    else void this.#load(locale);
  }

  #speak(language: Language<W>) {
    this.#value = language;
    this.isHere = true;
  }

  async #load(locale: string) {
    const language = await this.speech().load(locale);
    if (locale !== this.#locale) return;
    this.#speak(language);
    this.host.requestUpdate();
  }
}

function langOf(node: Node): string | undefined {
  for (let above: Node | null = node; above; above = parentOf(above)) {
    if (above instanceof Element && above.hasAttribute('lang')) return above.getAttribute('lang') || undefined;
  }
  return undefined;
}
