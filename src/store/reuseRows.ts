/** Reuse into the tables of a record: each article is compared with those that share rare shingles with it. */
import type { Reading } from '../model.ts'
import type { Reuse } from '../record/relations.ts'
import { type Marked, markReading, relateMarked } from '../record/reuse/reuse.ts'
import { readShingles } from '../record/reuse/shingles.ts'
import type { Database } from './database.ts'
import { unpackReading } from './entry.ts'
import { noteBlocks } from './eventRows.ts'
import { dropPrint, findCandidates, findWorn, writePrint } from './postings.ts'

/** The reading of an article by its number; undefined where it is gone. */
export function readReading(database: Database, article: number): Reading | undefined {
  const row = database.first('SELECT text, reading FROM texts WHERE article = ?', article)
  return row?.reading instanceof Uint8Array ? unpackReading(row.reading, String(row.text)) : undefined
}

/** Takes the passages of an article away, and notes whom that concerns. */
export function loosenReuse(database: Database, article: number): void {
  database.run('DELETE FROM reuse WHERE first = ?1 OR second = ?1', article)
  database.run('DELETE FROM unpaired WHERE article = ?', article)
  dropPrint(database, article)
}

/** Keeps the shingles of a reading that has none yet; they are to be posted. */
export function printReading(database: Database, n: number, { article }: Reading): void {
  if (!hasPrint(database, n))
    writePrint(database, n, { outlet: article.outlet, shingles: readShingles(article) })
}

/** Words of articles kept at hand while many are compared: some 40 kB each. */
const MOST_MARKED = 4000

/** Compares articles with all that they may share passages with, one list after the other; each pair once. */
export function openPairing(database: Database): (articles: readonly number[]) => void {
  const done = new Set<number>()
  const mark = openMarks(database)
  return articles => {
    for (const [article, candidates] of findCandidates(database, articles)) {
      done.add(article)
      const others = candidates.filter(other => !done.has(other))
      writePairs(database, article, { others, done, mark })
    }
  }
}

type Mark = (article: number) => Marked | undefined

/** Articles with their words; those that were not asked for longest give way. */
function openMarks(database: Database): Mark {
  const kept = new Map<number, Marked | undefined>()
  return article => {
    const known = kept.has(article) ? kept.get(article) : markArticle(database, article)
    kept.delete(article)
    kept.set(article, known)
    if (kept.size > MOST_MARKED) kept.delete(kept.keys().next().value as number)
    return known
  }
}

function markArticle(database: Database, article: number): Marked | undefined {
  const reading = hasPrint(database, article) ? readReading(database, article) : undefined
  return reading && markReading(reading, findWorn(database, article))
}

/** False for an article that went, or was read anew, while others were compared. */
function hasPrint(database: Database, article: number): boolean {
  return database.first('SELECT 1 FROM prints WHERE article = ?', article) !== undefined
}

/** Those with whom an article was found to share passages before. */
function findPartners(database: Database, article: number): number[] {
  return database
    .all(
      `SELECT second AS other FROM reuse WHERE first = ?1
       UNION SELECT first FROM reuse WHERE second = ?1 ORDER BY other`,
      article,
    )
    .map(({ other }) => Number(other))
}

interface Pairs {
  /** Whom it may share passages with, but for those that were compared with it in their turn. */
  readonly others: readonly number[]
  readonly done: ReadonlySet<number>
  readonly mark: Mark
}

/** Events count copies as one origin: where a pair is new or gone, those of the article are related again. */
function writePairs(database: Database, article: number, { others, done, mark }: Pairs): void {
  const before = findPartners(database, article).filter(other => !done.has(other))
  for (const other of before) {
    database.run(
      'DELETE FROM reuse WHERE first = ?1 AND second = ?2 OR first = ?2 AND second = ?1',
      article,
      other,
    )
  }
  const own = mark(article)
  const now = others.filter(other => {
    const marked = mark(other)
    const reuse = own === undefined || marked === undefined ? null : relateMarked(own, marked)
    if (reuse !== null)
      writeReuse(database, reuse, { article, other, isFirst: reuse.articles[0] === own?.reading.article.id })
    return reuse !== null
  })
  if (String(now) === String(before)) return
  noteBlocks(database, article)
}

interface Sides {
  readonly article: number
  readonly other: number
  readonly isFirst: boolean
}

function writeReuse(database: Database, reuse: Reuse, { article, other, isFirst }: Sides): void {
  database.run(
    'INSERT INTO reuse (first, second, kind, reuse) VALUES (?, ?, ?, ?)',
    isFirst ? article : other,
    isFirst ? other : article,
    reuse.kind,
    JSON.stringify(reuse),
  )
}
