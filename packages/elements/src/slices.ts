import type { ReactiveController, ReactiveControllerHost } from 'lit';

const CHUNKS_A_SLICE = 4;

/**
 * Mounts a long list little by little: its first chunk at once, so that the first frame does not wait for the
 * thousandth letter, and the rest in slices that let the reader's own doings go first.
 */
export class Slices implements ReactiveController {
  #mounted = 1;
  #wanted = 1;
  #isDue = false;

  constructor(private readonly host: ReactiveControllerHost & Element) {
    host.addController(this);
  }

  /** As many of the chunks as are mounted by now. */
  of<T>(chunks: readonly T[]): readonly T[] {
    this.#wanted = chunks.length;
    return chunks.slice(0, this.#mounted);
  }

  hostUpdated() {
    if (this.#isDue || this.#mounted >= this.#wanted) return;
    this.#isDue = true;
    const next = () => {
      this.#isDue = false;
      if (!this.host.isConnected) return;
      this.#mounted = Math.min(this.#mounted + CHUNKS_A_SLICE, this.#wanted);
      this.host.requestUpdate();
    };
    if (this.#mounted === 1) requestAnimationFrame(() => setTimeout(next));
    else void yieldToInput().then(next);
  }
}

interface Scheduler {
  yield?(): Promise<void>;
}

function yieldToInput(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}
