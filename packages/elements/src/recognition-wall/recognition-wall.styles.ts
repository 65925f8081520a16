import { css } from 'lit';

export const recognitionWallStyles = css`
  /* Chunks that are out of sight cost nothing; a little room keeps outlines whole. */
  .chunk {
    contain-intrinsic-size: auto 200em;
    content-visibility: auto;
    display: grid;
    gap: calc(var(--_space) * 2.6) calc(var(--_space) * 3.2);
    margin: -0.4em -0.4em 0;
    padding: 0.4em;
    max-inline-size: 34.8em;
  }
  .chunk + .chunk {
    margin-block-start: calc(var(--_space) * 2.6 - 0.8em);
  }
  :host([layout='grid' i]) .chunk {
    align-items: start;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, max(19em, 25% - var(--_space) * 2.4)), 1fr));
    max-inline-size: none;
  }
  .chunk.lines {
    contain-intrinsic-size: auto 70em;
    row-gap: calc(var(--_space) * 0.7);
  }

  .letter {
    container: letter / inline-size;
    max-inline-size: 34em;
    scroll-margin-block: 1em;
  }
  .letter:focus {
    outline: none;
  }
  .letter:focus-visible {
    outline: 2px solid var(--_thread-color);
    outline-offset: 0.3em;
  }
  .letter > * + * {
    margin-block-start: calc(var(--_space) * 0.7);
  }
  .letter > :is(.salutation, .open) + .text {
    margin-block-start: calc(var(--_space) * 0.2);
  }

  .letter > .signature + .cheers {
    margin-block-start: calc(var(--_space) * 0.35);
  }

  .salutation {
    font-size: 1.14em;
    font-weight: 600;
    line-height: 1.35;
  }
  .salutation:has(+ .large) {
    font-family: var(--_heading-font);
    font-size: 1.6em;
    line-height: 1.2;
  }
  .large {
    font-family: var(--_heading-font);
    font-size: 1.6em;
    font-weight: var(--_heading-weight);
    letter-spacing: var(--_page-heading-tracking, normal);
    line-height: 1.2;
    text-wrap: balance;
  }
  .salutation + .large {
    font-weight: inherit;
  }
  .middle {
    font-size: 1.14em;
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
  .fold-always:not(.open) {
    -webkit-box-orient: vertical;
    display: -webkit-box;
    -webkit-line-clamp: 9;
    overflow: hidden;
  }
  .open + .read,
  .fold-narrow + .read {
    display: none;
  }
  @container letter (inline-size < 24em) {
    .fold-narrow:not(.open) {
      -webkit-box-orient: vertical;
      display: -webkit-box;
      -webkit-line-clamp: 9;
      overflow: hidden;
    }
    .fold-narrow:not(.open) + .read {
      display: block;
    }
  }

  .signature,
  .cheers,
  .line {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.1em 0.5em;
  }
  .cheers,
  .line {
    flex-wrap: nowrap;
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
  .pile {
    display: inline-flex;
    gap: 0.13em;
  }
  .pile .pebble {
    font-size: 0.85em;
  }
  .for {
    display: inline-flex;
  }
  .open {
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
    font-size: 1.14em;
    font-weight: 600;
  }

  /* Shipped: a short thread between two days, dashed turning solid at its end. */
  .days {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.1em 0.6em;
  }
  .span {
    border-block-start: var(--_thread) dashed var(--_thread-color);
    display: flex;
    flex: 0 1 4.5em;
    justify-content: end;
    min-inline-size: 2em;
  }
  .span::before {
    border-block-start: var(--_thread) solid var(--_thread-color);
    content: '';
    inline-size: 30%;
    margin-block-start: calc(var(--_thread) * -1);
  }

  .arrived,
  .older,
  .end {
    margin-block-start: calc(var(--_space) * 2.6);
  }
  .arrived {
    margin-block: 0 calc(var(--_space) * 1.1);
  }
`;
