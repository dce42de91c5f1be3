/** The page of a place: what holds it, what it holds, and its claims over time, one line for each voice. */
import type { Claim, Family, SourceKind } from '../model.ts'
import type { Database, Row } from './database.ts'
import { FIRST_DAY, LAST_DAY } from './entry.ts'
import { readCell } from './find.ts'
import { PLACE_COLUMNS, PLACE_TALLY, readPlaceRow } from './lists.ts'
import type { PlacePage, PlaceRow, Point, Voice } from './store.ts'

/** A page draws one ribbon a voice: more than this no eye compares. */
const MOST_VOICES = 60
/** Points of one ribbon; a screen is some 1,000 pixels wide. */
const MOST_POINTS = 400

/** Claims of a place or of one within it that count; `?` is the place. */
const CLAIMS = `claims AS c WHERE c.optional = 0 AND c.n IN
  (SELECT p.claim FROM place_within AS w JOIN claim_places AS p ON p.place = w.place WHERE w.area = ?)`

/** The page of a place; undefined where the gazetteer has none of that id. */
export function findPlace(database: Database, id: string): PlacePage | undefined {
  const place = findRow(database, id)
  if (place === undefined) return undefined
  const voices = findVoices(database, id)
  const days = database.first(
    `SELECT MIN(nullif(from_day, '${FIRST_DAY}')) AS first, MAX(nullif(to_day, '${LAST_DAY}')) AS last FROM ${CLAIMS}`,
    id,
  )
  const all = database.first(`SELECT COUNT(DISTINCT c.root) AS n FROM ${CLAIMS}`, id)
  return {
    place,
    chain: findChain(database, id),
    inside: findInside(database, id),
    voices,
    others: Number(all?.n ?? 0) - voices.length,
    first: readCell(days?.first),
    last: readCell(days?.last),
  }
}

const TALLIED = `names AS p LEFT JOIN ${PLACE_TALLY} ON t.place = p.id`

function findRow(database: Database, id: string): PlaceRow | undefined {
  const row = database.first(
    `SELECT ${PLACE_COLUMNS} FROM ${TALLIED} WHERE p.list = 'places' AND p.id = ?`,
    id,
  )
  return row === undefined ? undefined : readPlaceRow(row)
}

function findChain(database: Database, id: string): PlaceRow[] {
  return database
    .all(
      `SELECT ${PLACE_COLUMNS} FROM place_within AS w JOIN ${TALLIED}
       WHERE p.list = 'places' AND p.id = w.area AND w.place = ? AND w.steps > 0 ORDER BY w.steps`,
      id,
    )
    .map(readPlaceRow)
}

function findInside(database: Database, id: string): PlaceRow[] {
  return database
    .all(
      `SELECT ${PLACE_COLUMNS} FROM names AS p JOIN ${PLACE_TALLY} ON t.place = p.id
       WHERE p.list = 'places' AND p.within = ? AND t.claims > 0 ORDER BY t.claims DESC, p.id`,
      id,
    )
    .map(readPlaceRow)
}

function findVoices(database: Database, id: string): Voice[] {
  const within = new Set(
    database.all('SELECT place FROM place_within WHERE area = ?', id).map(row => String(row.place)),
  )
  const rows = database.all(
    `SELECT c.root, MIN(c.root_text) AS text, c.root_kind, c.root_actor, COUNT(*) AS claims,
       COUNT(DISTINCT c.article) AS articles
     FROM ${CLAIMS} GROUP BY c.root ORDER BY claims DESC, c.root LIMIT ?`,
    id,
    MOST_VOICES,
  )
  return rows.map(row => ({
    key: String(row.root),
    text: String(row.text),
    kind: row.root_kind as SourceKind | 'own',
    actor: readCell(row.root_actor),
    claims: Number(row.claims),
    articles: Number(row.articles),
    outlets: findVoiceOutlets(database, id, String(row.root)),
    points: findPoints(database, { id, root: String(row.root), within }),
  }))
}

function findVoiceOutlets(database: Database, id: string, root: string): string[] {
  return database
    .all(
      `SELECT DISTINCT outlet FROM articles WHERE outlet IS NOT NULL AND n IN
       (SELECT c.article FROM ${CLAIMS} AND c.root = ?) ORDER BY outlet`,
      id,
      root,
    )
    .map(row => String(row.outlet))
}

interface VoiceQuery {
  readonly id: string
  readonly root: string
  readonly within: ReadonlySet<string>
}

function findPoints(database: Database, { id, root, within }: VoiceQuery): Point[] {
  const rows = database.all(
    `SELECT c.claim, c.family, c.from_day, c.to_day, c.dated,
       (SELECT a.id FROM articles AS a WHERE a.n = c.article) AS article
     FROM ${CLAIMS} AND c.root = ? ORDER BY c.dated = 'none', c.day, c.n LIMIT ?`,
    id,
    root,
    MOST_POINTS,
  )
  return rows.map(row => readPoint(row, within))
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
