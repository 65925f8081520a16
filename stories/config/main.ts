import type { StorybookConfig } from '@storybook/web-components-vite';
import { defaultClientConditions } from 'vite';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  // Pages in frames load Kith as a stranger's page does.
  staticDirs: [{ from: '../../packages/embed/dist', to: '/kith' }],
  // Nothing here asks anything of the network.
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // The toolbar is the designer's.
  features: {
    actions: false,
    backgrounds: false,
    interactions: false,
    measure: false,
    outline: false,
    viewport: false,
  },
  // Storybook does not take these from vite.config.ts.
  viteFinal: (vite) => ({
    ...vite,
    resolve: { ...vite.resolve, conditions: ['kith-source', ...defaultClientConditions] },
  }),
};

export default config;
