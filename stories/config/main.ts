import type { StorybookConfig } from '@storybook/web-components-vite';
import { defaultClientConditions } from 'vite';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../*.@(stories.ts|mdx)'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  // Nothing here asks anything of the network.
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // Storybook does not take these from vite.config.ts.
  viteFinal: (vite) => ({
    ...vite,
    resolve: { ...vite.resolve, conditions: ['kith-source', ...defaultClientConditions] },
  }),
};

export default config;
