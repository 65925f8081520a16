/** What is said to whoever opens a personal link that is good for nothing. */
export const link = () => ({
  deadLink: 'This link was opened before, or it is too old. Ask whoever sent it for another.',
});
