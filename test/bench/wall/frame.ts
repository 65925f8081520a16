/** What a page of this bench offers to whoever drives it. Times are milliseconds. */
export interface Bench {
  /** Puts the wall into the page. `first`: until a frame with letters is painted; `all`: until one with every letter is. */
  mount(): Promise<{ first: number; all: number }>;
  /** One cheer more for one letter, from when the page hears of it until a frame with it is painted. */
  cheer(): Promise<number>;
  /** What each letter says, to see that both pages say the same. */
  said(): string[];
  /** Elements in the letters. */
  size(): number;
}

const channel = new MessageChannel();

/** Calls back when the frame that is being made has been painted. */
function afterPaint(then: () => void): void {
  channel.port1.onmessage = then;
  channel.port2.postMessage(null);
}

/**
 * Begins something at the start of a frame, and resolves with the times from there until a frame has been painted in
 * which each goal is reached. Beginning inside a frame leaves out the wait for the next one. What `begin` returns
 * counts as the beginning instead of its call.
 */
export function timed(begin: () => number | void, ...goals: (() => boolean)[]): Promise<number[]> {
  return new Promise((resolve) => {
    const reached: number[] = [];
    requestAnimationFrame(() => {
      const called = performance.now();
      const began = begin() ?? called;
      const look = () => {
        const now = performance.now() - began;
        while (reached.length < goals.length && goals[reached.length]?.()) reached.push(now);
        if (reached.length === goals.length) resolve(reached);
        else requestAnimationFrame(() => afterPaint(look));
      };
      afterPaint(look);
    });
  });
}

export const wanted = (name: string, otherwise: string): string =>
  new URLSearchParams(location.search).get(name) ?? otherwise;
