/** What annotated articles teach about who did it and who suffered it: the candidates of every claim, and which of them are right. */
import { findCandidateActors } from '../../src/claims/candidateActors.ts'
import type { Participant, Span } from '../../src/model.ts'
import type { GoldActor } from './annotated.ts'
import type { Lesson } from './lessons.ts'
import { type Example, probability, splitParts, trainGroups, type Weights } from './regress.ts'

/** One claim with its candidates: `right` is the number of the gold participant that it is, -1 for none. */
interface Item {
  readonly article: string
  readonly outlet: string
  readonly counts: boolean
  readonly gold: number
  readonly candidates: readonly { participant: Participant; example: Example; right: number }[]
}

export interface Learnt {
  readonly weights: Weights
  readonly threshold: number
  readonly another: number
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
      return { article, outlet, counts: !claim.optional, gold: gold.length, candidates }
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
function scoreAt(found: ReadonlyMap<Item, number[]>, threshold: number, another: number): Score {
  let hits = 0
  let read = 0
  let gold = 0
  let exact = 0
  let claims = 0
  for (const [item, ps] of found) {
    if (!item.counts) continue
    const taken = new Set<string>()
    const rights = new Set<number>()
    let chosen = 0
    const ranked = item.candidates.map((one, i) => ({ ...one, p: ps[i] as number })).sort((a, b) => b.p - a.p)
    for (const { participant, right, p } of ranked) {
      const key = participant.actor ?? `@${participant.span[0]}`
      if (p < threshold || taken.has(key) || (taken.size > 0 && p < another)) continue
      taken.add(key)
      chosen++
      if (right >= 0) rights.add(right)
    }
    hits += rights.size
    read += chosen
    gold += item.gold
    claims++
    if (rights.size === item.gold && chosen === item.gold) exact++
  }
  return { f: (2 * hits) / Math.max(1, gold + read), exact: exact / Math.max(1, claims) }
}

const THRESHOLDS = [0.25, 0.3, 0.35, 0.4, 0.45, 0.5]
const MARGINS = [0, 0.05, 0.1, 0.15, 0.2, 0.25]

/** Learns a choice; thresholds are those best by F1 and exact claims together on articles left out. */
export function learnParticipants(items: readonly Item[]): Learnt {
  const found = crossValidate(items, 'article')
  const byOutlet = crossValidate(items, 'outlet')
  const options = THRESHOLDS.flatMap(threshold =>
    MARGINS.map(margin => ({ threshold, another: threshold + margin })),
  )
  const worth = ({ threshold, another }: { threshold: number; another: number }) => {
    const { f, exact } = scoreAt(found, threshold, another)
    return f + exact
  }
  const best = options.reduce((a, b) => (worth(b) > worth(a) ? b : a))
  const pct = (x: number) => (100 * x).toFixed(1)
  const article = scoreAt(found, best.threshold, best.another)
  const outlet = scoreAt(byOutlet, best.threshold, best.another)
  const figures = `F1 ${pct(article.f)}, all of a claim right ${pct(article.exact)} on articles left out; ${pct(outlet.f)}, ${pct(outlet.exact)} on outlets left out`
  return { weights: trainGroups(examplesOf(items), L2), ...best, figures }
}
