import { describe, expect, it } from 'vitest';
import {
  answersFrom,
  plain,
  sayFollowers,
  sayWhoRemembers,
  speech,
  type FollowerSaid,
  type Ladder,
  type Member,
  type Progress,
} from '@kith/core';
import { ladderActs } from '@kith/core/strings/en';

const now = new Date('2026-11-21T12:00:00Z');
const { english } = speech({ ladderActs });
const bar: Ladder = {
  id: 'bar',
  name: 'The bar',
  measures: [{ id: 'reps', label: 'pull-ups' }],
  rungs: ['hang', 'first', 'five', 'coach'].map((id, i) => ({
    id,
    name: id,
    can: id,
    needs: i ? [{ measure: 'reps', atLeast: i * 5 }] : [],
  })),
};
const [yuki, ...others]: [Member, ...Member[]] = [
  { id: 'yuki', name: 'Yuki' },
  { id: 'ada', name: 'Ada' },
  { id: 'bo', name: 'Bo' },
  { id: 'cy', name: 'Cy' },
  { id: 'dee', name: 'Dee' },
  { id: 'sita', name: 'Sita', host: true },
];
const row = (member: string, more: Partial<Progress> = {}): Progress => ({ member, ladder: 'bar', ...more });
const upTo = (rung: string, at = '2026-10-08') => ({ reached: { [rung]: at } });
const here = (member: string, at: string, ...by: string[]) =>
  row(member, { ...upTo('first', at), cheers: by.length ? [{ rung: 'first', count: by.length, by }] : [] });

/** Whom Yuki is asked to cheer, who came by the first in October and has the five since November. */
function followers(
  progress: Progress[],
  members = [yuki, ...others],
  own: Partial<Progress> = { reached: { hang: '2026-09-08', first: '2026-10-08', five: '2026-11-03' } },
): FollowerSaid[] {
  const document = { kith: 1 as const, ladders: [bar], members, progress: [row('yuki', own), ...progress] };
  return sayFollowers(answersFrom(document)({ kind: 'ladder' }), 'yuki', english, now);
}
const said = (...given: Parameters<typeof followers>) => followers(...given).map((each) => plain(each.said));
const names = (...given: Parameters<typeof followers>) => followers(...given).map(({ cheer }) => cheer.member.name);

describe('who is where the reader was', () => {
  it('is named, with the month the reader was there', () => {
    expect(said([row('ada', upTo('first'))])).toEqual(['Ada is where you were in October.']);
  });

  it('is one at a time, the latest to arrive', () => {
    expect(names([here('ada', '2026-03-01'), here('bo', '2026-04-01')])).toEqual(['Bo']);
    expect(names([here('ada', '2026-05-01'), here('bo', '2026-04-01')])).toEqual(['Ada']);
  });

  it('is the next once one is cheered, up to three, and those who were cheered stay', () => {
    const all = (...cheered: string[]) =>
      names([
        here('ada', '2026-05-04', ...(cheered.includes('ada') ? ['yuki'] : [])),
        here('bo', '2026-05-03', ...(cheered.includes('bo') ? ['yuki', 'ada'] : ['ada'])),
        here('cy', '2026-05-02', ...(cheered.includes('cy') ? ['yuki'] : [])),
        here('dee', '2026-05-01'),
      ]);
    expect(all()).toEqual(['Ada']);
    expect(all('ada')).toEqual(['Ada', 'Bo']);
    expect(all('ada', 'bo')).toEqual(['Ada', 'Bo', 'Cy']);
    expect(all('ada', 'bo', 'cy')).toEqual(['Ada', 'Bo', 'Cy']);
    expect(all('cy'), 'out of turn').toEqual(['Ada']);
  });

  it('is nobody further back or further on, no host, nobody who rests or left, nobody who keeps it to themselves', () => {
    for (const rung of ['hang', 'five', 'coach']) expect(names([row('ada', upTo(rung))])).toEqual([]);
    expect(names([row('sita', upTo('first'))])).toEqual([]);
    for (const visibility of ['me', 'nobody'])
      expect(names([row('ada', { ...upTo('first'), visibility })])).toEqual([]);
    for (const standing of ['resting', 'past'])
      expect(names([row('ada', upTo('first'))], [yuki, { id: 'ada', name: 'Ada', standing }])).toEqual([]);
    expect(names([row('hidden', upTo('first'))])).toEqual([]);
  });

  it('is not said without the month, nor to who came only to the first step', () => {
    const there = [row('bo', upTo('first')), row('cy', upTo('hang'))];
    expect(said(there, undefined, upTo('five'))).toEqual([]);
    expect(said(there, undefined, { reached: { first: 'once', five: 'then' } })).toEqual([]);
    expect(said(there, undefined, upTo('hang'))).toEqual([]);
  });
});

describe('who remembers a first', () => {
  const records = [1, 4, 2].map((value, i) => ({ measure: 'reps', value, at: `2026-0${i + 2}-02` }));
  const first = { records: records.slice(0, 1) };
  const remembered = (own: Partial<Progress>, ...progress: Progress[]) => {
    const document = {
      kith: 1 as const,
      ladders: [bar],
      members: [yuki, ...others],
      progress: [row('yuki', own), ...progress],
    };
    const said = sayWhoRemembers(answersFrom(document)({ kind: 'ladder' }), 'yuki', english);
    return said && plain(said);
  };

  it('is named, three at most, peers first', () => {
    expect(remembered(first, row('bo', { records }))).toBe('Bo remembers theirs.');
    const all = ['sita', 'ada', 'bo', 'cy'].map((id) => row(id, { records }));
    expect(remembered(first, ...all)).toBe('Ada, Bo and Cy remember theirs.');
  });

  it('is nobody who keeps theirs to themselves, is not public or has none, and nobody of a best', () => {
    expect(remembered(first, row('bo', { records, visibility: 'me' }))).toBeUndefined();
    expect(remembered(first, row('gone', { records }))).toBeUndefined();
    expect(
      remembered(first, row('bo', { records: [{ measure: 'hang', value: 9, at: '2026-01-01' }] })),
    ).toBeUndefined();
    expect(remembered({ records }, row('bo', { records }))).toBeUndefined();
    expect(remembered({}, row('bo', { records }))).toBeUndefined();
  });
});
