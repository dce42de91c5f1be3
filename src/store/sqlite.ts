/** The default engine: one SQLite file that any SQLite tool can open, with the originals in a folder beside it. */
import { existsSync } from 'node:fs'
import type { Problem, Result } from '../model.ts'
import { findAreas } from '../record/ground.ts'
import { type Database, openDatabase } from './database.ts'
import type { Entry } from './entry.ts'
import { openExports } from './exported.ts'
import { attempt } from './faults.ts'
import { findArticle, findArticles, findClaims, resolveArticle } from './find.ts'
import { writeGround } from './ground.ts'
import { openLenses } from './lenses.ts'
import { findActors, findNames, findOutlets, findPlaces, findProblems, summarise } from './lists.ts'
import { type Lock, takeLock } from './lock.ts'
import { MIGRATIONS } from './migrations.ts'
import type { Gazette, NameRow } from './names.ts'
import { flushFolders, originalsFolder, readOriginal, removeOriginal, writeOriginal } from './originals.ts'
import { findPlace } from './place.ts'
import { openReferences } from './references.ts'
import { keepGround, openRelations } from './related.ts'
import { findQueue, findReviews, type ReviewStore, reviewLines, verifyReviews } from './reviewed.ts'
import { writeDecision } from './reviews.ts'
import type { Store } from './store.ts'
import { inTransaction, writeBatch } from './write.ts'

/** How to open a record: to read it, or as its one writer with the names of the lexicon that reads. */
export interface OpenOptions {
  readonly write?: Gazette
  /** The steps to the newest tables; for tests of the steps. */
  readonly migrations?: readonly string[]
  /** The most pages that the file may have; for tests of a full disk. */
  readonly mostPages?: number
}

/** "HSAB", so that `file` and we know a record from any other database (https://www.sqlite.org/fileformat2.html#application_id). */
const APPLICATION = 0x48534142

/**
 * Opens the record at `path`; a writer makes it where there is none.
 * Problems: `record-missing`, `record-busy`, `record-damaged`, `record-foreign`, `record-newer`, `record-unwritable`, `disk-full`.
 */
export async function openSqlite(path: string, options: OpenOptions = {}): Promise<Result<Store>> {
  const { write, migrations = MIGRATIONS } = options
  if (write === undefined && !existsSync(path)) return refuse('record-missing', path)
  const raised = write === undefined ? await raiseRecord(path, migrations) : undefined
  if (raised !== undefined && !raised.ok) return raised
  const lock = write === undefined ? undefined : await attempt(path, () => takeLock(originalsFolder(path)))
  if (lock !== undefined && !lock.ok) return lock
  const opened = await attempt(path, () => openTables(path, { ...options, migrations }))
  if (!opened.ok || !('database' in opened.value)) {
    lock?.value.free()
    return opened.ok ? { ok: false, problem: opened.value as Problem } : opened
  }
  return { ok: true, value: makeStore(opened.value.database, path, lock?.value) }
}

/** Takes a record of an older version to this one before it is read, as its writer for that moment. */
async function raiseRecord(path: string, migrations: readonly string[]): Promise<Result<void>> {
  const isOlder = await attempt(path, () => hasOlderTables(path, migrations.length))
  if (!isOlder.ok || !isOlder.value) return isOlder.ok ? { ok: true, value: undefined } : isOlder
  return attempt(path, () => {
    const lock = takeLock(originalsFolder(path))
    const database = openDatabase(path, false)
    try {
      raiseTables(database, migrations)
    } finally {
      database.close()
      lock.free()
    }
  })
}

function hasOlderTables(path: string, newest: number): boolean {
  const database = openDatabase(path, true)
  try {
    const isOurs = readPragma(database, 'application_id') === APPLICATION
    return isOurs && readPragma(database, 'user_version') < newest
  } finally {
    database.close()
  }
}

function refuse(code: string, where: string): { ok: false; problem: Problem } {
  return { ok: false, problem: { code, where, values: {} } }
}

function openTables(
  path: string,
  { write, mostPages, migrations }: OpenOptions & { migrations: readonly string[] },
): { database: Database } | Problem {
  const database = openDatabase(path, write === undefined)
  try {
    const problem = checkTables(database, path, migrations.length)
    if (problem === undefined && write !== undefined) prepareTables(database, write, migrations)
    if (mostPages !== undefined) database.exec(`PRAGMA max_page_count = ${mostPages}`)
    if (problem !== undefined) database.close()
    return problem ?? { database }
  } catch (thrown) {
    database.close()
    throw thrown
  }
}

function readPragma(database: Database, name: string): number {
  return Number(Object.values(database.first(`PRAGMA ${name}`) ?? {})[0] ?? 0)
}

/** A record of ours is marked; a file without tables will be one. */
function checkTables(database: Database, path: string, newest: number): Problem | undefined {
  const tables = Number(database.first('SELECT COUNT(*) AS n FROM sqlite_schema')?.n ?? 0)
  const isOurs = readPragma(database, 'application_id') === APPLICATION
  if (tables > 0 && !isOurs) return { code: 'record-foreign', where: path, values: {} }
  if (readPragma(database, 'user_version') > newest) return { code: 'record-newer', where: path, values: {} }
  return undefined
}

