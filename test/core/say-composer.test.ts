import { describe, expect, it } from 'vitest';
import {
  draftOf,
  emptyDraft,
  isEmptyDraft,
  languageFor,
  letterOf,
  plain,
  sayDraft,
  secureUrl,
  whomItMeans,
  type Draft,
  type Member,
} from '@kith/core';
import { english } from '@kith/core';
import { checked } from '@kith/core/rules';

const members: Member[] = [
  { id: 'ada', name: 'Ada Obi', called: 'Ada' },
  { id: 'bo', name: 'Bo Lind', called: 'Bo' },
  { id: 'sita', name: 'Sita Rao', called: 'Sita', host: true },
  { id: 'bea', name: 'Beatrix Ba', headline: 'Adapts lamps' },
];
const find = (id: string) => members.find((member) => member.id === id);
const draft = (different: Partial<Draft> = {}): Draft => ({ ...emptyDraft(), ...different });
const say = (different: Partial<Draft> = {}, { isPausing = false, language = english } = {}) =>
  sayDraft(draft(different), find, isPausing, language);

describe('sayDraft', () => {
  it('greets whoever it is to as they are called, and says to whom it is sent', () => {
    const { salutation = [], submit, note = [] } = say({ to: ['ada'] });
    expect(plain(salutation)).toBe('Ada,');
    expect(plain(submit)).toBe('Send it to Ada');
    expect(plain(note)).toBe('Ada reads it first. It stands here once they say yes.');
  });

  it('greets several, of whom one yes is enough', () => {
    const { salutation = [], submit, note = [] } = say({ to: ['ada', 'bo'] });
    expect(plain(salutation)).toBe('Ada and Bo,');
    expect(plain(submit)).toBe('Send it to Ada and Bo');
    expect(plain(note)).toBe('Ada and Bo read it first. It stands here once one of them says yes.');
  });

  it('greets nobody while it is to nobody, and never an id', () => {
    expect(say().salutation).toBeUndefined();
    expect(plain(say().submit)).toBe('Send it');
    expect(say().note).toBeUndefined();
    expect(plain(say({ to: ['m-4711'] }).salutation ?? [])).toBe('Somebody,');
  });

  it.each([
    ['thanks', true, 'What did they do?', 'What changed because of it? (if you like)', 'Send it'],
    ['welcome', true, 'What is good to know here?', undefined, 'Send it'],
    ['ask', false, 'What could you use a hand with?', undefined, 'Add it'],
    ['idea', false, 'What could we try?', 'What would change because of it? (if you like)', 'Add it'],
    ['story', false, 'What happened?', 'What changed because of it? (if you like)', 'Add it'],
  ] as const)('asks what belongs into %s', (occasion, isToPeople, text, changed, submit) => {
    const said = say({ occasion });
    expect(said).toMatchObject({ isToPeople, asks: { text, changed } });
    expect(plain(said.submit)).toBe(submit);
    expect(say({ occasion, to: [], text: 'A van on Friday' }).wants).toBe(isToPeople ? 'to' : undefined);
  });

  it('says of what is for everybody that it stands at once', () => {
    expect(plain(say({ occasion: 'ask' }).note ?? [])).toBe('It stands here at once, with your name.');
  });

  it('sets the words as large as the letter will stand', () => {
    const sizes = [1, 70, 71, 280, 281].map((length) => say({ text: 'x'.repeat(length) }).size);
    expect(sizes).toEqual(['large', 'large', 'middle', 'middle', 'body']);
    expect(say({ text: 'x'.repeat(60), changed: 'y'.repeat(60) }).size).toBe('middle');
  });

  it('counts what is too long, with the last line in it', () => {
    expect(say({ text: 'x'.repeat(1000) }).over).toBe(0);
    expect(say({ text: 'x'.repeat(1003) }).over).toBe(3);
    expect(say({ text: 'x'.repeat(899) }).left).toBeUndefined();
    expect(say({ text: 'x'.repeat(900) }).left).toBe('Room for 100 more characters.');
    expect(say({ text: '👩🏽‍🔧'.repeat(999) }).left).toBe('Room for one more character.');
    expect(say({ text: 'x'.repeat(1000) }).left).toBe('No room left.');
    expect(say({ text: 'x'.repeat(1001) }).left).toBeUndefined();
    expect(say({ text: 'x'.repeat(990), changed: 'y'.repeat(10) }).over).toBe(1);
    expect(say({ to: ['ada'], text: '👩🏽‍🔧'.repeat(1001) })).toMatchObject({ over: 1, wants: 'text' });
  });

  it('says first what is missing first', () => {
    expect(say().wants).toBe('to');
    expect(say({ to: Array.from({ length: 51 }, (_, i) => `m${i}`), text: 'You held the lamp.' }).wants).toBe('to');
    expect(say({ to: ['ada'], text: ' \n' }).wants).toBe('text');
    expect(say({ to: ['ada'], changed: 'The kettle works.' }).wants).toBe('text');
    expect(say({ to: ['ada'], text: 'You held the lamp.', link: 'http://tools.example' }).wants).toBe('evidence');
    expect(say({ to: ['ada'], text: 'You held the lamp.', link: ' ' }).wants).toBeUndefined();
  });

  it('advises to leave a price out as soon as one is written, and on thanks alone', () => {
    expect(say({ text: 'You gave me $20' }).hints).toEqual([
      'Leave the price out. With a price, thanks becomes payment.',
    ]);
    expect(say({ text: 'You held the lamp', changed: 'It saved us 20 €' }).hints).toHaveLength(1);
    expect(say({ occasion: 'ask', text: 'I need $20' }).hints).toEqual([]);
  });

  it('advises to name one thing once a sentence is done or its writer pauses', () => {
    expect(say({ text: 'Thanks for' }).hints).toEqual([]);
    expect(say({ text: 'Thanks for' }, { isPausing: true }).hints).toEqual(['Name the one thing they did.']);
    expect(say({ text: 'Thanks for your amazing work!!' }).hints).toEqual(['Name the one thing they did.']);
    expect(say({ to: ['ada'], text: 'Thank you, Ada!' }).hints).toEqual(['Name the one thing they did.']);
    expect(say({ text: 'Thank you!', changed: 'The kettle works.' }).hints).toEqual([]);
  });

  it('speaks Arabic', async () => {
    const said = say({ to: ['ada', 'bo'] }, { language: await languageFor('ar') });
    expect(plain(said.submit)).toBe('أرسلها إلى Ada وBo');
    expect(said.asks.text).toBe('ما الفعل الذي تشكر عليه؟');
  });
});

