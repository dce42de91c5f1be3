/** Reuse into the tables of a record: each article is compared with those that share rare shingles with it. */
import type { Reading } from '../model.ts'
import { isCandidate } from '../record/reuse/pairs.ts'
import { type Marked, markReading, relateMarked } from '../record/reuse/reuse.ts'
import { readShingles } from '../record/reuse/shingles.ts'
import type { Database } from './database.ts'
import { unpackReading } from './entry.ts'
import { dropPrint, openPostings, writePrint } from './postings.ts'

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

/** Keeps the shingles of articles; they are to be compared. */
export function writePrints(database: Database, articles: readonly number[]): void {
  for (const article of articles) {
    dropPrint(database, article)
    const reading = readReading(database, article)
    if (reading === undefined) continue
    writePrint(database, article, { outlet: reading.article.outlet, shingles: readShingles(reading.article) })
    database.run('INSERT OR IGNORE INTO unpaired (article) VALUES (?)', article)
  }
}

/** Words of articles kept at hand while many are compared: some 20 kB each. */
const MOST_MARKED = 2000

/** Compares articles with all that they may share passages with, one list after the other. */
export function openPairing(database: Database): (articles: readonly number[]) => void {
  const done = new Set<number>()
  const postings = openPostings(database, done)
  const kept = new Map<number, Marked | undefined>()
  const mark = (article: number): Marked | undefined => {
    if (kept.has(article)) return kept.get(article)
    if (kept.size >= MOST_MARKED) kept.clear()
    const reading = hasPrint(database, article) ? readReading(database, article) : undefined
    const marked = reading === undefined ? undefined : markReading(reading, postings.findWorn(article))
    kept.set(article, marked)
    return marked
  }
  const pair = (article: number): void => {
    done.add(article)
    const shared = postings.countShared(article)
    const found = [...shared.keys()].filter(other => isCandidate(shared.get(other) ?? 0))
    const partners = findPartners(database, article)
    const still = partners.filter(other => isCandidate(postings.countShared(other).get(article) ?? 0))
    const others = new Set([...found, ...still].filter(other => hasPrint(database, other)))
    writePairs(database, article, { partners, others, mark })
  }
  return articles => {
    for (const article of articles) pair(article)
  }
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
  readonly partners: readonly number[]
  readonly others: ReadonlySet<number>
  readonly mark: (article: number) => Marked | undefined
}

/** Events count copies as one origin: where a pair is new or gone, those of the article are related again. */
function writePairs(database: Database, article: number, { partners, others, mark }: Pairs): void {
  database.run('DELETE FROM reuse WHERE first = ?1 OR second = ?1', article)
  const own = mark(article)
  const now = [...others]
    .sort((a, b) => a - b)
    .filter(other => {
      const marked = mark(other)
      const reuse = own === undefined || marked === undefined ? null : relateMarked(own, marked)
      if (reuse === null) return false
      const isFirst = reuse.articles[0] === own?.reading.article.id
      database.run(
        'INSERT INTO reuse (first, second, kind, reuse) VALUES (?, ?, ?, ?)',
        isFirst ? article : other,
        isFirst ? other : article,
        reuse.kind,
        JSON.stringify(reuse),
      )
      return true
    })
  if (String(now) === String(partners)) return
  database.run(
    'INSERT OR IGNORE INTO loose_blocks (block) SELECT block FROM event_blocks WHERE article = ?',
    article,
  )
}
