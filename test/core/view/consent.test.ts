import { describe, expect, it } from 'vitest';
import type { Recognition } from '@kith/core';
import { createCommons, newKey, type Intent } from '../../../packages/core/src/rules/index.js';
import { viewWith } from '../../../packages/core/src/view/view.js';
import { village } from '../village.js';

const answers = ['named', 'unnamed', 'hidden', undefined] as const;
type Answer = (typeof answers)[number];

/** A letter to Ada, Bo and Cy who said this to it: on Ada's wall once she answers, meanwhile and when it has arrived. */
async function answered(said: readonly Answer[], as: NonNullable<Answer>) {
  const consents = ['ada', 'bo', 'cy'].flatMap((member, i) => (said[i] ? [{ member, as: said[i] }] : []));
  const state = consents.some((each) => each.as !== 'hidden') ? 'shown' : 'asked';
  const letter = { id: 'r1', occasion: 'thanks', from: 'dee', to: ['ada', 'bo', 'cy'], text: 'You held it.', state };
  const commons = createCommons(village({ recognitions: [{ ...letter, consents }] }));
  const wall = async () => (await commons.read({ kind: 'wall', viewer: 'ada' })).letters;
  const before = await wall();
  const intent = { key: newKey(), name: 'consent', detail: { recognition: 'r1', as }, at: '2026-11-01T10:00:00Z' };
  const wish = { ...intent, actor: { member: 'ada' }, community: '' } as Intent;
  const meanwhile = viewWith([{ intent: wish, kept: true }], 'ada').letters(before, () => 1);
  commons.take(wish);
  return { before: shownIn(before), meanwhile: shownIn(meanwhile), after: shownIn(await wall()) };
}

/** Whom the letter names, how many it does not, and what its reader said; nothing where there is none. */
function shownIn([letter]: readonly Recognition[]) {
  if (!letter) return undefined;
  const { to = [], unnamed = 0, consents } = letter;
  return { to: [...to].sort(), unnamed, mine: consents?.map(({ as }) => as) };
}

describe('an answer to a letter to several', () => {
  const all = answers.flatMap((bo) => answers.map((cy) => [bo, cy] as const));
  const changes = (['named', 'unnamed'] as const).flatMap((mine) => all.map((others) => [mine, ...others] as const));

  it.each(changes)(
    'shows at once on the wall as it then is, after %s, with %s and %s of the others',
    async (...said) => {
      for (const as of ['named', 'unnamed'] as const) {
        const { meanwhile, after } = await answered(said, as);
        expect(meanwhile, as).toEqual(after);
      }
    },
  );

  it('that is a no leaves out who says it, and the letter to those who said yes', async () => {
    for (const said of changes.filter((each) => each.slice(1).includes('named'))) {
      const { meanwhile, after } = await answered(said, 'hidden');
      expect(meanwhile, said.join(' ')).toEqual(after);
      expect(meanwhile?.to).not.toContain('ada');
    }
  });

  it('that is a no takes the name away at once, also where nobody can know who else said yes', async () => {
    for (const said of changes) expect((await answered(said, 'hidden')).meanwhile?.to ?? []).not.toContain('ada');
  });
});
