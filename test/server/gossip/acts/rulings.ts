import type { Deed, Make } from '../act.js';
import type { Letter } from '../known.js';
import type { Place } from '../place.js';

/** What who moderates decides about letters. */
export function rulingDeeds({ known, moderator }: Place): Deed[] {
  const ruling = (act: 'hide' | 'show', state: Letter['state']): Deed => {
    const make: Make = (_, { one }) => {
      if (!known.letters.size) return undefined;
      const [recognition, letter] = one([...known.letters]);
      const reason = known.mark(({ member }) => member === moderator);
      return { detail: { recognition, reason }, done: () => void (letter.state = state) };
    };
    return {
      name: act,
      times: 2,
      by: () => [moderator],
      send: (member, _, detail) => ({ as: { member }, path: '/moderate', body: { ...detail, act } }),
      make,
    };
  };
  return [ruling('hide', 'removed'), ruling('show', 'stands')];
}
