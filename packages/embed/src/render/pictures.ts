import { drawBadge, sayRoles, type Answer, type Language, type Query, type Words } from '@kith/core';
import { drawIntro } from '../pictures/intro.js';
import { drawLadder } from '../pictures/ladder.js';
import type { Shade } from '../pictures/paint.js';
import { pictureSnippet } from '../pictures/picture-snippet.js';
import { drawPurpose } from '../pictures/purpose.js';
import { drawWall } from '../pictures/wall.js';
import type { Widget } from '../static/shown.js';
import { filtersOf } from '../static/recognition-wall.js';
import type { Files } from './write.js';

/** Letters a picture could show, or people. */
const DRAWN = 60;
/** All who could use a hand: how many more there are is said. */
const ALL = 10_000;

/** What pictures are drawn of, and with. */
export interface Drawable {
  read: <Q extends Query>(query: Q) => Promise<Answer<Q>>;
  language: Language<Words<'badge' | 'banner' | 'intro' | 'ladder' | 'outside' | 'wall'>>;
  /** What the community is called. */
  title: string;
  /** Letters there are, also those that were not read. */
  letters: number;
  now: Date;
}

/** One widget in a shade, as SVG. */
export type Picture = (shade: Shade) => string;

/** How a widget is drawn; in a sentence, why it is not. */
export async function pictureOf(
  widget: Widget,
  attributes: Readonly<Record<string, string>>,
  { read, language, title, letters, now }: Drawable,
): Promise<Picture | string> {
  const { member, ladder: id } = attributes;
  switch (widget) {
    case 'recognition-wall': {
      const filters = filtersOf(attributes);
      const answer = await read({ kind: 'wall', filters, limit: DRAWN });
      const { roles } = await read({ kind: 'roles' });
      const total = Object.keys(filters).length ? answer.total : letters;
      return (shade) => drawWall({ where: title, ...answer, total, roles }, language, now, shade);
    }
    case 'purpose-banner': {
      const answer = await read({ kind: 'purpose' });
      return whole((shade) => drawPurpose(answer, language, shade), widget, 'the source states no purpose');
    }
    case 'progression-ladder': {
      const answer = await read({ kind: 'ladder', ...(id && { id }), ...(member && { member }) });
      return whole(
        (shade) => drawLadder(answer, member, language, now, shade),
        widget,
        'the source has no such ladder',
      );
    }
    case 'role-badge': {
      if (!member) return none(widget, 'say whose: --member');
      const answer = await read({ kind: 'member', id: member });
      const { roles } = await read({ kind: 'roles' });
      const { member: whose } = answer;
      if (!whose) return none(widget, `the source has no member "${member}"`);
      const said = sayRoles(answer, roles, language);
      return (shade) => drawBadge({ name: whose.name, where: title, said }, language, shade);
    }
    case 'peer-intro': {
      const answer = await read({ kind: 'suggestions', ...(member && { with: member }), limit: ALL });
      return whole((shade) => drawIntro({ where: title, ...answer }, language, shade), widget, 'it is for one reader');
    }
  }
}

/** The names of a picture's files. */
export const pictureNames = (widget: Widget): string[] =>
  ['.svg', '-light.svg', '-dark.svg', '.picture.html'].map((end) => `${widget}${end}`);

/** The files of a picture: in each shade, and the text that puts it into a README or an e-mail, for who sees none of it too. */
export function pictureFiles(widget: Widget, drawn: Picture, alt: string, url: string | undefined): Files {
  const [, width] = /width="(\d+)"/.exec(drawn('auto')) ?? [];
  const [auto = '', light = '', dark = '', text = ''] = pictureNames(widget);
  const at = (name: string) => `${url ?? ''}${name}`;
  const snippet = { light: at(light), dark: at(dark), alt, width: Number(width), href: url };
  return new Map([
    [auto, drawn('auto')],
    [light, drawn('light')],
    [dark, drawn('dark')],
    [text, pictureSnippet(snippet)],
  ]);
}

/** Of what is drawn in one shade there is all. */
function whole(drawn: (shade: Shade) => string | undefined, widget: Widget, otherwise: string): Picture | string {
  return drawn('auto') === undefined ? none(widget, otherwise) : (shade) => drawn(shade) ?? '';
}

function none(widget: Widget, why: string): string {
  return `No picture of <kith-${widget}>: ${why}.`;
}
