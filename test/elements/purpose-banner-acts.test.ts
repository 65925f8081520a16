import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import type { CommunityDocument } from '@kith/core';
import type { PurposeBanner } from '@kith/elements';
import { memory, type MemoryProvider } from '@kith/providers/memory';
import {
  allByRole,
  byRole,
  community,
  focused,
  hasPart,
  overhear,
  part,
  press,
  put,
  read,
  readOnly,
  says,
  sending,
  settled,
  show,
  showTo,
  until,
  widen,
  write,
} from './support.js';

const tag = '<kith-purpose-banner></kith-purpose-banner>';
type Purpose = NonNullable<CommunityDocument['purpose']>;
const purpose = (own: Partial<Purpose> = {}) =>
  community({ purpose: { statement: 'Everyone can fix something', ...own } });
const line = (id: string, member: string, text: string, count = 0) => ({
  id,
  member,
  text,
  at: '2026-01-01',
  backed: { count },
});

/** A banner as Ada sees it, and what she says. */
async function seen(source: CommunityDocument | MemoryProvider = purpose(), markup = tag) {
  const widget = await showTo<PurposeBanner>('ada', markup, source);
  return { widget, said: overhear(widget, 'kith-with-us', 'kith-pledge', 'kith-back') };
}
const details = (said: { detail: unknown }[]) => said.map(({ detail }) => detail);
const isOn = (widget: Element, name: string) => byRole(widget, 'button', name).ariaPressed;
const field = (widget: Element) =>
  until(() => widget.shadowRoot?.querySelector('textarea'), 'it is asked why they are here');
const names = (widget: Element) => allByRole(part(widget, 'people'), 'listitem').map(read);

