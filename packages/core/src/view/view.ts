import type { Recognition } from '../document.js';
import type { Waiting } from '../outbox/outbox.js';
import type { Answer, Query } from '../provider.js';
import { follow, needsOf } from '../rules/follow.js';
import { changed, factIn, pieceOf } from '../rules/pieces.js';
import type { PieceKind, PieceName } from '../rules/place.js';
import type { FactKey } from '../rules/rows.js';
import type { Intent } from '../rules/intent.js';
import { asStands, layouts, letterLayout, type AnyLayout, type Pieces } from './layouts.js';
import { broughtBy, putIn } from './own-letters.js';

/** What is read, as it will be once what somebody wished is in it. */
export interface View {
  /** The same answer where no wish is about it. */
  answer<Q extends Query>(query: Q, answer: Answer<Q>): Answer<Q>;
  /** The same of letters that were read at different times; a letter no wish is about stays the same object. */
  letters(letters: readonly Recognition[], revisionOf: (id: string) => number): readonly Recognition[];
  /** The letters that stand because of a wish of the viewer's. */
  readonly own: ReadonlySet<string>;
  /** Puts those of them that are at hand among these others, newest first, as `putIn` does. */
  putOwn(
    find: (ids: readonly string[]) => Recognition[],
    among: readonly string[],
    isOpen: boolean,
  ): ReturnType<typeof putIn>;
}

/** The wishes of one viewer over what is confirmed, oldest first. What was refused is left out, and so undone. */
export function viewWith(wishes: readonly Waiting[], viewer: string | undefined): View {
  const pending = wishes.filter(({ refusal }) => !refusal);
  const own = broughtBy(pending);
  return {
    own,
    putOwn: (find, among, isOpen) => putIn(find([...own].filter((id) => !among.includes(id))), find(among), isOpen),
    answer(query, answer) {
      const layout = layouts[query.kind] as AnyLayout | undefined;
      if (!layout || !pending.length) return answer;
      const pieces: Pieces = new Map(layout.pieces(answer, viewer));
      const touched = carryOut(pending, pieces, layout, viewer, () => answer.revision);
      return touched.size ? (layout.lay(answer, pieces, query, viewer) as typeof answer) : answer;
    },
    letters(letters, revisionOf) {
      if (!pending.length) return letters;
      const pieces: Pieces = new Map(letterLayout.pieces({ letters }, viewer));
      const touched = carryOut(pending, pieces, letterLayout, viewer, (name) => revisionOf(idIn(name)));
      if (!touched.size) return letters;
      return letters.flatMap((letter) => {
        const name = `recognition ${letter.id}` as const;
        if (!touched.has(name)) return letter;
        return asStands(pieces.get(name) as Recognition | undefined, viewer) ?? [];
      });
    },
  };
}

/** Makes in the pieces what each wish leads to, as far as they do not have it yet. Gives the names of those it changed. */
function carryOut(
  wishes: readonly Waiting[],
  pieces: Pieces,
  { holds, whole, begun }: AnyLayout,
  viewer: string | undefined,
  revisionOf: (name: PieceName) => number,
): Set<PieceName> {
  const touched = new Set<PieceName>();
  for (const { intent, receipt } of wishes) {
    const said = follow(factsOf(intent, pieces, whole), intent, intent.actor, new Date(intent.at));
    if (!Array.isArray(said)) continue;
    for (const change of said) {
      const key = 'put' in change ? change.put : change.remove;
      const name = pieceOf(key);
      const isHere =
        pieces.has(name) || (holds.includes(kindIn(name)) && beginnings.includes(key.split(' ', 1)[0] ?? ''));
      if (!isHere || (receipt && receipt.revision <= revisionOf(name))) continue;
      const before = pieces.get(name);
      const after = changed(before, change, viewer);
      if (after === before) continue;
      if (after) pieces.set(name, before ? after : { ...begun?.(intent), ...after });
      else pieces.delete(name);
      touched.add(name);
    }
  }
  return touched;
}

/** The tables whose rows make a piece that was not there. Of any other piece a row alone is nothing to show. */
const beginnings = ['recognition', 'introduction', 'climb', 'record', 'reached'];

/** What the pieces know of what the rule asks. Of a piece that is shown in part, a row that is not there is unknown. */
function factsOf(intent: Intent, pieces: Pieces, whole: AnyLayout['whole']): Map<FactKey, unknown> {
  const known = new Map<FactKey, unknown>();
  for (let before = -1; before < known.size;) {
    before = known.size;
    for (const key of needsOf(intent, intent.actor, known)) {
      if (known.has(key)) continue;
      const name = pieceOf(key);
      const fact = factIn(pieces.get(name), key);
      const isKnown = whole.includes(kindIn(name)) || (fact !== null && !Array.isArray(fact));
      known.set(key, isKnown ? fact : undefined);
    }
  }
  return known;
}

function kindIn(name: PieceName): PieceKind {
  return name.split(' ', 1)[0] as PieceKind;
}

function idIn(name: PieceName): string {
  return name.slice(name.indexOf(' ') + 1);
}
