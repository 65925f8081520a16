import { expect } from '@open-wc/testing';
import { createStore, type Member } from '@kith/core';
import type { PeerIntro } from '@kith/elements';
import { memory } from '@kith/providers/memory';
import { community, gated, press, put, read, says, settled, until } from './support.js';

const ada: Member = { id: 'ada', name: 'Ada Obi', called: 'Ada', asks: ['grant writing'] };
const bo: Member = { id: 'bo', name: 'Bo Nilsson', called: 'Bo', offers: ['grant writing'] };

/** Whether this page has asked for the code of what only a member reads. */
const isAsked = () => performance.getEntriesByType('resource').some(({ name }) => /peer-intro\/notes?\./.test(name));

/** The tag, to whoever looks; nothing it asks is answered before `open`. */
function see(viewer?: string) {
  const provider = gated(memory(community({ members: [ada, bo] })));
  const widget = put<PeerIntro>('<kith-peer-intro></kith-peer-intro>');
  widget.store = createStore(provider, viewer === undefined ? {} : { viewer });
  return { widget, open: provider.open };
}

// In this order: what a page has once it has for good.
describe('what of <kith-peer-intro> only a member reads', () => {
  // A page keeps a list of so many requests, and of none after.
  before(() => performance.clearResourceTimings());

  it('is never asked for by a visitor’s page', async () => {
    const { widget, open } = see();
    open();
    await settled(widget);
    expect(read(widget)).to.include('Ada could use a hand with grant writing.');
    await new Promise((idle) => requestAnimationFrame(() => setTimeout(idle)));
    expect(isAsked()).to.equal(false);
  });

  it('is asked for at the same moment as the answers it draws', async () => {
    const { widget, open } = see('ada');
    await until(isAsked, 'the page asks for it');
    expect(widget.status).to.equal('loading');
    open();
    await says(widget, 'Ada, meet Bo.');
  });

  it('says so where it does not come, to whoever is signed in, and comes by “Try again”', async () => {
    const { widget, open } = see('ada');
    const { notes } = widget as unknown as { notes: { load(): Promise<object> } };
    const { load } = notes;
    let times = 0;
    notes.load = () => Promise.reject(new TypeError(`Failed to fetch, ${++times}`));
    open();
    await until(() => widget.status === 'failed', 'it did not come');
    await says(widget, "This part of the page didn't arrive. Try again");
    expect(read(widget)).not.to.include('could use a hand');
    const again = press(widget, 'Try again');
    await until(() => times === 2, 'it is asked for again');
    await widget.updateComplete;
    expect(widget.shadowRoot?.activeElement).to.equal(again);
    notes.load = load;
    press(widget, 'Try again');
    await says(widget, 'Ada, meet Bo.');
    expect(widget.status).to.equal('ready');
    expect(read(widget)).not.to.include("didn't arrive");
    expect(widget.shadowRoot?.activeElement).not.to.equal(null);
    expect(times).to.equal(2);
  });
});
