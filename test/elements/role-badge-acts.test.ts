import { expect, fixtureSync } from '@open-wc/testing';
import type { CommunityDocument, HeldRole, Member } from '@kith/core';
import type { RoleBadge } from '@kith/elements';
import { memory, type MemoryProvider } from '@kith/providers/memory';
import {
  allByRole,
  byRole,
  communityOf,
  community,
  focused,
  hasPart,
  part,
  people,
  read,
  says,
  settled,
  until,
} from './support.js';

const CONNECTOR: HeldRole = {
  role: 'connector',
  aspires: 'I know who has a van.',
  accepted: true,
  affirmed: { count: 1, by: [{ member: 'noor', because: 'She rang from the ferry.' }] },
};
const [first, ...others] = people as [Member, ...Member[]];
/** A community in which Ada holds these roles. */
const ada = (roles: HeldRole[], pieces: Partial<CommunityDocument> = {}) =>
  community({ members: [{ ...first, roles }, ...others], ...pieces });
/** The same, with what Ada has not answered yet. */
const archive = (roles: HeldRole[]): CommunityDocument => ({
  ...ada(roles),
  archive: true,
  members: [{ ...first, roles }, ...others].map((each) => ({ visibility: 'everyone', ...each })),
});

const card = '<kith-role-badge member="ada" name="connector" layout="card"></kith-role-badge>';
const chips = '<kith-role-badge member="ada"></kith-role-badge>';
const builder = '<kith-role-badge name="builder" layout="card"></kith-role-badge>';

/** A badge as this member sees it; as a visitor does where none is said. */
async function seen(
  by: string | undefined,
  markup: string,
  source: CommunityDocument | MemoryProvider,
): Promise<RoleBadge> {
  const place = communityOf(source);
  if (by) place.viewer = by;
  place.innerHTML = markup;
  fixtureSync<Element>('<div></div>').append(place);
  return settled(place.firstElementChild as RoleBadge);
}

/** What is wished meanwhile, as the page hears it. */
function wishes(widget: Element): [string, object][] {
  const said: [string, object][] = [];
  for (const name of ['affirm-role', 'claim-role', 'accept-role'])
    widget.parentElement?.addEventListener(`kith-${name}`, (event) => said.push([name, (event as CustomEvent).detail]));
  return said;
}

const pressed = (button: HTMLElement) => button.ariaPressed;
const field = (widget: RoleBadge) => until(() => widget.shadowRoot?.querySelector('textarea'), 'something is asked');
const beads = (widget: RoleBadge) => [...(widget.shadowRoot?.querySelectorAll('.beads > *') ?? [])];

/** Writes into what is asked, and sends it. */
async function answer(widget: RoleBadge, words: string): Promise<void> {
  const text = await field(widget);
  text.value = words;
  text.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await widget.updateComplete;
  part(widget, 'submit').click();
  await widget.updateComplete;
}

describe('<kith-role-badge>, acting', () => {
  describe('of what somebody has seen of another', () => {
    it('says it at once with one press, and their bead is on the ring', async () => {
      const widget = await seen('bo', card, ada([CONNECTOR]));
      const said = wishes(widget);
      const button = byRole(widget, 'button', "I've seen this");
      expect(button.part.contains('affirm')).to.equal(true);
      expect(pressed(button)).to.equal('false');
      button.click();
      expect(said).to.deep.equal([['affirm-role', { member: 'ada', role: 'connector', on: true }]]);
      await says(widget, 'Noor and Bo have seen it.');
      expect(pressed(button)).to.equal('true');
      expect(read(button)).to.equal("I've seen this");
      expect(beads(widget)).to.have.length(2);
    });

    it('then asks what they saw, and says it again with that', async () => {
      const provider = memory(ada([CONNECTOR]));
      const widget = await seen('bo', card, provider);
      const said = wishes(widget);
      const button = byRole(widget, 'button', "I've seen this");
      button.focus();
      button.click();
      const text = await field(widget);
      await until(() => focused() === text, 'the question has the focus');
      expect(read(text.labels[0] as Element)).to.equal('What did you see?');
      expect(read(part(widget, 'compose'))).to.include('Ada can read what you saw.');
      await answer(widget, 'She knew whose van.');
      expect(said[1]).to.deep.equal([
        'affirm-role',
        { member: 'ada', role: 'connector', on: true, because: 'She knew whose van.' },
      ]);
      expect(hasPart(widget, 'compose')).to.equal(false);
      expect(focused()).to.equal(button);
      await says(widget, 'Ada can read what you saw.');
      await says(widget, 'Noor and Bo have seen it.');
      await until(
        () => provider.archive().members?.[0]?.roles?.[0]?.affirmed?.by?.[1]?.because === 'She knew whose van.',
        'it has arrived',
      );
    });
  });
});
