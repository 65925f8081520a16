import { phrase, type Mark } from '../../phrase.js';
import type * as en from './open-badge.en.js';

export const openBadge: typeof en.openBadge = () => ({
  aBadge: 'شارة من مكان آخر',
  notChecked: 'لم نتحقّق منها.',
  issuedBy: (issuer: Mark) => phrase`صادرة عن ${issuer}. لم نتحقّق منها.`,
  runsUntil: (day: Mark) => phrase`تسري بحسب تواريخها حتى ${day}.`,
  ranOut: (day: Mark) => phrase`انتهت في ${day}.`,
  runsFrom: (day: Mark) => phrase`تسري ابتداءً من ${day}، لا قبله.`,
  issuerTookBack: 'سحبتها الجهة التي أصدرتها.',
  issuerPutOnHold: 'علّقتها الجهة التي أصدرتها.',
  listNotSeen: 'لم يُنظر هل سحبتها الجهة التي أصدرتها.',
});
