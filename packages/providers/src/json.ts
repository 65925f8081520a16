import { readDocument, type Provider } from '@kith/core';
import { sourceProvider, type Source, type SourceOptions } from './source.js';

export type JsonSource = Source;
export type JsonOptions = SourceOptions;

/** A community document, by address or inline. Read only; shows of an archive its public part. */
export function json(source: JsonSource, options?: JsonOptions): Provider {
  return sourceProvider('json', source, readDocument, options);
}
