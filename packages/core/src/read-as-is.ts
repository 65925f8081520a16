import type { CommunityDocument } from './document.js';
import { documentShape } from './document-shape.js';
import { fits } from './shape.js';

/**
 * The document as it is, where nothing in it needs mending or holding back: what most pages fetch. Undefined where it
 * needs the careful way (`readDocument`, then `toPublic`), which gives the same for these and is loaded when needed.
 */
export function readAsIs(value: unknown): CommunityDocument | undefined {
  if (!fits(value, documentShape)) return undefined;
  const document = value as CommunityDocument;
  return isOpen(document) && isUnique(document) ? document : undefined;
}

/** Whether all in it may be seen by everyone. */
function isOpen({ archive, introductions, purpose, members, recognitions, progress }: CommunityDocument): boolean {
  const isForAll = ({ visibility = 'everyone' }) => visibility === 'everyone';
  return (
    archive === undefined &&
    introductions === undefined &&
    every(purpose?.lines, ({ backed }) => !backed?.mine) &&
    every(
      members,
      (row) => isForAll(row) && every(row.roles, ({ accepted, affirmed }) => accepted !== false && !affirmed?.mine),
    ) &&
    every(recognitions, ({ state = 'shown', consents, cheers }) => state === 'shown' && !consents && !cheers?.mine) &&
    every(progress, (row) => isForAll(row) && every(row.cheers, ({ mine }) => !mine))
  );
}

/** Whether each id stands for one piece. */
function isUnique({ purpose, members, recognitions, roles, ladders = [], progress }: CommunityDocument): boolean {
  const lists = [
    members,
    recognitions,
    roles,
    ladders,
    purpose?.lines,
    ...ladders.flatMap(({ rungs, measures }) => [rungs, measures]),
  ];
  const isOnce = (ids: string[] = []) => new Set(ids).size === ids.length;
  return (
    lists.every((list) => isOnce(list?.map(({ id }) => id))) &&
    isOnce(progress?.map(({ member, ladder }) => `${member}/${ladder}`))
  );
}

function every<T>(list: readonly T[] = [], test: (piece: T) => boolean): boolean {
  return list.every(test);
}
