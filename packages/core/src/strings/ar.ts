import type { Format } from '../format.js';
import { phrase, type Mark, type Phrase } from '../phrase.js';
import type { Strings } from './en.js';

export const strings = (f: Format): Strings => ({
  loading: 'لحظة من فضلك.',
  retry: 'أعد المحاولة',
  failed: 'لم يصل هذا الجزء من الصفحة.',
  stale: (time) => `هكذا كان الحال ${time}. لم نتمكّن من جلب ما هو أحدث.`,
  offline: 'أنت غير متصل بالشبكة. تابع القراءة.',
  offlineWriting: 'أنت غير متصل بالشبكة. تابع القراءة، وما تكتبه محفوظ.',

  proposed: 'اقترحها المنظّمون.',
  proposedNone: 'اقترحها المنظّمون. كن أوّل من يقف معها.',
  proposedBy: (n) =>
    `اقترحها المنظّمون. ${f.plural(n, {
      one: 'يقف معها واحد منّا',
      two: 'يقف معها اثنان منّا',
      few: `يقف معها ${f.number(n)} منّا`,
      other: `يقف معها ${f.number(n)} منّا`,
    })} حتى الآن.`,
  sharedBy: (n) => `يتشاركها ${f.number(n)} منّا.`,
  countedIn: (n) => `${f.number(n)} قالوا «أنا معكم»`,
  byName: (n) => `${f.number(n)} منهم بأسمائهم`,
  tookPart: (n) => `${f.number(n)} شاركوا في الأشهر الثلاثة الأخيرة`,
  counts: (counted, active) => `${[counted, active].filter(Boolean).join('؛ ')}.`,
  standBehind: 'من يقفون معها',
  noPurpose: 'لم يكتب أحد هنا بعد ما الذي نقف من أجله.',

  letters: 'رسائل',
  salutation: (names: Phrase) => phrase`إلى ${names}،`,
  toSomeone: 'إلى شخص يفضّل ألّا يُذكر اسمه،',
  moreUnnamed: (n) =>
    f.plural(n, {
      one: 'شخص آخر يفضّل ألّا يُذكر اسمه',
      two: 'شخصان آخران يفضّلان ألّا يُذكر اسماهما',
      few: `${f.number(n)} آخرون يفضّلون ألّا تُذكر أسماؤهم`,
      other: `${f.number(n)} آخرون يفضّلون ألّا تُذكر أسماؤهم`,
    }),
  someUnnamed: (n) =>
    f.plural(n, {
      one: 'شخص يفضّل ألّا يُذكر اسمه',
      two: 'شخصان يفضّلان ألّا يُذكر اسماهما',
      few: `${f.number(n)} أشخاص يفضّلون ألّا تُذكر أسماؤهم`,
      other: `${f.number(n)} شخصًا يفضّلون ألّا تُذكر أسماؤهم`,
    }),
  labelled: (name: Phrase, labels: Phrase) => phrase`${name} — ${labels}`,
  more: (n) => f.plural(n, { one: 'شخص آخر', two: 'شخصان آخران', other: `${f.number(n)} آخرون` }),
  cheered: (names: Phrase) => phrase`تهانٍ من ${names}.`,
  cheeredBy: (n) =>
    f.plural(n, {
      one: 'تهنئة من شخص واحد.',
      two: 'تهانٍ من شخصين.',
      few: `تهانٍ من ${f.number(n)} أشخاص.`,
      other: `تهانٍ من ${f.number(n)} شخصًا.`,
    }),
  replied: (name: Mark, text: Phrase) => phrase`${name}: «${text}»`,
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
      many: `${f.number(n)} رسالة جديدة`,
      other: `${f.number(n)} رسالة جديدة`,
    }),
  nobodyThanked: 'لم يُشكر أحد هنا بعد.',
  nothingFits: 'لا رسالة تطابق هذا الاختيار.',
});
