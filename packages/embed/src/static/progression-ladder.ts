import {
  fact,
  markup,
  nextAct,
  own as ownOf,
  personalBests,
  sayLadder,
  terms,
  type Answer,
  type Best,
  type BestSaid,
  type ClimberSaid,
  type Ladder,
  type LadderSaid,
  type Markup,
  type Member,
  type Progress,
  type StepSaid,
} from '@kith/core';
import { textOf, wordOf } from './attributes.js';
import { draw, element, heading, known, line, own, time, whole, type Drawing, type Drawn, type Known } from './draw.js';

const widget = 'progression-ladder';
/** Lines of the whiteboard that are seen at once. */
const LINES = 5;

/** What a ladder is drawn with. */
interface Climb extends Drawing {
  said: LadderSaid;
  ladder: Ladder;
  row: Progress | undefined;
  people: readonly Member[];
  isList: boolean;
}

/** The steps from the first day on, where somebody stands, and the next small thing to do. */
export async function progressionLadder(drawing: Drawing): Promise<Markup> {
  const { attributes, language, now, read } = drawing;
  const { words, format } = language;
  const [id, member] = [textOf(attributes, 'ladder'), textOf(attributes, 'member')];
  const answer = await read({ kind: 'ladder', ...(id && { id }), ...(member && { member }) });
  const said = sayLadder(answer, { member, viewer: undefined }, language, now);
  const { ladder } = answer;
  if (!said?.steps.length || !ladder) {
    return whole(widget, drawing, line(id && !said ? words.noSuchLadder : words.noLadder));
  }
  const climb: Climb = {
    ...drawing,
    said,
    ladder,
    row: said.climber && rowOf(answer, member),
    people: answer.people,
    isList: wordOf(attributes, 'layout', ['path', 'list']) === 'list',
  };
  const more = id ? 0 : (answer.ladders ?? []).length - 1;
  const inside = [
    heading(drawing, [terms.name], said.name, 'kith-unseen'),
    more > 0 ? line(draw(format.list([{ name: said.name }, words.moreKinds(more)]))) : undefined,
    path(climb),
    board(climb),
  ];
  return whole(widget, drawing, inside, [terms.ladder, ...namesOf(climb)]);
}

function rowOf({ progress }: Answer<{ kind: 'ladder' }>, member: string | undefined): Progress | undefined {
  return progress.find((each) => each.member === member && (each.visibility ?? 'everyone') === 'everyone');
}

/** What a ladder is as data: what is counted on it, and how far somebody has come. */
function namesOf({ said: { id, climber }, ladder, row }: Climb): string[] {
  const counted = (ladder.measures ?? []).flatMap(({ id, label, unit, act }) => [
    fact('label', `${id} ${label}`),
    unit === undefined ? '' : fact('unit', `${id} ${unit}`),
    act === undefined ? '' : fact('acts', `${id} ${act}`),
  ]);
  const values = Object.entries(row?.measures ?? {}).map(([measure, value]) => fact('value', `${measure} ${value}`));
  const { member } = climber ?? {};
  const whose = member
    ? [
        fact('member', member.id),
        fact('name', member.name),
        member.called === undefined ? '' : fact('called', member.called),
        member.standing === undefined ? '' : fact('standing', member.standing),
        fact('since', member.standingSince),
        climber?.standing === 'past' && member.title !== undefined ? fact('title', member.title) : '',
      ]
    : [];
  return [fact('id', id), ...counted, ...whose, ...values];
}

/** The steps, with whoever stands on one of them; those that are not in the open unfold. */
function path(climb: Climb): Drawn {
  const { said, isList } = climb;
  const { lead, isQuestion, steps, climber, behind, further } = said;
  const [from, to] = isList ? [0, steps.length] : [said.from, said.to];
  const some = (begin: number, end?: number) =>
    steps
      .slice(begin, end)
      .map((each, i) => step(each, begin + i, begin + i === climber?.at ? climber : undefined, climb));
  const leads = lead && draw(lead, ...everybody(climb));
  return [
    leads && (isQuestion ? markup`\n<p><b>${leads}</b></p>` : line(leads)),
    markup`\n<ol>${[
      from ? fold(draw(behind, ...everybody(climb)), some(0, from)) : undefined,
      climber && climber.at < 0 ? markup`\n<li aria-current="step">${stand(climber, climb)}</li>` : undefined,
      some(from, to),
      to < steps.length ? fold(further, some(to)) : undefined,
    ]}</ol>`,
  ];
}

function fold(words: Drawn, steps: Drawn): Markup {
  return markup`\n<li><details><summary>${words}</summary><ol>${steps}</ol></details></li>`;
}

/** Whose ladder it is, as they are named. */
function whom({ attributes, people }: Climb): Known[] {
  const id = textOf(attributes, 'member');
  return people.filter((each) => each.id === id).map((each) => known(each));
}

/** Those of whom a ladder's sentences may speak, as they are named. */
function everybody(climb: Climb): Known[] {
  return [...whom(climb), ...climb.people.filter((each) => each.host).map((each) => known(each))];
}

