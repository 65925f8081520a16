/** Where a piece names members. */
const fields = new Set(['member', 'from', 'to', 'by', 'with', 'people', 'sponsors']);

/** Collects the ids of members that a piece names, wherever in it. */
export function mentionedIn(piece: unknown, into: Set<string>): void {
  if (typeof piece !== 'object' || piece === null) return;
  for (const [name, value] of Object.entries(piece)) {
    // Sponsors stand by rung.
    const named = name === 'sponsors' ? Object.values((value ?? {}) as object).flat() : [value].flat();
    for (const each of named as unknown[]) {
      if (fields.has(name) && typeof each === 'string') into.add(each);
      else mentionedIn(each, into);
    }
  }
}
