import { createStore, ProviderError, type Provider, type Store } from '@kith/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { inferProvider, type FileProvider } from '@kith/providers/infer';
import { oneOf, tell } from './attributes.js';
import { documentInside, mayBeWrapped } from './document-inside.js';
import { isInvited } from './invited.js';
import { page } from './page.js';
import type { Session } from './session.js';
import { isBeingParsed } from './being-parsed.js';
import { readableIn } from './readable.js';
import { isWrittenIn } from './written-in.js';

/** Where what a tag shows is read from. */
export type Source = { url: string } | { text: string; tag?: HTMLElement };
/** What is asked of its provider. */
export interface Options {
  report: (message: string) => void;
  /** Whom to write to, where wishes become e-mails. */
  to?: string;
  getToken?: (() => Promise<string>) | undefined;
  fetch?: typeof fetch;
}
type Make = (source: Source, options: Options) => Provider;

/** What a tag can name: what reads a file or the tag's own content, what keeps on the device or mails what members make of one, and a server. */
type ProviderName = FileProvider | 'browser' | 'html' | 'mail' | 'server';

/** The providers a tag can name, each loaded when one does. */
const providers: { readonly [Name in ProviderName]: () => Promise<Make> } = {
  json: async () => (await import('@kith/providers/json')).json,
  'all-contributors': async () => (await import('@kith/providers/all-contributors')).allContributors,
  browser: async () => (await import('@kith/providers/browser')).browser,
  async html() {
    const { html } = await import('@kith/providers/html');
    return (source, options) => html(('tag' in source && source.tag) || document.body, options);
  },
  async server() {
    const { server } = await import('@kith/providers/server');
    return (source, options) => server('url' in source ? source.url : '', options);
  },
  mail: async () => (await import('./by-mail.js')).byMail,
};
const choices = ['', ...(Object.keys(providers) as ProviderName[])] as const;

/** A tag that can say where its community is. */
interface Tag extends ReactiveControllerHost, HTMLElement {
  src: string | undefined;
  provider: string | Provider | undefined;
  viewer?: string | undefined;
  to?: string | undefined;
  getToken?: (() => Promise<string>) | undefined;
  hold: boolean;
}

/**
 * A tag's store: the one it was given, else the one found for it, which is that of its own
 * source if nobody says otherwise; while somebody writes in the tag, the one they write to. None under `hold`.
 */
export class StoreController implements ReactiveController {
  #given: Store | undefined;
  #found: Store | undefined;
  #followed: Store | undefined;
  #made: Store | undefined;
  #from: readonly unknown[] = [];
  #session: Session | undefined;
  #unwrapped: string | undefined;
  #isUnwrapped = false;
  /** What was readable in the tag, and its store. */
  #read: { state: object | undefined; store: Store | undefined } | undefined;

  constructor(
    private readonly tag: Tag,
    private readonly find: (own: () => Store | undefined, content: () => Store | undefined) => Store | undefined = (
      own,
    ) => own(),
  ) {
    tag.addController(this);
  }

  get value(): Store | undefined {
    return this.tag.hold ? undefined : this.#followed;
  }

  set value(store: Store | undefined) {
    this.#given = store;
    this.#follow();
    this.tag.requestUpdate();
  }

  hostUpdate() {
    const { tag } = this;
    if (tag.isConnected)
      this.#found =
        tag.hold || this.#given
          ? undefined
          : this.find(
              () => this.#own(),
              () => this.#content(),
            );
    this.#follow();
  }

  hostUpdated() {
    // Whoever wrote is done, and the form gone. Lit warns of an update that is asked for before this one ended.
    if (!this.#isCurrent && !isWrittenIn(this.tag)) queueMicrotask(() => this.tag.requestUpdate());
  }

  /** Follows the best source, unless that would take words to where they were not meant for. */
  #follow(): void {
    if (!this.#isCurrent && !isWrittenIn(this.tag)) this.#followed = this.#best;
  }

  get #best(): Store | undefined {
    return this.#given ?? this.#found;
  }

