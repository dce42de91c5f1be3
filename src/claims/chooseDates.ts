/** When it happened: the weights choose among the days that a claim may have, in the order of the text. */
import { type Course, type DateCandidate, findCandidateDates, goOn, START } from './candidateDates.ts'
import { addTo, type Draft } from './draft.ts'
import { isHeadline } from './keep.ts'
import type { Sheet } from './sheet.ts'
import { findThreshold, weighFeatures } from './weigh.ts'

/** One claim with the days that it may have, and the one that it is given. */
export interface Step {
  readonly index: number
  readonly candidates: readonly DateCandidate[]
  readonly choice: DateCandidate | undefined
}

/**
 * Gives the claims their dates one after another: what one is given is a candidate of the next. A headline has its own, and
 * hands none on.
 */
export function walkDates(
  sheet: Sheet,
  drafts: readonly Draft[],
  pick: (candidates: readonly DateCandidate[], index: number) => DateCandidate | undefined,
): Step[] {
  let course: Course = START
  return drafts.map((draft, index) => {
    const candidates = findCandidateDates(sheet, drafts, { index, course })
    const choice = pick(candidates, index)
    if (!isHeadline(sheet, draft)) course = goOn(course, draft, choice)
    return { index, candidates, choice }
  })
}

/** Weighs candidates and picks the heaviest that is heavy enough; one of its sentence needs less than one carried on. */
export function pickDate(
  candidates: readonly DateCandidate[],
  weigh: (features: readonly string[]) => number,
  { here, carried }: { readonly here: number; readonly carried: number },
): DateCandidate | undefined {
  let best: DateCandidate | undefined
  let most = 0
  for (const candidate of candidates) {
    const weight = weigh(candidate.features)
    if (weight < (candidate.hops === 0 ? here : carried) || weight <= most) continue
    best = candidate
    most = weight
  }
  return best
}

/** Gives every draft the date that the weights choose. */
export function chooseDates(sheet: Sheet, drafts: readonly Draft[]): Draft[] {
  const thresholds = {
    here: findThreshold(sheet, 'date', ' of one here'),
    carried: findThreshold(sheet, 'date', ''),
  }
  const weigh = (features: readonly string[]) => weighFeatures(sheet, 'date', features).weight
  const steps = walkDates(sheet, drafts, candidates => pickDate(candidates, weigh, thresholds))
  return drafts.map((draft, i) => {
    const choice = steps[i]?.choice
    if (choice === undefined) return { ...draft, date: null }
    const where = choice.hops === 0 ? '<date> of the sentence' : '<date> of a claim before'
    const { reason } = weighFeatures(sheet, 'date', choice.features)
    return addTo(draft, { date: choice.date }, `${where}, ${reason}`)
  })
}
