/** An open SQLite file with its statements prepared once each, and the pages of a list by key. */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import type { Problem, Result } from '../model.ts'
import type { Page, Part } from './store.ts'

/** A row as SQLite gives it. */
export type Row = Readonly<Record<string, string | number | null | Uint8Array>>

/** A value that a statement takes. */
export type Value = SQLInputValue

/** An open file. A statement is prepared when it is first used and kept. */
export interface Database {
  readonly path: string
  all(sql: string, ...values: Value[]): Row[]
  first(sql: string, ...values: Value[]): Row | undefined
  /** Runs a statement and gives the key of the row that it made. */
  run(sql: string, ...values: Value[]): number
  /** Runs statements that have no values. */
  exec(sql: string): void
  /**
   * What `find` gives, from memory while nobody writes to the file: `key` names it. A connection that may write remembers
   * nothing. For counts and tallies, which cost the more the more there is.
   */
  steady<T>(key: string, find: () => T): T
  close(): void
}

/** Opens a file. Throws what SQLite throws. `timeout`: milliseconds to wait for a writer that holds the file. */
export function openDatabase(path: string, readOnly: boolean): Database {
  const database = new DatabaseSync(path, { readOnly, timeout: 5000 })
  const statements = new Map<string, StatementSync>()
  const prepare = (sql: string): StatementSync => {
    const known = statements.get(sql)
    if (known !== undefined) return known
    const statement = database.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
  const version = () => Number(prepare('PRAGMA data_version').get()?.data_version)
  return {
    path,
    steady: readOnly ? makeMemory(version) : (_key, find) => find(),
    all: (sql, ...values) => prepare(sql).all(...values) as Row[],
    first: (sql, ...values) => prepare(sql).get(...values) as Row | undefined,
    run: (sql, ...values) => Number(prepare(sql).run(...values).lastInsertRowid),
    exec: sql => database.exec(sql),
    close: () => database.close(),
  }
}

/** How much is remembered: lists with many different filters must not fill the machine. */
const REMEMBERED = 500

/** A memory that is empty again when `version` gives another number. */
function makeMemory(version: () => number): Database['steady'] {
  const known = new Map<string, unknown>()
  let current = version()
  return <T>(key: string, find: () => T): T => {
    const now = version()
    if (now !== current || known.size >= REMEMBERED) known.clear()
    current = now
    if (!known.has(key)) known.set(key, find())
    return known.get(key) as T
  }
}

/** Conditions of a query with their values, in order. */
export interface Where {
  readonly sql: readonly string[]
  readonly values: readonly Value[]
}

/** `WHERE a AND b`, empty where there is no condition. */
function whereClause(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`
}

/**
 * A list in its order: what to select, from what, and the two columns that order it, both descending. `counted`: what to count
 * from, where that is less than what to select from. `walked`: the same conditions, asked of each row in the list's order,
 * which finds a page soon where most rows fit; `where` finds all that fit and sorts them.
 */
export interface Listing {
  readonly counted?: string | undefined
  readonly walked?: Where | undefined
  readonly select: string
  readonly from: string
  readonly where: Where
  readonly order: readonly [first: string, second: string]
}

const USUAL = 50
const MOST = 200

/** One part of a list by key: rows before it are not read, and the whole is counted with the first part only. Problem `bad-page` for a token that is none of ours. */
export function readPart(database: Database, listing: Listing, part: Part): Result<Page<Row>> {
  const after = part.page === undefined ? undefined : readToken(part.page)
  if (after === 'bad') return { ok: false, problem: badPage() }
  const { select, from, order, counted = from } = listing
  const [first, second] = order
  const total = after === undefined ? countRows(database, counted, listing.where) : after.total
  const limit = Math.min(part.limit ?? USUAL, MOST)
  const where = isSoonFull(database, listing, { total, limit }) ? listing.walked : listing.where
  const conditions = after === undefined ? where.sql : [...where.sql, `(${first}, ${second}) < (?, ?)`]
  const values = after === undefined ? where.values : [...where.values, after.first, after.second]
  const rows = database.all(
    `SELECT ${select}, ${first} AS key1, ${second} AS key2 FROM ${from}${whereClause(conditions)}
     ORDER BY ${first} DESC, ${second} DESC LIMIT ?`,
    ...values,
    limit + 1,
  )
  const last = rows[limit - 1]
  const next = rows.length > limit && last !== undefined ? makeToken(last, total) : null
  return { ok: true, value: { items: rows.slice(0, limit), next, total } }
}

/** Whether a part is full before as many rows were walked past as would have to be sorted. */
function isSoonFull(
  database: Database,
  listing: Listing,
  { total, limit }: { total: number; limit: number },
): listing is Listing & { walked: Where } {
  if (listing.walked === undefined || total <= limit) return false
  const all = countRows(database, listing.counted ?? listing.from, { sql: [], values: [] })
  return (limit * all) / total < total
}

function countRows(database: Database, from: string, { sql, values }: Where): number {
  const count = `SELECT COUNT(*) AS total FROM ${from}${whereClause(sql)}`
  return database.steady(`${count} ${JSON.stringify(values)}`, () =>
    Number(database.first(count, ...values)?.total ?? 0),
  )
}

function badPage(): Problem {
  return { code: 'bad-page', where: 'page', values: {} }
}

/** Where the part before ended, and what the whole counted. */
interface After {
  readonly first: Value
  readonly second: Value
  readonly total: number
}

function makeToken(row: Row, total: number): string {
  return Buffer.from(JSON.stringify([row.key1, row.key2, total])).toString('base64url')
}

function readToken(token: string): After | 'bad' {
  try {
    const keys: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'))
    return isKeys(keys) ? { first: keys[0], second: keys[1], total: keys[2] } : 'bad'
  } catch {
    return 'bad'
  }
}

function isKeys(keys: unknown): keys is readonly [Value, Value, number] {
  const isKey = (key: unknown) => typeof key === 'string' || typeof key === 'number'
  return Array.isArray(keys) && keys.length === 3 && keys.every(isKey) && Number.isInteger(keys[2])
}
