/** Where sites say themselves that visitors wrote it; `data-kith-off` is for those that say it otherwise. */
export const VISITORS = `[data-kith-off],.comment,.comment-body,.comment-content,#comments,[id^="comment-"],.p-comment,[itemtype$="/Comment"]`;
