import { phrase, type Mark, type Phrase } from '../phrase.js';
import type * as en from './en.js';

export const every: typeof en.every = () => ({
  loading: 'لحظة من فضلك.',
  retry: 'أعد المحاولة',
  failed: 'لم يصل هذا الجزء من الصفحة.',
  stale: (time) => `هكذا كان الحال في ${time}. لم نتمكّن من جلب ما هو أحدث.`,
  offline: 'أنت غير متصل بالشبكة. تابع القراءة.',
  sentence: (said: Phrase) => phrase`${said}.`,
});

export const banner: typeof en.banner = (f) => ({
  proposed: 'اقترحها المنظّمون.',
  proposedNone: 'اقترحها المنظّمون. كن أوّل من يقف معها.',
  proposedBy: (n) =>
    `اقترحها المنظّمون. ${f.plural(n, {
      one: 'يقف معها واحد منّا',
      two: 'يقف معها اثنان منّا',
      other: `يقف معها ${f.number(n)} منّا`,
    })} حتى الآن.`,
  sharedBy: (n) => `يتشاركها ${f.plural(n, { one: 'واحد', two: 'اثنان', other: f.number(n) })} منّا.`,
  // Times it was said, not people who said it: a tap without an account is a device.
  countedIn: (n) =>
    `قيلت «أنا معكم» ${f.plural(n, {
      one: 'مرّة واحدة',
      two: 'مرّتين',
      few: `${f.number(n)} مرّات`,
      other: `${f.number(n)} مرّة`,
    })}`,
  byName: (n) =>
    f.plural(n, { one: 'واحدة منها بالاسم', two: 'اثنتان منها بالاسم', other: `${f.number(n)} منها بالاسم` }),
  tookPart: (n) =>
    `${f.plural(n, { one: 'شارك واحد', two: 'شارك اثنان', other: `شارك ${f.number(n)}` })} في الأشهر الثلاثة الأخيرة`,
  counts: (counted, active) => `${[counted.join('، '), active].filter(Boolean).join('؛ ')}.`,
  standBehind: 'من يقفون معها',
  noPurpose: 'لم يكتب أحد هنا بعد ما الذي نقف من أجله.',
});

export const wall: typeof en.wall = (f) => ({
  letters: 'رسائل',
  salutation: (names: Phrase) => phrase`${names}،`,
  toSomeone: (n) =>
    f.plural(n, {
      one: 'إلى شخص يفضّل ألّا يُذكر اسمه،',
      two: 'إلى شخصين يفضّلان ألّا يُذكر اسماهما،',
      few: `إلى ${f.number(n)} أشخاص يفضّلون ألّا تُذكر أسماؤهم،`,
      many: `إلى ${f.number(n)} شخصًا يفضّلون ألّا تُذكر أسماؤهم،`,
      other: `إلى ${f.number(n)} شخص يفضّلون ألّا تُذكر أسماؤهم،`,
    }),
  moreUnnamed: (n) =>
    f.plural(n, {
      one: 'شخص آخر يفضّل ألّا يُذكر اسمه',
      two: 'شخصان آخران يفضّلان ألّا يُذكر اسماهما',
      other: `${f.number(n)} آخرون يفضّلون ألّا تُذكر أسماؤهم`,
    }),
  someUnnamed: (n) =>
    f.plural(n, {
      one: 'شخص يفضّل ألّا يُذكر اسمه',
      two: 'شخصان يفضّلان ألّا يُذكر اسماهما',
      few: `${f.number(n)} أشخاص يفضّلون ألّا تُذكر أسماؤهم`,
      many: `${f.number(n)} شخصًا يفضّلون ألّا تُذكر أسماؤهم`,
      other: `${f.number(n)} شخص يفضّلون ألّا تُذكر أسماؤهم`,
    }),
  labelled: (name: Phrase, labels: Phrase) => phrase`${name} — ${labels}`,
  more: (n) => f.plural(n, { one: 'شخص آخر', two: 'شخصين آخرين', other: `${f.number(n)} آخرين` }),
  cheered: (names: Phrase) => phrase`تهانٍ من ${names}.`,
  cheeredBy: (n) =>
    f.plural(n, {
      one: 'تهنئة من شخص واحد.',
      two: 'تهانٍ من شخصين.',
      few: `تهانٍ من ${f.number(n)} أشخاص.`,
      many: `تهانٍ من ${f.number(n)} شخصًا.`,
      other: `تهانٍ من ${f.number(n)} شخص.`,
    }),
  replied: (name: Mark, text: Phrase) => phrase`${name}: «${text}»`,
  writtenUpBy: (name: Mark) => phrase`كتبها ${name}.`,
  stillOpen: 'ما زال مفتوحًا',
  answered: (names: Phrase) => phrase`أجوبة من ${names}.`,
  asked: (day: Mark) => phrase`طُلب في ${day}`,
  shipped: (day: Mark) => phrase`وصل في ${day}`,
  took: (n) =>
    f.plural(n, {
      0: 'في اليوم نفسه',
      one: 'يوم واحد',
      two: 'يومان',
      few: `${f.number(n)} أيام`,
      many: `${f.number(n)} يومًا`,
      other: `${f.number(n)} يوم`,
    }),
  shaped: (names: Phrase) => phrase`شارك في تشكيله ${names}.`,
  readOn: 'تابع القراءة',
  older: 'رسائل أقدم',
  end: 'هذه أوّل رسالة كُتبت هنا.',
  arrived: (n) =>
    f.plural(n, {
      one: 'رسالة جديدة',
      two: 'رسالتان جديدتان',
      few: `${f.number(n)} رسائل جديدة`,
      other: `${f.number(n)} رسالة جديدة`,
    }),
  nobodyThanked: 'لم يُشكر أحد هنا بعد.',
  nothingFits: 'لا رسالة تطابق هذا الاختيار.',
});