  get #isCurrent(): boolean {
    return this.#best === this.#followed;
  }

  /** The store of the tag's own source. */
  #own(): Store | undefined {
    const { src, provider, viewer, to, getToken } = this.tag;
    const inside = documentInside(this.tag) ?? this.#unwrapped;
    if (inside === undefined && !src && isHtml(provider)) return this.#content();
    const isWhole = isProvider(provider) || (inside === undefined && src) || !isBeingParsed(this.tag);
    if (isWhole && inside === undefined && !src && !isProvider(provider)) this.#unwrap();
    const from = isWhole ? [inside, src, provider, viewer, to, getToken] : [];
    if (from.length !== this.#from.length || from.some((each, i) => each !== this.#from[i])) {
      this.#from = from;
      this.#made = isWhole ? this.#make(inside) : undefined;
    }
    return this.#made;
  }

  /** Reads what an editor made of a document inside, by code that is loaded for it; once, since editors come before. */
  #unwrap(): void {
    const { tag } = this;
    if (this.#isUnwrapped) return;
    this.#isUnwrapped = true;
    if (!mayBeWrapped(tag)) return;
    import('./unwrap.js').then(
      ({ unwrap }) => {
        this.#unwrapped = unwrap(tag);
        tag.requestUpdate();
      },
      () => undefined,
    );
  }

  /** The store of what stands readable inside the tag, once that is whole. */
  #content(): Store | undefined {
    const { tag } = this;
    const state = isBeingParsed(tag) ? undefined : readableIn(tag);
    if (state !== this.#read?.state) {
      const report = (message: string) => tell(tag, 'warn', message);
      const store = state && storeFor(lazily('html', { text: '', tag }, { report }), undefined);
      this.#read = { state, store };
    }
    return this.#read?.store;
  }

  #make(inside: string | undefined): Store | undefined {
    const { tag } = this;
    const { src, provider, viewer, to } = tag;
    if (isProvider(provider)) return storeFor(provider, viewer);
    if (inside === undefined && !src) return undefined;
    const name = oneOf(tag, 'provider', provider, choices);
    const options: Options = {
      report: (message) => tell(tag, 'warn', message),
      ...(to && { to }),
      ...(tag.dataset['kithWas'] && { fetch: direct }),
    };
    if (name === 'html')
      return storeFor(refusing('provider="html" reads what stands in the tag: it takes no src and no script'), viewer);
    if (inside === undefined && name === 'server') return this.#onServer(src ?? '', options);
    if (inside === undefined) return storeAt(src ?? '', name, viewer, options);
    return storeFor(lazily(name || 'json', { text: inside }, options), viewer);
  }

  /** The store of a server, read by whoever is signed in; where that may be somebody, once it is known who. */
  #onServer(src: string, options: Options): Store | undefined {
    const { tag } = this;
    const { getToken } = tag;
    this.#session = undefined;
    const url = URL.canParse(src, document.baseURI) ? new URL(src, document.baseURI).href : undefined;
    if (!url || (!getToken && !isInvited(url))) return storeAt(src, 'server', undefined, options);
    if (tag.viewer) tell(tag, 'warn', 'viewer is not used: the token says whose eyes.');
    const from = this.#from;
    const show = (session: Session) => {
      if (this.#from !== from) return;
      this.#session = session;
      const { viewer, getToken } = session;
      this.#made = getToken
        ? storeFor(lazily('server', { url }, { ...options, getToken }), viewer)
        : storeAt(src, 'server', undefined, options);
      tag.requestUpdate();
    };
    const { report } = options;
    const left = () => this.#from === from && this.#anew();
    import('./session.js').then(({ whoIs }) => whoIs({ tag, url, getToken, report, left })).then(show, () => show({}));
    return undefined;
  }

  #anew(): void {
    this.#from = [];
    this.tag.requestUpdate();
  }

  /** Says good-bye for whoever opened a personal link here; then it is a visitor's. */
  async signOut(): Promise<void> {
    await this.#session?.signOut?.();
    this.#anew();
  }
}

/** For what a stranger may have written: a page of the site that sends on to any other is no way to one that nobody named. */
const direct: typeof fetch = (url, init) => fetch(url, { ...init, redirect: 'error' });

/** The store of a URL, taken from the document's base. Tags that ask for the same share it. */
function storeAt(src: string, named: ProviderName | '', viewer: string | undefined, options: Options): Store {
  if (!URL.canParse(src, document.baseURI)) return storeFor(refusing(`src="${src}" is no address`), viewer);
  const url = new URL(src, document.baseURI).href;
  const name = named || inferProvider(url);
  const key = JSON.stringify([name, url, viewer, options.to, !!options.fetch]);
  const { stores } = page();
  const shared = stores.get(key)?.deref();
  if (shared) return shared;
  const store = storeFor(lazily(name, { url }, options), viewer);
  stores.set(key, new WeakRef(store));
  return store;
}

/** A community of nobody, which has the six roles and nothing else. */
export function nobody(): Store {
  return storeFor(lazily('json', { text: '{"kith":1}' }, { report: () => {} }), undefined);
}

function storeFor(provider: Provider, viewer: string | undefined): Store {
  return createStore(provider, viewer === undefined ? {} : { viewer });
}

/** A provider whose code is loaded with its first question; until then nothing is known of what it takes. */
function lazily(name: ProviderName, source: Source, options: Options): Provider {
  let loading: Promise<Provider> | undefined;
  let here: Provider | undefined;

  async function load(): Promise<Provider> {
    loading ??= providers[name]().then((make) => (here = make(source, options)));
    return loading.catch((cause: unknown) => {
      loading = undefined;
      throw new ProviderError('offline', { message: `the code of provider "${name}" did not arrive`, cause });
    });
  }

  return {
    name,
    get takes() {
      return here?.takes ?? nothing;
    },
    get place() {
      return here?.place;
    },
    get reach() {
      return here?.reach;
    },
    get round() {
      return here?.round;
    },
    // It is watched by whoever has asked it something: by then it is here, or about to be.
    watch(changed) {
      let stop: (() => void) | undefined;
      let isLeft = false;
      void load().then(
        (provider) => isLeft || (stop = provider.watch?.(changed)),
        () => undefined,
      );
      return () => {
        isLeft = true;
        stop?.();
      };
    },
    ...(options.getToken && {
      renew: async () => (await load()).renew?.(),
      merge: async (guest: string, signal: AbortSignal) => (await load()).merge?.(guest, signal),
    }),
    read: async (query, signal) => (await load()).read(query, signal),
    async send(intent, signal) {
      const provider = await load();
      if (!provider.send) throw new ProviderError('refused', { reason: 'read-only' });
      return provider.send(intent, signal);
    },
  };
}

const nothing: Provider['takes'] = new Set();

function refusing(message: string): Provider {
  return { name: 'none', takes: nothing, read: () => Promise.reject(new ProviderError('invalid', { message })) };
}

function isHtml(named: Tag['provider'] | null): boolean {
  return typeof named === 'string' && named.trim().toLowerCase() === 'html';
}

function isProvider(named: Tag['provider'] | null): named is Provider {
  return typeof named === 'object' && named !== null;
}
