import { byId } from './by-id.js';
import type { Role } from './document.js';
import { hash } from './graphemes.js';
import type { Detail } from './rules/intent.js';
import { roleOf } from './say-role.js';
import type { Language, Words } from './strings.js';

/** A short question whose answer is somebody. */
export interface RoleQuestion {
  role: string;
  question: string;
}

/** Who came to mind, and what they did; without a member the question was passed over. */
export interface RoleAnswer {
  role: string;
  member?: string | undefined;
  because?: string | undefined;
}

/** As many as somebody answers in passing. */
const QUESTIONS = 3;

/**
 * The questions of the role finder: three of the roles the community has, chosen by `seed`, in the community's order. The
 * same seed asks the same; a role that is added takes the place of one question at most. What was asked already goes
 * `first`, where the community has that role.
 */
export function roleQuestions(
  roles: readonly Role[],
  seed: string,
  language: Language<Words<'finder'>>,
  first?: string,
): RoleQuestion[] {
  const each = [...byId(roles).values()];
  const turn = ({ id }: Role) => hash(`${seed} ${id}`);
  const isLater = ({ id }: Role) => Number(id !== first);
  const drawn = [...each]
    .sort((a, b) => isLater(a) - isLater(b) || turn(a) - turn(b) || (a.id < b.id ? -1 : 1))
    .slice(0, QUESTIONS);
  return each
    .filter((role) => drawn.includes(role))
    .sort((a, b) => isLater(a) - isLater(b))
    .map(({ id }) => ({ role: id, question: roleQuestion(id, roles, language) }));
}

/**
 * What the answers wish: a nomination each (`kith-affirm-role`), once for a member and a role, of which the first counts.
 * Whoever answers themselves nominates nobody: that would be a claim.
 */
export function nominationsFrom(
  answers: readonly RoleAnswer[],
  roles: readonly Role[],
  viewer: string | undefined,
): Detail<'affirm-role'>[] {
  const wishes = new Map<string, Detail<'affirm-role'>>();
  for (const { role, member, because } of answers) {
    if (!member || member === viewer || !roles.some(({ id }) => id === role)) continue;
    const key = JSON.stringify([member, role]);
    const words = because?.trim();
    // Empty words would take back what they said of them before.
    if (!wishes.has(key)) wishes.set(key, { member, role, on: true, ...(words && { because: words }) });
  }
  return [...wishes.values()];
}

/** The question whose answer is somebody for a role: of the six by what they do, of a site's own by its name. */
export function roleQuestion(id: string, roles: readonly Role[], language: Language<Words<'finder'>>): string {
  const { words } = language;
  const asked = {
    sharer: words.whoSharer,
    connector: words.whoConnector,
    curator: words.whoCurator,
    innovator: words.whoInnovator,
    builder: words.whoBuilder,
    storyteller: words.whoStoryteller,
  };
  return Object.hasOwn(asked, id) ? asked[id as keyof typeof asked] : words.whoIs(roleOf(id, roles, language).name);
}
