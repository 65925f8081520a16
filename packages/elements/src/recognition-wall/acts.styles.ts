import { css } from 'lit';
import { unfoldStyles } from '../styles/unfold.styles.js';

/** Letters that wait, and what is opened beneath a letter. */
export const wallActsStyles = css`
  ${unfoldStyles}
  .waiting {
    display: grid;
    gap: var(--_things);
    margin-block-end: var(--_things);
  }
  details.waiting {
    display: block;
  }
  details.waiting > .waiting {
    margin-block: var(--_apart) 0;
  }
  /* It stands as it would; only the thread at its edge says that it waits. */
  .waiting > .letter:not(.gone) {
    border-inline-start: var(--_thread) dashed var(--_thread-color);
    padding-inline-start: var(--_apart);
  }
  .letter > :not(.question) > .acts,
  .letter > .acts {
    margin-block-start: var(--_between);
  }
  .letter > .question {
    margin-block-start: var(--_apart);
  }
  .asking > * + * {
    margin-block-start: var(--_inside);
  }
  /* Whoever cheers joins from where they pressed. */
  @media (prefers-reduced-motion: no-preference) {
    .lively .pile .own {
      animation: join var(--_quick) var(--_ease);
    }
  }
  @keyframes join {
    from {
      margin-inline: 3em -3em;
    }
  }
`;
