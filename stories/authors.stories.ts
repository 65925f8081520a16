import type { Meta } from '@storybook/web-components-vite';
import { ladderGuide, purposeGuide } from './authors.js';
import type { Story } from './kit.js';

/** For those who write what a community stands for and how one grows there: write, and read what may be mended. */
const meta: Meta = { title: 'For authors', tags: ['!autodocs'] };
export default meta;

export const APurpose: Story = { name: 'A purpose for a T-shirt', render: purposeGuide };
export const ALadder: Story = { name: 'A ladder to climb', render: ladderGuide };
