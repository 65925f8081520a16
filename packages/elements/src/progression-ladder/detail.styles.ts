import { css } from 'lit';

/** The ladders there are: solid where the reader is, dashed where they may turn. */
export const ladderDetailStyles = css`
  .ladders {
    display: grid;
    gap: var(--_between);
    margin-block: var(--_between) var(--_things);
    max-inline-size: var(--_measure);
  }
  .ladders .quiet:not([aria-current]) {
    text-decoration-style: dashed;
  }
  .ladders .quiet[aria-current] {
    text-decoration-thickness: 0.2em;
  }
`;
