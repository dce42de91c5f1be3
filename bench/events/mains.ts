/**
 * The main event of an article: what B-cubed compares to incidents.
 *
 * An article is of the events of its claims of combat and of harm, but for what it only plans or denies. A strike and its
 * dead are events of two families and one incident: a combat event counts as one with the harm event of its places that most
 * of its articles tell, too. Of those the main one is the one with a place and days before one without, then the one that
 * most articles tell, then the one of which this article says most, then the one that it tells first.
 */
import type { Fact } from '../../src/record/facts.ts'
import type { Event } from '../../src/record/relations.ts'

const FAMILIES = new Set(['combat', 'harm'])

/** A claim of an article with its event, and the event that stands for that. */
interface Told {
  readonly fact: Fact
  readonly event: Event
  readonly name: string
}

/** Article → the claims of its main event, in the order of the text; an article without any is missing. */
export function findMains(facts: readonly Fact[], events: readonly Event[]): Map<string, Told[]> {
  const told = nameClaims(facts, events)
  const groups = Map.groupBy(told, ({ name }) => name)
  const counts = new Map(
    [...groups].map(([name, claims]) => [name, new Set(claims.map(({ fact }) => fact.article.id)).size]),
  )
  const articles = Map.groupBy(told, ({ fact }) => fact.article.id)
  return new Map(
    [...articles].map(([article, own]) => {
      own.sort((a, b) => a.fact.claim.span[0] - b.fact.claim.span[0])
      const mine = [...Map.groupBy(own, ({ name }) => name).values()]
      const articlesOf = ([first]: readonly Told[]) => counts.get(first?.name ?? '') ?? 0
      mine.sort(
        (a, b) =>
          Number(isFirm(b)) - Number(isFirm(a)) || articlesOf(b) - articlesOf(a) || b.length - a.length,
      )
      return [article, mine[0] as Told[]]
    }),
  )
}

/** True where the event has a place and days, not weeks or nothing. */
function isFirm(claims: readonly Told[]): boolean {
  return claims.some(
    ({ event }) => event.places.length > 0 && (event.time ?? '').split('/').every(day => day.length === 10),
  )
}

function nameClaims(facts: readonly Fact[], events: readonly Event[]): Told[] {
  const eventOf = new Map(events.flatMap(event => event.claims.map(claim => [claim, event] as const)))
  const counted = facts.filter(
    ({ family, claim }) =>
      FAMILIES.has(family) && claim.modality !== 'planned' && claim.modality !== 'negated',
  )
  const told = counted.map(fact => ({ fact, event: eventOf.get(fact.key) as Event }))
  const partners = findPartners(told)
  return told.map(one => ({ ...one, name: partners.get(one.event.id) ?? one.event.id }))
}

/** Combat event → the harm event that goes with it, where there is one. */
function findPartners(told: readonly Omit<Told, 'name'>[]): Map<string, string> {
  const pairs = [...Map.groupBy(told, ({ fact }) => fact.article.id).values()].flatMap(own => {
    const events = [...new Set(own.map(({ event }) => event))]
    const harms = events.filter(({ family }) => family === 'harm')
    const combats = events.filter(({ family }) => family === 'combat')
    return combats.flatMap(combat =>
      harms.filter(harm => isSameScene(harm, combat)).map(harm => ({ combat: combat.id, harm: harm.id })),
    )
  })
  return new Map(
    [...Map.groupBy(pairs, ({ combat }) => combat)].map(([combat, own]) => [
      combat,
      findMost(own.map(({ harm }) => harm)),
    ]),
  )
}

function isSameScene(event: Event, other: Event): boolean {
  return event.places.some(place => other.places.includes(place))
}

/** The most frequent name, the least of equals. */
function findMost(names: readonly string[]): string {
  const groups = [...Map.groupBy(names, name => name)].sort(
    ([a, as], [b, bs]) => bs.length - as.length || (a < b ? -1 : 1),
  )
  return groups[0]?.[0] ?? ''
}
