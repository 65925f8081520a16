import { addressBehind } from './address.js';
import { Buckets, type Rate } from './limits.js';

/** What a log says of a request. */
export interface Said {
  method: string;
  route: string;
  community?: string;
}

/** What comes with a request from where it was heard, and what was said of it. */
export interface Heard {
  incoming?: {
    socket: { remoteAddress?: string | undefined };
    headers: Record<string, string | string[] | undefined>;
  };
  said?: Said;
}

/** Holds each address to its limit. */
export interface Gate {
  /** Who asks, as far as it can be believed. */
  addressOf(heard: Heard | undefined, forwarded: string | undefined): string;
  /** The seconds to wait, 0 where it may be at once. */
  spend(address: string): number;
}

/** Proxies are those whose word on addresses is believed. */
export function gateFor(rate: Rate, proxies: readonly string[]): Gate {
  const addresses = new Buckets(rate);
  const behind = addressBehind(proxies);
  return {
    // Without one it was asked from within the process.
    addressOf: (heard, forwarded) => behind(heard?.incoming?.socket.remoteAddress ?? '', forwarded),
    spend: (address) => addresses.spend(address),
  };
}
