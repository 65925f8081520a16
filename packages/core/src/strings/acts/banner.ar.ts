import type * as en from './banner.en.js';

export const bannerActs: typeof en.bannerActs = () => ({
  whyHere: 'ما الذي جاء بك إلى هنا؟ سطر واحد، إن أحببت.',
  addLine: 'أضفه',
});
