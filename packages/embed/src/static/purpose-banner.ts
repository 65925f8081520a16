import {
  fact,
  markup,
  provenance,
  sayDecisions,
  sayLines,
  sayPurpose,
  terms,
  type Answer,
  type Markup,
} from '@kith/core';
import { textOf, wordOf } from './attributes.js';
import { draw, element, heading, known, line, person, spaced, text, time, whole, type Drawing } from './draw.js';

const widget = 'purpose-banner';
type Purposed = Answer<{ kind: 'purpose' }>;

/** What a community stands for, and who stands behind it. */
export async function purposeBanner(drawing: Drawing): Promise<Markup> {
  const statement = textOf(drawing.attributes, 'statement');
  if (statement) return whole(widget, drawing, heading(drawing, [terms.statement], statement), [terms.purpose]);
  const answer = await drawing.read({ kind: 'purpose' });
  const { language, pictures } = drawing;
  const said = sayPurpose(answer, language);
  const { purpose } = answer;
  if (!said || !purpose) return whole(widget, drawing, line(language.words.noPurpose));
  const { made, invitation, people, counts } = said;
  const { counts: { withUs, pledged, active } = {} } = purpose;
  const facts = [
    terms.purpose,
    fact('version', purpose.version),
    fact('threshold', provenance(purpose, answer.members).threshold),
    fact('with-us', withUs),
    fact('pledged', pledged),
    fact('active', active),
  ];
  const title = heading(drawing, [terms.statement], said.statement);
  // On one line there is room for nothing else.
  const layout = wordOf(drawing.attributes, 'layout', ['band', 'card', 'line']);
  if (layout === 'line') return whole(widget, drawing, title, [...facts, 'kith-slim']);
  const inside = [
    title,
    people.length
      ? markup`\n<ul class="kith-people" aria-label="${language.words.standBehind}">${people.map((each) => markup`\n<li>${person(each, pictures, terms.behind)}</li>`)}</ul>`
      : undefined,
    line([said.provenance, counts && ` ${counts}`]),
    line(
      spaced(
        made &&
          draw(made, {
            words: [madeOf(purpose, drawing)],
            names: [terms.made, fact('count', purpose.made?.count), fact('unit', purpose.made?.unit)],
          }),
        invitation &&
          markup`<b>${draw(invitation, { words: [purpose.invitation?.label], names: [terms.invitation] })}</b>`,
      ),
    ),
    drawLines(answer, said.lines, said.hasNext, drawing),
    drawDecisions(answer, drawing),
  ];
  return whole(widget, drawing, inside, [...facts, layout === 'card' && 'kith-narrow']);
}

function madeOf({ made }: NonNullable<Purposed['purpose']>, { language: { format } }: Drawing): string | undefined {
  return made && `${format.number(made.count)} ${made.unit}`;
}

/** Why people are here, each in a line of theirs. */
function drawLines(answer: Purposed, count: number, hasNext: boolean, { language }: Drawing): Markup | undefined {
  if (!count) return undefined;
  const { words } = language;
  const byId = new Map(answer.people.map((each) => [each.id, each]));
  const rows = new Map(answer.purpose?.lines?.map((each) => [each.id, each]));
  const lines = sayLines(answer, undefined, language).map((said) => {
    const row = rows.get(said.id);
    const author = byId.get(row?.member ?? '');
    return element(
      'li',
      [terms.line, fact('id', said.id), fact('backed', row?.backed?.count)],
      [
        text('p', said.text, [terms.text], said.lang),
        line(spaced(author && draw([{ name: author.name }], known(author, terms.author)), said.backed)),
      ],
    );
  });
  return markup`\n<details><summary>${words.whyWeAreHere(count)}${hasNext ? ` ${words.hasNext}` : ''}</summary><ul>${lines}</ul></details>`;
}

function drawDecisions({ purpose }: Purposed, { language, now }: Drawing): Markup | undefined {
  if (!purpose?.decisions?.length) return undefined;
  const decisions = sayDecisions(purpose, language, now).map(({ title, because, on }) =>
    element(
      'li',
      [terms.decision],
      [
        element('p', [], draw([title], { words: [titleOf(title)], names: [terms.title] })),
        because ? text('p', because, [terms.because]) : undefined,
        on && line(time(on, [terms.at])),
      ],
    ),
  );
  return markup`\n<details><summary>${language.words.decided}</summary><ul>${decisions}</ul></details>`;
}

function titleOf(title: ReturnType<typeof sayDecisions>[number]['title']): string {
  if (typeof title === 'string') return title;
  return 'link' in title ? title.link : 'name' in title ? title.name : '';
}