function step(said: StepSaid, at: number, climber: ClimberSaid | undefined, climb: Climb): Markup {
  const { name, can, isReached, since, opens, cheers } = said;
  const { isList } = climb;
  const isPast = climber?.standing === 'past';
  const clause = can.replace(/[\s.。।۔]+$/u, '');
  const isTold = climber?.already && !isPast && !isList;
  const inside = [
    isList ? markup`<b>${own(name, [terms.name])}</b>` : undefined,
    isTold
      ? line(
          draw(climber.already ?? [], ...whom(climb), {
            words: [clause],
            names: [terms.can, clause === can ? '' : fact('exact', can)],
          }),
        )
      : line(own(can, [terms.can])),
    since && line(draw(since, { words: since.map(timeOf), names: [terms.at] })),
    isList || isReached ? opens.map((each, i) => opening(each, at, i, climb)) : undefined,
    cheers && line(draw(cheers.said, ...cheers.people.map((each) => known(each)))),
    isPast ? line(draw(climber.pause ?? [])) : undefined,
    climber && !isPast ? stand(climber, climb) : undefined,
  ];
  const current = climber ? markup` aria-current="step"` : undefined;
  return element('li', rungNames(said, at, climb), inside, current);
}

function timeOf(mark: NonNullable<StepSaid['since']>[number]): string | undefined {
  return typeof mark === 'object' && 'time' in mark ? mark.time : undefined;
}

function rungNames({ id, name, cheers }: StepSaid, at: number, { ladder, row, said, people, isList }: Climb): string[] {
  const rung = ladder.rungs[at];
  const tally = row?.cheers?.find((each) => each.rung === id);
  const asked = rung?.needs ?? [];
  // Within a kind their order tells which comes first, and among the kinds the kind does.
  const needs = [
    ...asked.flatMap((need) => ('measure' in need ? fact('at-least', `${need.measure} ${need.atLeast}`) : [])),
    ...asked.flatMap((need) => ('sponsors' in need ? fact('sponsors', need.sponsors) : [])),
    ...asked.flatMap((need) => ('manual' in need ? fact('manual', 'true') : [])),
  ];
  // Where somebody stands is seen; what brought them there need not be told.
  const stands = at === said.climber?.at ? 'true' : undefined;
  const act = at - 1 === said.climber?.at && rung ? nextAct(rung, row) : undefined;
  const isVouched = act && !('measure' in act) && asked.some((need) => 'sponsors' in need);
  const sponsors = isVouched ? [...new Set(ownOf(row?.sponsors, id))] : [];
  const isNamed = (id: string) => people.some((each) => each.id === id);
  return [
    terms.rung,
    fact('id', id),
    isList ? '' : fact('name', name),
    ...needs,
    fact('reached', ownOf(row?.reached, id) ?? stands),
    ...sponsors.map((each, i) => fact('sponsored', isNamed(each) ? each : `somebody-${i}`)),
    cheers ? fact('cheers', tally?.count) : '',
    ...(cheers?.people ?? []).map((each) => fact('cheered', each.id)),
  ];
}

/** Where somebody stands: the next small thing. */
function stand(said: ClimberSaid, climb: Climb): Drawn {
  const { pause, act, soFar, then, opens } = said;
  const people = everybody(climb);
  const others = climb.people.map((each) => known(each));
  const far = soFar && line(draw(soFar, ...others));
  const after = then && line(draw(then, ...people));
  return [
    pause && line(draw(pause, ...people)),
    act && markup`\n<p><b>${draw(act, ...people)}</b></p>`,
    pause ? [after, far] : [far, after],
    climb.isList ? undefined : opens.map((each, i) => opening(each, said.at + 1, i, climb)),
  ];
}

/** What a step opens. */
function opening(said: StepSaid['opens'][number], at: number, i: number, { ladder }: Climb): Markup | undefined {
  const rung = ladder.rungs[at];
  const unlock = rung?.unlocks?.[i];
  const reward = unlock?.reward;
  const names = [terms.unlock, fact('rung', rung?.id), reward === undefined ? '' : fact('reward', reward)];
  return line(draw(said, { words: [unlock?.label], names }));
}

/** Own bests, newest first. */
function board({ said, row, language }: Climb): Drawn {
  if (!said.board.length) return undefined;
  const { words } = language;
  const records = personalBests(row?.records).board;
  const list = (some: readonly BestSaid[], from: number, label?: Markup) =>
    markup`\n<ul${label}>${some.map((each, i) => best(each, records[from + i]))}</ul>`;
  const isLong = said.board.length - LINES > 1;
  return [
    list(isLong ? said.board.slice(0, LINES) : said.board, 0, markup` aria-label="${words.board}"`),
    isLong
      ? markup`\n<details><summary>${words.earlier(said.board.length - LINES)}</summary>${list(said.board.slice(LINES), LINES)}</details>`
      : undefined,
  ];
}

function best({ deed, at, aside }: BestSaid, record: Best | undefined): Markup {
  const names = [terms.best, fact('measure', record?.measure), fact('value', record?.value)];
  return element('li', names, [line([draw(deed), aside && [' ', draw(aside)]]), at && line(time(at, [terms.at]))]);
}
