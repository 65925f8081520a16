import { describe, expect, it } from 'vitest';
import { plain, sayRound, speech, type Member, type Pairing, type Round } from '@kith/core';
import { round as words } from '@kith/core/strings/en';

const { english } = speech({ round: words });
const [ada, bo, cy]: Member[] = ['Ada', 'Bo', 'Cy'].map((name) => ({ id: name.toLowerCase(), name })) as [
  Member,
  Member,
  Member,
];
const pair = (a: Member, b: Member, ...reasons: Pairing['reasons']): Pairing => ({ people: [a, b], score: 0, reasons });
const group = (people: Member[], ...pairs: Pairing[]): Round['groups'][number] => ({ people, pairs });
const said = (round: Partial<Round>) => sayRound({ groups: [], left: [], ...round }, english);
const reasons = (...pairs: Pairing[]) => {
  const people = [...new Set(pairs.flatMap((one) => one.people))];
  return said({ groups: [group(people, ...pairs)] }).groups[0]?.reasons.map(plain);
};

describe('sayRound', () => {
  it('says why of two, told to a third, whichever of them it is told of', () => {
    const all: [Pairing['reasons'][number]['kind'], string][] = [
      ['gives', "Ada asked for x, and that's Bo."],
      ['gets', "Bo asked for x, and that's Ada."],
      ['topic', 'Each of them cares about x.'],
      ['role', 'Each of them is here as x.'],
      ['together', 'Each of them helped x.'],
      ['through', 'x is the only thread between them so far.'],
      ['newcomer', 'Bo is new here, and Ada is here as x.'],
      ['connector', 'Ada is new here, and Bo is here as x.'],
    ];
    for (const [kind, sentence] of all) expect(reasons(pair(ada, bo, { kind, words: 'x' }))).toEqual([sentence]);
    expect(reasons(pair(ada, bo))).toEqual(["They haven't been introduced lately."]);
  });

  it('says of three which two it is of, and once what is so of all', () => {
    const hub = { kind: 'through', words: 'Hana' } as const;
    const trio = [
      pair(ada, bo, { kind: 'topic', words: 'choir' }, hub),
      pair(ada, cy, hub),
      pair(bo, cy, { kind: 'gives', words: 'a van' }, hub),
    ];
    expect(reasons(...trio)).toEqual([
      'Ada and Bo: Each of them cares about choir.',
      "Bo and Cy: Bo asked for a van, and that's Cy.",
      'Hana is the only thread between them so far.',
    ]);
    const one = said({ groups: [group([ada, bo, cy], ...trio)] }).groups[0];
    expect([plain(one?.names ?? []), one?.pairs.length]).toEqual(['Ada, Bo and Cy', 3]);
  });

  it('names everybody who is left out, in one sentence for each why', () => {
    const because = ['host', 'over', 'rests', 'alone', 'past', 'organization', 'bot', 'apart'] as const;
    const left = because.map((each, i) => ({ member: { id: each, name: `N${i}` }, because: each }));
    const sentences = said({ left }).left.map(plain);
    expect(sentences).toHaveLength(6);
    for (const { member } of left) expect(sentences.join()).toContain(member.name);
    expect(sentences).toContain('It is not for bots and organisations: N5 and N6.');
  });
});
