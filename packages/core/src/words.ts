/** What a recognition can be for. */
export const occasions = [
  'thanks',
  'welcome',
  'first',
  'best',
  'milestone',
  'shipped',
  'ask',
  'idea',
  'story',
] as const;
export type Occasion = (typeof occasions)[number];

/** The occasions on which something is said to the whole community; every other letter is to somebody. */
export const toAll: readonly Occasion[] = ['shipped', 'ask', 'idea', 'story'];

/** Those somebody sits down to write for; the others come of what is done. */
export const written = ['thanks', 'welcome', 'ask', 'idea', 'story'] as const satisfies readonly Occasion[];
export type Written = (typeof written)[number];

/** What a recognition or an unlock gives. */
export const rewards = ['reputational', 'experiential', 'material'] as const;
export type Reward = (typeof rewards)[number];

/** What a member can be. */
export const kinds = ['person', 'organization', 'bot'] as const;
export type Kind = (typeof kinds)[number];

/** Where a member stands: nobody is demoted to nothing. */
export const standings = ['active', 'resting', 'past'] as const;

/** Who may see what somebody shows of themselves: anybody, only members, or nobody else. */
export const audiences = ['everyone', 'members', 'nobody'] as const;
export type Audience = (typeof audiences)[number];

/**
 * Why two people might meet. The other `gives` what I asked for, or `gets` what I offer; a `topic` or a `role` is both's;
 * `together` both helped somebody; `through` somebody alone they are tied to each other. The other is a `newcomer`, and I
 * am there for those by the role that is named; or the other is, as a `connector`, and I am new.
 */
export const reasonKinds = ['gives', 'gets', 'topic', 'role', 'together', 'through', 'newcomer', 'connector'] as const;

/** A word of a closed list as a view may rely on it: what is absent or not in the list gives the fallback. */
export function known<W extends string>(word: string | undefined, list: readonly W[], fallback: W): W {
  return list.find((listed) => listed === word) ?? fallback;
}
