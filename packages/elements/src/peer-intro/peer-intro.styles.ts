import { css } from 'lit';

export const peerIntroStyles = css`
  .heading {
    font-size: 1.9em;
    line-height: 1.15;
    margin-block-start: 0.25em;
    max-inline-size: 15em;
    text-wrap: balance;
  }

  .needs {
    display: grid;
    gap: var(--_between);
    margin-block: var(--_between) var(--_apart);
  }
  .needs li {
    align-items: center;
    display: grid;
    grid-template-columns: auto 1.6em 1fr;
  }
  .needs li > span:last-child {
    padding-inline-start: 0.5em;
  }
`;
