import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lintLadder, type CommunityDocument, type Ladder, type Rung } from '@kith/core';

const measures = ['reps', 'posts', 'minutes'].map((id) => ({ id, label: id }));
const step = (id: string, different: Partial<Rung> = {}): Rung => ({
  id,
  name: `The ${id} one`,
  can: 'hang from the bar',
  ...different,
});
const asks = (measure: string, ...targets: number[]): Ladder => ({
  id: 'l',
  name: 'L',
  measures,
  rungs: [step('here'), ...targets.map((atLeast, i) => step(`s${i}`, { needs: [{ measure, atLeast }] }))],
});
const codes = (ladder: Pick<Ladder, 'rungs' | 'measures'>) =>
  Object.values({ ...lintLadder(ladder) }).flatMap(({ objections }) => objections.map(({ code }) => code));
const said = (can: string, name = 'A step') => codes({ measures, rungs: [step('here', { can, name })] });

const demo = JSON.parse(readFileSync('demo/public/community.json', 'utf8')) as CommunityDocument;

describe('lintLadder', () => {
  it.each(demo.ladders?.map((ladder) => [ladder.name, ladder] as const) ?? [])(
    'finds nothing to say about "%s" of the demo',
    (_, ladder) => {
      expect(codes(ladder)).toEqual([]);
    },
  );

  it('finds nothing to say about a forum whose widest step is from 10 to 60 minutes', () => {
    const forum: Ladder = {
      id: 'forum',
      name: 'Forum',
      measures,
      rungs: [
        step('new', { can: 'read along' }),
        step('basic', {
          can: 'write to anyone',
          needs: [
            { measure: 'posts', atLeast: 30 },
            { measure: 'minutes', atLeast: 10 },
          ],
        }),
        step('member', {
          can: 'invite people',
          needs: [
            { measure: 'posts', atLeast: 100 },
            { measure: 'minutes', atLeast: 60 },
          ],
        }),
        step('leader', { can: 'close what is settled', needs: [{ manual: true }] }),
      ],
    };
    expect(lintLadder(forum)).toEqual({
      begun: { ok: true, objections: [] },
      able: { ok: true, objections: [] },
      near: { ok: true, objections: [] },
    });
  });

  it.each<[string, Rung['needs']]>([
    ['a count', [{ measure: 'reps', atLeast: 1 }]],
    ['the word of others', [{ sponsors: 1 }]],
    ['a host', [{ manual: true }]],
  ])('objects to a first step that needs %s', (_, needs) => {
    const { begun } = lintLadder({ measures, rungs: [step('first', { needs })] });
    expect(begun).toMatchObject({
      ok: false,
      objections: [{ code: 'begins', rung: 'first', words: ['The first one'] }],
    });
  });

  it('lets a first step need nothing, or what everyone has', () => {
    for (const needs of [undefined, [], [{ measure: 'reps', atLeast: 0 }]])
      expect(codes({ measures, rungs: [step('first', { ...(needs && { needs }) })] })).toEqual([]);
  });

  it('says that there is no step yet', () => {
    expect(lintLadder({ rungs: [] }).begun.objections).toMatchObject([{ code: 'empty', rung: undefined }]);
    expect(said(' ')).toEqual(['empty']);
  });

  it.each([
    'hang from the bar',
    'unlock the workshop door',
    'win an argument without raising your voice',
    'earn the trust of a stray dog',
    'get up at five',
    'get a kettle to boil again',
    'pour bronze',
    'be there when it rains',
    'be trusted with the keys',
    'become the person others ring',
    'reach the top shelf',
    'place a stone so that it holds',
    'beat eggs by hand',
    'bring somebody along',
    'sing the second line',
    'swing a hammer',
    'read a pattern',
    'HTML-mail a newsletter',
    'Pull-ups machen',
    'close up a thing that runs on mains.',
    'claim a bench for the day',
    'have somebody over',
    'collect the post',
    'topple a tree',
    'stand at the top of the stairs',
    'hoch klettern',
    'تصلح غلاية',
  ])('lets "%s" pass', (can) => {
    expect(said(can)).toEqual([]);
  });

  it.each([
    ['get a badge', 'reward'],
    ['earn 50 points', 'reward'],
    ['receive our limited T-shirt', 'reward'],
    ['unlock early access', 'reward'],
    ['have the title of helper', 'reward'],
    ['win a prize', 'reward'],
    ['be level 3', 'rank'],
    ['reach the next tier', 'rank'],
    ['become a top contributor', 'rank'],
    ['become gold', 'rank'],
    ['be an expert', 'rank'],
    ['rank among the first ten', 'rank'],
    ['beat everyone', 'rank'],
    ['You can hang', 'form'],
    ['can hang', 'form'],
    ['to hang', 'form'],
    ['be able to hang', 'form'],
    ['Hang from the bar', 'form'],
    ['hanging from the bar', 'form'],
    ['10 pull-ups', 'form'],
  ])('objects to "%s"', (can, code) => {
    expect(said(can)).toEqual([code]);
    expect(lintLadder({ rungs: [step('x', { can })] }).able.objections[0]).toMatchObject({ rung: 'x' });
  });

  it.each(['Level 3', 'tier 2', 'Gold', 'Silver member'])('objects to a step that is called "%s"', (name) => {
    expect(said('hang from the bar', name)).toEqual(['rank']);
  });

  it.each(['First one', 'Mains', 'Gold leaf', 'Level crossing', 'The door'])('lets a step be called "%s"', (name) => {
    expect(said('hang from the bar', name)).toEqual([]);
  });

  it.each<[number[], string[]]>([
    [[1, 10, 100], []],
    [[1, 11], ['gap']],
    [[100], []],
    [[101], ['gap']],
    [[0, 5], []],
    [[5, 5], []],
    [[5, 3], ['easier']],
    [[5, 3, 50], ['easier']],
    [
      [5, 3, 60],
      ['easier', 'gap'],
    ],
    [
      [30, 500, 6000],
      ['gap', 'gap'],
    ],
  ])('of steps to %j says %j', (targets, found) => {
    expect(codes(asks('reps', ...targets))).toEqual(found);
  });

  it('keeps measures apart, and names one that nobody can write up', () => {
    const needs = [
      { measure: 'reps', atLeast: 1 },
      { measure: 'posts', atLeast: 90 },
      { measure: 'miles', atLeast: 5 },
    ];
    const found = lintLadder({ measures, rungs: [step('here'), step('far', { needs })] }).near;
    expect(found.objections).toMatchObject([{ code: 'measure', rung: 'far', words: ['miles'] }]);
  });

  it('says each in one sentence or two', () => {
    const worst = [asks('reps', 500, 3), asks('miles', 1)].map(({ rungs }) => rungs).flat();
    const rungs = [step('first', { can: 'get a badge', name: 'Level 1', needs: [{ manual: true }] }), ...worst];
    const sentences = Object.values({ ...lintLadder({ measures, rungs }) }).flatMap(({ objections }) =>
      objections.map(({ sentence }) => sentence),
    );
    expect(sentences).toHaveLength(6);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z][^!]+\.$/);
  });
});
