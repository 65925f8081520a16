import { describe, expect, it } from 'vitest';
import { DocumentSchema, sixRoles } from '@kith/core';
import * as v from 'valibot';

describe('sixRoles', () => {
  it('are the six, in the order the practice names them', () => {
    const names = ['Sharer', 'Connector', 'Curator', 'Innovator', 'Builder', 'Storyteller'];
    expect(sixRoles.map(({ name }) => name)).toEqual(names);
    expect(sixRoles.map(({ id }) => id)).toEqual(names.map((name) => name.toLowerCase()));
  });

  it('each say in one sentence what the person does, and what the role needs', () => {
    for (const { description, needs } of sixRoles) {
      expect(description).toMatch(/^[A-Z][^.!?]+\.$/);
      expect(needs).toMatch(/^[A-Z][^.!?]+\.$/);
    }
  });

  it('stand in a community document as they are', () => {
    expect(v.is(DocumentSchema, { kith: 1, roles: sixRoles })).toBe(true);
  });
});
