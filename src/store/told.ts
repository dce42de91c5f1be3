/** What dating reads of the articles of a record, and which of them tell the same. */

import { hasOwnWords } from '../record/dating/happenings.ts'
import { LEAST_RARER, MOST_TELLERS } from '../record/dating/links.ts'
import type { Told } from '../record/dating/told.ts'
import type { Database } from './database.ts'

/** Keeps what dating reads of an article; those whose dating that may change are to be dated again. */
export function writeTold(database: Database, article: number, told: Told): void {
  dropTold(database, article)
  const { details, ...rest } = told
  const isUndated = told.article.published === null
  const undated = isUndated ? 1 : 0
  const bytes = new Uint8Array(Float64Array.from(details).buffer)
  database.run(
    'INSERT INTO told (article, undated, details, told) VALUES (?, ?, ?, ?)',
    article,
    isUndated && hasOwnWords(told) ? 2 : undated,
    bytes,
    JSON.stringify(rest),
  )
  for (const detail of details) {
    database.run('INSERT INTO details (detail, undated, article) VALUES (?, ?, ?)', detail, undated, article)
    countTeller(database, detail, 1)
  }
  loosenLinked(database, article, details)
  if (isUndated) database.run('INSERT OR IGNORE INTO loose_anchors (article) VALUES (?)', article)
}

const LOOSEN_PARTNERS = `INSERT OR IGNORE INTO loose_anchors (article) SELECT article FROM told WHERE undated > 0 AND article IN (
  SELECT second FROM reuse WHERE first = ?1 UNION SELECT first FROM reuse WHERE second = ?1)`

/** Takes what dating reads of an article away; those whom it helped to date are to be dated again. */
export function dropTold(database: Database, article: number): void {
  const details = readDetails(database, article)
  if (details === undefined) return
  loosenLinked(database, article, details)
  database.run(LOOSEN_PARTNERS, article)
  database.run('DELETE FROM told WHERE article = ?', article)
  for (const detail of details) {
    database.run(
      'DELETE FROM details WHERE detail = ? AND undated IN (0, 1) AND article = ?',
      detail,
      article,
    )
    countTeller(database, detail, -1)
  }
  for (const table of ['anchors', 'loose_anchors', 'loose_datings'])
    database.run(`DELETE FROM ${table} WHERE article = ?`, article)
}

/** Where a detail becomes too common to link articles, or is so no more, all who tell it may be dated otherwise. */
function countTeller(database: Database, detail: number, step: 1 | -1): void {
  const row = database.first(
    `INSERT INTO detail_tellers (detail, tellers) VALUES (?, ?)
     ON CONFLICT DO UPDATE SET tellers = tellers + excluded.tellers RETURNING tellers`,
    detail,
    step,
  )
  const tellers = Number(row?.tellers)
  if (tellers === 0) database.run('DELETE FROM detail_tellers WHERE detail = ?', detail)
  if (tellers !== MOST_TELLERS + (step === 1 ? 1 : 0)) return
  database.run(
    'INSERT OR IGNORE INTO loose_anchors (article) SELECT article FROM details WHERE detail = ? AND undated = 1',
    detail,
  )
}

/** Where no article was dated yet, as in a record that is being made, all still are to be. */
function loosenLinked(database: Database, article: number, details: readonly number[]): void {
  if (database.first('SELECT 1 FROM anchors LIMIT 1') === undefined) return
  const likely = findLikely(database, article, { details, isUndated: true })
  database.run(
    'INSERT OR IGNORE INTO loose_anchors (article) SELECT value FROM json_each(?)',
    JSON.stringify(likely),
  )
}

/** The articles that share enough of the rarer details with one; of all, or of those without a date. */
export function findLikely(
  database: Database,
  article: number,
  { details, isUndated }: { readonly details: readonly number[]; readonly isUndated: boolean },
): number[] {
  const rows = database.all(
    `SELECT d.article FROM json_each(?) AS j
     CROSS JOIN detail_tellers AS t ON t.detail = j.value AND t.tellers <= ${MOST_TELLERS}
     CROSS JOIN details AS d ON d.detail = j.value AND d.undated ${isUndated ? '= 1' : 'IN (0, 1)'}
     WHERE d.article <> ? GROUP BY d.article HAVING COUNT(*) >= ${LEAST_RARER} ORDER BY d.article`,
    JSON.stringify(details),
    article,
  )
  return rows.map(row => Number(row.article))
}

function readDetails(database: Database, article: number): readonly number[] | undefined {
  const bytes = database.first('SELECT details FROM told WHERE article = ?', article)?.details
  return bytes instanceof Uint8Array ? unpackDetails(bytes) : undefined
}

function unpackDetails(bytes: Uint8Array): number[] {
  return [...new Float64Array(bytes.slice().buffer)]
}

/** What dating reads of an article; undefined where it is gone. */
export function readTold(database: Database, article: number): Told | undefined {
  const row = database.first('SELECT details, told FROM told WHERE article = ?', article)
  if (!(row?.details instanceof Uint8Array)) return undefined
  return { ...(JSON.parse(String(row.told)) as Omit<Told, 'details'>), details: unpackDetails(row.details) }
}
