import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { BrowserContextOptions } from 'playwright-core';
import type { Published } from '@kith/embed/snippet';
import { sanitizers } from '../sanitizers.js';
import { policies } from './policies.js';

const dist = 'packages/embed/dist';
const { version } = JSON.parse(readFileSync('packages/embed/package.json', 'utf8')) as { version: string };
const other = '0.0.9';
const kit = new Map(readdirSync(dist).map((name) => [name, readFileSync(`${dist}/${name}`)]));

/** The kit beneath an address, in the folder of its version, as its build says what it is. */
export function publishedAt(address: string): Published {
  const files = [...kit].map(([name, bytes]) => {
    const integrity = `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
    return [name, { bytes: gzipSync(bytes).length, integrity }] as const;
  });
  return { base: `${address}${version}/`, version, files: Object.fromEntries(files) };
}

/** A server of this machine, at any free port. */
async function listening(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<[Server, string]> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return [server, `http://127.0.0.1:${typeof address === 'object' && address?.port}`];
}

/** A site, whose pages a test writes; and elsewhere the kit, in two versions, and documents. */
export async function sites() {
  const pages = new Map<string, { html: string; headers?: Record<string, string> }>();
  const documents = new Map<string, string>();
  const [site, siteUrl] = await listening(({ url = '' }, response) => {
    const page = pages.get(url);
    const type = url.endsWith('.svg') ? 'image/svg+xml' : 'text/html; charset=utf-8';
    response.writeHead(page ? 200 : 404, { 'content-type': type, ...page?.headers }).end(page?.html);
  });
  const [host, hostUrl] = await listening(({ url = '' }, response) => {
    const [, folder, name = ''] = url.match(/^\/kith\/([\d.]+)\/([\w.-]+)$/) ?? [];
    const bytes = folder && kit.get(name);
    const type = name.endsWith('.js') ? 'text/javascript' : name.endsWith('.css') ? 'text/css' : 'application/json';
    // Published once before, with what is in it then.
    const body = folder === other ? bytes?.toString().replaceAll(version, other) : (bytes ?? documents.get(url));
    response.writeHead(body ? 200 : 404, { 'content-type': type, 'access-control-allow-origin': '*' }).end(body);
  });
  return {
    pages,
    documents,
    url: siteUrl,
    kit: hostUrl,
    stop: () =>
      Promise.all(
        [site, host].map((each) => new Promise((closed) => each.closeAllConnections() ?? each.close(closed))),
      ),
  };
}

/** A page as somebody has it: with these snippets in it. */
export interface Place {
  name: string;
  /** What becomes of a snippet on its way into the page. */
  pasted?: (snippet: string) => string;
  /** What stands in the page's head. */
  head?: (kit: string, sources: readonly string[]) => string;
  /** The page stands in a frame that may run scripts and nothing else. */
  isSandboxed?: boolean;
  policy?: (typeof policies)[number];
  options?: BrowserContextOptions;
  /** Whether the kit runs there. */
  runs: boolean;
}

const [posts, readmes] = sanitizers;

/** What a classic editor makes of lines: paragraphs, and breaks between them. */
function asLines(html: string): string {
  const kept: string[] = [];
  // As editors do, scripts are left as they are.
  const around = html.replace(/<script[^>]*>.*?<\/script>/gs, (script) => `\u0000${kept.push(script) - 1}\u0000`);
  const lines = `<p>${around.split('\n').join('<br>\n')}</p>`;
  return lines.replace(/\u0000(\d+)\u0000/g, (_, n) => kept[Number(n)] ?? '');
}

export const places: readonly Place[] = [
  { name: 'a plain page', runs: true },
  {
    name: 'a page that has another version of Kith already',
    head: (kit) => `<script type="module" src="${kit}/kith/${other}/kith.js"></script>`,
    runs: true,
  },
  { name: posts?.name ?? '', pasted: posts?.sanitize ?? String, runs: false },
  {
    name: `${posts?.name}, with Kith in the site’s head`,
    pasted: posts?.sanitize ?? String,
    head: (kit, sources) =>
      `<script type="module" src="${kit}/kith/${version}/kith.js" data-sources="${sources.join(' ')} mailto:host@fuse.example"></script>`,
    runs: true,
  },
  { name: readmes?.name ?? '', pasted: readmes?.sanitize ?? String, runs: false },
  { name: 'a sandbox that may only run scripts', isSandboxed: true, runs: true },
  ...policies.map((policy) => ({ name: `a policy of ${policy.name}`, policy, runs: true })),
  { name: 'a browser without scripts', options: { javaScriptEnabled: false }, runs: false },
  {
    name: 'a page whose scripts wait for consent',
    pasted: (html) => html.replaceAll('type="module"', 'type="text/plain" data-consent="marketing"'),
    runs: false,
  },
  { name: 'an editor that makes paragraphs of lines', pasted: asLines, runs: true },
];

/** The page of a place, with these snippets. */
export function pageOf(place: Place, snippets: readonly string[], kit: string, sources: readonly string[]) {
  const { policy, pasted = String, head = () => '' } = place;
  const own = (html: string) => {
    const styled = policy?.isStyled === false ? html.replace(/<link [^>]*>/g, '') : html;
    return policy?.nonce ? styled.replaceAll('<script ', `<script nonce="${policy.nonce}" `) : styled;
  };
  const inside = snippets.map((snippet) => `<section>${own(pasted(snippet))}</section>`).join('\n');
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A site</title>${policy ? '' : '<link rel="icon" href="data:,">'}${head(kit, sources)}<body>${inside}`;
  const headers = policy && { 'content-security-policy': policy.header(kit, sources.join(' ')) };
  return { html, ...(headers && { headers }) };
}
