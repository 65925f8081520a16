import { css } from 'lit';

export const purposeBannerStyles = css`
  .statement {
    font-size: var(--_display);
    line-height: 1.06;
    max-inline-size: 15em;
    text-wrap: balance;
  }
  ::slotted([slot='heading']) {
    margin: 0;
    text-wrap: balance;
  }

  /* People stand on the thread; it runs in before them and on after them. */
  .stand {
    margin-block-start: var(--_between);
    padding-block-start: 0.4em;
  }
  .stones {
    block-size: var(--_stone);
    display: flex;
    flex-wrap: wrap;
    gap: var(--_pile);
    margin-inline-start: 2.2em;
    overflow: clip;
  }
  .stones li {
    display: flex;
    margin-block-end: -0.08em;
  }
  .stones li:nth-child(3n + 2) {
    font-size: 0.92em;
    align-self: end;
  }
  /* Who put their name to an earlier wording stands above the thread until they renew. */
  .stones:has(.above) {
    block-size: calc(var(--_stone) + 0.5em);
    padding-block-start: 0.5em;
  }
  .stones .above {
    align-self: start;
    margin-block-start: -0.5em;
  }
  .more {
    margin-block-start: var(--_between);
  }
  .more summary {
    inline-size: fit-content;
  }
  .said {
    display: grid;
    gap: var(--_between);
    margin-block-start: var(--_apart);
    max-inline-size: var(--_measure);
  }
  .said b {
    font-weight: 600;
  }

  :host([layout='card' i]) {
    max-inline-size: min(100%, 22em);
  }
  :host([layout='card' i]) .statement {
    font-size: 1.75em;
  }
  :host([layout='line' i]) [part='base'] {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: var(--_inside) var(--_apart);
  }
  :host([layout='line' i]) .statement {
    font-size: var(--_letter);
    max-inline-size: none;
  }
  :host([layout='line' i]) .stand {
    flex: 1 1 6em;
    margin: 0;
    padding: 0;
  }
  :host([layout='line' i]) :is(.stones, .said, .more, .acts > :not(.main)) {
    display: none;
  }
  :host([layout='line' i]) .acts {
    margin: 0;
  }
  :host([layout='line' i]) :is(.question, [part~='status']) {
    flex-basis: 100%;
    margin-block-start: var(--_between);
  }

  @container kith (inline-size < 24em) {
    .stones {
      margin-inline-start: 0.7em;
    }
  }
`;
