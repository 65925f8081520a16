import type { ReactiveController, ReactiveElement } from 'lit';
import { hasContent } from './content.js';

/**
 * Holds the room of what stood in a tag before there was code, so that the page below stays where it is when the widget
 * takes its place. It lets go where nobody sees it: once the widget reaches beyond the window, or gets another width.
 */
export class RoomController implements ReactiveController {
  #room: string | undefined;
  /** What the page's author stated. */
  #stated = '';
  #width: number | undefined;
  #sizes: ResizeObserver | undefined;

  constructor(
    private readonly host: ReactiveElement,
    private readonly isDrawn: () => boolean,
  ) {
    host.addController(this);
    // While a tag is being made what was in it is still laid out as it was.
    if (host.isConnected && hasContent(host)) this.#room = getComputedStyle(host).blockSize;
  }

  hostConnected() {
    if (!this.#room?.endsWith('px')) return;
    const { host } = this;
    this.#stated = host.style.minBlockSize;
    host.style.minBlockSize = this.#room;
    this.#sizes = new ResizeObserver(() => {
      const width = host.offsetWidth;
      if (width !== (this.#width ??= width)) this.#letGo();
    });
    this.#sizes.observe(host);
  }

  hostDisconnected() {
    this.#letGo();
  }

  hostUpdated() {
    // What is drawn late is guessed at in the first frame.
    if (this.#sizes && this.isDrawn()) requestAnimationFrame(() => requestAnimationFrame(() => this.#look()));
  }

  #look(): void {
    if (this.#sizes && this.#isBeyond()) this.#letGo();
  }

  #isBeyond(): boolean {
    const base = this.isDrawn() && this.host.renderRoot.querySelector('[part~=base]');
    return Boolean(base) && (base as Element).getBoundingClientRect().bottom > innerHeight;
  }

  #letGo(): void {
    if (this.#sizes) this.host.style.minBlockSize = this.#stated;
    this.#sizes?.disconnect();
    this.#sizes = this.#room = undefined;
  }
}
