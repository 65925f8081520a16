import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isLight, readLook } from './look.js';
import { page } from './page.js';

interface Host extends ReactiveControllerHost, HTMLElement {
  theme: 'auto' | 'light' | 'dark';
  hold: boolean;
}

/** Dresses a widget in the page's look, and again whenever the page changes its own; never under `hold`. */
export class LookController implements ReactiveController {
  #leavePage: (() => void) | undefined;
  #worn: string | undefined;

  constructor(
    private readonly host: Host,
    private readonly setDark: (isDark: boolean) => void,
  ) {
    host.addController(this);
  }

  hostConnected() {
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
    this.setDark(host.theme === 'auto' ? isLight(getComputedStyle(host).color) : host.theme === 'dark');
  }

  #wearAnew() {
    this.#worn = undefined;
    this.host.requestUpdate();
  }
}
