import { phrase, type Phrase } from '../../phrase.js';
import type * as en from './round.en.js';

export const round: typeof en.round = (f) => ({
  whyAllMeet: 'لماذا ينبغي أن يلتقوا؟',
  pairsToAsk: (n) =>
    `تعارف: ${f.plural(n, {
      one: 'لقاء واحد',
      two: 'لقاءان',
      few: `${f.number(n)} لقاءات`,
      many: `${f.number(n)} لقاءً`,
      other: `${f.number(n)} لقاء`,
    })}`,
  pairsAsked: (n) =>
    `${f.plural(n, {
      one: 'سيُعرض لقاء واحد',
      two: 'سيُعرض لقاءان',
      few: `ستُعرض ${f.number(n)} لقاءات`,
      many: `سيُعرض ${f.number(n)} لقاءً`,
      other: `سيُعرض ${f.number(n)} لقاء`,
    })}. لكلٍّ جوابه.`,
  leaveOut: 'ليس هذه المرّة',
  askedOffers: (asker, asks: Phrase, name) => phrase`من طلبات ${asker}: ${asks}، وهذا لدى ${name}.`,
  theyLike: (topics: Phrase) => phrase`يهمّ كلًّا منهم: ${topics}.`,
  theyHelped: (names: Phrase) => phrase`ساعد كلٌّ منهم: ${names}.`,
  theyHold: (roles: Phrase) => phrase`دور كلٍّ منهم هنا: ${roles}.`,
  theirOnlyThread: (name: Phrase) => phrase`لا يصل بينهم حتى الآن سوى ${name}.`,
  newAndWelcomed: (name, other, roles: Phrase) => phrase`${name} من الجدد هنا، ودور ${other} هنا: ${roles}.`,
  ofTwo: (names: Phrase, why: Phrase) => phrase`${names}: ${why}`,
  notMetYet: 'لم يُعرَّف أحدهما إلى الآخر مؤخّرًا.',
  leftAlone: (names: Phrase) => phrase`لا أحد غيرهم هنا بعد: ${names}.`,
  leftOver: (names: Phrase) => phrase`لم يبق لهم أحد هذه المرّة: ${names}.`,
  leftApart: (names: Phrase) => phrase`لا يُظهرون شيئًا عن أنفسهم هنا: ${names}.`,
  leftHosts: (names: Phrase) => phrase`الجولة للأعضاء لا للمنظّمين: ${names}.`,
  leftNoPeople: (names: Phrase) => phrase`وليست للبرامج والمؤسّسات: ${names}.`,
  leftPast: (names: Phrase) => phrase`لم يعودوا هنا: ${names}.`,
  nobodyToIntroduce: 'لا أحد للتعريف به الآن.',
  madeElsewhere: 'من يدير خادم هذا المجتمع يُعدّ الجولة هناك. ومن دون الجزء الأخير لا يُسأل أحد:',
});
