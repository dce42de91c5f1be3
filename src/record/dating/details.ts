/** What an article tells, as details that another article may tell too: who did what where, how many. */
import type { Claim, DateMention, Reading } from '../../model.ts'
import { type ArticleFact, type Fact, readArticleFact, readFact } from '../facts.ts'
import type { Ground } from '../ground.ts'

/** An article as dating reads it. A store can make one from its rows. */
export interface Told {
  readonly article: ArticleFact
  readonly facts: readonly Fact[]
  /** The dates that its body names. Those of an article with a date of its own are not read. */
  readonly dates: readonly DateMention[]
  /** Where its body begins. */
  readonly start: number
}

/** A reading as dating reads it. */
export function readTold({ article, claims, mentions }: Reading, ground: Pick<Ground, 'families'>): Told {
  const fact = readArticleFact(article, ground)
  const [start, end] = article.body
  const facts = claims.filter(({ optional }) => !optional).map(claim => readFact(claim, fact))
  const dates = mentions.filter(
    (mention): mention is DateMention =>
      mention.kind === 'date' && mention.span[0] >= start && mention.span[1] <= end,
  )
  return { article: fact, facts, dates, start }
}

/** Places of a claim that are read: those after the fourth were carried along from sentences before. */
const MOST_PLACES = 4
/** Smaller numbers are found everywhere. */
const LEAST_COUNTED = 3

/**
 * The details of an article, sorted, each once: the keys of its block, since only articles that share details date each other.
 *
 *     "seven fighters of red killed in Alder" → casualties|alder, alder, casualties|alder|red, casualties|red,
 *                                               casualties|#7|fighter, casualties|#7|alder
 */
export function listDetails(facts: readonly Fact[], { placeKinds }: Pick<Ground, 'placeKinds'>): string[] {
  const isSmall = (place: string) => placeKinds.get(place) !== 'country'
  return [...new Set(facts.flatMap(({ claim }) => readDetails(claim, isSmall)))].sort()
}

function readDetails(claim: Claim, isSmall: (place: string) => boolean): string[] {
  const { type, count } = claim
  const places = findPlaces(claim).filter(isSmall).slice(0, MOST_PLACES)
  const actors = findActors(claim)
  const number = count?.min ?? 0
  const counted =
    number >= LEAST_COUNTED ? [count?.what ?? '', ...places].map(what => `${type}|#${number}|${what}`) : []
  return [
    ...places.flatMap(place => [
      `${type}|${place}`,
      place,
      ...actors.map(actor => `${type}|${place}|${actor}`),
    ]),
    ...actors.map(actor => `${type}|${actor}`),
    ...counted,
  ]
}

/** The places of a claim that have a row. */
export function findPlaces({ places }: Claim): string[] {
  return places.flatMap(({ place }) => (place === null ? [] : [place]))
}

/** The actors of a claim that have a row, on either side. */
export function findActors({ agent, target }: Claim): string[] {
  return [...agent, ...target].flatMap(({ actor }) => (actor === null ? [] : [actor]))
}
