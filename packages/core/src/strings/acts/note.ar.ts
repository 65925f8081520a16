import { phrase, type Phrase } from '../../phrase.js';
import type * as en from './note.en.js';

/** Said so that it fits whoever reads it, and whoever it is about: no verb tells whether they are he or she. */
export const note: typeof en.note = () => ({
  meet: (me, others: Phrase) => phrase`${me}، إليك ${others}.`,
  youAsked: (asks: Phrase, name) => phrase`طلبت ${asks}، وهذا لدى ${name}.`,
  theyAsked: (name, asks: Phrase) => phrase`من طلبات ${name}: ${asks}، وهذا لديك.`,
  bothLike: (topics: Phrase) => phrase`يهمّكما معًا: ${topics}.`,
  bothHold: (roles: Phrase) => phrase`يجمعكما هنا دور: ${roles}.`,
  onlyThread: (name: Phrase) => phrase`لا يصل بينكما حتى الآن سوى ${name}.`,
  newHere: (name, roles: Phrase) => phrase`${name} من الجدد هنا، ودورك هنا: ${roles}.`,
  youAreNew: (name, roles: Phrase) => phrase`أنت من الجدد هنا، ودور ${name} هنا: ${roles}.`,
  you: 'أنت',
  fromTo: (from, to) => `من ${from} إلى ${to}`,
  bothUp: (times: Phrase) => phrase`ساعاتكما المشتركة عادةً ${times}.`,
  forThem: (name, times: Phrase) => phrase`وهي عند ${name} ${times}.`,
  neverUp: 'لا تلتقي ساعاتكما. الرسالة تنتظر.',
  wouldMeet: (name) => phrase`رغبة من ${name} في التعرّف إليك.`,
  quoted: (text) => `«${text}»`,
  eachAnswers: 'لكلٍّ منكما جوابه.',
  closed: 'أُغلق الطلب دون جواب. هذا شائع، ولا يعني شيئًا عنك.',
  introduced: (me, others: Phrase) => phrase`${me}، ${others}: تمّ التعارف بينكما.`,
  nobodyFits: 'لا أحد جديد يناسبك الآن. ما العون الذي ينفعك؟',
  introduceUs: 'نعم، عرّفونا',
  introduceEverybody: 'عرّف الجميع بعضهم إلى بعض',
  addToCalendar: 'أضفه إلى التقويم',
  timeFor: (name, day, times, zone) => phrase`عند ${name}: ${day}، ${times} (${zone}).`,
  notThisTime: 'ليس هذه المرّة',
  areNotTold: (names: Phrase) => phrase`(لا يصل ذلك إلى ${names}.)`,
});
