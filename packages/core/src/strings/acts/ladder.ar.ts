import { phrase } from '../../phrase.js';
import type * as en from './ladder.en.js';

export const ladderActs: typeof en.ladderActs = (f) => ({
  whatDone: 'ما الذي فعلته؟',
  howMany: (label) => phrase`كم العدد؟ ${label}`,
  howManyNow: (n, label) => phrase`حتى الآن ${f.number(n)} ${label}. كم صار العدد؟`,
  addedUp: (old, more) => `يبقى ${f.number(old)}. إن قصدت ${f.number(more)} فوق ذلك فاكتب ${f.number(old + more)}.`,
  whatDay: 'متى كان ذلك؟',
  putItUp: 'ضعه على اللوح',
  onTheBoard: 'صار على اللوح. المحاولات لا تُحسب عليك أبدًا.',
  bestStays: (old) => `يبقى ${f.number(old)}. المحاولات لا تُحسب عليك أبدًا.`,
  withWhom: 'من يمرّ بها معك؟',
  tellThem: (name) => phrase`ماذا تقول لـ${name}؟`,
  readyFor: (can) => `أنا على استعداد: ${can}.`,
  tellNote: (name) => phrase`يظهر اسمك وسطرك أمام ${name}. ولا شيء غير ذلك حتى توافقا معًا.`,
  sendReady: (name) => phrase`أرسله إلى ${name}`,
  saidYesToIt: (name) => phrase`جاءت الموافقة من ${name}. ابحثا عن يوم يناسبكما.`,
});
