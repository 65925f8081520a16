import { createStore, ProviderError, type Provider, type Store } from '@kith/core';
import { inferProvider } from '@kith/providers/infer';
import { tell } from './attributes.js';
import { page, parentOf } from './page.js';

type Source = { url: string } | { text: string };
type Options = { report: (message: string) => void };
type Make = (source: Source, options: Options) => Provider;

/** The providers a tag can name, each loaded when one does. */
const providers = new Map<string, () => Promise<Make>>([
  ['json', async () => (await import('@kith/providers/json')).json],
  ['all-contributors', async () => (await import('@kith/providers/all-contributors')).allContributors],
]);

/** What a tag says of where its own community is. */
export interface Named {
  src?: string | undefined;
  provider?: string | undefined;
  viewer?: string | undefined;
}

/** A tag's own store: of the document written inside it, else of its `src`. Made anew only when these change. */
export class OwnSource {
  #key = '';
  #store: Store | undefined;

  constructor(private readonly tag: HTMLElement) {}

  find({ src, provider, viewer }: Named): Store | undefined {
    const inside = this.tag.querySelector(':scope > script[type="application/json"]')?.textContent;
    const waits = inside === undefined ? !src && isBeingParsed(this.tag) : isBeingParsed(this.tag);
    const key = waits ? '' : JSON.stringify([inside, src, provider, viewer]);
    if (key === this.#key) return this.#store;
    this.#key = key;
    const options: Options = { report: (message) => tell(this.tag, 'warn', message) };
    this.#store =
      waits || (inside === undefined && !src)
        ? undefined
        : inside === undefined
          ? storeAt(src ?? '', provider, viewer, options)
          : storeFor(lazily(provider ?? 'json', { text: inside ?? '' }, options), viewer);
    return this.#store;
  }
}

/** The store of a URL, taken from the document's base. Tags that ask for the same share it. */
function storeAt(src: string, named: string | undefined, viewer: string | undefined, options: Options): Store {
  if (!URL.canParse(src, document.baseURI)) return storeFor(refusing(`src="${src}" is no address`), viewer);
  const url = new URL(src, document.baseURI).href;
  const name = named ?? inferProvider(url);
  const key = JSON.stringify([name, url, viewer]);
  const { stores } = page();
  const shared = stores.get(key)?.deref();
  if (shared) return shared;
  const store = storeFor(lazily(name, { url }, options), viewer);
  stores.set(key, new WeakRef(store));
  return store;
}

function storeFor(provider: Provider, viewer: string | undefined): Store {
  return createStore(provider, viewer === undefined ? {} : { viewer });
}

/** A provider whose code is loaded with its first question. */
function lazily(name: string, source: Source, options: Options): Provider {
  const load = providers.get(name);
  if (!load) return refusing(`provider="${name}" is not one of: ${[...providers.keys()].join(', ')}`);
  let loading: Promise<Provider> | undefined;
  return {
    name,
    takes: new Set(),
    async read(query, signal) {
      loading ??= load().then((make) => make(source, options));
      const provider = await loading.catch((cause: unknown) => {
        loading = undefined;
        throw new ProviderError('offline', { message: `the code of provider "${name}" did not arrive`, cause });
      });
      return provider.read(query, signal);
    },
  };
}

function refusing(message: string): Provider {
  return { name: 'none', takes: new Set(), read: () => Promise.reject(new ProviderError('invalid', { message })) };
}

/** Whether the parser may still be inside the tag: nothing comes after it yet. */
function isBeingParsed(tag: HTMLElement): boolean {
  if (document.readyState !== 'loading') return false;
  for (let node: Node | null = tag; node; node = parentOf(node)) if (node.nextSibling) return false;
  return true;
}
