import { expect } from '@open-wc/testing';
import { createStore, type CommunityDocument } from '@kith/core';
import { memory } from '@kith/providers/memory';
import {
  byRole,
  community,
  hasPart,
  letters,
  part,
  people,
  put,
  read,
  says,
  settled,
  standing,
  until,
} from './support.js';

const ladder = {
  id: 'bar',
  name: 'The bar',
  measures: [{ id: 'reps', label: 'pull-ups' }],
  rungs: [{ id: 'first', name: 'First', can: 'pull up once', needs: [{ measure: 'reps', atLeast: 1 }] }],
};
const [ada, bo] = people.map((each) => ({ ...each, asks: ['sharpening'], offers: ['sharpening'] }));

const pressed: [tag: string, source: CommunityDocument, button: string, opens: string][] = [
  ['purpose-banner', standing('Everyone can fix something'), 'Put my name to it', 'compose'],
  ['recognition-wall', letters('You held the lamp.'), 'More about this letter', 'report'],
  ['recognition-wall', letters('You held the lamp.'), 'Write to them', 'compose'],
  ['progression-ladder', community({ ladders: [ladder] }), 'Write it up', 'compose'],
  ['peer-intro', community({ members: [ada, bo] as typeof people }), 'Ask for an introduction', 'compose'],
  ['role-badge', community(), 'Suggest someone', 'compose'],
];

describe('a press before what it asks for is here', () => {
  beforeEach(() => {
    // In a page that nobody sees nothing loads at idle.
    Object.defineProperty(document, 'hidden', { configurable: true, value: true });
  });
  afterEach(() => {
    Reflect.deleteProperty(document, 'hidden');
  });

  /** A widget, and what loads the code of its acts. */
  async function seen(tag: string, source: CommunityDocument) {
    const widget = put(`<kith-${tag}${tag === 'role-badge' ? ' name="curator"' : ''}></kith-${tag}>`);
    widget.store = createStore(memory(source), { viewer: 'ada' });
    await settled(widget);
    await until(() => widget.shadowRoot?.querySelector('button'), 'it has its buttons');
    return { widget, code: (widget as unknown as { acts: { load(): Promise<object> } }).acts };
  }

  // The composer's own way in says so beside its button.
  for (const [tag, source, button, opens] of pressed.filter(
    (each) => each[3] !== 'compose' || each[0] !== 'recognition-wall',
  ))
    for (const again of [button, 'Try again'])
      it(`says so where that does not arrive, and opens it by “${again}”: “${button}” in <kith-${tag}>`, async () => {
        const { widget, code } = await seen(tag, source);
        const { load } = code;
        code.load = () => Promise.reject(new TypeError('Failed to fetch'));
        byRole(widget, 'button', button).click();
        await says(widget, "This part of the page didn't arrive. Try again");
        expect(hasPart(widget, opens)).to.equal(false);
        code.load = load;
        byRole(widget, 'button', again).click();
        // A toggle that was pressed is pressed out and in.
        if (again === button && tag === 'purpose-banner') byRole(widget, 'button', button).click();
        await until(() => hasPart(widget, opens), 'it is open');
        expect(read(widget)).not.to.include("didn't arrive");
      });

  for (const [tag, source, button, opens] of pressed) {
    it(`is kept, and opens it then: “${button}” in <kith-${tag}>`, async () => {
      const { widget } = await seen(tag, source);
      byRole(widget, 'button', button).click();
      expect(hasPart(widget, opens)).to.equal(false);
      await until(() => hasPart(widget, opens), 'it is open');
      expect(part(widget, opens).getClientRects()).not.to.have.length(0);
    });
  }
});
