import { occasions, rewards, type CommunityDocument, type Provider } from '@kith/core';
import type { Finding } from '@kith/embed/doctor';
import { forms, type Editor, type Form, type Published, type Snippet } from '@kith/embed/snippet';
import { widgets, type Widget } from '@kith/embed/static';
import { mail } from '@kith/providers/mail';
import { memory } from '@kith/providers/memory';
import { html, nothing as none, render, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import fields from 'virtual:fields';
import { linkIn, read, textAt, textOf } from '../yours/reading.js';
import { peopleFit } from './address.js';
import type { Field } from './fields.js';
import { canHave, canTakePart, documentOf, formOf, languages, namedIn, type Making } from './making.js';
import { widths, type Looking } from './mock.js';
import { parse, readOld } from './old-snippet.js';
import { faultOfBase, faultOfPart, isOwnMachine } from './reachable.js';
import { documentFrom, guess, isTable, meanings, readTable, type Meaning, type Table } from './spreadsheet.js';

interface Around {
  place: HTMLElement;
  looking: HTMLElement;
  editors: readonly Editor[];
  published: Omit<Published, 'base'>;
  change(patch: Partial<Making>, what: string): void;
  look(patch: Partial<Looking>): void;
  say(words: string): void;
  show(making: Making): void;
  showSample(document: CommunityDocument): void;
}

/** How it stands, for what is drawn here. */
interface Now {
  making: Making;
  looking: Looking;
  snippet: Snippet | undefined;
  isSample: boolean;
  needsSample: boolean;
}

/** What is under More. */
export interface Further {
  draw(now: Now): void;
  bringFile(file: File): Promise<void>;
  /** What takes wishes in the drawn page; undefined where visitors only look. */
  providerOf(making: Making): ((document: CommunityDocument) => Provider) | undefined;
}

const called: Record<Widget, string> = {
  'recognition-wall': 'Letters to each other',
  'purpose-banner': 'What we are here for',
  'role-badge': 'What people are known for',
  'progression-ladder': 'The next step',
  'peer-intro': 'Somebody to meet',
};
const spoken: Record<Making['locale'], string> = { en: 'English', ar: 'العربية' };
const formed: Record<Form, string> = {
  tag: 'Its words, and a script',
  inline: 'A script, with its people as data',
  div: 'The same, for editors that take unknown tags out',
  static: 'Its words alone, without a script',
  frame: 'A frame around a page that a Kith server has',
  picture: 'A picture that you host',
  react: 'React',
  vue: 'Vue',
  svelte: 'Svelte',
  angular: 'Angular',
  solid: 'Solid',
  astro: 'Astro',
};
/** What a word of an attribute is called where it is chosen. */
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const numbers = new Intl.NumberFormat('en');

export function further({
  place,
  looking: tools,
  editors,
  published,
  change,
  look,
  say,
  show,
  showSample,
}: Around): Further {
  let now: Now | undefined;
  let pasted = '';
  let fault = '';
  let notes: string[] = [];
  let table: Table | undefined;
  let columns: Meaning[] = [];
  let old = '';
  let oldSaid = '';
  let doubtful = '';
  let findings: readonly Finding[] | undefined;
  let remadeSaid = '';
  let isAsked = false;

  const redraw = () => now && draw(now);

  function bring(document: CommunityDocument): void {
    change({ people: { kind: 'document', document } }, 'brought');
  }

  /** Reads what was pasted as whatever it is. */
  async function take(): Promise<void> {
    [fault, notes, table] = ['', [], undefined];
    try {
      const link = linkIn(pasted, document.baseURI);
      if (link) await takeLink(link);
      else if (isTable(pasted)) {
        table = readTable(pasted);
        columns = guess(table.header);
        takeTable();
      } else {
        const { document, aside, isArchive } = read(pasted);
        notes = [
          isArchive ? 'It is an archive: only what everyone may see is taken.' : '',
          ...aside.map(({ path, reason }) => `Set aside: ${path || 'the whole'} ${reason}.`),
        ].filter(Boolean);
        bring(document);
      }
    } catch (error) {
      fault = error instanceof Error ? error.message : String(error);
    }
    redraw();
  }

  function takeTable(): void {
    if (!table) return;
    try {
      const found = documentFrom(table, columns);
      [fault, notes] = ['', found.notes];
      bring(found.document);
    } catch (error) {
      fault = error instanceof Error ? error.message : String(error);
    }
    redraw();
  }

  async function takeLink(link: URL): Promise<void> {
    change({ people: { kind: 'link', src: link.href } }, 'brought');
    if (link.origin !== location.origin) {
      notes = [
        `Your page will fetch it from ${link.host}. This page asks nobody for anything, so it isn’t shown here: to see it, open the link, copy all of it, and paste it.`,
      ];
      return;
    }
    showSample(read(await textAt(link, new AbortController().signal)).document);
  }

  async function bringFile(file: File): Promise<void> {
    pasted = await textOf(file).catch((error: unknown) => {
      fault = error instanceof Error ? error.message : String(error);
      return '';
    });
    if (pasted) await take();
    else redraw();
  }

  async function takeOld(): Promise<void> {
    try {
      const { making, notes } = await readOld(old);
      oldSaid = ['It’s taken up: change what you like, and copy it anew.', ...notes].join(' ');
      show(making);
    } catch (error) {
      oldSaid = error instanceof Error ? error.message : String(error);
      redraw();
    }
  }

  async function examined(): Promise<void> {
    const { examine } = await import('@kith/embed/doctor');
    const editor = now?.making.place;
    [findings, remadeSaid] = [examine(doubtful, { parse, ...(editor && { editor }) }), ''];
    redraw();
  }

  /** Takes up what was looked at, in the form that works where it will stand. */
  async function remake(form: Form, of: Editor['id'] | undefined): Promise<void> {
    try {
      const { making, notes } = await readOld(doubtful);
      const made = asForm({ ...making, place: of ?? now?.making.place }, form);
      remadeSaid = ['It’s taken up in that form: copy it anew.', ...notes].join(' ');
      show(made);
    } catch (error) {
      remadeSaid = error instanceof Error ? error.message : String(error);
      redraw();
    }
  }

  /** A making of a form: by its place's own question where that gives it, else by hand. */
  function asForm(making: Making, form: Form): Making {
    const editor = editors.find(({ id }) => id === making.place);
    const sees = editor?.unless && (form === editor.unless.form ? false : true);
    const asIs = { ...making, sees };
    return formOf(asIs, editors) === form ? asIs : { ...asIs, form };
  }

  function draw(next: Now): void {
    now = next;
    render(tooled(next.looking), tools);
    render(drawn(next), place);
    if (next.needsSample && !isAsked) {
      isAsked = true;
      const link = new URL('community.json', document.baseURI);
      textAt(link, new AbortController().signal).then(
        (text) => showSample(read(text).document),
        () => undefined,
      );
    }
  }

  /** How it is looked at: three widths, light and dark, both directions. */
  function tooled({ width, ground, direction }: Looking): TemplateResult {
    const choice = <T>(name: string, legend: string, choices: readonly (readonly [T, string])[], at: T, key: string) =>
      html`<fieldset class="look">
        <legend class="unseen">${legend}</legend>
        ${choices.map(
          ([value, label]) =>
            html`<label
              ><input
                type="radio"
                name=${name}
                .checked=${live(at === value)}
                @change=${() => look({ [key]: value })}
              /><span>${label}</span></label
            >`,
        )}
      </fieldset>`;
    return html`${choice('width', 'How wide', [[undefined, 'As here'], ...widths.map((each) => [each, String(each)] as const)], width, 'width')}
    ${choice(
      'ground',
      'Light or dark',
      [
        [undefined, 'As here'],
        ['light', 'Light'],
        ['dark', 'Dark'],
      ],
      ground,
      'ground',
    )}
    ${choice(
      'direction',
      'Which way the page reads',
      [
        ['ltr', 'Left to right'],
        ['rtl', 'Right to left'],
      ],
      direction,
      'direction',
    )}`;
  }

  function drawn(next: Now): TemplateResult {
    return html`${kinds(next)} ${people(next)} ${part(next)} ${words(next)} ${shape(next)} ${made(next)} ${taken()}
    ${doctor()}`;
  }

  function kinds({ making }: Now): TemplateResult {
    return html`<fieldset class="question" id="widget">
      <legend>What will stand there?</legend>
      <div class="answers">
        ${widgets.map(
          (widget) =>
            html`<label class="answer"
              ><input
                type="radio"
                name="widget"
                .checked=${live(making.widget === widget)}
                @change=${() => change({ widget, attributes: {} }, 'widget')}
              /><span>${called[widget]}</span></label
            >`,
        )}
      </div>
    </fieldset>`;
  }

  function people({ making }: Now): TemplateResult {
    const kind = making.people.kind;
    return html`<section class="question" id="people">
      <h2><label for="pasted">Whose people?</label></h2>
      <textarea
        id="pasted"
        rows="3"
        class="code"
        placeholder=" "
        spellcheck="false"
        aria-describedby="people-how people-said"
        aria-invalid=${fault ? 'true' : none}
        .value=${live(pasted)}
        @input=${({ target }: Event) => (pasted = (target as HTMLTextAreaElement).value)}
      ></textarea>
      <p class="aside" id="people-how">
        Paste rows from a spreadsheet with a first row that says what is in them, the text of a file (a community
        document, an
        <span class="nowrap">.all-contributorsrc</span>), or a link to one.
      </p>
      <div class="row">
        <button type="button" class="quiet" @click=${() => void take()}>Read it</button>
        <label class="quiet file"
          >Choose a file<input
            type="file"
            class="unseen"
            @change=${({ target }: Event) => {
              const [file] = (target as HTMLInputElement).files ?? [];
              if (file) void bringFile(file);
              (target as HTMLInputElement).value = '';
            }}
        /></label>
        ${
          kind === 'letter'
            ? none
            : html`<button
                type="button"
                class="quiet"
                @click=${() => change({ people: { kind: 'letter' } }, 'brought')}
              >
                Back to the one letter
              </button>`
        }
      </div>
      ${table ? columnsOf(table) : none}
      <p class="aside" id="people-said" role="status">${fault || sayPeople(making)} ${notes.join(' ')}</p>
      ${
        peopleFit(making)
          ? none
          : html`<p class="aside">
              They’re too many for the address. This tab keeps them; a link to this page would not.
            </p>`
      }
    </section>`;
  }

  function columnsOf({ header, rows }: Table): TemplateResult {
    return html`<fieldset id="columns">
      <legend class="aside">What is in each column?</legend>
      <div class="columns">
        ${header.map((title, i) => {
          const [example = ''] = rows.map((row) => row[i] ?? '').filter(Boolean);
          return html`<label
            ><span
              ><bdi>${title || `Column ${i + 1}`}</bdi>
              <span class="aside">“<bdi>${[...example].slice(0, 40).join('')}</bdi>”</span></span
            ><select
              @change=${({ target }: Event) => {
                columns = columns.with(i, (target as HTMLSelectElement).value as Meaning);
                takeTable();
              }}
            >
              ${Object.entries(meanings).map(
                ([meaning, words]) =>
                  html`<option value=${meaning} ?selected=${columns[i] === meaning}>${words}</option>`,
              )}
            </select></label
          >`;
        })}
      </div>
    </fieldset>`;
  }

  function sayPeople({ people }: Making): string {
    if (people.kind === 'letter') return 'So far it’s the one letter.';
    if (people.kind === 'link') return `They’re at ${people.src}.`;
    const { members = [], recognitions = [] } = people.document;
    const counted = (n: number, one: string, many: string) =>
      n ? `${numbers.format(n)} ${n === 1 ? one : many}` : `no ${many}`;
    return `${counted(members.length, 'person', 'people')} and ${counted(recognitions.length, 'letter', 'letters')}. Everybody in it stands with their name: bring only who said yes.`;
  }

  function part({ making }: Now): TemplateResult {
    const { part } = making;
    const kind = part === 'show' ? 'show' : 'mail' in part ? 'mail' : 'server';
    const answers = [
      ['show', 'They read', 'Nothing can be pressed that says something.'],
      [
        'mail',
        'By e-mail to me',
        'What they say becomes a draft of an e-mail in their own program. They send it; you put it on the page.',
      ],
      ['server', 'Live', 'A Kith server that you or somebody you trust keeps. What they say is there at once.'],
    ] as const;
    const empty = { show: 'show', mail: { mail: '' }, server: { server: '' } } as const;
    return html`<fieldset class="question" id="part">
      <legend>Should visitors take part?</legend>
      <div class="answers">
        ${answers.map(
          ([each, label, then]) =>
            html`<label class="answer"
              ><input
                type="radio"
                name="part"
                .checked=${live(kind === each)}
                @change=${() => change({ part: empty[each] }, 'part')}
              /><span>${label}<span class="aside">${then}</span></span></label
            >`,
        )}
      </div>
      ${
        part === 'show'
          ? none
          : html`<label class="line"
                ><span>${'mail' in part ? 'Your e-mail address' : 'The server’s address'}</span
                ><input
                  type=${'mail' in part ? 'text' : 'url'}
                  inputmode=${'mail' in part ? 'email' : 'url'}
                  autocapitalize="off"
                  spellcheck="false"
                  aria-describedby="part-said"
                  aria-invalid=${faultOfPart(part) ? 'true' : none}
                  placeholder=${'mail' in part ? 'you@example.org' : 'https://kith.example.org/v1/our-community'}
                  .value=${live('mail' in part ? part.mail : part.server)}
                  @input=${({ target }: Event) => {
                    const value = (target as HTMLInputElement).value.trim();
                    change({ part: 'mail' in part ? { mail: value } : { server: value } }, `part-${kind}`);
                  }}
              /></label>
              <p class="aside" id="part-said" role="status">
                ${faultOfPart(part) || (canTakePart(making) ? '' : 'Until it’s there visitors only read.')}
              </p>
              ${'mail' in part ? html`<p class="aside">It stands in your page, where everybody can read it, programs that gather addresses too.</p>` : none}`
      }
    </fieldset>`;
  }

  function words({ making }: Now): TemplateResult {
    return html`<section class="question" id="words">
      <h2>Its words</h2>
      <label class="line"
        ><span>What Kith says, it says in</span
        ><select
          @change=${({ target }: Event) => change({ locale: (target as HTMLSelectElement).value as Making['locale'] }, 'locale')}
        >
          ${languages.map((each) => html`<option value=${each} lang=${each} ?selected=${making.locale === each}>${spoken[each]}</option>`)}
        </select></label
      >
      ${
        making.people.kind === 'letter' && making.widget === 'recognition-wall'
          ? html`<label class="line"
              ><span>Who signs the letter</span
              ><input
                type="text"
                placeholder=" "
                .value=${live(making.from)}
                @input=${({ target }: Event) => change({ from: (target as HTMLInputElement).value }, 'from')}
            /></label>`
          : none
      }
    </section>`;
  }

  /** All that can be said of the chosen widget, as the manifest has it. */
  function shape({ making }: Now): TemplateResult {
    const own = namedIn(documentOf(making) ?? { kith: 1 });
    return html`<section class="question" id="shape">
      <h2>Its shape</h2>
      ${fields[making.widget].map((field) => fieldLine(field, making, own))}
    </section>`;
  }

  function fieldLine(field: Field, { widget, attributes }: Making, own: ReturnType<typeof namedIn>): TemplateResult {
    const { name, label, help, kind, usual } = field;
    const id = `field-${name}`;
    const value = attributes[name] ?? '';
    const set = (value: string | undefined) => {
      const { [name]: _, ...rest } = attributes;
      change({ attributes: value === undefined || value === usual ? rest : { ...rest, [name]: value } }, `a.${name}`);
    };
    const choices = choicesOf(field, widget, own);
    const described = `${id}-help`;
    if (kind === 'switch') {
      return html`<div class="field">
        <label class="answer"
          ><input
            id=${id}
            type="checkbox"
            aria-describedby=${described}
            .checked=${live(name in attributes)}
            @change=${({ target }: Event) => set((target as HTMLInputElement).checked ? 'on' : undefined)}
          /><span>${label}</span></label
        >
        <p class="aside" id=${described}>${help}</p>
      </div>`;
    }
    const input = choices
      ? html`<select
          id=${id}
          aria-describedby=${described}
          @change=${({ target }: Event) => set((target as HTMLSelectElement).value || undefined)}
        >
          ${choices.map(([word, called]) => html`<option value=${word} ?selected=${(value || usual) === word}>${called}</option>`)}
          ${value && !choices.some(([word]) => word === value) ? html`<option value=${value} selected>${value}</option>` : none}
        </select>`
      : html`<input
          id=${id}
          type=${kind === 'number' ? 'number' : 'text'}
          min=${kind === 'number' ? '1' : none}
          placeholder=${usual || ' '}
          aria-describedby=${described}
          .value=${live(value)}
          @input=${({ target }: Event) => set((target as HTMLInputElement).value || undefined)}
        />`;
    return html`<div class="field">
      <label for=${id}>${label}</label>
      ${input}
      <p class="aside" id=${described}>${help}</p>
    </div>`;
  }

  function made({ making, snippet }: Now): TemplateResult {
    const odd = faultOfBase(making.base);
    const isLocal = isOwnMachine(location.hostname) && (!making.base || Boolean(odd));
    const had = forms.filter((form) => canHave(form, making));
    return html`<section class="question" id="made">
      <h2>What it is made of</h2>
      <label class="line"
        ><span>Made as</span
        ><select
          @change=${({ target }: Event) => change({ form: ((target as HTMLSelectElement).value || undefined) as Form | undefined }, 'form')}
        >
          <option value="" ?selected=${!making.form || !had.includes(making.form)}>
            What works where it will stand
          </option>
          ${had.map((form) => html`<option value=${form} ?selected=${making.form === form}>${formed[form]}</option>`)}
        </select></label
      >
      <label class="line"
        ><span>Where Kith’s code lies</span
        ><input
          type="url"
          placeholder=${new URL(`kith/${published.version}/`, document.baseURI).href}
          aria-describedby="base-said"
          aria-invalid=${odd ? 'true' : none}
          .value=${live(making.base)}
          @input=${({ target }: Event) => change({ base: baseOf((target as HTMLInputElement).value) }, 'base')}
      /></label>
      <p class="aside" id="base-said" role="status">${odd}</p>
      ${isLocal ? html`<p class="aside">This page is on your own machine, where nobody else can load Kith from. Put its folder <code>kith/</code> on your site, and say where.</p>` : none}
      <p class="aside" id="bytes">
        ${snippet ? sayBytes(snippet.bytes) : 'Once the questions are answered, here is what it weighs.'}
      </p>
    </section>`;
  }

  function taken(): TemplateResult {
    return html`<section class="question" id="old">
      <h2><label for="old-text">Change one that you have</label></h2>
      <textarea
        id="old-text"
        rows="3"
        class="code"
        placeholder=" "
        spellcheck="false"
        aria-describedby="old-how old-said"
        .value=${live(old)}
        @input=${({ target }: Event) => (old = (target as HTMLTextAreaElement).value)}
      ></textarea>
      <p class="aside" id="old-how">Paste what you once copied, from your page or from here.</p>
      <div class="row"><button type="button" class="quiet" @click=${() => void takeOld()}>Take it up</button></div>
      <p class="aside" id="old-said" role="status">${oldSaid}</p>
    </section>`;
  }

  function doctor(): TemplateResult {
    return html`<section class="question" id="doctor">
      <h2><label for="doubtful">Will it work there?</label></h2>
      <textarea
        id="doubtful"
        rows="3"
        class="code"
        placeholder=" "
        spellcheck="false"
        aria-describedby="doctor-how"
        .value=${live(doubtful)}
        @input=${({ target }: Event) => (doubtful = (target as HTMLTextAreaElement).value)}
      ></textarea>
      <p class="aside" id="doctor-how">
        Paste what you have, or the whole page it stands in; see what will happen to it.
      </p>
      <div class="row"><button type="button" class="quiet" @click=${() => void examined()}>Look at it</button></div>
      <div role="status" class="findings">
        ${
          findings &&
          html`<ul>
            ${findings.map(
              ({ kind, said, mend, line, form, editor }) =>
                html`<li class=${kind}>
                  ${line === undefined ? none : html`Line ${numbers.format(line)}: `}${said}
                  ${mend ? html`<span class="aside">${mend}</span>` : none}
                  ${
                    form
                      ? html`<button type="button" class="quiet" @click=${() => void remake(form, editor)}>
                          Make it so: ${formed[form].toLowerCase()}
                        </button>`
                      : none
                  }
                </li>`,
            )}
          </ul>`
        }
        <p class="aside">${remadeSaid}</p>
      </div>
    </section>`;
  }

  return {
    draw,
    bringFile,
    providerOf({ part }) {
      if (part === 'show') return undefined;
      if ('server' in part) return (document) => memory(document);
      return (document) =>
        mail(
          { document },
          {
            to: part.mail && !faultOfPart(part) ? part.mail : 'you@example.org',
            report: () => undefined,
            open: () => say('On your page, their e-mail program opens now, with the letter in it.'),
          },
        );
    },
  };
}

/** What can be chosen for a field, with what each is called; undefined where it is free. */
function choicesOf(
  { name, kind, choices }: Field,
  widget: Widget,
  own: ReturnType<typeof namedIn>,
): [string, string][] | undefined {
  const named = (all: { id: string; name: string }[]): [string, string][] => [
    ['', ''],
    ...all.map(({ id, name }): [string, string] => [id, name]),
  ];
  const words = (all: readonly string[]): [string, string][] => [
    ['', ''],
    ...all.map((word): [string, string] => [word, capital(word)]),
  ];
  if (kind === 'choice') return choices.map((word) => [word, capital(word)]);
  if (name === 'filter-reward') return words(rewards);
  if (name === 'filter-occasion') return words(occasions);
  if (name === 'filter-role' || (name === 'name' && widget === 'role-badge')) return named(own.roles);
  if (name === 'ladder' && own.ladders.length) return named(own.ladders);
  if (name === 'member' && own.members.length) return named(own.members);
  return undefined;
}

const baseOf = (words: string) => (URL.canParse(words.trim()) ? words.trim().replace(/\/?$/, '/') : words.trim());

function sayBytes(bytes: number): string {
  if (!bytes) return 'A visitor’s browser loads nothing for it: it’s words alone.';
  return `A visitor’s browser loads ${numbers.format(Math.round(bytes / 100) / 10)} kB for it, once for all your pages.`;
}
