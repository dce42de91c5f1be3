/** The page of a place: what holds it, what it holds, and its claims over time, one line for each voice. */
import type { Claim, Family, SourceKind } from '../model.ts'
import type { Database, Row } from './database.ts'
import { FIRST_DAY, LAST_DAY } from './entry.ts'
import { readCell } from './find.ts'
import { readPlaceRow } from './lists.ts'
import type { PlacePage, PlaceRow, Point, Voice } from './store.ts'

/** A page draws one ribbon a voice: more than this no eye compares. */
const MOST_VOICES = 60
/** Points of one ribbon; a screen is some 1,000 pixels wide. */
const MOST_POINTS = 400
/** Claims that one page is made of, the newest: they are read in some 30 ms, and no one reads more of them on one page. */
const MOST_CLAIMS = 1000

/** The page of a place; undefined where the gazetteer has none of that id. */
export function findPlace(database: Database, id: string): PlacePage | undefined {
  const place = findRow(database, id)
  if (place === undefined) return undefined
  const rows = findClaims(database, place)
  const groups = [...Map.groupBy(rows, ({ root }) => String(root))]
    .map(([key, own]) => ({ key, own }))
    .sort((a, b) => b.own.length - a.own.length || (a.key < b.key ? -1 : 1))
  const within = findWithin(database, id)
  const voices = groups.slice(0, MOST_VOICES).map(({ key, own }) => readVoice(key, own, within))
  return {
    place,
    chain: findChain(database, id),
    inside: findInside(database, id),
    voices,
    others: groups.length - voices.length,
    newest: rows.length < place.claims ? rows.length : null,
    ...findEnds(rows),
  }
}

/** First and last day of claims that have days. */
function findEnds(rows: readonly Row[]): Pick<PlacePage, 'first' | 'last'> {
  const days = (column: 'from_day' | 'to_day', none: string) =>
    rows
      .map(row => String(row[column]))
      .filter(day => day !== none)
      .sort()
  return {
    first: days('from_day', FIRST_DAY)[0] ?? null,
    last: days('to_day', LAST_DAY).at(-1) ?? null,
  }
}

function findWithin(database: Database, id: string): Set<string> {
  const rows = database.all('SELECT place FROM place_within WHERE area = ?', id)
  return new Set(rows.map(({ place }) => String(place)))
}

/** Claims of a place or of one within it that count, from the newest articles, no more than a page is made of. */
function findClaims(database: Database, place: PlaceRow): Row[] {
  const rows = database.all(
    `SELECT c.root, c.root_text, c.root_kind, c.root_actor, c.claim, c.family, c.from_day, c.to_day, c.dated, a.id AS article,
       a.outlet
     FROM claims AS c JOIN articles AS a ON a.n = c.article
     WHERE c.optional = 0 AND c.n IN (SELECT k.n FROM claims AS k
       WHERE k.article IN (SELECT value FROM json_each(?)) AND EXISTS
         (SELECT 1 FROM claim_places AS p JOIN place_within AS w ON w.place = p.place AND w.area = ? WHERE p.claim = k.n))
     ORDER BY c.dated = 'none', c.day, c.n`,
    JSON.stringify(findNewest(database, place)),
    place.id,
  )
  return rows
}

/** Numbers of the newest articles with claims of a place, until there are as many as a page is made of. */
function findNewest(database: Database, { id, articles }: PlaceRow): number[] {
  // Of a place that is everywhere the days are walked; of one that is rare its articles are sorted.
  const tables = ['articles AS a', 'article_places AS p']
  const from = (articles > MOST_CLAIMS ? tables : tables.toReversed()).join(' CROSS JOIN ')
  const rows = database.all(
    `SELECT a.n, p.claims FROM ${from} WHERE p.article = a.n AND p.place = ?
     ORDER BY a.day DESC, a.n DESC LIMIT ${MOST_CLAIMS}`,
    id,
  )
  let seen = 0
  const end = rows.findIndex(({ claims }) => {
    seen += Number(claims)
    return seen >= MOST_CLAIMS
  })
  return rows.slice(0, end < 0 ? rows.length : end + 1).map(({ n }) => Number(n))
}

/** A place of the gazetteer with its own tally: one place costs its own claims, not everyone's. */
const PLACE = `SELECT p.id, p.name, p.en, p.kind, p.within, p.lat, p.lon, p.precision,
    (SELECT coalesce(SUM(t.claims), 0) FROM article_places AS t WHERE t.place = p.id) AS claims,
    (SELECT COUNT(*) FROM article_places AS t WHERE t.place = p.id) AS articles
  FROM names AS p`

function findRow(database: Database, id: string): PlaceRow | undefined {
  const row = database.first(`${PLACE} WHERE p.list = 'places' AND p.id = ?`, id)
  return row === undefined ? undefined : readPlaceRow(row)
}

function findChain(database: Database, id: string): PlaceRow[] {
  return database
    .all(
      `${PLACE} JOIN place_within AS w ON w.area = p.id
       WHERE p.list = 'places' AND w.place = ? AND w.steps > 0 ORDER BY w.steps`,
      id,
    )
    .map(readPlaceRow)
}

function findInside(database: Database, id: string): PlaceRow[] {
  return database
    .all(`${PLACE} WHERE p.list = 'places' AND p.within = ? AND claims > 0 ORDER BY claims DESC, p.id`, id)
    .map(readPlaceRow)
}

/** A voice from the rows of its claims. */
function readVoice(key: string, rows: readonly Row[], within: ReadonlySet<string>): Voice {
  const [first] = rows
  const outlets = new Set(rows.flatMap(({ outlet }) => readCell(outlet) ?? []))
  return {
    key,
    text: String(first?.root_text),
    kind: first?.root_kind as SourceKind | 'own',
    actor: readCell(first?.root_actor),
    claims: rows.length,
    articles: new Set(rows.map(({ article }) => article)).size,
    outlets: [...outlets].sort(),
    points: rows.slice(0, MOST_POINTS).map(row => readPoint(row, within)),
  }
}

function readPoint(row: Row, within: ReadonlySet<string>): Point {
  const claim = JSON.parse(String(row.claim)) as Claim
  const place = claim.places.find(({ place }) => place !== null && within.has(place))
  return {
    claim: claim.id,
    article: String(row.article),
    type: claim.type,
    family: row.family as Family,
    modality: claim.modality,
    stance: claim.stance,
    agent: claim.agent.map(({ actor, text }) => ({ actor, text })),
    place: place?.place ?? '',
    role: place?.role ?? 'at',
    from: row.from_day === FIRST_DAY ? null : String(row.from_day),
    to: row.to_day === LAST_DAY ? null : String(row.to_day),
    dated: row.dated as Point['dated'],
    evidence: claim.evidence,
  }
}
