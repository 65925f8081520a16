import { css } from 'lit';

/** What is drawn only once somebody says something of a role. */
export const roleBadgeActsStyles = css`
  .left {
    display: grid;
    gap: var(--_between);
    margin-block-start: var(--_between);
    max-inline-size: var(--_measure);
  }
  .left .acts {
    margin: 0;
  }
  /* What waits for a yes is dashed. */
  .asked {
    border-inline-start: var(--_thread) dashed var(--_thread-color);
    margin-block-start: var(--_apart);
    max-inline-size: var(--_measure);
    padding-inline-start: var(--_between);
  }
  .asked .acts {
    margin-block-start: var(--_between);
  }
  .told {
    margin-block-start: var(--_between);
  }
  .question label + label {
    margin-block-start: var(--_apart);
  }
  @media (prefers-reduced-motion: no-preference) {
    .slides .pebble {
      animation: slide-on var(--_quick) var(--_ease);
    }
  }
  @keyframes slide-on {
    from {
      translate: var(--_from-x) var(--_from-y);
    }
  }
  @media print {
    .asked {
      display: none;
    }
  }
`;
