/** Events into the tables of a record: those that a change may have changed give way to what they are now. */
import { findContradictions } from '../record/contradictions/contradictions.ts'
import { findDays } from '../record/days.ts'
import { relateAround, widenBlocks } from '../record/events/blocks.ts'
import { eventId } from '../record/events/build.ts'
import { findAreas, type Ground } from '../record/ground.ts'
import type { Event, Reuse } from '../record/relations.ts'
import { writeContradiction } from './contradictionRows.ts'
import type { Database } from './database.ts'
import { FIRST_DAY, LAST_DAY } from './entry.ts'
import { dropEventOutlets, writeEventOutlets } from './eventOutlets.ts'
import type { Shelf, Shelved } from './shelf.ts'

/** Notes that the events of an article's claims, and of those near them, are to be related again. */
export function noteBlocks(database: Database, n: number): void {
  database.run(
    `INSERT OR IGNORE INTO loose_blocks (block) SELECT block FROM event_blocks WHERE claim IN (SELECT n FROM claims WHERE article = ?)`,
    n,
  )
}

/** Relates the events of some blocks again, and what contradicts itself in them. */
export function relateBlocks(database: Database, shelf: Shelf, blocks: readonly string[]): void {
  const wide = new Set(widenBlocks(widenBlocks(blocks)))
  const articles = findBlockArticles(database, [...wide])
  const shelved = articles.flatMap(article => shelf.read(article).filter(({ block }) => wide.has(block)))
  const reuse = findPairs(database, articles)
  const { claims, events } = relateAround(blocks, { fetch: () => shelved, ground: shelf.ground, reuse })
  const byKey = new Map(shelved.map(one => [one.scene.fact.key, one]))
  const around: Around = { ground: shelf.ground, byKey }
  const kept = dropEvents(database, claims.map(numberIn(around)), { events, around })
  for (const event of events) if (!kept.has(event.id)) writeEvent(database, event, around)
}

interface Around {
  readonly ground: Ground
  readonly byKey: ReadonlyMap<string, Shelved>
}

/** The number of the claim of a key, which is among those around. */
function numberIn({ byKey }: Around): (key: string) => number {
  return key => (byKey.get(key) as Shelved).n
}

/** Articles that have a claim in one of the blocks. */
function findBlockArticles(database: Database, blocks: readonly string[]): number[] {
  return database
    .all(
      `SELECT DISTINCT article FROM event_blocks WHERE block IN (SELECT value FROM json_each(?)) ORDER BY article`,
      JSON.stringify(blocks),
    )
    .map(({ article }) => Number(article))
}

/** Reuse among articles as counts need it: who shares with whom, and nothing of what. */
export function findPairs(database: Database, articles: readonly number[]): Reuse[] {
  const rows = database.all(
    `SELECT a.id AS first, b.id AS second, r.kind FROM json_each(?1) AS j CROSS JOIN reuse AS r ON r.first = j.value
     JOIN articles AS a ON a.n = r.first JOIN articles AS b ON b.n = r.second
     WHERE r.second IN (SELECT value FROM json_each(?1)) ORDER BY a.id, b.id`,
    JSON.stringify(articles),
  )
  return rows.map(({ first, second, kind }) => ({
    articles: [String(first), String(second)],
    kind: kind as Reuse['kind'],
    direction: null,
    passages: [],
    shares: [0, 0],
    changes: [],
  }))
}

interface Change {
  readonly events: readonly Event[]
  readonly around: Around
}

/** Takes away the events that have one of the claims, but for those that are as they were. Gives the ids of these. */
function dropEvents(database: Database, claims: readonly number[], { events, around }: Change): Set<string> {
  const now = new Map(events.map(event => [event.id, event]))
  const rows = database.all(
    `SELECT n, id, event FROM events WHERE n IN
       (SELECT event FROM event_claims WHERE claim IN (SELECT value FROM json_each(?)))`,
    JSON.stringify(claims),
  )
  const kept = new Set<string>()
  for (const { n, id, event } of rows) {
    const same = now.get(String(id))
    const isSame =
      same !== undefined &&
      event === packEvent(same) &&
      hasClaims(database, Number(n), { event: same, around })
    if (isSame) kept.add(String(id))
    else dropEvent(database, Number(n))
  }
  return kept
}

function hasClaims(
  database: Database,
  n: number,
  { event, around }: { event: Event; around: Around },
): boolean {
  const rows = database.all('SELECT claim FROM event_claims WHERE event = ? ORDER BY claim', n)
  const numbers = event.claims.map(numberIn(around)).sort((a, b) => a - b)
  return rows.length === numbers.length && rows.every(({ claim }, i) => claim === numbers[i])
}

/** Takes an event and all that is said of it away. */
export function dropEvent(database: Database, n: number): void {
  for (const table of ['event_claims', 'event_areas', 'contradictions'])
    database.run(`DELETE FROM ${table} WHERE event = ?`, n)
  dropEventOutlets(database, n)
  database.run('DELETE FROM events WHERE n = ?', n)
}

/** The event without its claims, which have rows of their own. */
function packEvent({ claims: _claims, ...event }: Event): string {
  return JSON.stringify(event)
}

const EVENT = `INSERT INTO events (id, family, from_day, to_day, day, claims, articles, event)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`

function writeEvent(database: Database, event: Event, around: Around): void {
  const { ground, byKey } = around
  const numberOf = numberIn(around)
  const { from, to } = findDays(event.time)
  const day = from ?? to ?? FIRST_DAY
  const n = database.run(
    EVENT,
    event.id,
    event.family,
    from ?? FIRST_DAY,
    to ?? LAST_DAY,
    day,
    event.claims.length,
    event.counts.articles,
    packEvent(event),
  )
  for (const key of event.claims) {
    database.run(
      'INSERT INTO event_claims (claim, event, once) VALUES (?, ?, ?)',
      numberOf(key),
      n,
      eventId(key),
    )
  }
  const areas = new Set(event.places.flatMap(place => findAreas(ground.within, place)))
  for (const area of areas)
    database.run('INSERT INTO event_areas (area, day, event) VALUES (?, ?, ?)', area, day, n)
  const facts = event.claims.flatMap(key => byKey.get(key)?.scene.fact ?? [])
  writeEventOutlets(database, { event, n, day, facts }, ground)
  const contradictions = findContradictions(event, facts, ground)
  for (const contradiction of contradictions) writeContradiction(database, contradiction, { event: n, day })
  database.run('UPDATE events SET contradictions = ? WHERE n = ?', contradictions.length, n)
}
