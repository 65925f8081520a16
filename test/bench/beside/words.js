/** What the peers say: what Kith says of community.json. `npm run beside` ends with 1 where the words differ. */
export const banner = {
  statement: 'Everyone can fix something',
  people: [
    'Ruth Abramowitz',
    'Gus O’Dowd',
    'Noor',
    'Fatou Diop',
    'Bashir Ahmadi',
    'Yuki Tanaka',
    'Sam Abbott',
    'Tomás Arrieta',
    'ليلى حداد',
    'Thandiwe Mokoena',
    'Kwame Boateng',
    'Inês Carvalho',
  ],
  provenance: 'Shared by 87 of us. 412 counted in, 87 by name; 31 took part in the last three months.',
  made: '1,204 repairs finished together.',
  invitation: 'Bring one broken thing on Saturday.',
};

export const badge = {
  roles: [
    { id: 'sharer', name: 'Sharer', ring: 'shown' },
    { id: 'connector', name: 'Connector', ring: 'seen by others' },
    { id: 'innovator', name: 'Innovator', ring: 'hoped for' },
  ],
  heading: 'Ada Obi, Sharer',
  wish: 'Ada wants to be known for this: “Nobody should have to learn soldering from a burn.”',
  people: ['Noor', 'Nguyễn Thị Linh', 'Bashir Ahmadi'],
  seen: 'Noor, Linh, Bashir and 2 more have seen it.',
  shown: 'Shown once.',
  detail: 'What they saw',
};

export const wall = {
  best: {
    deed: 'First pull-up',
    who: 'Yuki Tanaka',
    at: '3 November',
    by: 'Written up by Malakai Tupou.',
    cheerers: ['Siobhán Ní Dhálaigh', 'Dmytro Kovalenko', 'Gus O’Dowd'],
    cheers: 'Siobhán, Dmytro, Gus and 10 more cheered.',
    reply: 'Siobhán Ní Dhálaigh: “Mine was in March 2023. I told the bus driver.”',
  },
  short: {
    to: 'Yuki,',
    text: 'You drew bench 2 to the centimetre. The tape was on loan.',
    from: 'Esra Yıldız',
    at: '27 October',
    cheerers: ['Gus O’Dowd', 'Malakai Tupou', 'Kwame Boateng'],
    cheers: 'Gus, Malakai and Kwame cheered.',
  },
  evidence: {
    need: 'The step at the river door was 17 centimetres high. A wheelchair stops at two.',
    picture: '/pictures/river-door-ramp.svg',
    alt: 'Line drawing: a low wooden ramp with raised edges leading up to an open door; the river behind, a heron on a post.',
    text: 'Since 2023 I have come in through the loading hatch, like a delivery. This morning I came in by the door. Two metres ten of larch, a kerb down each side so that a castor can’t go over, and Dmytro’s grip strip, which holds with river on it. I went up four times. The third and fourth were for pleasure.',
    names: 'Bashir Ahmadi and Dmytro Kovalenko.',
    from: 'Thandiwe Mokoena',
    role: 'builder',
    at: '16 May',
    cheerers: ['Ruth Amsel', 'Sam Abbott', 'Gus O’Dowd'],
    cheers: 'Ruth, Sam, Gus and 16 more cheered.',
  },
  shipped: {
    asked: 'Asked on 1 March',
    here: 'here on 18 March:',
    took: '17 days',
    text: 'The drills hang at 92 centimetres. This evening a boy of seven took one down, made one hole in the practice plank and hung it up again, with both feet on the floor.',
    names: 'Shaped by Ilse Brandt and Gus O’Dowd.',
    from: 'Sam Abbott',
    role: 'innovator',
    at: '18 March',
    cheerers: ['Sita Rao', 'Thandiwe Mokoena', 'Marisol Quispe'],
    cheers: 'Sita, Thandiwe, Marisol and 9 more cheered.',
  },
};

export const ladder = {
  name: 'Pull-up',
  behind: '2 behind you',
  here: { can: 'pull your chin over the bar', since: 'since 3 November' },
  already: 'You can already pull your chin over the bar.',
  cheerers: ['Siobhán Ní Dhálaigh', 'Dmytro Kovalenko', 'Malakai Tupou'],
  cheers: 'Siobhán, Dmytro, Malakai and one more cheered.',
  act: 'Do 2 more without letting go',
  soFar: '3 of 5 strict pull-ups.',
  value: 3,
  of: 5,
  then: 'Then you can do five without letting go.',
  opens: 'Something to do: Choose the song for the Thursday warm-up.',
  follower: 'Kwame is where you were in October.',
  ahead: ['Do five without letting go', 'Do ten without letting go', 'Coach someone to their first'],
  bests: [
    { deed: 'Your best yet: 3 strict pull-ups, up from 2.', at: 'Thursday' },
    { deed: '2 strict pull-ups', at: '12 November' },
    { deed: '1 strict pull-up', at: '3 November' },
    { deed: '48 seconds hanging', at: '29 October' },
    { deed: '31 seconds hanging', at: '8 October' },
    { deed: '12 seconds hanging', at: '8 September' },
  ],
};

export const intro = {
  heading: 'Ada, meet Bo.',
  people: ['Ada Obi', 'Bo Nilsson'],
  about: 'Bo Nilsson (he/him)',
  headline: 'Lends fourteen shelves of tools in Årsta',
  reasons: [
    ['You asked for ', ['grant writing'], '; Bo offers it.'],
    ['Bo asked for ', ['soldering'], ', and that’s you.'],
    ['You both care about ', ['Pegboard', 'choir'], '.'],
  ],
  hours: 'You’re both usually up 18:00 to 21:00.',
};
