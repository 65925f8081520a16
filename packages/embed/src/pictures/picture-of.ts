import { drawBadge, sayRoles, type Answer, type Language, type Query, type Words } from '@kith/core';
import { filtersOf } from '../static/recognition-wall.js';
import type { Widget } from '../static/shown.js';
import { drawIntro } from './intro.js';
import { drawLadder } from './ladder.js';
import type { Shade } from './paint.js';
import { drawPurpose } from './purpose.js';
import { drawWall } from './wall.js';

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
  /** Letters there are, where not all of them can be read. */
  letters?: number;
  now: Date;
}

/** One widget in a shade, as SVG. */
export type Picture = (shade: Shade) => string;

/** Why there is no picture: nobody is chosen whose it would be, the source has none of it, or it is for one reader. */
export type Lack = 'nobody' | 'no-member' | 'no-purpose' | 'no-ladder' | 'one-reader';

/** How a widget with these attributes is drawn, for everyone; or why it is not. */
export async function pictureOf(
  widget: Widget,
  attributes: Readonly<Record<string, string>>,
  { read, language, title, letters, now }: Drawable,
): Promise<Picture | Lack> {
  const { member, ladder: id } = attributes;
  switch (widget) {
    case 'recognition-wall': {
      const filters = filtersOf(attributes);
      const answer = await read({ kind: 'wall', filters, limit: DRAWN });
      const { roles } = await read({ kind: 'roles' });
      const total = Object.keys(filters).length ? answer.total : (letters ?? answer.total);
      return (shade) => drawWall({ where: title, ...answer, total, roles }, language, now, shade);
    }
    case 'purpose-banner': {
      const answer = await read({ kind: 'purpose' });
      // What the tag says of itself comes before what the source says.
      const statement = attributes['statement']?.trim();
      const own = statement ? { purpose: { statement }, people: [] } : {};
      return whole((shade) => drawPurpose({ ...answer, ...own }, language, shade), 'no-purpose');
    }
    case 'progression-ladder': {
      const answer = await read({ kind: 'ladder', ...(id && { id }), ...(member && { member }) });
      return whole((shade) => drawLadder(answer, member, language, now, shade), 'no-ladder');
    }
    case 'role-badge': {
      if (!member) return 'nobody';
      const answer = await read({ kind: 'member', id: member });
      const { roles } = await read({ kind: 'roles' });
      const { member: whose } = answer;
      if (!whose) return 'no-member';
      const said = sayRoles(answer, roles, language);
      return (shade) => drawBadge({ name: whose.name, where: title, said }, language, shade);
    }
    case 'peer-intro': {
      const answer = await read({ kind: 'suggestions', ...(member && { with: member }), limit: ALL });
      return whole((shade) => drawIntro({ where: title, ...answer }, language, shade), 'one-reader');
    }
  }
}

/** Of what is drawn in one shade there is all. */
function whole(drawn: (shade: Shade) => string | undefined, otherwise: Lack): Picture | Lack {
  return drawn('auto') === undefined ? otherwise : (shade) => drawn(shade) ?? '';
}
