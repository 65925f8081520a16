import { expect } from '@open-wc/testing';
import { ProviderError, type CommunityDocument, type HeldRole, type Member, type Provider } from '@kith/core';
import type { RoleBadge } from '@kith/elements';
import { memory, type MemoryProvider } from '@kith/providers/memory';
import {
  allByRole,
  byRole,
  community,
  counting,
  focused,
  hasPart,
  overhear,
  part,
  people,
  read,
  readOnly,
  says,
  sending,
  show,
  showTo,
  until,
} from './support.js';

const chips = '<kith-role-badge member="ada"></kith-role-badge>';
const list = '<kith-role-badge></kith-role-badge>';
const builder = '<kith-role-badge name="builder" layout="card"></kith-role-badge>';
const [first, ...others] = people as [Member, ...Member[]];
const SIX = /^Who (passes|introduces|knows|tries|mends|tells) /;
/** The questions of a community that has three roles. */
const roles = ['connector', 'builder', 'tea'].map((id) => ({ id, name: id === 'tea' ? 'Tea' : id }));
const holding = (held: HeldRole[]): CommunityDocument => community({ members: [{ ...first, roles: held }, ...others] });

const field = (widget: RoleBadge) => widget.shadowRoot?.querySelector<HTMLInputElement>('[role=combobox]');
const asked = (widget: RoleBadge) => read(field(widget)?.labels?.[0] ?? document.body);
const options = (widget: RoleBadge) => [...(widget.shadowRoot?.querySelectorAll('[role=option]') ?? [])].map(read);
const held = (provider: MemoryProvider, role: string, id: string) =>
  provider
    .archive()
    .members?.find((member) => member.id === id)
    ?.roles?.find((one) => one.role === role);

/** Presses a key where the focus is; what a browser does with Enter in a field it does here, too. */
function key(name: string): boolean {
  const at = focused() as HTMLElement;
  const isLeft = at.dispatchEvent(
    new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true }),
  );
  if (isLeft && name === 'Enter') {
    if (at instanceof HTMLInputElement) at.form?.requestSubmit();
    else if (at instanceof HTMLButtonElement) at.click();
  }
  return isLeft;
}

/** Types into whatever has the focus. */
async function type(widget: RoleBadge, text: string): Promise<void> {
  const at = focused() as HTMLInputElement;
  at.value = text;
  at.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await widget.updateComplete;
}

/** Opens it, as by keyboard, and waits for its first question. */
async function open(widget: RoleBadge): Promise<HTMLElement> {
  const button = byRole(widget, 'button', 'Suggest someone');
  button.focus();
  key('Enter');
  await until(() => field(widget) && focused() === field(widget), 'the first question has the focus');
  return button;
}

/** Answers the question that is open with whoever is found first by this name, by keyboard alone. */
async function name(widget: RoleBadge, typed: string): Promise<void> {
  await type(widget, typed);
  await until(() => options(widget).length, 'somebody is found');
  key('Enter');
  await until(() => !options(widget).length, 'they are chosen');
}

/** Goes on to the next question, or the summary, and waits for its focus. */
async function next(widget: RoleBadge): Promise<void> {
  const before = focused();
  part(widget, 'submit').focus();
  key('Enter');
  await until(() => focused() !== before && focused() !== part(widget, 'submit'), 'what comes next has the focus');
}

