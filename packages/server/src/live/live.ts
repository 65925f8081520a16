import { setMaxListeners } from 'node:events';
import type { Change } from '@kith/core';
import type { Logger } from 'pino';
import type { Database } from '../db/schema.js';
import { changeSince, revisionOf } from './since.js';

/** Tells all who listen, in this process and in others, what changed. */
export interface Live {
  /** Something was written here. */
  changed(community: string): void;
  /** Something was written somewhere; of which community, where that is known. */
  wake(community?: string): void;
  /** How often there was news of a community, or may have been. */
  news(community: string): number;
  /** Tells of all that changes after a revision, or from now on. Gives where it begins, and the way to stop. */
  listen(community: string, after: number | undefined, tell: Tell): Promise<{ revision: number; stop: () => void }>;
  /** Nobody here is told anything any more; others still are. */
  close(): void;
  /** Tells others what they were not told of yet. */
  settle(): Promise<void>;
  /** Aborts with that. */
  readonly closing: AbortSignal;
}

export type Tell = (change: Change) => void;

export interface LiveOptions {
  db: Database;
  log: Logger;
  /** Milliseconds within which changes are told as one. Default 100. */
  within?: number;
  /** Tells other processes; see `notices.ts`. */
  announce?: (communities: string[]) => Promise<void>;
}

interface Channel {
  /** The revision that everybody here was told of. */
  told: number;
  listeners: Set<{ at: number; tell: Tell }>;
}

/** What is told comes from the change table, so that nothing is missed however the news of it travels. */
export function createLive({ db, log, within = 100, announce }: LiveOptions): Live {
  const channels = new Map<string, Channel>();
  /** Communities whose listeners will hear within a moment. */
  const due = new Map<string, NodeJS.Timeout>();
  const news = new Map<string, number>();
  let missed = 0;
  const closing = new AbortController();
  // Each line that is open waits for it.
  setMaxListeners(0, closing.signal);
  const toAnnounce = new Set<string>();
  let announcing: NodeJS.Timeout | undefined;

  async function pump(community: string): Promise<void> {
    due.delete(community);
    const channel = channels.get(community);
    if (!channel) return;
    const { told } = channel;
    const change = await changeSince(db, community, told);
    if (!change) return;
    // Others were told meanwhile, of this too or of less.
    if (channel.told !== told) return wake(community);
    channel.told = change.revision;
    for (const listener of [...channel.listeners]) {
      if (listener.at >= change.revision) continue;
      listener.at = change.revision;
      listener.tell(change);
    }
  }

  function wake(community?: string): void {
    if (community === undefined) missed++;
    else news.set(community, (news.get(community) ?? 0) + 1);
    for (const each of community === undefined ? channels.keys() : [community]) {
      if (!channels.has(each) || due.has(each)) continue;
      const act = () =>
        pump(each).catch((error: unknown) => log.error({ err: error }, 'A change could not be told; it will be.'));
      due.set(
        each,
        setTimeout(() => void act(), within),
      );
    }
  }

  function announceSoon(community: string): void {
    if (!announce) return;
    toAnnounce.add(community);
    announcing ??= setTimeout(() => void announceAll(), within / 2);
  }

  async function announceAll(): Promise<void> {
    clearTimeout(announcing);
    announcing = undefined;
    const all = [...toAnnounce];
    toAnnounce.clear();
    if (!announce || !all.length) return;
    await announce(all).catch((error: unknown) => log.error({ err: error }, 'Other processes could not be told.'));
  }

  return {
    closing: closing.signal,
    wake,
    news: (community) => missed + (news.get(community) ?? 0),
    changed(community) {
      wake(community);
      announceSoon(community);
    },
    async listen(community, after, tell) {
      const listener = { at: after ?? (await revisionOf(db, community)), tell };
      const begins = listener.at;
      for (;;) {
        const change = await changeSince(db, community, listener.at);
        if (change) listener.at = change.revision;
        if (change) tell(change);
        const { told = listener.at } = channels.get(community) ?? {};
        // Others were told something meanwhile.
        if (listener.at < told) continue;
        const channel = channels.get(community) ?? { told: listener.at, listeners: new Set() };
        channels.set(community, channel);
        channel.listeners.add(listener);
        const stop = () => {
          if (channel.listeners.delete(listener) && !channel.listeners.size) channels.delete(community);
        };
        return { revision: begins, stop };
      }
    },
    close() {
      for (const timer of due.values()) clearTimeout(timer);
      due.clear();
      channels.clear();
      closing.abort();
    },
    settle: announceAll,
  };
}
