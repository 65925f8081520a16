import { css } from 'lit';

/** What the banner draws only once somebody acts. */
export const bannerActsStyles = css`
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
