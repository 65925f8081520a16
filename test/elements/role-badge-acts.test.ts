import { expect, fixtureSync } from '@open-wc/testing';
import { ProviderError, type CommunityDocument, type HeldRole, type IntentName, type Member } from '@kith/core';
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

/** A provider that refuses what is wished until it is told otherwise. */
function refusing(source: CommunityDocument, reason = 'not-allowed'): MemoryProvider & { relent(): void } {
  const provider = memory(source);
  const { send } = provider;
  let relents = false;
  return Object.assign(provider, {
    send: ((intent, signal) =>
      relents
        ? send(intent, signal)
        : Promise.reject(new ProviderError('refused', { reason }))) as MemoryProvider['send'],
    relent: () => (relents = true),
  });
}

const button = (widget: RoleBadge, name: string) => byRole(widget, 'button', name);
const buttons = (widget: RoleBadge) => allByRole(widget, 'button').map(read);
const held = (provider: MemoryProvider, role: string, id = 'ada') =>
  provider
    .archive()
    .members?.find((member) => member.id === id)
    ?.roles?.find((one) => one.role === role);

/** Whether what comes late is here: its sheet comes with it. */
const worn = (widget: RoleBadge) =>
  widget.shadowRoot?.adoptedStyleSheets.some(({ cssRules }) =>
    [...cssRules].some(({ cssText }) => cssText.includes('slide-on')),
  );

/** Unfolds what is behind these words. */
async function unfold(widget: RoleBadge, words: string): Promise<HTMLElement> {
  const summary = await until(
    () => [...(widget.shadowRoot?.querySelectorAll('summary') ?? [])].find((each) => read(each) === words),
    `“${words}” can be unfolded`,
  );
  summary.focus();
  summary.click();
  await until(() => summary.parentElement?.querySelector('button'), `“${words}” is unfolded`);
  return summary;
}

