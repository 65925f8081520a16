import {
  facts,
  sixRoles,
  terms,
  type CommunityDocument,
  type Fact,
  type HeldRole,
  type Ladder,
  type Line,
  type Member,
  type Progress,
  type Purpose,
  type Recognition,
  type Role,
} from '@kith/core';
import {
  all,
  attributeOf,
  first,
  numberOf,
  saidIn,
  valueOf,
  whole,
  wordsOf,
  type HtmlNode,
  type Said,
} from './html-said.js';

const names = new Set<string>(Object.values(terms));
const beginnings = facts.map((each) => `kith-${each}=`);
const isOurs = (name: string) => names.has(name) || beginnings.some((each) => name.startsWith(each));

type Piece = Record<string, unknown>;

/** What Kith's static HTML says, as a document that nobody has checked; undefined where there is none of it. */
export function readOwn(root: HtmlNode): Piece | undefined {
  const said = saidIn(root, isOurs);
  const people = new People(said);
  const document: Partial<Record<keyof CommunityDocument, unknown>> = whole({
    purpose: first(said, terms.purpose) && readPurpose(first(said, terms.purpose) as Said),
    recognitions: some(all(said, terms.letter).flatMap((each) => readLetter(each))),
    ladders: some(all(said, terms.ladder).flatMap((each) => readLadder(each))),
    progress: some(all(said, terms.ladder).flatMap((each) => readProgress(each))),
    roles: readRoles(said),
  });
  const members = some(people.read());
  if (!members && !Object.keys(document).length) return undefined;
  return { kith: 1, ...document, ...(members && { members }) };
}

function some<T>(list: readonly T[]): T[] | undefined {
  return list.length ? [...list] : undefined;
}

/** Those who are named, each once, in the order in which they are. */
class People {
  readonly #members = new Map<string, Partial<Member>>();

  constructor(private readonly said: Said) {}

  read(): Partial<Member>[] {
    const { said } = this;
    for (const each of all(said, terms.person)) this.#add(valueOf(each, 'id'), personOf(each));
    for (const each of [said, ...all(said, terms.member), ...all(said, terms.ladder)]) {
      const isMember = each.names.has(terms.member);
      if (isMember)
        this.#add(valueOf(each, 'id'), { ...aboutOf(each), roles: some(heldIn(each)) as HeldRole[] | undefined });
      else if (each.names.has(terms.ladder)) this.#add(valueOf(each, 'member'), aboutOf(each));
    }
    for (const role of all(said, terms.itself))
      for (const each of all(role, terms.holder)) this.#hold(valueOf(each, 'id'), valueOf(role, 'id'));
    for (const each of all(said, terms.inNeed))
      this.#add(valueOf(first(each, terms.person), 'id'), { asks: some(all(each, terms.ask).map(words)) });
    return [...this.#members.values()];
  }

  #add(id: string | undefined, about: { [K in keyof Member]?: Member[K] | undefined }): void {
    if (id === undefined) return;
    const known = this.#members.get(id) ?? { id };
    this.#members.set(id, { ...known, ...whole(about) } as Partial<Member>);
  }

  #hold(id: string | undefined, role: string | undefined): void {
    if (id === undefined || role === undefined) return;
    const held = this.#members.get(id)?.roles ?? [];
    if (!held.some((each) => each.role === role)) this.#add(id, { roles: [...held, { role }] });
  }
}

/** Somebody where they are named: in full, or as they are called, with their name in full beside it. */
function personOf(said: Said) {
  const named = words(first(said, terms.name) ?? said);
  const full = attributeOf(said.node, 'title');
  const picture = attributeOf(first(said, terms.picture)?.node, 'src');
  return {
    name: full ?? named,
    called: full === undefined ? valueOf(said, 'called') : named,
    kind: valueOf(said, 'kind'),
    host: valueOf(said, 'host') === undefined ? undefined : true,
    picture: picture === undefined ? undefined : { src: picture },
  };
}

/** Somebody who is told of without a name in sight. */
function aboutOf(said: Said) {
  const title = first(said, terms.title);
  return {
    name: valueOf(said, 'name'),
    called: valueOf(said, 'called'),
    kind: valueOf(said, 'kind'),
    host: valueOf(said, 'host') === undefined ? undefined : true,
    title: valueOf(said, 'title') ?? (title && words(title)),
    standing: valueOf(said, 'standing'),
    standingSince: valueOf(said, 'since'),
  };
}

function heldIn(said: Said): Partial<HeldRole>[] {
  return all(said, terms.held).map((each) => {
    const count = numberOf(each, 'affirmed');
    const wish = first(each, terms.aspires);
    return whole({
      role: valueOf(each, 'id'),
      aspires: wish ? words(wish) : valueOf(each, 'hoped') === undefined ? undefined : '',
      affirmed: count === undefined ? undefined : { count, by: values(each, 'affirmer').map((member) => ({ member })) },
      shown: numberOf(each, 'shown'),
    }) as Partial<HeldRole>;
  });
}

