import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import manifest from '../../packages/elements/custom-elements.json';
import '@kith/elements/define';
import page from './docs.mdx';
import './studio.css';
import { atFirst, dress, keepStill, toolbar, type Chosen } from './toolbar.js';

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: { ...toolbar },
  initialGlobals: { ...atFirst },
  decorators: [
    (story, { globals, parameters }) => {
      const chosen = globals as unknown as Chosen;
      dress(chosen);
      if (chosen.motion === 'still') requestAnimationFrame(() => keepStill(document));
      const width = chosen.width === 'auto' ? (parameters['width'] as number | undefined) : Number(chosen.width);
      return html`<div class="canvas" style=${width ? `max-inline-size: ${width}px` : ''}>${story()}</div>`;
    },
  ],
  parameters: {
    layout: 'fullscreen',
    controls: { expanded: true },
    docs: { page, canvas: { sourceState: 'none', withToolbar: false } },
    options: {
      storySort: {
        order: [
          'The thread',
          'Purpose banner',
          'Role badge',
          'Recognition wall',
          'Progression ladder',
          'Peer intro',
          '*',
          ['Hero', 'All states', 'At home', 'Stress', 'Anatomy', 'Words', '*', 'Docs'],
          'Glyphs',
          'Tokens',
          'Content guide',
          'Practices',
          'For authors',
          'Downloads',
        ],
      },
    },
    a11y: {
      test: 'error',
      options: {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
      },
      // axe ships it disabled.
      config: { rules: [{ id: 'target-size', enabled: true }] },
    },
  },
};

export default preview;
