/** What annotated articles teach about when it was: the days that a claim may have, and which of them is right. */
import type { DateCandidate } from '../../src/claims/candidateDates.ts'
import { pickDate, type Step, walkDates } from '../../src/claims/chooseDates.ts'
import { hasCommonTime } from '../../src/cli/scoreFields.ts'
import type { Lesson } from './lessons.ts'
import { type Example, probability, splitParts, train, type Weights } from './regress.ts'

const L2 = 3
const FOLDS = 10
/** Rounds in which the weights learn from what they themselves hand on, beside what is annotated. */
const ROUNDS = 2
const OPTIONAL = 0.5

interface Thresholds {
  readonly here: number
  readonly carried: number
}

/** While learning, before the thresholds are known. */
const FIRST: Thresholds = { here: 0.45, carried: 0.55 }

/** What an annotated date is as a candidate, where the text has none for it. */
function makeCandidate(edtf: string): DateCandidate {
  const date = { kind: 'date', span: [0, 0], text: '', edtf, how: '' } as const
  return { date, features: [], hops: 0, sentence: 0 }
}

/** Hands on what is annotated; where nothing is, what the rules propose. */
function walkTaught({ sheet, kept, keptPairOf }: Lesson): Step[] {
  return walkDates(sheet, kept, (candidates, index) => {
    const claim = keptPairOf.get(index)
    const date = kept[index]?.date
    if (claim === undefined) return candidates.find(one => one.date === date)
    const { time } = claim
    if (time === null) return undefined
    return (
      candidates.find(one => one.date.edtf === time) ??
      candidates.find(one => hasCommonTime(one.date.edtf, time)) ??
      makeCandidate(time)
    )
  })
}

function walkLearnt({ sheet, kept }: Lesson, weights: Weights, thresholds: Thresholds): Step[] {
  const weigh = (features: readonly string[]) => probability(weights, features)
  return walkDates(sheet, kept, candidates => pickDate(candidates, weigh, thresholds))
}

function readExamples({ keptPairOf }: Lesson, steps: readonly Step[]): Example[] {
  return steps.flatMap(({ index, candidates }) => {
    const claim = keptPairOf.get(index)
    if (claim === undefined) return []
    return candidates.map(({ date, features }): Example => {
      const label = hasCommonTime(date.edtf, claim.time) ? 1 : 0
      return { features, label, worth: claim.optional ? OPTIONAL : 1 }
    })
  })
}

/** Learns from annotated courses, then from those that the weights themselves take, so that their errors are known to them. */
function learn(lessons: readonly Lesson[]): Weights {
  let examples = lessons.flatMap(lesson => readExamples(lesson, walkTaught(lesson)))
  let weights = train(examples, L2)
  for (let round = 0; round < ROUNDS; round++) {
    const own = weights
    const more = lessons.flatMap(lesson => readExamples(lesson, walkLearnt(lesson, own, FIRST)))
    examples = [...examples, ...more]
    weights = train(examples, L2 * (round + 2))
  }
  return weights
}

type LeftOut = ReadonlyMap<Lesson, Weights>

function crossValidate(lessons: readonly Lesson[], by: 'article' | 'outlet'): LeftOut {
  const partOf = splitParts(
    lessons.map(lesson => lesson[by]),
    FOLDS,
  )
  const found = new Map<Lesson, Weights>()
  for (let part = 0; part < FOLDS; part++) {
    const isOut = (lesson: Lesson) => partOf.get(lesson[by]) === part
    const weights = learn(lessons.filter(lesson => !isOut(lesson)))
    for (const lesson of lessons.filter(isOut)) found.set(lesson, weights)
  }
  return found
}

/** Share of claims whose date has a day in common with the annotated one, or that rightly have none. */
function scoreAt(found: LeftOut, thresholds: Thresholds): number {
  let [right, all] = [0, 0]
  for (const [lesson, weights] of found) {
    for (const { index, choice } of walkLearnt(lesson, weights, thresholds)) {
      const claim = lesson.keptPairOf.get(index)
      if (claim === undefined || claim.optional) continue
      all++
      if (hasCommonTime(choice?.date.edtf ?? null, claim.time)) right++
    }
  }
  return right / Math.max(1, all)
}

const ALL = [0.35, 0.4, 0.45, 0.5].flatMap(here =>
  [0.45, 0.5, 0.55, 0.6, 0.65].map(carried => ({ here, carried })),
)

/** Learns the choice; the thresholds are the best on articles left out. */
export function learnDays(lessons: readonly Lesson[]): {
  weights: Weights
  thresholds: Thresholds
  figures: string
} {
  const byArticle = crossValidate(lessons, 'article')
  const scored = ALL.map(thresholds => ({ thresholds, score: scoreAt(byArticle, thresholds) }))
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
  const byOutlet = scoreAt(crossValidate(lessons, 'outlet'), best.thresholds)
  const pct = (x: number) => (100 * x).toFixed(1)
  const rules = scoreRules(lessons)
  const figures = `right ${pct(best.score)} on articles left out, ${pct(byOutlet)} on outlets left out; rules alone ${pct(rules)}`
  return { weights: learn(lessons), thresholds: best.thresholds, figures }
}

function scoreRules(lessons: readonly Lesson[]): number {
  const judged = lessons.flatMap(({ kept, keptPairOf }) =>
    [...keptPairOf].flatMap(([index, { time, optional }]) =>
      optional ? [] : [hasCommonTime(kept[index]?.date?.edtf ?? null, time)],
    ),
  )
  return judged.filter(Boolean).length / Math.max(1, judged.length)
}
