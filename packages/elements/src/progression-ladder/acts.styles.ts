import { css } from 'lit';

/** What is drawn only where something can be said. */
export const ladderActsStyles = css`
  .follower,
  .visibility,
  .asked {
    margin-block-start: var(--_apart);
  }
  .steps + .visibility {
    margin-block-start: var(--_things);
  }
  .visibility .acts {
    margin-block-start: var(--_inside);
  }

  /* A step that was passed just now is sewn, once; then its line on the whiteboard gets its underline. */
  @media (prefers-reduced-motion: no-preference) {
    .sewn::before {
      animation: sew var(--_sewing) var(--_ease);
    }
    .sewn .knot::before {
      block-size: var(--_eye);
      border-inline-start: var(--_dashed);
      content: '';
      inset-block-end: 0;
      inset-inline-start: calc(var(--_thread) / -2);
      position: absolute;
    }
    .sewing .deed {
      animation: underline var(--_quick) var(--_sewing) backwards;
    }
    .sewing:not(:has(.sewn)) .deed {
      animation-delay: 0s;
      animation-duration: var(--_sewing);
    }
  }
  @keyframes sew {
    from {
      clip-path: inset(0 -1em 100%);
    }
    to {
      clip-path: inset(0 -1em);
    }
  }
  @keyframes underline {
    from {
      text-decoration-color: transparent;
    }
  }
`;
