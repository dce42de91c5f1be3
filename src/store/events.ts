/** Events out of a record: lists narrowed by a filter, and one event with all that stands behind it. */
import type { ClaimType, Family, Result } from '../model.ts'
import { type Figure, findFigures, findTolls, TOLL_POLICIES, type Toll } from '../record/casualties.ts'
import { type Chains, findChains } from '../record/chains.ts'
import { type Fall, findFall } from '../record/counts.ts'
import { findDays } from '../record/days.ts'
import { claimKey, type Fact } from '../record/facts.ts'
import type { Ground } from '../record/ground.ts'
import type { Contradiction, Event, Reuse } from '../record/relations.ts'
import type { Root } from '../record/roots.ts'
import { type Database, type Listing, type Row, readPart, type Value } from './database.ts'
import { FIRST_DAY, LAST_DAY } from './entry.ts'
import { findPairs } from './eventRows.ts'
import { type Condition, readCell, readClaimHit, readText, type Way } from './find.ts'
import { readArticleFacts } from './shelf.ts'
import type { ClaimHit, Page, Part } from './store.ts'
import { readWords } from './words.ts'

/** What events are narrowed by; what is absent narrows nothing. Days are included. */
export interface EventFilter {
  /** Places within it count. */
  readonly place?: string | undefined
  readonly actor?: string | undefined
  readonly type?: ClaimType | undefined
  readonly family?: Family | undefined
  readonly outlet?: string | undefined
  readonly article?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** An event in a list; `claims` and `contradictions` are how many. */
export interface EventRow extends Omit<Event, 'claims'> {
  readonly claims: number
  readonly contradictions: number
}

/** A claim of an event, with its key in the record and whose word it is. */
export interface EventClaim extends ClaimHit {
  readonly key: string
  readonly root: Root
}

/** An event with all that stands behind it. */
export interface EventPage {
  readonly event: EventRow
  readonly claims: readonly EventClaim[]
  readonly chains: Chains
  /** How many were killed, wounded ... according to each root, and summed up by each policy. */
  readonly figures: readonly Figure[]
  readonly tolls: readonly Toll[]
  /** One for each root, those that take most first. */
  readonly falls: readonly (Fall & { readonly root: string })[]
  readonly contradictions: readonly Contradiction[]
  /** Among its articles. */
  readonly reuse: readonly Reuse[]
}

/** What has no day is in no range of days. */
const UNDATED = `NOT (e.from_day = '${FIRST_DAY}' AND e.to_day = '${LAST_DAY}')`
const COLUMNS = 'e.n, e.event, e.claims, e.contradictions'

/** The events that a filter leaves, the latest first. */
export function findEvents(database: Database, filter: EventFilter, part: Part): Result<Page<EventRow>> {
  const { place = '' } = filter
  const where = (way: Way) => {
    const conditions = listConditions(filter, way)
    return { sql: conditions.map(([sql]) => sql), values: conditions.flatMap(([, ...values]) => values) }
  }
  const listing: Listing = {
    select: COLUMNS,
    from: place === '' ? 'events AS e' : 'event_areas AS l CROSS JOIN events AS e ON e.n = l.event',
    where: where('sought'),
    walked: where('walked'),
    order: place === '' ? ['e.day', 'e.n'] : ['l.day', 'l.event'],
  }
  const found = readPart(database, listing, part)
  return found.ok
    ? { ok: true, value: { ...found.value, items: found.value.items.map(readEventRow) } }
    : found
}

function listConditions(filter: EventFilter, way: Way): Condition[] {
  const { place, actor, type, family, outlet, article, from, to } = filter
  const first = findDays(from ?? null).from
  const last = findDays(to ?? null).to
  const claims = (sql: string) =>
    way === 'sought'
      ? `e.n IN (SELECT x.event FROM event_claims AS x JOIN claims AS c ON c.n = x.claim ${sql})`
      : `EXISTS (SELECT 1 FROM event_claims AS x JOIN claims AS c ON c.n = x.claim ${sql} AND x.event = e.n)`
  const conditions: (readonly [sql: string, value: string | null | undefined])[] = [
    ['l.area = ?', place],
    [claims('JOIN claim_actors AS t ON t.claim = c.n WHERE t.actor = ?'), actor],
    [claims('WHERE c.type = ?'), type],
    ['e.family = ?', family],
    [claims('JOIN articles AS a ON a.n = c.article WHERE a.outlet = ?'), outlet],
    [claims('JOIN articles AS a ON a.n = c.article WHERE a.id = ?'), article],
    ['e.to_day >= ?', first],
    ['e.from_day <= ?', last],
  ]
  const given: Condition[] = conditions.flatMap(([sql, value]) => (value ? [[sql, value] as const] : []))
  return first === null && last === null ? given : [...given, [UNDATED]]
}

/** A row of `events` as an event in a list. */
export function readEventRow({ event, claims, contradictions }: Row): EventRow {
  const kept = JSON.parse(String(event)) as Omit<Event, 'claims'>
  return { ...kept, claims: Number(claims), contradictions: Number(contradictions) }
}

/** The event that an id leads to: its own, or that of a claim which once was an event's least. */
export function findEventNumber(database: Database, id: string): number | undefined {
  const own = database.first('SELECT n FROM events WHERE id = ?', id)
  const row = own ?? database.first('SELECT event AS n FROM event_claims WHERE once = ?', id)
  return row === undefined ? undefined : Number(row.n)
}

/** One event; undefined where no id leads to one. */
export function findEvent(database: Database, id: string, ground: Ground): EventPage | undefined {
  const n = findEventNumber(database, id)
  const row =
    n === undefined ? undefined : database.first(`SELECT ${COLUMNS} FROM events AS e WHERE e.n = ?`, n)
  if (n === undefined || row === undefined) return undefined
  const { facts, articles } = findEventFacts(database, n, ground)
  const reuse = findPairs(database, articles)
  const roots = new Set(facts.map(({ root }) => root.key))
  const figures = findFigures(facts)
  const falls = [...roots].map(root => ({ root, ...findFall(facts, root, reuse) }))
  return {
    event: readEventRow(row),
    claims: findEventClaims(database, 'x.event = ?', n),
    chains: findChains(facts),
    figures,
    tolls: TOLL_POLICIES.flatMap(policy => findTolls(figures, policy)),
    falls: falls.sort((a, b) => b.claims.length - a.claims.length || (a.root < b.root ? -1 : 1)),
    contradictions: findEventContradictions(database, n),
    reuse: findReuseAmong(database, articles),
  }
}

/** The facts of an event, and the numbers of their articles. */
export function findEventFacts(
  database: Database,
  n: number,
  ground: Ground,
): { facts: Fact[]; articles: number[] } {
  const rows = database.all(
    'SELECT c.n, c.article FROM event_claims AS x JOIN claims AS c ON c.n = x.claim WHERE x.event = ? ORDER BY c.n',
    n,
  )
  const claims = new Set(rows.map(row => Number(row.n)))
  const articles = [...new Set(rows.map(({ article }) => Number(article)))]
  const facts = articles
    .flatMap(article => readArticleFacts(database, article, ground))
    .filter(fact => claims.has(fact.n))
    .map(({ fact }) => fact)
  return { facts, articles }
}

/** Characters of the article round a claim of an event. */
const CONTEXT = 120
/** Nothing is searched for. */
const NO_WORDS = readWords('')

/** The claims of events that a condition leaves, by day; `x` is `event_claims`, `c` is `claims`, `a` is `articles`. */
export function findEventClaims(database: Database, where: string, ...values: Value[]): EventClaim[] {
  const rows = database.all(
    `SELECT c.article AS n, c.claim, c.family, a.id, a.name, a.outlet, a.url, a.title, a.published, a.published_from,
       c.root, c.root_text, c.root_kind, c.root_actor
     FROM event_claims AS x JOIN claims AS c ON c.n = x.claim JOIN articles AS a ON a.n = c.article
     WHERE ${where} ORDER BY c.day, a.id, c.n`,
    ...values,
  )
  const articles = Map.groupBy(rows, ({ n }) => Number(n))
  const texts = new Map([...articles.keys()].map(n => [n, readText(database, n)]))
  return rows.map(row => readEventClaim(row, texts.get(Number(row.n)) ?? ''))
}

function readEventClaim(row: Row, text: string): EventClaim {
  const hit = readClaimHit(row, text, { words: NO_WORDS, context: CONTEXT })
  const root: Root = {
    key: String(row.root),
    text: String(row.root_text),
    kind: row.root_kind as Root['kind'],
    actor: readCell(row.root_actor),
  }
  return { ...hit, key: claimKey(hit.article.id, hit.id), root }
}

function findEventContradictions(database: Database, n: number): Contradiction[] {
  return database
    .all('SELECT contradiction FROM contradictions WHERE event = ? ORDER BY n', n)
    .map(({ contradiction }) => JSON.parse(String(contradiction)) as Contradiction)
}

/** Reuse among articles, with passages. */
export function findReuseAmong(database: Database, articles: readonly number[]): Reuse[] {
  return database
    .all(
      `SELECT r.reuse FROM json_each(?1) AS j CROSS JOIN reuse AS r ON r.first = j.value
       WHERE r.second IN (SELECT value FROM json_each(?1)) ORDER BY r.n`,
      JSON.stringify(articles),
    )
    .map(({ reuse }) => JSON.parse(String(reuse)) as Reuse)
}
