import { terms, type Line, type Purpose } from '@kith/core';
import {
  all,
  atOf,
  filled,
  first,
  hrefOf,
  langOf,
  numberOf,
  some,
  valueOf,
  whole,
  words,
  type Piece,
  type Said,
} from './html-said.js';

/** What a community stands for, who stands behind it and why, and what was decided because of it. */
export function readPurpose(said: Said): Piece {
  const [statement, made, invitation] = [terms.statement, terms.made, terms.invitation].map((each) =>
    first(said, each),
  );
  return whole({
    version: numberOf(said, 'version'),
    statement: words(statement),
    threshold: numberOf(said, 'threshold'),
    counts: filled({
      withUs: numberOf(said, 'with-us'),
      pledged: numberOf(said, 'pledged'),
      active: numberOf(said, 'active'),
    }),
    made: made && whole({ count: numberOf(made, 'count'), unit: valueOf(made, 'unit'), href: hrefOf(made) }),
    invitation: invitation && whole({ label: words(invitation), href: hrefOf(invitation) }),
    // Nobody stands behind it but those who do so here.
    by: all(said, terms.behind).flatMap((each) => valueOf(each, 'id') ?? []),
    lines: some(all(said, terms.line).map(readLine)),
    decisions: some(all(said, terms.decision).map(readDecision)),
  });
}

function readLine(said: Said): Partial<Line> {
  const count = numberOf(said, 'backed');
  const text = first(said, terms.text);
  return whole({
    id: valueOf(said, 'id'),
    member: valueOf(first(said, terms.author), 'id'),
    text: words(text),
    lang: langOf(text),
    backed: count === undefined ? undefined : { count },
  }) as Partial<Line>;
}

function readDecision(said: Said): Partial<NonNullable<Purpose['decisions']>[number]> {
  const [title, because] = [first(said, terms.title), first(said, terms.because)];
  return whole({
    title: words(title),
    because: because && words(because),
    href: hrefOf(title),
    at: atOf(said),
  }) as Piece;
}
