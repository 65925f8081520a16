import { css } from 'lit';

/** What all widgets share: the page's type, the thread, a person's stone, quiet buttons. */
export const baseStyles = css`
  :host {
    --_accent: var(--kith-accent, var(--_page-accent, currentColor));
    --_thread-color: light-dark(
      oklch(from var(--_accent) min(l, 0.6) c h),
      oklch(from var(--_accent) max(l, 0.68) c h)
    );
    --_thread: var(--kith-thread, 0.125em);
    --_space: var(--kith-space, 1em);
    --_heading-font: var(--kith-heading-font, var(--_page-heading-font, inherit));
    --_heading-weight: var(--kith-heading-weight, var(--_page-heading-weight, bold));
    --_surface: var(--kith-surface, light-dark(#fff, #16181d));
    /* As wide as its place; where the place asks how wide it would be (a flex row, a float), a measure of text. */
    contain-intrinsic-inline-size: 34em;
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
    background: var(--_surface);
    color: var(--kith-text, light-dark(#1b1b1b, #ececec));
    padding: calc(var(--_space) * 1.1);
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
    font-size: 0.88em;
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
    text-decoration: underline var(--_thread-color) 0.09em;
    text-underline-offset: 0.2em;
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
  }
  :is(a, button):focus-visible {
    border-radius: 0.1em;
    outline: 2px solid var(--_thread-color);
    outline-offset: 2px;
  }

  /* A person: a stone of four shapes and twelve hues, the same for the same person everywhere. */
  .pebble {
    align-items: center;
    background: light-dark(oklch(0.92 0.045 var(--_hue)), oklch(0.33 0.045 var(--_hue)));
    block-size: 1.9em;
    border-radius: 54% 46% 48% 52% / 47% 55% 45% 53%;
    color: light-dark(oklch(0.36 0.07 var(--_hue)), oklch(0.86 0.07 var(--_hue)));
    display: inline-flex;
    flex: none;
    inline-size: 1.9em;
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

  /* Nothing for 400 ms, then the thread alone; words after 2 s. */
  .wait > * {
    animation: appear 1ms 400ms both;
  }
  .wait > p {
    animation-delay: 2s;
    font-size: 0.88em;
    margin-block-start: calc(var(--_space) * 0.7);
  }
  @keyframes appear {
    from {
      visibility: hidden;
    }
  }
  [part='status'] {
    font-size: 0.88em;
    margin-block-start: calc(var(--_space) * 1.1);
  }

  @media (forced-colors: active) {
    .pebble {
      border: 1px solid;
    }
    .bot {
      border-style: dashed;
    }
  }
  @media print {
    .quiet {
      display: none;
    }
    :host {
      --_thread-color: CanvasText;
    }
    a[href^='http']::after {
      content: ' (' attr(href) ')';
    }
  }
`;
