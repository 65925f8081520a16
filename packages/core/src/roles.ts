import type { Role } from './document.js';

/** The six roles of a community that names none of its own, after Black Male Engagement (Knight Foundation). */
export const sixRoles: readonly Role[] = [
  {
    id: 'sharer',
    name: 'Sharer',
    description: 'Passes on what they know, have or find, so that nobody starts from nothing.',
    needs: 'A place to put things, and word back when something got used.',
  },
  {
    id: 'connector',
    name: 'Connector',
    description: 'Hears who needs what, knows who has it, and brings the two together.',
    needs: 'To know what people offer and what they ask for.',
  },
  {
    id: 'curator',
    name: 'Curator',
    description: 'Picks what is worth keeping, puts it where others find it, and says why.',
    needs: 'A shelf everyone can see, and the trust to choose what stands on it.',
  },
  {
    id: 'innovator',
    name: 'Innovator',
    description: "Tries what nobody here has tried, and tells us how it went when it didn't work too.",
    needs: 'Room to try, and people who ask what came of it.',
  },
  {
    id: 'builder',
    name: 'Builder',
    description: 'Makes and mends what the rest of us stand on, and stays until it holds.',
    needs: 'A clear next piece, the tools for it, and a second pair of hands.',
  },
  {
    id: 'storyteller',
    name: 'Storyteller',
    description: 'Tells what happened here, so that others see themselves in it.',
    needs: 'Time with people, and their yes to what is told about them.',
  },
];
