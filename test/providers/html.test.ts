import type { CommunityDocument } from '@kith/core';
import { staticHtml } from '@kith/embed/static';
import { html } from '@kith/providers/html';
import { json } from '@kith/providers/json';
import { nodesOf } from '../html-nodes.js';
import { providerContract } from './contract.js';

/** A community's wall as static HTML. */
async function wallOf(document: CommunityDocument): Promise<string> {
  const shown = { widget: 'recognition-wall', attributes: { 'page-size': '100' } } as const;
  return (await staticHtml(json({ document }), shown)).text;
}

/** The same letters as any page might tell of them, in microformats. */
function pageOf({ members = [], recognitions = [] }: CommunityDocument): string {
  const names = new Map(members.map(({ id, name }) => [id, name]));
  return recognitions
    .map(({ id, to = [], labels = [], at }) => {
      const people = to.map(
        (each) =>
          `<a class="u-category h-card"><i class="u-uid">${each}</i> <b class="p-name">${names.get(each)}</b></a>`,
      );
      const said = labels.map((label) => `<i class="p-category">${label}</i>`);
      return `<p class="h-entry"><i class="u-uid">${id}</i> ${people.join(' ')} ${said.join(' ')} <time class="dt-published" datetime="${at}"></time></p>`;
    })
    .join('\n');
}

providerContract('html of Kith’s own', async (document) => html(nodesOf(await wallOf(document))));
providerContract('html in microformats', (document) => html(nodesOf(pageOf(document))));
