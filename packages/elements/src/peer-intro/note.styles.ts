import { css } from 'lit';

/** What a note looks like. */
export const noteStyles = css`
  .note:focus-visible {
    outline: 2px solid var(--_thread-color);
    outline-offset: 0.3em;
  }
  .note + .note {
    margin-block-start: var(--_things);
  }
  .words {
    margin-block-start: var(--_between);
    max-inline-size: var(--_measure);
    text-align: -webkit-match-parent;
    text-align: match-parent;
    text-wrap: pretty;
  }

  .signature {
    margin-block-start: var(--_inside);
  }

  /* Two stones on a thread; when both said yes they touch, and the thread runs on. */
  .pair {
    align-items: center;
    display: flex;
  }
  :is(.pair, .trio) .pebble {
    block-size: 2.4em;
    inline-size: 2.4em;
  }
  :is(.pair, .trio) .pebble span {
    font-size: var(--_aside);
  }
  .pair .thread {
    flex: none;
    inline-size: 3.4em;
  }
  .pair .thread:last-child,
  .met .thread {
    inline-size: 0;
  }
  .met .thread:last-child {
    inline-size: 3.4em;
  }

  /* A third between them: the threads to each are there, the one between the two is hoped for. */
  .trio {
    block-size: 5.8em;
    inline-size: 8.2em;
    position: relative;
  }
  .trio .pebble {
    inset-block-end: 0;
    inset-inline-start: 0;
    position: absolute;
  }
  .trio .pebble:nth-of-type(2) {
    inset-inline: auto 0;
  }
  .trio .pebble:nth-of-type(3) {
    inset-block: 0 auto;
    inset-inline-start: 2.9em;
  }
  .trio svg {
    display: block;
    fill: none;
    stroke: var(--_thread-color);
    stroke-width: var(--_thread);
  }
  .trio path {
    vector-effect: non-scaling-stroke;
  }
  .trio:not(.met) .between {
    stroke-dasharray: 0.25em 0.2em;
  }

  /* The day: two lines over 24 hours, one band where both are up. */
  .hours {
    margin-block-start: var(--_apart);
    max-inline-size: var(--_measure);
  }
  .day {
    column-gap: 0.7em;
    display: grid;
    font-size: var(--_aside);
    grid-template: max-content 1fr / fit-content(8em) minmax(8em, 1fr);
    line-height: 1.5;
  }
  .track {
    grid-area: 1 / 2 / 3 / 3;
  }
  /* As high as two lines, so that each thread runs beside its name. */
  .day svg {
    block-size: 3em;
    display: block;
    inline-size: 100%;
  }
  [dir='rtl'] .day svg {
    transform: scaleX(-1);
  }
  .day path {
    fill: none;
    stroke: currentColor;
    vector-effect: non-scaling-stroke;
  }
  .day .up {
    stroke-width: var(--_thread);
  }
  .day .axes {
    opacity: 0.25;
    stroke-width: 1px;
  }
  .day .band {
    fill: var(--_thread-color);
    stroke: var(--_thread-color);
    stroke-width: var(--_thread);
  }
  .clock {
    display: grid;
    font-variant-numeric: tabular-nums;
    grid-template-columns: repeat(8, 1fr);
    line-height: 1.2;
    text-align: center;
  }
  .clock span {
    grid-column: span 2;
  }
  .clock span:first-child {
    grid-column: 2 / span 2;
  }
  .hours p {
    margin-block-start: var(--_inside);
  }

  .about {
    margin-block-start: var(--_apart);
    max-inline-size: var(--_measure);
  }
  .about b + span {
    display: block;
  }

  @media (forced-colors: active) {
    .day .band,
    .trio svg {
      stroke: CanvasText;
    }
    .day .band {
      fill: CanvasText;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .pair .thread {
      transition: inline-size var(--_quick) var(--_ease);
    }
  }
`;
