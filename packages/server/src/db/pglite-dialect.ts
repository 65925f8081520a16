import type { PGlite } from '@electric-sql/pglite';
import {
  type CompiledQuery,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely';

/** Kysely over the embedded database, which has one connection: whoever wants it waits for who has it. */
export function pgliteDialect(database: PGlite): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PGliteDriver(database),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

class PGliteDriver implements Driver {
  readonly #connection: DatabaseConnection;
  #turn: Promise<void> = Promise.resolve();
  #release: () => void = () => undefined;

  constructor(readonly database: PGlite) {
    this.#connection = {
      async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
        const answered = parameters.length
          ? await database.query<R>(sql, [...parameters])
          : (await database.exec(sql)).at(-1);
        const { rows = [], affectedRows = 0 } = answered ?? {};
        return { rows: rows as R[], numAffectedRows: BigInt(affectedRows) };
      },
      streamQuery() {
        throw new Error('The embedded database does not stream.');
      },
    };
  }

  async init(): Promise<void> {
    await this.database.waitReady;
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#turn;
    let release = () => undefined as void;
    this.#turn = new Promise((resolve) => (release = resolve));
    await before;
    this.#release = release;
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    this.#release();
  }

  async beginTransaction(): Promise<void> {
    await this.database.exec('begin');
  }

  async commitTransaction(): Promise<void> {
    await this.database.exec('commit');
  }

  async rollbackTransaction(): Promise<void> {
    await this.database.exec('rollback');
  }

  async destroy(): Promise<void> {
    await this.database.close();
  }
}
