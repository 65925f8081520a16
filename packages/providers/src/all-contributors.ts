import { ProviderError, type Aside, type Community, type Member, type Provider, type Recognition } from '@kith/core';
import { readPlain } from '@kith/core/careful';
import { sourceProvider } from './json.js';
import type { Reading, Source, SourceOptions } from './source.js';

export type AllContributorsSource = Source;
export type AllContributorsOptions = SourceOptions;

/** The people of an `.all-contributorsrc`, each with one letter that says what they did. Read only. */
export function allContributors(source: AllContributorsSource, options?: AllContributorsOptions): Provider {
  return sourceProvider('all-contributors', source, readContributors, options);
}

/**
 * Reads an `.all-contributorsrc`, or a bare map of contributors, as a community document. Rows of one login are one
 * person. Throws `ProviderError('invalid')` where there are no contributors to read.
 */
export function readContributors(value: unknown): Reading {
  const { value: file, aside } = readPlain(value);
  const rc = isObject(file) ? file : {};
  const people: Person[] = [];
  const byLogin = new Map<string, Person>();
  for (const [path, row] of rowsOf(rc)) {
    const read = isObject(row) ? readPerson(row, path, aside) : undefined;
    if (!read) {
      if (!isObject(row) && row !== null) aside.push({ path, reason: 'should be an object' });
      continue;
    }
    const login = read.login?.toLowerCase();
    const known = login === undefined ? undefined : byLogin.get(login);
    if (known) join(known, read);
    else people.push(read);
    if (login !== undefined && !known) byLogin.set(login, read);
  }
  const members = nameAll(people);
  const recognitions = people.map(({ types }, i) => letterTo(members[i] as Member, types, rc['types']));
  const community = communityOf(rc);
  return { document: { kith: 1, ...(community && { community }), members, recognitions }, aside };
}

type Row = Record<string, unknown>;

interface Person {
  login: string | undefined;
  name: string | undefined;
  url: string | undefined;
  picture: string | undefined;
  types: Set<string>;
}

/** The key of contribution types in plain words. */
const labels: Record<string, string> = {
  a11y: 'accessibility',
  audio: 'audio',
  blog: 'blog posts',
  bug: 'bug reports',
  business: 'business development',
  code: 'code',
  content: 'content',
  data: 'data',
  design: 'design',
  doc: 'documentation',
  eventOrganizing: 'event organizing',
  example: 'examples',
  financial: 'financial support',
  fundingFinding: 'finding funding',
  ideas: 'ideas and planning',
  infra: 'infrastructure',
  maintenance: 'maintenance',
  mentoring: 'mentoring',
  platform: 'packaging',
  plugin: 'plugins',
  projectManagement: 'project management',
  promotion: 'promotion',
  question: 'answering questions',
  research: 'research',
  review: 'reviewing pull requests',
  security: 'security',
  talk: 'talks',
  test: 'tests',
  tool: 'tools',
  translation: 'translation',
  tutorial: 'tutorials',
  userTesting: 'user testing',
  video: 'videos',
};

function rowsOf(rc: Row): [string, unknown][] {
  const { contributors } = rc;
  if (Array.isArray(contributors)) return contributors.map((row, i) => [`contributors[${i}]`, row]);
  const rows = Object.entries(rc);
  if (contributors === undefined && rows.some(([, row]) => isObject(row) && 'contributions' in row)) return rows;
  throw new ProviderError('invalid', {
    message: 'This is no list of contributors: it should hold "contributors": [ … ].',
  });
}

function readPerson(row: Row, path: string, aside: Aside[]): Person | undefined {
  const text = (key: string) => {
    const value = row[key];
    if (value !== undefined && typeof value !== 'string')
      aside.push({ path: `${path}.${key}`, reason: 'should be text' });
    return isWords(value) ? value : undefined;
  };
  const { contributions } = row;
  if (!Array.isArray(contributions)) {
    aside.push({ path, reason: 'its "contributions" should be a list' });
    return undefined;
  }
  const person = { login: text('login'), name: text('name'), url: text('profile'), picture: text('avatar_url') };
  if (person.login === undefined && person.name === undefined) {
    aside.push({ path, reason: 'it has neither a name nor a login' });
    return undefined;
  }
  const types = new Set<string>();
  contributions.forEach((contribution, i) => {
    // Some files name a contribution's link beside its type.
    const type: unknown = isObject(contribution) ? contribution['type'] : contribution;
    if (isWords(type)) types.add(type);
    else if (contribution !== null) aside.push({ path: `${path}.contributions[${i}]`, reason: 'should name a type' });
  });
  return { ...person, types };
}

function join(person: Person, again: Person): void {
  person.name ??= again.name;
  person.url ??= again.url;
  person.picture ??= again.picture;
  for (const type of again.types) person.types.add(type);
}

/** Members in the order of the people. Logins take their ids first, so that no name can take one of them. */
function nameAll(people: readonly Person[]): Member[] {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  const idFor = (words: string) => {
    const base = idFrom(words);
    let id = base;
    let n = next.get(base) ?? 2;
    while (taken.has(id)) id = `${base}-${n++}`;
    next.set(base, n);
    taken.add(id);
    return id;
  };
  const ids = new Map<Person, string>();
  for (const person of people) if (person.login !== undefined) ids.set(person, idFor(person.login));
  for (const person of people) if (person.login === undefined) ids.set(person, idFor(person.name ?? ''));
  return people.map((person) => {
    const { login, name = login ?? '', url, picture } = person;
    return {
      id: ids.get(person) ?? '',
      // GitHub's own mark: no person's login can hold brackets.
      kind: login?.endsWith('[bot]') ? 'bot' : 'person',
      name,
      ...(url !== undefined && { url }),
      ...(picture !== undefined && { picture: { src: picture } }),
    };
  });
}

function letterTo({ id }: Member, types: ReadonlySet<string>, own: unknown): Recognition {
  const labels = [...new Set([...types].map((type) => labelOf(type, own)))];
  return { id, occasion: 'thanks', to: [id], labels };
}

/** What a type is called: in the file's own words, else in the key's, else as it is written. */
function labelOf(type: string, own: unknown): string {
  const said = isObject(own) && Object.hasOwn(own, type) ? own[type] : undefined;
  const description = isObject(said) ? said['description'] : undefined;
  if (isWords(description)) return description;
  return (Object.hasOwn(labels, type) ? labels[type] : undefined) ?? type;
}

function communityOf({ projectName, projectOwner }: Row): Community | undefined {
  const names = [projectOwner, projectName].filter(isWords);
  const name = names.at(-1);
  return name === undefined ? undefined : { id: idFrom(names.join('-')), name };
}

/** A valid id as near as possible to these words, with room for a number after it. */
function idFrom(words: string): string {
  const id = words.trim().replace(/[\s/\p{Cc}]+/gu, '-');
  return [...id].slice(0, 110).join('');
}

function isObject(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWords(value: unknown): value is string {
  return typeof value === 'string' && /\S/.test(value);
}
