/**
 * What a piece must look like, in a notation small enough for every page: the name of a kind of value; a value that is
 * the only one; a list of pieces, each like one of these; an object of named pieces (`?` where one may be absent) or of
 * pieces of any name (`*`).
 */
export type Shape = Kind | 1 | true | readonly Shape[] | { readonly [name: string]: Shape };

export const patterns = {
  id: /^[^\s/\p{Cc}]{1,128}$/u,
  words: /\S/,
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/,
  hours: /^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-4]):[0-5]\d$/,
  text: /^/,
};

/** The least a whole number may be. */
export const least = { count: 0, positive: 1 };

export type Kind = keyof typeof patterns | keyof typeof least | 'number' | 'boolean';

/** Whether a value is as its shape says; the same as the schema says of it that the shape was made from. */
export function fits(value: unknown, shape: Shape): boolean {
  if (typeof shape === 'string') return isOfKind(value, shape);
  if (typeof shape !== 'object') return value === shape;
  if (typeof value !== 'object' || value === null) return false;
  if (isList(shape)) return Array.isArray(value) && value.every((piece) => shape.some((one) => fits(piece, one)));
  const { '*': each } = shape;
  if (each !== undefined) return Object.values(value).every((piece) => fits(piece, each));
  return Object.entries(shape).every(([key, piece]) => {
    const name = key.replace('?', '');
    const found = value[name as keyof typeof value] as unknown;
    return found === undefined ? name !== key : fits(found, piece);
  });
}

function isOfKind(value: unknown, kind: Kind): boolean {
  if (kind in patterns) return typeof value === 'string' && patterns[kind as keyof typeof patterns].test(value);
  if (kind in least) return Number.isInteger(value) && (value as number) >= least[kind as keyof typeof least];
  return typeof value === kind && !Number.isNaN(value);
}

function isList(shape: object): shape is readonly Shape[] {
  return Array.isArray(shape);
}
