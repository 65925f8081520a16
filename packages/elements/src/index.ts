export { Community } from './community/community.js';
export { PeerIntro } from './peer-intro/peer-intro.js';
export { ProgressionLadder } from './progression-ladder/progression-ladder.js';
export { PurposeBanner } from './purpose-banner/purpose-banner.js';
export { RecognitionWall } from './recognition-wall/recognition-wall.js';
export { RoleBadge } from './role-badge/role-badge.js';
export { KithElement } from './kith-element.js';
export type { Status } from './status.js';
export { defineAll, type DefineOptions } from './define-all.js';
