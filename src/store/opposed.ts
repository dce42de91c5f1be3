/** What two sides call whom, the numbers that they give, what contradicts itself between them, and the passages that they share. */
import { compareNames, compareNumbers, type SideNames, type SideNumbers } from '../record/compare.ts'
import type { Fact } from '../record/facts.ts'
import type { Ground } from '../record/ground.ts'
import type { Contradiction } from '../record/relations.ts'
import type { Database } from './database.ts'
import { type Pair, readPair } from './exported.ts'
import { readSideFacts, type Side } from './shelf.ts'
import { keyOf, type Placed } from './sides.ts'

/** Two sides. */
export type Sides = readonly [Side, Side]

/** Numbers that both give of one event. */
export interface EventNumbers extends SideNumbers {
  readonly event: string
}

/** The facts of each side about events that both tell, by the number of the event. */
type Told = readonly [ReadonlyMap<number, Fact[]>, ReadonlyMap<number, Fact[]>]

/** What stands against what in the events that both tell. */
export interface Opposed {
  readonly naming: readonly SideNames[]
  readonly numbers: readonly EventNumbers[]
  readonly contradictions: readonly Contradiction[]
  /** Numbers of events for which both sides have a claim of one root. */
  readonly sameRoots: ReadonlySet<number>
}

/** Opposes two sides in the events given: two articles in all their claims, where names are concerned. */
export function opposeSides(
  database: Database,
  sides: Sides,
  { events, ground }: { readonly events: readonly Placed[]; readonly ground: Ground },
): Opposed {
  const numbers = events.map(({ n }) => n)
  const read = (side: Side) => readSideFacts(database, side, { events: numbers, ground })
  const told: Told = [read(sides[0]), read(sides[1])]
  const whole = (i: 0 | 1) => {
    const side = sides[i]
    const own = 'outlet' in side ? told[i] : readSideFacts(database, side, { ground })
    return [...own.values()].flat()
  }
  return {
    naming: compareNames(whole(0), whole(1)),
    numbers: listNumbers(events, told),
    contradictions: listContradictions(database, numbers, told),
    sameRoots: new Set(numbers.filter(n => hasSameRoot(told, n))),
  }
}

/** Those that no number fits both of first. */
function listNumbers(events: readonly Placed[], [one, two]: Told): EventNumbers[] {
  const pairs = events.flatMap(({ n, event }) =>
    compareNumbers(one.get(n) ?? [], two.get(n) ?? []).map(pair => ({ event: event.id, ...pair })),
  )
  return pairs.sort((a, b) => Number(b.isApart) - Number(a.isApart))
}

function hasSameRoot([one, two]: Told, event: number): boolean {
  const roots = new Set(one.get(event)?.map(({ root }) => root.key))
  return two.get(event)?.some(({ root }) => roots.has(root.key)) ?? false
}

/** With a claim of one on one side and of the other on the other. */
function listContradictions(database: Database, events: readonly number[], told: Told): Contradiction[] {
  const [first, second] = told.map(own => new Set([...own.values()].flat().map(({ key }) => key)))
  const isOf = (claims: readonly string[], keys: ReadonlySet<string> | undefined) =>
    claims.some(key => keys?.has(key))
  const rows = database.all(
    'SELECT contradiction FROM contradictions WHERE event IN (SELECT value FROM json_each(?)) ORDER BY day DESC, n',
    JSON.stringify(events),
  )
  return rows
    .map(({ contradiction }) => JSON.parse(String(contradiction)) as Contradiction)
    .filter(
      ({ claims: [a, b] }) => (isOf(a, first) && isOf(b, second)) || (isOf(a, second) && isOf(b, first)),
    )
}

/** Passages that two sides share, pair by pair, the newest first. */
export function listSharedPassages(database: Database, sides: Sides, most: number): Pair[] {
  const isOf = ([first, second]: Sides) =>
    `${'outlet' in first ? 'f.outlet' : 'f.n'} = ? AND ${'outlet' in second ? 's.outlet' : 's.n'} = ?`
  const select = `SELECT r.n, r.first, r.second, r.reuse FROM articles AS f JOIN reuse AS r ON r.first = f.n
    JOIN articles AS s ON s.n = r.second WHERE ${isOf(sides)}`
  const [one, two] = [keyOf(sides[0]), keyOf(sides[1])]
  const rows = database.all(`${select} UNION ${select} ORDER BY 1 DESC LIMIT ?`, one, two, two, one, most)
  return rows.map(row => readPair(database, row))
}
