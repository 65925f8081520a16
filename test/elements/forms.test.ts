import type { Member } from '@kith/core';
import type { KithElement } from '@kith/elements';
import { byRole, community, hasPart, letters, part, people, standing, until, write } from './support.js';
import { writingIn } from './writing-in.js';

/** Presses a button once it is there. */
const press = async (widget: KithElement, name: string) => {
  await until(() => [...(widget.shadowRoot?.querySelectorAll('button, summary') ?? [])].length, 'there are buttons');
  const button = await until(() => {
    try {
      return byRole(widget, 'button', name);
    } catch {
      return undefined;
    }
  }, `there is “${name}”`);
  button.focus();
  button.click();
};

/** Chooses somebody in a form, where it has a choice that is not made. */
const choose = async (widget: KithElement, id: string, nth = 0) => {
  await until(() => widget.shadowRoot?.querySelector(`option[value=${id}]`), 'they can be chosen');
  const select = widget.shadowRoot?.querySelectorAll('select')[nth];
  if (!select || select.value === id) return;
  select.value = id;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await widget.updateComplete;
};

/** Types somebody's name where they are found by it, and takes who is found. */
const find = async (widget: KithElement, name: string) => {
  const field = await until(
    () => widget.shadowRoot?.querySelector<HTMLInputElement>('[role=combobox]'),
    'who is asked',
  );
  if (field.value === name) return;
  write(field, name);
  (await until(() => widget.shadowRoot?.querySelector<HTMLElement>('[role=option]'), 'they are found')).click();
  await until(() => !widget.shadowRoot?.querySelector('[role=option]'), 'they are chosen');
};

const [ada, bo] = people as [Member, Member];

describe('a form', () => {
  writingIn({
    what: 'a line',
    markup: '<kith-purpose-banner></kith-purpose-banner>',
    viewer: 'ada',
    source: standing('Everyone can fix something'),
    open: (widget) => press(widget, 'Put my name to it'),
    async again(widget) {
      await press(widget, 'Put my name to it');
      if (hasPart(widget, 'compose')) return;
      await until(() => part(widget, 'pledge').ariaPressed === 'false', 'the name is off');
      await press(widget, 'Put my name to it');
    },
    isToggle: true,
    event: 'kith-pledge',
  });

  writingIn({
    what: 'thanks back',
    markup: '<kith-recognition-wall></kith-recognition-wall>',
    viewer: 'ada',
    source: letters('You carried the ladder.'),
    async open(widget) {
      await press(widget, 'More about this letter');
      await press(widget, 'Say thanks back');
    },
    async again(widget) {
      if (part(widget, 'further').ariaExpanded !== 'true' && !hasPart(widget, 'thank'))
        await press(widget, 'More about this letter');
      await press(widget, 'Say thanks back');
    },
    isToggle: true,
    event: 'kith-thank',
  });

  writingIn({
    what: 'what somebody did',
    markup: '<kith-progression-ladder></kith-progression-ladder>',
    viewer: 'ada',
    source: community({
      ladders: [
        {
          id: 'bar',
          name: 'The bar',
          measures: [{ id: 'reps', label: 'pull-ups' }],
          rungs: [{ id: 'first', name: 'First', can: 'pull up', needs: [{ measure: 'reps', atLeast: 99 }] }],
        },
      ],
    }),
    open: (widget) => press(widget, 'Write it up'),
    event: 'kith-record',
    texts: ['17', '23', '31'],
    field: 'input[inputmode=decimal]',
  });

  writingIn({
    what: 'to somebody to meet',
    markup: '<kith-peer-intro limit="2"></kith-peer-intro>',
    viewer: 'ada',
    source: community({
      members: [
        { ...ada, asks: ['sharpening'], offers: ['sharpening'] },
        { ...bo, asks: ['sharpening'], offers: ['sharpening'] },
        { id: 'kit', name: 'Kit Moss', called: 'Kit', asks: ['sharpening'], offers: ['sharpening'] },
      ],
    }),
    open: (widget) => press(widget, 'Ask for an introduction'),
    // The box stands over the page: nothing else can be pressed.
    isToggle: true,
    event: 'kith-ask-intro',
  });

  writingIn({
    what: 'what a hand is needed with',
    markup: '<kith-peer-intro></kith-peer-intro>',
    viewer: 'noor',
    source: community({ members: people.slice(3, 4) }),
    open: (widget) => press(widget, 'Add it'),
    isToggle: true,
    event: 'kith-profile',
  });

  writingIn({
    what: 'what somebody saw',
    markup: '<kith-role-badge member="bo" layout="card"></kith-role-badge>',
    viewer: 'ada',
    source: community({ members: [ada, { ...bo, roles: [{ role: 'builder', accepted: true }] }] }),
    open: (widget) => press(widget, "I've seen this"),
    again: async (widget) => {
      await until(() => part(widget, 'affirm').ariaPressed === 'true', 'it is said');
      await press(widget, 'What did you see?');
    },
    isToggle: true,
    event: 'kith-affirm-role',
  });

  writingIn({
    what: 'why somebody is suggested',
    markup: '<kith-role-badge name="builder" layout="card"></kith-role-badge>',
    viewer: 'ada',
    source: community(),
    open: (widget) => press(widget, 'Suggest someone'),
    event: 'kith-affirm-role',
    before: (widget) => find(widget, 'Noor Haddad'),
  });

  writingIn({
    what: 'why two should meet',
    markup: '<kith-peer-intro></kith-peer-intro>',
    viewer: 'ada',
    source: community({
      members: [
        { ...ada, asks: ['sharpening'], offers: ['sharpening'] },
        { ...bo, asks: ['sharpening'], offers: ['sharpening'] },
        ...people.slice(2),
      ],
    }),
    open: (widget) => press(widget, 'Introduce two people'),
    isToggle: true,
    event: 'kith-introduce',
    before: async (widget) => {
      await choose(widget, 'noor');
      await choose(widget, 'tomas', 1);
    },
  });
});
