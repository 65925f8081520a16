/** Pieces by their ids; of those with one id the first. */
export function byId<R extends { id: string }>(rows: readonly R[]): Map<string, R> {
  const map = new Map<string, R>();
  for (const row of rows) if (!map.has(row.id)) map.set(row.id, row);
  return map;
}
