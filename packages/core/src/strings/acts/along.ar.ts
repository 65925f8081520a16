import { phrase, type Mark, type Phrase } from '../../phrase.js';
import type * as en from './along.en.js';

export const along: typeof en.along = () => ({
  atPlace: (roles: Phrase, where: Mark) => phrase`${roles} في ${where}`,
  hopesFor: (roles: Phrase, where: Mark) => phrase`رغبة في دور ${roles} في ${where}`,
  aLine: 'سطر لملفّك في مكان آخر',
  asHtml: 'لصفحة لك، بلغة الويب',
  asPicture: 'صورة، فاتحة وداكنة',
  asBadge: 'شارة مفتوحة',
  copy: 'نسخ',
  copied: 'نُسخ.',
  selected: 'إنّه محدّد، انسخه من هناك.',
  download: 'تنزيل',
  downloadOf: (what) => `تنزيل: ${what}`,
  nobodySigned: (where: Mark) => phrase`لم يوقّعها أحد. ومن أراد اليقين فليسأل ${where}.`,
  noSite: 'تذكر الشارة عنوان جماعتها، وليس لهذه عنوان بعد.',
  notSeenYet: 'تكون شارة حين يراه آخرون.',
  namesNobody: 'يُذكر كم شخصًا رأى ذلك، ولا يُذكر اسم غير اسمك.',
  howKnown: 'يقول الآخرون هنا ما رأوه من ذلك، وتُظهره الرسائل.',
});
