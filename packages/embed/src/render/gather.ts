import {
  ProviderError,
  sixRoles,
  toPublic,
  type Answer,
  type CommunityDocument,
  type Ladder,
  type Member,
  type Progress,
  type Provider,
  type Query,
  type Recognition,
} from '@kith/core';

/** Rows asked for at once. */
const PAGE = 500;

/** All that was read of a community, as everyone may see it. */
export interface Gathered {
  document: CommunityDocument;
  /** Letters there are, of which the document may hold some. */
  letters: number;
}

/**
 * Reads a community through its provider, page after page: all of it, but of the letters the newest `limit`. Rejects with
 * the provider's `ProviderError`, also where its pages never end.
 */
export async function gather(provider: Provider, limit: number, signal: AbortSignal): Promise<Gathered> {
  const ask = <Q extends Query>(query: Q): Promise<Answer<Q>> => provider.read(query, signal);
  const { community, purpose, people } = await ask({ kind: 'purpose' });
  const { roles } = await ask({ kind: 'roles' });
  const members = new Map<string, Member>();
  const know = (some: readonly Member[]) => {
    for (const member of some) if (!members.has(member.id)) members.set(member.id, member);
  };
  await eachPage(
    (after) => ask({ kind: 'members', limit: PAGE, ...after }),
    (page) => {
      know(page.members);
      return page.members.length > 0;
    },
  );
  know(people);

  const letters = new Map<string, Recognition>();
  let total = 0;
  await eachPage(
    (after) => ask({ kind: 'wall', limit: Math.min(PAGE, limit - letters.size), ...after }),
    (page) => {
      total = page.total;
      for (const letter of page.letters) letters.set(letter.id, letter);
      know(page.people);
      return page.letters.length > 0 && letters.size < limit;
    },
  );

  const ladders: Ladder[] = [];
  const progress: Progress[] = [];
  const first = await ask({ kind: 'ladder' });
  const others = (first.ladders ?? []).filter(({ id }) => id !== first.ladder?.id);
  for (const answer of [first, ...(await inTurn(others, ({ id }) => ask({ kind: 'ladder', id })))]) {
    if (answer.ladder) ladders.push(answer.ladder);
    progress.push(...answer.progress);
    know(answer.people);
  }

  // Said only where the community calls them something else.
  const own = JSON.stringify(roles) === JSON.stringify(sixRoles) ? undefined : roles;
  const document: CommunityDocument = {
    kith: 1,
    ...(community && { community }),
    ...(purpose && { purpose }),
    ...(own && { roles: own }),
    members: [...members.values()],
    recognitions: [...letters.values()],
    ...(ladders.length && { ladders }),
    ...(progress.length && { progress }),
  };
  return { document: toPublic(document), letters: Math.max(total, letters.size) };
}

/** Follows the cursors until there is none, or `take` wants no more. */
async function eachPage<P extends { after?: string }>(
  ask: (after: { after?: string }) => Promise<P>,
  take: (page: P) => boolean,
): Promise<void> {
  const seen = new Set<string>();
  let after: string | undefined;
  do {
    const page = await ask(after === undefined ? {} : { after });
    if (!take(page)) return;
    after = page.after;
    if (after !== undefined && seen.has(after))
      throw new ProviderError('invalid', { message: `The source gives the page after "${after}" again and again.` });
    if (after !== undefined) seen.add(after);
  } while (after !== undefined);
}

async function inTurn<T, R>(all: readonly T[], make: (one: T) => Promise<R>): Promise<R[]> {
  const made: R[] = [];
  for (const one of all) made.push(await make(one));
  return made;
}
