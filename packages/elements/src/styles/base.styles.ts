import { css } from 'lit';
import { tokenStyles } from './tokens.styles.js';

/** What all widgets share: the page's type, the thread, a person's stone, quiet buttons. */
export const baseStyles = css`
  ${tokenStyles}
  :host {
    --_heading-font: var(--kith-heading-font, var(--_page-heading-font, inherit));
    --_heading-weight: var(--kith-heading-weight, var(--_page-heading-weight, bold));
    --_surface: var(--kith-surface, var(--_ground));
    /* As wide as its place; where the place asks how wide it would be (a flex row, a float, a grid), a measure of text,
       or less in a narrow page. */
    contain-intrinsic-inline-size: min(var(--_measure), 60vi);
    container: kith / inline-size;
    display: block;
    max-inline-size: 100%;
    min-inline-size: 0;
    color: var(--kith-text, inherit);
    color-scheme: light;
    font-family: var(--kith-font, inherit);
    line-height: 1.5;
    overflow-wrap: anywhere;
    text-align: start;
  }
  :host([hidden]) {
    display: none;
  }
  :host(:state(dark)) {
    color-scheme: dark;
  }
  :host([theme='light' i]),
  :host([theme='dark' i]) {
    /* The page's button may have the color of this ground. */
    --_page-button-edge: 1px solid;
    background: var(--_surface);
    color: var(--kith-text, var(--_ink));
    padding: var(--_apart);
  }

  *,
  ::before {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
  }
  :is(ul, ol) {
    list-style: none;
  }
  .heading,
  ::slotted([slot='heading']) {
    font-family: var(--_heading-font);
    font-weight: var(--_heading-weight);
    letter-spacing: var(--_page-heading-tracking, normal);
    text-transform: var(--_page-heading-case, none);
  }
  .aside {
    font-size: var(--_aside);
    text-wrap: pretty;
  }
  .unseen {
    block-size: 1px;
    clip-path: inset(50%);
    inline-size: 1px;
    overflow: hidden;
    position: absolute;
    white-space: nowrap;
  }

  /* The thread: dashed is hoped, solid is said yes to. A border, since that survives print and forced colors. */
  .thread {
    block-size: 0;
    border: 0;
    border-block-start: var(--_thread) solid var(--_thread-color);
    color: inherit;
  }
  .dashed {
    border-style: dashed;
  }
  a,
  .deed,
  .quiet {
    color: inherit;
    text-decoration-color: var(--_thread-color);
    /* WebKit knows no shorthand for these. */
    text-decoration-line: underline;
    text-decoration-thickness: var(--_underline);
    text-underline-offset: var(--_drop);
  }
  .deed {
    text-decoration-thickness: var(--_thread);
  }
  .quiet {
    background: none;
    border: 0;
    cursor: pointer;
    font: inherit;
    font-weight: 600;
    min-block-size: 24px;
    min-inline-size: 24px;
    text-align: start;
  }
  /* The page's own button, where it has one. */
  .main {
    background: var(--_page-button, var(--_ink));
    border: var(--_page-button-edge, 0);
    border-radius: var(--_page-button-radius, 0.2em);
    color: var(--_page-button-ink, var(--_ground));
    cursor: pointer;
    font: inherit;
    font-weight: 600;
    min-block-size: 44px;
    padding: var(--_inside) var(--_apart);
  }
  .acts {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: var(--_between) var(--_apart);
    margin-block-start: var(--_apart);
  }
  /* A drawn tick: the words of a toggle never change. */
  [aria-pressed='true'] {
    padding-inline-start: 0.85em;
    position: relative;
  }
  /* It has room enough: what was pressed stays as wide as it was. */
  .main[aria-pressed='true'] {
    padding-inline: calc(var(--_apart) + 0.35em) calc(var(--_apart) - 0.35em);
  }
  [aria-pressed='true']::before {
    block-size: 0.56em;
    border: solid;
    border-width: 0 0.14em 0.14em 0;
    content: '';
    display: block;
    inline-size: 0.28em;
    inset-block-start: 50%;
    margin-inline-start: -0.69em;
    position: absolute;
    rotate: 40deg;
    translate: 0 -60%;
  }
  :is(a, button):focus-visible {
    border-radius: 0.1em;
    outline: 2px solid var(--_thread-color);
    outline-offset: 2px;
  }

  /* A person: a stone of four shapes and twelve hues, the same for the same person everywhere. */
  .pebble {
    align-items: center;
    block-size: var(--_stone);
    border-radius: 54% 46% 48% 52% / 47% 55% 45% 53%;
    display: inline-flex;
    flex: none;
    inline-size: var(--_stone);
    justify-content: center;
    line-height: 1;
    overflow: hidden;
    text-transform: none;
    vertical-align: middle;
  }
  .pebble span {
    font-size: 0.72em;
    font-weight: 600;
    letter-spacing: 0;
  }
  .pebble img {
    block-size: 100%;
    inline-size: 100%;
    object-fit: cover;
  }
  .shape1 {
    border-radius: 47% 53% 55% 45% / 54% 46% 52% 48%;
  }
  .shape2 {
    border-radius: 52% 48% 46% 54% / 45% 53% 47% 55%;
  }
  .shape3 {
    border-radius: 45% 55% 52% 48% / 52% 48% 54% 46%;
  }
  .organization,
  .bot {
    border-radius: 0.2em;
  }
  .bot {
    border: 0.09em dashed;
  }

  /* Nothing for 400 ms, then the thread alone; words after 2 s. */
  .wait > * {
    animation: appear 1ms var(--_hush) both;
  }
  .wait > p {
    animation-delay: var(--_words);
    font-size: var(--_aside);
    margin-block-start: var(--_between);
  }
  @keyframes appear {
    from {
      visibility: hidden;
    }
  }
  [part='status'] {
    font-size: var(--_aside);
    margin-block-start: var(--_apart);
  }

  @media (forced-colors: active) {
    .pebble {
      border: 1px solid;
      color: CanvasText;
    }
    .main {
      background: ButtonFace;
      border: 1px solid;
      color: ButtonText;
    }
    .bot {
      border-style: dashed;
    }
  }
  /* On paper the thread is black, whatever the screen was, and a link says where it leads. */
  @media print {
    :is(.quiet, .main) {
      display: none;
    }
    :host,
    :host(:state(dark)) {
      --_thread-color: #000;
      color-scheme: light;
    }
    a[href^='http']::after {
      content: ' (' attr(href) ')';
    }
  }
`;
