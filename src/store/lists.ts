/** The short lists of a record: places, outlets, actors, problems, names; and its summary. */
import { basename } from 'node:path'
import { FAMILIES, type Family, type Result } from '../model.ts'
import { foldWord } from '../text/fold.ts'
import type { Database, Listing, Row, Where } from './database.ts'
import { readPart } from './database.ts'
import { FIRST_DAY, LAST_DAY } from './entry.ts'
import { ARTICLE_COLUMNS, readArticleRow, readCell } from './find.ts'
import type {
  ActorRow,
  KeptProblem,
  Named,
  NameKind,
  OutletRow,
  Page,
  Part,
  PlaceRow,
  Summary,
} from './store.ts'

/** The columns of a place in a list; `p` is a row of `names`, `t` has its claims and articles. */
export const PLACE_COLUMNS = `p.id, p.name, p.en, p.kind, p.within, p.lat, p.lon, p.precision,
  coalesce(t.claims, 0) AS claims, coalesce(t.articles, 0) AS articles`

/** Claims and articles by place, those within it too. */
export const PLACE_TALLY =
  '(SELECT place, SUM(claims) AS claims, COUNT(*) AS articles FROM article_places GROUP BY place) AS t'

const NOTHING = { sql: [], values: [] }

/** A row of `PLACE_COLUMNS` as a place in a list. */
export function readPlaceRow(row: Row): PlaceRow {
  return {
    id: String(row.id),
    name: String(row.name),
    en: String(row.en),
    kind: String(row.kind),
    within: readCell(row.within),
    lat: row.lat === null ? null : Number(row.lat),
    lon: row.lon === null ? null : Number(row.lon),
    precision: String(row.precision),
    claims: Number(row.claims),
    articles: Number(row.articles),
  }
}

/** The places that have claims, most claims first; only those of whose names `words` is a part, where words are given. */
export function findPlaces(
  database: Database,
  words: string | undefined,
  part: Part,
): Result<Page<PlaceRow>> {
  const folded = foldWord(words ?? '').trim()
  const where = folded === '' ? NOTHING : { sql: ['instr(p.folded, ?) > 0'], values: [folded] }
  const listing = {
    select: PLACE_COLUMNS,
    from: `${PLACE_TALLY} JOIN names AS p ON p.list = 'places' AND p.id = t.place`,
    where,
    order: ['t.claims', 'p.id'],
  } as const
  return mapPage(readPart(database, listing, part), readPlaceRow)
}

/** Outlets with what the record holds of each. */
export function outletListing(where: Where): Listing {
  const tally = `(SELECT outlet, COUNT(*) AS articles, SUM(claims) AS claims,
    MIN(nullif(from_day, '${FIRST_DAY}')) AS first, MAX(nullif(to_day, '${LAST_DAY}')) AS last
    FROM articles WHERE outlet IS NOT NULL GROUP BY outlet) AS t`
  return {
    select: 't.outlet, t.articles, t.claims, t.first, t.last, p.name, p.en, p.domain, p.family, p.kind',
    from: `${tally} LEFT JOIN names AS p ON p.list = 'outlets' AND p.id = t.outlet`,
    where,
    order: ['t.articles', 't.outlet'],
  }
}

/** The outlets of the record, most articles first. */
export function findOutlets(database: Database, part: Part): Result<Page<OutletRow>> {
  return mapPage(readPart(database, outletListing(NOTHING), part), readOutletRow)
}

/** A row of `outletListing` as an outlet in a list. */
export function readOutletRow(row: Row): OutletRow {
  return {
    id: String(row.outlet),
    name: readCell(row.name) ?? String(row.outlet),
    en: readCell(row.en) ?? '',
    domain: readCell(row.domain),
    family: readCell(row.family),
    articles: Number(row.articles),
    claims: Number(row.claims),
    first: readCell(row.first),
    last: readCell(row.last),
  }
}

