/** The events of two sides, articles or outlets: those that both tell, and those that one tells alone. */
import type { Result } from '../model.ts'
import { type Database, type Listing, readPart } from './database.ts'
import { type EventClaim, type EventRow, findEventClaims, readEventRow } from './events.ts'
import type { Side } from './shelf.ts'
import type { Page, Part } from './store.ts'

/** An event with its number. */
export interface Placed {
  readonly n: number
  readonly event: EventRow
}

/** Events of one side; with `isShared` those that the other tells too, else those that it does not. */
export interface Asked {
  readonly of: Side
  readonly but: Side
  readonly isShared: boolean
}

const TOLD_BY_ARTICLE = `(SELECT DISTINCT c.article, x.event, e.day FROM claims AS c
  JOIN event_claims AS x ON x.claim = c.n JOIN events AS e ON e.n = x.event)`

/** The outlet or the number of the article. */
export function keyOf(side: Side): string | number {
  return 'outlet' in side ? side.outlet : side.article
}

/**
 * The events asked for, the latest first. What an outlet tells alone is listed where the other published within three days from
 * the event on: a gap in what the record holds of it would be no difference.
 */
export function listSideEvents(
  database: Database,
  { of, but, isShared }: Asked,
  part: Part,
): Result<Page<Placed>> {
  const told = 'outlet' in of ? 'event_outlets' : TOLD_BY_ARTICLE
  const isOther =
    'outlet' in but
      ? 'SELECT 1 FROM event_outlets AS y WHERE y.event = l.event AND y.outlet = ?'
      : 'SELECT 1 FROM event_claims AS y JOIN claims AS c ON c.n = y.claim WHERE y.event = l.event AND c.article = ?'
  const hasOther = `EXISTS (SELECT 1 FROM articles AS p WHERE p.outlet = ? AND p.day BETWEEN l.day AND date(l.day, '+3 days'))`
  const isWatched = !isShared && 'outlet' in but
  const listing: Listing = {
    select: 'e.n, e.event, e.claims, e.contradictions',
    from: `${told} AS l JOIN events AS e ON e.n = l.event`,
    counted: `${told} AS l`,
    where: {
      sql: [
        'outlet' in of ? 'l.outlet = ?' : 'l.article = ?',
        `${isShared ? '' : 'NOT '}EXISTS (${isOther})`,
        ...(isWatched ? [hasOther] : []),
      ],
      values: [keyOf(of), keyOf(but), ...(isWatched ? [keyOf(but)] : [])],
    },
    order: ['l.day', 'l.event'],
  }
  const found = readPart(database, listing, part)
  if (!found.ok) return found
  const items = found.value.items.map(row => ({ n: Number(row.n), event: readEventRow(row) }))
  return { ok: true, value: { ...found.value, items } }
}

/** How many events a side tells, and how many claims of it are in these. */
export function countSide(
  database: Database,
  side: Side,
): { readonly events: number; readonly claims: number } {
  const row =
    'outlet' in side
      ? database.first(
          'SELECT COUNT(*) AS events, SUM(claims) AS claims FROM event_outlets WHERE outlet = ?',
          side.outlet,
        )
      : database.first(
          `SELECT COUNT(DISTINCT x.event) AS events, COUNT(*) AS claims
           FROM claims AS c JOIN event_claims AS x ON x.claim = c.n WHERE c.article = ?`,
          side.article,
        )
  return { events: Number(row?.events ?? 0), claims: Number(row?.claims ?? 0) }
}

/** The first claim of a side about an event: its article's text alone is read. */
export function findSideClaim(database: Database, event: number, side: Side): EventClaim | null {
  const first = `SELECT MIN(y.claim) FROM event_claims AS y JOIN claims AS k ON k.n = y.claim
    JOIN articles AS b ON b.n = k.article WHERE y.event = ? AND ${'outlet' in side ? 'b.outlet = ?' : 'b.n = ?'}`
  return findEventClaims(database, `x.claim = (${first})`, event, keyOf(side))[0] ?? null
}

/** The claims of a side about an event, by day. */
export function listSideClaims(database: Database, event: number, side: Side): EventClaim[] {
  const isOf = 'outlet' in side ? 'a.outlet = ?' : 'a.n = ?'
  return findEventClaims(database, `x.event = ? AND ${isOf}`, event, keyOf(side))
}
