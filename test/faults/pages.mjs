/** What a page must never do with what somebody wishes. See `../faults.mjs`. */
export const ofPages = [
  {
    name: 'delete, then send',
    source: 'packages/core/src/outbox/outbox.ts',
    changes: [['    return send(intent);', '    await keep.remove(intent.key);\n    return send(intent);']],
    seenBy: ['test/core/outbox'],
  },
  {
    name: 'no key',
    source: 'packages/core/src/outbox/outbox.ts',
    changes: [['    return send(intent);', '    return send({ ...intent, key: crypto.randomUUID() });']],
    seenBy: ['test/core/outbox'],
  },
  {
    name: 'flip instead of set',
    source: 'packages/core/src/rules/place.ts',
    changes: [['  return {\n    ...tally,\n', '  on = !isIn;\n  return {\n    ...tally,\n']],
    seenBy: ['test/core/rules/archive', 'test/core/rules/personal'],
  },
  {
    name: 'a counter instead of unique rows',
    source: 'packages/core/src/rules/place.ts',
    changes: [['count + Number(on) - Number(isIn)', 'count + (on ? 1 : -1)']],
    seenBy: ['test/core/rules/archive', 'test/core/rules/personal'],
  },
  {
    name: 'a leak on an update after it was taken out',
    source: 'packages/elements/src/atom-controller.ts',
    changes: [
      ['(this.#leave || !this.host.isConnected)', 'this.#leave'],
      [
        'this.host.isConnected ? atom?.listen(() => this.host.requestUpdate()) : undefined',
        'atom?.listen(() => this.host.requestUpdate())',
      ],
    ],
    seenBy: ['test/elements/purpose-banner.test.ts'],
  },
];
