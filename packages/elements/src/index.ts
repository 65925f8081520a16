export { Community } from './community/community.js';
export { PurposeBanner } from './purpose-banner/purpose-banner.js';
export { RecognitionWall } from './recognition-wall/recognition-wall.js';
export { KithElement, type Status } from './kith-element.js';
export { defineAll, type DefineOptions } from './define-all.js';
