import type { CommunityDocument } from '../document.js';
import type { Whole } from './archive.js';

/** Days within which who acted counts as active. */
const RECENT = 90;

type Act = readonly [member: string | undefined, at: string | undefined];

/**
 * How many members acted within 90 days, of what everyone can see of it: by this number nothing is told that is not told
 * otherwise. A guest's device is no member.
 */
export function activeIn(open: CommunityDocument, { purpose }: Whole, now: Date): number {
  const since = now.getTime() - RECENT * 86_400_000;
  const acts = [...purposeActs(open, purpose), ...letterActs(open), ...otherActs(open)];
  return new Set(acts.flatMap(([member, at]) => (member && Date.parse(at ?? '') >= since ? [member] : []))).size;
}

/** That somebody counted in or put their name to it is in everyone's numbers, and so is who. */
function purposeActs(open: CommunityDocument, purpose: Whole['purpose']): Act[] {
  const members = (purpose?.counted ?? []).filter(({ who }) => who.startsWith('member '));
  return [
    ...members.map(({ who, at }): Act => [who.slice('member '.length), at]),
    ...[...(purpose?.pledges ?? []), ...(open.purpose?.lines ?? [])].map(({ member, at }): Act => [member, at]),
  ];
}

function letterActs({ recognitions = [] }: CommunityDocument): Act[] {
  return recognitions.flatMap(({ from, at, replies = [], answers = [] }): Act[] => [
    [from, at],
    ...[...replies, ...answers].map((said): Act => [said.member, said.at]),
  ]);
}

function otherActs({ members = [], progress = [] }: CommunityDocument): Act[] {
  const affirmers = members.flatMap(({ roles = [] }) => roles.flatMap(({ affirmed }) => affirmed?.by ?? []));
  return [
    ...affirmers.map(({ member, at }): Act => [member, at]),
    ...progress.flatMap(({ member, records = [] }) => records.map(({ at }): Act => [member, at])),
  ];
}
