import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '@kith/core';
import { dateIn, documentFrom, guess, isTable, readTable, type Said } from '../../../demo/builder/spreadsheet.js';

const people = (text: string, said: Said = {}) => {
  const table = readTable(text);
  return documentFrom(table, guess(table.header), said);
};
const allSaidYes = { allSaidYes: true };
const held = (text: string) =>
  [...people(text).held].map(([words, spans]) => [words, ...spans.map(([from, to]) => words.slice(from, to))]);

describe('readTable', () => {
  it.each([
    ['tabs, as cells are copied', 'Name\tWhat\nAda\tYou stayed, twice.'],
    ['commas, as files are saved', 'Name,What\r\nAda,"You stayed, twice."\r\n'],
    ['semicolons, as files are saved in half of the world', '\uFEFFName;What\rAda;You stayed, twice.'],
  ])('reads %s', (_, text) => {
    expect(readTable(text)).toEqual({ header: ['Name', 'What'], rows: [['Ada', 'You stayed, twice.']] });
  });

  it('keeps lines and quotation marks within quotes, and an inch as it is', () => {
    expect(readTable('a,b\n"one\n""two""",a 3" pipe').rows).toEqual([['one\n"two"', 'a 3" pipe']]);
  });

  it('gives back any cells that were written by the rules', () => {
    const cell = fc.string({ unit: 'grapheme' }).map((text) => text.trim());
    const written = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), fc.constantFrom('\t', ',', ';'), (rows, sign) => {
        const filled = rows.filter((row) => row.some(Boolean));
        fc.pre(filled.length > 0);
        const text = [['one', 'two'], ...rows].map((row) => row.map(written).join(sign)).join('\n');
        expect(readTable(text).rows).toEqual(filled);
      }),
    );
  });

  it('says what to mend', () => {
    expect(() => readTable(' \n')).toThrow('There is nothing in it yet.');
    expect(() => readTable('Name,What')).toThrow('There is one row only.');
    expect(() => readTable('Name,What\nAda,"You stayed\nBo,x')).toThrow('A quotation mark opens on line 2');
  });

  it('is told from a document and from a page', () => {
    expect(isTable('Name,What\nAda,x')).toBe(true);
    expect(isTable('Ada Obi\nBo')).toBe(true);
    // One row is none, which is said of a table.
    expect(isTable('Ada Obi')).toBe(true);
    expect(isTable(' \n')).toBe(false);
    expect(isTable('{"kith": 1,\n"members": []}')).toBe(false);
    expect(isTable('<p>a,\nb</p>')).toBe(false);
  });
});

describe('guess', () => {
  it.each([
    ['Volunteer,What they did,Date,Said yes?', ['name', 'did', 'at', 'yes']],
    ['Timestamp,Who,From,Message', ['at', 'name', 'from', 'did']],
    ['Person,Role,Website,Skills', ['name', 'role', 'url', 'offers']],
    ['Foo,Bar', ['name', 'nothing']],
    ['OK to publish,Foo', ['yes', 'name']],
    ['Name,Did they say yes?', ['name', 'yes']],
    ['Name,OK to publish', ['name', 'yes']],
    ['Name,May we show their name?', ['name', 'yes']],
    ['Name,May we show your name?', ['name', 'own']],
    ['Timestamp,Who helped you?,What did they do?,May we publish your name?', ['at', 'name', 'did', 'own']],
    ['Your name,Who helped you?,Message,Do you consent?', ['from', 'name', 'did', 'own']],
    ['Your name,Who helped you?,Message,I agree', ['from', 'name', 'did', 'own']],
    ['Your name,Who helped you?,Message,Do you agree to publication?', ['from', 'name', 'did', 'own']],
    ['Name,What,Do not publish my name', ['name', 'did', 'nothing']],
    ['Do not publish my name,Volunteer', ['nothing', 'name']],
    ['Your name,What,Do not publish the name', ['name', 'did', 'nothing']],
    ['Name,Consent,Consent withdrawn', ['name', 'nothing', 'nothing']],
    ['Name,Consent to newsletter', ['name', 'nothing']],
    ['Name,OK to contact?,Consent', ['name', 'nothing', 'yes']],
    ['Name,May we publish a photo of this person?', ['name', 'nothing']],
    ['Name,Consent,OK to publish', ['name', 'nothing', 'nothing']],
    ['Name,Einverstanden', ['name', 'yes']],
    ['Name,Veröffentlichen?', ['name', 'yes']],
    ['Nom,Peut-on publier ?', ['name', 'yes']],
    ['Nombre,¿De acuerdo?', ['name', 'yes']],
    ['الاسم,شكر', ['name', 'did']],
    ['الاسم,هل يوافق؟', ['name', 'yes']],
    ['Your name,Who helped you?,Message,May we publish your name?', ['from', 'name', 'did', 'own']],
    ['Helper,Message,From,Did the helper say yes?,Notes', ['name', 'did', 'from', 'yes', 'nothing']],
    ['Your name,Your skills,May we show your name?', ['name', 'offers', 'yes']],
  ])('knows %s', (header, columns) => {
    expect(guess(header.split(','))).toEqual(columns);
  });
});

