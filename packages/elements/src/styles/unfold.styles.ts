import { css } from 'lit';

/** What unfolds by a press on its words, without the browser's triangle. */
export const unfoldStyles = css`
  summary {
    cursor: pointer;
    display: block;
    min-block-size: 24px;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary .quiet {
    font-size: var(--_aside);
  }
  summary:focus-visible {
    outline: 2px solid var(--_thread-color);
    outline-offset: 2px;
  }
  /* Paper does not unfold. A chip stays a chip. */
  @media print {
    details:has(> summary .quiet)::details-content {
      block-size: auto;
      content-visibility: visible;
    }
    summary .quiet {
      display: inline;
    }
  }
`;
