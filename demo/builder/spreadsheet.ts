import { sixRoles, type CommunityDocument, type Member, type Recognition, type Role } from '@kith/core';
import { admit, fold, namesSaidIn } from './making.js';

/** What can stand in a column, in the words somebody chooses it by. */
export const meanings = {
  name: 'their name',
  family: 'the rest of their name',
  did: 'what they did',
  yes: 'whether they said yes',
  from: 'who says so',
  at: 'when',
  role: 'their roles',
  offers: 'what they offer',
  asks: 'what they could use a hand with',
  url: 'their own page',
  nothing: 'left out',
} as const;
export type Meaning = keyof typeof meanings;

export interface Table {
  header: string[];
  rows: string[][];
}

/**
 * Reads rows as spreadsheets copy and save them: tabs, commas or semicolons between, quotes as in RFC 4180. Throws an
 * `Error` that says what to mend.
 */
export function readTable(text: string): Table {
  const body = text.replace(/^\uFEFF/, '');
  const rows = rowsOf(body, separatorOf(body)).filter((row) => row.some((cell) => cell.trim()));
  const [first, ...below] = rows.map((row) => row.map((cell) => cell.trim()));
  const isList = first?.length === 1 && below.length > 0 && !titleOfNames.test(first[0] ?? '');
  const [header, rest] = isList ? [[''], [first, ...below]] : [first, below];
  if (!header) throw new Error('There is nothing in it yet.');
  if (!rest.length)
    throw new Error('There is one row only. The first row says what is in the columns; people come below.');
  return { header, rows: rest };
}

/** Whether a text looks like rows rather than anything else. */
export function isTable(text: string): boolean {
  return /[\n\r]/.test(text.trim()) && !/^\s*[<{[]/.test(text);
}

/** What stands between the cells of the first row, outside quotes. */
function separatorOf(text: string): string {
  const [first = ''] = text
    .replace(/"(?:[^"]|"")*"/g, '')
    .trimStart()
    .split(/\r?\n|\r/);
  const count = (sign: string) => first.split(sign).length - 1;
  // Whoever copies cells gives tabs, and commas within them are words.
  return ['\t', ';', ','].reduce((most, sign) => (count(sign) > count(most) ? sign : most));
}

function rowsOf(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let openedAt = 0;
  let isQuoted = false;
  const endCell = () => {
    row.push(cell);
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text.charAt(at++);
      else isQuoted = false;
    } else if (sign === '"' && !cell.trim()) {
      [isQuoted, cell, openedAt] = [true, '', at];
    } else if (sign === separator) endCell();
    else if (sign === '\n' || sign === '\r') {
      endRow();
      if (sign === '\r' && text[at + 1] === '\n') at++;
    } else cell += sign;
  }
  if (isQuoted) {
    const line = text.slice(0, openedAt).split(/\r?\n|\r/).length;
    throw new Error(`A quotation mark opens on line ${line} and is never closed.`);
  }
  if (cell || row.length) endRow();
  return rows;
}

/** By which words a column is known, most telling first. */
const known: readonly (readonly [Meaning, RegExp])[] = [
  ['family', /\b(last|family|second) ?name\b|surname|اسم العائلة|اللقب/i],
  ['yes', /consent|sa(id|y) yes|agree|permission|public|publish|\bmay we\b|\bok(ay)? to\b|einverst|d.accord|موافق/i],
  ['from', /^(from|by|author|writer|signed)\b|who says|thanked by|nominated by|من كتب/i],
  ['did', /what|deed|did|thanks|text|message|letter|because|reason|contribution|note|ماذا|ما فعل|شكر/i],
  ['at', /^(at|when|date|day|on)\b|timestamp|التاريخ|متى/i],
  ['role', /role|position|الدور/i],
  ['offers', /offer|skills?|can help/i],
  ['asks', /asks?\b|needs?\b|looking for/i],
  ['url', /url|link|website|page|profile/i],
  ['name', /name|who|person|people|member|volunteer|^to$|الاسم|اسم/i],
];

/** What stands over a list of names, rather than a name. */
const titleOfNames =
  /^(?:(?:full|their) )?(?:names?|who|persons?|people|members?|volunteers?|helpers?|contributors?|friends?|الاسم|اسم|الأسماء)$/i;

/** What each column seems to hold; each meaning once. */
export function guess(header: readonly string[]): Meaning[] {
  const taken = new Set<Meaning>();
  const found = header.map((title) => {
    const meaning = known.find(([meaning, words]) => !taken.has(meaning) && words.test(title))?.[0] ?? 'nothing';
    if (meaning !== 'nothing') taken.add(meaning);
    return meaning;
  });
  // Somebody's name is what people put first.
  const first = found.indexOf(found.includes('family') ? 'family' : 'nothing');
  if (!taken.has('name') && first !== -1) found[first] = 'name';
  return found;
}

export interface FromTable {
  document: CommunityDocument;
  /** What was left out, one sentence each. */
  notes: string[];
}

