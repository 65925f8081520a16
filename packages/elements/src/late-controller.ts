import type { CSSResult, ReactiveControllerHost } from 'lit';

/**
 * Code a widget needs for what somebody does in it: loaded by the first use, and never by a page whose readers do
 * nothing. Its `styles`, where it exports a sheet of that name, come and are worn with it.
 */
export class LateController<
  A extends object,
  H extends ReactiveControllerHost & HTMLElement = ReactiveControllerHost & HTMLElement,
> {
  /** The code was asked for, and did not arrive. */
  isMissing = false;
  /** Makes the press again whose code did not arrive. */
  again: (() => void) | undefined;
  #here: A | undefined;
  #loading: Promise<A | undefined> | undefined;

  constructor(
    protected readonly host: H,
    private readonly load: () => Promise<A>,
  ) {}

  /** The code, if it is here. */
  get here(): A | undefined {
    return this.#here;
  }

  /** The code, as soon as it is here; undefined where it did not arrive. */
  get(): Promise<A | undefined> {
    this.#loading ??= this.load()
      .then(
        (acts) => {
          this.#wear(acts);
          return (this.#here = acts);
        },
        () => (this.#loading = undefined),
      )
      .finally(() => {
        this.isMissing = !this.#here;
        this.host.requestUpdate();
      });
    return this.#loading;
  }

  /** Does something with the code: now, or as soon as it is here. */
  do(act: (acts: A) => void): void {
    this.again = undefined;
    if (this.#here) act(this.#here);
    else
      void this.get().then((acts) => {
        if (acts) act(acts);
        else this.again = () => this.do(act);
        this.host.requestUpdate();
      });
  }

  #wear(acts: { readonly styles?: CSSResult }): void {
    const sheet = acts.styles?.styleSheet;
    if (sheet) this.host.shadowRoot?.adoptedStyleSheets.push(sheet);
  }
}
