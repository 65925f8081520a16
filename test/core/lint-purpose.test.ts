import { describe, expect, it } from 'vitest';
import { type Finding, lintPurpose, sixRoles } from '@kith/core';

const codes = (statement: string, organisation?: string) =>
  Object.values<Finding>({ ...lintPurpose(statement, { organisation }) }).flatMap((finding) =>
    finding.objections.map(({ code }) => code),
  );

describe('lintPurpose', () => {
  it.each([
    ['Everyone a changemaker', 'Ashoka'],
    ['Innovation everyone can enjoy', 'Xiaomi'],
  ])('finds nothing to say about "%s" by %s', (statement, organisation) => {
    const { concise, relational, timeless } = lintPurpose(statement, { organisation });
    expect([concise.ok, relational.ok, timeless.ok]).toEqual([true, true, true]);
    expect(codes(statement, organisation)).toEqual([]);
  });

  it('finds Acme’s race for first place concise, not relational, not timeless', () => {
    const found = lintPurpose('Be the #1 smartphone brand in Europe by 2027', { organisation: 'Acme' });
    expect(found.concise).toEqual({ ok: true, objections: [] });
    expect(found.relational.ok).toBe(false);
    expect(found.relational.objections).toMatchObject([{ code: 'position', words: ['#1'] }]);
    expect(found.timeless.ok).toBe(false);
    expect(found.timeless.objections).toMatchObject([{ code: 'year', words: ['2027'] }]);
  });

  it.each([
    'First, do no harm',
    'Leave no one behind',
    'No one left out, no one left over',
    'Leading by listening',
    'Every girl a leader',
    "Tomorrow's world leaders start here",
    'Do your best, then help someone else',
    'Bringing out the best in our town',
    'Be the best neighbor you can be',
    'Give every child the best start in life',
    'The best is yet to come',
    'Best friends for every stray dog',
    "Solve the world's greatest challenges together",
    'Tackle the biggest problems in the world',
    'Beside the most vulnerable in our city',
    'A market garden on every street',
    'A stall for everyone at the market',
    'People before profit',
    'Neighbors, not shareholders',
    'Not for profit, for each other',
    'So that all may profit from music',
    'From the margins to the middle',
    'Grow together, share the harvest',
    'A growth mindset in every classroom',
    'Top of the hill, all of us',
    'We are the best of neighbors',
    'Nothing about us without us',
    'Everyone can fix something',
    'Here for each other, 24/7',
    'Keep 1.5 alive',
    'Water, H2O and hope for all',
    'Plant 2000 trees together',
    '12,000 voices, one song',
    '20275 trees, one forest',
    '42027 steps, one town',
    'Whole towns profit from one tree',
    'March for those who cannot',
    'May everyone be fed',
    'Year by year, a kinder street',
    'By day we build, by night we sing',
    'Saturdays are for mending',
    'Together until the end of the road',
    'Seeds for the next generation',
    'A meal in thirty minutes for anyone',
    'The Latin Quarter belongs to its neighbors',
    'The best version of our street',
    'A T-shirt for every well-loved, hand-made, home-grown idea',
    'Do the most good in the world',
    'To trust and be trusted by our neighbors',
    'Number the stars together',
    'Release the birds',
    'No more than one degree',
    'Everyone deserves 100 second chances',
    'Art in every quarter of the city',
    'Wissen gehört allen',
    '誰もが作り手になれる町',
    '每个人都能享受科技',
    'كل إنسان صانع تغيير',
  ])('lets "%s" pass', (statement) => {
    expect(codes(statement, 'Riverside Tool Library')).toEqual([]);
  });

  it.each([
    ['World-class support for our community', ['praise']],
    ['The award-winning choir of the north', ['praise']],
    ['Best-in-class tools for makers', ['praise']],
    ['Simply the best', ['praise']],
    ['Europe’s most trusted makers', ['praise']],
    ['Unrivaled quality, shared', ['praise']],
    ['Be the best', ['praise']],
    ['Fifty years of excellence', ['praise']],
    ['Trusted by 9 out of 10 doctors', ['praise']],
    ['Number one in customer love', ['position']],
    ['The No. 1 forum for gardeners', ['position']],
    ['A top-10 open source project', ['position']],
    ['The leading platform for nurses', ['position']],
    ['Leading provider of community software', ['position']],
    ['Become the market leader in bikes', ['position']],
    ['Win market share with friends', ['position']],
    ['Dominate the European market', ['position']],
    ['Outperform all our rivals', ['position']],
    ['The best coffee in Naples', ['position']],
    ['The largest maker space on the planet', ['position']],
    ["The world's favorite running club", ['position']],
    ['The best employer of nurses', ['position']],
    ['The go-to brand for runners', ['position']],
    ['World leader in kindness', ['position']],
    ['Be the biggest choir in Wales', ['position']],
    ['More revenue for every member', ['money']],
    ['Grow our profits together', ['money']],
    ['Make every shareholder proud', ['money']],
    ['Hit our growth target', ['money']],
    ['Double sales with fans', ['money']],
    ['Raise $5 million from members', ['money']],
    ['Clean rivers in 2030', ['year']],
    ['Singing together since 1897', ['year']],
    ['Class of ’99 forever', ['year']],
    ['رؤية ٢٠٣٠ للجميع', ['year']],
    ['２０２７年もいっしょに', ['year']],
    ['Every street mended by spring', ['date']],
    ['Clean beaches by the end of the year', ['date']],
    ['Ready for March 3', ['date']],
    ['Meet on the 3rd of March', ['date']],
    ['Solar roofs by June', ['date']],
    ['Warm homes next winter', ['date']],
    ['Skills for the 21st century', ['date']],
    ['Debt free in five years', ['date']],
    ['Open doors from 1/9/27', ['date']],
    ['3月3日に会おう', ['date']],
    ['Q3 belongs to makers', ['quarter']],
    ['Finish strong this quarter', ['quarter']],
    ['Community v2', ['version']],
    ['Neighborhood 2.0', ['version']],
    ['Version 3 of us', ['version']],
    ['Recycle 100 % of everything', ['percentage']],
    ['Waste cut by 20%', ['percentage']],
    ['Ninety percent renewable', ['percentage']],
    ['Ship v1.4 to 5% by Q2 2027', ['year', 'quarter', 'version', 'percentage']],
  ])('objects to "%s"', (statement, expected) => {
    expect(codes(statement)).toEqual(expected);
  });

  it('says which words it means and one sentence for the author', () => {
    const [objection] = lintPurpose('Waste down 20 % and 30%').timeless.objections;
    expect(objection?.words).toEqual(['20 %', '30%']);
    expect(objection?.sentence).toMatch(/^[A-Z].+\.$/);
  });

  it('takes eight words and not nine, and counts figures as none', () => {
    expect(codes('one two three four five six seven eight')).toEqual([]);
    expect(lintPurpose('a b c d e f g h i').concise.objections).toMatchObject([{ code: 'words', words: ['i'] }]);
    expect(codes('one two three 4 five six seven eight 9 ten')).toEqual([]);
  });

  it('takes sixty characters and not sixty-one, an emoji family being one', () => {
    expect(codes('x'.repeat(60))).toEqual([]);
    expect(codes('x'.repeat(61))).toEqual(['characters']);
    expect(codes('👩‍👩‍👧‍👦'.repeat(60))).toEqual([]);
    expect(codes('👩‍👩‍👧‍👦'.repeat(61))).toEqual(['characters']);
  });

  it('counts the words of languages that write none apart', () => {
    expect(codes('誰もが楽しめる町をみんなで一緒に少しずつ作っていく')).toEqual(['words']);
  });

  it('does not take an empty statement for a concise one', () => {
    expect(lintPurpose(' \n').concise).toMatchObject({ ok: false, objections: [{ code: 'empty' }] });
  });

  it.each([
    ['Acme brings people together', 'ACME', 'Acme'],
    ["Acme's gift to makers", 'Acme', 'Acme'],
    ['Acme by Acme for all', 'Acme', 'Acme'],
    ['Join the tool   library', 'Tool Library', 'tool library'],
    ['Ærø sammen', 'ærø', 'Ærø'],
    ['Everyone yells Yahoo!', 'Yahoo!', 'Yahoo!'],
    ['小米让每个人享受科技', '小米', '小米'],
    ['Cafe\u0301 Nord for everyone', 'Caf\u00e9 Nord', 'Caf\u00e9 Nord'],
  ])('finds in "%s" the own name %s', (statement, organisation, words) => {
    expect(lintPurpose(statement, { organisation }).relational.objections).toMatchObject([
      { code: 'own-name', words: [words] },
    ]);
  });

  it.each([
    ['The acme of kindness', 'Acm'],
    ['Artists for everyone', 'Art'],
    ['Décor for all', 'D'],
    ['Handmade, everywhere', 'hand'],
    ['Everyone a changemaker', '  '],
    ['Everyone a changemaker', '.*'],
  ])('does not find in "%s" the name %s', (statement, organisation) => {
    expect(codes(statement, organisation)).toEqual([]);
  });

  it('does not object to what Kith itself says of the six roles', () => {
    for (const { description = '' } of sixRoles) {
      const { relational, timeless } = lintPurpose(description, { organisation: 'Kith' });
      expect([relational.ok, timeless.ok]).toEqual([true, true]);
    }
  });
});
