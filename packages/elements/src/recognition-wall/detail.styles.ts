import { css } from 'lit';

/** What is chosen, unfolded and come for. */
export const detailStyles = css`
  .choice {
    align-items: end;
    display: flex;
    flex-wrap: wrap;
    gap: var(--_between) var(--_apart);
    margin-block: var(--_between) var(--_things);
  }
  .choice > p {
    align-items: baseline;
    display: flex;
    flex-wrap: wrap;
    gap: var(--_inside) var(--_apart);
    inline-size: 100%;
  }
  .choice select {
    background: none;
    border: 0;
    border-block-end: var(--_thread) solid var(--_thread-color);
    border-radius: 0;
    color: inherit;
    display: block;
    font: inherit;
    inline-size: auto;
    margin: 0;
    max-inline-size: 100%;
    min-block-size: 44px;
  }
  .choice > .quiet {
    font-size: var(--_aside);
    min-block-size: 44px;
  }
  .choice option {
    background: var(--_ground);
    color: var(--_ink);
  }
  .choice select:focus-visible {
    outline: 2px solid var(--_thread-color);
    outline-offset: 2px;
  }
  .rest > * + * {
    margin-block-start: var(--_inside);
  }
  .turn {
    border-inline-start: var(--_thread) solid var(--_thread-color);
    margin-block-end: var(--_things);
    max-inline-size: var(--_measure);
    padding-inline-start: var(--_apart);
  }
  .turn > [role] {
    margin-block-start: var(--_between);
  }
  @media print {
    .choice {
      display: none;
    }
  }
`;
