import type { Answer, Provider, Query } from '@kith/core';
import { readForeign } from './html-foreign.js';
import { readBeyond, readOwn, type Beyond } from './html-own.js';
import type { HtmlNode } from './html-said.js';
import { readCommunity, sourceProvider } from './json.js';
import type { Reading, SourceOptions } from './source.js';

export type { HtmlNode } from './html-said.js';

export interface HtmlOptions extends SourceOptions {
  /** What addresses in it are taken from. Default: the node's own base. */
  base?: string;
}

/**
 * What stands readable in a page: Kith's static HTML, also after an editor took its classes or its microdata away, or any
 * people and entries in microformats (h-card, h-entry). Read only. It is read with the first question.
 */
export function html(root: HtmlNode, { base, ...options }: HtmlOptions = {}): Provider {
  const document = sourceProvider('html', { document: root }, () => readHtml(root, base), options);
  let read: Beyond | undefined;
  const beyond = () => (read ??= readBeyond(root));
  return {
    ...document,
    async read(query, signal) {
      if (query.kind === 'suggestions')
        return inOrder(await document.read({ ...query, limit: 1e4 }, signal), query, beyond());
      const answer = await document.read(query, signal);
      return query.kind === 'members' ? counted(answer, query, beyond()) : answer;
    },
  };
}

/** Those who could use a hand, as the page tells of them. */
function inOrder<Q extends Query>(answer: Answer<Q>, query: Q, { inNeed }: Beyond): Answer<Q> {
  const { suggestions, me } = answer as Answer<{ kind: 'suggestions' }>;
  const { limit, with: first } = query as { limit?: number; with?: string };
  const place = ({ member: { id } }: (typeof suggestions)[number]) => (id === first ? -1 : inNeed.indexOf(id));
  const sorted = me ? suggestions : suggestions.toSorted((a, b) => place(a) - place(b));
  return Object.assign({ ...answer }, { suggestions: sorted.slice(0, limit) });
}

/** More may have said yes to a role than the page names. */
function counted<Q extends Query>(answer: Answer<Q>, query: Q, { holders }: Beyond): Answer<Q> {
  const { role = '', q } = query as { role?: string; q?: string };
  const { total } = answer as Answer<{ kind: 'members' }>;
  return q ? answer : Object.assign({ ...answer }, { total: Math.max(total, holders.get(role) ?? 0) });
}

/** Reads what stands in a node as a community document. */
export async function readHtml(root: HtmlNode, base = baseOf(root)): Promise<Reading> {
  return readCommunity(readOwn(root) ?? readForeign(root, base));
}

/** The text of a page as a node to read. Needs a browser, and runs nothing in it. */
export function htmlOf(text: string): HtmlNode {
  return new DOMParser().parseFromString(text, 'text/html').body;
}

function baseOf(root: HtmlNode): string | undefined {
  return (root as Partial<Node>).baseURI;
}
