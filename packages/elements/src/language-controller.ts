import { english, languageFor, languageNow, type Language } from '@kith/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { parentOf } from './page.js';

/** The words a widget speaks: its `locale`'s, else the nearest `lang`'s. Until those are here it goes on in the language before; the first is waited for. */
export class LanguageController implements ReactiveController {
  value: Language = english;
  isHere = false;
  #locale: string | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement & { locale: string | undefined; hold: boolean },
  ) {
    host.addController(this);
  }

  hostUpdate() {
    const locale = this.host.locale ?? langOf(this.host) ?? 'en';
    if (locale === this.#locale) return;
    const language = languageNow(locale);
    if (!language && this.host.hold) return;
    this.#locale = locale;
    if (language) this.#speak(language);
    else void this.#load(locale);
  }

  #speak(language: Language) {
    this.value = language;
    this.isHere = true;
  }

  async #load(locale: string) {
    const language = await languageFor(locale);
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
