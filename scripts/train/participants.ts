/** What annotated articles teach about who did it and who suffered it: the candidates of every claim, and which of them are right. */
import { findCandidateActors } from '../../src/claims/candidateActors.ts'
import { keyOfParticipant } from '../../src/claims/choose.ts'
import { joinNames, type Thresholds, takeNames } from '../../src/claims/chooseNames.ts'
import type { Sheet } from '../../src/claims/sheet.ts'
import type { Participant, Span } from '../../src/model.ts'
import type { GoldActor } from './annotated.ts'
import type { Lesson } from './lessons.ts'
import { type Example, probability, splitParts, trainGroups, type Weights } from './regress.ts'

/** One claim with its candidates: `right` is the number of the gold participant that it is, -1 for none. */
interface Item {
  readonly article: string
  readonly outlet: string
  readonly sheet: Sheet
  readonly counts: boolean
  readonly gold: number
  readonly candidates: readonly { participant: Participant; example: Example; right: number }[]
}

export interface Learnt {
  readonly weights: Weights
  readonly thresholds: Thresholds
  readonly figures: string
}

/** Optional claims teach too, but are worth less. */
const OPTIONAL = 0.5
const L2 = 5
const FOLDS = 5

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\u064B-\u0652\u0670\u0640]/g, '')
    .replace(/[\u0622\u0623\u0625\u0671]/g, '\u0627')
    .replace(/\u0649/g, '\u064a')
    .replace(/\u0629/g, '\u0647')

/** The same as the score has it: of one id, or of one name where either has no id. */
function isSame(gold: GoldActor, { actor, text, span }: Participant): boolean {
  if (gold.actor !== null && actor !== null) return gold.actor === actor
  return isSameName(gold, { text, span })
}

interface Named {
  readonly text: string
  readonly span: Span
}

/** The same words, or words that overlap. */
export function isSameName(gold: Named, { text, span }: Named): boolean {
  const overlaps = Math.min(gold.span[1], span[1]) > Math.max(gold.span[0], span[0])
  return overlaps || plain(gold.text) === plain(text)
}

/** The kept claims with their candidates for `field`. */
export function readItems(lessons: readonly Lesson[], field: 'agent' | 'target'): Item[] {
  return lessons.flatMap(({ article, outlet, sheet, kept, keptPairOf }) =>
    [...keptPairOf].map(([index, claim]): Item => {
      const gold = claim[field] ?? []
      const candidates = findCandidateActors(sheet, kept, index).map(({ participant, features }) => {
        const right = gold.findIndex(one => isSame(one, participant))
        const worth = claim.optional ? OPTIONAL : 1
        const group = `${article} ${index} ${right}`
        const example: Example =
          right < 0 ? { features, label: 0, worth } : { features, label: 1, worth, group }
        return { participant, example, right }
      })
      return { article, outlet, sheet, counts: !claim.optional, gold: gold.length, candidates }
    }),
  )
}

const examplesOf = (items: readonly Item[]) => items.flatMap(item => item.candidates.map(one => one.example))

/** For every item the probabilities of its candidates, from weights that have not seen its article, or its outlet. */
function crossValidate(items: readonly Item[], by: 'article' | 'outlet'): Map<Item, number[]> {
  const partOf = splitParts(
    items.map(item => item[by]),
    FOLDS,
  )
  const found = new Map<Item, number[]>()
  for (let part = 0; part < FOLDS; part++) {
    const isOut = (item: Item) => partOf.get(item[by]) === part
    const weights = trainGroups(examplesOf(items.filter(item => !isOut(item))), L2)
    for (const item of items.filter(isOut))
      found.set(
        item,
        item.candidates.map(({ example }) => probability(weights, example.features)),
      )
  }
  return found
}

interface Score {
  readonly f: number
  readonly exact: number
}

/** F1 of participants, and the share of claims with all of them right and no others. */
function scoreAt(found: ReadonlyMap<Item, number[]>, thresholds: Thresholds): Score {
  let [hits, read, gold, exact, claims] = [0, 0, 0, 0, 0]
  for (const [item, ps] of found) {
    if (!item.counts) continue
    const weighted = item.candidates.map(({ participant, right }, i) => ({
      one: { ...participant, right },
      span: participant.span,
      weight: ps[i] as number,
      reason: '',
    }))
    const taken = takeNames(item.sheet, joinNames(weighted, keyOfParticipant), thresholds)
    const rights = new Set(taken.map(({ one }) => one.right).filter(right => right >= 0)).size
    hits += rights
    read += taken.length
    gold += item.gold
    claims++
    if (rights === item.gold && taken.length === item.gold) exact++
  }
  return { f: (2 * hits) / Math.max(1, gold + read), exact: exact / Math.max(1, claims) }
}

/** Every set of thresholds that is tried: the first, how much more another asks for, how much less one strung on. */
export const ALL_THRESHOLDS: readonly Thresholds[] = [0.3, 0.35, 0.4, 0.45, 0.5].flatMap(first =>
  [0, 0.1, 0.2, 0.3].flatMap(more =>
    [0, 0.1, 0.2, 0.25].map(less => ({ first, another: first + more, strung: first - less })),
  ),
)

/** Learns a choice; thresholds are those best by F1 and exact claims together on articles left out. */
export function learnParticipants(items: readonly Item[]): Learnt {
  const found = crossValidate(items, 'article')
  const byOutlet = crossValidate(items, 'outlet')
  const worth = (thresholds: Thresholds) => {
    const { f, exact } = scoreAt(found, thresholds)
    return f + exact
  }
  const thresholds = ALL_THRESHOLDS.reduce((a, b) => (worth(b) > worth(a) ? b : a))
  const pct = (x: number) => (100 * x).toFixed(1)
  const article = scoreAt(found, thresholds)
  const outlet = scoreAt(byOutlet, thresholds)
  const figures = `F1 ${pct(article.f)}, all of a claim right ${pct(article.exact)} on articles left out; ${pct(outlet.f)}, ${pct(outlet.exact)} on outlets left out`
  return { weights: trainGroups(examplesOf(items), L2), thresholds, figures }
}
