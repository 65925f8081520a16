let latest = { at: -1, count: 0 };

/**
 * A UUIDv7 (RFC 9562, 5.7), made with `getRandomValues`, since plain-http pages have no `randomUUID`. Within a page each
 * is greater than the one before: within a millisecond, or where the clock was set back, `rand_a` counts on (6.2,
 * method 1).
 */
export function newKey(now = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const fields = new DataView(bytes.buffer);
  // The counter begins in its lower half, so that there is room to count.
  const begun = fields.getUint16(6) & 0x07ff;
  latest = now > latest.at ? { at: now, count: begun } : { at: latest.at, count: latest.count + 1 };
  if (latest.count > 0x0fff) latest = { at: latest.at + 1, count: begun };
  fields.setUint32(0, Math.floor(latest.at / 0x10000));
  fields.setUint16(4, latest.at % 0x10000);
  fields.setUint16(6, 0x7000 | latest.count);
  fields.setUint8(8, 0x80 | (fields.getUint8(8) & 0x3f));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
