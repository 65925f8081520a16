import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming';

const dark = matchMedia('(prefers-color-scheme: dark)').matches;
const [ground, ink] = dark ? ['#16181d', '#ececec'] : ['#ffffff', '#1b1b1b'];

addons.setConfig({
  // The work first; what can be turned and measured, when somebody wants to.
  layout: { showPanel: false },
  theme: create({
    base: dark ? 'dark' : 'light',
    brandTitle: 'Kith',
    fontBase: 'system-ui, sans-serif',
    colorSecondary: dark ? '#e5bd86' : '#735017',
    appBg: ground,
    appContentBg: ground,
    appPreviewBg: ground,
    appBorderColor: dark ? '#2c3038' : '#e4e4e4',
    appBorderRadius: 0,
    barBg: ground,
    textColor: ink,
  }),
});
