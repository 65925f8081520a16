import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from '../../packages/elements/custom-elements.json';
import '@kith/elements/define';

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
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
