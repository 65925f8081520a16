import { describe, expect, it } from 'vitest';
import { nothing, type Consent } from '../../../demo/builder/making.js';
import { messageTo, questions, type Asking } from '../../../demo/builder/questions.js';

describe('the message that asks for a yes', () => {
  it('says the letter, and lets every answer be given', () => {
    const message = messageTo({ ...nothing, to: ' Ada Obi ', did: 'You stayed.' });
    expect(message).toMatch(/^Hello Ada Obi,\n[^]*“You stayed\.”[^]*with your name[^]*without it[^]*not at all/);
  });

  it('keeps words that are read the other way together, and puts no sign into others', () => {
    const message = messageTo({ ...nothing, to: 'مريم', did: 'بقيتِ.' });
    expect(message).toContain('Hello \u2068مريم\u2069,');
    expect(message).toContain('\u2068“بقيتِ.”\u2069');
    expect(messageTo({ ...nothing, to: 'Ada', did: 'You stayed.' })).not.toMatch(/[\u2066-\u2069]/);
  });
});

describe('once the name is off again', () => {
  /** All that a template says, in its order. */
  const said = (part: unknown): string =>
    Array.isArray(part)
      ? part.map(said).join(' ')
      : typeof part === 'object' && part !== null && 'strings' in part && 'values' in part
        ? [...(part.strings as string[])].map((text, i) => text + said((part.values as unknown[])[i])).join('')
        : typeof part === 'string'
          ? part
          : '';
  const asking = (consent: Consent | undefined, toldNames: string[]) =>
    said(
      questions({
        ...({ editors: [], logo: [], logoFault: '', byHand: false, isLocal: false } as unknown as Asking),
        making: { ...nothing, to: 'Ada Obi', did: 'You stayed.', consent },
        told: new Set(toldNames),
      }),
    );

  it.each(['ask', 'off'] as const)('to %s, it is said that earlier steps still hold it', (consent) => {
    expect(asking(consent, ['ada obi'])).toContain('Earlier steps in this tab’s history still hold the name');
  });

  it('is said of no other name, of none that never stood in an address, and not beside a yes', () => {
    for (const [consent, names] of [
      ['off', ['bo']],
      ['off', []],
      ['yes', ['ada obi']],
    ] as const)
      expect(asking(consent, [...names])).not.toContain('Earlier steps');
  });
});
