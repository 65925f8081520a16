import { english, languageFor, languageNow, type Language } from '@kith/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { parentOf } from './page.js';

/** The words a widget speaks: its `locale`'s, else the nearest `lang`'s; English and not drawn before those are here. */
export class LanguageController implements ReactiveController {
  value: Language = english;
  isHere = false;
  #locale: string | undefined;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement & { locale: string | undefined }) {
    host.addController(this);
  }

  hostUpdate() {
    const locale = this.host.locale ?? langOf(this.host) ?? 'en';
    if (locale === this.#locale) return;
    this.#locale = locale;
    const language = languageNow(locale);
    this.isHere = language !== undefined;
    if (language) this.value = language;
    else void this.#load(locale);
  }

  async #load(locale: string) {
    const language = await languageFor(locale);
    if (locale !== this.#locale) return;
    this.value = language;
    this.isHere = true;
    this.host.requestUpdate();
  }
}

function langOf(node: Node): string | undefined {
  for (let above: Node | null = node; above; above = parentOf(above)) {
    if (above instanceof Element && above.hasAttribute('lang')) return above.getAttribute('lang') || undefined;
  }
  return undefined;
}
