import type { Tally } from '../document.js';
import { first, merged, tallied, undated, type Place, type Standing } from './place.js';
import type { Tables } from './rows.js';

export const cheer: Place<'recognition', Tables['cheer']> = {
  kind: 'recognition',
  piece: first,
  rows: ({ cheers }, id) => (cheers?.by ?? []).map((by) => [[id, by], { recognition: id, by, at: undated }]),
  put: (letter, { by }, _, viewer) => ({ ...letter, cheers: tallied(letter.cheers, by, true, viewer) }),
  remove: (letter, [, by = ''], viewer) => ({ ...letter, cheers: tallied(letter.cheers, by, false, viewer) }),
};

export const backings = (kind: string, id: string, backed: Tally | undefined): Standing<Tables['backing']>[] =>
  (backed?.by ?? []).map((by) => [[kind, id, by], { kind, id, by, at: undated }]);

export const letterBacking: Place<'recognition', Tables['backing']> = {
  kind: 'recognition',
  piece: ([, id = '']) => id,
  rows: ({ occasion = '', backed }, id) => backings(occasion, id, backed),
  put: (letter, { by }, _, viewer) => ({ ...letter, backed: tallied(letter.backed, by, true, viewer) }),
  remove: (letter, [, , by = ''], viewer) => ({ ...letter, backed: tallied(letter.backed, by, false, viewer) }),
};

export const keeping: Place<'recognition', Tables['keeping']> = {
  kind: 'recognition',
  piece: first,
  rows: ({ kept }, id) => (kept ? [[[id], { recognition: id, at: undated, ...kept }]] : []),
  put: (letter, { recognition: _, at: __, ...said }) => ({
    ...letter,
    kept: merged(letter.kept ?? { by: said.by }, said),
  }),
  remove: ({ kept: _, ...letter }) => letter,
};
