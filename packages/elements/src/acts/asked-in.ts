import { AsyncDirective } from 'lit/async-directive.js';
import { directive, type ElementPart } from 'lit/directive.js';

/**
 * On what is asked: tells the base it stands in, by `data-asked`, for the styles. `:has()` would say the same, but WebKit
 * does not look again when what it looks for comes.
 */
class AskedIn extends AsyncDirective {
  #base: Element | null = null;
  #isMarked = false;

  render(): void {}

  override update({ element }: ElementPart): void {
    if (this.#isMarked) return;
    this.#isMarked = true;
    // It is drawn before it is in the page.
    queueMicrotask(() => {
      this.#base = element.closest('[part=base]');
      this.#mark();
    });
  }

  protected override disconnected(): void {
    // Others may be asked in the same place; this one is still there.
    queueMicrotask(() => this.#mark());
  }

  protected override reconnected(): void {
    queueMicrotask(() => this.#mark());
  }

  #mark(): void {
    this.#base?.toggleAttribute('data-asked', !!this.#base.querySelector('.question'));
  }
}

/** `<form class="question" ${askedIn()}>` */
export const askedIn = directive(AskedIn);