/** The roles that are a site's own, with those of the six that stand beside them; undefined where all are of the six. */
function readRoles(said: Said): Partial<Role>[] | undefined {
  const found = new Map<string, Partial<Role>>();
  const listed = all(said, terms.itself);
  for (const each of all(said, terms.role)) {
    const id = valueOf(each, 'id');
    if (id === undefined || found.has(id)) continue;
    const isOwn = valueOf(each, 'own') !== undefined;
    found.set(
      id,
      isOwn ? { id, name: words(each) } : (sixRoles.find((role) => role.id === id) ?? { id, name: words(each) }),
    );
  }
  for (const each of listed) {
    const id = valueOf(each, 'id') ?? '';
    const role = found.get(id);
    const [note, needs] = [first(each, terms.note), first(each, terms.needs)];
    if (role && !sixRoles.includes(role as Role))
      found.set(id, { ...role, ...whole({ description: note && words(note), needs: needs && words(needs) }) });
  }
  const roles = [...found.values()];
  const isOwn = roles.some((role) => !sixRoles.includes(role as Role));
  return isOwn || listed.length > 1 ? some(roles) : undefined;
}

function readPurpose(said: Said): Piece {
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

const replied = [terms.answer, terms.reply];

function readLetter(said: Said): Piece[] {
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

function readLadder(said: Said): Partial<Ladder>[] {
  const id = valueOf(said, 'id');
  if (id === undefined) return [];
  const [units, acts] = [keyed(said, 'unit'), keyed(said, 'acts')];
  const measures = [...keyed(said, 'label')].map(([id, label]) =>
    whole({ id, label, unit: units.get(id), act: acts.get(id) }),
  );
  const unlocks = all(said, terms.unlock);
  const rungs = all(said, terms.rung).map((rung) => {
    const can = first(rung, terms.can);
    const id = valueOf(rung, 'id');
    const needs = [
      ...pairs(rung, 'at-least').map(([measure, least]) => ({ measure, atLeast: Number(least) })),
      ...values(rung, 'sponsors').map((each) => ({ sponsors: Number(each) })),
      ...values(rung, 'manual').map(() => ({ manual: true as const })),
    ];
    const opens = unlocks
      .filter((each) => valueOf(each, 'rung') === id)
      .map((each) => whole({ reward: valueOf(each, 'reward'), label: words(each), href: hrefOf(each) }));
    return whole({
      id,
      name: valueOf(rung, 'name') ?? words(first(rung, terms.name)),
      can: valueOf(can, 'exact') ?? words(can),
      needs: some(needs),
      unlocks: some(opens),
    });
  });
  return [
    whole({ id, name: words(first(said, terms.name, terms.rung)), measures: some(measures), rungs }) as Partial<Ladder>,
  ];
}

function readProgress(said: Said): Partial<Progress>[] {
  const [ladder, member] = [valueOf(said, 'id'), valueOf(said, 'member')];
  if (ladder === undefined || member === undefined) return [];
  const rungs = all(said, terms.rung);
  const of = <T>(value: (rung: Said) => T | undefined) =>
    filled(Object.fromEntries(rungs.map((each) => [valueOf(each, 'id') ?? '', value(each)])));
  // The newest stands first; of one moment the later in a document is the later.
  const records = all(said, terms.best)
    .toReversed()
    .map((each) => whole({ measure: valueOf(each, 'measure'), value: numberOf(each, 'value'), at: atOf(each) }));
  const cheers = rungs.flatMap((each) => {
    const count = numberOf(each, 'cheers');
    return count === undefined ? [] : [{ rung: valueOf(each, 'id'), count, by: values(each, 'cheered') }];
  });
  return [
    whole({
      member,
      ladder,
      measures: filled(Object.fromEntries([...keyed(said, 'value')].map(([id, value]) => [id, Number(value)]))),
      reached: of((each) => valueOf(each, 'reached')),
      sponsors: of((each) => some(values(each, 'sponsored'))),
      records: some(records),
      cheers: some(cheers),
    }) as Partial<Progress>,
  ];
}

/** Facts that begin with what they are of: "posts 25". */
function pairs(said: Said, fact: Fact): [of: string, value: string][] {
  return values(said, fact).map((each) => {
    const at = each.indexOf(' ');
    return [each.slice(0, at), each.slice(at + 1)];
  });
}

function keyed(said: Said, fact: Fact): Map<string, string> {
  return new Map(pairs(said, fact));
}

function values(said: Said, fact: Fact): readonly string[] {
  return said.facts.get(fact) ?? [];
}

/** Undefined where nothing is in it. */
function filled<T extends object>(piece: T) {
  const known = whole(piece);
  return Object.keys(known).length ? known : undefined;
}

function words(said: Said | undefined): string {
  return wordsOf(said?.node);
}

function langOf(said: Said | undefined): string | undefined {
  return attributeOf(said?.node, 'lang');
}

function hrefOf(said: Said | undefined): string | undefined {
  return attributeOf(said?.node, 'href');
}

/** When it was: the moment stands beside its words. */
function atOf(said: Said): string | undefined {
  return attributeOf(first(said, terms.at, ...replied)?.node, 'title');
}

/** What static HTML says beyond a document: in which order people are told of, and how many there are beyond those it names. */
export interface Beyond {
  inNeed: string[];
  holders: Map<string, number>;
}

export function readBeyond(root: HtmlNode): Beyond {
  const said = saidIn(root, isOurs);
  return {
    inNeed: all(said, terms.inNeed).flatMap((each) => valueOf(first(each, terms.person), 'id') ?? []),
    holders: new Map(
      all(said, terms.itself).map((each) => [valueOf(each, 'id') ?? '', numberOf(each, 'holders') ?? 0]),
    ),
  };
}
