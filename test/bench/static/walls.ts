import { answersFrom, type Answer, type Provider } from '@kith/core';
import { staticHtml } from '@kith/embed/static';
import { community, NOW } from '../wall/letters.js';

/** A wall of Kith's, and the same letters, as one would write it down for them alone. */
export function kithWall(count: number): () => Promise<string> {
  const answer = answersFrom(community(count), 1);
  const provider: Provider = {
    name: 'bench',
    takes: new Set(),
    read: async (query) => (await answer(query)) as Answer<typeof query>,
  };
  return async () =>
    (await staticHtml(provider, { widget: 'recognition-wall', attributes: { 'page-size': String(count) }, now: NOW }))
      .text;
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (words: string) => words.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);

/** The same letters, as one would write it down for them alone. */
export function handWall(count: number): () => Promise<string> {
  const { recognitions = [], members = [] } = community(count);
  const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' });
  return async () => {
    const people = new Map(members.map((member) => [member.id, member]));
    const said = (names: string) => ` class="${escape(names)}" itemprop="${escape(names)}"`;
    const person = (id: string, more: string) => {
      const member = people.get(id);
      const { name = '', called = '' } = member ?? {};
      return `<span${said(`${more}h-card kith-id=${id}`)} dir="auto" title="${escape(name)}">${escape(called)}</span>`;
    };
    let html = '<div class="kith-static" itemscope lang="en-GB" dir="ltr">\n<ul aria-label="Letters">';
    for (const { id, from = '', to = [], text = '', at = '', cheers } of recognitions) {
      html += `\n<li${said(`h-entry kith-id=${id} kith-from=${from} ${to.map((each) => `kith-to=${each}`).join(' ')} kith-cheers=${cheers?.count} ${cheers?.by?.map((each) => `kith-cheered=${each}`).join(' ')}`)}>`;
      html += `\n<p>${to.map((each) => person(each, 'u-category ')).join(', ')},</p>`;
      html += `\n<p${said('e-content kith-middle')} dir="auto">${escape(text)}</p>`;
      html += `\n<p><b>${person(from, 'p-author ')}</b> `;
      html += `<span${said('dt-published')} title="${at}"><time class="value" datetime="${at}">${escape(days.format(new Date(at)))}</time></span></p>`;
      html += `\n<p>${(cheers?.by ?? []).map((each) => person(each, '')).join(', ')} and ${(cheers?.count ?? 0) - 3} more cheered.</p></li>`;
    }
    return `${html}</ul></div>`;
  };
}
