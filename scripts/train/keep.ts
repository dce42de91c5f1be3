/** What annotated articles teach about which drafts are claims. */
import { findFeatures } from '../../src/claims/features.ts'
import { isHeadline } from '../../src/claims/keep.ts'
import { type Lesson, readOthers } from './lessons.ts'
import { type Example, probability, splitParts, train, type Weights } from './regress.ts'

const L2 = 2
const FOLDS = 10
/** Of thresholds as good as the best to within this much, the highest is taken: it keeps least on other subjects. */
const AS_GOOD = 0.005
const OTHERS = 500
const UNSEEN_OTHERS = 1000

interface Part {
  readonly article: string
  readonly outlet: string
  readonly examples: readonly Example[]
}

/** Is the draft a claim? Those paired with an optional claim teach nothing. */
function readExamples({ sheet, drafts, pairOf }: Lesson): Example[] {
  return drafts.flatMap((draft, d): Example[] => {
    const claim = pairOf.get(d)
    if (claim?.optional || isHeadline(sheet, draft) || draft.type === 'statement') return []
    return [{ features: findFeatures(sheet, drafts, d), label: claim === undefined ? 0 : 1 }]
  })
}

interface Scored {
  readonly p: number
  readonly label: 0 | 1
}

function crossValidate(
  parts: readonly Part[],
  groupOf: (part: Part) => string,
  others: readonly Example[],
): Scored[] {
  const numberOf = splitParts(parts.map(groupOf), FOLDS)
  return Array.from({ length: FOLDS }, (_, number) => {
    const isOut = (part: Part) => numberOf.get(groupOf(part)) === number
    const seen = parts.filter(part => !isOut(part)).flatMap(({ examples }) => examples)
    const weights = train([...others, ...seen], L2)
    const left = parts.filter(isOut).flatMap(({ examples }) => examples)
    return left.map(({ features, label }) => ({ p: probability(weights, features), label }))
  }).flat()
}

interface Score {
  readonly p: number
  readonly r: number
  readonly f: number
}

function scoreAt(scored: readonly Scored[], threshold: number, gold: number): Score {
  const kept = scored.filter(one => one.p >= threshold)
  const hits = kept.filter(one => one.label === 1).length
  const p = kept.length ? hits / kept.length : 0
  const r = hits / gold
  return { p, r, f: p + r ? (2 * p * r) / (p + r) : 0 }
}

const pct = (x: number) => (100 * x).toFixed(1)

/** Learns the choice; the threshold is the best on articles left out. Prints how well, and how far a weight can be trusted. */
export function learnKeep(lessons: readonly Lesson[]): {
  weights: Weights
  threshold: number
  figures: string
} {
  const parts = lessons.map(lesson => ({ ...lesson, examples: readExamples(lesson) }))
  const gold = lessons.flatMap(({ claims }) => claims.filter(({ optional }) => !optional)).length
  const others = readOthers(OTHERS, 0)
  const byArticle = crossValidate(parts, part => part.article, others)
  const byOutlet = crossValidate(parts, part => part.outlet, others)
  const threshold = findThreshold(byArticle, gold)
  const show = (name: string, { p, r, f }: Score) =>
    console.log(`keep   ${name.padEnd(34)} P ${pct(p)} R ${pct(r)} F1 ${pct(f)}`)
  show('all, nothing weighed', scoreAt(byArticle, 0, gold))
  show(`left out by article, at ${threshold.toFixed(2)}`, scoreAt(byArticle, threshold, gold))
  show(`left out by outlet, at ${threshold.toFixed(2)}`, scoreAt(byOutlet, threshold, gold))
  printCalibration(byArticle)
  const weights = train([...others, ...parts.flatMap(({ examples }) => examples)], L2)
  printUnseen(weights, threshold)
  const f = (scored: readonly Scored[], at: number) => pct(scoreAt(scored, at, gold).f)
  const figures = `left out by article F1 ${f(byArticle, threshold)}, by outlet ${f(byOutlet, threshold)}, unweighed ${f(byArticle, 0)}`
  return { weights, threshold, figures }
}

function findThreshold(scored: readonly Scored[], gold: number): number {
  const goal = (at: number) => scoreAt(scored, at, gold).f
  let best = 0.5
  for (let at = 0.2; at < 0.75; at += 0.01) if (goal(at) > goal(best)) best = at
  const least = goal(best) - AS_GOOD
  while (best < 0.75 && goal(best + 0.01) >= least) best += 0.01
  return best
}

function printUnseen(weights: Weights, threshold: number): void {
  const unseen = readOthers(UNSEEN_OTHERS, OTHERS)
  const kept = unseen.filter(({ features }) => probability(weights, features) >= threshold).length
  if (unseen.length > 0)
    console.log(`keep   ${UNSEEN_OTHERS} articles on other subjects: ${unseen.length} drafts, ${kept} kept\n`)
}

function printCalibration(scored: readonly Scored[]): void {
  for (let t = 0; t < 0.95; t += 0.1) {
    const bin = scored.filter(one => one.p >= t && one.p < t + 0.1)
    const right = bin.filter(one => one.label === 1).length
    console.log(
      `  at ${t.toFixed(1)}-${(t + 0.1).toFixed(1)}  ${String(bin.length).padStart(5)}  ${bin.length ? pct(right / bin.length) : '-'} % right`,
    )
  }
}
