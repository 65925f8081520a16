import type { Change } from '@kith/core';
import { merged } from './since.js';

/** Milliseconds after which something is said though nothing happened, so that a lost line is noticed. */
const BEAT = 15_000;

/** What is said to one listener. */
export interface Line {
  /** Says that something changed, as soon as they took what was said before. */
  push(change: Change): void;
  /** As server-sent events, beginning with the revision it is at. */
  open(revision: number): ReadableStream<Uint8Array>;
  end(): void;
}

export interface LineOptions {
  community: string;
  /** Milliseconds for one thing to be taken, before it is cut: who comes back is told what they missed. */
  patience: number;
  /** Called once, when it is over. */
  left: () => void;
  /** Called where it is over since they took nothing for too long. */
  cut: () => void;
}

/** A line to one listener: what waits for them is one change, however slow they are. */
export function createLine({ community, patience, left, cut }: LineOptions): Line {
  let says: ReadableStreamDefaultController<Uint8Array> | undefined;
  let waiting: Change | undefined;
  let isWanted = false;
  let isOver = false;
  let timer: NodeJS.Timeout | undefined;

  function after(milliseconds: number, act: () => void): void {
    clearTimeout(timer);
    timer = setTimeout(act, milliseconds);
  }

  function say(bytes: Uint8Array): void {
    isWanted = false;
    beTaken();
    says?.enqueue(bytes);
  }

  /** Waits until they took what was said, for a while. */
  function beTaken(): void {
    after(patience, () => {
      end();
      cut();
    });
  }

  function tell(change: Change): void {
    waiting = undefined;
    say(bytesOf(change));
  }

  /** They took what there was. */
  function goOn(): void {
    if (waiting) return tell(waiting);
    isWanted = true;
    after(BEAT, () => say(beat));
  }

  function leave(): void {
    if (isOver) return;
    isOver = true;
    clearTimeout(timer);
    left();
  }

  function end(): void {
    if (!isOver) says?.close();
    leave();
  }

  return {
    push(change) {
      if (isOver) return;
      const { touched } = waiting ?? {};
      waiting = touched ? { ...change, touched: merged(community, [...touched, ...change.touched]) } : change;
      if (isWanted) tell(waiting);
    },
    open(revision) {
      return new ReadableStream<Uint8Array>(
        {
          start(controller) {
            says = controller;
            controller.enqueue(encoder.encode(`event: here\ndata: ${revision}\nid: ${revision}\n\n`));
            if (isOver) controller.close();
            else beTaken();
          },
          pull: goOn,
          cancel: leave,
        },
        // Nothing is made ready before somebody wants it.
        { highWaterMark: 0 },
      );
    },
    end,
  };
}

const encoder = new TextEncoder();
const beat = encoder.encode(': still here\n\n');
/** Many are told of one change. */
const said = new WeakMap<Change, Uint8Array>();

function bytesOf(change: Change): Uint8Array {
  const known = said.get(change);
  if (known) return known;
  const fresh = encoder.encode(`data: ${JSON.stringify(change)}\nid: ${change.revision}\n\n`);
  said.set(change, fresh);
  return fresh;
}
