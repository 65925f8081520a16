import { expect } from '@open-wc/testing';
import { createStore, ProviderError, type Introduction, type Member, type Provider } from '@kith/core';
import type { PeerIntro } from '@kith/elements';
import { memory } from '@kith/providers/memory';
import { announce } from '../../packages/elements/src/acts/announce.js';
import {
  allByRole,
  byRole,
  community,
  focused,
  hasPart,
  overhear,
  press,
  put,
  read,
  readOnly,
  says,
  settled,
  until,
  write,
} from './support.js';

const now = () => new Date('2026-11-21T12:00:00Z');
const hana: Member = { id: 'hana', name: 'Hana Host', called: 'Hana', host: true };
const [ada, bo, cy, dee, eli]: Member[] = [
  { id: 'ada', name: 'Ada Obi', called: 'Ada', asks: ['grant writing'] },
  { id: 'bo', name: 'Bo Lind', called: 'Bo', offers: ['grant writing'] },
  { id: 'cy', name: 'Cy Tan', called: 'Cy', topics: ['choir'] },
  { id: 'dee', name: 'Dee Roy', called: 'Dee', topics: ['choir'] },
  { id: 'eli', name: 'Eli Fox', called: 'Eli' },
] as [Member, Member, Member, Member, Member];
const four = [hana, ada, bo, cy, dee];

interface Given {
  viewer?: string;
  members?: Member[];
  introductions?: Introduction[];
  markup?: string;
  over?: (provider: Provider) => Provider;
}

async function see({ viewer = 'hana', members = four, introductions = [], markup, over = (one) => one }: Given = {}) {
  const provider = memory(community({ members, introductions }), { now });
  const widget = put<PeerIntro>(markup ?? '<kith-peer-intro></kith-peer-intro>');
  widget.store = createStore(over(provider), { viewer, now });
  await settled(widget);
  await until(() => widget.shadowRoot?.querySelector('button') ?? widget.status === 'empty', 'it is there');
  return { widget, provider };
}

const everybody = 'Introduce everybody';
const groups = (widget: Element) => [...(widget.shadowRoot?.querySelectorAll('.round > li') ?? [])].map(read);
const left = (widget: Element) => [...(widget.shadowRoot?.querySelectorAll('.left > li') ?? [])].map(read);
const buttons = (widget: Element) => allByRole(widget, 'button').map(read);
const heard = () => document.querySelector('.kith-said')?.textContent ?? '';
const field = (widget: Element) => widget.shadowRoot?.querySelector('.question textarea') as HTMLTextAreaElement;

async function unfold(given?: Given) {
  const seen = await see(given);
  press(seen.widget, everybody);
  await until(() => groups(seen.widget).length, 'the round is there');
  return seen;
}

