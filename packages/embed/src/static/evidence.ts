import { fact, markup, safeUrl, terms, type Evidence, type Recognition } from '@kith/core';
import { draw, element, line, linkTo, own, type Drawing, type Drawn } from './draw.js';

/**
 * What shows that it is so. Pictures are links, unless they may be asked for: nothing is fetched from elsewhere before
 * somebody wants it.
 */
export function drawEvidence(
  { evidence = [] }: Pick<Recognition, 'evidence'>,
  said: Evidence,
  { language: { words }, pictures }: Drawing,
): Drawn {
  if (!said.pictures.length && !said.links.length) return undefined;
  const links = evidence.filter(({ kind, src }) => kind !== 'image' && safeUrl(src));
  return [
    said.pictures.map(({ src, alt, host }) => {
      if (pictures === 'allow') {
        return markup`\n<p><img class="${terms.picture}" itemprop="${terms.picture}" src="${src}" alt="${alt}" loading="lazy" decoding="async" referrerpolicy="no-referrer"></p>`;
      }
      const shown = draw(words.showPicture(host === undefined ? host : { name: host }));
      const link = element('a', [terms.picture, alt && fact('alt', alt)], shown, linkTo(src));
      return line([alt ? [own(alt), ' '] : undefined, link]);
    }),
    said.links.map((each, i) => {
      const { kind = '', alt } = links[i] ?? {};
      const isNamed = Boolean(alt?.trim());
      const [first] = each;
      const words = typeof first === 'object' && 'link' in first ? first.link : undefined;
      const names = [terms.evidence, fact('kind', kind), isNamed ? fact('alt', 'true') : ''];
      return line(draw(each, { words: [words], names }));
    }),
  ];
}
