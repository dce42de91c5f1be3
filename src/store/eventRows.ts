/** Events into the tables of a record: those that a change may have changed give way to what they are now. */
import { findContradictions } from '../record/contradictions/contradictions.ts'
import { findDays } from '../record/days.ts'
import { relateAround, widenBlocks } from '../record/events/blocks.ts'
import { eventId } from '../record/events/build.ts'
import type { Fact } from '../record/facts.ts'
import { findAreas } from '../record/ground.ts'
import type { Event, Reuse } from '../record/relations.ts'
import { writeContradiction } from './contradictionRows.ts'
import type { Database } from './database.ts'
import { FIRST_DAY, LAST_DAY } from './entry.ts'
import { dropEventOutlets, writeEventOutlets } from './eventOutlets.ts'
import type { Shelf } from './shelf.ts'

/** Relates the events of some blocks again, and what contradicts itself in them. */
export function relateBlocks(database: Database, shelf: Shelf, blocks: readonly string[]): void {
  const wide = widenBlocks(widenBlocks(blocks))
  const articles = findBlockArticles(database, wide)
  const facts = articles.flatMap(article => shelf.read(article))
  const reuse = findPairs(database, articles)
  const { claims, events } = relateAround(blocks, { fetch: () => facts, ground: shelf.ground, reuse })
  const kept = dropEvents(database, claims.map(shelf.numberOf), { events, shelf })
  const byKey = new Map(facts.map(fact => [fact.key, fact]))
  for (const event of events) if (!kept.has(event.id)) writeEvent(database, event, { shelf, byKey })
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
    `SELECT a.id AS first, b.id AS second, r.kind FROM reuse AS r
     JOIN articles AS a ON a.n = r.first JOIN articles AS b ON b.n = r.second
     WHERE r.first IN (SELECT value FROM json_each(?1)) AND r.second IN (SELECT value FROM json_each(?1))
     ORDER BY a.id, b.id`,
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
  readonly shelf: Shelf
}

/** Takes away the events that have one of the claims, but for those that are as they were. Gives the ids of these. */
function dropEvents(database: Database, claims: readonly number[], { events, shelf }: Change): Set<string> {
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
      hasClaims(database, Number(n), { event: same, shelf })
    if (isSame) kept.add(String(id))
    else dropEvent(database, Number(n))
  }
  return kept
}

function hasClaims(database: Database, n: number, { event, shelf }: { event: Event; shelf: Shelf }): boolean {
  const rows = database.all('SELECT claim FROM event_claims WHERE event = ? ORDER BY claim', n)
  const numbers = event.claims.map(shelf.numberOf).sort((a, b) => a - b)
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

interface Around {
  readonly shelf: Shelf
  readonly byKey: ReadonlyMap<string, Fact>
}

const EVENT = `INSERT INTO events (id, family, from_day, to_day, day, claims, articles, event)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`

function writeEvent(database: Database, event: Event, { shelf, byKey }: Around): void {
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
      shelf.numberOf(key),
      n,
      eventId(key),
    )
  }
  const areas = new Set(event.places.flatMap(place => findAreas(shelf.ground.within, place)))
  for (const area of areas)
    database.run('INSERT INTO event_areas (area, day, event) VALUES (?, ?, ?)', area, day, n)
  const facts = event.claims.flatMap(key => byKey.get(key) ?? [])
  writeEventOutlets(database, { event, n, day, facts }, shelf.ground)
  const contradictions = findContradictions(event, facts, shelf.ground)
  for (const contradiction of contradictions) writeContradiction(database, contradiction, { event: n, day })
  database.run('UPDATE events SET contradictions = ? WHERE n = ?', contradictions.length, n)
}
