import { css } from 'lit';

/** What is drawn only once somebody does something about an introduction. */
export const peerIntroActsStyles = css`
  dialog {
    background: var(--_ground);
    border: var(--_thread) dashed var(--_thread-color);
    border-radius: var(--kith-radius, var(--_page-button-radius, 0));
    color: var(--_ink);
    inline-size: min(var(--_measure), 100% - 2 * var(--_apart));
    inset: 0;
    margin: auto;
    max-block-size: calc(100% - 2 * var(--_apart));
    max-inline-size: none;
    overflow: auto;
    padding: var(--_apart);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.4);
  }
  dialog .title {
    font-size: var(--_first);
    line-height: 1.2;
  }
  dialog .question {
    border: 0;
    margin-block-start: var(--_between);
    max-inline-size: none;
    padding: 0;
  }
  .chosen,
  .found {
    display: grid;
    gap: var(--_inside);
    margin-block-start: var(--_between);
  }
  .chosen .quiet {
    font-size: var(--_aside);
  }
  .found .quiet {
    min-block-size: 44px;
    text-align: start;
  }
  .foot {
    margin-block-start: var(--_things);
  }
  /* As what was not sent looks; on its way within a moment, it says nothing of it. */
  .waits {
    position: relative;
  }
  .waits::before {
    animation: appear 1ms var(--_hush) both;
    border-inline-start: var(--_thread) dashed var(--_thread-color);
    content: '';
    inset-block: 0;
    inset-inline-start: calc(-1 * var(--_between));
    position: absolute;
  }
  .folding {
    display: none;
  }
  @media (prefers-reduced-motion: no-preference) {
    .folding {
      animation: fold var(--_quick) var(--_ease) both;
      display: grid;
      overflow: hidden;
    }
    .folding > * {
      min-block-size: 0;
    }
    @keyframes fold {
      from {
        grid-template-rows: 1fr;
      }
      to {
        grid-template-rows: 0fr;
      }
    }
  }
  .told + .note {
    margin-block-start: var(--_between);
  }
  @media print {
    .note .acts,
    .told {
      display: none;
    }
  }
`;
