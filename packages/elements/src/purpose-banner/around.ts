import type { Answer, Language, Member, Store, Waiting, Words } from '@kith/core';
import type { LateController } from '../late-controller.js';
import type { BannerDetail } from './detail.js';

/** Whose purpose it is, as it stands. */
export interface Around {
  store: Store | undefined;
  language: Language<Words<'banner'>>;
  answer: Answer<{ kind: 'purpose' }> | undefined;
  /** Who reads it, where that is known. */
  self: Member | undefined;
  /** The wording that is read. */
  version: number;
  unsent: readonly Waiting[];
  /** What draws that which unfolds. */
  late: LateController<BannerDetail>;
}
