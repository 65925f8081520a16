import type * as en from './banner.en.js';

export const bannerActs: typeof en.bannerActs = (f) => ({
  whyHere: 'ما الذي جاء بك إلى هنا؟ سطر واحد، إن أحببت.',
  addLine: 'أضفه',
  sayThatToo: 'وأنا أقول ذلك أيضًا',
  saidToo: (n) =>
    f.plural(n, {
      one: 'شخص واحد يقول ذلك أيضًا.',
      two: 'شخصان يقولان ذلك أيضًا.',
      few: `${f.number(n)} أشخاص يقولون ذلك أيضًا.`,
      many: `${f.number(n)} شخصًا يقولون ذلك أيضًا.`,
      other: `${f.number(n)} شخص يقولون ذلك أيضًا.`,
    }),
});
