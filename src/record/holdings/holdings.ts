/** Who held which place when, according to whom. */
import { writeDay } from '../days.ts'
import { findAreas, type Ground } from '../ground.ts'
import type { Control, Holding, View } from '../relations.ts'
import { agreeStretches } from './agree.ts'
import { findStretches, type Stretch } from './epochs.ts'
import { fillArea, fillWords, markFights } from './fill.ts'
import { findWords, type Word } from './words.ts'

/** Kinds of places that are taken with their quarters. An area is not: who holds a province need not hold each town in it. */
const TOWNS = new Set(['camp', 'city', 'town', 'village'])

/**
 * The holdings of every place that the controls name, as a view sees them: by place, then by day.
 *
 * Controls of the 9th and 11th that say "the army took X" and "the group took X back" give two holdings: the army's from the
 * 9th to the 10th, the group's from the 11th, open. Days are `YYYY-MM-DD`, both ends included. A later take ends a holding,
 * a loss ends the loser's; silence does not, `confirmed` says when it was last said. Sources that contradict each other in
 * turn make it `disputed` for as long as they do. The function of the set of controls: their order and copies change nothing.
 */
export function relateHoldings(controls: readonly Control[], view: View, ground: Ground): Holding[] {
  const record = openRecord(controls, view, ground)
  return [...record.controls.keys()]
    .sort()
    .flatMap(place => writeHoldings(place, findTimeline(place, record)))
}

/** The holdings of one place, from its controls and those of the places that hold it (`listControlPlaces`): no others matter. */
export function relateHolding(
  place: string,
  controls: readonly Control[],
  { view, ground }: { view: View; ground: Ground },
): Holding[] {
  return writeHoldings(place, findTimeline(place, openRecord(controls, view, ground)))
}

/** The places whose controls decide who holds a place: itself and all that hold it, the nearest first. */
export function listControlPlaces(place: string, { within }: Pick<Ground, 'within'>): string[] {
  return findAreas(within, place)
}

/** The holdings of a day, `YYYY-MM-DD`, by place: `holdersAt(holdings, '2017-11-10').get('sy-dez-abu-kamal')?.holders`. */
export function holdersAt(holdings: readonly Holding[], day: string): Map<string, Holding> {
  return new Map(
    holdings
      .filter(({ from, to }) => from <= day && (to === null || day <= to))
      .map(holding => [holding.place, holding]),
  )
}

/** The controls by place under one view, and the timelines found so far. */
interface Record {
  readonly controls: ReadonlyMap<string, readonly Control[]>
  readonly timelines: Map<string, readonly Stretch[]>
  readonly view: View
  readonly ground: Ground
}

function openRecord(controls: readonly Control[], view: View, ground: Ground): Record {
  return { controls: Map.groupBy(controls, ({ place }) => place), timelines: new Map(), view, ground }
}

/** From the largest area down, so that each place fills its gaps from the one that holds it. */
function findTimeline(place: string, record: Record): readonly Stretch[] {
  let timeline: readonly Stretch[] = []
  for (const area of findAreas(record.ground.within, place).reverse()) {
    timeline = record.timelines.get(area) ?? joinStretches(findOwn(area, timeline, record))
    record.timelines.set(area, timeline)
  }
  return timeline
}

function findOwn(place: string, area: readonly Stretch[], record: Record): Stretch[] {
  const { view, ground } = record
  const own = findWords(record.controls.get(place) ?? [], view, ground)
  const words = [...own, ...findTownTakes(place, record)].sort((a, b) => a.day - b.day)
  if (!view.isAgreed) return fillArea(relateWords(words, record), area)
  const voices = Map.groupBy(words, ({ root }) => root)
  return fillArea(
    agreeStretches(
      [...voices.values()].map(said => relateWords(said, record)),
      ground,
    ),
    area,
  )
}

/** Articles that must say that a place is held before that counts against what another gives a day for: one may mean the past. */
const PROOF = 2

/** 1. what is said of days, or often  2. what had happened by a day  3. fights  4. what is only implied. */
function relateWords(words: readonly Word[], { view, ground }: Record): Stretch[] {
  const ever = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }
  const told = words.filter(
    ({ kind, isFirm }) => kind === 'holds' || (isFirm && (kind === 'takes' || kind === 'loses')),
  )
  const firm = findStretches(told, ever, { ground, proof: PROOF })
  const weak = words.filter(({ kind, isFirm }) => !isFirm && (kind === 'takes' || kind === 'holds'))
  const fights = words.filter(({ kind, isFirm }) => kind === 'contests' && isFirm)
  const fought = markFights(fillWords(firm, weak, ground), fights, ground)
  if (!view.hasImplied) return fought
  const bombed = words.filter(({ kind }) => kind === 'implied')
  const implied = findStretches(bombed, ever, { ground, proof: 1 })
  return fillArea(
    fought,
    implied.map(stretch => ({ ...stretch, how: 'implied' })),
  )
}

/** A town that is taken is taken with its quarters. */
function findTownTakes(place: string, { controls, view, ground }: Record): Word[] {
  const towns = findAreas(ground.within, place)
    .slice(1)
    .filter(area => TOWNS.has(ground.placeKinds.get(area) ?? ''))
  return towns
    .flatMap(town => findWords(controls.get(town) ?? [], view, ground))
    .filter(({ kind, isFirm, isPart }) => kind === 'takes' && isFirm && !isPart)
    .map(word => ({ ...word, isInherited: true }))
}

/** Neighbouring stretches that say the same of the same holders are one. */
function joinStretches(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = []
  for (const stretch of stretches) {
    const before = joined.at(-1)
    if (before !== undefined && isContinued(before, stretch)) joined.splice(-1, 1, joinTwo(before, stretch))
    else joined.push(stretch)
  }
  return joined
}

function isContinued(before: Stretch, after: Stretch): boolean {
  return (
    before.to === after.from &&
    before.state === after.state &&
    before.how === after.how &&
    String(before.holders) === String(after.holders)
  )
}

function joinTwo(before: Stretch, after: Stretch): Stretch {
  const confirmed = Math.max(before.confirmed, after.confirmed)
  return { ...before, to: after.to, confirmed, words: [...before.words, ...after.words] }
}

function writeHoldings(place: string, stretches: readonly Stretch[]): Holding[] {
  return stretches.map(({ holders, state, from, to, how, earliest, confirmed, words }) => ({
    place,
    holders,
    state,
    from: writeDay(from),
    earliest: earliest === null ? null : writeDay(earliest),
    to: to === Number.POSITIVE_INFINITY ? null : writeDay(to - 1),
    confirmed: writeDay(confirmed),
    how,
    claims: [...new Set(words.map(({ claim }) => claim))].sort(),
    roots: [...new Set(words.map(({ root }) => root))].sort(),
  }))
}
