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
    isClean(purpose) &&
    every(purpose?.lines, ({ backed }) => isClean(backed)) &&
    every(
      members,
      (row) =>
        isForAll(row) &&
        isClean(row) &&
        every(row.roles, ({ accepted, affirmed }) => accepted !== false && isClean(affirmed)),
    ) &&
    every(
      recognitions,
      (row) => (row.state ?? 'shown') === 'shown' && isClean(row) && isClean(row.cheers) && isClean(row.backed),
    ) &&
    every(progress, (row) => isForAll(row) && isClean(row) && every(row.cheers, isClean))
  );
}

/** What one member sees, or only an archive has. */
const kept = ['mine', 'pledges', 'counted', 'passes', 'asked', 'consents', 'reports', 'settled'];

function isClean(piece: object | undefined): boolean {
  return !piece || !kept.some((key) => (piece as Record<string, unknown>)[key]);
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
