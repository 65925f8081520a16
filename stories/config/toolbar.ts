import { languages } from '@kith/core';
import type { Preview } from '@storybook/web-components-vite';
import { hosts, sheetFor, type Light } from './hosts.js';

/** What the toolbar has been set to. */
export interface Chosen {
  page: string;
  eyes: string;
  width: string;
  light: Light;
  direction: 'auto' | 'ltr' | 'rtl';
  language: string;
  motion: 'auto' | 'still';
}

const nameOf = (language: string) =>
  new Intl.DisplayNames([language], { type: 'language', languageDisplay: 'standard' }).of(language) ?? language;

type Tool = NonNullable<Preview['globalTypes']>[string];
type Icon = NonNullable<Tool['toolbar']>['icon'];

const tool = (title: string, icon: NonNullable<Icon>, items: Record<string, string>): Tool => ({
  toolbar: {
    title,
    icon,
    dynamicTitle: false,
    items: Object.entries(items).map(([value, words]) => ({ value, title: words })),
  },
});

/** The toolbar, in the words of those who look. */
export const toolbar = {
  page: tool('Page', 'browser', Object.fromEntries(hosts.map(({ id, title }) => [id, title]))),
  eyes: tool('Whose eyes', 'eye', {
    auto: 'Whoever it is for',
    visitor: 'A visitor’s eyes',
    yuki: 'Yuki’s eyes, a member',
    ada: 'Ada’s eyes, a member',
    sita: 'Sita’s eyes, a host',
  }),
  width: tool('Width', 'ruler', {
    auto: 'Its own width',
    '280': 'A watch, 280',
    '320': 'A small phone, 320',
    '480': 'A column, 480',
    '760': 'An article, 760',
    '1180': 'A page, 1180',
  }),
  light: tool('Light', 'sun', { auto: 'As this machine', day: 'By day', night: 'By night' }),
  direction: tool('Direction', 'transfer', {
    auto: 'As the language runs',
    ltr: 'Left to right',
    rtl: 'Right to left',
  }),
  language: tool('Language', 'globe', Object.fromEntries(languages.map((code) => [code, nameOf(code)]))),
  motion: tool('Motion', 'play', { auto: 'As this machine', still: 'Still' }),
};

/** What it is set to at first. */
export const atFirst: Chosen = {
  page: 'workshop',
  eyes: 'auto',
  width: 'auto',
  light: 'auto',
  direction: 'auto',
  language: 'en',
  motion: 'auto',
};

/** The member whose eyes they are, where it is for nobody else. */
export const viewerOf = ({ eyes }: Chosen, meant?: string): string | undefined =>
  eyes === 'auto' ? meant : eyes === 'visitor' ? undefined : eyes;

export const directionOf = ({ direction, language }: Chosen): 'ltr' | 'rtl' =>
  direction === 'auto' ? (/^(ar|fa|he|ur)/.test(language) ? 'rtl' : 'ltr') : direction;

/** Dresses the whole page as it was chosen. */
export function dress(chosen: Chosen): void {
  const { documentElement: root, head } = document;
  const sheet =
    document.getElementById('host') ?? head.appendChild(Object.assign(document.createElement('style'), { id: 'host' }));
  const css = sheetFor(chosen.page, chosen.light);
  if (sheet.textContent !== css) sheet.textContent = css;
  root.lang = chosen.language;
  root.dir = directionOf(chosen);
  // Kith reads its page's look anew when the page changes its own attributes.
  root.dataset['dressed'] = `${chosen.page} ${chosen.light}`;
  const link = Object.assign(document.createElement('a'), { href: '#', hidden: true });
  document.body.append(link);
  root.style.setProperty('--thread', getComputedStyle(link).color);
  link.remove();
}

const still = new CSSStyleSheet();
still.replaceSync('*, ::before, ::after { animation: none !important; transition: none !important }');

/** Nothing in these widgets moves, as where the machine asks for less motion. */
export function keepStill(place: ParentNode): void {
  for (const element of place.querySelectorAll('*')) {
    const root = element.shadowRoot;
    if (!root) continue;
    if (!root.adoptedStyleSheets.includes(still)) root.adoptedStyleSheets.push(still);
    keepStill(root);
  }
}
