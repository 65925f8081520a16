import 'fake-indexeddb/auto';
import { browser } from '@kith/providers/browser';
import { providerContract } from './contract.js';

let made = 0;

providerContract('browser', (document) => browser({ document }, { name: `contract ${made++}` }), {
  writes: 'itself',
  reopen: ({ place }) => browser({ document: { kith: 1 } }, { name: place.replace('browser:', '') }),
});
