import type * as en from './role-detail.en.js';

export const roleDetail: typeof en.roleDetail = (f) => ({
  lettersShow: 'رسائل تُظهره',
  noLetterYet: 'لم تُظهره رسالة بعد.',
  lettersBeyond: 'قد يكون هناك غيرها، أبعد على اللوح.',
  moreLetters: (n) =>
    f.plural(n, {
      one: 'ورسالة أخرى.',
      two: 'ورسالتان أخريان.',
      few: `و${f.number(n)} رسائل أخرى.`,
      other: `و${f.number(n)} رسالة أخرى.`,
    }),
});
