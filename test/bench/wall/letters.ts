import type { CommunityDocument } from '@kith/core';

const GIVEN =
  'Ada Bo Cyan Dilek Esra Fatou Gus Harriet Inês Jun Kwame Linh Moses Noor Ota Pavel Quentin Rosa Sita Tomás'.split(
    ' ',
  );
const FAMILY = 'Obi Nilsson Yıldız O’Dowd Carvalho Boateng Nguyễn Haddad Kiplagat Rao'.split(' ');
const DEEDS = [
  'You stayed until the last kettle worked.',
  'You drew bench 2 to the centimetre. The tape was on loan, and you brought it back with the ends squared.',
  'Room 12 needed six sewing machines that did not jam. You sat with every one of them through a wet Sunday, and on Monday eleven children made bags.',
  'You rang on Tuesday, before I had asked, and said: the radio is dead and I did it. You had put the meter across the output, and the output transformer went while you were looking at it. You did not say you were sorry. You brought it home in its own box, with a drawing of where it hurt, and on Saturday it sang in the corner as if nothing had been.',
];
const PEOPLE = 60;
const DAY = 86_400_000;

/** The clock of both pages, so that a letter's day reads the same on both. */
export const NOW = new Date('2026-11-21T12:00:00Z');

/** As many letters as wanted, of four lengths, from and to sixty people, each cheered by three and some more. */
export function community(count: number): CommunityDocument {
  const id = (n: number) => `m${n % PEOPLE}`;
  return {
    kith: 1,
    members: Array.from({ length: PEOPLE }, (_, n) => {
      const given = GIVEN[n % GIVEN.length] ?? '';
      return { id: id(n), name: `${given} ${FAMILY[(n * 7 + Math.floor(n / 20)) % FAMILY.length]}`, called: given };
    }),
    recognitions: Array.from({ length: count }, (_, n) => ({
      id: `r${n}`,
      from: id(n * 13 + 1),
      to: n % 3 ? [id(n * 7)] : [id(n * 7), id(n * 7 + 5)],
      text: `${DEEDS[n % DEEDS.length]} (${n + 1})`,
      at: new Date(NOW.getTime() - n * 7 * DAY).toISOString(),
      cheers: { count: 5 + (n % 9), by: [id(n * 3 + 2), id(n * 3 + 3), id(n * 3 + 4)] },
    })),
  };
}
