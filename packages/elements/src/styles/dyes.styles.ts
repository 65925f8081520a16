// Written by npm run tokens from tokens/kith.tokens.json; a change there is a change here.
import { css } from 'lit';

/** The dye of each role's glyph. */
export const dyeStyles = css`
  .dyed,
  .glyph {
    /* Without chroma it is no gray of its own but the page's ink. */
    --_dye: color-mix(
      in oklab,
      light-dark(oklch(0.46 var(--kith-dye, 0.085) var(--_dye-hue)), oklch(0.82 var(--kith-dye, 0.085) var(--_dye-hue)))
        calc(min(1, var(--kith-dye, 1) * 1000) * 100%),
      currentColor
    );
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
`;
