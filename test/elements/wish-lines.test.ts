import { expect } from '@open-wc/testing';
import type { PurposeBanner } from '@kith/elements';
import { announce } from '../../packages/elements/src/acts/announce.js';
import {
  hasPart,
  letters,
  overhear,
  part,
  press,
  read,
  says,
  sending,
  settled,
  showTo,
  standing,
  until,
  widen,
  write,
} from './support.js';

const tag = '<kith-purpose-banner></kith-purpose-banner>';
const arabic = '<kith-purpose-banner locale="ar"></kith-purpose-banner>';
const source = standing('Everyone can fix something');

/** A banner in which this was refused. */
async function refused(reason: string, params?: Record<string, unknown>, markup = tag, line?: string) {
  const { provider, next } = sending(source);
  const widget = await showTo<PurposeBanner>('ada', markup, provider);
  part(widget, 'pledge').click();
  const name = await next();
  if (line === undefined) name.refuse(reason, params);
  else {
    name.take();
    write(await until(() => widget.shadowRoot?.querySelector('textarea'), 'it is asked'), line);
    await widget.updateComplete;
    part(widget, 'submit').click();
    (await next()).refuse(reason, params);
  }
  await until(() => hasPart(widget, 'refused'), 'it says that it was refused');
  return widget;
}

/** Reads text that is hidden for its first moment, too. */
const lineIn = (widget: Element) => read(part(widget, 'refused'));

const reasons: [reason: string, params: Record<string, unknown> | undefined, english: string][] = [
  ['signed-out', undefined, 'Sign in and it goes at once. Your words are kept.'],
  ['not-allowed', undefined, 'Here only the hosts can do this.'],
  ['not-allowed', { who: 'Dee' }, 'Here only Dee can do this.'],
  ['not-yours', undefined, "This one is someone else's to change."],
  ['self', undefined, 'Kind thought. This one has to come from somebody else.'],
  ['unknown', undefined, "We can't find that any more."],
  ['invalid', { field: 'line' }, 'One thing to mend: your line.'],
  ['invalid', { field: 'purposeVersion' }, 'One thing to mend: how it is written.'],
  ['too-long', { n: 12 }, '12 characters too many. Nothing was cut.'],
  ['too-often', undefined, "That's plenty for now. Your words are kept; send them a little later."],
  ['gone', undefined, 'This was taken down while you were writing.'],
  ['gone', { days: 120 }, 'It waited for more than 120 days. Say it again if it still holds.'],
  ['stale-purpose', undefined, 'The wording changed while you were reading. Here is the new one.'],
  ['read-only', undefined, 'This page shows, but cannot receive.'],
  ['phase-of-the-moon', undefined, "It can't be taken as it is."],
  ['constructor', undefined, "It can't be taken as it is."],
];

/** What would be refused for ever is not tried again, but said anew. */
const isOver = (reason: string, params: Record<string, unknown> | undefined) =>
  reason === 'stale-purpose' || params?.['days'] !== undefined;

