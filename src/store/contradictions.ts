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
  const rows = found.value.items.map(row => JSON.parse(String(row.contradiction)) as Contradiction)
  const claims = findClaims(
    database,
    rows.flatMap(({ claims }) => claims.flatMap(listFirst)),
  )
  const read = (keys: readonly string[]) => listFirst(keys).flatMap(key => claims.get(key) ?? [])
  const items = rows.map(contradiction => {
    const [first, second] = contradiction.claims
    return { ...contradiction, sides: [read(first), read(second)] as const }
  })
  return { ok: true, value: { ...found.value, items } }
}

function listFirst(keys: readonly string[]): readonly string[] {
  return keys.slice(0, FIRST)
}

/** Claims by their keys, read together: many are of the same articles. */
function findClaims(database: Database, keys: readonly string[]): Map<string, EventClaim> {
  const pairs = keys.map(key => {
    const dot = key.lastIndexOf('.')
    return [key.slice(0, dot), key.slice(dot + 1)]
  })
  const wanted = `(a.id, c.id) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))`
  const articles = `c.article IN (SELECT n FROM articles WHERE id IN (SELECT value ->> 0 FROM json_each(?)))`
  const given = JSON.stringify(pairs)
  const claims = findEventClaims(database, `${articles} AND ${wanted}`, given, given)
  return new Map(claims.map(claim => [claim.key, claim]))
}
