import { hash, initials, safePicture, type Mark, type Member, type Phrase } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';

/** Draws a phrase: names isolated from the text around them, links safe to follow, times as times. */
export function draw(said: Phrase): (TemplateResult | string)[] {
  return said.map(drawMark);
}

function drawMark(mark: Mark): TemplateResult | string {
  if (typeof mark === 'string') return mark;
  if ('name' in mark) return html`<bdi>${mark.name}</bdi>`;
  if ('link' in mark)
    return html`<a href=${mark.href} rel="noopener noreferrer ugc nofollow" dir="auto">${mark.link}</a>`;
  if ('time' in mark) return html`<time datetime=${mark.at}>${mark.time}</time>`;
  return html`<bdi class="deed">${mark.word}</bdi>`;
}

const HUES = 12;
const SHAPES = 4;

/** A person's stone, with initials or, where allowed, their picture. Says nothing by itself: the name stands beside it. */
export function pebble(member: Member, letters: 1 | 2, pictures: 'none' | 'allow'): TemplateResult {
  const mark = hash(member.id);
  const kind = member.kind === 'organization' || member.kind === 'bot' ? member.kind : '';
  const picture = pictures === 'allow' && member.picture ? safePicture(member.picture.src) : undefined;
  return html`<span class="pebble hue${mark % HUES} shape${(mark >>> 8) % SHAPES} ${kind}" aria-hidden="true"
    >${
      picture
        ? html`<img src=${picture} alt="" loading="lazy" decoding="async" referrerpolicy="no-referrer" />`
        : html`<span>${initials(member.name, letters)}</span>`
    }</span
  >`;
}

/** Several people's stones, each with one letter; nothing of nobody. `own` is whose eyes see them. */
export function pile(
  people: readonly Member[],
  pictures: 'none' | 'allow',
  own?: string,
): TemplateResult | typeof nothing {
  return people.length
    ? html`<span class="pile"
        >${people.map((person) => {
          const stone = pebble(person, 1, pictures);
          return person.id === own ? html`<span class="own">${stone}</span>` : stone;
        })}</span
      >`
    : nothing;
}

/** A heading of the level the page wants. */
export function heading(level: number, part: string, words: string | Phrase, look = 'heading'): TemplateResult {
  const said = typeof words === 'string' ? words : draw(words);
  return html`<div role="heading" aria-level=${level} part=${part} class=${look}>${said}</div>`;
}