/** The actors that claims name, most claims first. */
export function findActors(database: Database, part: Part): Result<Page<ActorRow>> {
  const tally =
    '(SELECT actor, SUM(claims) AS claims, COUNT(*) AS articles FROM article_actors GROUP BY actor) AS t'
  const listing = {
    select: 't.actor, t.claims, t.articles, p.name, p.en, p.kind, p.side',
    from: `${tally} LEFT JOIN names AS p ON p.list = 'actors' AND p.id = t.actor`,
    where: NOTHING,
    order: ['t.claims', 't.actor'],
  } as const
  return mapPage(readPart(database, listing, part), row => ({
    id: String(row.actor),
    name: readCell(row.name) ?? String(row.actor),
    en: readCell(row.en) ?? '',
    kind: readCell(row.kind) ?? '',
    side: readCell(row.side) ?? '',
    claims: Number(row.claims),
    articles: Number(row.articles),
  }))
}

/** What could not be read, the last met first. */
export function findProblems(
  database: Database,
  code: string | undefined,
  part: Part,
): Result<Page<KeptProblem>> {
  const listing = {
    select: 'code, "where", "values", at',
    from: 'problems',
    where: code === undefined ? NOTHING : { sql: ['code = ?'], values: [code] },
    order: ['at', 'n'],
  } as const
  return mapPage(readPart(database, listing, part), row => ({
    code: String(row.code),
    where: String(row.where),
    values: JSON.parse(String(row.values)) as KeptProblem['values'],
    at: String(row.at),
  }))
}

function mapPage<T>(found: Result<Page<Row>>, read: (row: Row) => T): Result<Page<T>> {
  return found.ok ? { ok: true, value: { ...found.value, items: found.value.items.map(read) } } : found
}

/** Names of ids; those without a row are left out. */
export function findNames(
  database: Database,
  kind: NameKind,
  ids: ReadonlySet<string>,
): Record<string, Named> {
  const rows = database.all(
    'SELECT id, name, en, kind, side FROM names WHERE list = ? AND id IN (SELECT value FROM json_each(?))',
    kind,
    JSON.stringify([...ids]),
  )
  return Object.fromEntries(
    rows.map(row => [
      String(row.id),
      { name: String(row.name), en: String(row.en), kind: String(row.kind), side: String(row.side) },
    ]),
  )
}

/** What the record holds. */
export function summarise(database: Database): Summary {
  const count = (sql: string) => Number(database.first(sql)?.n ?? 0)
  const days = database.first(
    `SELECT MIN(nullif(from_day, '${FIRST_DAY}')) AS first, MAX(nullif(to_day, '${LAST_DAY}')) AS last FROM articles`,
  )
  const byFamily = new Map(
    database
      .all('SELECT family, COUNT(*) AS n FROM claims WHERE optional = 0 GROUP BY family')
      .map(row => [String(row.family), Number(row.n)]),
  )
  return {
    articles: count('SELECT COUNT(*) AS n FROM articles'),
    claims: [...byFamily.values()].reduce((sum, n) => sum + n, 0),
    optional: count('SELECT COUNT(*) AS n FROM claims WHERE optional = 1'),
    places: count('SELECT COUNT(DISTINCT place) AS n FROM claim_places'),
    outlets: count('SELECT COUNT(DISTINCT outlet) AS n FROM articles'),
    actors: count('SELECT COUNT(DISTINCT actor) AS n FROM article_actors'),
    problems: count('SELECT COUNT(*) AS n FROM problems'),
    undated: count('SELECT COUNT(*) AS n FROM articles WHERE published IS NULL'),
    first: readCell(days?.first),
    last: readCell(days?.last),
    families: (Object.keys(FAMILIES) as Family[]).map(family => ({
      family,
      claims: byFamily.get(family) ?? 0,
    })),
    problemCodes: database
      .all('SELECT code, COUNT(*) AS n FROM problems GROUP BY code ORDER BY n DESC, code')
      .map(row => ({ code: String(row.code), count: Number(row.n) })),
    lexicon: readCell(database.first(`SELECT value FROM facts WHERE key = 'lexicon'`)?.value),
    record: basename(database.path),
    newest: database
      .all(`SELECT ${ARTICLE_COLUMNS} FROM articles AS a ORDER BY a.day DESC, a.n DESC LIMIT 10`)
      .map(readArticleRow),
  }
}
