/** The relations between readings: what a record keeps besides the readings themselves. */
import type { Reading } from '../model.ts'
import { findContradictions } from './contradictions/contradictions.ts'
import { findControlContradictions } from './contradictions/control.ts'
import { findControl } from './control.ts'
import { relateDates } from './dating/dating.ts'
import { redate } from './dating/redate.ts'
import { readTelling, type Telling, tellDates } from './dating/told.ts'
import { relateEvents } from './events/events.ts'
import type { Fact } from './facts.ts'
import type { Ground } from './ground.ts'
import { relateHoldings } from './holdings/holdings.ts'
import type { Contradiction, Control, Dating, Event, Holding, Reuse } from './relations.ts'
import { relateCorpus } from './reuse/corpus.ts'

/** The relations of a set of readings. Each is sorted, so that equal records are equal to the byte. */
export interface Relations {
  readonly reuse: readonly Reuse[]
  /** Of the articles that do not state their date. */
  readonly datings: readonly Dating[]
  readonly events: readonly Event[]
  /** Within each event, and about who holds each place. */
  readonly contradictions: readonly Contradiction[]
  readonly controls: readonly Control[]
  /** As everyone's word together has it: other views are functions of `controls`. */
  readonly holdings: readonly Holding[]
}

/**
 * The relations of a set of readings, in memory. A store keeps the same relations and grows them by what came and what went
 * (`store/relate.ts`); this is what they must be equal to.
 *
 *     relateReadings(readings, readGround(lexicon)).events[0]?.counts.roots → { min: 1, max: 2 }
 *
 * A function of the set: the order of `readings` and articles given twice change nothing. 1. reuse  2. dates
 * 3. facts  4. events  5. control  6. contradictions  7. holdings
 */
export function relateReadings(readings: readonly Reading[], ground: Ground): Relations {
  const unique = new Map(readings.map(reading => [reading.article.id, reading]))
  const reuse = relateCorpus([...unique.values()])
  const tellings = [...unique.values()].map(reading => readTelling(reading, ground))
  const datings = relateDates(
    tellings.map(telling => tellDates(telling, ground)),
    reuse,
  )
  const facts = redateAll(tellings, datings)
  const events = relateEvents(facts, ground, reuse)
  const controls = facts.flatMap(fact => findControl(fact, ground)).sort(compareControls)
  const contradictions = opposeAll({ events, facts, controls }, ground)
  return { reuse, datings, events, controls, contradictions, holdings: relateHoldings(controls, {}, ground) }
}

/** The facts of articles as their datings have them. */
export function redateAll(tellings: readonly Telling[], datings: readonly Dating[]): Fact[] {
  const byArticle = new Map(datings.map(dating => [dating.article, dating]))
  return tellings.flatMap(({ article, facts, dates }) => {
    const dating = byArticle.get(article.id)
    return dating === undefined ? facts : facts.map(fact => redate(fact, dating, dates))
  })
}

interface Opposed {
  readonly events: readonly Event[]
  readonly facts: readonly Fact[]
  readonly controls: readonly Control[]
}

function opposeAll({ events, facts, controls }: Opposed, ground: Ground): Contradiction[] {
  const byKey = new Map(facts.map(fact => [fact.key, fact]))
  const within = events.flatMap(event =>
    findContradictions(
      event,
      event.claims.flatMap(key => byKey.get(key) ?? []),
      ground,
    ),
  )
  const places = Map.groupBy(controls, ({ place }) => place)
  const about = [...places.values()].flatMap(own => findControlContradictions(own, ground))
  return [...within, ...about]
}

function compareControls(a: Control, b: Control): number {
  const keys = [a, b].map(({ place, claim, actor, kind }) => `${place} ${claim} ${actor} ${kind}`)
  return (keys[0] as string) < (keys[1] as string) ? -1 : 1
}
