/** Where a text stops being JSON. */
export interface Fault {
  /** Index into the text. */
  at: number;
  /** What should stand there, in words. */
  wants: string;
}

const SPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]+|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*/y;
const PLAIN = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

/** The first place where a text is not JSON; undefined where it is. */
export function faultIn(text: string): Fault | undefined {
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  const open: ('{' | '[')[] = [];
  const eat = (pattern: RegExp) => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  /** What may come next. */
  let next: 'value' | 'value or ]' | 'name' | 'name or }' | ':' | 'more' = 'value';
  for (;;) {
    eat(SPACE);
    const sign = text[at];
    const inside = open.at(-1);
    const isName: boolean = next === 'name' || next === 'name or }';
    if (next === 'more') {
      if (!inside) return sign === undefined ? undefined : { at, wants: 'nothing more' };
      const close = inside === '{' ? '}' : ']';
      if (sign === close) open.pop();
      else if (sign === ',') next = inside === '{' ? 'name' : 'value';
      else return { at, wants: `a comma or “${close}”` };
      at++;
    } else if (next === ':') {
      if (sign !== ':') return { at, wants: 'a colon' };
      at++;
      next = 'value';
    } else if ((next === 'name or }' && sign === '}') || (next === 'value or ]' && sign === ']')) {
      at++;
      open.pop();
      next = 'more';
    } else if (sign === '"') {
      eat(STRING);
      if (text[at] !== '"')
        return {
          at,
          wants: text[at] === '\\' ? 'a sign JSON knows, like \\n or \\"' : 'the quotation mark that ends the words',
        };
      at++;
      next = isName ? ':' : 'more';
    } else if (isName) {
      return { at, wants: 'a name in double quotes' };
    } else if (sign === '{' || sign === '[') {
      at++;
      open.push(sign);
      next = sign === '{' ? 'name or }' : 'value or ]';
    } else if (eat(PLAIN)) {
      next = 'more';
    } else {
      return { at, wants: 'a value' };
    }
  }
}

/** The same in words: the line, what stands there and what should. */
export function sayFault(text: string, { at, wants }: Fault): string {
  const before = text.slice(0, at).split('\n');
  const line = before.length;
  const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (!text.slice(at).trim()) return `it ends on line ${line}, where ${wants} is still to come.`;
  const stands = sign === '\n' || sign === '\r' ? 'the line ends' : `“${sign}” stands`;
  return `on line ${line}, column ${(before.at(-1)?.length ?? 0) + 1}, ${stands} where ${wants} should.`;
}
