import { phrase } from '../../phrase.js';
import type * as en from './outside.en.js';

export const outside: typeof en.outside = (f) => ({
  lettersIn: (place) => `رسائل، ${place}`,
  peopleIn: (place) => `أشخاص، ${place}`,
  purposeOf: (place) => `ما يجمع ${place}`,
  comesFrom: (place) => phrase`ما يظهر هنا يأتي من ${place}.`,
  andLetters: (n) =>
    f.plural(n, {
      one: 'ورسالة أخرى',
      two: 'ورسالتان أخريان',
      few: `و${f.number(n)} رسائل أخرى`,
      other: `و${f.number(n)} رسالة أخرى`,
    }),
  andPeople: (n) => f.plural(n, { one: 'وواحد آخر', two: 'واثنان آخران', other: `و${f.number(n)} غيرهم` }),
  countLetters: 'رسائل',
  countPeople: 'أشخاص',
  countBehind: 'يقفون خلفه بأسمائهم',
  countIn: 'انضمّوا',
  noneYet: 'لا شيء بعد',
});
