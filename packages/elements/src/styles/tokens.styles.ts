// Written by npm run tokens from tokens/kith.tokens.json; a change there is a change here.
import { css } from 'lit';

/** What every widget's styles are made from, as private properties. */
export const tokenStyles = css`
  :host {
    --_aside: 0.88em;
    --_letter: 1.14em;
    --_first: 1.6em;
    --_display: clamp(2.1em, 8.8cqi, 3.9em);
    --_measure: 34em;
    --_space: var(--kith-space, 1em);
    --_inside: calc(var(--_space) * 0.35);
    --_between: calc(var(--_space) * 0.7);
    --_apart: calc(var(--_space) * 1.1);
    --_things: calc(var(--_space) * 2.6);
    --_stone: 1.9em;
    --_pile: 0.13em;
    --_quick: 160ms;
    --_sewing: 600ms;
    --_ease: cubic-bezier(0.2, 0.7, 0.2, 1);
    --_hush: 400ms;
    --_words: 2s;
    --_ground: light-dark(#fff, #16181d);
    --_ink: light-dark(#1b1b1b, #ececec);
    --_thread: var(--kith-thread, 0.125em);
    --_underline: 0.09em;
    --_drop: 0.2em;
    --_accent: var(--kith-accent, var(--_page-accent, currentColor));
    /* Where a browser cannot hold the accent to a lightness, the thread is the page's ink. */
    --_thread-color: currentColor;
  }
  /* Lighter or darker, never more vivid: what left the gamut would be cut off, and its contrast with it. */
  @supports (color: oklch(from currentColor l c h)) {
    :host {
      --_thread-color: light-dark(
        oklch(from var(--_accent) min(l, 0.55) min(c, c * 0.55 / l) h / 1),
        oklch(from var(--_accent) max(l, 0.7) min(c, c * 0.3 / (1 - l)) h / 1)
      );
    }
  }
  .pebble {
    background: light-dark(oklch(0.92 0.045 var(--_hue)), oklch(0.33 0.045 var(--_hue)));
    color: light-dark(oklch(0.36 0.07 var(--_hue)), oklch(0.86 0.07 var(--_hue)));
  }
  .hue0 {
    --_hue: 10;
  }
  .hue1 {
    --_hue: 40;
  }
  .hue2 {
    --_hue: 70;
  }
  .hue3 {
    --_hue: 100;
  }
  .hue4 {
    --_hue: 130;
  }
  .hue5 {
    --_hue: 160;
  }
  .hue6 {
    --_hue: 190;
  }
  .hue7 {
    --_hue: 220;
  }
  .hue8 {
    --_hue: 250;
  }
  .hue9 {
    --_hue: 280;
  }
  .hue10 {
    --_hue: 310;
  }
  .hue11 {
    --_hue: 340;
  }
`;
