import { expect, fixtureSync } from '@open-wc/testing';
import type { Community, KithElement } from '@kith/elements';
import {
  addressOf,
  allByRole,
  hasPart,
  heard,
  inline,
  letters,
  part,
  press,
  read,
  says,
  settled,
  until,
  write,
} from './support.js';

const source = letters('You held the lamp.');
const wall = '<kith-recognition-wall></kith-recognition-wall>';
const badge = '<kith-role-badge name="builder" layout="card"></kith-role-badge>';

/** The widget of a page with such a community. */
const shown = (attributes: string, inside: string) => {
  const page = fixtureSync<HTMLElement>(`<div><kith-community ${attributes}>${inside}</kith-community></div>`);
  return settled(page.querySelector('kith-community > :not(script)') as KithElement);
};

describe('<kith-community provider="mail">', () => {
  const { click } = HTMLAnchorElement.prototype;
  const opened: string[] = [];

  beforeEach(() => {
    HTMLAnchorElement.prototype.click = function () {
      opened.push(this.href);
    };
  });
  afterEach(() => {
    HTMLAnchorElement.prototype.click = click;
    opened.splice(0);
  });

  for (const [where, attributes, inside] of [
    ['at an address', `src="${addressOf(source)}"`, badge],
    ['written in the tag', '', inline(source) + badge],
  ] as const)
    it(`makes an e-mail of what is written, to whom its author says, of a document ${where}`, async () => {
      const widget = await shown(`${attributes} provider="mail" to="me@site.example, desk@site.example"`, inside);
      press(widget, "I'd like to be known for this");
      write(await until(() => widget.shadowRoot?.querySelector('textarea'), 'it is asked'), 'I mend kettles.');
      await widget.updateComplete;
      part(widget, 'submit').click();
      await until(() => opened.length, 'a draft is opened');
      const [to, draft] = (opened[0] ?? '').split('?');
      expect(to).to.equal('mailto:me@site.example,desk@site.example');
      expect(new URLSearchParams(draft).get('body')).to.include('I mend kettles.');
    });

  it('says that it has to be sent there yet, and of nothing that it is done', async () => {
    const ladder = {
      id: 'bar',
      name: 'The bar',
      measures: [{ id: 'reps', label: 'pull-ups' }],
      rungs: [{ id: 'first', name: 'First', can: 'pull up', needs: [{ measure: 'reps', atLeast: 9 }] }],
    };
    const src = addressOf({ ...source, ladders: [ladder] });
    const widget = await shown(
      `src="${src}" provider="mail" to="me@site.example" viewer="ada"`,
      '<kith-progression-ladder></kith-progression-ladder>',
    );
    await until(() => allByRole(widget, 'button', 'Write it up').length, 'it can be written up');
    press(widget, 'Write it up');
    write(await until(() => widget.shadowRoot?.querySelector('input'), 'it is asked'), '4');
    await widget.updateComplete;
    part(widget, 'submit').click();
    await says(widget, 'Your mail program has it now. It goes once you send it there.');
    expect(read(widget)).not.to.include('On the board');
    expect(widget.matches(':state(unsent)')).to.equal(false);
    expect(opened).to.have.length(1);
  });

  it('opens one draft for a name and its line', async () => {
    const src = addressOf({ ...source, purpose: { statement: 'Everyone can fix something' } });
    const widget = await shown(
      `src="${src}" provider="mail" to="me@site.example" viewer="ada"`,
      '<kith-purpose-banner></kith-purpose-banner>',
    );
    press(widget, 'Put my name to it');
    write(await until(() => widget.shadowRoot?.querySelector('textarea'), 'it is asked'), 'My kettle.');
    await widget.updateComplete;
    part(widget, 'submit').click();
    await says(widget, 'Your mail program has it now.');
    expect(opened).to.have.length(1);
    expect(decodeURIComponent(opened[0] ?? ''))
      .to.include('My kettle.')
      .and.include('Everyone can fix something');
  });

  it('draws no button for what nobody puts in a letter', async () => {
    const widget = await shown(`src="${addressOf(source)}" provider="mail" to="me@site.example" viewer="cy"`, wall);
    expect(hasPart(widget, 'cheer')).to.equal(false);
    expect(hasPart(widget, 'write')).to.equal(true);
  });

  for (const to of ['', 'to="riverside"'])
    it(`only shows without an address, which its author reads once: ${to || 'none'}`, async () => {
      const widget = await shown(`src="${addressOf(source)}" provider="mail" ${to} viewer="cy"`, wall);
      expect(read(widget)).to.include('You held the lamp.');
      expect(allByRole(widget, 'button')).to.deep.equal([]);
      expect(heard().join()).to.match(/^<kith-community>: "\w*" is no e-mail address to write to\. Say to="…"[^<]+$/);
    });

  it('is one store for one address', async () => {
    const src = addressOf(source);
    const [one, two, again] = await Promise.all(
      ['one', 'two', 'one'].map(async (name) => {
        const place = `<kith-community src="${src}" provider="mail" to="${name}@site.example"></kith-community>`;
        const community = fixtureSync<Community>(place);
        await community.updateComplete;
        return community.store;
      }),
    );
    expect(one === again).to.equal(true);
    expect(one === two).to.equal(false);
    const place = document.querySelector<Community>('[to="two@site.example"]');
    if (place) place.to = 'one@site.example';
    await place?.updateComplete;
    expect(place?.store === one, 'once it is the same').to.equal(true);
  });
});
