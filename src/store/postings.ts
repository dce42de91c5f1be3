/**
 * The index of shingles in a record. Looking an article up costs the same however large the record is: what many texts have is
 * common, noted once and not read again.
 */
import { isCandidate, type Print } from '../record/reuse/pairs.ts'
import { isWord } from '../record/reuse/shingles.ts'
import {
  type Bearer,
  COMMON,
  EVERYWHERE,
  findWornPlaces,
  LEAST_BEARERS,
  LEAST_COMMON,
  MOST_BEARERS,
  type Worn,
} from '../record/reuse/worn.ts'
import type { Database } from './database.ts'
import { readCell } from './find.ts'

/** Keeps the shingles of an article; they are to be posted. */
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
  database.run('INSERT OR IGNORE INTO unposted (article) VALUES (?)', article)
}

/** Takes the shingles of an article away; where one is not worn any more, those that have it are to be compared again. */
export function dropPrint(database: Database, article: number): void {
  const hashes = findHashes(database, article)
  for (const hash of hashes)
    database.run('DELETE FROM postings WHERE hash = ? AND article = ?', hash, article)
  for (const table of ['prints', 'unposted']) database.run(`DELETE FROM ${table} WHERE article = ?`, article)
  for (const hash of hashes) {
    if (database.first('SELECT 1 FROM worn WHERE hash = ? LIMIT 1', hash) !== undefined) wear(database, hash)
  }
}

function findHashes(database: Database, article: number): Uint32Array {
  return readHashes(database.first('SELECT hashes FROM prints WHERE article = ?', article)?.hashes)
}

function readHashes(bytes: unknown): Uint32Array {
  return bytes instanceof Uint8Array ? new Uint32Array(bytes.slice().buffer) : new Uint32Array()
}

/** Postings of one transaction: a second's work. In order and many at once, each page of the index is written once for many. */
const POSTINGS = 400_000
/** Articles that are looked at for as many. */
const ARTICLES = 4000
/** Room for the number of an article beside a hash in one exact number. */
const ROOM = 2 ** 21

/**
 * Posts shingles that were kept, as many as one transaction takes: their articles are to be compared, and those of which a
 * shingle has become worn. False where none are left.
 */
export function postPrints(database: Database): boolean {
  const postings = takePostings(database)
  let last = -1
  for (const posting of postings) {
    const hash = Math.floor(posting / ROOM)
    database.run('INSERT OR IGNORE INTO postings (hash, article) VALUES (?, ?)', hash, posting % ROOM)
  }
  for (const posting of postings) {
    const hash = Math.floor(posting / ROOM)
    if (hash !== last && isFrequent(database, hash)) wear(database, hash)
    last = hash
  }
  return postings.length > 0
}

function takePostings(database: Database): Float64Array {
  const rows = database.all(
    'SELECT u.article, p.hashes FROM unposted AS u JOIN prints AS p ON p.article = u.article ORDER BY u.article LIMIT ?',
    ARTICLES,
  )
  const postings: number[] = []
  for (const row of rows) {
    if (postings.length >= POSTINGS) break
    const article = Number(row.article)
    for (const hash of readHashes(row.hashes)) postings.push(hash * ROOM + article)
    database.run('DELETE FROM unposted WHERE article = ?', article)
    database.run('INSERT OR IGNORE INTO unpaired (article) VALUES (?)', article)
  }
  return Float64Array.from(postings).sort()
}

/** True for a hash that enough articles have to wear it, and that is not common already. */
function isFrequent(database: Database, hash: number): boolean {
  const least = isWord(hash) ? LEAST_COMMON : LEAST_BEARERS
  const last = database.first('SELECT 1 FROM postings WHERE hash = ? LIMIT 1 OFFSET ?', hash, least - 1)
  return last !== undefined && !isCommon(database, hash)
}

function isCommon(database: Database, hash: number): boolean {
  return database.first('SELECT 1 FROM worn WHERE hash = ? AND place = ?', hash, COMMON) !== undefined
}

