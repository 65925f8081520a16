/**
 * The databases a page has; none in one without an origin, as in a sandboxed frame: there Chromium lets even looking for
 * them end in a rejection that nobody can catch. A file has no origin either, and may keep what it likes.
 */
export function ownDatabases(): IDBFactory | undefined {
  const isNowhere = globalThis.origin === 'null' && location.protocol !== 'file:';
  return isNowhere ? undefined : globalThis.indexedDB;
}