describe('letterOf', () => {
  const sent = (different: Partial<Draft>) => letterOf(draft({ to: ['ada'], text: 'You held the lamp', ...different }));

  it('ends the letter with what changed, on a line of its own', () => {
    expect(sent({ changed: ' The kettle works.\n' }).text).toBe('You held the lamp\nThe kettle works.');
    expect(sent({}).text).toBe('You held the lamp');
  });

  it('sends what there is and nothing else', () => {
    expect(sent({})).toEqual({ occasion: 'thanks', to: ['ada'], text: 'You held the lamp' });
    expect(sent({ role: 'connector', link: 'tools.example/61', reward: 'material' })).toEqual({
      occasion: 'thanks',
      to: ['ada'],
      text: 'You held the lamp',
      role: 'connector',
      reward: 'material',
      evidence: [{ kind: 'link', src: 'https://tools.example/61' }],
    });
    expect('role' in sent({ role: undefined })).toBe(false);
  });

  it('sends what is taken, to the last character', () => {
    expect(checked('recognize', sent({ text: 'x'.repeat(1000) }))).toHaveProperty('detail');
    expect(checked('recognize', sent({ text: 'x'.repeat(1001) }))).toMatchObject({ reason: 'too-long' });
    const to = (n: number) => Array.from({ length: n }, (_, i) => `m${i}`);
    expect(checked('recognize', sent({ to: to(50) }))).toHaveProperty('detail');
    expect(checked('recognize', sent({ to: to(51) }))).toHaveProperty('reason');
  });
});

describe('draftOf', () => {
  it('opens a letter with all that is in it', () => {
    const letter = {
      occasion: 'welcome' as const,
      to: ['ada', 'bo'],
      text: 'You held the lamp\nThe kettle works.',
      role: 'connector',
      reward: 'material' as const,
      need: 'A lamp',
      evidence: [
        { kind: 'image' as const, src: 'https://tools.example/lamp.svg', alt: 'A lamp' },
        { kind: 'link' as const, src: 'http://tools.example/old' },
        { kind: 'link' as const, src: 'https://tools.example/61' },
      ],
    };
    expect(draftOf(letter)).toMatchObject({ to: ['ada', 'bo'], role: 'connector', link: 'https://tools.example/61' });
    expect(letterOf(draftOf(letter))).toEqual(letter);
    const bare = { occasion: 'thanks' as const, to: ['ada'], text: 'You held the lamp' };
    expect(letterOf(draftOf(bare))).toEqual(bare);
  });
});

describe('isEmptyDraft', () => {
  it('is one nobody has written in, whomever it is to', () => {
    expect(isEmptyDraft(draft({ to: ['ada'], role: 'connector', text: ' \n' }))).toBe(true);
    for (const written of [{ text: 'a' }, { changed: 'a' }, { link: 'a' }])
      expect(isEmptyDraft(draft(written))).toBe(false);
  });
});

describe('whomItMeans', () => {
  const ids = (typed: string, taken: string[] = []) => whomItMeans(typed, members, taken).map(({ id }) => id);

  it('puts those first whose names begin so, and peers before organisers', () => {
    expect(ids('b')).toEqual(['bo', 'bea', 'ada', 'sita']);
    expect(ids(' SI')).toEqual(['sita', 'ada', 'bo', 'bea']);
    expect(ids('obi')[0]).toBe('ada');
    expect(ids('')).toEqual(['ada', 'bo', 'bea', 'sita']);
  });

  it('leaves out who is taken', () => {
    expect(ids('b', ['bo', 'ada'])).toEqual(['bea', 'sita']);
  });
});

describe('secureUrl', () => {
  it.each([
    ['https://tools.example/61', 'https://tools.example/61'],
    [' tools.example/61 ', 'https://tools.example/61'],
    ['tools.example', 'https://tools.example/'],
    ['HTTPS://Tools.Example?a=b', 'https://tools.example/?a=b'],
    ['http://tools.example', undefined],
    ['javascript:alert(1)', undefined],
    ['mailto:ada@tools.example', undefined],
    ['ada@tools.example', undefined],
    ['/tools', undefined],
    ['hook 61', undefined],
    ['hook', undefined],
    ['', undefined],
  ])('reads "%s" as %s', (text, url) => {
    expect(secureUrl(text)).toBe(url);
  });
});