describe('<kith-peer-intro>, a round for everybody', () => {
  it('is for whoever hosts, where introductions are taken, and in no note about one member', async () => {
    expect(buttons((await see()).widget)).to.include(everybody);
    expect(buttons((await see({ viewer: 'ada' })).widget)).not.to.include(everybody);
    expect(buttons((await see({ over: () => readOnly(community({ members: four })) })).widget)).not.to.include(
      everybody,
    );
    const about = await see({ markup: '<kith-peer-intro member="ada"></kith-peer-intro>' });
    expect(buttons(about.widget)).not.to.include(everybody);
    const mails = await see({ over: (one) => ({ ...one, reach: 'mail' }) });
    expect(buttons(mails.widget)).not.to.include(everybody);
  });

  it('unfolds every pair, why in words, and who is left out and why; nobody is asked yet', async () => {
    const { widget, provider } = await unfold();
    expect(groups(widget).sort()).to.deep.equal([
      "Bo and Ada Ada asked for grant writing, and that's Bo. Leave out this time",
      'Dee and Cy Each of them cares about choir. Leave out this time',
    ]);
    expect([...(widget.shadowRoot?.querySelectorAll('.round .deed') ?? [])].map(read).sort()).to.deep.equal([
      'choir',
      'grant writing',
    ]);
    expect(left(widget)).to.deep.equal(['A round is for members, not for whoever hosts: Hana.']);
    expect(provider.archive().introductions ?? []).to.deep.equal([]);
    expect(byRole(widget, 'button', everybody).ariaExpanded).to.equal('true');
    expect(widget.shadowRoot?.activeElement).to.equal(field(widget));
  });

  it('asks each pair on its own, in the host’s words, but those left out', async () => {
    const { widget, provider } = await unfold();
    const told = overhear(widget, 'kith-introduce');
    const choir = groups(widget).findIndex((one) => one.includes('choir'));
    const toggle = widget.shadowRoot?.querySelectorAll<HTMLElement>('.round [aria-pressed]')[choir];
    toggle?.focus();
    toggle?.click();
    await until(() => toggle?.ariaPressed === 'true', 'they are left out');
    expect(read(toggle as Element)).to.equal('Leave out this time');
    expect(widget.shadowRoot?.activeElement).to.equal(toggle);
    expect(buttons(widget)).to.include('Introduce one pair');
    press(widget, 'Introduce one pair');
    expect(told, 'nothing without a word').to.deep.equal([]);
    expect(widget.shadowRoot?.activeElement).to.equal(field(widget));
    write(field(widget), 'The autumn round.');
    await widget.updateComplete;
    press(widget, 'Introduce one pair');
    await says(widget, 'One pair will be asked. Each answers on their own.');
    const [one] = told.map(({ detail }) => detail as { people: string[]; text: string });
    expect([[...(one?.people ?? [])].sort(), one?.text, told.length]).to.deep.equal([
      ['ada', 'bo'],
      'The autumn round.',
      1,
    ]);
    await until(() => provider.archive().introductions?.length === 1, 'they are asked');
    expect(focused()).to.equal(byRole(widget, 'button', everybody));
    // Looked at again, they were introduced already.
    press(widget, everybody);
    await until(() => groups(widget).length, 'the next round is there');
    expect(groups(widget).join()).not.to.match(/Ada and Bo|Bo and Ada/);
  });

  it('draws three in a triangle, and asks all three pairs of them', async () => {
    const { widget, provider } = await unfold({ members: [...four, eli] });
    const trio = widget.shadowRoot?.querySelector('.round .trio');
    expect(trio?.querySelectorAll('.pebble')).to.have.length(3);
    for (const path of trio?.querySelectorAll('path') ?? [])
      expect(getComputedStyle(path).strokeDasharray).not.to.equal('none');
    write(field(widget), 'The autumn round.');
    await widget.updateComplete;
    press(widget, 'Introduce 4 pairs');
    await until(() => provider.archive().introductions?.length === 4, 'they are asked');
    const asked = (provider.archive().introductions ?? []).map(({ people }) => [...people].sort().join(' '));
    expect(new Set(asked).size).to.equal(4);
    expect(asked.filter((pair) => pair.includes('eli'))).to.have.length(2);
  });

  it('names who has nobody left', async () => {
    const introductions = ['bo', 'cy'].map((id) => ({
      id: `i${id}`,
      people: ['ada', id],
      by: 'hana',
      state: 'asked',
      at: '2026-11-14',
    }));
    const { widget } = await unfold({ members: [hana, ada, bo, cy], introductions });
    expect(left(widget)).to.include('Nobody is left this time for Ada.');
    const none = await see({ members: [hana, ada] });
    press(none.widget, everybody);
    await says(none.widget, 'There is nobody to introduce for now.');
    expect(left(none.widget)).to.include('Nobody else is here yet for Ada.');
  });

  it('folds by Escape or by its button, which has the focus; what was written stays', async () => {
    const { widget } = await unfold();
    write(field(widget), 'The autumn round.');
    await widget.updateComplete;
    field(widget).dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await until(() => !hasPart(widget, 'compose'), 'it is folded');
    expect(focused()).to.equal(byRole(widget, 'button', everybody));
    press(widget, everybody);
    await until(() => groups(widget).length, 'it is there again');
    expect(field(widget).value).to.equal('The autumn round.');
    press(widget, everybody);
    await until(() => !hasPart(widget, 'compose'), 'it is folded');
    expect(byRole(widget, 'button', everybody).ariaExpanded).to.equal('false');
  });

  it('says so where it could not be had, and comes by “Try again”', async () => {
    let fails = true;
    const over = (one: Provider): Provider => ({
      ...one,
      round: (viewer, signal) =>
        fails ? Promise.reject(new ProviderError('busy')) : (one.round?.(viewer, signal) ?? Promise.reject()),
    });
    const { widget } = await see({ over });
    press(widget, everybody);
    await says(widget, "This part of the page didn't arrive.");
    fails = false;
    press(widget, 'Try again');
    await until(() => groups(widget).length, 'the round is there');
  });

  it('is told once to whoever listens, and not of each pair', async () => {
    announce('So far.');
    await until(() => heard().includes('So far.'), 'what was said before is');
    const all: string[] = [];
    const listens = new MutationObserver(() => all.push(heard()));
    listens.observe(document.querySelector('.kith-said') as Element, { childList: true });
    const { widget, provider } = await unfold({ members: [...four, eli] });
    const sent = overhear(widget, 'kith-sent');
    write(field(widget), 'The autumn round.');
    await widget.updateComplete;
    press(widget, 'Introduce 4 pairs');
    await until(() => sent.length === 4 && provider.archive().introductions?.length === 4, 'they are asked');
    announce('That is all.');
    await until(() => heard().includes('That is all.'), 'all of it is said');
    listens.disconnect();
    const told = all.join(' ').replace('That is all.', '').trim();
    expect(told).to.equal('4 pairs will be asked. Each answers on their own.');
  });

  it('gives whoever runs the server the command that makes it there, and asks', async () => {
    const over =
      (base: string) =>
      ({ round: _, ...one }: Provider): Provider => ({ ...one, name: 'server', place: `server:${base}` });
    const { widget } = await see({ over: over('https://kith.example/v1/riverside/') });
    press(widget, everybody);
    await says(
      widget,
      "Whoever runs this community's server makes the round there. Without the last part nobody is asked: " +
        'npx @kith/server community introduce riverside --by hana --text "…"',
    );
    expect(hasPart(widget, 'compose')).to.equal(false);
    const odd = await see({ over: over('https://kith.example/v1/o%27hare%20$park/') });
    press(odd.widget, everybody);
    await says(odd.widget, String.raw`community introduce 'o'\''hare $park' --by hana --text "…"`);
  });

  it('is made where a tag names its source, too', async () => {
    const source = JSON.stringify(community({ members: four }));
    const src = URL.createObjectURL(new Blob([source], { type: 'application/json' }));
    const above = put(
      `<kith-community provider="browser" viewer="hana" src="${src}"><kith-peer-intro></kith-peer-intro></kith-community>`,
    );
    const widget = above.querySelector('kith-peer-intro') as PeerIntro;
    await until(() => buttons(widget).includes(everybody), 'it is offered');
    press(widget, everybody);
    await until(() => groups(widget).length, 'the round is there');
    expect(groups(widget)).to.have.length(2);
    above.remove();
  });

  it('is not offered by a page’s own provider that makes none', async () => {
    const over = ({ round: _, ...one }: Provider): Provider => ({ ...one, name: 'ours' });
    expect(buttons((await see({ over })).widget)).not.to.include(everybody);
  });

  it('speaks Arabic', async () => {
    const { widget } = await see();
    widget.locale = 'ar';
    const button = await until(
      () =>
        [...(widget.shadowRoot?.querySelectorAll('button') ?? [])].find((one) => read(one).startsWith('عرّف الجميع')),
      'it has its button',
    );
    button.click();
    await until(() => groups(widget).length, 'the round is there');
    expect(read(widget)).to.include('يهمّ كلًّا منهم: choir.');
  });
});