describe('what was not sent', () => {
  for (const [reason, params, english] of reasons)
    it(`says why in the reader's language: ${reason} ${params ? JSON.stringify(params) : ''}`, async () => {
      const widget = await refused(reason, params);
      expect(lineIn(widget)).to.match(
        new RegExp(
          `^Not sent\\. ${english.replace(/[.?]/g, '\\$&')} ${isOver(reason, params) ? '' : 'Try again '}Throw away$`,
        ),
      );
      const other = await refused(reason, params, arabic);
      const said = lineIn(other);
      expect(said)
        .to.match(/^لم يُرسَل\. /)
        .and.not.match(/[a-z]{3}/);
      expect(said.length).to.be.greaterThan('لم يُرسَل. '.length + 20);
    });

  it('is shown in full, as it was written, and can be mended where there is something to mend', async () => {
    const text = `${'A line with <b>marks</b> & "quotes". '.repeat(7)}The end.`;
    const widget = await refused('too-often', undefined, tag, text);
    expect(lineIn(widget)).to.include('Edit Try again Throw away').and.to.include(text);
    expect(part(widget, 'refused').querySelector('b')).to.equal(null);
  });

  for (const [what, text] of [
    ['a word without end', 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(6)],
    ['marks upon marks', `Z${'̸̢̛̗͚̹̳̜͍͈͑̍̃'.repeat(8)} ate it`],
    ['letters without width', 'a‍b​c﻿d '.repeat(20)],
    ['both directions', '‮reversed‬ and مرحبا and 日本語 ⁦isolated⁩'],
    ['families of emoji', '👩‍👩‍👧‍👦'.repeat(40)],
  ] as const)
    it(`stays within 280 px: ${what}`, async () => {
      const widget = await refused('too-often', undefined, tag, text);
      await widen(widget, 280);
      expect(read(part(widget, 'refused')).replace(/\s/g, '')).to.include(text.trim().replace(/\s/g, ''));
      const base = part(widget, 'base');
      expect(base.scrollWidth).to.be.at.most(280);
      press(widget, 'Edit');
      await until(() => hasPart(widget, 'compose'), 'it is being mended');
      await widget.updateComplete;
      expect(base.scrollWidth, 'while it is being mended').to.be.at.most(280);
    });

  it('is announced and told of once, too, where an earlier page had said it', async () => {
    const { provider, next } = sending(source);
    const widget = await showTo<PurposeBanner>('ada', tag + tag, provider);
    await settled(widget.nextElementSibling as PurposeBanner);
    const told = overhear(document.body, 'kith-refused');
    widget.store?.wish('pledge', { on: true, purposeVersion: 1, line: 'My kettle.' });
    await says(widget, 'Leave the page open');
    (await next()).refuse('too-often');
    await until(() => hasPart(widget, 'refused'), 'it says that it was refused');
    const region = await until(() => document.querySelector('.kith-said'), 'there is something that announces');
    await until(() => region.textContent?.includes("Not sent. That's plenty"), 'it is announced');
    expect(told.map(({ detail }) => (detail as { reason: string }).reason)).to.deep.equal(['too-often']);
  });

  it('says once it is kept on this device that it is, until something else is said', async () => {
    const { provider, next } = sending(source);
    const widget = await showTo<PurposeBanner>('ada', tag, { ...provider, reach: 'device' });
    part(widget, 'with-us').click();
    const wish = await next();
    expect(read(widget)).not.to.include('Kept on this device.');
    wish.take();
    await says(widget, 'Kept on this device.');
    expect(widget.matches(':state(unsent)')).to.equal(false);
    expect(part(widget, 'kept').checkVisibility()).to.equal(true);
    part(widget, 'pledge').click();
    await widget.updateComplete;
    expect(hasPart(widget, 'kept'), 'while something else is said').to.equal(false);
    (await next()).take();
    await says(widget, 'Kept on this device.');
    expect(widget.shadowRoot?.querySelectorAll('[part~=kept]')).to.have.length(1);
  });

  it('says so beneath the letter it is about, and in one widget of two', async () => {
    const { provider, next } = sending(letters('The kettle works.', 'The lamp works.'));
    const wall = '<kith-recognition-wall></kith-recognition-wall>';
    const widget = await showTo('cy', wall + wall, { ...provider, reach: 'device' });
    const other = await settled(widget.nextElementSibling as typeof widget);
    press(widget, 'Cheer');
    (await next()).take();
    await until(() => hasPart(widget, 'kept'), 'it says so');
    expect(part(widget, 'kept').closest('[role=listitem]')?.textContent).to.include('The kettle works.');
    await other.updateComplete;
    expect(hasPart(other, 'kept')).to.equal(false);
  });

  it('says in its place, and in no other, that it waits', async () => {
    const { provider, next } = sending(source);
    const widget = await showTo<PurposeBanner>('ada', tag, provider);
    part(widget, 'with-us').click();
    const wish = await next();
    await says(widget, "This browser won't keep it. Leave the page open until it has gone.");
    wish.take();
    await until(() => !hasPart(widget, 'unsent'), 'it has gone');
  });
});

describe('an announcement', () => {
  const regions = () => [...document.querySelectorAll('.kith-said')];
  const announced = () => regions().map((region) => region.textContent);
  const quiet = () => until(() => announced().every((said) => said !== ''), 'it was said');

  it('is polite, in the page itself, and one for all that comes together', async () => {
    announce('One.');
    announce('Two.');
    announce('One.');
    await until(() => announced().some((said) => said?.includes('One. Two.')), 'it is announced');
    expect(regions()).to.have.length(1);
    expect(regions()[0]?.getAttribute('aria-live')).to.equal('polite');
    expect(regions()[0]?.parentElement).to.equal(document.body);
    expect(announced()[0]?.match(/One\./g)).to.have.length(1);
  });

  it('that was made before is made again', async () => {
    announce('Once more.');
    await quiet();
    const region = regions()[0] as Element;
    let changes = 0;
    new MutationObserver(() => changes++).observe(region, { childList: true });
    announce('Once more.');
    await until(() => changes > 1 && region.textContent === 'Once more.', 'it is there anew');
  });

  it('is made though the page took away what says it, before or meanwhile', async () => {
    regions().forEach((region) => region.remove());
    announce('Before.');
    await until(() => announced()[0] === 'Before.', 'it is announced');
    announce('Meanwhile.');
    regions().forEach((region) => region.remove());
    await until(() => announced()[0] === 'Meanwhile.', 'it is announced');
    expect(regions()).to.have.length(1);
  });
});