describe('<kith-purpose-banner>, taking part', () => {
  describe('counted in', () => {
    it('shows at once, by words that stay and a sentence that changes, and is taken back by the same button', async () => {
      const { widget, said } = await seen();
      expect(isOn(widget, 'Count me in')).to.equal('false');
      press(widget, 'Count me in');
      await says(widget, "You're counted. No name, no account.");
      expect(isOn(widget, 'Count me in')).to.equal('true');
      expect(read(part(widget, 'counts'))).to.equal('1 counted in.');
      press(widget, 'Count me in');
      await until(() => isOn(widget, 'Count me in') === 'false', 'it is taken back');
      expect(read(widget)).not.to.include("You're counted");
      expect(details(said)).to.deep.equal([{ on: true }, { on: false }]);
    });

    it('leaves its button as wide as it was, so that nothing beside it moves', async () => {
      const { widget } = await seen();
      const button = byRole(widget, 'button', 'Count me in') as HTMLElement;
      const { width } = button.getBoundingClientRect();
      press(widget, 'Count me in');
      await says(widget, "You're counted. No name, no account.");
      expect(button.getBoundingClientRect().width).to.be.closeTo(width, 0.1);
    });

    it('takes no account, and counts a device once', async () => {
      const provider = memory(purpose({ counts: { withUs: 4, pledged: 1 } }));
      const widget = await show<PurposeBanner>(tag, provider);
      press(widget, 'Count me in');
      await says(widget, '5 counted in');
      await until(() => provider.archive().purpose?.counts?.withUs === 5, 'it has arrived');
      expect(isOn(widget, 'Count me in')).to.equal('true');
      press(widget, 'Count me in');
      await says(widget, '4 counted in');
    });
  });

  describe('a name', () => {
    it('stands at once on the thread, in the number and in a sentence', async () => {
      const { widget, said } = await seen(purpose({ version: 3, counts: { pledged: 2 }, by: ['bo'] }));
      expect(names(widget)).to.deep.equal(['Bo Lind']);
      press(widget, 'Put my name to it');
      await says(widget, 'Your name is on it.');
      await until(() => names(widget).includes('Ada Obi'), 'her stone is there');
      expect(read(part(widget, 'provenance'))).to.equal('Shared by 3 of us.');
      expect(isOn(widget, 'Put my name to it')).to.equal('true');
      expect(details(said)).to.deep.equal([{ on: true, purposeVersion: 3 }]);
    });

    it('asks with the only filled button there is', async () => {
      const { widget } = await seen();
      press(widget, 'Put my name to it');
      await field(widget);
      const fill = (name: string) => getComputedStyle(byRole(widget, 'button', name)).backgroundColor;
      await until(() => fill('Count me in') === 'rgba(0, 0, 0, 0)', 'the other one steps back');
      expect(fill('Add it')).not.to.equal('rgba(0, 0, 0, 0)');
    });

    it('asks for a line, which may be left', async () => {
      const { widget, said } = await seen();
      const button = press(widget, 'Put my name to it');
      expect((await field(widget)).labels[0]?.textContent?.trim()).to.equal(
        'What brings you here? One line, if you like.',
      );
      expect(focused() === (await field(widget)), 'the question has the focus').to.equal(true);
      (await field(widget)).dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      await until(() => !hasPart(widget, 'compose'), 'the question is gone');
      expect(focused() === button, 'the focus is back').to.equal(true);
      expect(said).to.have.length(1);
    });

    it('says the line with the name, and shows it among those who say why they are here', async () => {
      const { widget, said } = await seen(purpose({ version: 2 }));
      press(widget, 'Put my name to it');
      write(await field(widget), ' Nobody should throw a kettle away. ');
      await widget.updateComplete;
      press(widget, 'Add it');
      await says(widget, 'Why people are here (1)');
      expect(details(said)[1]).to.deep.equal({
        on: true,
        purposeVersion: 2,
        line: 'Nobody should throw a kettle away.',
      });
      part(widget, 'pledge').focus();
      (widget.shadowRoot?.querySelector('details') as HTMLDetailsElement).open = true;
      await says(widget, 'Nobody should throw a kettle away. Ada Obi');
      expect(hasPart(widget, 'back'), 'her own line is not hers to back').to.equal(false);
    });

    it('is sent by Ctrl and Enter, and not while it is too long', async () => {
      const { widget, said } = await seen();
      press(widget, 'Put my name to it');
      const box = await field(widget);
      write(box, 'x'.repeat(282));
      await says(widget, '2 characters too many. Nothing was cut.');
      const described = box.getAttribute('aria-describedby') ?? '';
      expect(read(widget.shadowRoot?.getElementById(described) as Element)).to.include('2 characters too many');
      const send = () =>
        box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
      send();
      await widget.updateComplete;
      expect(said).to.have.length(1);
      expect(focused() === box, 'the focus stays').to.equal(true);
      write(box, 'Short.');
      await widget.updateComplete;
      send();
      await until(() => said.length === 2, 'it is sent');
    });

    it('is taken off by its button or by “Take it off”, and its line goes with it', async () => {
      const { widget, said } = await seen(purpose({ by: ['ada'], lines: [line('l1', 'ada', 'My kettle.')] }));
      await says(widget, 'Your name is on it. Take it off');
      const button = byRole(widget, 'button', 'Take it off');
      button.focus();
      button.click();
      await until(() => !hasPart(widget, 'people'), 'her stone is gone');
      expect(isOn(widget, 'Put my name to it')).to.equal('false');
      expect(read(widget)).not.to.include('Why people are here');
      expect(focused()?.part.contains('pledge'), 'the focus is where the name was put').to.equal(true);
      expect(details(said)).to.deep.equal([{ on: false, purposeVersion: 1 }]);
    });

    it('on an earlier wording stands above the thread until it is put to this one', async () => {
      const provider = memory({ ...purpose({ version: 2 }), archive: true });
      provider.change((archive) => ({
        ...archive,
        members: archive.members?.map((each) => ({ ...each, visibility: 'everyone' })),
        purpose: {
          ...archive.purpose,
          statement: 'Everyone can fix something',
          pledges: [{ member: 'ada', version: 1, at: '2026-01-01' }],
        },
      }));
      const { widget, said } = await seen(provider);
      await says(widget, 'You signed an earlier wording.');
      await until(() => hasPart(widget, 'people'), 'her stone is there');
      const stone = byRole(part(widget, 'people'), 'listitem');
      const above = stone.getBoundingClientRect().bottom;
      press(widget, 'Put my name to this one');
      await says(widget, 'Your name is on it.');
      await until(
        () => byRole(part(widget, 'people'), 'listitem').getBoundingClientRect().bottom > above,
        'it comes down',
      );
      expect(details(said)).to.deep.equal([{ on: true, purposeVersion: 2 }]);
    });

    it('is asked of nobody with no-pledge', async () => {
      const { widget } = await seen(purpose(), '<kith-purpose-banner no-pledge></kith-purpose-banner>');
      expect(allByRole(widget, 'button').map(read)).to.deep.equal(['Count me in']);
    });
  });

  describe('why people are here', () => {
    const lines = [
      line('l1', 'bo', 'The last bus.', 2),
      line('l2', 'cy', 'My kettle.', 12),
      line('l3', 'ada', 'My own.'),
    ];

    it('lies folded away, the most backed first, and can be said too', async () => {
      const { widget, said } = await seen(purpose({ threshold: 25, by: ['bo', 'cy', 'ada'], lines }));
      expect(read(widget)).to.include('Why people are here (3)').and.not.to.include('My kettle.');
      (widget.shadowRoot?.querySelector('details') as HTMLDetailsElement).open = true;
      await says(widget, 'My kettle.');
      expect(allByRole(part(widget, 'lines'), 'listitem').map(read)).to.deep.equal([
        "My kettle. Cy Tan 12 people would say that too. I'd say that too",
        "The last bus. Bo Lind 2 people would say that too. I'd say that too",
        'My own. Ada Obi',
      ]);
      press(widget, "I'd say that too");
      await says(widget, '13 people would say that too.');
      expect(isOn(widget, "I'd say that too")).to.equal('true');
      expect(details(said)).to.deep.equal([{ subject: { kind: 'line', id: 'l2' }, on: true }]);
    });

    it('rises with one more who says it, and keeps the focus on its own button', async () => {
      const equal = [line('l1', 'bo', 'The last bus.', 2), line('l2', 'cy', 'My kettle.', 2)];
      for (const lines of [equal, [...equal, line('l3', 'dee', 'My bike.', 2)]]) {
        const members = ['ada', 'bo', 'cy', 'dee'].map((id) => ({ id, name: id, visibility: 'everyone' }));
        const { widget, said } = await seen({ ...purpose({ by: ['bo', 'cy', 'dee'], lines }), members });
        (widget.shadowRoot?.querySelector('details') as HTMLDetailsElement).open = true;
        await says(widget, 'My kettle.');
        const last = allByRole(part(widget, 'lines'), 'listitem').at(-1) as HTMLElement;
        const text = read(last.querySelector('bdi') as Element);
        const button = byRole(last, 'button', "I'd say that too") as HTMLElement;
        button.focus();
        button.click();
        await says(widget, '3 people would say that too.');
        const [first] = allByRole(part(widget, 'lines'), 'listitem');
        expect(read(first as Element)).to.include(text);
        expect(focused()?.closest('li') === first, `the focus is with “${text}”`).to.equal(true);
        (focused() as HTMLElement).click();
        await until(() => said.length === 2, 'it is taken back');
        expect(said.map(({ detail }) => (detail as { on: boolean }).on)).to.deep.equal([true, false]);
        widget.remove();
      }
    });

    it('can be read where nothing can be said', async () => {
      const widget = await show(tag, readOnly(purpose({ by: ['bo', 'cy'], lines })));
      expect(allByRole(widget, 'button')).to.have.length(0);
      (widget.shadowRoot?.querySelector('details') as HTMLDetailsElement).open = true;
      await says(widget, 'My kettle. Cy Tan 12 people would say that too.');
      expect(allByRole(widget, 'button')).to.have.length(0);
    });
  });

  describe('refused', () => {
    it('is undone at once, and says why with what was written', async () => {
      const { provider, next } = sending(purpose({ counts: { pledged: 2 } }));
      const widget = await showTo<PurposeBanner>('ada', tag, provider);
      press(widget, 'Put my name to it');
      const button = byRole(widget, 'button', 'Put my name to it');
      await says(widget, 'Your name is on it.');
      (await next()).refuse('stale-purpose');
      await says(widget, 'Not sent. The wording changed while you were reading. Here is the new one.');
      expect(button.ariaPressed).to.equal('false');
      expect(read(part(widget, 'provenance'))).to.include('2 of us');
    });

    it('for a wording that changed shows the new one, and gives way to a name that is put to that', async () => {
      const { provider, next, inner } = sending(purpose({ counts: { pledged: 2 } }));
      const widget = await showTo<PurposeBanner>('ada', tag, { ...provider, watch: () => () => undefined });
      inner.change((archive) => ({
        ...archive,
        purpose: { ...archive.purpose, version: 2, statement: 'Everyone can mend something' },
      }));
      press(widget, 'Put my name to it');
      (await next()).take();
      await says(widget, 'Not sent. The wording changed while you were reading. Here is the new one. Throw away');
      await until(() => read(part(widget, 'statement')) === 'Everyone can mend something', 'the new one is here');
      press(widget, 'Put my name to it');
      const { intent, take } = await next();
      expect(intent.detail).to.deep.equal({ on: true, purposeVersion: 2 });
      take();
      await until(() => !hasPart(widget, 'refused'), 'nothing is refused any more');
      expect(read(widget)).to.include('Your name is on it.');
    });

    it('of a line opens the line again, and keeps it until it is said anew', async () => {
      const { provider, next } = sending(purpose());
      const widget = await showTo<PurposeBanner>('ada', tag, provider);
      press(widget, 'Put my name to it');
      (await next()).take();
      write(await field(widget), 'My kettle.');
      press(widget, 'Add it');
      (await next()).refuse('too-often');
      await says(widget, 'My kettle.');
      press(widget, 'Edit');
      expect((await field(widget)).value).to.equal('My kettle.');
      expect(hasPart(widget, 'refused')).to.equal(true);
      press(widget, 'Add it');
      (await next()).take();
      await until(() => !hasPart(widget, 'refused'), 'nothing is refused any more');
    });
  });

  describe('by touch', () => {
    const walking = ({ shadowRoot }: Element) =>
      shadowRoot?.getAnimations().filter((each) => !(each instanceof CSSAnimation)) ?? [];
    const canWalk = ({ shadowRoot }: Element) =>
      shadowRoot?.adoptedStyleSheets.some((sheet) =>
        [...sheet.cssRules].some((rule) => rule.cssText.startsWith('.dot')),
      );

    it('walks a dot along the thread, back where it is undone', async () => {
      const { widget } = await seen();
      await until(() => canWalk(widget), 'it can walk');
      const at = new Promise<Animation>((walks) => {
        const look = () => {
          const [walk] = walking(widget);
          if (walk) walks(walk);
          else requestAnimationFrame(look);
        };
        look();
      });
      press(widget, 'Count me in');
      const walk = await at;
      expect(walk.effect?.getTiming().duration).to.equal(160);
      walk.finish();
      await until(() => !widget.shadowRoot?.querySelector('.dot'), 'the dot is gone');
    });

    if (navigator.userAgent.includes('Chrome'))
      it('moves nothing where that is unwanted', async () => {
        await emulateMedia({ reducedMotion: 'reduce' });
        try {
          const { widget } = await seen();
          await until(() => canWalk(widget), 'it could walk');
          press(widget, 'Count me in');
          await says(widget, "You're counted");
          expect(walking(widget)).to.deep.equal([]);
        } finally {
          await emulateMedia({ reducedMotion: 'no-preference' });
        }
      });
  });

  describe('in its layouts', () => {
    it('has one button on the row of its one line', async () => {
      const { widget } = await seen(purpose(), '<kith-purpose-banner layout="line"></kith-purpose-banner>');
      await widen(widget, 900);
      expect(allByRole(widget, 'button').map(read)).to.deep.equal(['Count me in']);
      const [row, button] = [part(widget, 'statement'), byRole(widget, 'button')].map((each) =>
        each.getBoundingClientRect(),
      );
      expect(
        Math.abs((row?.y ?? 0) + (row?.height ?? 0) / 2 - (button?.y ?? 0) - (button?.height ?? 0) / 2),
      ).to.be.below(4);
    });

    it('gives way to what the page puts in place of its buttons', async () => {
      const { widget } = await seen(
        purpose(),
        '<kith-purpose-banner><a slot="action" href="/join">Join us</a></kith-purpose-banner>',
      );
      expect(allByRole(widget, 'button').filter((each) => each.checkVisibility())).to.have.length(0);
      expect(read(widget)).to.include('Join us');
    });
  });

  it('draws no buttons for a source that only shows', async () => {
    const widget = await show(tag, readOnly(purpose()));
    expect(allByRole(widget, 'button')).to.have.length(0);
  });

  it('speaks Arabic', async () => {
    const { widget } = await seen(purpose(), '<kith-purpose-banner locale="ar"></kith-purpose-banner>');
    await settled(widget);
    press(widget, 'أنا معكم');
    await until(() => allByRole(widget, 'button')[0]?.ariaPressed === 'true', 'it is counted');
  });

  it('needs no store for a statement of its own, and has no buttons then', async () => {
    const widget = put('<kith-purpose-banner statement="Everyone can fix something"></kith-purpose-banner>');
    await settled(widget as PurposeBanner);
    expect(allByRole(widget, 'button')).to.have.length(0);
  });
});