describe('the role finder of <kith-role-badge>', () => {
  it('asks three short questions, one at a time, the one that was asked there first', async () => {
    const widget = await showTo<RoleBadge>('bo', chips, community());
    expect(read(widget)).to.match(/^No roles yet\. Who introduces people here\? Suggest someone/);
    await open(widget);
    expect(asked(widget)).to.equal('Who introduces people?');
    await says(widget, 'Question 1 of 3');
    for (const [at, n] of [
      [2, 1],
      [3, 2],
    ] as const) {
      byRole(widget, 'button', 'Nobody comes to mind').click();
      await says(widget, `Question ${at} of 3`);
      expect(asked(widget)).to.match(SIX);
      expect(n).to.equal(at - 1);
    }
  });

  it('is opened from the roles there are, too', async () => {
    const widget = await showTo<RoleBadge>('bo', list, community());
    expect(part(widget, 'suggest').classList.contains('main')).to.equal(false);
    await open(widget);
    expect(asked(widget)).to.match(SIX);
  });

  it('is answered, gone through and sent by keyboard alone', async () => {
    const provider = memory(community({ roles }));
    const widget = await showTo<RoleBadge>('bo', list, provider);
    const said = overhear(document.body, 'kith-affirm-role');
    const opener = await open(widget);
    const box = field(widget) as HTMLInputElement;
    await type(widget, 'o');
    await until(() => options(widget).length > 1, 'several are found');
    expect(box.ariaExpanded).to.equal('true');
    const [, second = ''] = options(widget);
    expect(key('ArrowDown')).to.equal(false);
    await widget.updateComplete;
    const active = box.getAttribute('aria-activedescendant') ?? '';
    expect(read(widget.shadowRoot?.getElementById(active) as Element)).to.equal(second);
    expect(key('Escape')).to.equal(false);
    await until(() => !options(widget).length, 'the list is closed');
    expect(hasPart(widget, 'compose')).to.equal(true);
    await name(widget, 'noor');
    expect((field(widget) as HTMLInputElement).value).to.equal('Noor Haddad');
    await says(widget, 'Only Noor sees it until they say yes.');
    (widget.shadowRoot?.querySelector('textarea') as HTMLElement).focus();
    await type(widget, ' She sat me beside Siobhán. ');
    await next(widget);
    await says(widget, 'Question 2 of 3');
    await name(widget, 'cy');
    key('Enter');
    await says(widget, 'Question 3 of 3');
    await until(() => focused() === field(widget), 'the third question has the focus');
    byRole(widget, 'button', 'Nobody comes to mind').focus();
    key('Enter');
    await says(widget, 'Whom you suggest');
    await until(() => focused()?.matches('.lead'), 'the summary has the focus');
    expect([...(widget.shadowRoot?.querySelectorAll('.suggested li') ?? [])].map(read)).to.deep.equal([
      'Noor, connector: “She sat me beside Siobhán.” Only Noor sees it until they say yes. Change: connector',
      'Cy, builder Only Cy sees it until they say yes. Change: builder',
    ]);
    expect(said).to.deep.equal([]);
    expect(read(part(widget, 'submit'))).to.equal('Suggest all 2');
    part(widget, 'submit').focus();
    key('Enter');
    expect(said.map(({ detail }) => detail)).to.deep.equal([
      { member: 'noor', role: 'connector', on: true, because: 'She sat me beside Siobhán.' },
      { member: 'cy', role: 'builder', on: true },
    ]);
    await says(widget, 'Only they see it until they say yes, each their own: Noor and Cy.');
    expect(hasPart(widget, 'compose')).to.equal(false);
    expect(focused()).to.equal(opener);
    await until(() => held(provider, 'builder', 'cy')?.affirmed?.count === 1, 'it has arrived');
  });

  it('loses nothing on the way back and forth, nor where it is left and opened again', async () => {
    const widget = await showTo<RoleBadge>('bo', list, community({ roles }));
    const opener = await open(widget);
    await name(widget, 'noor');
    (widget.shadowRoot?.querySelector('textarea') as HTMLElement).focus();
    await type(widget, 'The soup.');
    await next(widget);
    await type(widget, 'no one of th');
    byRole(widget, 'button', 'Back').click();
    await says(widget, 'Question 1 of 3');
    const written = () => [field(widget)?.value, widget.shadowRoot?.querySelector('textarea')?.value];
    expect(written()).to.deep.equal(['Noor Haddad', 'The soup.']);
    await next(widget);
    expect(written()).to.deep.equal(['no one of th', '']);
    key('Escape');
    await until(() => !hasPart(widget, 'compose'), 'it is left');
    expect(focused()).to.equal(opener);
    await open(widget);
    await says(widget, 'Question 2 of 3');
    expect(written()).to.deep.equal(['no one of th', '']);
  });

  it('goes from the summary back to what is to be changed', async () => {
    const widget = await showTo<RoleBadge>('bo', list, community({ roles: roles.slice(0, 2) }));
    await open(widget);
    await name(widget, 'noor');
    await next(widget);
    await name(widget, 'cy');
    await next(widget);
    byRole(widget, 'button', 'Change: connector').click();
    await says(widget, 'Question 1 of 2');
    await until(() => focused() === field(widget), 'its field has the focus');
    await name(widget, 'tomás');
    await next(widget);
    await next(widget);
    await says(widget, 'Tomás, connector');
    await says(widget, 'Cy, builder');
  });

  it('sends nothing where nobody came to mind, and says so', async () => {
    const widget = await showTo<RoleBadge>('bo', list, community({ roles: roles.slice(0, 2) }));
    const said = overhear(document.body, 'kith-affirm-role');
    await open(widget);
    byRole(widget, 'button', 'Nobody comes to mind').click();
    await says(widget, 'Question 2 of 2');
    byRole(widget, 'button', 'Nobody comes to mind').click();
    await says(widget, 'Nobody came to mind this time. Nothing is sent.');
    part(widget, 'submit').click();
    await says(widget, 'Question 2 of 2');
    expect(said).to.deep.equal([]);
  });

  it('tells whoever names themselves that it has to come from somebody else', async () => {
    const widget = await showTo<RoleBadge>('bo', list, community({ roles }));
    await open(widget);
    await type(widget, 'bo lind');
    await until(() => options(widget).length, 'they are found');
    key('Enter');
    await says(widget, 'Kind thought. This one has to come from somebody else.');
    expect(focused()).to.equal(field(widget));
    await next(widget).catch(() => undefined);
    await says(widget, 'Question 1 of 3');
    await name(widget, 'noor');
    expect(read(widget)).not.to.include('Kind thought.');
  });

  it('says of who has that role already that it stands at once', async () => {
    const widget = await showTo<RoleBadge>('bo', builder, holding([{ role: 'builder', accepted: true }]));
    await open(widget);
    await name(widget, 'ada');
    await says(widget, 'Ada said yes to this role before. What you say stands with it at once.');
    expect(read(widget)).not.to.include('Only Ada sees it');
  });

  it('finds nobody who is a bot, and says where nobody goes by a name', async () => {
    const members = [...people, { id: 'bot', name: 'Noor Bot', kind: 'bot' }];
    const widget = await showTo<RoleBadge>('bo', list, community({ roles, members }));
    await open(widget);
    await type(widget, 'noor');
    await until(() => options(widget).length, 'somebody is found');
    expect(options(widget)).to.deep.equal(['NH Noor Haddad'.slice(3)]);
    await type(widget, 'nobody at all');
    await says(widget, 'Nobody here goes by that name.');
  });

  it('finds one among many, whose name nobody could have chosen from a list', async () => {
    const crowd = Array.from({ length: 150 }, (_, i) => ({ id: `m${i}`, name: `Member ${i}` }));
    const widget = await showTo<RoleBadge>('bo', list, community({ roles, members: [...people, ...crowd] }));
    await open(widget);
    await name(widget, 'member 149');
    expect(field(widget)?.value).to.equal('Member 149');
  });

  it('is the one question, where it is about one role', async () => {
    const provider = memory(holding([]));
    const widget = await showTo<RoleBadge>('bo', builder, provider);
    const said = overhear(document.body, 'kith-affirm-role');
    await open(widget);
    expect(asked(widget)).to.equal('Who mends what the rest of us stand on?');
    expect(hasPart(widget, 'pass')).to.equal(false);
    expect(read(widget)).not.to.include('Question');
    await name(widget, 'cy');
    expect(read(part(widget, 'submit'))).to.equal('Suggest Cy for this');
    part(widget, 'submit').click();
    expect(said.map(({ detail }) => detail)).to.deep.equal([{ member: 'cy', role: 'builder', on: true }]);
    await says(widget, 'Only Cy sees it until they say yes.');
    await until(() => held(provider, 'builder', 'cy')?.affirmed?.count === 1, 'it has arrived');
  });

  it('says of nobody that only they see it where it becomes a letter to the organisers', async () => {
    const provider = Object.assign(memory(holding([])), { reach: 'mail' as const });
    const widget = await showTo<RoleBadge>('bo', builder, provider);
    const said = overhear(document.body, 'kith-affirm-role');
    await open(widget);
    await name(widget, 'cy');
    expect(read(widget)).not.to.include('until they say yes');
    part(widget, 'submit').click();
    await until(() => said.length, 'it is written');
    await widget.updateComplete;
    expect(read(widget)).not.to.include('until they say yes');
  });

  it('keeps what the page prevents, and sends the rest once', async () => {
    const widget = await showTo<RoleBadge>('bo', list, community({ roles: roles.slice(0, 2) }));
    widget.addEventListener('kith-affirm-role', (event) => {
      if (event.detail.member === 'cy') event.preventDefault();
    });
    const said = overhear(document.body, 'kith-affirm-role');
    await open(widget);
    await name(widget, 'noor');
    await next(widget);
    await name(widget, 'cy');
    await next(widget);
    part(widget, 'submit').click();
    await until(() => field(widget)?.value === 'Cy Tan', 'what was prevented is still open');
    await says(widget, 'Only Noor sees it until they say yes.');
    part(widget, 'submit').click();
    expect(said.map(({ detail }) => (detail as { member: string }).member)).to.deep.equal(['noor', 'cy', 'cy']);
    expect(hasPart(widget, 'compose')).to.equal(true);
  });

  it('tells of each that was refused, by which it was, and lets it be mended', async () => {
    const { provider, next: sent, inner } = sending(community({ roles: roles.slice(0, 2) }));
    const widget = await showTo<RoleBadge>('bo', list, provider);
    await open(widget);
    await name(widget, 'noor');
    (widget.shadowRoot?.querySelector('textarea') as HTMLElement).focus();
    await type(widget, 'The soup.');
    await next(widget);
    await name(widget, 'cy');
    await next(widget);
    part(widget, 'submit').click();
    (await sent()).refuse('too-often');
    (await sent()).take();
    await says(widget, 'Not sent.');
    await says(widget, 'The soup.');
    await until(() => held(inner, 'builder', 'cy')?.affirmed?.count === 1, 'the other has arrived');
    byRole(widget, 'button', 'Edit').click();
    await until(() => field(widget)?.value === 'Noor Haddad', 'it is known who that is');
    (widget.shadowRoot?.querySelector('textarea') as HTMLElement).focus();
    await type(widget, 'The stew.');
    expect(read(part(widget, 'submit'))).to.equal('Suggest Noor for this');
    part(widget, 'submit').click();
    (await sent()).take();
    await until(() => held(inner, 'connector', 'noor')?.affirmed?.by?.[0]?.because === 'The stew.', 'it has arrived');
    await until(() => !hasPart(widget, 'refused'), 'the refused one is gone');
  });

  it('tells of what was refused on an earlier page', async () => {
    const crowd = Array.from({ length: 150 }, (_, i) => ({ id: `a${i}`, name: `Ann ${i}` }));
    const source = memory(community({ members: [...crowd, ...people] }));
    const refusing: Provider = {
      ...source,
      send: () => Promise.reject(new ProviderError('refused', { reason: 'too-often' })),
    };
    const widget = await showTo<RoleBadge>('bo', chips, refusing);
    widget.store?.wish('affirm-role', { member: 'tomas', role: 'builder', on: true, because: 'The soup.' });
    await says(widget, 'Not sent.');
    byRole(widget, 'button', 'Edit').click();
    await until(() => field(widget)?.value === 'Tomás Vega', 'it is known who that is');
    expect(widget.shadowRoot?.querySelector('textarea')?.value).to.equal('The soup.');
  });

  it('is nothing a page loads before it is opened, and asks of nobody before somebody types', async () => {
    const provider = counting(memory(community({ roles })));
    const widget = await showTo<RoleBadge>('bo', list, provider);
    const worn = () =>
      widget.shadowRoot?.adoptedStyleSheets.some(({ cssRules }) =>
        [...cssRules].some(({ cssText }) => cssText.includes('.suggested')),
      );
    await until(() => widget.shadowRoot?.adoptedStyleSheets.length, 'it is drawn');
    expect(worn()).to.equal(false);
    await open(widget);
    expect(worn()).to.equal(true);
    expect(provider.asked).not.to.include('members');
  });

  it('is offered to a visitor too, who is told to sign in', async () => {
    const widget = await show<RoleBadge>(builder, community());
    await open(widget);
    await name(widget, 'cy');
    part(widget, 'submit').click();
    await says(widget, 'Not sent. Sign in and it goes at once. Your words are kept.');
  });

  it('is nowhere on a page that only shows', async () => {
    for (const markup of [chips, list, builder])
      expect(hasPart(await showTo('bo', markup, readOnly(community())), 'suggest')).to.equal(false);
  });

  it('asks in Arabic', async () => {
    const widget = await showTo<RoleBadge>(
      'bo',
      '<kith-role-badge member="ada" locale="ar"></kith-role-badge>',
      community(),
    );
    part(widget, 'suggest').click();
    await until(() => field(widget), 'it is asked');
    expect(asked(widget)).to.equal('من يعرّف الناس بعضهم ببعض؟');
    expect(allByRole(widget, 'button').map(read).join()).not.to.match(/[a-z]/i);
  });
});
