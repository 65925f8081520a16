import { markup, type Markup } from './markup.js';
import type { Mark } from './phrase.js';
import type { Language, Words } from './strings.js';
import { isKnownFor, sayRings, type Along } from './take-along.js';

/**
 * What somebody is known for as HTML to be pasted, which machines read as an h-card: their name and page, a role each for
 * what others have seen, the community, and how far each role has come. https://microformats.org/wiki/h-card
 */
export function hCard(
  { name, url, where, site, said }: Along,
  { words, format, direction }: Language<Words<'badge'> & Words<'along'>>,
): string {
  const roles = said.filter(isKnownFor).map((role): Mark => ({ name: role.name }));
  const place: Mark = { name: where };
  const told = roles.length ? words.atPlace(format.list(roles), place) : [place];
  const draw = (mark: Mark): Markup | string => {
    if (typeof mark === 'string') return mark;
    if (mark === place) return named('p-org h-card', where, site);
    return 'name' in mark ? markup`<span class="p-role">${mark.name}</span>` : '';
  };
  const note = said.map(sayRings).join(' ');
  const card = markup`<div class="h-card" lang="${format.locale}" dir="${direction}">
<p>${named('p-name', name, url, ' u-url')}: ${told.map(draw)}.</p>
${note ? markup`<p class="p-note">${note}</p>\n` : ''}</div>
`;
  return card.text;
}

function named(look: string, name: string, href: string | undefined, linked = ''): Markup {
  return href === undefined
    ? markup`<span class="${look}">${name}</span>`
    : markup`<a class="${look}${linked}" href="${href}">${name}</a>`;
}
