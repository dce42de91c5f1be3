/** Claims whose time hangs on the article's date, once the record has dated the article. */
import { resolveAwaiting } from '../../mentions/weekdays.ts'
import type { DateMention } from '../../model.ts'
import { dayNumber, findDays } from '../days.ts'
import type { Fact } from '../facts.ts'
import type { Dating } from '../relations.ts'
import { writeStretch } from './solve.ts'

/**
 * The fact of an article without a date with the days that its dating gives; `dates` are the dates that the article names. "أمس" becomes
 * a day, or as many days as the dating leaves; a claim without a time of its own takes the article's days. What the text states stays; days
 * that are open at one end date nothing.
 *
 *     { time: null, timeSpan: [40, 43] }, dated 2017-11-01 → { time: '2017-10-31', timeFrom: 'أمس: …, from 2017-11-01, by the record' }
 */
export function redate(fact: Fact, dating: Dating, dates: readonly DateMention[]): Fact {
  const { published } = dating
  const days = findDays(published)
  if (published === null || days.from === null || days.to === null || fact.article.published !== null)
    return fact
  const article = { ...fact.article, published, publishedFrom: 'inferred', days } as const
  const own = resolveTime(fact, published, dates)
  if (own !== undefined) return { ...fact, article, ...own, dated: 'text' }
  return fact.dated === 'text' ? { ...fact, article } : { ...fact, article, days, dated: 'published' }
}

function resolveTime(
  { claim }: Fact,
  published: string,
  dates: readonly DateMention[],
): Pick<Fact, 'claim' | 'days'> | undefined {
  const span = claim.timeSpan
  const { from, to } = findDays(published)
  const date = dates.find(one => span !== null && one.span[0] === span[0] && one.span[1] === span[1])
  if (claim.time !== null || date === undefined || from === null || to === null) return undefined
  const days = resolveAwaiting(date, { first: dayNumber(from), last: dayNumber(to) })
  const time = days === null ? null : writeStretch(days)
  if (time === null) return undefined
  const how = date.how.replace(", from the article's date", '')
  const timeFrom = `${date.text}: ${how}, from ${published}, by the record`
  return { claim: { ...claim, time, timeFrom }, days: findDays(time) }
}
