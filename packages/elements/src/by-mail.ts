/** Where wishes become e-mails. Loaded only there. */
import type { Provider } from '@kith/core';
import { json } from '@kith/providers/json';
import { mail } from '@kith/providers/mail';
import type { Options, Source } from './sources.js';

/** A document whose people write to its organizers; what can be read is, whoever it cannot be sent to. */
export function byMail(source: Source, options: Options): Provider {
  try {
    return mail(source, { ...options, to: options.to ?? '' });
  } catch (error) {
    options.report(`${(error as Error).message} Say to="…" on the kith-community; until then it only shows.`);
    return json(source, options);
  }
}
