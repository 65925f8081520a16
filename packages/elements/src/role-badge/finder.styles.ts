import { css } from 'lit';

/** What is drawn only while somebody looks for somebody. */
export const finderStyles = css`
  .question .found {
    border: 1px solid color-mix(in srgb, currentColor 40%, transparent);
    border-block-start: 0;
  }
  .question .beside {
    align-items: center;
    cursor: pointer;
    display: flex;
    gap: var(--_inside);
    min-block-size: 44px;
    padding: var(--_inside);
  }
  .question [aria-selected='true'] {
    outline: 2px solid var(--_thread-color);
    outline-offset: -2px;
  }
  .question .lead {
    font-weight: 600;
  }
  .suggested {
    display: grid;
    gap: var(--_between);
    margin-block-start: var(--_between);
  }
  .suggested > * > :is(span, button) {
    display: block;
    font-size: var(--_aside);
  }
`;
