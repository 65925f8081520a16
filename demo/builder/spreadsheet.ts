import { sixRoles, type CommunityDocument, type Member, type Recognition, type Role } from '@kith/core';
import { answerIn } from './answers.js';
import { admit } from './members.js';
import { findsNames, fold, plain, type Span } from './names.js';
import { asksOf, isOfWriter, speaksToWriter } from './titles.js';

/** What can stand in a column, in the words somebody chooses it by. */
export const meanings = {
  name: 'their name',
  family: 'the rest of their name',
  did: 'what they did',
  yes: 'whether they said yes',
  from: 'who says so',
  own: 'whether who says so said yes',
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
  return /\S/.test(text) && !/^\s*[<{[]/.test(text);
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

const nameWords = /name|who|person|people|member|volunteer|^to$|الاسم|اسم/i;
/** By which words a column is known, most telling first. */
const known: readonly (readonly [Meaning, RegExp])[] = [
  ['family', /\b(last|family|second) ?name\b|surname|اسم العائلة|اللقب/i],
  ['from', /^(from|by|author|writer|signed)\b|who says|thanked by|nominated by|من كتب/i],
  ['did', /what|deed|did|thanks|text|message|letter|because|reason|contribution|note|ماذا|ما فعل|شكر/i],
  ['at', /^(at|when|date|day|on)\b|timestamp|التاريخ|متى/i],
  ['role', /role|position|الدور/i],
  ['offers', /offer|skills?|can help/i],
  ['asks', /asks?\b|needs?\b|looking for/i],
  ['url', /url|link|website|page|profile/i],
  ['name', nameWords],
];

/** What stands over a list of names, rather than a name. */
const titleOfNames =
  /^(?:(?:full|their) )?(?:names?|who|persons?|people|members?|volunteers?|helpers?|contributors?|friends?|الاسم|اسم|الأسماء)$/i;

/** What each column seems to hold; each meaning once. */
export function guess(header: readonly string[]): Meaning[] {
  const taken = new Set<Meaning>();
  const asks = header.map(asksOf);
  const found = header.map((title, i): Meaning => {
    if (asks[i]) return 'nothing';
    const meaning = known.find(([meaning, words]) => !taken.has(meaning) && words.test(title))?.[0] ?? 'nothing';
    if (meaning !== 'nothing') taken.add(meaning);
    return meaning;
  });
  // Somebody's name is what people put first.
  const spare = found.includes('family') ? 'family' : 'nothing';
  const first = found.findIndex((meaning, i) => meaning === spare && !asks[i]);
  if (!taken.has('name') && first !== -1) found[first] = 'name';
  // Who fills in "Your name" beside somebody else's is the one who writes.
  const own = found.findIndex((meaning, i) => meaning === 'name' && isOfWriter(header[i] ?? ''));
  const other = header.findIndex((title, i) => found[i] === 'nothing' && !asks[i] && nameWords.test(title));
  if (own !== -1 && other !== -1 && !taken.has('from')) [found[own], found[other]] = ['from', 'name'];
  // A yes that another column could take back is for whoever made the form to read.
  const [asked, another] = asks.flatMap((each, i) => (each === 'yes' || each === 'no' ? [i] : []));
  if (asked === undefined || another !== undefined || asks[asked] === 'no') return found;
  // "May we publish your name?" is answered by who writes, for themselves: who they thank said nothing yet.
  const isTheirs = !found.includes('from') && isOfWriter(header[found.indexOf('name')] ?? '');
  found[asked] = speaksToWriter(header[asked] ?? '') && !isTheirs ? 'own' : 'yes';
  return found;
}

/** What is said of a table beside it. */
export interface Said {
  /** Everybody named in it said yes; asked where no column tells. */
  allSaidYes?: boolean;
  /** Words of it that only look as if they held a name. */
  lookedAt?: ReadonlySet<string>;
}

export interface FromTable {
  document: CommunityDocument;
  /** What was left out, one sentence each. */
  notes: string[];
  /** Words left out for saying a name that is off, and where they say it. */
  held: ReadonlyMap<string, readonly Span[]>;
}

/**
 * A community document of a table's rows: a person once however often they are named, and a letter for each deed. Nobody
 * is named in it without a yes of theirs, neither as who is thanked, nor as who writes, nor in anybody's words.
 */
export function documentFrom(
  { rows }: Table,
  columns: readonly Meaning[],
  { allSaidYes = false, lookedAt }: Said = {},
): FromTable {
  if (!columns.includes('name')) throw new Error('Say which column holds their names.');
  const has = (meaning: Meaning) => columns.includes(meaning);
  const isForAll = allSaidYes && !has('yes');
  const cell = (row: string[], meaning: Meaning) => row[columns.indexOf(meaning)]?.trim() ?? '';
  const nameIn = (row: string[]) => [cell(row, 'name'), cell(row, 'family')].filter(Boolean).join(' ');
  const saysYes = (row: string[], meaning: 'yes' | 'own') =>
    has(meaning) ? answerIn(cell(row, meaning)) === 'yes' : isForAll;
  const wantsNothing = (row: string[]) =>
    (['yes', 'own'] as const).some((meaning) => has(meaning) && answerIn(cell(row, meaning)) === 'nothing');

  const all = new Set<string>();
  const yes = new Set<string>();
  const no = new Set<string>();
  const hear = (name: string, isYes: boolean) => {
    if (isYes) yes.add(fold(name));
    else no.add(plain(name));
  };
  for (const row of rows) {
    const [name, writer] = [nameIn(row), cell(row, 'from')];
    for (const each of [name, writer]) if (each) all.add(each);
    if (name) hear(name, saysYes(row, 'yes'));
    // Who only writes was not asked in that row, unless a column is theirs: a yes of theirs may be in another.
    if (writer && (has('own') || isForAll)) hear(writer, saysYes(row, 'own'));
  }
  const isNamed = (name: string) => yes.has(fold(name)) && !no.has(plain(name));
  const namesOff = findsNames([...all].filter((name) => !isNamed(name)));

  const members: Member[] = [];
  const recognitions: Recognition[] = [];
  const roles = new Map<string, Role>(sixRoles.map((role) => [fold(role.name), role]));
  const held = new Map<string, readonly Span[]>();
  const left = { nameless: 0, refused: 0, wordless: 0, unnamed: 0, unsigned: 0, dates: 0 };
  /** What a cell says, unless it says a name that is off. */
  const wordsIn = (row: string[], meaning: Meaning): string => {
    const words = cell(row, meaning);
    const spans = lookedAt?.has(words) ? [] : namesOff(words);
    if (spans.length) held.set(words, spans);
    return spans.length ? '' : words;
  };
  const eachIn = (words: string) => words.split(/[,;/\n]/).flatMap((word) => word.trim() || []);

  for (const row of rows) {
    const name = nameIn(row);
    if (!name) {
      left.nameless++;
      continue;
    }
    if (wantsNothing(row)) {
      left.refused++;
      continue;
    }
    const id = isNamed(name) ? admit(members, name) : undefined;
    const member = members.find((one) => one.id === id);
    if (member) {
      const url = cell(row, 'url');
      if (/^https?:\/\/\S+$/i.test(url)) member.url = url;
      for (const meaning of ['offers', 'asks'] as const) {
        const words = eachIn(wordsIn(row, meaning));
        if (words.length) member[meaning] = [...new Set([...(member[meaning] ?? []), ...words])];
      }
      for (const title of eachIn(wordsIn(row, 'role'))) {
        const role = roles.get(fold(title)) ?? { id: fold(title).replace(/[^\p{L}\p{M}\p{N}]+/gu, '-'), name: title };
        roles.set(fold(title), role);
        const held = (member.roles ??= []);
        if (!held.some(({ role: before }) => before === role.id)) held.push({ role: role.id });
      }
    }
    const text = wordsIn(row, 'did');
    if (!text) {
      if (!member && !cell(row, 'did')) left.wordless++;
      continue;
    }
    if (!member) left.unnamed++;
    const at = dateIn(cell(row, 'at'));
    if (at === undefined && cell(row, 'at')) left.dates++;
    const writer = cell(row, 'from');
    if (writer && !isNamed(writer)) left.unsigned++;
    recognitions.push({
      id: `r${recognitions.length + 1}`,
      ...(id ? { to: [id] } : { unnamed: 1 }),
      text,
      ...(writer && isNamed(writer) && { from: admit(members, writer) }),
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
    notes: notesOf({ ...left, held: held.size }, has('yes')),
    held,
  };
}

type Left = Record<'nameless' | 'refused' | 'wordless' | 'unnamed' | 'unsigned' | 'held' | 'dates', number>;

function notesOf(left: Left, asksConsent: boolean): string[] {
  const { nameless, refused, wordless, unnamed, unsigned, held, dates } = left;
  const say = (n: number, one: string, many: string) => (n === 1 ? one : n ? `${n} ${many}` : '');
  return [
    say(nameless, 'One row without a name is left out.', 'rows without a name are left out.'),
    say(refused, 'One row is left out whole: it says not at all.', 'rows are left out whole: they say not at all.'),
    say(
      wordless,
      'One row has neither a yes nor words, and nothing of it stands.',
      'rows have neither a yes nor words, and nothing of them stands.',
    ),
    say(
      unnamed,
      'One letter stands without a name: there is no yes to it.',
      'letters stand without a name: there is no yes to them.',
    ),
    unsigned
      ? [
          say(
            unsigned,
            'One letter stands without its writer’s name: there is no yes of theirs.',
            'letters stand without their writers’ names: there is no yes of theirs.',
          ),
          asksConsent ? 'A row of their own, with their yes, puts a writer’s name there.' : '',
        ]
          .join(' ')
          .trim()
      : '',
    say(
      held,
      'What one cell says is left out, since it says a name that is off.',
      'cells are left out, since they say a name that is off.',
    ),
    say(
      dates,
      'One row has a date that could be read in two ways: written like 2026-05-04 it is kept.',
      'rows have dates that could be read in two ways: written like 2026-05-04 it is kept.',
    ),
  ].filter(Boolean);
}

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