function prepareTables(database: Database, gazette: Gazette, migrations: readonly string[]): void {
  database.exec('PRAGMA journal_mode = WAL')
  database.exec('PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 8000')
  raiseTables(database, migrations)
  const kept = database.first(`SELECT value FROM facts WHERE key = 'lexicon'`)?.value
  const hasGround = database.first(`SELECT 1 FROM facts WHERE key = 'ground'`) !== undefined
  if (kept !== gazette.version || !hasGround) inTransaction(database, () => writeNames(database, gazette))
}

const NAME = `INSERT OR REPLACE INTO names (list, id, name, en, kind, side, folded, within, lat, lon, precision, domain, family)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

/** Takes the steps that a record has not taken yet. */
function raiseTables(database: Database, migrations: readonly string[]): void {
  for (const [i, step] of migrations.entries()) {
    if (i < readPragma(database, 'user_version')) continue
    inTransaction(database, () =>
      database.exec(`${step}; PRAGMA user_version = ${i + 1}; PRAGMA application_id = ${APPLICATION}`),
    )
  }
}

function writeNames(database: Database, gazette: Gazette): void {
  database.exec('DELETE FROM names; DELETE FROM place_within')
  for (const list of ['actors', 'places', 'outlets'] as const) {
    for (const row of gazette[list]) writeName(database, list, row)
  }
  const within = new Map(gazette.places.map(({ id, within }) => [id, within]))
  for (const { id } of gazette.places) {
    for (const [steps, area] of findAreas(within, id).entries()) {
      database.run(
        'INSERT OR IGNORE INTO place_within (area, place, steps) VALUES (?, ?, ?)',
        area,
        id,
        steps,
      )
    }
  }
  writeGround(database, gazette.ground)
  database.run('INSERT OR IGNORE INTO unrelated (article) SELECT n FROM articles')
  database.run(`INSERT OR REPLACE INTO facts (key, value) VALUES ('lexicon', ?)`, gazette.version)
}

function writeName(database: Database, list: string, row: NameRow): void {
  const { id, name, en, kind, side, folded, within, lat, lon, precision, domain, family } = row
  database.run(NAME, list, id, name, en, kind, side, folded, within, lat, lon, precision, domain, family)
}

/**
 * What the tables hold decides which index is best; without these figures SQLite guesses. Where they cannot be written, on a full
 * disk, it guesses still.
 */
const MEASURE = 'PRAGMA analysis_limit = 1000; PRAGMA optimize'

function makeStore(database: Database, path: string, lock: Lock | undefined): Store {
  const folder = originalsFolder(path)
  const ground = keepGround(database)
  return {
    ...openRelations(database, { path, ground, forget: id => removeOriginal(folder, id) }),
    ...openReferences(database, { path, ground }),
    ...openExports(database, ground),
    ...openLenses(database, ground),
    ...openReviews(database, path),
    add: (entries, problems) =>
      attempt(path, () => {
        keepOriginals(folder, entries)
        return writeBatch(database, entries, problems)
      }),
    summary: async () => database.steady('summary', () => summarise(database)),
    findArticles: async (filter, part) => findArticles(database, filter, part),
    findArticle: async id => findArticle(database, id),
    resolveArticle: async name => resolveArticle(database, name),
    findOriginal: async id => findOriginal(folder, id),
    findClaims: async (filter, part) => findClaims(database, filter, part),
    findPlaces: async (words, part) =>
      database.steady(`places ${JSON.stringify([words, part])}`, () => findPlaces(database, words, part)),
    findPlace: async id => findPlace(database, id),
    findOutlets: async part =>
      database.steady(`outlets ${JSON.stringify(part)}`, () => findOutlets(database, part)),
    findActors: async part =>
      database.steady(`actors ${JSON.stringify(part)}`, () => findActors(database, part)),
    findProblems: async (code, part) => findProblems(database, code, part),
    findNames: async (kind, ids) => findNames(database, kind, ids),
    close: async () => {
      if (lock !== undefined) await attempt(path, () => database.exec(MEASURE))
      database.close()
      lock?.free()
    },
  }
}

function openReviews(database: Database, path: string): ReviewStore {
  return {
    review: async wish => {
      const written = await attempt(path, () => inTransaction(database, () => writeDecision(database, wish)))
      return written.ok ? written.value : written
    },
    findQueue: async (filter, part) => findQueue(database, filter, part),
    findReviews: async (filter, part) => findReviews(database, filter, part),
    reviewLines: () => reviewLines(database),
    verifyReviews: async () => verifyReviews(database),
  }
}

function keepOriginals(folder: string, entries: readonly Entry[]): void {
  const kept: string[] = []
  for (const { article, original } of entries) {
    if (original === null) continue
    writeOriginal(folder, article.id, original)
    kept.push(article.id)
  }
  flushFolders(folder, kept)
}

async function findOriginal(folder: string, id: string): Promise<Result<Uint8Array>> {
  const read = await attempt(id, () => readOriginal(folder, id))
  return read.ok ? read : refuse('original-missing', id)
}
