/** What stands in a frame beside its widget. */
export const frame = () => ({
  nothingKept: 'Nothing can be kept here, so nobody can be counted in.',
  openAlone: 'Open it by itself',
});
