import { readFileSync } from 'node:fs';
import type { Member } from '@kith/core';
import { shared } from '../shared.js';

interface Mentor {
  id: string;
  spokenLanguages: string[];
  tags: string[];
}

const file = shared('data/mentors/coding-coach.haves.pseudonymised.json');

/** For the title of a test that needs the mentors: theirs, not ours to commit. KITH_SHARED says where they lie. */
export const unlessAbsent = file ? '' : ' (skipped: data/mentors is not here, see KITH_SHARED)';

/** 298 mentors: they say what they have; what they want is, by a fixed rule, what another of them has first or last. */
export function mentors(): Member[] {
  const listed = JSON.parse(readFileSync(file ?? '', 'utf8')) as Mentor[];
  const wants = (i: number, step: number) => listed[(i * 37 + step) % listed.length]?.tags ?? [];
  return listed.map(({ id, spokenLanguages, tags }, i) => ({
    id,
    name: id,
    languages: spokenLanguages,
    offers: tags,
    asks: [...wants(i, 11).slice(0, 1), ...wants(i, 101).slice(-2)],
    topics: tags.slice(0, i % 3),
  }));
}
