import { checkPageForAuthor } from './advise.js';
import { Community } from './community/community.js';
import { PeerIntro } from './peer-intro/peer-intro.js';
import { ProgressionLadder } from './progression-ladder/progression-ladder.js';
import { PurposeBanner } from './purpose-banner/purpose-banner.js';
import { RecognitionWall } from './recognition-wall/recognition-wall.js';
import { RoleBadge } from './role-badge/role-badge.js';
import { register } from './register.js';

export interface DefineOptions {
  /** What the tags begin with. Default `kith`. */
  prefix?: string;
}

/** Registers every element: `defineAll({ prefix: 'acme' })` makes `<acme-recognition-wall>`. */
export function defineAll({ prefix = 'kith' }: DefineOptions = {}): void {
  register(`${prefix}-community`, Community);
  register(`${prefix}-peer-intro`, PeerIntro);
  register(`${prefix}-progression-ladder`, ProgressionLadder);
  register(`${prefix}-purpose-banner`, PurposeBanner);
  register(`${prefix}-recognition-wall`, RecognitionWall);
  register(`${prefix}-role-badge`, RoleBadge);
  checkPageForAuthor();
}
