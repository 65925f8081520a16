import { css } from 'lit';
import { dyeStyles } from './dyes.styles.js';

/** Six plant dyes of one lightness and chroma; only the glyph carries them, never text. */
export const glyphStyles = css`
  ${dyeStyles}
  .glyph {
    block-size: 1.2em;
    fill: none;
    flex: none;
    inline-size: 1.2em;
    min-block-size: 16px;
    min-inline-size: 16px;
    stroke: var(--_dye);
    stroke-linecap: round;
    stroke-linejoin: round;
    stroke-width: 2;
    vertical-align: -0.25em;
  }
  .glyph :is(circle:not(.open), .solid, text) {
    fill: var(--_dye);
    stroke: none;
  }
  .glyph text {
    font: 600 10.5px sans-serif;
    text-anchor: middle;
  }
  .own {
    --_dye: currentColor;
  }
  @media print, (forced-colors: active) {
    .dyed,
    .glyph {
      --_dye: CanvasText;
    }
  }
`;
