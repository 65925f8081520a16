import { drawBadge, sayRoles, speech, type Answer, type CommunityDocument, type Query } from '@kith/core';
import { badge, banner, ladder, outside, wall } from '@kith/core/strings/en';
import { drawLadder, drawPurpose, drawWall, type Shade } from '@kith/embed/pictures';
import { lasting } from '@kith/embed/static';
import { json } from '@kith/providers/json';
import type { Making } from './making.js';

const spoken = speech({ wall, banner, ladder, badge, outside });
/** Letters that a picture has room for, and then some. */
const DRAWN = 48;

/** A making as two pictures, to be put where nothing else can stand; undefined where it is none that can be drawn. */
export async function picturesOf(
  { widget, attributes, locale }: Making,
  document: CommunityDocument,
): Promise<Record<'light' | 'dark', string> | undefined> {
  const { read } = json({ document }, { report: () => undefined });
  const ask = <Q extends Query>(query: Q): Promise<Answer<Q>> => read(query, new AbortController().signal);
  // A saved picture stays for a while: "Saturday" would be another one soon.
  const language = lasting(await spoken.load(locale));
  const now = new Date();
  const where = document.community?.name ?? '';
  const { member, ladder: id, statement } = attributes;
  const drawn = await drawing();
  const [light, dark] = [drawn?.('light'), drawn?.('dark')];
  return light && dark ? { light, dark } : undefined;

  async function drawing(): Promise<((shade: Shade) => string | undefined) | undefined> {
    switch (widget) {
      case 'recognition-wall': {
        const answer = await ask({ kind: 'wall', limit: DRAWN, ...(member && { filters: { member } }) });
        const { roles } = await ask({ kind: 'roles' });
        return (shade) => drawWall({ where, ...answer, roles }, language, now, shade);
      }
      case 'purpose-banner': {
        const answer = await ask({ kind: 'purpose' });
        // What the tag says of itself comes before what the people say.
        const own = statement?.trim() ? { purpose: { statement: statement.trim() }, people: [] } : {};
        return (shade) => drawPurpose({ ...answer, ...own }, language, shade);
      }
      case 'progression-ladder': {
        const answer = await ask({ kind: 'ladder', ...(id && { id }), ...(member && { member }) });
        return (shade) => drawLadder(answer, member, language, now, shade);
      }
      case 'role-badge': {
        if (!member) return undefined;
        const answer = await ask({ kind: 'member', id: member });
        const { roles } = await ask({ kind: 'roles' });
        const { member: whose } = answer;
        if (!whose) return undefined;
        const said = sayRoles(answer, roles, language);
        return (shade) => drawBadge({ name: whose.name, where, said }, language, shade);
      }
      case 'peer-intro':
        return undefined;
    }
  }
}
