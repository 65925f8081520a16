import type { ReactiveController, ReactiveElement } from 'lit';
import { isLight, readLook, wearLook } from './look.js';
import { page } from './page.js';

interface Host extends ReactiveElement {
  theme: 'auto' | 'light' | 'dark';
  hold: boolean;
}

/** Dresses a widget in the page's look, and again whenever the page changes its own; never under `hold`. */
export class LookController implements ReactiveController {
  /** Whether the ground it stands on is dark. */
  isDark = false;
  #leavePage: (() => void) | undefined;
  #worn: string | undefined;

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  hostConnected() {
    wearLook(this.host.renderRoot as ShadowRoot);
    this.#leavePage = page().watch(() => this.#wearAnew());
    this.#wearAnew();
  }

  hostDisconnected() {
    this.#leavePage?.();
  }

  hostUpdate() {
    const { host } = this;
    if (host.hold || !host.isConnected || this.#worn === host.theme) return;
    this.#worn = host.theme;
    if (!page().lookIsRead) readLook(host);
    this.isDark = host.theme === 'auto' ? isLight(getComputedStyle(host).color) : host.theme === 'dark';
  }

  #wearAnew() {
    this.#worn = undefined;
    this.host.requestUpdate();
  }
}
