import { css } from 'lit';

/** What the banner draws only once somebody acts, or asks why people are here. */
export const bannerActsStyles = css`
  .lines {
    display: grid;
    gap: var(--_apart);
    margin-block-start: var(--_between);
    max-inline-size: var(--_measure);
  }
  .lines .aside {
    align-items: baseline;
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_between);
  }
  .dot {
    background: var(--_thread-color);
    block-size: 0.6em;
    border-radius: 50%;
    inline-size: 0.6em;
    inset: 0 auto auto 0;
    pointer-events: none;
    position: fixed;
  }
  @media (forced-colors: active) {
    .dot {
      background: CanvasText;
    }
  }
`;
