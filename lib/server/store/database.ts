import { closeSync, mkdirSync, openSync } from "node:fs";
import path from "node:path";
import {
  CompiledQuery,
  Kysely,
  PostgresDialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteStatement,
} from "kysely";
import SqliteFile from "libsql";
import { Pool } from "pg";
import { StoreBroken } from "./reach";
import type { Tables } from "./tables";

type SqliteConnection = InstanceType<typeof SqliteFile>;

export interface Database {
  db: Kysely<Tables>;
  /** Rows can be locked by themselves. SQLite's transactions lock the whole file from their start. */
  locksRows: boolean;
  /** Runs writes whose answer must survive a power cut as well as a crash. */
  durably<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
}

/** PostgreSQL at this address; connects at the first query. */
export function postgres(databaseUrl: string): Database {
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool: async () => {
        const pool = new Pool({
          connectionString: databaseUrl,
          max: 10,
          connectionTimeoutMillis: 2000,
          idleTimeoutMillis: 30_000,
          keepAlive: true,
          statement_timeout: 5000,
          // Where the network swallows the answer, the server's own limit never arrives.
          query_timeout: 6000,
          // And a connection that leads nowhere is replaced before TCP gives it up.
          maxLifetimeSeconds: 300,
          application_name: "meetings",
        });
        // A connection that breaks while no query runs on it says so here, and ends the process where
        // nobody listens: the pool hears it of idle ones, each connection of one that is in use. The
        // next query says by itself whether the database can be had.
        pool.on("error", () => {});
        pool.on("connect", (connection) => connection.on("error", () => {}));
        return pool;
      },
    }),
  });
  return { db, locksRows: true, durably: (work) => work(db) };
}

/** A SQLite file in this folder; both are made at the first query. */
export function sqliteFile(dataDir: string): Database {
  const db = new Kysely<Tables>({
    dialect: new SqliteDialectOfOurs({
      database: async () => openSqliteFile(path.resolve(dataDir, "meetings.db")),
    }),
  });
  return {
    db,
    locksRows: false,
    durably: (work) =>
      db.connection().execute(async (connection) => {
        await connection.executeQuery(CompiledQuery.raw("pragma synchronous = full"));
        try {
          return await work(connection);
        } finally {
          await connection.executeQuery(CompiledQuery.raw("pragma synchronous = normal"));
        }
      }),
  };
}

/** Migrations run in one transaction, which on SQLite is also the lock between processes. */
class SqliteDialectOfOurs extends SqliteDialect {
  override createAdapter() {
    return new TransactionalSqliteAdapter();
  }
}

class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true;
  }
}

function openSqliteFile(file: string) {
  let connection: SqliteConnection | undefined;
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    // Made by us first, since SQLite would let others read it. Its -wal and -shm get the same mode.
    closeSync(openSync(file, "a", 0o600));
    connection = new SqliteFile(file);
    connection.exec("pragma busy_timeout = 0");
    connection.exec("pragma synchronous = normal");
    const health = JSON.stringify(connection.prepare("pragma quick_check(1)").all());
    if (health !== '[{"quick_check":"ok"}]') throw new StoreBroken(health);
    connection.prepare("pragma journal_mode = wal").all();
    return forKysely(connection);
  } catch (error) {
    connection?.close();
    throw explainOpening(error, file);
  }
}

/**
 * The connection as Kysely uses it, but that every write takes SQLite's write lock before anything
 * else. A statement that finds the file locked half-way is not reset by libsql: it would keep its old
 * snapshot, and every later write of this connection would fail with SQLITE_BUSY_SNAPSHOT. So only
 * `begin immediate` ever finds it locked, by `exec`, which leaves nothing behind.
 */
function forKysely(connection: SqliteConnection): SqliteDatabase {
  const execute = (statement: string): SqliteStatement => ({
    reader: false,
    all: () => [],
    iterate: () => [].values(),
    run: () => {
      connection.exec(statement);
      return { changes: 0, lastInsertRowid: 0 };
    },
  });

  function locked<T>(write: () => T): T {
    if (connection.inTransaction) return write();
    connection.exec("begin immediate");
    try {
      const result = write();
      connection.exec("commit");
      return result;
    } catch (error) {
      if (connection.inTransaction) connection.exec("rollback");
      throw error;
    }
  }

  return {
    prepare: (text) => {
      if (text === "begin") return execute("begin immediate");
      if (text === "commit" || text === "rollback") return execute(text);
      const statement = connection.prepare(text);
      if (/^(select|pragma)\b/.test(text)) return statement;
      return {
        reader: statement.reader,
        all: (parameters) => locked(() => statement.all(parameters)),
        run: (parameters) => locked(() => statement.run(parameters)),
        iterate: (parameters) => statement.iterate(parameters),
      };
    },
    close: () => {
      // Leaves everything in the one file, for whoever copies it.
      try {
        connection.prepare("pragma wal_checkpoint(truncate)").all();
      } finally {
        connection.close();
      }
    },
  };
}

function explainOpening(error: unknown, file: string): unknown {
  if (!(error instanceof Error)) return error;
  const code = "code" in error ? String(error.code) : "";
  if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED")) return error;
  const damaged = error instanceof StoreBroken || /^SQLITE_(NOTADB|CORRUPT)/.test(code);
  return new StoreBroken(
    damaged
      ? `The database file ${file} is damaged (${error.message}). Put a backup in its place, or move it away to begin with an empty store.`
      : `The database file ${file} cannot be opened (${error.message}). Check that its folder may be written, or set DATA_DIR to another one.`,
    { cause: error },
  );
}
