/**
 * A number as people write it: in any script's digits, with the decimal and the grouping sign of a locale. What groups
 * nothing is a decimal sign, whoever's: "3,5" is read in English, too. `NaN` where it is no number.
 */
export function readNumber(text: string, locale: string): number {
  const parts = new Intl.NumberFormat(locale).formatToParts(12345.6);
  const sign = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const [group, decimal] = [plain(sign('group')), sign('decimal')];
  const written = plain(text);
  const [whole = '', ...rest] = written.split(decimal);
  const isGrouped = group !== '' && rest.length < 2 && split(whole, group);
  const number = isGrouped ? [isGrouped, ...rest].join('.') : written.replace(/[,٫]/, '.');
  return /^[-−]?(\d+\.?\d*|\.\d+)$/.test(number) ? Number(number.replace('−', '-')) : NaN;
}

/** A number's thousands put together; undefined where they are not what the sign is between. */
function split(whole: string, group: string): string | undefined {
  const groups = whole.split(group);
  return groups.length > 1 && groups.every((part, i) => (i ? /^\d{3}$/ : /^[-−]?\d{1,3}$/).test(part))
    ? groups.join('')
    : undefined;
}

/** Without spaces and marks of direction, in plain digits. */
function plain(text: string): string {
  return text.replace(/[\s\u200e\u200f\u061c]/g, '').replace(/\p{Nd}/gu, digit);
}

/** Which digit it is: in every script they stand in a row, from zero. */
function digit(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before++;
  return String(before % 10);
}