/** A community document of a table's rows: a person once however often they are named, and a letter for each deed. */
export function documentFrom({ rows }: Table, columns: readonly Meaning[]): FromTable {
  if (!columns.includes('name')) throw new Error('Say which column holds their names.');
  const cell = (row: string[], meaning: Meaning) => row[columns.indexOf(meaning)]?.trim() ?? '';
  const nameIn = (row: string[]) => [cell(row, 'name'), cell(row, 'family')].filter(Boolean).join(' ');
  const asksConsent = columns.includes('yes');
  const refused = new Set(
    rows.filter((row) => asksConsent && !isYes(cell(row, 'yes'))).map((row) => fold(nameIn(row))),
  );
  const members: Member[] = [];
  const recognitions: Recognition[] = [];
  const roles = new Map<string, Role>(sixRoles.map((role) => [fold(role.name), role]));
  const left = { nameless: 0, dates: 0, unnamed: 0, said: 0 };
  const listed = (words: string) => words.split(/[,;/\n]/).flatMap((word) => word.trim() || []);

  for (const row of rows) {
    const name = nameIn(row);
    const text = cell(row, 'did');
    if (!name) {
      left.nameless++;
      continue;
    }
    const isNamed = !refused.has(fold(name));
    const id = isNamed ? admit(members, name) : undefined;
    const member = members.find((one) => one.id === id);
    if (member) {
      const url = cell(row, 'url');
      if (/^https?:\/\/\S+$/i.test(url)) member.url = url;
      for (const meaning of ['offers', 'asks'] as const) {
        const words = listed(cell(row, meaning));
        if (words.length) member[meaning] = [...new Set([...(member[meaning] ?? []), ...words])];
      }
      for (const title of listed(cell(row, 'role'))) {
        const role = roles.get(fold(title)) ?? { id: fold(title).replace(/[^\p{L}\p{M}\p{N}]+/gu, '-'), name: title };
        roles.set(fold(title), role);
        const held = (member.roles ??= []);
        if (!held.some(({ role: before }) => before === role.id)) held.push({ role: role.id });
      }
    } else left.unnamed++;
    if (!text) continue;
    if ([...refused].some(namesSaidIn(text))) left.said++;
    const at = dateIn(cell(row, 'at'));
    if (at === undefined && cell(row, 'at')) left.dates++;
    const writer = cell(row, 'from');
    const isWriterNamed = writer && !refused.has(fold(writer));
    recognitions.push({
      id: `r${recognitions.length + 1}`,
      ...(id ? { to: [id] } : { unnamed: 1 }),
      text,
      ...(isWriterNamed && { from: admit(members, writer) }),
      ...(at && { at }),
    });
  }
  const own = [...roles.values()].filter(({ id }) => !sixRoles.some((six) => six.id === id));
  return {
    document: {
      kith: 1,
      ...(own.length && { roles: [...sixRoles, ...own] }),
      members,
      ...(recognitions.length && { recognitions }),
    },
    notes: [...(asksConsent ? [] : ['No column says whether they said yes: all stand by name.']), ...notesOf(left)],
  };
}

function notesOf({
  nameless,
  dates,
  unnamed,
  said,
}: Record<'nameless' | 'dates' | 'unnamed' | 'said', number>): string[] {
  const rows = (n: number) => (n === 1 ? 'One row' : `${n} rows`);
  return [
    nameless ? `${rows(nameless)} without a name ${nameless === 1 ? 'is' : 'are'} left out.` : '',
    unnamed ? `${rows(unnamed)} without a yes ${unnamed === 1 ? 'stands' : 'stand'} without a name.` : '',
    said
      ? `The words of ${said === 1 ? 'one row' : `${said} rows`} still say a name that is off: change them there, and paste anew.`
      : '',
    dates
      ? `${rows(dates)} ${dates === 1 ? 'has a date' : 'have dates'} that could be read in two ways: written like 2026-05-04 it is kept.`
      : '',
  ].filter(Boolean);
}

/** A yes to one's name, and nothing beside it: "yes, without my name" is none. */
const isYes = (words: string) =>
  /^(y|yes|ja|oui|s[ií]|sim|true|1|x|✓|✔|ok|okay|agreed|نعم)(,? with (my|their|the) name)?[.!\s]*$/iu.test(words);

/** A day as documents write it; undefined where it could be another. */
export function dateIn(words: string): string | undefined {
  const [, y, m, d] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(words) ?? [];
  if (y && m && d) return day(y, m, d);
  const [, a, sign, b, year] = /^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4})$/.exec(words) ?? [];
  if (!a || !b || !year) return undefined;
  // With dots between, the day is first everywhere.
  if (sign === '.' || Number(a) > 12) return day(year, b, a);
  if (Number(b) > 12 || a === b) return day(year, a, b);
  return undefined;
}

function day(year: string, month: string, date: string): string | undefined {
  const said = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const at = new Date(`${said}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(said) ? said : undefined;
}
