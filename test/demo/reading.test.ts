import { describe, expect, it } from 'vitest';
import { textOf } from '../../demo/yours/reading.js';

describe('the text of a file', () => {
  const rows = 'Name\nJosé\nTomás';

  it('is read as spreadsheets save it: UTF-8, UTF-16 with its mark, and what Windows wrote', async () => {
    const wide = Uint8Array.from([0xff, 0xfe, ...[...rows].flatMap((sign) => [sign.charCodeAt(0), 0])]);
    const windows = Uint8Array.from([...rows].map((sign) => sign.charCodeAt(0)));
    for (const bytes of [new TextEncoder().encode(rows), wide, windows])
      expect(await textOf(new Blob([bytes]))).toBe(rows);
  });

  it('is none of a spreadsheet’s own file, or of a picture', async () => {
    await expect(textOf(new Blob(['PK\u0003\u0004\0']))).rejects.toThrow('Save it as CSV');
    await expect(textOf(new Blob([Uint8Array.from([0x89, 0x50, 0, 0])]))).rejects.toThrow('This is no text');
  });
});
