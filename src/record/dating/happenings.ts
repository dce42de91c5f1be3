/** What other articles say of the day by naming that of one happening: the one says "yesterday", the other "the day before". */
import { isAwaiting, resolveAwaiting } from '../../mentions/weekdays.ts'
import type { ClaimType, DateMention, Span } from '../../model.ts'
import { dayNumber } from '../days.ts'
import type { Fact } from '../facts.ts'
import { findActors, findPlaces } from './details.ts'
import { MANY_DETAILS } from './events.ts'
import type { Link } from './links.ts'
import type { Reason, Stretch } from './solve.ts'
import type { Telling, Told } from './told.ts'

/** What happens to a place once in days; strikes and clashes come again every day. */
const ONCE: ReadonlySet<ClaimType> = new Set([
  'capture',
  'lose',
  'agree',
  'transfer',
  'hazard',
  'explosive',
  'seize',
])
/** A day that an article names farther from its own is background. */
const MOST_AGO = 20

/** A claim of what happens once, with its time: a day, or words that count from the article's date. */
export interface Happening {
  readonly type: ClaimType
  readonly places: readonly string[]
  readonly actors: readonly string[]
  readonly day: number | null
  readonly date: DateMention | null
  readonly span: Span | null
}

/** A happening that two articles tell. */
export interface Shared {
  readonly to: Told
  /** Days from the happening to the article that is to be dated. */
  readonly ago: number
  readonly span: Span | null
  readonly other: Happening
}

/** The happenings of an article. */
export function readHappenings({ facts, dates }: Pick<Telling, 'facts' | 'dates'>): Happening[] {
  return facts.flatMap(fact => readHappening(fact, dates))
}

function readHappening({ claim, days, dated }: Fact, dates: readonly DateMention[]): Happening[] {
  const { type, timeSpan: span, modality } = claim
  if (modality !== 'asserted' || !ONCE.has(type)) return []
  const day = dated === 'text' && days.from !== null && days.from === days.to ? dayNumber(days.from) : null
  const date = dates.find(one => span !== null && one.span[0] === span[0] && one.span[1] === span[1]) ?? null
  const isTimed = day !== null || (date !== null && isAwaiting(date))
  return isTimed ? [{ type, places: findPlaces(claim), actors: findActors(claim), day, date, span }] : []
}

/** True where an article tells of happenings whose day only its own date would tell: those of others may date it. */
export function hasOwnWords({ happenings }: Pick<Told, 'happenings'>): boolean {
  return happenings.some(isOwn)
}

function isOwn({ date }: Happening): boolean {
  return date?.days !== undefined && isAwaiting(date)
}

/** The happenings that an article tells with words such as "yesterday", and others with a day or such words too. */
export function findShared(one: Told, links: readonly Link[]): Shared[] {
  const own = one.happenings.filter(isOwn)
  if (own.length === 0) return []
  return links
    .filter(({ to, details }) => to.article.published !== null || details >= MANY_DETAILS)
    .flatMap(({ to }) =>
      own.flatMap(happening =>
        to.happenings
          .filter(other => isSame(happening, other))
          .map(other => ({ to, ago: -(happening.date?.days ?? 0), span: happening.span, other })),
      ),
    )
}

/** True for two of one type and place, and not of different actors. */
function isSame(happening: Happening, other: Happening): boolean {
  if (happening.type !== other.type) return false
  if (!happening.places.some(place => other.places.includes(place))) return false
  if (happening.actors.length === 0 || other.actors.length === 0) return true
  return happening.actors.some(actor => other.actors.includes(actor))
}

/**
 * The days that shared happenings leave to an article. Of another that has no date either, `daysOf` gives the days that are left to
 * it: where that one says "yesterday" and this one "the day before yesterday", this one was written a day later.
 */
export function findDays(shared: readonly Shared[], daysOf: (other: Told) => Stretch | undefined): Reason[] {
  const reasons = shared.flatMap(({ to, ago, span, other }): Reason[] => {
    const published = daysOf(to)
    const when = published === undefined ? null : resolveDay(other, published)
    if (when === null) return []
    const days = { first: when.first + ago, last: when.last + ago }
    return [{ kind: 'day', ...days, weekday: null, span, article: to.article.id }]
  })
  return [...new Map(reasons.map(one => [`${one.article} ${one.first} ${one.last}`, one])).values()]
}

function resolveDay({ day, date }: Happening, published: Stretch): Stretch | null {
  if (day === null) return date === null ? null : resolveAwaiting(date, published)
  return Math.abs(published.last - day) <= MOST_AGO ? { first: day, last: day } : null
}
