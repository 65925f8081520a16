import type { Language, Purpose, Words } from '@kith/core';
import { toHex } from '../pictures/colors.js';

/** What shields.io reads at an address of its own: https://shields.io/badges/endpoint-badge */
export interface Shield {
  schemaVersion: 1;
  label: string;
  message: string;
  color: string;
}

/** What of a community is counted; what its source does not tell is left out. */
export interface Counted {
  letters: number;
  people: number;
  purpose: Purpose | undefined;
}

/** The counts of a community that are counts of unique rows, by the name of their file. */
export function shields(
  { letters, people, purpose }: Counted,
  { words, format }: Language<Words<'outside'>>,
): Map<string, Shield> {
  const { pledged, withUs } = purpose?.counts ?? {};
  const counts: [file: string, label: string, count: number | undefined][] = [
    ['letters', words.countLetters, letters],
    ['people', words.countPeople, people],
    ['by-name', words.countBehind, pledged],
    // Devices and members together: it never says that they are people.
    ['counted-in', words.countIn, withUs],
  ];
  return new Map(
    counts.flatMap(([file, label, count]) =>
      count === undefined
        ? []
        : [[file, { schemaVersion: 1, label, message: count ? format.number(count) : words.noneYet, color }]],
    ),
  );
}

/** One dye for all: a color of its own for each count would rank them. */
const color = toHex(0.46, 0.085, 255).slice(1);