export const ladder: typeof en.ladder = (f) => ({
  moreOf: (n, label) => `${f.number(n)} بعد من ${label}`,
  askSponsors: (n) =>
    f.plural(n, {
      one: 'اطلب ذلك من شخص رأى عملك.',
      two: 'اطلب ذلك من شخصين رأيا عملك.',
      few: `اطلب ذلك من ${f.number(n)} أشخاص رأوا عملك.`,
      other: `اطلب ذلك من ${f.number(n)} شخصًا رأوا عملك.`,
    }),
  withHost: 'يمرّ معك أحد المنظّمين على هذه الخطوة.',
});

/** Said so that it fits whoever reads it, and whoever it is about: no verb tells whether they are he or she. */
export const intro: typeof en.intro = () => ({
  meet: (me, others: Phrase) => phrase`${me}، إليك ${others}.`,
  youAsked: (asks: Phrase, name) => phrase`طلبت ${asks}، وهذا لدى ${name}.`,
  theyAsked: (name, asks: Phrase) => phrase`من طلبات ${name}: ${asks}، وهذا لديك.`,
  bothLike: (topics: Phrase) => phrase`يهمّكما معًا: ${topics}.`,
  bothHelped: (names: Phrase) => phrase`ساعدتما معًا: ${names}.`,
  bothHold: (roles: Phrase) => phrase`يجمعكما هنا دور: ${roles}.`,
  you: 'أنت',
  fromTo: (from, to) => `من ${from} إلى ${to}`,
  bothUp: (times: Phrase) => phrase`ساعاتكما المشتركة عادةً ${times}.`,
  forThem: (name, times: Phrase) => phrase`وهي عند ${name} ${times}.`,
  neverUp: 'لا تلتقي ساعاتكما. الرسالة تنتظر.',
  wouldMeet: (name) => phrase`رغبة من ${name} في التعرّف إليك.`,
  quoted: (text) => `«${text}»`,
  askedToMeet: (name, day) =>
    phrase`أُرسل الطلب. إن جاءت الموافقة من ${name} وصلتكما رسالة معًا، وإلّا أُغلق الطلب بهدوء${day ? phrase` في ${day}` : ''}.`,
  eachAnswers: 'لكلٍّ منكما جوابه.',
  closed: 'أُغلق الطلب دون جواب. هذا شائع، ولا يعني شيئًا عنك.',
  introduced: (me, others: Phrase) => phrase`${me}، ${others}: تمّ التعارف بينكما.`,
  nobodyFits: 'لا أحد جديد يناسبك الآن. ما العون الذي ينفعك؟',
  whoNeeds: 'من يحتاج إلى عون؟',
  couldUse: (name, asks: Phrase) => phrase`يلزم ${name} عون في ${asks}.`,
  whomYouMeet: 'يقرأ الأعضاء هنا من قد يلتقون به، ولماذا.',
  nobodyNeeds: 'لم يطلب أحد عونًا هنا بعد.',
});