/** Notes where a hash is worn now; where that is not as before, those whom it concerns are to be compared again. */
function wear(database: Database, hash: number): void {
  const rows = database.all(
    `SELECT p.article, r.outlet, r.signature FROM postings AS p JOIN prints AS r ON r.article = p.article
     WHERE p.hash = ? LIMIT ?`,
    hash,
    MOST_BEARERS + 1,
  )
  const places = findWornPlaces(rows.map(readBearer))
  const now = isWord(hash) ? places.filter(place => place === COMMON) : places
  const before = database
    .all('SELECT place FROM worn WHERE hash = ? ORDER BY place', hash)
    .map(({ place }) => String(place))
  if (now.length === before.length && now.every((place, i) => place === before[i])) return
  database.run('DELETE FROM worn WHERE hash = ?', hash)
  for (const place of now) database.run('INSERT INTO worn (hash, place) VALUES (?, ?)', hash, place)
  const bearers = JSON.stringify(rows.map(({ article }) => Number(article)))
  database.run(isWord(hash) && now.length > 0 ? LOOSEN_PAIRS : LOOSEN_BEARERS, bearers)
}

/** A worn run is no evidence any more in any comparison of its bearers. */
const LOOSEN_BEARERS = 'INSERT OR IGNORE INTO unpaired (article) SELECT value FROM json_each(?)'
/** A word that has become common can only part those that were found to share passages. */
const LOOSEN_PAIRS = `INSERT OR IGNORE INTO unpaired (article)
  SELECT r.first FROM json_each(?1) AS j CROSS JOIN reuse AS r ON r.first = j.value
  WHERE r.second IN (SELECT value FROM json_each(?1))`

function readBearer({ outlet, signature }: Readonly<Record<string, unknown>>): Bearer {
  return { outlet: readCell(outlet as string | null), signature: Number(signature) }
}

/** The articles that may share passages with each of these, by number. */
export function findCandidates(
  database: Database,
  articles: readonly number[],
): ReadonlyMap<number, readonly number[]> {
  const read = openBearers(database)
  return new Map(
    articles.map(article => [article, findSharing(findHashes(database, article), article, read)]),
  )
}

function findSharing(
  hashes: Uint32Array,
  article: number,
  read: (hash: number) => readonly number[],
): number[] {
  const shared = new Map<number, number>()
  for (const hash of hashes) for (const other of read(hash)) shared.set(other, (shared.get(other) ?? 0) + 1)
  shared.delete(article)
  return [...shared].flatMap(([other, count]) => (isCandidate(count) ? [other] : [])).sort((a, b) => a - b)
}

const NOBODY: readonly number[] = []

/** Who has a hash that is not common; none where it has one bearer. Each is read once. */
function openBearers(database: Database): (hash: number) => readonly number[] {
  const known = new Map<number, readonly number[]>()
  return hash => {
    const kept = known.get(hash)
    if (kept !== undefined) return kept
    const bearers = readBearers(database, hash)
    known.set(hash, bearers)
    return bearers
  }
}

function readBearers(database: Database, hash: number): readonly number[] {
  const first = listBearers(database, hash, LEAST_COMMON)
  if (first.length < 2) return NOBODY
  if (first.length < LEAST_COMMON) return first
  return isCommon(database, hash) ? NOBODY : listBearers(database, hash, MOST_BEARERS)
}

function listBearers(database: Database, hash: number, most: number): number[] {
  return database
    .all('SELECT article FROM postings WHERE hash = ? LIMIT ?', hash, most)
    .map(({ article }) => Number(article))
}

/** What is worn of an article's shingles. */
export function findWorn(database: Database, article: number): Worn {
  const outlet = readCell(database.first('SELECT outlet FROM prints WHERE article = ?', article)?.outlet)
  const [everywhere, common] = [new Set<number>(), new Set<number>()]
  const own = new Set<number>()
  for (const hash of findHashes(database, article)) {
    if (isWord(hash)) continue
    for (const { place } of database.all('SELECT place FROM worn WHERE hash = ?', hash)) {
      if (place === EVERYWHERE) everywhere.add(hash)
      if (place === COMMON) common.add(hash)
      if (place === outlet) own.add(hash)
    }
  }
  return { common, everywhere, outlets: new Map(outlet === null ? [] : [[outlet, own]]) }
}
