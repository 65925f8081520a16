import { expect } from '@open-wc/testing';
import { createStore, type Provider } from '@kith/core';
import type { Community, KithElement } from '@kith/elements';
import { memory } from '@kith/providers/memory';
import { byRole, put, read, says, settled, standing, until } from './support.js';

const ours = 'Everyone can fix something';
const theirs = 'Everyone can sing';

/** A community that stands for this, and takes what is wished. */
const taking = (statement: string): Provider => ({
  ...memory(standing(statement)),
  takes: new Set(['pledge']),
  send: () => Promise.resolve({ revision: 2 }),
});

/** A banner in which somebody was asked why they are here, and begins to answer; and the community it is in. */
async function written(
  answer: string,
): Promise<{ widget: KithElement; community: Community; field: HTMLTextAreaElement }> {
  const widget = await settled(put('<kith-purpose-banner></kith-purpose-banner>', taking(ours)));
  byRole(widget, 'button', 'Put my name to it').click();
  const field = await until(() => widget.shadowRoot?.querySelector('textarea'), 'it asks why');
  field.value = answer;
  field.dispatchEvent(new Event('input'));
  await widget.updateComplete;
  return { widget, community: widget.parentElement as Community, field };
}

describe('a widget somebody writes in', () => {
  it('keeps to its community when a better source appears, and follows that once the form is gone', async () => {
    const { widget, community, field } = await written('My mother’s radio.');
    community.provider = taking(theirs);
    await community.updateComplete;
    await settled(widget);
    expect(read(byRole(widget, 'heading'))).to.equal(ours);
    expect(field.isConnected).to.equal(true);
    expect(field.value).to.equal('My mother’s radio.');
    byRole(widget, 'button', 'Not now').click();
    await says(widget, theirs);
  });

  it('keeps to it also when it is given a store of its own', async () => {
    const { widget, field } = await written('My mother’s radio.');
    const kept = widget.store;
    widget.store = createStore(taking(theirs));
    expect(widget.store).to.equal(kept);
    await widget.updateComplete;
    expect(read(byRole(widget, 'heading'))).to.equal(ours);
    field.value = '';
    field.dispatchEvent(new Event('input'));
    await says(widget, theirs);
  });

  it('follows at once while nothing is written', async () => {
    const { widget, community } = await written('  ');
    community.provider = taking(theirs);
    await says(widget, theirs);
  });
});
