import { terms, type Recognition } from '@kith/core';
import {
  all,
  atOf,
  attributeOf,
  first,
  hrefOf,
  langOf,
  numberOf,
  replied,
  some,
  valueOf,
  values,
  whole,
  words,
  type Piece,
  type Said,
} from './html-said.js';

/** A letter, with what was said to it; none where it has no id. */
export function readLetter(said: Said): Piece[] {
  const id = valueOf(said, 'id');
  if (id === undefined) return [];
  const own = (name: string) => first(said, name, ...replied);
  const [text, need, kept, heard] = [terms.text, terms.need, terms.kept, terms.heard].map(own);
  const told = (name: string) => (own(name) ? words(own(name)) : undefined);
  const count = numberOf(said, 'cheers');
  const backed = numberOf(said, 'backed');
  const heardBy = valueOf(heard, 'id');
  const keeper = kept && valueOf(first(kept, terms.person), 'id');
  const because = kept && first(kept, terms.because);
  return [
    whole({
      id,
      occasion: valueOf(said, 'occasion'),
      from: valueOf(said, 'from'),
      to: some(values(said, 'to')),
      unnamed: numberOf(said, 'unnamed'),
      text: text && words(text),
      lang: [text, need, ...[terms.try, terms.measured, terms.result, terms.did].map(own)].map(langOf).find(Boolean),
      labels: some(all(said, terms.label, ...replied).map(words)),
      role: valueOf(own(terms.role), 'id'),
      reward: valueOf(said, 'reward'),
      need: need && words(need),
      evidence: some(evidenceIn(said)),
      at: atOf(said) ?? valueOf(said, 'at'),
      askedAt: valueOf(said, 'asked'),
      deliveredAt: valueOf(said, 'delivered'),
      shippedAt: valueOf(said, 'shipped'),
      heardBy:
        heardBy === undefined
          ? undefined
          : whole({ member: heardBy, at: heard && valueOf(heard, 'at'), did: told(terms.did) }),
      bornFrom: valueOf(said, 'born'),
      answers: some(all(said, terms.answer).map(readReply)),
      kept: keeper === undefined ? undefined : whole({ by: keeper, because: because && words(because) }),
      try: told(terms.try),
      measure: told(terms.measured),
      result: told(terms.result),
      cheers: count === undefined ? undefined : { count, by: values(said, 'cheered') },
      backed: backed === undefined ? undefined : { count: backed },
      replies: some(all(said, terms.reply).map(readReply)),
    } satisfies Partial<Record<keyof Recognition, unknown>>),
  ];
}

function readReply(said: Said): Piece {
  const text = first(said, terms.text);
  return whole({
    id: valueOf(said, 'id'),
    member: valueOf(first(said, terms.author), 'id'),
    text: words(text),
    lang: langOf(text),
    evidence: some(evidenceIn(said)),
    at: valueOf(said, 'at'),
  });
}

/** Pictures, as themselves or as links to them, and links. */
function evidenceIn(said: Said): Piece[] {
  const shown = (each: Said) => ({ kind: 'image', src: attributeOf(each.node, 'src') ?? hrefOf(each) });
  const isOfPerson = new Set(all(said, terms.person).flatMap((each) => all(each, terms.picture)));
  return [
    ...all(said, terms.picture, ...replied)
      .filter((each) => !isOfPerson.has(each))
      .map((each) => whole({ ...shown(each), alt: attributeOf(each.node, 'alt') ?? valueOf(each, 'alt') })),
    ...all(said, terms.evidence, ...replied).map((each) =>
      whole({
        kind: valueOf(each, 'kind') ?? '',
        src: hrefOf(each),
        alt: valueOf(each, 'alt') === undefined ? undefined : words(each),
      }),
    ),
  ];
}
