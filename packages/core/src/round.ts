import { canBeMet } from './can-be-met.js';
import type { CommunityDocument, Member } from './document.js';
import { introduceAll, type Round } from './introduce-all.js';
import { ProviderError } from './provider.js';
import { isRecord } from './public.js';
import type { Whole } from './rules/archive.js';

/**
 * Whom everybody of a community would meet now, for a host who brings them together: `whole` is all there is, `seen` what
 * the host sees of it. Who shows nothing of themselves takes no part. Who passed whom over is kept to, and told to nobody:
 * of whom nobody is left it is not said why. Throws `ProviderError('refused')` where who
 * asks is no host.
 */
export function roundFor(whole: Whole, seen: CommunityDocument, viewer: string | undefined, now: Date): Round {
  const { introductions = [], members = [] } = whole;
  const { members: people = [], recognitions: letters = [], roles } = seen;
  // Of who is named by a letter and shows nothing else it is not even known whether they are still around.
  const shows = new Set(
    members
      .filter(({ visibility = isRecord(whole) ? 'nobody' : 'everyone' }) => visibility !== 'nobody')
      .map(({ id }) => id),
  );
  const isApart = (one: Member) => canBeMet(one) && !one.host && !shows.has(one.id);
  if (!members.some(({ id, host }) => host && id === viewer))
    throw new ProviderError('refused', { message: 'A round is for hosts to make.', reason: 'not-allowed' });
  const passes = members.flatMap(({ id, passes: own = [] }) => own.map((pass) => ({ ...pass, member: id })));
  const [apart, taking] = [people.filter(isApart), people.filter((one) => !isApart(one))];
  const round = introduceAll(taking, { now, introductions, passes, letters, ...(roles && { roles }) });
  return {
    groups: round.groups,
    left: [
      ...round.left.map(
        ({ member, because }) => ({ member, because: because === 'rests' ? 'over' : because }) as const,
      ),
      ...apart.map((member) => ({ member, because: 'apart' }) as const),
    ],
  };
}
