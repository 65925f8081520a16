import { phrase, type Mark, type Phrase } from '../../phrase.js';
import type * as en from './composer.en.js';

/** Said so that it fits whoever the letter is to: no verb tells whether they are he or she. */
export const composerActs: typeof en.composerActs = (f) => ({
  toWhom: 'لمن؟',
  orWhom: 'ولمن أيضًا؟',
  whatDid: 'ما الفعل الذي تشكر عليه؟',
  whatChanged: 'ما الذي تغيّر بسبب ذلك؟ (إن أحببت)',
  whatToKnow: 'ما الذي تحسُن معرفته هنا؟',
  askForHand: 'ما العون الذي تحتاج إليه؟',
  whatTry: 'ما الذي يمكننا تجربته؟',
  whatWould: 'ما الذي سيتغيّر بسبب ذلك؟ (إن أحببت)',
  whatHappened: 'ماذا حدث؟',
  sendIt: 'أرسلها',
  sendTo: (names: Phrase) => phrase`أرسلها إلى ${names}`,
  addIt: 'أضِفها',
  readsFirst: (names: Phrase, n) =>
    phrase`القراءة الأولى لـ${names}. ${f.plural(n, {
      one: 'وتظهر هنا بعد الموافقة.',
      other: 'وتظهر هنا بعد موافقة واحد منهم.',
    })}`,
  standsAtOnce: 'تظهر هنا حالًا، ومعها اسمك.',
  charactersLeft: (n) =>
    f.plural(n, {
      0: 'لم يبقَ متّسع.',
      one: 'بقي متّسع لحرف واحد.',
      two: 'بقي متّسع لحرفين.',
      few: `بقي متّسع لـ${f.number(n)} أحرف.`,
      other: `بقي متّسع لـ${f.number(n)} حرفًا.`,
    }),
  noPrice: 'اترك الثمن خارجها. مع الثمن يصير الشكر أجرًا.',
  oneThing: 'سمِّ الفعل الواحد الذي تشكر عليه.',
  goesTo: (names: Phrase) => phrase`إلى ${names}.`,
  goesToNobody: 'ليست لأحد بعد.',
  takeOff: (name) => `${name}: أزِل الاسم`,
  somebody: 'شخص ما',
  found: (n) =>
    f.plural(n, {
      one: 'وُجد شخص واحد',
      two: 'وُجد شخصان',
      few: `وُجد ${f.number(n)} أشخاص`,
      many: `وُجد ${f.number(n)} شخصًا`,
      other: `وُجد ${f.number(n)} شخص`,
    }),
  stillMore: 'هناك آخرون. اكتب المزيد من الاسم.',
  nobodySoNamed: 'لا أحد هنا بهذا الاسم.',
  notLookedUp: 'لم نتمكّن من البحث عن أحد الآن. ما كتبته ما زال هنا.',
  roleOrLink: 'أضِف دورًا أو رابطًا',
  addLink: 'أضِف رابطًا',
  whichRole: 'أيّ دور كان ذلك؟',
  link: 'رابط يُظهر ذلك',
  beginsWith: (scheme: Mark) => phrase`يبدأ بـ ${scheme}`,
});
