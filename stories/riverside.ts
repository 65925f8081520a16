import type { CommunityDocument } from '@kith/core';
import document from '../demo/public/community.json';

/** The demo's community. */
const riverside = document as unknown as CommunityDocument;

export default riverside;
