import { byId } from './by-id.js';
import type { Member, Role } from './document.js';
import { called, listCalled, peersFirst } from './peers.js';
import type { Phrase } from './phrase.js';
import { nominations } from './rings.js';
import { roleOf } from './say-role.js';
import type { Language, Words } from './strings.js';

/** A role others think of the viewer for. Nobody else sees it until they say yes. */
export interface NominationSaid {
  role: string;
  /** Who thinks so, each with what they saw; those who gave no words in one sentence. */
  sentences: readonly Phrase[];
  /** What a no leads to. */
  notTold: Phrase;
}

/** What waits for the viewer's answer, from what is known of them. */
export function sayNominations(
  { member, people }: { member: Member | undefined; people: readonly Member[] },
  roles: readonly Role[],
  language: Language<Words<'badgeActs'>>,
): NominationSaid[] {
  const { words } = language;
  const find = byId(people);
  return (member ? nominations(member) : []).map(({ role, affirmed }) => {
    const { name } = roleOf(role, roles, language);
    const saw = (affirmed?.by ?? []).map((by) => ({ ...by, peer: find.get(by.member), because: by.because?.trim() }));
    const silent = saw.filter(({ because }) => !because);
    const known = (some: typeof saw) => peersFirst(some.flatMap(({ peer }) => peer ?? []));
    const list = (some: typeof saw) =>
      known(some).length ? listCalled(known(some), some.length, language) : undefined;
    return {
      role,
      sentences: [
        ...saw.flatMap(({ peer, because }) =>
          because ? [words.thinkOf(peer && [called(peer)], 1, name, [{ name: because }])] : [],
        ),
        ...(silent.length ? [words.thinkOf(list(silent), silent.length, name)] : []),
      ],
      notTold: words.shownNowhere(list(saw), saw.length),
    };
  });
}
