/** Two who are said to have one place on one day. */
import { isOneSide } from '../control.ts'
import { dayNumber } from '../days.ts'
import type { Ground } from '../ground.ts'
import type { Contradiction, Control } from '../relations.ts'
import { nameContradiction } from './sides.ts'

/** Days between two pairs of claims that still are of one dispute. */
const PAUSE = 7

/** Two controls that cannot both hold, and the first day on which both are said to. */
interface Clash {
  readonly controls: readonly [Control, Control]
  readonly day: number
}

/**
 * The contradictions about who has a place, among the controls of that place. Only what is dated by its text counts: "has
 * taken" without a day may be of any. `scope` where one side claims a part only; `later` where the last word of one is older
 * than the first of the other, whose news it then is. One contradiction for each two actors and dispute: a week without a
 * new claim ends one.
 */
export function findControlContradictions(controls: readonly Control[], ground: Ground): Contradiction[] {
  const held = controls.filter(isDatedHold).sort(compareStart)
  const clashes = held.flatMap((control, i) => {
    const end = held.findIndex((other, j) => j > i && (other.from as string) > (control.to as string))
    return held.slice(i + 1, end < 0 ? undefined : end).flatMap(other => findClash(control, other, ground))
  })
  const pairs = Map.groupBy(
    clashes,
    ({ controls: [one, other] }) => `${one.place}\n${one.actor}\n${other.actor}`,
  )
  return [...pairs.values()]
    .flatMap(splitDisputes)
    .map(writeDispute)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** A hold that its text sets on a day or within a week: "in 2014" is before and after much else of 2014. */
function isDatedHold({ kind, isDated, from, to }: Control): boolean {
  if ((kind !== 'takes' && kind !== 'holds') || !isDated || from === null || to === null) return false
  return dayNumber(to) - dayNumber(from) < PAUSE
}

function compareStart(a: Control, b: Control): number {
  return `${a.from} ${a.claim}` < `${b.from} ${b.claim}` ? -1 : 1
}

/** `other` begins no earlier than `control` and no later than that ends. */
function findClash(control: Control, other: Control, ground: Ground): Clash[] {
  if (control.place !== other.place || isOneSide(control.actor, other.actor, ground)) return []
  const day = dayNumber(other.from as string)
  return [{ controls: control.actor < other.actor ? [control, other] : [other, control], day }]
}

function splitDisputes(clashes: readonly Clash[]): Clash[][] {
  const disputes: Clash[][] = []
  let last = Number.NEGATIVE_INFINITY
  for (const clash of [...clashes].sort((a, b) => a.day - b.day)) {
    if (clash.day - last > PAUSE) disputes.push([])
    disputes.at(-1)?.push(clash)
    last = clash.day
  }
  return disputes
}

function writeDispute(clashes: readonly Clash[]): Contradiction {
  const sides = [0, 1].map(i => [
    ...new Map(clashes.map(({ controls }) => [controls[i]?.claim, controls[i] as Control])).values(),
  ]) as [Control[], Control[]]
  const values = sides.map(([first]) => first?.actor ?? '') as [string, string]
  const claims = sides.map(side => side.map(({ claim }) => claim).sort()) as [string[], string[]]
  const place = sides[0][0]?.place ?? null
  const day = `${Math.min(...clashes.map(clash => clash.day))}`
  const id = nameContradiction(['control', place ?? '', ...values, day])
  return { id, kind: 'control', event: null, place, claims, values, resolved: resolveDispute(sides) }
}

function resolveDispute(sides: readonly [readonly Control[], readonly Control[]]): Contradiction['resolved'] {
  if (sides.some(side => side.every(({ isPart }) => isPart))) return 'scope'
  const [[first, last], [otherFirst, otherLast]] = sides.map(side => {
    const days = side.map(({ stated }) => stated ?? '').sort()
    return [days[0] ?? '', days.at(-1) ?? '']
  }) as [[string, string], [string, string]]
  return last < otherFirst || otherLast < first ? 'later' : null
}
