/** What annotated articles teach about where it was: the candidate places of every claim, which are right, which only hold the right one. */
import { findCandidatePlaces, type PlaceCandidate } from '../../src/claims/candidatePlaces.ts'
import { keyOfPlace } from '../../src/claims/choose.ts'
import { joinNames, type Thresholds, takeNames } from '../../src/claims/chooseNames.ts'
import type { Sheet } from '../../src/claims/sheet.ts'
import { isWithin } from '../../src/claims/where.ts'
import type { GoldPlace } from './annotated.ts'
import type { Lesson } from './lessons.ts'
import { ALL_THRESHOLDS, isSameName } from './participants.ts'
import { type Example, probability, splitParts, train, trainGroups, type Weights } from './regress.ts'

interface Item {
  readonly article: string
  readonly outlet: string
  readonly sheet: Sheet
  readonly counts: boolean
  readonly gold: readonly GoldPlace[]
  readonly candidates: readonly (PlaceCandidate & { example: Example; right: number })[]
}

const OPTIONAL = 0.5
const L2 = 5
const FOLDS = 5

/** The kept claims with their candidate places. */
export function readPlaceItems(lessons: readonly Lesson[]): Item[] {
  return lessons.flatMap(({ article, outlet, sheet, kept, keptPairOf }) =>
    [...keptPairOf].map(([index, claim]): Item => {
      const candidates = findCandidatePlaces(sheet, kept, index).map(({ place, features }) => {
        const right = claim.places.findIndex(one => isSameName(one, place))
        const worth = claim.optional ? OPTIONAL : 1
        const group = `${article} ${index} ${right}`
        const example: Example =
          right < 0 ? { features, label: 0, worth } : { features, label: 1, worth, group }
        return { place, features, example, right }
      })
      return { article, outlet, sheet, counts: !claim.optional, gold: claim.places, candidates }
    }),
  )
}

interface Pair {
  readonly place: Weights
  readonly container: Weights
}

function learn(items: readonly Item[]): Pair {
  const place = trainGroups(
    items.flatMap(({ candidates }) => candidates.map(({ example }) => example)),
    L2,
  )
  const held = items.flatMap(({ gold, candidates }) =>
    candidates.flatMap(({ example, right }): Example[] =>
      right < 0 ? [] : [{ ...example, label: gold[right]?.role === 'in' ? 1 : 0 }],
    ),
  )
  return { place, container: train(held, L2) }
}

type Weighed = readonly { readonly p: number; readonly held: number }[]

function crossValidate(items: readonly Item[], by: 'article' | 'outlet'): Map<Item, Weighed> {
  const partOf = splitParts(
    items.map(item => item[by]),
    FOLDS,
  )
  const found = new Map<Item, Weighed>()
  for (let part = 0; part < FOLDS; part++) {
    const isOut = (item: Item) => partOf.get(item[by]) === part
    const { place, container } = learn(items.filter(item => !isOut(item)))
    for (const item of items.filter(isOut))
      found.set(
        item,
        item.candidates.map(({ example: { features } }) => ({
          p: probability(place, features),
          held: probability(container, features),
        })),
      )
  }
  return found
}

interface Choice {
  readonly place: Thresholds
  readonly container: number
}

/** F1 of the places where it was, and the share of claims with all of them right and no others; containers count neither way, as in the score. */
function scoreAt(found: ReadonlyMap<Item, Weighed>, { place: thresholds, container }: Choice) {
  let [hits, read, all, exact, claims] = [0, 0, 0, 0, 0]
  for (const [{ sheet, counts, gold, candidates }, weighed] of found) {
    if (!counts) continue
    const weighted = candidates.map((one, i) => {
      const { p, held } = weighed[i] as Weighed[number]
      return { one: { ...one, held }, span: one.place.span, weight: p, reason: '' }
    })
    const taken = takeNames(sheet, joinNames(weighted, keyOfPlace), thresholds).map(({ one }) => one)
    const isHeld = (at: number) => gold[at] !== undefined && gold[at].role !== 'in'
    const holds = ({ place }: ClaimPlaceOf) =>
      taken.some(one => one.place !== place && isWithin(sheet, one.place.place, place.place))
    const kept = taken.filter(one => (one.held < container && !holds(one)) || isHeld(one.right))
    const rights = new Set(kept.filter(({ right }) => isHeld(right)).map(({ right }) => right)).size
    const wanted = gold.filter(({ role }) => role !== 'in').length
    hits += rights
    read += kept.length
    all += wanted
    claims++
    if (rights === wanted && kept.length === rights) exact++
  }
  return { f: (2 * hits) / Math.max(1, all + read), exact: exact / Math.max(1, claims) }
}

type ClaimPlaceOf = Pick<PlaceCandidate, 'place'>

const CONTAINERS = [0.3, 0.35, 0.4, 0.45, 0.5, 0.55]

/** Learns both choices; thresholds are those best by F1 and exact claims together on articles left out. */
export function learnPlaces(items: readonly Item[]) {
  const byArticle = crossValidate(items, 'article')
  const byOutlet = crossValidate(items, 'outlet')
  const worth = (choice: Choice) => {
    const { f, exact } = scoreAt(byArticle, choice)
    return f + exact
  }
  const better = (a: Choice, b: Choice) => (worth(b) > worth(a) ? b : a)
  const atHalf = ALL_THRESHOLDS.map(place => ({ place, container: 0.5 })).reduce(better)
  const best = CONTAINERS.map(container => ({ ...atHalf, container })).reduce(better)
  const pct = (x: number) => (100 * x).toFixed(1)
  const tell = ({ f, exact }: { f: number; exact: number }) =>
    `F1 ${pct(f)}, all of a claim right ${pct(exact)}`
  const figures = `${tell(scoreAt(byArticle, best))} on articles left out; ${tell(scoreAt(byOutlet, best))} on outlets left out`
  return { weights: learn(items), thresholds: best, figures }
}
