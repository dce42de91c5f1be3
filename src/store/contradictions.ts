/** Contradictions in a record, as things of their own. */
import type { Result } from '../model.ts'
import type { Contradiction, ContradictionKind } from '../record/relations.ts'
import { type Database, readPart } from './database.ts'
import { type EventClaim, findEventClaims } from './events.ts'
import type { Condition } from './find.ts'
import type { Page, Part } from './store.ts'

/** What contradictions are narrowed by; what is absent narrows nothing. */
export interface ContradictionFilter {
  readonly kind?: ContradictionKind | undefined
  /** Places within it count. */
  readonly place?: string | undefined
  /** Id of an event. */
  readonly event?: string | undefined
  readonly resolved?: 'yes' | 'no' | undefined
}

/** A contradiction with the first claims of each side. */
export interface ContradictionRow extends Contradiction {
  readonly sides: readonly [readonly EventClaim[], readonly EventClaim[]]
}

/** Claims of one side that a list shows. */
const FIRST = 3

/** The contradictions that a filter leaves, the newest first. */
export function findContradictions(
  database: Database,
  { kind, place, event, resolved }: ContradictionFilter,
  part: Part,
): Result<Page<ContradictionRow>> {
  const within = 'x.place IN (SELECT place FROM place_within WHERE area = ?)'
  const conditions: Condition[] = [
    ...(kind === undefined ? [] : [['x.kind = ?', kind] as const]),
    ...(place === undefined ? [] : [[within, place] as const]),
    ...(event === undefined ? [] : [['x.event = (SELECT n FROM events WHERE id = ?)', event] as const]),
    ...(resolved === undefined ? [] : [['x.is_open = ?', resolved === 'no' ? 1 : 0] as const]),
  ]
  const listing = {
    select: 'x.contradiction',
    from: 'contradictions AS x',
    where: { sql: conditions.map(([sql]) => sql), values: conditions.flatMap(([, ...values]) => values) },
    order: ['x.day', 'x.n'],
  } as const
  const found = readPart(database, listing, part)
  if (!found.ok) return found
  const items = found.value.items.map(row => {
    const contradiction = JSON.parse(String(row.contradiction)) as Contradiction
    const [first, second] = contradiction.claims
    return { ...contradiction, sides: [findClaims(database, first), findClaims(database, second)] as const }
  })
  return { ok: true, value: { ...found.value, items } }
}

/** The first claims of those keys. */
function findClaims(database: Database, keys: readonly string[]): EventClaim[] {
  return keys.slice(0, FIRST).flatMap(key => {
    const dot = key.lastIndexOf('.')
    return findEventClaims(database, 'a.id = ? AND c.id = ?', key.slice(0, dot), key.slice(dot + 1))
  })
}
