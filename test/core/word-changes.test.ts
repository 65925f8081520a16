import { describe, expect, it } from 'vitest';
import { wordChanges } from '@kith/core';

/** What changed in brackets. */
const marked = (was: string, is: string, locale?: string) => {
  const changes = wordChanges(was, is, locale);
  const read = (said: typeof changes.was) => said.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('');
  return [read(changes.was), read(changes.is)];
};

describe('what changed between two wordings', () => {
  it.each([
    ['nothing', 'Fix it', 'Fix it', 'Fix it', 'Fix it'],
    ['one word', 'Everyone can mend', 'Everyone can fix', 'Everyone can [mend]', 'Everyone can [fix]'],
    ['a word more', 'We fix things', 'We fix old things', 'We fix things', 'We fix [old] things'],
    ['a word less', 'We fix old things', 'We fix things', 'We fix [old] things', 'We fix things'],
    ['words side by side', 'a b c d', 'a x y d', 'a [b c] d', 'a [x y] d'],
    ['two places', 'a b c d', 'x b c y', '[a] b c [d]', '[x] b c [y]'],
    ['the order', 'mend and lend', 'lend and mend', '[mend and] lend', 'lend [and mend]'],
    ['everything', 'Fix it', 'No lamp dies', '[Fix it]', '[No lamp dies]'],
    ['from nothing', '', 'Fix it', '', '[Fix it]'],
    ['how a word is marked off', 'Fix it', 'Fix it.', 'Fix [it]', 'Fix [it.]'],
  ])('%s', (_, was, is, before, after) => {
    expect(marked(was, is)).toEqual([before, after]);
  });

  it('is told in a script that runs its words together, and from right to left', () => {
    expect(marked('だれでも直せる', 'だれでも作れる', 'ja')[0]).toMatch(/^だれでも\[/);
    expect(marked('كلّنا نستطيع إصلاح شيء', 'كلّنا نستطيع صنع شيء', 'ar')).toEqual([
      'كلّنا نستطيع [إصلاح] شيء',
      'كلّنا نستطيع [صنع] شيء',
    ]);
  });

  it('loses no letter of either', () => {
    const [was, is] = [' – Fix,  it! ', '«Fix» it…\n\nnow'];
    const changes = wordChanges(was, is);
    expect(changes.was.map(({ text }) => text).join('')).toBe(was);
    expect(changes.is.map(({ text }) => text).join('')).toBe(is);
  });

  it('is all of it where both are too long to be compared', () => {
    const long = 'word '.repeat(3000);
    expect(wordChanges(long, `${long}more`).was).toEqual([{ text: long, changed: true }]);
  });
});
