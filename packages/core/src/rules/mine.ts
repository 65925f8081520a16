import { byId } from '../by-id.js';
import type { CommunityDocument, Member, Progress, Purpose, Recognition, Tally } from '../document.js';
import type { Whole } from './archive.js';
import type { Pieces } from './place.js';

/**
 * Says in the pieces a member sees which part in them is theirs: what they cheered, backed and affirmed, that they are
 * counted in, what they answered. `open` is what they see of `whole`.
 */
export function withMine(viewer: string, whole: Whole, open: CommunityDocument): CommunityDocument {
  const letters = byId(whole.recognitions ?? []);
  const members = byId(whole.members ?? []);
  const climbs = new Map(whole.progress?.map((row) => [nameOf(row), row]));
  const { purpose } = whole;
  return {
    ...open,
    ...(open.purpose && purpose && { purpose: withMyName(viewer, open.purpose, purpose) }),
    ...(open.members && { members: open.members.map((each) => withMyWord(viewer, each, members.get(each.id))) }),
    ...(open.recognitions && {
      recognitions: open.recognitions.map((each) => withMyAnswer(viewer, each, letters.get(each.id))),
    }),
    ...(open.progress && {
      progress: open.progress.map((each) => withMyCheers(viewer, each, climbs.get(nameOf(each)))),
    }),
  };
}

const nameOf = ({ member, ladder }: Progress) => `${member}/${ladder}`;

/** A tally as it is shown, from the whole one. */
function tallyOf<T extends Tally>(viewer: string, shown: T, whole: Tally | undefined): T {
  return whole?.by?.includes(viewer) ? { ...shown, mine: true } : shown;
}

function withMyName(viewer: string, shown: Purpose, whole: Pieces['purpose']): Purpose {
  const { pledges = [], counted = [], by = [], version = 1 } = whole;
  const named = by.includes(viewer) ? version : undefined;
  const pledged = pledges.find(({ member }) => member === viewer)?.version ?? named;
  const lines = byId(whole.lines ?? []);
  return {
    ...shown,
    mine: { withUs: counted.some(({ who }) => who === `member ${viewer}`), ...(pledged !== undefined && { pledged }) },
    ...(shown.lines && {
      lines: shown.lines.map((line) =>
        line.backed ? { ...line, backed: tallyOf(viewer, line.backed, lines.get(line.id)?.backed) } : line,
      ),
    }),
  };
}

function withMyWord(viewer: string, shown: Member, whole: Member | undefined): Member {
  if (!shown.roles) return shown;
  return {
    ...shown,
    roles: shown.roles.map((held) => {
      const { affirmed } = whole?.roles?.find(({ role }) => role === held.role) ?? {};
      const isMine = affirmed?.by?.some(({ member }) => member === viewer);
      return held.affirmed && isMine ? { ...held, affirmed: { ...held.affirmed, mine: true } } : held;
    }),
  };
}

function withMyAnswer(viewer: string, shown: Recognition, whole: Recognition | undefined): Recognition {
  const answers = whole?.consents?.filter(({ member }) => member === viewer);
  return {
    ...shown,
    ...(shown.cheers && { cheers: tallyOf(viewer, shown.cheers, whole?.cheers) }),
    ...(shown.backed && { backed: tallyOf(viewer, shown.backed, whole?.backed) }),
    ...(answers?.length && { consents: answers }),
  };
}

function withMyCheers(viewer: string, shown: Progress, whole: Progress | undefined): Progress {
  if (!shown.cheers) return shown;
  const tallyAt = (rung: string) => whole?.cheers?.find((each) => each.rung === rung);
  return { ...shown, cheers: shown.cheers.map((each) => tallyOf(viewer, each, tallyAt(each.rung))) };
}
