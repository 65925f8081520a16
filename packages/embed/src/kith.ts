// The document provider is part of the one file: it is what most pages read, and should not wait for a second request.
import '@kith/providers/json';
import { defineAll } from '@kith/elements';

defineAll();

export * from '@kith/elements';
