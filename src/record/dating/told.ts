/** An article as dating reads it: little enough that a store keeps it beside each article. */
import { isAwaiting } from '../../mentions/weekdays.ts'
import type { DateMention, Reading } from '../../model.ts'
import { type ArticleFact, type Fact, readArticleFact, readFact } from '../facts.ts'
import type { Ground } from '../ground.ts'
import { listDetails } from './details.ts'
import { type Happening, readHappenings } from './happenings.ts'
import { findNamed, findWeekdays, type NamedDay, type OwnWeekday } from './reasons.ts'

/** An article as dating reads it. */
export interface Told {
  readonly article: Pick<ArticleFact, 'id' | 'family' | 'published' | 'days'>
  readonly details: readonly number[]
  readonly happenings: readonly Happening[]
  readonly weekdays: readonly OwnWeekday[]
  readonly named: NamedDay | null
  /** Dates that the body names with words such as "yesterday", which only the article's date would tell. */
  readonly awaiting: readonly DateMention[]
}

/** What of an article is read to make a `Told`. */
export interface Telling {
  readonly article: ArticleFact
  readonly facts: readonly Fact[]
  /** The dates that its body names. */
  readonly dates: readonly DateMention[]
  /** Where its body begins. */
  readonly start: number
}

/** An article as dating reads it; what it says of its own day is not read where it states that day. */
export function readTold(reading: Reading, ground: Pick<Ground, 'families' | 'placeKinds'>): Told {
  return tellDates(readTelling(reading, ground), ground)
}

/** A reading with its facts, and the dates of its body. */
export function readTelling(
  { article, claims, mentions }: Reading,
  ground: Pick<Ground, 'families'>,
): Telling {
  const fact = readArticleFact(article, ground)
  const [start, end] = article.body
  const facts = claims.filter(({ optional }) => !optional).map(claim => readFact(claim, fact))
  const dates = mentions.filter(
    (mention): mention is DateMention =>
      mention.kind === 'date' && mention.span[0] >= start && mention.span[1] <= end,
  )
  return { article: fact, facts, dates, start }
}

/** What dating needs of an article with its facts. */
export function tellDates(telling: Telling, ground: Pick<Ground, 'placeKinds'>): Told {
  const { article, facts, dates } = telling
  const { id, family, published, days } = article
  const isStated = published !== null
  return {
    article: { id, family, published, days },
    details: listDetails(facts, ground),
    happenings: readHappenings(telling),
    weekdays: isStated ? [] : findWeekdays(telling),
    named: isStated ? null : findNamed(telling),
    awaiting: isStated ? [] : dates.filter(isAwaiting),
  }
}
