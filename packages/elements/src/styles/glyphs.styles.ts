import { css } from 'lit';

/** Six plant dyes of one lightness and chroma; only the glyph carries them, never text. */
export const glyphStyles = css`
  .dyed,
  .glyph {
    /* Without chroma it is not a gray of its own but the page's ink. */
    --_dye: color-mix(
      in oklab,
      light-dark(
          oklch(0.46 calc(var(--kith-dye, 0.085)) var(--_dye-hue)),
          oklch(0.82 calc(var(--kith-dye, 0.085)) var(--_dye-hue))
        )
        calc(min(1, var(--kith-dye, 0.085) * 1000) * 100%),
      currentColor
    );
  }
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
  .sharer {
    --_dye-hue: 75;
  }
  .connector {
    --_dye-hue: 25;
  }
  .curator {
    --_dye-hue: 135;
  }
  .innovator {
    --_dye-hue: 330;
  }
  .builder {
    --_dye-hue: 255;
  }
  .storyteller {
    --_dye-hue: 195;
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
