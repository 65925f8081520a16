import type { CommunityDocument } from '@kith/core';
import { html, nothing as none, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { linkIn, read, textAt, textOf } from '../../yours/reading.js';
import { peopleFit } from '../address.js';
import { askAll, listHeld, type AllAnswer } from '../all-yes.js';
import type { Making } from '../making.js';
import { faultOfLink } from '../reachable.js';
import {
  documentFrom,
  guess,
  isTable,
  meanings,
  readTable,
  type FromTable,
  type Meaning,
  type Table,
} from '../spreadsheet.js';
import { capital, numbers, reasonOf, type Around, type Now } from './section.js';

/** Whose people they are. */
export interface PeopleSection {
  draw(now: Now): TemplateResult;
  bringFile(file: File): Promise<void>;
}

export function peopleSection({ change, redraw }: Around): PeopleSection {
  let making: Making | undefined;
  let pasted = '';
  let fault = '';
  let notes: string[] = [];
  let table: Table | undefined;
  let columns: Meaning[] = [];
  let allAnswer: AllAnswer | undefined;
  let held: FromTable['held'] = new Map();
  let lookedAt: ReadonlySet<string> = new Set();

  /** Of a link it is what is shown first; else it is all there is. */
  function bring(document: CommunityDocument): void {
    const link = making?.people.kind === 'link' ? making.people : undefined;
    change({ people: link ? { ...link, seen: document } : { kind: 'document', document } }, 'brought');
  }

  /** Reads what was pasted as whatever it is. */
  async function take(): Promise<void> {
    [fault, notes, table, allAnswer, held, lookedAt] = ['', [], undefined, undefined, new Map(), new Set()];
    try {
      const link = linkIn(pasted, document.baseURI);
      if (link) await takeLink(link);
      else if (isTable(pasted)) {
        table = readTable(pasted);
        columns = guess(table.header);
        takeTable();
      } else takeText(pasted);
    } catch (error) {
      fault = reasonOf(error);
    }
    redraw();
  }

  function takeText(text: string): void {
    const { document, aside, isArchive } = read(text);
    notes = [
      isArchive ? 'It is an archive: only what everyone may see is taken.' : '',
      ...aside.map(({ path, reason }) => `Set aside: ${path || 'the whole'} ${reason}.`),
    ].filter(Boolean);
    bring(document);
  }

  function takeTable(): void {
    if (!table) return;
    try {
      const found = documentFrom(table, columns, { allSaidYes: allAnswer === 'all', lookedAt });
      [fault, notes, held] = ['', found.notes, found.held];
      bring(found.document);
    } catch (error) {
      fault = reasonOf(error);
    }
    redraw();
  }

  function takeAnswer(answer: AllAnswer): void {
    allAnswer = answer;
    takeTable();
  }

  /** Words that somebody looked at, and found no name in. */
  function letGo(words: string): void {
    lookedAt = new Set([...lookedAt, words]);
    takeTable();
  }

  async function takeLink(link: URL): Promise<void> {
    fault = faultOfLink(link.href);
    if (fault) return;
    change({ people: { kind: 'link', src: link.href } }, 'brought');
    // What lies beside this page is its own to read.
    if (link.origin === location.origin) takeText(await textAt(link, new AbortController().signal));
  }

  async function bringFile(file: File): Promise<void> {
    pasted = await textOf(file).catch((error: unknown) => {
      fault = reasonOf(error);
      return '';
    });
    if (pasted) await take();
    else redraw();
  }

  /** To do without what was brought, a step at a time. */
  function ways({ people }: Making): TemplateResult | typeof none {
    if (people.kind === 'letter') return none;
    const seen = people.kind === 'link' ? people.seen : undefined;
    const way = (label: string, to: Making['people']) =>
      html`<button type="button" class="quiet" @click=${() => change({ people: to }, 'brought')}>${label}</button>`;
    return html`${seen ? way('Without the link', { kind: 'document', document: seen }) : none}
    ${way('Back to the one letter', { kind: 'letter' })}`;
  }

  function draw(now: Now): TemplateResult {
    ({ making } = now);
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
        ${ways(making)}
      </div>
      ${table ? html`${columnsOf(table)} ${askAll(columns, allAnswer, takeAnswer)}` : none}
      <p class="aside" id="people-said" role="status">${fault || sayPeople(making, !table)} ${notes.join(' ')}</p>
      ${table ? listHeld(held, letGo) : none}
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

  return { draw, bringFile };
}

/** Whose they are so far, in a sentence or two; `isPublished` where nobody was asked whether each said yes. */
export function sayPeople({ people }: Making, isPublished: boolean): string {
  switch (people.kind) {
    case 'letter':
      return 'So far it’s the one letter.';
    case 'document':
      return `${capital(counted(people.document))}.${people.document.members?.length && isPublished ? ' Everybody in it stands with their name: bring only who said yes.' : ''}`;
    case 'link': {
      const { src, seen, provider } = people;
      if (provider === 'server')
        return `They’re on the server, ${src}. This page asks nobody for anything, so they aren’t shown here.`;
      if (faultOfLink(src)) return faultOfLink(src);
      const until = `They’re at ${src}. Until your page has fetched them, and where scripts are off,`;
      return seen
        ? `${until} what was read here stands there: ${counted(seen)}. Bring them anew when they change.`
        : `${until} a line says where they are. This page asks nobody for anything: to have their words there instead, open the link, copy all of it, and paste it here, too.`;
    }
  }
}

function counted({ members = [], recognitions = [] }: CommunityDocument): string {
  const number = (n: number, one: string, many: string) =>
    n ? `${numbers.format(n)} ${n === 1 ? one : many}` : `no ${many}`;
  return `${number(members.length, 'person', 'people')} and ${number(recognitions.length, 'letter', 'letters')}`;
}
