import type { CommunityDocument } from '@kith/core';
import document from '../demo/public/community.json';

/** The demo's community. */
const riverside = document as unknown as CommunityDocument;

export default riverside;

/** The same with these of its letters alone, and without their pictures, which stand beside the demo. */
export function lettersOf(...ids: string[]): CommunityDocument {
  const letters = (riverside.recognitions ?? []).filter(({ id }) => ids.includes(id));
  return { ...riverside, recognitions: letters.map(({ evidence: _, ...letter }) => letter) };
}
