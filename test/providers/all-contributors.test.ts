import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ProviderError, readDocument } from '@kith/core';
import { allContributors, readContributors } from '@kith/providers/all-contributors';
import { shared } from '../shared.js';
import { providerContract } from './contract.js';

providerContract('all-contributors', ({ members = [] }) =>
  allContributors({
    document: { contributors: members.map(({ id, name }) => ({ login: id, name, contributions: ['doc'] })) },
  }),
);

const signal = () => new AbortController().signal;
const read = (...contributors: unknown[]) => readContributors({ contributors });

describe('all-contributors', () => {
  it('makes of each person a member and a letter', () => {
    const { document, aside } = readContributors({
      projectName: 'tool shed',
      projectOwner: 'riverside',
      contributors: [
        {
          login: 'Ada',
          name: 'Ada | "The Fixer" Obi',
          profile: 'https://ada.example',
          avatar_url: 'https://ada.example/a.png',
          contributions: ['doc', 'a11y'],
        },
        { login: 'bo', contributions: [] },
        { name: 'No Account', contributions: ['plumbis', 'constructor'] },
      ],
    });
    expect(aside).toEqual([]);
    expect(document).toEqual({
      kith: 1,
      community: { id: 'riverside-tool-shed', name: 'tool shed' },
      members: [
        {
          id: 'Ada',
          kind: 'person',
          name: 'Ada | "The Fixer" Obi',
          url: 'https://ada.example',
          picture: { src: 'https://ada.example/a.png' },
        },
        { id: 'bo', kind: 'person', name: 'bo' },
        { id: 'No-Account', kind: 'person', name: 'No Account' },
      ],
      recognitions: [
        { id: 'Ada', occasion: 'thanks', to: ['Ada'], labels: ['documentation', 'accessibility'] },
        { id: 'bo', occasion: 'thanks', to: ['bo'], labels: [] },
        { id: 'No-Account', occasion: 'thanks', to: ['No-Account'], labels: ['plumbis', 'constructor'] },
      ],
    });
  });

  it('takes rows of one login for one person', () => {
    const { document } = read(
      { login: 'ada', contributions: ['doc'] },
      { login: 'bo', contributions: ['doc'] },
      { login: 'ADA', name: 'Ada Obi', profile: 'https://ada.example', contributions: ['code', 'doc'] },
    );
    expect(document.members).toEqual([
      { id: 'ada', kind: 'person', name: 'Ada Obi', url: 'https://ada.example' },
      { id: 'bo', kind: 'person', name: 'bo' },
    ]);
    expect(document.recognitions?.[0]?.labels).toEqual(['documentation', 'code']);
  });

  it('gives everyone an id of their own that is valid', () => {
    const names = ['Ada', 'a/b c', '\u0000\u0001', '  ', 'x'.repeat(500), '🧵'.repeat(200), 'Ada', 'Ada'];
    const { document, aside } = read(...names.map((name) => ({ name, contributions: [] })), {
      login: 'Ada',
      contributions: [],
    });
    const ids = document.members?.map(({ id }) => id) ?? [];
    expect(ids).toEqual(['Ada-2', 'a-b-c', '-', 'x'.repeat(110), '🧵'.repeat(110), 'Ada-3', 'Ada-4', 'Ada']);
    expect(aside).toEqual([{ path: 'contributors[3]', reason: 'it has neither a name nor a login' }]);
    expect(readDocument(document)).toEqual({ document, aside: [] });
  });

  it('calls a bot only what GitHub marks as one', () => {
    const logins = ['dependabot[bot]', 'bottledwalter', 'robot', 'bot', '[bot]fan'];
    const { document } = read(...logins.map((login) => ({ login, contributions: [] })), {
      name: 'deploy[bot]',
      contributions: [],
    });
    expect(document.members?.map(({ kind }) => kind)).toEqual([
      'bot',
      'person',
      'person',
      'person',
      'person',
      'person',
    ]);
  });

  it('calls a contribution what the file itself calls it', () => {
    const { document } = readContributors({
      types: { doc: { symbol: 'D', description: 'words' }, cake: { description: 'baking' }, code: { symbol: 'C' } },
      contributors: [
        { login: 'ada', contributions: ['doc', 'cake', 'code', { type: 'talk', url: 'https://talk.example' }] },
      ],
    });
    expect(document.recognitions?.[0]?.labels).toEqual(['words', 'baking', 'code', 'talks']);
  });

  it('sets aside what it cannot read, and says where and why', () => {
    const { document, aside } = read(
      'ada',
      null,
      [],
      { login: 'bo' },
      { contributions: ['doc'] },
      { login: 5, name: 'Cy', contributions: ['doc', 7, ' '] },
    );
    expect(document.members?.map(({ name }) => name)).toEqual(['Cy']);
    expect(document.recognitions?.[0]?.labels).toEqual(['documentation']);
    expect(aside.map(({ path, reason }) => `${path}: ${reason}`)).toEqual([
      'contributors[0]: should be an object',
      'contributors[2]: should be an object',
      'contributors[3]: its "contributions" should be a list',
      'contributors[4]: it has neither a name nor a login',
      'contributors[5].login: should be text',
      'contributors[5].contributions[1]: should name a type',
      'contributors[5].contributions[2]: should name a type',
    ]);
  });

  it.each([undefined, 5, 'x', [], {}, { contributors: {} }, { projectName: 'x' }, [{ contributions: [] }]])(
    'refuses %j in a sentence',
    (value) => {
      expect(() => readContributors(value)).toThrow(ProviderError);
    },
  );

  it('invents nothing', async () => {
    const provider = allContributors({ text: '{"contributors":[{"login":"ada","contributions":["doc"]}]}' });
    expect(await provider.read({ kind: 'purpose' }, signal())).toMatchObject({
      purpose: undefined,
      community: undefined,
    });
    expect(await provider.read({ kind: 'member', id: 'ada' }, signal())).toMatchObject({
      member: { id: 'ada', kind: 'person', name: 'ada' },
    });
    const [letter] = (await provider.read({ kind: 'wall' }, signal())).letters;
    expect(letter).toEqual({ id: 'ada', occasion: 'thanks', to: ['ada'], labels: ['documentation'] });
  });

  it('reads 20,000 people of one name as fast as of many', () => {
    const { document } = read(...Array.from({ length: 20_000 }, () => ({ name: 'Ada', contributions: ['doc'] })));
    expect(new Set(document.members?.map(({ id }) => id)).size).toBe(20_000);
  });

  const rc = shared('data/all-contributors/all-contributors.all-contributorsrc.json');
  it.skipIf(!rc)(
    `shows all 118 people of all-contributors itself${rc ? '' : ' (absent: ../shared/data)'}`,
    async () => {
      const said: string[] = [];
      const provider = allContributors(
        { text: readFileSync(rc ?? '', 'utf8') },
        { report: (message) => said.push(message) },
      );
      const { letters, people, total } = await provider.read({ kind: 'wall', limit: 200 }, signal());
      expect([letters.length, people.length, total, said]).toEqual([118, 118, 118, []]);
      expect(letters[0]).toMatchObject({
        to: ['kentcdodds'],
        labels: ['answering questions', 'documentation', 'reviewing pull requests', 'talks'],
      });
      expect((await provider.read({ kind: 'community' }, signal())).community).toEqual({
        id: 'all-contributors-all-contributors',
        name: 'all-contributors',
      });
    },
  );

  const edges = shared('data/all-contributors/cli-edge-cases.contributors.json');
  it.skipIf(!edges)(`shows everyone of the edge cases${edges ? '' : ' (absent: ../shared/data)'}`, () => {
    const { document, aside } = readContributors(JSON.parse(readFileSync(edges ?? '', 'utf8')));
    expect(aside).toEqual([]);
    expect(document.members?.map(({ name }) => name)).toEqual([
      'Kent C. Dodds',
      'Divjot Singh',
      'Who | Needs | Pipes?',
      'No Github Account',
      'nocompletename',
      'Wildly Misconfigured',
      'Name "Nickname" Lastname',
    ]);
    expect(document.recognitions?.[5]?.labels).toEqual(['plumbis']);
    expect(readDocument(document)).toEqual({ document, aside: [] });
  });

  const key = shared('data/all-contributors/emoji-key.md');
  it.skipIf(!key)(`has a word for every type of the emoji key${key ? '' : ' (absent: ../shared/data)'}`, () => {
    const types = [...readFileSync(key ?? '', 'utf8').matchAll(/<br \/> `(\w+)`/g)].map(([, type]) => type ?? '');
    expect(types.length).toBeGreaterThan(30);
    const { document } = read({ login: 'ada', contributions: types });
    const same = types.filter((type) => document.recognitions?.[0]?.labels?.includes(type));
    expect(same.sort()).toEqual([
      'audio',
      'code',
      'content',
      'data',
      'design',
      'maintenance',
      'mentoring',
      'promotion',
      'research',
      'security',
      'translation',
    ]);
    expect(document.recognitions?.[0]?.labels).toHaveLength(types.length);
  });
});
