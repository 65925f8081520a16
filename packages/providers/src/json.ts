import { ProviderError, readAsIs, type Provider } from '@kith/core';
import { inferShape } from './infer-shape.js';
import { sourceProvider, type Reading, type Source, type SourceOptions } from './source.js';

// What other files are read with is taken from here, so that in the bundle it all comes as one.
export { loadOnce, sourceProvider } from './source.js';

export type JsonSource = Source;
export type JsonOptions = SourceOptions;

/** A community document, by address or inline. Read only; shows of an archive its public part. */
export function json(source: JsonSource, options?: JsonOptions): Provider {
  // A value that is the page's own is read into a copy: what is given out is frozen.
  return sourceProvider('json', source, 'document' in source ? readCarefully : readCommunity, options);
}

/** Reads a document as everyone may see it. */
export async function readCommunity(value: unknown): Promise<Reading> {
  const document = readAsIs(value);
  return document ? { document, aside: [] } : readCarefully(value);
}

async function readCarefully(value: unknown): Promise<Reading> {
  const { readDocument, toPublic } = await careful();
  if (inferShape(value) === 'all-contributors') {
    throw new ProviderError('invalid', {
      message: 'This is a list of contributors, and no community document: say provider="all-contributors".',
    });
  }
  const { document, aside } = readDocument(value);
  return { document: toPublic(document), aside, isArchive: document.archive === true };
}

/** What reads documents with faults, and such as are not public: it comes when it is needed. */
export function careful() {
  return import('@kith/core/careful').catch((cause: unknown) => {
    throw new ProviderError('offline', { message: 'The code that reads such a document did not arrive.', cause });
  });
}
