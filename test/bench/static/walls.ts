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

const signs = /[&<>"']/g;
const escape = (words: string) => words.replace(signs, (sign) => `&#${sign.charCodeAt(0)};`);

/** The same letters to the last sign, put together by hand: no more is known of them than what these have in them. */
export function handWall(count: number): () => Promise<string> {
  const { recognitions = [], members = [] } = community(count);
  const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  const said = (names: string) => ` class="${escape(names)}" itemprop="${escape(names)}"`;
  const listed = (all: string[]) =>
    `${all.slice(0, -1).join(', ')}${all.length > 1 ? ' and ' : ''}${all[all.length - 1]}`;
  return async () => {
    const people = new Map(members.map((member) => [member.id, member]));
    const called = (id: string, more = '') => {
      const { name = '', called = '' } = people.get(id) ?? {};
      return `<span${said(`${more}h-card kith-id=${id}`)} dir="auto" title="${escape(name)}">${escape(called)}</span>`;
    };
    const named = (id: string, more: string) => {
      const { name = '', called = '' } = people.get(id) ?? {};
      return `<span${said(`${more}h-card kith-id=${id} kith-called=${called}`)} dir="auto">${escape(name)}</span>`;
    };
    let html = '<div class="kith-static" itemscope lang="en-GB" dir="ltr">';
    html += `\n<div${said('kith-recognition-wall h-feed')}>\n<h2${said('kith-unseen')} dir="auto">Letters</h2>`;
    html += '\n<ul aria-label="Letters">';
    for (const { id, from = '', to = [], text = '', at = '', cheers: { count = 0, by = [] } = {} } of recognitions) {
      const size = text.length <= 70 ? ' kith-large' : text.length <= 280 ? ' kith-middle' : '';
      html += `\n<li${said(`h-entry kith-id=${id} kith-from=${from} ${to.map((each) => `kith-to=${each}`).join(' ')} kith-cheers=${count} ${by.map((each) => `kith-cheered=${each}`).join(' ')}`)}>`;
      html += `\n<p${said(size === ' kith-large' ? 'kith-large' : 'kith-middle')}>`;
      html += `${listed(to.map((each) => called(each, 'u-category ')))},</p>`;
      html += `\n<p${said(`e-content${size}`)} dir="auto">${escape(text)}</p>`;
      html += `\n<p><b>${named(from, 'p-author ')}</b> `;
      html += `<span${said('dt-published')} title="${at}"><time class="value" datetime="${at}">${escape(days.format(new Date(at)))}</time></span></p>`;
      html += `\n<p>${by.map((each) => called(each)).join(', ')} and ${count - by.length} more cheered.</p></li>`;
    }
    return `${html}</ul></div>\n</div>`;
  };
}
