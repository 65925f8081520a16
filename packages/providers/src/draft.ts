import type { Answer, Language, Provider, Query, Recognition, Words } from '@kith/core';
import type { Detail, IntentName } from '@kith/core/rules';

/** What is wished, as somebody would write it: the first line is also the subject. */
export type Letter = readonly [string, ...string[]];

/** What a person would put in a letter. A touch of a button is none, nor is what nobody was told of by one. */
export type LetterName =
  | 'pledge'
  | 'claim-role'
  | 'affirm-role'
  | 'recognize'
  | 'retract'
  | 'thank'
  | 'consent'
  | 'answer'
  | 'report'
  | 'record'
  | 'sponsor'
  | 'ask-intro'
  | 'introduce'
  | 'profile';

/** Looks up what a wish names only by its id. */
export interface Named {
  people(ids: readonly string[]): Promise<string>;
  role(id: string): Promise<string>;
  letter(id: string): Promise<string>;
  purpose(): Promise<string>;
  ladder(id: string): Promise<Answer<{ kind: 'ladder' }>['ladder']>;
}

type MailLanguage = Language<Words<'mail'>>;
type Says = { [N in LetterName]: (detail: Detail<N>, words: MailLanguage['words'], named: Named) => Promise<Letter> };

/** Each wish as a letter. */
export const says: Says = {
  async pledge({ on, line }, words, { purpose }) {
    const statement = await purpose();
    return on ? [words.mailNameOn(statement), ...(line ? [words.mailWhy(line)] : [])] : [words.mailNameOff(statement)];
  },
  async 'claim-role'({ role, on, aspires }, words, named) {
    const name = await named.role(role);
    return on ? [words.mailClaim(name), ...(aspires ? [words.mailAspires(aspires)] : [])] : [words.mailUnclaim(name)];
  },
  async 'affirm-role'({ member, role, on, because }, words, named) {
    const [who, what] = await Promise.all([named.people([member]), named.role(role)]);
    return on
      ? [words.mailSeen(who, what), ...(because ? [words.mailWhatISaw(because)] : [])]
      : [words.mailUnseen(who, what)];
  },
  async recognize({ to, text, need, role, evidence = [] }, words, named) {
    return [
      to.length ? words.mailLetter(await named.people(to)) : words.mailLetterToAll,
      text,
      ...(need ? [words.mailNeed(need)] : []),
      ...(role ? [words.mailRole(await named.role(role))] : []),
      ...looks(evidence, words),
      ...(to.length ? [words.mailOnceYes] : []),
    ];
  },
  retract: async ({ recognition }, words, { letter }) => [words.mailRetract(await letter(recognition))],
  thank: async ({ recognition, text, evidence = [] }, words, { letter }) => [
    words.mailThanks(await letter(recognition)),
    text,
    ...looks(evidence, words),
  ],
  async consent({ recognition, as }, words, { letter }) {
    const say = { named: words.mailNamed, unnamed: words.mailUnnamed, hidden: words.mailHidden }[as];
    return [say(await letter(recognition))];
  },
  answer: async ({ ask, text }, words, { letter }) => [words.mailHelp(await letter(ask)), text],
  report: async ({ recognition, reason }, words, { letter }) => [words.mailWrong(await letter(recognition)), reason],
  async record({ ladder: id, measure, value, at }, words, { ladder }) {
    const steps = await ladder(id);
    const label = steps?.measures?.find((each) => each.id === measure)?.label ?? measure;
    return [words.mailRecord(`${value} ${label}`, steps?.name ?? id), ...(at ? [at] : [])];
  },
  async sponsor({ member, ladder: id, rung, on }, words, named) {
    const [who, steps] = await Promise.all([named.people([member]), named.ladder(id)]);
    const step = steps?.rungs.find((each) => each.id === rung)?.name ?? rung;
    return [on ? words.mailVouch(who, step) : words.mailUnvouch(who, step)];
  },
  'ask-intro': async ({ with: other, text, reasons }, words, { people }) => [
    words.mailMeet(await people([other])),
    ...(text ? [text] : []),
    ...(reasons.length ? [words.mailReasons(reasons.map((reason) => reason.words).join(', '))] : []),
    words.mailUntilYes,
  ],
  introduce: async ({ people, text }, words, named) => [
    words.mailIntroduce(await named.people(people)),
    text,
    words.mailEachAnswers,
  ],
  async profile({ patch: { progress, ...patch } }, words, { ladder }) {
    const steps = progress && ((await ladder(progress.ladder))?.name ?? progress.ladder);
    return [
      words.mailProfile,
      ...profileLines(patch, words),
      ...(steps === undefined
        ? []
        : [words.mailSteps(steps), ...profileLines({ visibility: progress?.visibility }, words)]),
    ];
  },
};

const looks = (evidence: readonly { src: string; alt?: string | undefined }[], words: MailLanguage['words']) =>
  evidence.map(({ src, alt }) => words.mailLook(alt ? `${alt} ${src}` : src));

function profileLines(patch: Detail<'profile'>['patch'], words: MailLanguage['words']): string[] {
  const { offers, asks, topics, languages, hours, timeZone, story, visibility } = patch;
  const line = (say: (said: string) => string, said: string | readonly string[] | undefined) =>
    said === undefined ? [] : [say((typeof said === 'string' ? said : said.join(', ')) || words.mailNothing)];
  const shows = { everyone: words.mailToEveryone, members: words.mailToMembers, nobody: words.mailToNobody };
  return [
    ...line(words.mailOffers, offers),
    ...line(words.mailAsks, asks),
    ...line(words.mailTopics, topics),
    ...line(words.mailLanguages, languages),
    ...line(words.mailHours, hours),
    ...line(words.mailTimeZone, timeZone),
    ...line(words.mailStory, story),
    ...(visibility ? [shows[visibility]] : []),
  ];
}

/** The names in what a provider reads, in words of a language. What it does not know is called by its id. */
export function namesIn(provider: Provider, signal: AbortSignal, { words, format }: MailLanguage): Named {
  const read = <Q extends Query>(query: Q) => provider.read(query, signal);
  return {
    async people(ids) {
      const answers = await Promise.all(ids.map((id) => read({ kind: 'member', id })));
      return format.list(answers.map(({ member }, i) => member?.name ?? ids[i] ?? '')).join('');
    },
    async role(id) {
      const { roles } = await read({ kind: 'roles' });
      return words.ofRole(roles.find((role) => role.id === id)?.name ?? id);
    },
    async letter(id) {
      const [letter] = (await read({ kind: 'wall', ids: [id] })).letters;
      return words.mailQuoted(beginning(letter) ?? id);
    },
    purpose: async () => (await read({ kind: 'purpose' })).purpose?.statement ?? '',
    ladder: async (id) => (await read({ kind: 'ladder', id })).ladder,
  };
}

const BEGINNING = 60;

/** Enough of a letter to know which it is. */
function beginning(letter: Recognition | undefined): string | undefined {
  const said = letter?.text ?? letter?.labels?.join(', ');
  const words = said?.replace(/\s+/g, ' ');
  return words && words.length > BEGINNING
    ? `${words.slice(0, words.lastIndexOf(' ', BEGINNING) + 1 || BEGINNING).trimEnd()}…`
    : words;
}

export function isLetter(name: IntentName): name is LetterName {
  return Object.hasOwn(says, name);
}
