import { css } from 'lit';

/** Several people's stones, and words beside stones. */
export const pileStyles = css`
  .pile {
    display: inline-flex;
    gap: var(--_pile);
  }
  .beside {
    align-items: center;
    display: flex;
    gap: 0.5em;
  }
`;
