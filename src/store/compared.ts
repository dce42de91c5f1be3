/** Two articles, or two outlets, of a record side by side. */
import type { Result } from '../model.ts'
import type { SideNames } from '../record/compare.ts'
import type { Ground } from '../record/ground.ts'
import type { Contradiction } from '../record/relations.ts'
import type { Database } from './database.ts'
import type { EventClaim, EventRow } from './events.ts'
import type { Pair } from './exported.ts'
import { type EventNumbers, listSharedPassages, type Opposed, opposeSides, type Sides } from './opposed.ts'
import type { Side } from './shelf.ts'
import { countSide, findSideClaim, listSideClaims, listSideEvents, type Placed } from './sides.ts'
import type { Page, Part } from './store.ts'

/** How the claims of two sides about one event stand to each other. */
export type SharedRelation = 'contradicts' | 'same-root' | 'other-roots'

/** An event that both tell, with the first three claims of each about it. */
export interface SharedEvent {
  readonly event: EventRow
  readonly claims: readonly [readonly EventClaim[], readonly EventClaim[]]
  readonly totals: readonly [number, number]
  readonly relation: SharedRelation
}

/** An event that one tells and the other does not, with its first claim. */
export interface OnlyEvent {
  readonly event: EventRow
  readonly claim: EventClaim | null
}

/** Two sides beside each other. */
export interface Compared {
  /** Events that each tells, and its claims in these. */
  readonly counts: readonly [SideCount, SideCount]
  readonly shared: Page<SharedEvent>
  readonly only: readonly [Page<OnlyEvent>, Page<OnlyEvent>]
  /** Of two articles in all their claims, of two outlets in the latest hundred events that both tell. */
  readonly naming: readonly SideNames[]
  /** Of the latest hundred events that both tell; those that no number fits both of first. */
  readonly numbers: readonly EventNumbers[]
  /** In the same events. */
  readonly contradictions: readonly Contradiction[]
  /** Passages that they share; ten pairs at most. */
  readonly copies: readonly Pair[]
}

/** How many events a side tells, with how many claims. */
export type SideCount = ReturnType<typeof countSide>

/** Which of the lists a part is asked of. */
export type ComparedList = 'shared' | 'first' | 'second'

/** What is compared, and which part of which list is asked for; of the others their first parts are given. */
export interface ComparedWish {
  readonly sides: Sides
  readonly list?: ComparedList | undefined
  readonly part: Part
  readonly ground: Ground
}

/** Events of a part of each list. */
const USUAL: Readonly<Record<ComparedList, number>> = { shared: 20, first: 10, second: 10 }
const MOST_CLAIMS = 3
const MOST_EVENTS = 100
const MOST_PAIRS = 10

/** Compares two sides. Problem `bad-page` for a token that is none of ours. */
export function compareSides(database: Database, wish: ComparedWish): Result<Compared> {
  const { sides, ground } = wish
  const [first, second] = sides
  const lists = readLists(database, wish)
  if (!lists.ok) return lists
  const [both, one, two] = lists.value
  const latest = listSideEvents(database, { of: first, but: second, isShared: true }, { limit: MOST_EVENTS })
  const known = new Map([...(latest.ok ? latest.value.items : []), ...both.items].map(one => [one.n, one]))
  const opposed = opposeSides(database, sides, { events: [...known.values()], ground })
  const { naming, numbers, contradictions } = opposed
  const only = (page: Page<Placed>, side: Side) => mapItems(page, one => readOnly(database, one, side))
  return {
    ok: true,
    value: {
      counts: [countSide(database, first), countSide(database, second)],
      shared: mapItems(both, one => readShared(database, one, { sides, opposed })),
      only: [only(one, first), only(two, second)],
      naming,
      numbers,
      contradictions,
      copies: listSharedPassages(database, sides, MOST_PAIRS),
    },
  }
}

type Lists = readonly [Page<Placed>, Page<Placed>, Page<Placed>]

function readLists(database: Database, { sides: [first, second], list, part }: ComparedWish): Result<Lists> {
  const partOf = (of: ComparedList): Part => ({
    limit: part.limit ?? USUAL[of],
    page: of === (list ?? 'shared') ? part.page : undefined,
  })
  const both = listSideEvents(database, { of: first, but: second, isShared: true }, partOf('shared'))
  if (!both.ok) return both
  const one = listSideEvents(database, { of: first, but: second, isShared: false }, partOf('first'))
  if (!one.ok) return one
  const two = listSideEvents(database, { of: second, but: first, isShared: false }, partOf('second'))
  return two.ok ? { ok: true, value: [both.value, one.value, two.value] } : two
}

function mapItems<T, U>(page: Page<T>, read: (item: T) => U): Page<U> {
  return { ...page, items: page.items.map(read) }
}

function readShared(
  database: Database,
  { n, event }: Placed,
  { sides, opposed }: { readonly sides: Sides; readonly opposed: Opposed },
): SharedEvent {
  const [one, two] = [listSideClaims(database, n, sides[0]), listSideClaims(database, n, sides[1])]
  const isContradicted = opposed.contradictions.some(contradiction => contradiction.event === event.id)
  const relation = isContradicted ? 'contradicts' : opposed.sameRoots.has(n) ? 'same-root' : 'other-roots'
  return {
    event,
    claims: [one.slice(0, MOST_CLAIMS), two.slice(0, MOST_CLAIMS)],
    totals: [one.length, two.length],
    relation,
  }
}

function readOnly(database: Database, { n, event }: Placed, side: Side): OnlyEvent {
  return { event, claim: findSideClaim(database, n, side) }
}
