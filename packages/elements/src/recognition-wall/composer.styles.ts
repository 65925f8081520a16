import { css } from 'lit';

/** A letter while it is written: as it will stand, in a box. */
export const composerStyles = css`
  .composer {
    margin-block-end: var(--_things);
  }
  [name='heading'] + .composer {
    margin-block-start: 0;
  }
  .composer > * + * {
    margin-block-start: var(--_between);
  }
  .composer > :first-child {
    margin-block-start: 0;
  }
  .composer label.aside {
    font-weight: inherit;
  }
  .composer [hidden] {
    display: none;
  }
  .composer :is(textarea, input) {
    border-block-end-width: 1px;
    margin: 0;
  }
  .to.to {
    font-weight: 600;
  }
  .to {
    align-items: baseline;
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.3em;
  }
  .to input {
    flex: 1 1 6em;
    font-family: inherit;
    font-weight: inherit;
    inline-size: auto;
    letter-spacing: inherit;
    min-inline-size: min(100%, 6em);
  }
  .composer .to label {
    font-weight: inherit;
  }
  .to input::placeholder {
    color: inherit;
    font-size: var(--_aside);
    font-weight: 400;
    opacity: 1;
  }
  .named {
    align-items: baseline;
    background: none;
    border: 0;
    color: inherit;
    cursor: pointer;
    display: inline-flex;
    font: inherit;
    letter-spacing: inherit;
    min-block-size: 24px;
    min-inline-size: 24px;
    text-align: start;
  }
  .named::after {
    color: var(--_thread-color);
    content: '×';
    font-size: var(--_aside);
    font-weight: 400;
    margin-inline-start: 0.1em;
    vertical-align: 0.2em;
  }
  /* It lies over the letter, which stays where it is. */
  .composer {
    position: relative;
  }
  .composer .found {
    background: var(--_surface);
    border: 1px solid var(--_thread-color);
    inset-inline: var(--_apart);
    margin-block-start: var(--_inside);
    position: absolute;
    z-index: 1;
  }
  .found li {
    cursor: pointer;
    min-block-size: 44px;
    padding: var(--_inside);
  }
  .found [aria-selected='true'] {
    outline: 2px solid var(--_thread-color);
    outline-offset: -2px;
  }
  .found bdi:first-child {
    font-weight: 600;
  }

  /* A field as high as its words: they stand behind it, unseen. */
  .to ~ .grows {
    font-weight: inherit;
  }
  .composer .grows {
    display: grid;
    margin-block-start: var(--_inside);
    text-wrap: wrap;
  }
  .grows::after {
    border-block-end: 1px solid;
    content: attr(data-text) ' ';
    visibility: hidden;
    white-space: pre-wrap;
  }
  .grows::after,
  .grows textarea {
    field-sizing: fixed;
    font: inherit;
    grid-area: 1 / 1;
    letter-spacing: inherit;
    min-inline-size: 0;
    overflow: hidden;
    overflow-wrap: anywhere;
    padding-block: var(--_inside);
    resize: none;
  }
  .advice {
    border-inline-start: var(--_thread) solid var(--_thread-color);
    padding-inline-start: 0.6em;
  }
  .advice + .advice {
    margin-block-start: var(--_inside);
  }
  .roles {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_inside) var(--_apart);
  }
  .roles .quiet {
    align-items: center;
    display: inline-flex;
    gap: 0.35em;
  }
  .composer details > * + * {
    margin-block-start: var(--_inside);
  }
  .composer summary {
    cursor: pointer;
    display: block;
    min-block-size: 24px;
  }
  .composer summary .quiet {
    font-size: var(--_aside);
  }
  .composer summary::-webkit-details-marker {
    display: none;
  }
  .composer summary:focus-visible {
    outline: 2px solid var(--_thread-color);
    outline-offset: 2px;
  }
  .composer .acts {
    margin-block-start: var(--_apart);
  }
  @media print {
    .composer {
      display: none;
    }
  }
`;
