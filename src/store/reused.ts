/** What an article shares with others, out of a record; how many claims speak of each day; where places lie. */
import { findDays } from '../record/days.ts'
import type { Reuse } from '../record/relations.ts'
import type { Database } from './database.ts'
import { FIRST_DAY, LAST_DAY } from './entry.ts'
import { ARTICLE_COLUMNS, readArticleRow } from './find.ts'
import type { ArticleRow } from './store.ts'

/** Reuse as one article sees it. `isFirst`: this article is the copied one, or the first by id. */
export interface ArticleReuse {
  readonly reuse: Reuse
  readonly other: ArticleRow
  readonly isFirst: boolean
}

/** What an article shares with others, those that share most of it first; undefined where the record has none of that id. */
export function findReuse(database: Database, id: string): ArticleReuse[] | undefined {
  const row = database.first('SELECT n FROM articles WHERE id = ?', id)
  if (row === undefined) return undefined
  const n = Number(row.n)
  const rows = database.all('SELECT first, second, reuse FROM reuse WHERE first = ?1 OR second = ?1', n)
  const found = rows.flatMap(({ first, second, reuse }): ArticleReuse[] => {
    const other = database.first(
      `SELECT ${ARTICLE_COLUMNS} FROM articles AS a WHERE a.n = ?`,
      Number(first) === n ? Number(second) : Number(first),
    )
    if (other === undefined) return []
    const kept = JSON.parse(String(reuse)) as Reuse
    return [{ reuse: kept, other: readArticleRow(other), isFirst: kept.articles[0] === id }]
  })
  const share = ({ reuse, isFirst }: ArticleReuse) => reuse.shares[isFirst ? 0 : 1]
  return found.sort((a, b) => share(b) - share(a) || (a.other.id < b.other.id ? -1 : 1))
}

/** How many claims speak of a day. */
export interface DayCount {
  readonly day: string
  readonly claims: number
}

/** By day the claims of a family, or of all, whose text or article gives one day; longer times are left out. */
export function findDayCounts(database: Database, family: string | undefined): DayCount[] {
  return database.steady(`days ${family ?? ''}`, () => countDays(database, family))
}

function countDays(database: Database, family: string | undefined): DayCount[] {
  const rows = database.all(
    `SELECT day, COUNT(*) AS claims FROM claims
     WHERE optional = 0 AND from_day = to_day AND day > '${FIRST_DAY}' AND day < '${LAST_DAY}' AND (?1 IS NULL OR family = ?1)
     GROUP BY day ORDER BY day`,
    family ?? null,
  )
  return rows
    .map(({ day, claims }) => ({ day: String(day), claims: Number(claims) }))
    .filter(({ day }) => findDays(day).from === day)
}

/** Where a place lies: coordinates are `null` where the gazetteer has none. */
export interface PlacePoint {
  readonly lat: number | null
  readonly lon: number | null
  readonly precision: string
}

/** Where places lie, by id; those without a row are left out. */
export function findPoints(database: Database, ids: ReadonlySet<string>): Record<string, PlacePoint> {
  const rows = database.all(
    `SELECT id, lat, lon, precision FROM names WHERE list = 'places' AND id IN (SELECT value FROM json_each(?))`,
    JSON.stringify([...ids]),
  )
  const read = (value: unknown) => (value === null ? null : Number(value))
  return Object.fromEntries(
    rows.map(({ id, lat, lon, precision }) => [
      String(id),
      { lat: read(lat), lon: read(lon), precision: String(precision) },
    ]),
  )
}
