/**
 * A list in chunks of `size`. A chunk whose pieces are those of the chunk that stood there before is that same
 * array, so that what draws it sees no change.
 */
export function chunked<T>(list: readonly T[], size: number, before: readonly (readonly T[])[] = []): (readonly T[])[] {
  const chunks: (readonly T[])[] = [];
  for (let start = 0; start < list.length; start += size) {
    const chunk = list.slice(start, start + size);
    const old = before[chunks.length];
    chunks.push(old && old.length === chunk.length && chunk.every((piece, i) => piece === old[i]) ? old : chunk);
  }
  return chunks;
}
