import { readFile } from 'node:fs/promises';
import { ProviderError, readJson, type Provider } from '@kith/core';
import { allContributors } from '@kith/providers/all-contributors';
import { inferProvider } from '@kith/providers/infer';
import { inferShape } from '@kith/providers/infer-shape';
import { json } from '@kith/providers/json';
import { server } from '@kith/providers/server';
import { Mistake } from './mistake.js';

/** What reads a source that anybody may read. */
const names = ['json', 'all-contributors', 'server'] as const;
type Name = (typeof names)[number];

/** Where a source is, as it was said. */
export interface SourceAsked {
  /** A file, an address, or `-` for what is piped in. */
  source: string;
  /** The provider, where it is not to be told from the source. */
  provider?: string | undefined;
  /** Hears what was set aside. */
  report: (message: string) => void;
  stdin: () => Promise<string>;
  fetch?: typeof globalThis.fetch | undefined;
}

/** The provider of a source. Throws `Mistake` for a provider that is none, and `ProviderError` for a file that is none. */
export async function providerOf({ source, provider, report, stdin, fetch }: SourceAsked): Promise<Provider> {
  const name = named(provider);
  const options = { report, ...(fetch && { fetch }) };
  if (/^https?:\/\//i.test(source)) {
    if (!URL.canParse(source)) throw new Mistake(`"${source}" is no address.`);
    const found = name ?? (isServer(source) ? 'server' : inferProvider(source));
    if (found === 'server') return server(source, fetch && { fetch });
    return found === 'json' ? json({ url: source }, options) : allContributors({ url: source }, options);
  }
  if (name === 'server') throw new Mistake('--provider server: the source has to be an address, https://…/v1/<id>.');
  const text = source === '-' ? await stdin() : await textOf(source);
  const document = parsed(text, source);
  const found = name ?? (inferProvider(source) === 'json' ? (inferShape(document) ?? 'json') : 'all-contributors');
  return found === 'json' ? json({ document }, options) : allContributors({ document }, options);
}

function named(provider: string | undefined): Name | undefined {
  if (provider === undefined) return undefined;
  const name = names.find((each) => each === provider.trim().toLowerCase());
  if (!name) throw new Mistake(`--provider: there is no "${provider}" to render from. There are ${names.join(', ')}.`);
  return name;
}

/** A community's own address on a Kith server: `…/v1/<id>`. */
function isServer(address: string): boolean {
  return /\/v1\/[^/.]+\/?$/.test(new URL(address).pathname);
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const why =
      code === 'ENOENT' ? 'There is no such file' : code === 'EISDIR' ? 'It is a folder' : `It cannot be read`;
    throw new ProviderError('gone', { message: `${path}: ${why}.`, cause });
  }
}

function parsed(text: string, source: string): unknown {
  try {
    return readJson(text);
  } catch (cause) {
    const where = source === '-' ? 'What was piped in' : source;
    throw new ProviderError('invalid', { message: `${where}: ${(cause as Error).message}`, cause });
  }
}
