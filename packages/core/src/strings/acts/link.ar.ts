import type * as en from './link.en.js';

export const link: typeof en.link = () => ({
  deadLink: 'فُتح هذا الرابط من قبل، أو انتهت مدّته. اطلب رابطًا آخر ممّن أرسله إليك.',
});
