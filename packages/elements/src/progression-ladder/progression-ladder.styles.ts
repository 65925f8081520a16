import { css } from 'lit';

export const progressionLadderStyles = css`
  [part='base'] {
    --_solid: 0.2em solid var(--_thread-color);
    --_dashed: var(--_thread) dashed var(--_thread-color);
  }
  .stale {
    --_solid: var(--_thread) dashed var(--_thread-color);
  }
  .several {
    margin-block-end: var(--_apart);
  }
  .steps,
  .lead {
    max-inline-size: var(--_measure);
  }
  .lead {
    margin-block-end: var(--_apart);
  }
  .act {
    font-size: var(--_first);
    line-height: 1.2;
    text-wrap: balance;
  }
  .can::first-letter {
    text-transform: capitalize;
  }

  /* A place on the thread: its eye is where the knot or the stone is, its room the space they take. */
  .stop {
    --_out: var(--_solid);
    --_gap: var(--_apart);
    --_eye: calc(var(--_gap) + 0.75em);
    --_room: 0.45em;
    padding-block-start: var(--_gap);
    padding-inline-start: 3.4em;
    position: relative;
  }
  .stop::before,
  .stop::after,
  .knot,
  .me,
  .me::before {
    content: '';
    inset-block: 0 auto;
    inset-inline-start: 1.1em;
    position: absolute;
  }
  .stop::before {
    block-size: calc(var(--_eye) - var(--_room));
    border-inline-start: var(--_solid);
  }
  .stop::after {
    border-inline-start: var(--_out);
    inset-block: calc(var(--_eye) + var(--_room)) 0;
  }
  .stop.ahead {
    --_out: var(--_dashed);
  }
  /* What is dashed is drawn in one go to the next knot: two pieces would not meet in step. */
  .ahead::before {
    display: none;
  }
  .ahead::after,
  .you::after,
  .past::after {
    inset-block-end: calc(var(--_apart) * -1 - 0.3em);
    margin-inline-start: calc(0.1em - var(--_thread) / 2);
  }
  .knot {
    background: var(--_thread-color);
    block-size: 0.9em;
    border: 0.45em solid var(--_thread-color);
    border-radius: 50%;
    inline-size: 0.9em;
    inset-block-start: calc(var(--_eye) - 0.45em);
    inset-inline-start: 0.75em;
  }
  .ahead .knot {
    background: none;
    border: var(--_thread) solid var(--_thread-color);
  }
  .stop > .knot + .aside {
    line-height: 1.7;
  }
  .stop > p + p,
  .acts + .aside {
    margin-block-start: var(--_inside);
  }
  .steps > li:first-child > .stop:first-child {
    --_gap: 0em;
  }
  .steps > li:first-child > .stop:first-child::before,
  .steps > li:last-child > .stop:last-child::after,
  .steps > li:last-child li:last-child > .stop::after {
    display: none;
  }

  /* You, on the thread between what you can and what comes next. */
  .stop:is(.you, .past) {
    --_out: var(--_dashed);
    --_room: 1.2em;
  }
  .stop.you {
    --_gap: calc(var(--_space) * 1.4);
    --_eye: calc(var(--_gap) + 0.96em);
    min-block-size: calc(var(--_eye) + 1.2em);
  }
  .steps > li:first-child > .stop:is(.you, .past):first-child {
    --_gap: 0.45em;
  }
  .me {
    inset-block-start: calc(var(--_eye) - 1.2em);
    inset-inline-start: 0;
  }
  .me .pebble {
    block-size: 2.4em;
    inline-size: 2.4em;
    outline: var(--_thread) solid var(--_thread-color);
  }
  .pause {
    font-size: var(--_letter);
  }

  /* Resting: the stone lies beside the thread, tied to it. */
  .stop.resting {
    --_eye: calc(var(--_gap) + 0.66em);
    --_room: 0em;
    --_tie: 1.1em;
    padding-inline-start: calc(4.25em + var(--_tie));
  }
  .resting .me {
    inset-inline-start: calc(1.2em + var(--_tie));
  }
  @container kith (inline-size < 20em) {
    .beside:has(> .pile) {
      flex-wrap: wrap;
    }
  }
  .resting .me::before {
    border-block-start: var(--_dashed);
    inline-size: var(--_tie);
    inset-block-start: 1.2em;
    inset-inline: auto 100%;
  }
  @container kith (inline-size < 24em) {
    .stop.resting {
      --_tie: 0.5em;
    }
  }

  .cheers {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: var(--_inside) var(--_apart);
    margin-block-start: var(--_inside);
  }
  .pile .pebble {
    rotate: -4deg;
    transform-origin: bottom;
  }
  [dir='rtl'] .pile .pebble {
    rotate: 4deg;
  }

  summary.stop {
    --_room: 0em;
  }
  summary.ahead {
    --_room: -0.45em;
  }
  details:not([open]) > .ahead::after {
    inset-block-end: 0;
  }

  /* The whiteboard: the only hairlines there are. */
  .board {
    font-variant-numeric: tabular-nums;
    margin-block-start: var(--_things);
    max-inline-size: 28em;
  }
  .board li {
    align-items: baseline;
    display: flex;
    gap: 1.5em;
    justify-content: space-between;
    padding-block: 0.5em;
  }
  .board li + li,
  .earlier .board {
    border-block-start: 1px solid color-mix(in srgb, currentColor 25%, transparent);
  }
  .board p:last-child {
    flex: none;
  }
  .board .deed {
    font-weight: 600;
  }
  .earlier .board {
    margin: 0;
  }
  .earlier > summary {
    padding-block: 0.5em;
  }

  :host([layout='list' i]) .stop {
    padding-inline-start: 1.6em;
  }
  :host([layout='list' i]) .stop.you {
    --_gap: var(--_between);
    min-block-size: 0;
  }
  :host([layout='list' i]) .you :is(.me, .knot),
  :host([layout='list' i]) .stop::before,
  :host([layout='list' i]) .stop::after {
    display: none;
  }
  :host([layout='list' i]) .knot {
    inset-inline-start: 0;
  }
  :host([layout='list' i]) [aria-current] .knot {
    outline: var(--_thread) solid var(--_thread-color);
    outline-offset: 0.13em;
  }

  /* Where it unfolds, the thread goes on in its own color. */
  @media (forced-colors: active) {
    .stop::before,
    .stop::after {
      border-color: CanvasText;
    }
  }
`;
