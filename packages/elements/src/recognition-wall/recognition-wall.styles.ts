import { css } from 'lit';

export const recognitionWallStyles = css`
  /* Chunks that are out of sight cost nothing; a little room beyond their edge keeps outlines whole. */
  .chunk {
    contain-intrinsic-size: auto 100em;
    content-visibility: auto;
    display: grid;
    gap: var(--_things) calc(var(--_space) * 3.2);
    max-inline-size: var(--_measure);
    overflow-clip-margin: 0.5em;
  }
  .chunk.few {
    content-visibility: visible;
  }
  .chunk + .chunk {
    margin-block-start: var(--_things);
  }
  :host([layout='grid' i]) .chunk {
    align-items: start;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, max(19em, 25% - var(--_space) * 2.4)), 1fr));
    max-inline-size: none;
  }
  .chunk.lines {
    contain-intrinsic-size: auto 35em;
    row-gap: var(--_between);
  }
  .lines + .lines {
    margin-block-start: var(--_between);
  }

  .letter {
    container: letter / inline-size;
    max-inline-size: var(--_measure);
    scroll-margin-block: 1em;
  }
  .letter:focus-visible {
    outline: 2px solid var(--_thread-color);
    outline-offset: 0.3em;
  }
  .letter > * + * {
    margin-block-start: var(--_between);
  }
  .letter > :is(.salutation, .still-open) + .text {
    margin-block-start: calc(var(--_space) * 0.2);
  }

  .letter > .signature + :is(.cheers, .beside) {
    margin-block-start: var(--_inside);
  }

  .salutation {
    font-size: var(--_letter);
    font-weight: 600;
    line-height: 1.35;
  }
  .salutation:has(+ .large) {
    font-family: var(--_heading-font);
    font-size: var(--_first);
    line-height: 1.2;
  }
  .large {
    font-family: var(--_heading-font);
    font-size: var(--_first);
    font-weight: var(--_heading-weight);
    letter-spacing: var(--_page-heading-tracking, normal);
    line-height: 1.2;
    text-wrap: balance;
  }
  .salutation + .large {
    font-weight: inherit;
  }
  .middle {
    font-size: var(--_letter);
    text-wrap: pretty;
  }
  /* A text in another direction than the page's keeps to the page's edge. */
  .text,
  .need,
  .picture {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .text {
    white-space: pre-line;
  }
  .fold-always:not(.unfolded) {
    -webkit-box-orient: vertical;
    display: -webkit-box;
    -webkit-line-clamp: 9;
    overflow: hidden;
  }
  .unfolded + .read,
  .fold-narrow + .read {
    display: none;
  }
  @container letter (inline-size < 24em) {
    .fold-narrow:not(.unfolded) {
      -webkit-box-orient: vertical;
      display: -webkit-box;
      -webkit-line-clamp: 9;
      overflow: hidden;
    }
    .fold-narrow:not(.unfolded) + .read {
      display: block;
    }
  }

  .signature {
    flex-wrap: wrap;
    row-gap: 0.1em;
  }
  :is(.signature, .deeds) a {
    display: inline-block;
    padding-block: 0.15em;
  }
  .line {
    align-items: start;
  }
  .line .pebble {
    margin-block: -0.2em;
  }
  .line bdi {
    font-weight: 600;
  }
  .cheers {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: var(--_inside) 0.9em;
  }
  .pile .pebble {
    font-size: 0.85em;
  }
  .pile .own {
    display: inline-flex;
  }

  /* One letter has the room of two. */
  .pile .pebble span {
    font-size: 0.9em;
  }
  .for {
    display: inline-flex;
  }
  .still-open {
    font-weight: 600;
  }
  .reply {
    border-inline-start: var(--_thread) solid var(--_thread-color);
    padding-inline-start: 0.8em;
  }
  .picture:is(img) {
    block-size: auto;
    display: block;
    inline-size: 100%;
    border-radius: var(--kith-radius, var(--_page-button-radius, 0));
  }

  /* First and best: one line on the whiteboard. */
  .deeds {
    align-items: baseline;
    display: flex;
    flex-wrap: wrap;
    gap: 0.1em 0.7em;
  }
  .deed {
    font-size: var(--_letter);
    font-weight: 600;
  }

  /* Shipped: a short thread between two days, dashed turning solid at its end. */
  .days {
    align-items: center;
    display: grid;
    gap: 0.1em 0.6em;
    grid-template-columns: auto minmax(2em, 4.5em) 1fr;
  }
  .stretch {
    display: flex;
  }
  .stretch::before,
  .stretch::after {
    border-block-start: var(--_thread) dashed var(--_thread-color);
    content: '';
    flex: 7;
  }
  .stretch::after {
    border-block-start-style: solid;
    flex: 3;
  }
  @container letter (inline-size < 24em) {
    .days {
      grid-template-columns: auto minmax(2em, 4.5em);
      justify-content: start;
    }
    .days > :last-child {
      grid-column: 1 / -1;
    }
  }

  .written {
    margin-block: 0 var(--_things);
  }
  [name='empty'] + * > p {
    margin-block-start: var(--_apart);
  }
  .older,
  .end {
    margin-block-start: var(--_things);
  }
  .arrived {
    margin-block: 0 var(--_apart);
  }

  @media print {
    .chunk {
      content-visibility: visible;
    }
    .letter .text.text {
      display: block;
      -webkit-line-clamp: none;
    }
    .letter .read {
      display: none !important;
    }
  }
`;
