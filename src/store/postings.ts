/**
 * The index of shingles in a record. What it costs to look an article up does not grow with the record: common shingles are
 * counted up to a limit and never listed.
 */
import { chooseRare, type Print } from '../record/reuse/pairs.ts'
import { isWornAtOutlet, isWornEverywhere, type Worn } from '../record/reuse/worn.ts'
import type { Database } from './database.ts'
import { readCell } from './find.ts'

/** Bearers of a shingle that are read: no article looks one up that more have (`chooseRare`). */
const MOST_BEARERS = 401
/** Shingles whose bearers are kept at hand. */
const MOST_KEPT = 100_000

interface Bearer {
  readonly article: number
  readonly outlet: string | null
  readonly signature: number
}

/** What is known of a shingle: who has it, and where it is worn. `''` stands for everywhere. */
interface Shingle {
  readonly bearers: readonly Bearer[]
  readonly worn: ReadonlySet<string>
}

/** The index as it is while articles are compared. */
export interface Postings {
  /** For each article that shares shingles which this one looks up, how many. */
  readonly countShared: (article: number) => ReadonlyMap<number, number>
  /** What is worn of an article's shingles. */
  readonly findWorn: (article: number) => Worn
}

const EVERYWHERE = ''
const NONE: ReadonlySet<number> = new Set()

/** Keeps the shingles of an article. */
export function writePrint(database: Database, article: number, { outlet, shingles }: Print): void {
  const { hashes, signature } = shingles
  const bytes = new Uint8Array(hashes.buffer, hashes.byteOffset, hashes.byteLength)
  database.run(
    'INSERT INTO prints (article, outlet, signature, hashes) VALUES (?, ?, ?, ?)',
    article,
    outlet,
    signature,
    bytes,
  )
  for (const hash of hashes) database.run('INSERT INTO postings (hash, article) VALUES (?, ?)', hash, article)
}

/** Takes the shingles of an article away; where one is not worn any more, those that have it are to be compared again. */
export function dropPrint(database: Database, article: number): void {
  const hashes = findHashes(database, article)
  for (const hash of hashes)
    database.run('DELETE FROM postings WHERE hash = ? AND article = ?', hash, article)
  database.run('DELETE FROM prints WHERE article = ?', article)
  for (const hash of hashes) {
    if (database.first('SELECT 1 FROM worn WHERE hash = ? LIMIT 1', hash) !== undefined)
      readShingle(database, hash, NONE)
  }
}

function findHashes(database: Database, article: number): Uint32Array {
  const bytes = database.first('SELECT hashes FROM prints WHERE article = ?', article)?.hashes
  return bytes instanceof Uint8Array ? new Uint32Array(bytes.slice().buffer) : new Uint32Array()
}

/**
 * Opens the index for comparing. What it has read stays as it was: what comes meanwhile has its turn when it is opened next.
 * Articles in `done` were compared with the index as it is and need not be again, whatever turns out to be worn.
 */
export function openPostings(database: Database, done: ReadonlySet<number>): Postings {
  const kept = new Map<number, Shingle>()
  const find = (hash: number): Shingle => {
    const known = kept.get(hash)
    if (known !== undefined) return known
    if (kept.size >= MOST_KEPT) kept.clear()
    const shingle = readShingle(database, hash, done)
    kept.set(hash, shingle)
    return shingle
  }
  const outletOf = (article: number) =>
    readCell(database.first('SELECT outlet FROM prints WHERE article = ?', article)?.outlet)
  return {
    countShared: article =>
      countShared(article, { hashes: findHashes(database, article), find, outlet: outletOf(article) }),
    findWorn: article => {
      const outlet = outletOf(article)
      const hashes = [...findHashes(database, article)]
      const own = outlet === null ? [] : hashes.filter(hash => find(hash).worn.has(outlet))
      return {
        everywhere: new Set(hashes.filter(hash => find(hash).worn.has(EVERYWHERE))),
        outlets: new Map(outlet === null ? [] : [[outlet, new Set(own)]]),
      }
    },
  }
}

interface Lookup {
  readonly hashes: Uint32Array
  readonly outlet: string | null
  readonly find: (hash: number) => Shingle
}

function countShared(article: number, { hashes, outlet, find }: Lookup): Map<number, number> {
  const isFree = (hash: number) => outlet === null || !find(hash).worn.has(outlet)
  const frequencies = [...hashes].filter(isFree).map(hash => ({ hash, articles: find(hash).bearers.length }))
  const shared = new Map<number, number>()
  for (const hash of chooseRare(frequencies)) {
    const { bearers, worn } = find(hash)
    for (const other of bearers) {
      if (other.article === article || (other.outlet !== null && worn.has(other.outlet))) continue
      shared.set(other.article, (shared.get(other.article) ?? 0) + 1)
    }
  }
  return shared
}

/** Reads a shingle; where it has become worn, or is not any more, those that have it are to be compared again. */
function readShingle(database: Database, hash: number, done: ReadonlySet<number>): Shingle {
  const bearers = database
    .all(
      `SELECT p.article, r.outlet, r.signature FROM postings AS p JOIN prints AS r ON r.article = p.article
       WHERE p.hash = ? ORDER BY p.article LIMIT ?`,
      hash,
      MOST_BEARERS,
    )
    .map(row => ({
      article: Number(row.article),
      outlet: readCell(row.outlet),
      signature: Number(row.signature),
    }))
  const worn = findWornAt(database, bearers)
  const before = database.all('SELECT place FROM worn WHERE hash = ? ORDER BY place', hash)
  const now = [...worn].sort()
  if (now.join('|') !== before.map(({ place }) => place).join('|')) {
    const again = bearers.flatMap(({ article }) => (done.has(article) ? [] : [article]))
    keepWorn(database, hash, { now, again })
  }
  return { bearers, worn }
}

function findWornAt(database: Database, bearers: readonly Bearer[]): Set<string> {
  const worn = new Set<string>()
  if (isWornEverywhere(countSignatures(bearers))) worn.add(EVERYWHERE)
  for (const [outlet, own] of Map.groupBy(bearers, bearer => bearer.outlet)) {
    const texts = countSignatures(own)
    if (outlet === null || !isWornAtOutlet(texts, 0)) continue
    if (isWornAtOutlet(texts, countPages(database, outlet))) worn.add(outlet)
  }
  return worn
}

function countSignatures(bearers: readonly Bearer[]): number {
  return new Set(bearers.map(({ signature }) => signature)).size
}

function countPages(database: Database, outlet: string): number {
  return Number(
    database.first('SELECT COUNT(DISTINCT signature) AS n FROM prints WHERE outlet = ?', outlet)?.n ?? 0,
  )
}

function keepWorn(
  database: Database,
  hash: number,
  { now, again }: { now: readonly string[]; again: readonly number[] },
): void {
  database.run('DELETE FROM worn WHERE hash = ?', hash)
  for (const place of now) database.run('INSERT INTO worn (hash, place) VALUES (?, ?)', hash, place)
  for (const article of again) database.run('INSERT OR IGNORE INTO unpaired (article) VALUES (?)', article)
}
