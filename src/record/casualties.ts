/** How many were killed, wounded, captured, missing, according to whom; and one number for it by a policy that is named. */
import type { Counted, Outcome } from '../model.ts'
import { findRange, type Range } from './contradictions/numbers.ts'
import { dayNumber } from './days.ts'
import type { Fact } from './facts.ts'

/** What one root says of one kind of people and one fate. */
export interface Figure {
  /** `killed`, or several of one number: "twenty killed and wounded". */
  readonly outcomes: readonly Outcome[]
  readonly what: Counted
  /** Key and words of the root. */
  readonly root: string
  readonly text: string
  readonly min: number
  /** `null` where it is open: "more than ten". */
  readonly max: number | null
  /** True for a toll over weeks or since a day: not of this event alone, and in no policy. */
  readonly isCumulative: boolean
  /** Keys of the claims that say so, sorted. */
  readonly claims: readonly string[]
}

/** `range`: from the lowest to the highest; `lowest`, `highest`: the least, the most that anyone says; `majority`: what most roots can agree on. */
export const TOLL_POLICIES = ['range', 'lowest', 'highest', 'majority'] as const
/** One of them. */
export type TollPolicy = (typeof TOLL_POLICIES)[number]

/** The figures of one kind of people and one fate, as a policy sums them up. */
export interface Toll {
  readonly outcomes: readonly Outcome[]
  readonly what: Counted
  readonly policy: TollPolicy
  readonly min: number
  readonly max: number | null
  /** Keys of the roots that the numbers agree with, sorted. */
  readonly roots: readonly string[]
}

/** Days that the time of one event's toll may span; what is longer is a toll of many. */
const ONE_EVENT = 3

/**
 * The figures of an event's claims: one for each root, kind of people and fate. Of an article's numbers the largest counts,
 * since the others are parts of it; of a root's articles the last, since tolls rise. Of those of one day all count:
 * "twelve" and "fifteen" in two articles of the Observatory are 12 to 15. Only what is said to have happened.
 *
 * Two kinds of people are never added up: children may be among the civilians.
 */
export function findFigures(facts: readonly Fact[]): Figure[] {
  const counted = facts.filter(({ claim }) => claim.type === 'casualties' && claim.modality === 'asserted')
  const groups = Map.groupBy(counted.flatMap(readNumber), ({ name }) => name)
  return [...groups.values()].map(readFigure).sort((a, b) => (figureName(a) < figureName(b) ? -1 : 1))
}

interface Told {
  readonly name: string
  readonly fact: Fact
  readonly range: Range
  readonly isCumulative: boolean
}

function readNumber(fact: Fact): Told[] {
  const { count } = fact.claim
  const range = count === null ? undefined : findRange(count)
  const outcomes = count?.outcome ?? []
  if (count === null || range === undefined || outcomes.length === 0) return []
  const isCumulative = isLong(fact)
  const name = [...outcomes].sort().join('+')
  return [{ name: [name, count.what, fact.root.key, isCumulative].join('\n'), fact, range, isCumulative }]
}

function isLong({ days: { from, to }, dated }: Fact): boolean {
  if (dated !== 'text') return false
  return from === null || to === null || dayNumber(to) - dayNumber(from) >= ONE_EVENT
}

function readFigure(told: readonly Told[]): Figure {
  const mains = [...Map.groupBy(told, ({ fact }) => fact.article.id).values()].map(findMain)
  const last = mains
    .map(({ fact }) => dayOf(fact))
    .sort()
    .at(-1)
  const standing = mains.filter(({ fact }) => dayOf(fact) === last)
  const [{ fact, isCumulative }] = told as readonly [Told, ...Told[]]
  const max = Math.max(...standing.map(({ range }) => range.max))
  return {
    outcomes: [...(fact.claim.count?.outcome ?? [])].sort(),
    what: fact.claim.count?.what ?? 'person',
    root: fact.root.key,
    text: told.map(one => one.fact.root.text).sort()[0] ?? '',
    min: Math.min(...standing.map(({ range }) => range.min)),
    max: max === Number.POSITIVE_INFINITY ? null : max,
    isCumulative,
    claims: told.map(one => one.fact.key).sort(),
  }
}

function findMain(told: readonly Told[]): Told {
  const [main] = [...told].sort(
    (a, b) => b.range.min - a.range.min || b.range.max - a.range.max || (a.fact.key < b.fact.key ? -1 : 1),
  )
  return main as Told
}

function dayOf({ article }: Fact): string {
  return article.days.to ?? ''
}

function figureName({ outcomes, what, root, isCumulative }: Figure): string {
  return [...outcomes, what, `${isCumulative}`, root].join('\n')
}

/** The figures by kind of people and fate, summed up by a policy. Cumulative tolls are left out. No figures: no tolls. */
export function findTolls(figures: readonly Figure[], policy: TollPolicy): Toll[] {
  const own = figures.filter(({ isCumulative }) => !isCumulative)
  const groups = [...Map.groupBy(own, ({ outcomes, what }) => `${outcomes.join('+')} ${what}`)].sort(
    ([a], [b]) => (a < b ? -1 : 1),
  )
  return groups.map(([, group]) => {
    const { outcomes, what } = group[0] as Figure
    const range = POLICIES[policy](group)
    const roots = group.filter(
      figure =>
        figure.min <= (range.max ?? Number.POSITIVE_INFINITY) &&
        range.min <= (figure.max ?? Number.POSITIVE_INFINITY),
    )
    return { outcomes, what, policy, ...range, roots: roots.map(({ root }) => root).sort() }
  })
}

type Sum = (figures: readonly Figure[]) => Pick<Toll, 'min' | 'max'>

const POLICIES: Readonly<Record<TollPolicy, Sum>> = {
  range: sumRange,
  lowest: sumLowest,
  highest: sumHighest,
  majority: sumMajority,
}

function sumRange(figures: readonly Figure[]): Pick<Toll, 'min' | 'max'> {
  const isOpen = figures.some(({ max }) => max === null)
  return {
    min: Math.min(...figures.map(({ min }) => min)),
    max: isOpen ? null : Math.max(...figures.map(({ max }) => max ?? 0)),
  }
}

function sumLowest(figures: readonly Figure[]): Pick<Toll, 'min' | 'max'> {
  const least = Math.min(...figures.map(({ min }) => min))
  return { min: least, max: least }
}

/** Of "more than ten" ten is said. */
function sumHighest(figures: readonly Figure[]): Pick<Toll, 'min' | 'max'> {
  const most = Math.max(...figures.map(({ min, max }) => max ?? min))
  return { min: most, max: most }
}

/** The numbers that most figures leave open; of equally many the lowest. */
function sumMajority(figures: readonly Figure[]): Pick<Toll, 'min' | 'max'> {
  const agreeing = (number: number) =>
    figures.filter(({ min, max }) => min <= number && number <= (max ?? Number.POSITIVE_INFINITY))
  const lows = figures.map(({ min }) => min).sort((a, b) => a - b)
  const low = lows.reduce(
    (best, number) => (agreeing(number).length > agreeing(best).length ? number : best),
    lows[0] as number,
  )
  const highs = agreeing(low).flatMap(({ max }) => max ?? [])
  return { min: low, max: highs.length === 0 ? null : Math.min(...highs) }
}
