import { css } from 'lit';

/** What is drawn only once somebody says something. */
export const actsStyles = css`
  .question {
    border: var(--_thread) dashed var(--_thread-color);
    border-radius: var(--kith-radius, var(--_page-button-radius, 0));
    margin-block-start: var(--_apart);
    max-inline-size: var(--_measure);
    padding: var(--_apart);
  }
  .question label {
    display: block;
    font-weight: 600;
  }
  .question label ~ label {
    margin-block-start: var(--_between);
  }
  :is(textarea, input, select) {
    background: none;
    border: 0;
    border-block-end: var(--_thread) solid var(--_thread-color);
    border-radius: 0;
    color: inherit;
    display: block;
    field-sizing: content;
    font: inherit;
    font-weight: 400;
    inline-size: 100%;
    margin-block-start: var(--_inside);
    min-block-size: 44px;
    padding-block: var(--_inside);
    resize: vertical;
  }
  select option {
    background: var(--_ground);
    color: var(--_ink);
  }
  :is(textarea, input, select):focus-visible {
    outline: 2px solid var(--_thread-color);
    outline-offset: 2px;
  }
  .question .aside {
    margin-block-start: var(--_between);
  }
  /* What is on its way within a moment says nothing of it. */
  [part~='kept'] {
    margin-block-start: var(--_between);
  }
  .unsent {
    animation: appear 1ms var(--_hush) both;
    border-inline-start: var(--_thread) dashed var(--_thread-color);
    margin-block-start: var(--_apart);
    padding-inline-start: var(--_between);
  }
  .refused {
    animation: none;
  }
  p.unsent,
  .refused > p {
    font-size: var(--_aside);
  }
  .refused .quiet {
    margin-inline-end: var(--_between);
  }
  .refused blockquote {
    margin-block-start: var(--_inside);
    text-align: -webkit-match-parent;
    text-align: match-parent;
    white-space: pre-wrap;
  }
  /* Of all buttons the main one is what sends the answer: whatever else is one steps back, and stays where it is. */
  [data-asked] .main:not(.question .main) {
    background: none;
    border-color: transparent;
    box-shadow: inset 0 0 0 1px color-mix(in srgb, currentColor 40%, transparent);
    color: inherit;
  }
  @media print {
    .question {
      display: none;
    }
  }
`;
