import { css } from 'lit';

/** What a round for everybody looks like. */
export const roundStyles = css`
  .round,
  .left {
    display: grid;
    gap: var(--_apart);
    margin-block-start: var(--_apart);
  }
  .left {
    gap: var(--_inside);
  }
  .round li {
    display: grid;
    gap: var(--_between);
  }
  .round li > div:last-child {
    display: grid;
    gap: var(--_inside);
    justify-items: start;
  }
  .round .names {
    font-weight: 600;
  }
  .round .out > :first-child,
  .round .out p {
    display: none;
  }
  .round .out .names {
    font-weight: 400;
    text-decoration: line-through;
  }
  /* All of it is only hoped for. */
  .round .trio path {
    stroke-dasharray: 0.25em 0.2em;
  }
  code {
    overflow-wrap: anywhere;
  }
`;
