import { css } from 'lit';

/** What the banner draws only once somebody unfolds it. */
export const bannerDetailStyles = css`
  .listed {
    display: grid;
    gap: var(--_apart);
    margin-block: var(--_between) var(--_apart);
    max-inline-size: var(--_measure);
  }
  .told {
    align-items: baseline;
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_between);
  }
  dd {
    font-size: var(--_letter);
  }
  /* What went is struck, and can still be read; what came stands on the thread. */
  :is(del, ins) {
    text-decoration-color: var(--_thread-color);
    text-decoration-thickness: var(--_underline);
    text-underline-offset: var(--_drop);
  }
  ins {
    text-decoration-thickness: var(--_thread);
  }
`;
