/** What a server that carries wishes out together must never do. See `../faults.mjs`. */
const together = 'packages/server/src/take/together.ts';
const take = 'packages/server/src/take/take.ts';
const seenBy = ['test/server/together'];

export const ofWishes = [
  {
    name: 'a key checked before the transaction, for all that go into it',
    source: together,
    changes: [
      [
        '    const taken = await write(community, (trx) => takeAll(trx, community, wishes));\n',
        `    const keys = wishes.map(({ intent }) => intent.key);
    const kept = await write(community, (trx) =>
      trx.selectFrom('taken').select(['key', 'revision']).where('community', '=', community).where('key', 'in', keys).execute(),
    );
    const isNew = ({ intent }: Wish) => !kept.some(({ key }) => key === intent.key);
    const fresh = await write(community, (trx) => takeAll(trx, community, wishes.filter(isNew)));
    const taken = wishes.map((wish) =>
      isNew(wish) ? fresh.shift() : { receipt: { revision: kept.find(({ key }) => key === wish.intent.key)?.revision ?? 0 } },
    );
`,
      ],
    ],
    also: {
      source: 'packages/server/src/take/wish.ts',
      changes: [['  if (receipt) return { receipt };\n', '']],
    },
    seenBy,
  },
  {
    name: 'one that looks at what another changes, carried out all the same',
    source: take,
    changes: [["if (!result || batch.changes(looked)) return 'again';", "if (!result) return 'again';"]],
    seenBy,
  },
  {
    name: 'two of one key in one transaction',
    source: take,
    changes: [['    this.#changed.add(`taken ${said.actor} ${said.key}`);\n', '']],
    seenBy,
  },
  {
    name: 'several of one member in one transaction',
    source: together,
    changes: [['some.length === MOST || actors.has(actor)', 'some.length === MOST']],
    seenBy,
  },
  {
    name: 'one that is looked at again, after what its member wished later',
    source: together,
    changes: [['line.unshift(...again)', 'line.push(...again)']],
    seenBy,
  },
  {
    name: 'all refused for the sake of one',
    source: together,
    changes: [['if (some.length > 1) for', 'if (some.length > 99) for']],
    seenBy,
  },
  {
    name: 'one that cannot be kept, and those after it are never told',
    source: together,
    changes: [['await attempt(community, [each]).catch(each.refuse);', 'await attempt(community, [each]);']],
    seenBy,
  },
  {
    name: 'an answer before it is kept for good',
    source: together,
    changes: [
      [
        '    const taken = await write(community, (trx) => takeAll(trx, community, wishes));\n',
        `    const taken = await write(community, async (trx) => {
      const taken = await takeAll(trx, community, wishes);
      taken.forEach((said, i) => typeof said === 'object' && 'receipt' in said && some[i]?.settle(said.receipt));
      return taken;
    });
`,
      ],
    ],
    seenBy,
  },
  {
    name: 'a change told of without what others of the same moment changed',
    source: take,
    changes: [['touched: [...this.#touched.values()]', 'touched: [...this.#touched.values()].slice(0, 1)']],
    seenBy: ['test/server/take'],
  },
];
