/** What annotated articles teach about the day of a sentence before: does it hold for a claim that names none? */
import { findCarried } from '../../src/claims/when.ts'
import type { Lesson } from './lessons.ts'
import { type Example, probability, splitParts, train, type Weights } from './regress.ts'

interface Item {
  readonly article: string
  readonly outlet: string
  readonly example: Example
}

const L2 = 2
const FOLDS = 10

/** Asked of true claims without a day of their own. */
export function readDayItems(lessons: readonly Lesson[]): Item[] {
  return lessons.flatMap(({ article, outlet, sheet, drafts, pairOf }) =>
    [...pairOf].flatMap(([index, { time, optional }]) => {
      const { date, because, modality } = drafts[index] as (typeof drafts)[number]
      const isOwn = date !== null && !because.some(reason => reason.startsWith('<date> of a sentence before'))
      if (optional || isOwn || modality === 'planned' || modality === 'possible') return []
      const carried = findCarried(sheet, drafts, index)
      if (carried === undefined) return []
      const label = time === carried.date.edtf ? 1 : 0
      return [{ article, outlet, example: { features: carried.features, label } as const }]
    }),
  )
}

const learn = (items: readonly Item[]): Weights =>
  train(
    items.map(({ example }) => example),
    L2,
  )

interface Decision {
  readonly p: number
  readonly label: 0 | 1
}

function crossValidate(items: readonly Item[], by: 'article' | 'outlet'): Decision[] {
  const partOf = splitParts(
    items.map(item => item[by]),
    FOLDS,
  )
  return Array.from({ length: FOLDS }, (_, part) => {
    const isOut = (item: Item) => partOf.get(item[by]) === part
    const weights = learn(items.filter(item => !isOut(item)))
    return items
      .filter(isOut)
      .map(({ example: { features, label } }) => ({ p: probability(weights, features), label }))
  }).flat()
}

/** Share of right decisions: a yes and a no are of one worth. */
function scoreAt(decisions: readonly Decision[], threshold: number): number {
  return (
    decisions.filter(({ p, label }) => p >= threshold === (label === 1)).length /
    Math.max(1, decisions.length)
  )
}

/** Learns the choice; the threshold is the best on articles left out. */
export function learnDays(items: readonly Item[]): { weights: Weights; threshold: number; figures: string } {
  const byArticle = crossValidate(items, 'article')
  const byOutlet = crossValidate(items, 'outlet')
  let threshold = 0.5
  for (let at = 0.3; at < 0.75; at += 0.01)
    if (scoreAt(byArticle, at) > scoreAt(byArticle, threshold)) threshold = at
  const pct = (x: number) => (100 * x).toFixed(1)
  const figures = `decisions right ${pct(scoreAt(byArticle, threshold))} on articles left out, ${pct(scoreAt(byOutlet, threshold))} on outlets left out; always no ${pct(scoreAt(byArticle, 2))}`
  return { weights: learn(items), threshold, figures }
}
