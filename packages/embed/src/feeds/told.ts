import type { Community, Member, Purpose, Recognition } from '@kith/core';

/** What is told of a community to who reads it elsewhere: all of it public, letters newest first. */
export interface Told {
  community: Community | undefined;
  purpose?: Purpose | undefined;
  letters: readonly Recognition[];
  /** Those the letters speak of. */
  people: readonly Member[];
}
