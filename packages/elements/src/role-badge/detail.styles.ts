import { css } from 'lit';

/** What is drawn only once somebody unfolds a role, or takes theirs along. */
export const detailStyles = css`
  .becauses,
  .letters,
  .letters ul,
  .badges {
    display: grid;
    gap: var(--_inside);
  }
  :is(.becauses, .letters) {
    margin-block: var(--_inside);
  }
  .letters > :first-child {
    font-weight: 600;
  }
  /* Whatever comes from elsewhere and nobody here checked is on a dashed thread. */
  .badges {
    border-inline-start: var(--_thread) dashed var(--_thread-color);
    margin-block-start: var(--_inside);
    padding-inline-start: var(--_between);
  }
  .along {
    display: grid;
    gap: var(--_apart);
    /* A field is as wide as its longest word, were it let. */
    grid-template-columns: minmax(0, 1fr);
    margin-block-start: var(--_between);
    max-inline-size: var(--_measure);
  }
  .along :is(label, div > p:first-child) {
    display: block;
    font-weight: 600;
  }
  .along textarea {
    background: none;
    border: 0;
    border-block-end: 1px solid color-mix(in srgb, currentColor 40%, transparent);
    border-radius: 0;
    color: inherit;
    display: block;
    field-sizing: content;
    font: inherit;
    font-size: var(--_aside);
    font-weight: 400;
    inline-size: 100%;
    margin-block-start: var(--_inside);
    min-block-size: 44px;
    padding-block: var(--_inside);
    resize: vertical;
  }
  .along textarea:focus-visible {
    outline: 2px solid var(--_thread-color);
    outline-offset: 2px;
  }
  .along .acts {
    margin-block-start: var(--_inside);
  }
  .along a {
    display: inline-flex;
    align-items: center;
  }
  /* On paper nothing can be copied. */
  @media print {
    .along {
      display: none;
    }
  }
`;
