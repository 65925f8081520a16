import type * as en from './frame.en.js';

export const frame: typeof en.frame = () => ({
  nothingKept: 'لا يمكن حفظ شيء هنا، فلا يُحتسب أحد.',
  openAlone: 'افتحه وحده',
});
