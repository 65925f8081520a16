/** What the role finder asks: of each of the six what they do, of a site's own role its name. */
export const finder = () => ({
  whoSharer: 'Who passes you the news?',
  whoConnector: 'Who introduces people?',
  whoCurator: 'Who knows where the good things are kept?',
  whoInnovator: 'Who tries what nobody here has tried?',
  whoBuilder: 'Who mends what the rest of us stand on?',
  whoStoryteller: 'Who tells what happened here?',
  whoIs: (role: string) => `Who comes to mind for this: ${role}?`,
});
