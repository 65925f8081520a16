let latest = { at: -1, count: 0 };

/**
 * A UUIDv7 (RFC 9562, 5.7), made with `getRandomValues`, since plain-http pages have no `randomUUID`. Within a page each
 * is greater than the one before: within a millisecond, or where the clock was set back, `rand_a` counts on (6.2,
 * method 1).
 */
export function newKey(now = Date.now()): string {
  const [begun = 0, variant = 0, ...rest] = crypto.getRandomValues(new Uint16Array(5));
  // The counter begins in its lower half, so that there is room to count.
  const count = begun & 0x07ff;
  latest = now > latest.at ? { at: now, count } : { at: latest.at, count: latest.count + 1 };
  if (latest.count > 0x0fff) latest = { at: latest.at + 1, count };
  const at = hex(latest.at, 12);
  const parts = [0x7000 | latest.count, 0x8000 | (variant & 0x3fff)].map((part) => hex(part, 4));
  return [at.slice(0, 8), at.slice(8), ...parts, rest.map((part) => hex(part, 4)).join('')].join('-');
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
