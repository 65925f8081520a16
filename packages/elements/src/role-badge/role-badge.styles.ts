import { css } from 'lit';

export const roleBadgeStyles = css`
  .chips,
  .glyphs {
    align-items: start;
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .chips > *,
  .said {
    max-inline-size: var(--_measure);
    min-inline-size: 0;
  }
  .said {
    display: grid;
    gap: calc(var(--_space) * 0.25);
    text-wrap: pretty;
  }
  .dyed {
    --_line: color-mix(in oklab, var(--_dye) 70%, transparent);
    --_fill: color-mix(in oklab, var(--_dye) 11%, transparent);
  }
  .card > .said {
    align-self: center;
  }
  .said .heading {
    font-size: var(--_first);
    line-height: 1.2;
    text-wrap: balance;
  }

  /* The outline is the thread: dashed is hoped, solid was seen by others, filled was shown. */
  .chip {
    align-items: center;
    display: inline-flex;
    font-weight: 600;
    gap: 0.4em;
    inline-size: fit-content;
    max-inline-size: 100%;
    min-block-size: 24px;
  }
  .chip:is(.dashed, .solid, .filled) {
    border: calc(var(--_thread) * 0.75) solid var(--_line);
    border-radius: 0.55em;
    padding: 0.15em 0.65em 0.15em 0.5em;
  }
  .chip.dashed {
    border-style: dashed;
  }
  .chip.filled {
    background: var(--_fill);
  }
  .open.chip {
    margin-block-start: var(--_between);
  }
  .chips details[open],
  .chips li:has(> details[open]) {
    flex-basis: 100%;
  }
  .chip + .said {
    margin-block-start: var(--_inside);
  }
  ul.chips:has(.itself) {
    display: grid;
    gap: calc(var(--_space) * 1.8);
  }
  .itself .acts {
    margin-block-start: var(--_inside);
  }

  .cards {
    display: grid;
    gap: var(--_things);
  }
  .card {
    display: grid;
    gap: var(--_between) calc(var(--_space) * 1.6);
    grid-template-columns: auto 1fr;
  }
  .medallion,
  .beads {
    display: grid;
    place-items: center;
  }
  .ringed {
    block-size: 8.25em;
    inline-size: 8.25em;
  }
  .medallion > *,
  .beads > * {
    grid-area: 1 / 1;
  }
  .rings {
    block-size: 100%;
    inline-size: 100%;
  }
  .medallion > .glyph {
    block-size: 2.89em;
    inline-size: 2.89em;
  }
  .rings circle {
    fill: none;
    stroke: var(--_line);
    stroke-width: var(--_thread);
  }
  circle.hoped {
    stroke-dasharray: 2 1.6;
    stroke-width: calc(var(--_thread) * 0.75);
  }
  circle.shown {
    fill: var(--_fill);
  }
  circle.double {
    display: none;
  }

  /* Those who have seen it, like beads on the solid ring: clockwise from ten o'clock, a gap of 3 between stones of 19. */
  .beads > * {
    --_at: calc(-150deg + 28.955deg * var(--_turn, 0));
    display: flex;
    translate: calc(cos(var(--_at)) * 3.025em) calc(sin(var(--_at)) * 3.025em);
  }
  .beads .pebble {
    font-size: 0.6875em;
  }
  .beads .pebble span {
    font-size: 0.85em;
  }
  .beads > :nth-child(2) {
    --_turn: 1;
  }
  .beads > :nth-child(3) {
    --_turn: 2;
  }
  .beads > :nth-child(4) {
    --_turn: 3;
  }
  .beads > :nth-child(5) {
    --_turn: 4;
  }
  .beads > :nth-child(6) {
    --_turn: 5;
  }

  .suggest {
    margin-block-start: var(--_apart);
  }

  /* A glyph stands in a line of text, and is as wide as it is. */
  :host([layout='glyph' i]) {
    contain-intrinsic-inline-size: none;
    container-type: normal;
    display: inline-block;
  }
  :host([layout='glyph' i]:state(ready)) {
    vertical-align: -0.25em;
  }
  [role='img'] {
    display: flex;
  }

  @container kith (inline-size < 24em) {
    .card {
      grid-template-columns: 1fr;
    }
    .medallion {
      justify-self: start;
    }
  }
  @media print {
    .suggest {
      display: none;
    }
  }
  @media print, (forced-colors: active) {
    .chip.filled {
      border: 0.19em double var(--_line);
    }
    circle.double {
      display: inline;
    }
  }
`;
