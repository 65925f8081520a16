import {
  BEADS,
  roleNamed,
  sayRole,
  sayRoles,
  type Answer,
  type IntentName,
  type Language,
  type Loaded,
  type Member,
  type Reader,
  type Role,
  type RoleSaid,
  type Store,
  type Words,
} from '@kith/core';
import type { ReactiveControllerHost } from 'lit';
import { AtomController } from '../atom-controller.js';
import { nobody } from '../sources.js';

/** What of a badge says what it reads. */
export interface Badge extends ReactiveControllerHost, HTMLElement {
  readonly store: Store | undefined;
  readonly hold: boolean;
  readonly name: string | undefined;
  readonly member: string | undefined;
  readonly layout: string;
  readonly pictures: 'none' | 'allow';
}

const acts: readonly IntentName[] = ['affirm-role', 'claim-role', 'accept-role'];

/** What a badge asks of its community, and what the answers come to. */
export class RoleReading {
  readonly #member: AtomController<Loaded<Answer<{ kind: 'member'; id: string }>>>;
  readonly #roles: AtomController<Loaded<Answer<{ kind: 'roles' }>>>;
  readonly #holders: AtomController<Loaded<Answer<{ kind: 'members' }>>>;
  readonly #me: AtomController<Loaded<Answer<{ kind: 'member'; id: string }>>>;
  #nobody: Store | undefined;

  constructor(private readonly badge: Badge) {
    this.#member = new AtomController(badge, () => this.#asked.member?.$answer);
    this.#roles = new AtomController(badge, () => this.#asked.roles?.$answer);
    this.#holders = new AtomController(badge, () => this.#asked.holders?.$answer);
    this.#me = new AtomController(badge, () => this.#asked.me?.$answer);
  }

  get loaded(): Loaded<unknown> | undefined {
    const { member } = this.badge;
    const [first, second] = member ? [this.#member.value, this.#roles.value] : [this.#roles.value, this.#holders.value];
    if (!first?.value || first.state === 'failed') return first;
    // What is known of the one is shown without the other only once that has failed.
    if (second?.state === 'failed') return { ...second, value: first.value };
    // Whether the viewer holds a role is known before anybody asks them to.
    const isHere = (each: Loaded<unknown> | undefined) => !each || each.value !== undefined;
    const isMeHere = member || this.#me.value?.state === 'failed' || isHere(this.#me.value);
    return isHere(second) && isMeHere ? first : { state: 'loading' };
  }

  reload(): void {
    for (const asked of Object.values(this.#asked)) asked?.reload();
  }

  /** What is known of whose roles they are. */
  get answer(): Answer<{ kind: 'member'; id: string }> | undefined {
    return this.badge.member ? this.#member.value?.value : undefined;
  }

  /** Whose roles they are. */
  get member(): Member | undefined {
    return this.answer?.member;
  }

  get roles(): readonly Role[] {
    return this.#roles.value?.value?.roles ?? [];
  }

  /** The id of the role that is meant: its author may have written it with a capital. */
  get id(): string | undefined {
    const { name } = this.badge;
    return name && (roleNamed(name, this.roles)?.id ?? name);
  }

  /** Who reads it, where they can say something of it. */
  get reader(): Reader | undefined {
    const { store, layout } = this.badge;
    if (!store || layout === 'glyph' || !acts.some((name) => store.takes(name))) return undefined;
    return { viewer: store.viewer, me: this.#me.value?.value?.member, isAsked: store.takes('accept-role') };
  }

  /** It is the viewer's own, who may only read it. */
  get isOwn(): boolean {
    const { store, member } = this.badge;
    return store?.viewer !== undefined && store.viewer === member;
  }

  /** Somebody holds the role that is meant. */
  isHeld(said: readonly RoleSaid[]): boolean {
    return this.badge.member ? said.length > 0 : Boolean(this.#holders.value?.value?.total);
  }

  said(language: Language<Words<'badge'>>): RoleSaid[] {
    const { id, answer, roles, reader } = this;
    if (this.badge.member) {
      const said = answer ? sayRoles(answer, roles, language, reader) : [];
      return id ? said.filter((one) => one.id === id) : said;
    }
    const holders = this.#holders.value?.value;
    return (id ? [id] : roles.map((role) => role.id)).map((one) => sayRole(one, roles, holders, language, reader));
  }

  /** A role alone needs no community; then it is asked of nobody. */
  get #source(): Store | undefined {
    const { store, hold, member, name } = this.badge;
    if (store || hold || member || !name) return store;
    return (this.#nobody ??= nobody());
  }

  get #asked() {
    const { store, member } = this.badge;
    const { id, reader } = this;
    return {
      member: member ? store?.ask({ kind: 'member', id: member }) : undefined,
      roles: this.#source?.ask({ kind: 'roles' }),
      holders: id && !member ? store?.ask({ kind: 'members', role: id, limit: BEADS }) : undefined,
      me: reader?.viewer ? store?.ask({ kind: 'member', id: reader.viewer }) : undefined,
    };
  }
}
