/** What an article's own words say of the day on which it was written. */
import { dayNumber } from '../days.ts'
import type { Told } from './details.ts'
import { EVER, type Reason } from './solve.ts'

/**
 * Dates farther on than this, in characters, are often those of other stories on the page: of 540 articles the weekday was right
 * in 82 % within it, in 70 % over the whole of the body.
 */
const REACH = 1500
const DAY = /^\d{4}-\d\d-\d\d$/

/** "أمس الثلاثاء": the article is of a Wednesday. */
export function findWeekdays({ dates, start }: Told): Reason[] {
  return dates.flatMap(({ edtf, days, weekday, span }) => {
    const isOwn = edtf === null && days !== undefined && weekday !== undefined && span[0] < start + REACH
    if (!isOwn) return []
    return [
      { ...EVER, kind: 'weekday', weekday: ((((weekday - days - 1) % 7) + 7) % 7) + 1, span, article: null },
    ]
  })
}

/** What is told as having happened on 3 November 2017 was written no earlier. */
export function findNamed({ facts, start }: Told): Reason[] {
  const named = facts.filter(
    ({ claim }) =>
      claim.modality === 'asserted' && DAY.test(claim.time ?? '') && claim.span[0] < start + REACH,
  )
  const last = named.reduce((max, { claim }) => Math.max(max, dayNumber(claim.time ?? '')), EVER.first)
  const fact = named.find(({ claim }) => dayNumber(claim.time ?? '') === last)
  if (fact === undefined) return []
  return [
    { kind: 'named', first: last, last: EVER.last, weekday: null, span: fact.claim.timeSpan, article: null },
  ]
}
