import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '@kith/core';
import { dateIn, documentFrom, guess, isTable, readTable } from '../../../demo/builder/spreadsheet.js';

const people = (text: string) => {
  const table = readTable(text);
  return documentFrom(table, guess(table.header));
};

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
    expect(isTable('https://example.org/people.json')).toBe(false);
    expect(isTable('{"kith": 1,\n"members": []}')).toBe(false);
    expect(isTable('<p>a,\nb</p>')).toBe(false);
  });
});

describe('a yes', () => {
  const named = (words: string) =>
    people(`Name,What they did,Said yes?\nAda,You stayed.,"${words}"`).document.members?.length === 1;

  it.each(['Yes', 'yes.', 'y', 'Yes, with my name', 'ok', 'نعم'])('is “%s”', (words) => {
    expect(named(words)).toBe(true);
  });

  it.each(['Yes, without my name', 'yes - but no name', 'y/n', '1) no', 'not at all', 'no', '', 'maybe'])(
    'is not “%s”',
    (words) => {
      expect(named(words)).toBe(false);
    },
  );

  it('that no column asks for is told of', () => {
    expect(people('Name,What\nAda,You stayed.').notes).toEqual([
      'No column says whether they said yes: all stand by name.',
    ]);
  });
});

describe('guess', () => {
  it.each([
    ['Volunteer,What they did,Date,Said yes?', ['name', 'did', 'at', 'yes']],
    ['Timestamp,Who,From,Message', ['at', 'name', 'from', 'did']],
    ['Person,Role,Website,Skills', ['name', 'role', 'url', 'offers']],
    ['Foo,Bar', ['name', 'nothing']],
    ['Name,Did they say yes?', ['name', 'yes']],
    ['Name,OK to publish', ['name', 'yes']],
    ['Name,May we show your name?', ['name', 'yes']],
    ['Name,Einverstanden', ['name', 'yes']],
    ['الاسم,شكر', ['name', 'did']],
  ])('knows %s', (header, columns) => {
    expect(guess(header.split(','))).toEqual(columns);
  });
});

describe('documentFrom', () => {
  it('makes one person of many rows, and a letter of each deed', () => {
    const { document } = people(
      'Name,What,From,Role\nAda Obi,Stayed.,Bo,"Builder, Key holder"\nada  obi,Swept.,,builder',
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
    expect(notes).toEqual(['3 rows without a yes stand without a name.']);
  });

  it('counts the rows whose words still say a name that is off', () => {
    const { notes } = people(
      'Name,What,Consent\nAda,You and Bo stayed.,yes\nBo,"Bo, you swept.",no\nBo,You cooked.,no\n陳,謝謝陳先生,no\nCy,You sang.,yes',
    );
    expect(notes).toEqual([
      '3 rows without a yes stand without a name.',
      'The words of 3 rows still say a name that is off: change them there, and paste anew.',
    ]);
  });

  it('takes a list of names, with what it is above it or without', () => {
    const names = (text: string) => people(text).document.members?.map(({ name }) => name);
    expect(names('Names\nAda Obi\nBo')).toEqual(['Ada Obi', 'Bo']);
    expect(names('Whoopi\nAda Obi\n')).toEqual(['Whoopi', 'Ada Obi']);
  });

  it('puts names together that stand in two columns', () => {
    const names = (text: string) => people(text).document.members?.map(({ name }) => name);
    expect(names('First name,Last name,What\nAda,Obi,Stayed.\nBo,,Swept.')).toEqual(['Ada Obi', 'Bo']);
    expect(names('Surname,Given name\nObi,Ada')).toEqual(['Ada Obi']);
    expect(names('Surname,What\nObi,Stayed.')).toEqual(['Obi']);
    const { document } = people('First name,Last name,What,Consent\nAda,Obi,Stayed.,no\nAda,Ray,Swept.,yes');
    expect(document.members).toEqual([{ id: 'ada-ray', name: 'Ada Ray' }]);
  });

  it('says what it left out', () => {
    const { document, notes } = people('Name,What,Date\n,Stayed.,\nAda,Swept.,04/05/2026\nBo,Sang.,24/05/2026');
    expect(document.recognitions?.map(({ at }) => at)).toEqual([undefined, '2026-05-24']);
    expect(notes).toEqual([
      'No column says whether they said yes: all stand by name.',
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
