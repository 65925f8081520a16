import { hash, initials, type Member, type Recognition } from '@kith/core';
import { baseStyles } from '../../../packages/elements/src/styles/base.styles.js';
import { recognitionWallStyles } from '../../../packages/elements/src/recognition-wall/recognition-wall.styles.js';
import { timed, wanted, type Bench } from './frame.js';
import { community, NOW } from './letters.js';

// The wall as somebody who knows the DOM writes it by hand: the same structure, the same styles, nothing else.

const count = Number(wanted('count', '1000'));
const { members = [], recognitions = [] } = community(count);
const people = new Map(members.map((member) => [member.id, member]));
const lists = new Intl.ListFormat('en-GB');
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });
const year = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const place = document.querySelector('main') as HTMLElement;

const contained = `.letter { content-visibility: auto; contain-intrinsic-size: auto 12em; }`;
const style = document.createElement('style');
style.textContent = `${[baseStyles, recognitionWallStyles]
  .map(({ cssText }) => cssText.replace(/:host\(((?:[^()]|\([^()]*\))*)\)/g, '.wall$1').replaceAll(':host', '.wall'))
  .join('\n')}
  .chunk { content-visibility: visible; contain-intrinsic-size: none; }
  ${wanted('contain', '') ? contained : ''}`;
document.head.append(style);

const wall = document.createElement('div');
wall.className = 'wall';

function element(tag: string, className: string, ...content: (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

function name(words: string): HTMLElement {
  const made = document.createElement('bdi');
  made.textContent = words;
  return made;
}

function stone(member: Member, letters: 1 | 2): HTMLElement {
  const mark = hash(member.id);
  const made = element(
    'span',
    `pebble hue${mark % 12} shape${(mark >>> 8) % 4}`,
    element('span', '', initials(member.name, letters)),
  );
  made.setAttribute('aria-hidden', 'true');
  return made;
}

function listed(names: string[], more = 0): (Node | string)[] {
  let next = 0;
  return lists
    .formatToParts([...names, ...(more ? [`${more} more`] : [])])
    .map(({ type, value }) => (type === 'element' && next++ < names.length ? name(value) : value));
}

function letter({ id, from = '', to = [], text = '', at = '', cheers }: Recognition): HTMLElement {
  const made = element('div', 'letter letter');
  made.setAttribute('role', 'listitem');
  made.setAttribute('part', 'letter');
  made.id = id;
  made.tabIndex = -1;
  const called = (ids: string[]) => ids.map((one) => people.get(one)?.called ?? '');

  const size = text.length <= 70 ? 'large' : text.length <= 280 ? 'middle' : 'body';
  const words = element('p', `text ${size} fold-never`, text);
  words.setAttribute('part', 'text');
  words.dir = 'auto';
  made.append(element('p', 'salutation', ...listed(called(to)), ','), words);

  const by = people.get(from);
  const date = new Date(at);
  const shape =
    NOW.getTime() - date.getTime() < 6 * 86_400_000 ? weekday : date.getFullYear() === NOW.getFullYear() ? day : year;
  const time = document.createElement('time');
  time.dateTime = at;
  // The date leads to the letter's own address.
  const link = document.createElement('a');
  link.href = `#letter-${id}`;
  link.textContent = shape.format(date);
  time.append(link);
  if (by) made.append(element('p', 'signature aside', stone(by, 2), element('b', '', name(by.name)), time));

  const { by: cheerers = [], count: cheered = 0 } = cheers ?? {};
  const pile = element('span', 'pile', ...cheerers.flatMap((one) => people.get(one) ?? []).map((one) => stone(one, 1)));
  made.append(
    element(
      'p',
      'cheers aside',
      pile,
      element('span', '', ...listed(called(cheerers), cheered - cheerers.length), ' cheered.'),
    ),
  );
  return made;
}

const letters = () => wall.querySelectorAll<HTMLElement>('.letter');

const bench: Bench = {
  async mount() {
    const [first = NaN, all = NaN] = await timed(
      () => {
        const list = element('div', 'chunk', ...recognitions.map(letter));
        list.setAttribute('role', 'list');
        wall.append(list);
        place.append(wall);
      },
      () => true,
      () => letters().length === count,
    );
    return { first, all };
  },
  // Replaces the one letter's node, as a page does that knows which letter changed.
  async cheer() {
    const [time = NaN] = await timed(
      () => {
        const changed = recognitions[10] as Recognition;
        if (changed.cheers) changed.cheers.count++;
        letters()[10]?.replaceWith(letter(changed));
      },
      () => true,
    );
    return time;
  },
  said: () => Array.from(letters(), ({ textContent }) => textContent ?? ''),
  size: () => wall.querySelectorAll('.letter *').length,
};
Object.assign(globalThis, { bench });
