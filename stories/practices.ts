/** A practice of communities that last, what Kith does of it, where to see that, and the tests that fail without it. */
export interface Practice {
  name: string;
  /** Who is known for it. */
  of?: string;
  does: string;
  /** The stories of a widget, by their title, and one of its states; or a guide, by its own name. */
  seen: readonly [title: string, state: string][];
  /** A test file below `test/`, and what the test says. */
  proved: readonly [file: string, test: string][];
}

/** One for each practice of the product, in its order. */
export const practices: readonly Practice[] = [
  {
    name: 'Shape of a purpose',
    of: 'Ashoka, Xiaomi',
    does: 'Tells its author, with a reason each, whether a purpose is concise, larger than the organisation, and timeless. Visitors never read that.',
    seen: [['For authors', 'A purpose for a T-shirt']],
    proved: [
      ['core/lint-purpose', 'finds Acme’s race for first place concise, not relational, not timeless'],
      ['elements/authors', 'passes as both mottos do, and fails two ways as the race for first place does'],
    ],
  },
  {
    name: 'Discovered, not imposed',
    of: 'Ashoka',
    does: 'Says whose the words are until enough members put their name to them. Lines why people are here rise by who would say them too.',
    seen: [
      ['Purpose banner', 'Proposed'],
      ['Purpose banner', 'A line that could be the next wording'],
      ['Purpose banner', 'What changed since it was signed'],
    ],
    proved: [
      ['core/provenance', 'is proposed until the names reach the threshold, and shared from then on'],
      ['elements/purpose-banner-acts', 'lies folded away, the most backed first, and can be said too'],
      [
        'elements/purpose-banner-detail',
        'offers the line that enough say as the next wording: before it is unfolded, and at the line',
      ],
      [
        'elements/purpose-banner-detail',
        'shows the wording that was signed and the present one, with the words that differ, until it is signed',
      ],
      ['elements/purpose-banner-acts', 'on an earlier wording stands above the thread until it is put to this one'],
    ],
  },
  {
    name: 'Shared value',
    of: 'The Community Roundtable',
    does: 'Says in the second line what was made together, and the first small thing to do.',
    seen: [['Purpose banner', 'Shared']],
    proved: [['elements/purpose-banner', 'says what was made together and the first small thing to do']],
  },
  {
    name: 'Crowd to community',
    of: 'Exponential Organizations',
    does: 'Counts somebody in by one tap, without an account, apart from those who put their name to it. No number is invented.',
    seen: [
      ['Purpose banner', 'Counted in'],
      ['Purpose banner', 'Nobody yet'],
    ],
    proved: [
      ['elements/purpose-banner-acts', 'takes no account, and counts a device once'],
      ['elements/purpose-banner', 'says who is counted in and took part, and nothing of what is not known'],
      ['core/provenance', 'counts pledges, never those merely counted in'],
    ],
  },
  {
    name: 'Six roles',
    of: 'Black Male Engagement, Knight Foundation',
    does: 'Three rings: hoped for, seen by others with what they saw, shown by letters. What others think of somebody is shown to them alone until they say yes.',
    seen: [
      ['Role badge', 'Card'],
      ['Role badge', 'Thought of for a role'],
      ['Role badge', 'Suggest someone, the next question'],
    ],
    proved: [
      ['elements/role-finder', 'is answered, gone through and sent by keyboard alone'],
      ['elements/role-badge', 'outlines each as far as it has come: dashed, solid, filled'],
      ['elements/role-badge-acts', 'suggests them for it, which only they see'],
      ['elements/role-badge-acts', 'is theirs with a yes: it stands at once, and has the focus'],
    ],
  },
  {
    name: 'Empowered users',
    of: 'GoPro',
    does: 'Says what a role needs, and gives everybody their turn in the light.',
    seen: [
      ['Role badge', 'Unfolded, a card'],
      ['Recognition wall', 'Whose turn it is'],
    ],
    proved: [
      ['elements/role-badge', 'is the role itself: what it is, what it needs, and who said yes to it'],
      ['core/spotlight', 'shows five people twice each in ten turns, whichever turn is the first'],
      [
        'elements/recognition-wall-detail',
        'shows five people over ten weeks twice each, however many letters they have',
      ],
    ],
  },
  {
    name: 'Three kinds of reward',
    does: 'Every recognition carries its kind; peers come before hosts; there are no points anywhere.',
    seen: [
      ['Recognition wall', 'Choosing'],
      ['Recognition wall, composer', 'Writing'],
    ],
    proved: [
      ['elements/composer', 'is what the wall shows, with its role and its reward'],
      ['core/say-letter', 'names who answered once, peers before organisers'],
    ],
  },
  {
    name: 'Social norms, not market norms',
    of: 'Ariely',
    does: 'An amount of money in the data is never drawn, and who writes one is advised to leave it out.',
    seen: [['Recognition wall, composer', 'A price']],
    proved: [
      ['elements/recognition-wall', 'never shows an amount of money as one'],
      ['elements/composer', 'is advised on, and sent all the same'],
    ],
  },
  {
    name: 'Thanks with evidence and consent',
    of: 'DonorsChoose',
    does: 'Need, evidence, people. Whoever is named says yes first, or is counted; who both helped might meet.',
    seen: [
      ['Recognition wall', 'Every occasion'],
      ['Recognition wall', 'Still on its way'],
      ['Recognition wall', 'Letters that wait'],
      ['Recognition wall', 'Both helped'],
    ],
    proved: [
      ['elements/recognition-wall-detail', 'read as seven names and four more'],
      ['elements/recognition-wall-detail', 'comes with the delivery, and is not told before'],
      ['elements/recognition-wall-detail', 'may ask for an introduction, with that as the reason'],
      ['elements/recognition-wall', 'tells a need, then the letter, then everyone who gave'],
      ['elements/recognition-wall-acts', 'stands before all others as it would stand, and asks whether it may'],
      ['core/meetings', 'say whom both helped, before what both like, newest first and each once'],
    ],
  },
  {
    name: 'Progression',
    of: 'CrossFit',
    does: 'Steps one can do, true from the first day on; the next smallest act; own bests against oneself; who just passed a step cheers who stands on it.',
    seen: [
      ['Progression ladder', 'The first day'],
      ['Progression ladder', 'A first'],
      ['Progression ladder', 'One who follows was cheered'],
      ['For authors', 'A ladder to climb'],
    ],
    proved: [
      ['core/ladder', 'has everyone on the first rung on day one'],
      ['core/ladder', 'names 11 more posts to somebody of 22 days, 8 topics, 19 posts and 22 minutes'],
      ['elements/progression-ladder-acts', 'claims nothing of a try that was not better'],
      [
        'elements/progression-ladder-depth',
        'is the stretch and its line at a first, and at a best within a step the line alone',
      ],
      ['elements/progression-ladder-depth', 'is cheered one after the other, and the focus stays where it was'],
    ],
  },
  {
    name: 'Access with engagement',
    of: 'Xiaomi',
    does: 'Steps open things. Nobody is silently demoted: there is grace, then rest with the way back, and who left keeps their place.',
    seen: [
      ['Progression ladder', 'Behind, in grace'],
      ['Progression ladder', 'Behind, and resting'],
      ['Progression ladder', 'Past'],
    ],
    proved: [
      ['elements/progression-ladder-depth', 'keeps in sight what a reached step has opened, the last and those behind'],
      ['core/pause', 'stands as before for ninety days, with what would keep them there'],
      [
        'elements/progression-ladder-depth',
        'tells them that they stand as before, until when, and what keeps them there',
      ],
      [
        'elements/progression-ladder-depth',
        'then tells them that they rest, and the way back, with the stone beside the thread',
      ],
      ['elements/progression-ladder', 'keeps the stone of one who left at its knot'],
    ],
  },
  {
    name: 'You asked, it shipped',
    of: 'Xiaomi, Harley Owners Group',
    does: 'Says when it was asked, when it came, the days between, and who shaped it.',
    seen: [['Recognition wall', 'Every occasion']],
    proved: [['elements/recognition-wall', 'says what was asked for and shipped, and the days between']],
  },
  {
    name: 'Listen, inspire, connect, curate',
    of: 'Yammer’s customer network',
    does: 'Open asks first; members answer; what is worth keeping is kept, with why; anyone brings two others together.',
    seen: [
      ['Recognition wall', 'Asks, unanswered first'],
      ['Recognition wall', 'Worth keeping'],
      ['Peer intro', 'By a third'],
    ],
    proved: [
      ['elements/recognition-wall-detail', 'has those nobody answered first; what an organiser answers leaves it so'],
      ['elements/recognition-wall-acts', 'that is open can be answered, and is not open any more'],
      ['elements/recognition-wall-acts', 'is kept with a line why, by a name everyone reads, and let go by the same'],
      ['elements/peer-intro-acts', 'takes two others and why, and says that each answers on their own'],
      ['core/say-letter', 'stays open where only an organiser or a bot answered, which is said'],
    ],
  },
  {
    name: 'Web, not hub or pool',
    of: 'Jump Associates',
    does: 'Tells pool, hub and web apart by the ties there are. In a hub, those come first whom only the hub ties.',
    seen: [
      ['Peer intro', 'Only one person between them'],
      ['Peer intro', 'A host’s round for everybody'],
    ],
    proved: [
      ['core/affiliation', 'finds a star of ten a hub, and who is its center'],
      ['core/meetings', 'put first whom only the hub ties to one, and say so'],
      [
        'core/introduce-all',
        'never repeats a pair within the cool-down nor loses anybody, in any community, whatever was before',
      ],
    ],
  },
  {
    name: 'Time zones and languages',
    of: 'Exponential Organizations',
    does: 'Each widget speaks the reader’s language, from right to left too; an introduction says when both are up.',
    seen: [
      ['Peer intro', 'Up overnight'],
      ['Peer intro', 'Arabic'],
    ],
    proved: [
      ['elements/peer-intro', 'draws one band where both are up, as wide as what they share'],
      ['elements/peer-intro', 'speaks it, from right to left'],
      ['core/say-meeting', 'is an event at one moment, with the time where each of the two is'],
    ],
  },
];

/** Practices of the product that nothing here does yet, each with why. */
export const later: Readonly<Record<string, string>> = {
  Measures: 'A health panel is not there yet: never one score, and nothing under five answers.',
};

/** The stories that are a guide, by their names. */
export const guides: Readonly<Record<string, string>> = {
  'A purpose for a T-shirt': 'a-purpose',
  'A ladder to climb': 'a-ladder',
};