describe('<kith-role-badge>, acting', () => {
  describe('on what somebody has seen of another', () => {
    it('says it at once with one press, and their bead is on the ring', async () => {
      const widget = await seen('bo', card, ada([CONNECTOR]));
      const said = wishes(widget);
      const affirm = button(widget, "I've seen this");
      expect(affirm.part.contains('affirm')).to.equal(true);
      expect(affirm.ariaPressed).to.equal('false');
      affirm.click();
      expect(said).to.deep.equal([['affirm-role', { member: 'ada', role: 'connector', on: true }]]);
      await says(widget, 'Noor and Bo have seen it.');
      expect(affirm.ariaPressed).to.equal('true');
      expect(read(affirm)).to.equal("I've seen this");
      expect(beads(widget)).to.have.length(2);
    });

    it('then asks what they saw, and says it again with that', async () => {
      const provider = memory(ada([CONNECTOR]));
      const widget = await seen('bo', card, provider);
      const said = wishes(widget);
      const affirm = button(widget, "I've seen this");
      affirm.focus();
      affirm.click();
      const text = await field(widget);
      await until(() => focused() === text, 'the question has the focus');
      expect(read(text.labels[0] as Element)).to.equal('What did you see?');
      expect(read(part(widget, 'compose'))).to.include('Ada can read what you saw.');
      await answer(widget, ' She knew whose van. ');
      expect(said[1]).to.deep.equal([
        'affirm-role',
        { member: 'ada', role: 'connector', on: true, because: 'She knew whose van.' },
      ]);
      expect(hasPart(widget, 'compose')).to.equal(false);
      expect(focused()).to.equal(affirm);
      await says(widget, 'Ada can read what you saw.');
      await says(widget, 'Noor and Bo have seen it.');
      await until(
        () => held(provider, 'connector')?.affirmed?.by?.[1]?.because === 'She knew whose van.',
        'it has arrived',
      );
    });

    it('is no less said where nothing is answered', async () => {
      const widget = await seen('bo', card, ada([CONNECTOR]));
      const said = wishes(widget);
      const affirm = button(widget, "I've seen this");
      affirm.focus();
      affirm.click();
      const text = await field(widget);
      await until(() => focused() === text, 'the question has the focus');
      text.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      await widget.updateComplete;
      expect(hasPart(widget, 'compose')).to.equal(false);
      expect(focused()).to.equal(affirm);
      await answerAgain(widget, 'What did you see?', '');
      expect(said).to.have.length(1);
      expect(affirm.ariaPressed).to.equal('true');
    });

    it('can be said in other words later, and is taken back with another press', async () => {
      const roles = [{ ...CONNECTOR, affirmed: { count: 1, by: [{ member: 'bo', because: 'The van.' }] } }];
      const widget = await seen('bo', card, ada(roles));
      const said = wishes(widget);
      const affirm = button(widget, "I've seen this");
      expect(affirm.ariaPressed).to.equal('true');
      await says(widget, 'Ada can read what you saw.');
      button(widget, 'Edit').click();
      expect((await field(widget)).value).to.equal('The van.');
      await answer(widget, 'The other van.');
      affirm.click();
      await until(() => affirm.ariaPressed === 'false', 'it is taken back');
      expect(said.map(([, detail]) => detail)).to.deep.equal([
        { member: 'ada', role: 'connector', on: true, because: 'The other van.' },
        { member: 'ada', role: 'connector', on: false },
      ]);
      expect(hasPart(widget, 'people')).to.equal(false);
      expect(beads(widget)).to.have.length(0);
      expect(hasPart(widget, 'compose')).to.equal(false);
    });

    it('begins with the words that were taken back, where it is said again', async () => {
      const roles = [{ ...CONNECTOR, affirmed: { count: 1, by: [{ member: 'bo', because: 'The van.' }] } }];
      const widget = await seen('bo', card, ada(roles));
      const affirm = button(widget, "I've seen this");
      affirm.click();
      await until(() => affirm.ariaPressed === 'false', 'it is taken back');
      await until(() => worn(widget), 'its code is here');
      affirm.click();
      expect((await field(widget)).value).to.equal('The van.');
    });

    it('takes back the words alone where they are emptied', async () => {
      const provider = memory(ada([CONNECTOR]));
      const about = { member: 'ada', role: 'connector', on: true };
      const because = () => held(provider, 'connector')?.affirmed?.by?.find(({ member }) => member === 'bo');
      const widget = await seen('bo', card, provider);
      const said = wishes(widget);
      button(widget, "I've seen this").click();
      await answer(widget, 'The van.');
      await until(() => because()?.because === 'The van.', 'it has arrived');
      await until(() => allByRole(widget, 'button', 'Edit')[0], 'it can be changed');
      await answerAgain(widget, 'Edit', '');
      expect(said.at(-1)?.[1]).to.deep.equal({ ...about, because: '' });
      await until(() => because() && !because()?.because, 'the words are gone');
      expect(button(widget, "I've seen this").ariaPressed).to.equal('true');
    });

    it('stands in what a chip unfolds', async () => {
      const widget = await seen('bo', chips, ada([CONNECTOR]));
      expect(part(widget, 'affirm').checkVisibility()).to.equal(false);
      await unfold(widget, 'Connector (seen by others)');
      part(widget, 'affirm').click();
      await says(widget, 'Noor and Bo have seen it.');
      expect((await field(widget)).checkVisibility()).to.equal(true);
    });

    it('finds their own bead room among six, however many have seen it', async () => {
      const crowd = Array.from({ length: 9 }, (_, i) => ({ id: `m${i}`, name: `Member ${i}` }));
      const affirmed = { count: 9, by: crowd.map(({ id }) => ({ member: id })) };
      const source = community({ members: [{ ...first, roles: [{ ...CONNECTOR, affirmed }] }, ...others, ...crowd] });
      const widget = await seen('bo', card, source);
      button(widget, "I've seen this").click();
      await says(widget, 'Bo and 4 more have seen it.');
      expect(beads(widget)).to.have.length(6);
    });

    it('lets the bead slide from the button, for a moment', async () => {
      const widget = await seen('bo', card, ada([CONNECTOR]));
      await until(() => worn(widget), 'its code is here');
      const sliding = new Promise<AnimationEvent>((go) =>
        widget.shadowRoot?.addEventListener('animationstart', (event) => go(event as AnimationEvent)),
      );
      button(widget, "I've seen this").click();
      expect((await sliding).animationName).to.equal('slide-on');
      const [own] = widget.shadowRoot?.getAnimations() ?? [];
      expect(own?.effect?.getTiming().duration ?? 160).to.equal(160);
    });

    it('moves nothing but where motion is wanted', async () => {
      const widget = await seen('bo', card, ada([CONNECTOR]));
      const sheets = () => widget.shadowRoot?.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules]) ?? [];
      const moving = await until(
        () => sheets().find(({ cssText }) => /\.slides[^}]*animation/s.test(cssText)),
        'its code is here',
      );
      expect((moving as CSSMediaRule).conditionText).to.equal('(prefers-reduced-motion: no-preference)');
    });

    it('asks nobody to affirm themselves', async () => {
      expect(buttons(await seen('ada', card, ada([CONNECTOR])))).not.to.include("I've seen this");
    });

    it('tells a visitor to sign in, and asks nothing before that', async () => {
      const provider = memory(ada([CONNECTOR]));
      const widget = await seen(undefined, card, provider);
      const affirm = button(widget, "I've seen this");
      affirm.click();
      await says(widget, 'Not sent. Sign in and it goes at once. Your words are kept.');
      expect(affirm.ariaPressed).to.equal('false');
      expect(hasPart(widget, 'compose')).to.equal(false);
      expect(read(part(widget, 'people'))).to.equal('Noor has seen it.');
    });

    it('takes back what was refused, and keeps the words to be mended', async () => {
      const provider = refusing(ada([CONNECTOR]), 'too-often');
      const widget = await seen('bo', card, provider);
      const affirm = button(widget, "I've seen this");
      affirm.focus();
      affirm.click();
      await answer(widget, 'The van.');
      await says(widget, 'The van.');
      await until(() => affirm.ariaPressed === 'false', 'it is taken back');
      expect(read(part(widget, 'people'))).to.equal('Noor has seen it.');
      expect(beads(widget)).to.have.length(1);
      expect(focused()).to.equal(affirm);
      provider.relent();
      button(widget, 'Edit').click();
      expect((await field(widget)).value).to.equal('The van.');
      await answer(widget, 'The van, on a Sunday.');
      await until(
        () => held(provider, 'connector')?.affirmed?.by?.[1]?.because === 'The van, on a Sunday.',
        'it has arrived',
      );
    });

    it('is asked for first where it becomes a letter, and said once', async () => {
      const provider = Object.assign(memory(ada([CONNECTOR])), { reach: 'mail' as const });
      const widget = await seen('bo', card, provider);
      const said = wishes(widget);
      button(widget, "I've seen this").click();
      await answer(widget, 'The van.');
      expect(said).to.deep.equal([
        ['affirm-role', { member: 'ada', role: 'connector', on: true, because: 'The van.' }],
      ]);
    });

    it('leaves it to the page where the page prevents it', async () => {
      const provider = memory(ada([CONNECTOR]));
      const widget = await seen('bo', card, provider);
      widget.addEventListener('kith-affirm-role', (event) => event.preventDefault());
      await until(() => worn(widget), 'its code is here');
      button(widget, "I've seen this").click();
      await widget.updateComplete;
      expect(button(widget, "I've seen this").ariaPressed).to.equal('false');
      expect(hasPart(widget, 'compose')).to.equal(false);
      expect(held(provider, 'connector')?.affirmed?.count).to.equal(1);
    });

    it('shows what is said of this role only', async () => {
      const roles = [CONNECTOR, { role: 'builder', accepted: true }];
      const provider = refusing(ada(roles));
      const place = communityOf(provider);
      place.viewer = 'bo';
      place.innerHTML = card + card.replace('connector', 'builder');
      fixtureSync<Element>('<div></div>').append(place);
      const [one, two] = [...place.children] as [RoleBadge, RoleBadge];
      await settled(two);
      button(await settled(one), "I've seen this").click();
      await says(one, 'Not sent.');
      expect(read(two)).not.to.include('Not sent.');
      expect(one.matches(':state(unsent)')).to.equal(true);
      expect(two.matches(':state(unsent)')).to.equal(false);
    });
  });

  describe('on a role somebody does not hold', () => {
    const open = card.replace('connector', 'builder');

    it('suggests them for it, which only they see', async () => {
      const provider = memory(ada([CONNECTOR]));
      const widget = await seen('bo', open, provider);
      const said = wishes(widget);
      const suggest = button(widget, 'Suggest Ada for this');
      expect(suggest.part.contains('affirm')).to.equal(true);
      suggest.focus();
      suggest.click();
      await answer(widget, 'She held the ladder.');
      expect(said.map(([, detail]) => detail)).to.deep.equal([
        { member: 'ada', role: 'builder', on: true },
        { member: 'ada', role: 'builder', on: true, because: 'She held the ladder.' },
      ]);
      await until(() => held(provider, 'builder')?.affirmed?.by?.[0]?.because, 'it has arrived');
      expect(read(widget)).to.equal(
        'This role is still open. Builder Suggest Ada for this Only Ada sees it until they say yes.',
      );
      expect(suggest.ariaPressed).to.equal('true');
      expect(focused()).to.equal(suggest);
      expect(widget.status).to.equal('empty');
    });

    it('shows nobody that somebody was suggested, not while it waits either', async () => {
      const provider = memory(ada([CONNECTOR]), { delay: 30 });
      const widget = await seen('bo', chips, provider);
      await unfold(widget, 'Suggest Ada for a role');
      button(widget, 'Builder').click();
      await until(() => button(widget, 'Builder').ariaPressed === 'true', 'it is said');
      expect([...(widget.shadowRoot?.querySelectorAll('summary') ?? [])].map(read)).to.deep.equal([
        'Connector (seen by others)',
        'Suggest Ada for a role',
      ]);
    });

    it('is not said where it was refused', async () => {
      const widget = await seen('bo', open, refusing(ada([])));
      const suggest = button(widget, 'Suggest Ada for this');
      suggest.click();
      await says(widget, 'Not sent.');
      await until(() => suggest.ariaPressed === 'false', 'it is taken back');
    });

    it('takes it back with another press', async () => {
      const provider = memory(ada([]));
      const widget = await seen('bo', open, provider);
      const suggest = button(widget, 'Suggest Ada for this');
      suggest.click();
      await until(() => held(provider, 'builder')?.affirmed?.count === 1, 'it has arrived');
      await until(() => suggest.ariaPressed === 'true', 'it is drawn');
      suggest.click();
      await until(() => !held(provider, 'builder'), 'nothing is left of it');
      expect(suggest.ariaPressed).to.equal('false');
      expect(read(widget)).to.equal('This role is still open. Builder Suggest Ada for this');
    });

    it('offers whatever else they do not hold, with what it is', async () => {
      const widget = await seen('bo', chips, ada([CONNECTOR]));
      await unfold(widget, 'Suggest Ada for a role');
      expect(buttons(widget).filter((name) => !/Edit|seen/.test(name))).to.deep.equal([
        'Sharer',
        'Curator',
        'Innovator',
        'Builder',
        'Storyteller',
      ]);
      await says(widget, 'Makes and mends what the rest of us stand on, and stays until it holds.');
      const said = wishes(widget);
      button(widget, 'Curator').click();
      await until(() => said.length, 'it is said');
      expect(said[0]?.[1]).to.deep.equal({ member: 'ada', role: 'curator', on: true });
      expect(read((await field(widget)).labels[0] as Element)).to.equal('What did you see?');
    });
  });

  describe('on a role of one’s own', () => {
    it('claims the role itself, then asks in what words', async () => {
      const provider = memory(ada([]));
      const widget = await seen('ada', builder, provider);
      const said = wishes(widget);
      expect(read(part(widget, 'people'))).to.equal('This role is still open.');
      const claim = button(widget, "I'd like to be known for this");
      expect(claim.part.contains('claim')).to.equal(true);
      claim.focus();
      claim.click();
      await says(widget, 'Ada said yes to this role.');
      expect(claim.ariaPressed).to.equal('true');
      expect(read((await field(widget)).labels[0] as Element)).to.equal('Say it in your own words');
      await answer(widget, 'I mend kettles.');
      expect(said.map(([name, detail]) => [name, detail])).to.deep.equal([
        ['claim-role', { role: 'builder', on: true }],
        ['claim-role', { role: 'builder', on: true, aspires: 'I mend kettles.' }],
      ]);
      await until(() => held(provider, 'builder')?.aspires === 'I mend kettles.', 'it has arrived');
      expect(focused()).to.equal(claim);
      claim.click();
      await says(widget, 'This role is still open.');
      expect(claim.ariaPressed).to.equal('false');
    });

    it('is counted once, with those who said yes before', async () => {
      const source = community({
        members: people.map((each) => ({ ...each, roles: [{ role: 'builder', accepted: each.id !== 'ada' }] })),
      });
      const widget = await seen('ada', builder, source);
      button(widget, "I'd like to be known for this").click();
      await says(widget, 'Bo, Cy, Noor, Tomás and Ada said yes to this role.');
      expect(beads(widget)).to.have.length(5);
    });

    it('claims another on one’s own badge, where it stands at once', async () => {
      const provider = memory(ada([CONNECTOR]));
      const widget = await seen('ada', chips, provider);
      await unfold(widget, "I'd like to be known for…");
      const builder = button(widget, 'Builder');
      builder.focus();
      builder.click();
      await says(widget, 'Builder (hoped for)');
      // The question goes along with the role it is about, and with it the focus.
      await until(() => focused()?.closest('details')?.querySelector('summary.dashed'), 'it asks in the chip');
      expect(focused()).to.equal(await field(widget));
      expect((await field(widget)).checkVisibility()).to.equal(true);
      await answer(widget, 'I mend kettles.');
      await says(widget, 'Ada wants to be known for this: “I mend kettles.”');
      await until(() => held(provider, 'builder')?.aspires, 'it has arrived');
      await until(() => focused()?.matches('summary'), 'the focus is on the role');
      expect(read(focused() as Element)).to.equal('Builder (hoped for)');
    });

    it('leaves unfolded what was, when another goes or comes before it', async () => {
      const [one, two] = [
        { role: 'builder', aspires: 'I mend kettles.', accepted: true },
        { role: 'storyteller', aspires: 'x', accepted: true },
      ];
      const provider = memory(ada([one, two, CONNECTOR]));
      const widget = await seen('ada', chips, provider);
      const opened = () =>
        [...(widget.shadowRoot?.querySelectorAll('.chips details[open] > summary') ?? [])].map(read).join();
      await unfold(widget, 'Storyteller (hoped for)');
      provider.change((archive) => ({
        ...archive,
        members:
          archive.members?.map((each) => (each.id === 'ada' ? { ...each, roles: [two, CONNECTOR] } : each)) ?? [],
      }));
      await until(() => !read(widget).includes('Builder (hoped for)'), 'the other is gone');
      expect(opened()).to.equal('Storyteller (hoped for)');
    });

    it('withdraws one at once, and leaves the focus in the badge', async () => {
      const provider = memory(ada([CONNECTOR, { role: 'builder', aspires: 'x', accepted: true }]));
      const widget = await seen('ada', chips, provider);
      await unfold(widget, 'Builder (hoped for)');
      await until(() => worn(widget), 'its code is here');
      const claim = [...(widget.shadowRoot?.querySelectorAll<HTMLElement>('[part~=claim]') ?? [])].find((each) =>
        each.checkVisibility(),
      );
      expect(claim?.ariaPressed).to.equal('true');
      claim?.focus();
      claim?.click();
      await until(() => !read(widget).includes('Builder (hoped for)'), 'it is gone');
      await until(() => held(provider, 'builder')?.accepted === false, 'it has arrived');
      await until(() => focused()?.matches('.told'), 'the focus is where it is told');
      expect(read(focused() as Element)).to.equal('Builder stands here no more. Put it back');
    });

    for (const [what, role, says] of [
      ['with its words', { aspires: 'I mend kettles.' }, 'Builder (hoped for)'],
      [
        'without any, where it never had some',
        { affirmed: { count: 1, by: [{ member: 'bo' }] } },
        'Builder (seen by others)',
      ],
    ] as const) {
      it(`puts it back ${what}, and gives it the focus`, async () => {
        const builder = { role: 'builder', accepted: true, ...role } as HeldRole;
        const provider = memory(archive([builder]));
        const widget = await seen('ada', chips, provider);
        await unfold(widget, says);
        await until(() => worn(widget), 'its code is here');
        part(widget, 'claim').click();
        await until(() => held(provider, 'builder')?.accepted === false, 'it has arrived');
        await until(() => allByRole(widget, 'button', 'Put it back')[0], 'it can be put back');
        button(widget, 'Put it back').focus();
        button(widget, 'Put it back').click();
        await until(() => held(provider, 'builder')?.accepted === true, 'it is theirs again');
        expect(held(provider, 'builder')?.aspires).to.equal(builder.aspires);
        await until(() => focused()?.matches('summary'), 'the focus is on the role');
        expect(read(focused() as Element)).to.equal(says);
        expect(read(widget)).not.to.include('no more');
      });
    }

    it('says the wish in other words', async () => {
      const provider = memory(ada([CONNECTOR]));
      const widget = await seen('ada', card, provider);
      const said = wishes(widget);
      await until(() => allByRole(widget, 'button', 'Edit')[0], 'its code is here');
      button(widget, 'Edit').click();
      expect((await field(widget)).value).to.equal('I know who has a van.');
      await answer(widget, 'I know who has two.');
      await says(widget, 'Ada wants to be known for this: “I know who has two.”');
      expect(said.map(([, detail]) => detail)).to.deep.equal([
        { role: 'connector', on: true, aspires: 'I know who has two.' },
      ]);
    });

    it('is offered to a visitor too, who is told to sign in', async () => {
      const widget = await seen(undefined, builder, ada([]));
      button(widget, "I'd like to be known for this").click();
      await says(widget, 'Not sent. Sign in and it goes at once.');
      expect(read(part(widget, 'people'))).to.equal('This role is still open.');
    });
  });

  describe('on what others think of somebody for', () => {
    const NOMINATED: HeldRole = {
      role: 'innovator',
      affirmed: {
        count: 3,
        by: [{ member: 'bo', because: 'She fired the kiln with peat.' }, { member: 'cy' }, { member: 'noor' }],
      },
    };
    const asked = archive([CONNECTOR, NOMINATED]);

    it('asks them, in the words of those who do', async () => {
      const widget = await seen('ada', chips, asked);
      await says(widget, 'Bo thinks of you as an Innovator: “She fired the kiln with peat.”');
      await says(widget, 'Cy and Noor think of you as an Innovator.');
      expect(part(widget, 'accept').classList.contains('main')).to.equal(true);
      expect([read(part(widget, 'accept')), read(part(widget, 'decline'))]).to.deep.equal(["That's me", 'Not me']);
      expect(read(widget)).not.to.include('Innovator (');
    });

    it('is theirs with a yes: it stands at once, and has the focus', async () => {
      const provider = memory(asked);
      const widget = await seen('ada', chips, provider);
      const said = wishes(widget);
      await until(() => hasPart(widget, 'accept'), 'they are asked');
      part(widget, 'accept').focus();
      part(widget, 'accept').click();
      expect(said).to.deep.equal([['accept-role', { role: 'innovator', on: true }]]);
      await says(widget, 'Innovator (seen by others)');
      expect(hasPart(widget, 'accept')).to.equal(false);
      await until(() => focused()?.matches('summary'), 'the focus is on the role');
      expect(read(focused() as Element)).to.equal('Innovator (seen by others)');
      await until(() => held(provider, 'innovator')?.accepted === true, 'it has arrived');
    });

    it('asks of the next without having the answer to the one before pressed on it', async () => {
      const next: HeldRole = { role: 'curator', affirmed: { count: 1, by: [{ member: 'bo' }] } };
      const widget = await seen('ada', chips, archive([CONNECTOR, NOMINATED, next]));
      await until(() => hasPart(widget, 'accept'), 'they are asked');
      part(widget, 'accept').focus();
      part(widget, 'accept').click();
      await until(() => allByRole(widget, 'button', "That's me").length === 1, 'one waits');
      await until(() => focused()?.matches('summary'), 'the focus is on the role');
      expect(read(focused() as Element)).to.equal('Innovator (seen by others)');
    });

    it('is shown to nobody with a no, and whoever thought so is not told', async () => {
      const provider = memory(asked);
      const widget = await seen('ada', chips, provider);
      const said = wishes(widget);
      await until(() => hasPart(widget, 'decline'), 'they are asked');
      part(widget, 'decline').focus();
      part(widget, 'decline').click();
      expect(said).to.deep.equal([['accept-role', { role: 'innovator', on: false }]]);
      await says(widget, "Nothing is shown. Bo, Cy and Noor aren't told.");
      await until(() => !hasPart(widget, 'accept'), 'they are asked no more');
      expect(read(focused() as Element)).to.equal("Nothing is shown. Bo, Cy and Noor aren't told. That's me");
      await until(() => held(provider, 'innovator')?.accepted === false, 'it has arrived');
      expect(read(widget)).not.to.include('Innovator (');
      button(widget, "That's me").focus();
      button(widget, "That's me").click();
      await says(widget, 'Innovator (seen by others)');
      await until(() => focused()?.matches('summary'), 'the focus is on the role');
      expect(read(widget)).not.to.include('Nothing is shown.');
    });

    for (const [who, by] of [
      ['another member', 'bo'],
      ['a visitor', undefined],
    ] as const) {
      it(`is nothing ${who} sees`, async () => {
        const widget = await seen(by, chips, asked);
        await unfold(widget, 'Suggest Ada for a role');
        expect(hasPart(widget, 'accept')).to.equal(false);
        expect(read(widget)).not.to.include('kiln');
      });
    }

    it('is nothing another sees, whatever a provider tells', async () => {
      const provider = memory(asked);
      const { read: answers } = provider;
      provider.read = (query, signal) => answers({ ...query, viewer: 'ada' }, signal);
      const widget = await seen('bo', chips, provider);
      await until(() => worn(widget), 'its code is here');
      await widget.updateComplete;
      expect(hasPart(widget, 'accept')).to.equal(false);
    });

    it('is nothing they see once it is taken back', async () => {
      const provider = memory(archive([CONNECTOR]));
      const about = { member: 'ada', role: 'innovator' };
      for (const on of [true, false])
        await provider.send(
          {
            key: `0190a000-0000-7000-8000-00000000000${Number(on)}`,
            name: 'affirm-role',
            detail: { ...about, on },
            actor: { member: 'bo' },
            community: 'library',
            at: '2026-11-01T10:00:00Z',
          },
          new AbortController().signal,
        );
      const widget = await seen('ada', chips, provider);
      await until(() => widget.shadowRoot?.querySelector('.left'), 'its code is here');
      expect(hasPart(widget, 'accept')).to.equal(false);
      expect(read(widget)).not.to.include('Innovator (');
    });

    it('asks on the badge of that role, or of all', async () => {
      const one = await seen('ada', card.replace('connector', 'innovator'), asked);
      await until(() => hasPart(one, 'accept'), 'they are asked');
      const other = await seen('ada', card, asked);
      await until(() => allByRole(other, 'button', 'Edit')[0], 'its code is here');
      expect(hasPart(other, 'accept')).to.equal(false);
    });
  });

  describe('where there are no roles yet', () => {
    it('tells of what was refused of a role that is not drawn, and lets it be mended', async () => {
      const provider = refusing(ada([CONNECTOR]));
      const widget = await seen('bo', chips, provider);
      widget.store?.wish('affirm-role', { member: 'ada', role: 'builder', on: true, because: 'The shelf.' });
      await says(widget, 'Not sent.');
      button(widget, 'Edit').click();
      const text = await field(widget);
      expect(text.value).to.equal('The shelf.');
      expect(text.checkVisibility(), 'it can be seen').to.equal(true);
    });

    it('leaves it to the badge it is about, where one is on the page', async () => {
      const provider = refusing(community());
      const first = await seen('bo', `${chips}<kith-role-badge member="cy"></kith-role-badge>`, provider);
      const other = await settled(first.nextElementSibling as RoleBadge);
      first.store?.wish('affirm-role', { member: 'cy', role: 'builder', on: true, because: 'The soup.' });
      await says(other, 'The soup.');
      expect(read(first)).not.to.include('The soup.');
    });

    it('lets one claim a role oneself', async () => {
      const widget = await seen('ada', chips, ada([]));
      await unfold(widget, "I'd like to be known for…");
      button(widget, 'Sharer').click();
      await says(widget, 'Sharer (hoped for)');
    });
  });

  describe('on a page that only shows', () => {
    it('has no button, whoever reads it', async () => {
      for (const markup of [card, chips, builder, card.replace('connector', 'builder')]) {
        for (const by of ['ada', 'bo', undefined]) {
          const provider = Object.assign(memory(ada([CONNECTOR])), { takes: new Set<IntentName>() });
          const widget = await seen(by, markup, provider);
          expect(buttons(widget)).to.deep.equal([]);
          expect(hasPart(widget, 'suggest')).to.equal(false);
        }
      }
    });

    it('has those only of what its source takes', async () => {
      const taking = (name: IntentName) => Object.assign(memory(ada([CONNECTOR])), { takes: new Set([name]) });
      expect(buttons(await seen('bo', card, taking('claim-role')))).to.deep.equal([]);
      expect(buttons(await seen('bo', builder, taking('claim-role')))).to.deep.equal(["I'd like to be known for this"]);
      expect(buttons(await seen('bo', card, taking('affirm-role')))).to.deep.equal(["I've seen this"]);
      expect(buttons(await seen('bo', builder, taking('affirm-role')))).to.deep.equal(['Suggest someone']);
    });

    it('has none as a glyph', async () => {
      for (const roles of [[CONNECTOR], []]) {
        const widget = await seen('bo', '<kith-role-badge member="ada" layout="glyph"></kith-role-badge>', ada(roles));
        expect(buttons(widget)).to.deep.equal([]);
      }
    });
  });

  describe('in Arabic', () => {
    it('asks and says in it', async () => {
      const widget = await seen(
        'bo',
        card.replace('<kith-role-badge', '<kith-role-badge locale="ar"'),
        ada([CONNECTOR]),
      );
      button(widget, 'رأيتُ هذا').click();
      expect(read((await field(widget)).labels[0] as Element)).to.equal('ماذا رأيت؟');
      expect(read(part(widget, 'compose'))).to.include('يصل ما رأيته إلى Ada.');
    });
  });
});

/** Opens a question again, and leaves it so. */
async function answerAgain(widget: RoleBadge, name: string, words: string): Promise<void> {
  button(widget, name).click();
  await answer(widget, words);
}
