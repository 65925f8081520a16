/** In no order, without what says nothing: an empty list, a count of nobody, a name put to it without a date. */
export function plain(piece: unknown): unknown {
  if (piece === undefined) return undefined;
  return JSON.parse(JSON.stringify(piece), (name, value: unknown) => {
    if (name === 'pledges') value = (value as { at: string }[]).filter(({ at }) => at !== '1970-01-01');
    if (Array.isArray(value)) {
      const said = value.flatMap((each) => JSON.stringify(plain(each) ?? null)).filter((each) => each !== 'null');
      return said.length ? said.sort() : undefined;
    }
    if (typeof value !== 'object' || value === null) return value;
    const { count, ...more } = value as Record<string, unknown>;
    const said = { ...(count ? { count } : {}), ...more };
    const entries = Object.entries(said).filter(([, each]) => each !== undefined);
    const says = entries.some(([name]) => name !== 'rung');
    return says ? Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))) : undefined;
  }) as unknown;
}