describe('documentFrom', () => {
  it('makes one person of many rows, and a letter of each deed', () => {
    const { document } = people(
      'Name,What,From,Role\nAda Obi,Stayed.,Bo,"Builder, Key holder"\nada  obi,Swept.,,builder',
      allSaidYes,
    );
    expect(document.members).toEqual([
      { id: 'ada-obi', name: 'Ada Obi', roles: [{ role: 'builder' }, { role: 'key-holder' }] },
      { id: 'bo', name: 'Bo' },
    ]);
    expect(document.recognitions).toEqual([
      { id: 'r1', to: ['ada-obi'], text: 'Stayed.', from: 'bo' },
      { id: 'r2', to: ['ada-obi'], text: 'Swept.' },
    ]);
    expect(document.roles?.at(-1)).toEqual({ id: 'key-holder', name: 'Key holder' });
    expect(readDocument(document).aside).toEqual([]);
  });

  it('names nobody who has not said yes, in no row, nor as a writer', () => {
    const { document, notes } = people(
      'Name,What,From,Consent\nAda,Stayed.,Bo,yes\nBo,Swept.,Ada,no\nBo,Cooked.,Ada,yes\nCy,Sang.,,',
    );
    expect(JSON.stringify(document)).not.toMatch(/Bo\b|Cy\b/);
    expect(document.recognitions?.map(({ unnamed }) => unnamed)).toEqual([undefined, 1, 1, 1]);
    expect(notes).toEqual([
      '3 letters stand without a name: there is no yes to them.',
      'One letter stands without its writer’s name: there is no yes of theirs. A row of their own, with their yes, puts a writer’s name there.',
    ]);
  });

  it('names nobody who only writes, unless there is a yes of theirs', () => {
    const written = (rows: string) => people(`Name,What,From,Consent\n${rows}`);
    const { document, notes } = written('Ada,Stayed.,Bo,yes\nAda,Swept.,Bo,yes');
    expect(JSON.stringify(document)).not.toMatch(/bo\b/i);
    expect(notes.join()).toContain('2 letters stand without their writers’ names');
    const { document: named, notes: none } = written('Ada,Stayed.,Bo,yes\nBo,,,yes');
    expect(named.recognitions?.[0]?.from).toBe('bo');
    expect(none).toEqual([]);
  });

  it('takes what who writes answered for themselves for no yes of who is thanked', () => {
    const form =
      'Your name,Who helped you?,Message,May we publish your name?\nBo,Ada,You stayed.,yes\nCy,Ada,You swept.,no';
    const { document } = people(form);
    expect(document.members).toEqual([{ id: 'bo', name: 'Bo' }]);
    expect(document.recognitions?.map(({ to, from }) => [to, from])).toEqual([
      [undefined, 'bo'],
      [undefined, undefined],
    ]);
    const { document: asked } = people(form, allSaidYes);
    expect(asked.members?.map(({ name }) => name)).toEqual(['Ada', 'Bo']);
  });

  it.each([
    ['a yes of who writes', 'Timestamp,Who helped you?,What did they do?,May we publish your name?'],
    ['a yes of who writes', 'When,Who helped you?,What did they do?,Do you consent?'],
    ['a yes to something else', 'When,Name,What,Consent to newsletter'],
    ['a yes to a no', 'When,Name,What,Do not publish my name'],
    ['a yes to a no', 'When,Name,What,لا يوافق على النشر'],
  ])('takes %s for none to the name, until it is said that all said yes', (_, header) => {
    const text = `${header}\n2026-05-24,Ada,You stayed.,yes`;
    expect(JSON.stringify(people(text).document)).not.toMatch(/ada/i);
    expect(people(text, allSaidYes).document.members).toEqual([{ id: 'ada', name: 'Ada' }]);
  });

  it('names nobody where no column tells, until it is said that all said yes', () => {
    const text = 'Name,What,From\nAda,Stayed.,Bo\nCy,,';
    const { document, notes } = people(text);
    expect(document.members).toEqual([]);
    expect(document.recognitions).toEqual([{ id: 'r1', unnamed: 1, text: 'Stayed.' }]);
    expect(notes).toEqual([
      'One row has neither a yes nor words, and nothing of it stands.',
      'One letter stands without a name: there is no yes to it.',
      'One letter stands without its writer’s name: there is no yes of theirs.',
    ]);
    const { document: named, notes: none } = people(text, allSaidYes);
    expect(named.members?.map(({ name }) => name)).toEqual(['Ada', 'Bo', 'Cy']);
    expect(none).toEqual([]);
  });

  it('takes no answer for everybody over a column that tells of each', () => {
    const { document } = people('Name,What,From,Consent\nAda,Stayed.,Bo,no\nCy,Sang.,Di,yes\nDi,,,yes', allSaidYes);
    expect(document.members?.map(({ name }) => name)).toEqual(['Cy', 'Di']);
    expect(document.recognitions?.map(({ from }) => from)).toEqual([undefined, 'di']);
  });

  it('leaves a row out whole that says not at all, and the name off wherever else it stands', () => {
    const { document, notes } = people(
      'Name,What,From,Consent\nAda,Stayed.,,Not at all\nAda,Swept.,,yes\nBo,Sang.,Ada,yes\nCy,Cooked.,,no',
    );
    expect(document.members).toEqual([{ id: 'bo', name: 'Bo' }]);
    expect(document.recognitions?.map(({ text, from }) => [text, from])).toEqual([
      ['Swept.', undefined],
      ['Sang.', undefined],
      ['Cooked.', undefined],
    ]);
    expect(notes).toContain('One row is left out whole: it says not at all.');
  });

  it('leaves out words that say a name that is off, whoever it is and whosever words they are', () => {
    const text =
      'Name,What,From,Consent,Needs\nAda,You and Bo stayed.,,yes,Somebody to drive Bo\nBo,"Bos Besen, bravo.",,no,\nBo,You cooked.,,no,\n陳,謝謝陳先生,,no,\nJosé,"Thanks, Jose",,no,\nCy,"You sang. Yours, Di",Di,yes,';
    const { document, notes } = people(text);
    expect(document.recognitions?.map(({ text }) => text)).toEqual(['You cooked.']);
    expect(JSON.stringify(document)).not.toMatch(/Bo\b|Bos|陳|Jos|Di\b/);
    expect(held(text)).toEqual([
      ['Somebody to drive Bo', 'Bo'],
      ['You and Bo stayed.', 'Bo'],
      ['Bos Besen, bravo.', 'Bos'],
      ['謝謝陳先生', '陳'],
      ['Thanks, Jose', 'Jose'],
      ['You sang. Yours, Di', 'Di'],
    ]);
    expect(notes).toContain('6 cells are left out, since they say a name that is off.');
  });

  it('lets words stand of which somebody said that they only look like a name', () => {
    const text = 'Name,What,Consent\nWill,You will be missed.,no\nAda,"Will, you stayed.",yes';
    expect(people(text).document.recognitions).toBeUndefined();
    const { document, held } = people(text, { lookedAt: new Set(['You will be missed.']) });
    expect(document.recognitions?.map(({ text }) => text)).toEqual(['You will be missed.']);
    expect([...held.keys()]).toEqual(['Will, you stayed.']);
  });

  it('takes a list of names, with what it is above it or without', () => {
    const names = (text: string) => people(text, allSaidYes).document.members?.map(({ name }) => name);
    expect(names('Names\nAda Obi\nBo')).toEqual(['Ada Obi', 'Bo']);
    expect(names('Whoopi\nAda Obi\n')).toEqual(['Whoopi', 'Ada Obi']);
  });

  it('puts names together that stand in two columns', () => {
    const names = (text: string) => people(text, allSaidYes).document.members?.map(({ name }) => name);
    expect(names('First name,Last name,What\nAda,Obi,Stayed.\nBo,,Swept.')).toEqual(['Ada Obi', 'Bo']);
    expect(names('Surname,Given name\nObi,Ada')).toEqual(['Ada Obi']);
    expect(names('Surname,What\nObi,Stayed.')).toEqual(['Obi']);
    const { document } = people('First name,Last name,What,Consent\nAda,Obi,Stayed.,no\nAda,Ray,Swept.,yes');
    expect(document.members).toEqual([{ id: 'ada-ray', name: 'Ada Ray' }]);
  });

  it('says what it left out', () => {
    const { document, notes } = people(
      'Name,What,Date\n,Stayed.,\nAda,Swept.,04/05/2026\nBo,Sang.,24/05/2026',
      allSaidYes,
    );
    expect(document.recognitions?.map(({ at }) => at)).toEqual([undefined, '2026-05-24']);
    expect(notes).toEqual([
      'One row without a name is left out.',
      'One row has a date that could be read in two ways: written like 2026-05-04 it is kept.',
    ]);
  });

  it('asks which column the names are in', () => {
    expect(() => documentFrom(readTable('a,b\n1,2'), ['nothing', 'did'])).toThrow(
      'Say which column holds their names.',
    );
  });
});

describe('dateIn', () => {
  it.each([
    ['2026-03-01', '2026-03-01'],
    ['2026-03-01 10:00', '2026-03-01'],
    ['1.3.2026', '2026-03-01'],
    ['3/24/2026', '2026-03-24'],
    ['24/3/2026', '2026-03-24'],
    ['5/5/2026', '2026-05-05'],
    ['4/5/2026', undefined],
    ['31.2.2026', undefined],
    ['soon', undefined],
  ])('reads %s as %s', (words, day) => {
    expect(dateIn(words)).toBe(day);
  });
});
