import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { Story } from './kit.js';

const meta: Meta = { title: 'Content guide', tags: ['!autodocs'] };
export default meta;

/** What to leave, and what to write. */
const pairs: Record<string, [leave: string, write: string][]> = {
  'Say the deed': [
    ['Thanks for your amazing work!!', 'You stayed until the last kettle worked.'],
    ['Noor is a real team player.', 'Noor held the torch for two hours and never once said left a bit.'],
    ['Huge shoutout to our volunteers.', 'Four of you carried the lathe. Nobody lost a toe.'],
  ],
  'Say who, then what they did': [
    ['Your recognition was submitted successfully.', 'Ada reads it first. It stands here once she says yes.'],
    ['User has been affirmed by 3 peers.', 'Bo, Noor and Tomás have seen it.'],
    ['0 contributions', 'Nobody has been thanked here yet. Who helped you last?'],
  ],
  'A purpose fits on a T-shirt': [
    ['Be the #1 repair platform in Europe by 2027', 'Everyone can fix something'],
    ['Empowering communities through sustainable solutions', 'No lamp dies on our street'],
  ],
  'Nothing urges, nothing counts people down': [
    ['Only 3 places left! Join now!', 'Bring one broken thing on Saturday.'],
    ['You are 63 % of the way to Expert.', 'Read 11 more posts. Then you can start topics of your own.'],
    ['92 % match', 'You asked for grant writing; Bo has done it for six years.'],
  ],
  'Keep money out of thanks': [['Thank you for your €50 donation of time!', 'You gave us a wet Sunday.']],
};

export const ContentGuide: Story = {
  name: 'Content guide',
  render: () =>
    html`<div class="studio groups">
      ${Object.entries(pairs).map(
        ([rule, examples], i) =>
          html`<div>
            ${i ? html`<h2>${rule}</h2>` : html`<h1>${rule}</h1>`}
            <ul class="pairs">
              ${examples.map(([leave, write]) => html`<li><del>${leave}</del><ins>${write}</ins></li>`)}
            </ul>
          </div>`,
      )}
    </div>`,
};
