/** What each outlet calls an actor, beside what the others call it when they tell the same events. */
import type { Fact } from './facts.ts'
import { findRate, type Rate } from './rates.ts'
import type { Event } from './relations.ts'
import { sourceKey } from './roots.ts'

/** One wording of one outlet for one actor. Nothing is said of which wording is right. */
export interface Naming {
  readonly actor: string
  readonly outlet: string
  /** As it is most often written, the first in order of letters where two are as frequent. */
  readonly wording: string
  /** Of the events that the outlet and others tell with this actor in them, those in which the outlet calls it so. */
  readonly own: Rate
  /** The same events in the words of the others, counted once for each of them. */
  readonly others: Rate
  /** True where the two intervals do not meet. */
  readonly isApart: boolean
}

/** An event in which one outlet names an actor, and the wordings that it uses, by their folded spelling. */
interface Use {
  readonly event: string
  readonly outlet: string
  readonly wordings: ReadonlyMap<string, readonly string[]>
}

/**
 * The wordings for every actor in events that at least two outlets tell, in the order of actor, outlet and frequency. The counts are of
 * events, so that an article which says a name ten times weighs no more. Give only the facts of an outlet's own voice
 * (`root.kind === 'own'`) to leave out what its sources call an actor. The block is an actor's facts and the events of these.
 *
 *     red-times calls `guard` "the lads" in 8 of 10 shared events (49 to 94 %), the others in 1 of 14 (1 to 31 %) → isApart
 */
export function relateNaming(facts: readonly Fact[], events: readonly Event[]): Naming[] {
  const eventOf = new Map(events.flatMap(({ id, claims }) => claims.map(claim => [claim, id] as const)))
  const named = facts.flatMap(fact => readNames(fact, eventOf))
  const actors = [...Map.groupBy(named, ({ actor }) => actor)].sort(([a], [b]) => (a < b ? -1 : 1))
  return actors.flatMap(([actor, names]) => compareOutlets(actor, readUses(names)))
}

interface Name {
  readonly actor: string
  readonly event: string
  readonly outlet: string
  readonly text: string
}

function readNames({ key, claim, article }: Fact, eventOf: ReadonlyMap<string, string>): Name[] {
  const event = eventOf.get(key)
  const { outlet } = article
  if (event === undefined || outlet === null) return []
  return [...claim.agent, ...claim.target].flatMap(({ actor, text }) =>
    actor === null ? [] : [{ actor, event, outlet, text }],
  )
}

/** One use for each event and outlet, of events that two outlets or more tell. */
function readUses(names: readonly Name[]): Use[] {
  const groups = [...Map.groupBy(names, ({ event }) => event)]
  return groups.flatMap(([event, own]) => {
    const outlets = [...Map.groupBy(own, ({ outlet }) => outlet)]
    if (outlets.length < 2) return []
    return outlets.map(([outlet, told]) => {
      const wordings = Map.groupBy(
        told.map(({ text }) => text),
        sourceKey,
      )
      return { event, outlet, wordings }
    })
  })
}

function compareOutlets(actor: string, uses: readonly Use[]): Naming[] {
  const outlets = [...Map.groupBy(uses, ({ outlet }) => outlet)].sort(([a], [b]) => (a < b ? -1 : 1))
  return outlets.flatMap(([outlet, own]) => {
    const shared = new Set(own.map(({ event }) => event))
    const others = uses.filter(use => use.outlet !== outlet && shared.has(use.event))
    const keys = [...new Set(own.flatMap(({ wordings }) => [...wordings.keys()]))].sort()
    return keys
      .map(key => compareWording(key, own, others))
      .map(found => ({ actor, outlet, ...found }))
      .sort((a, b) => b.own.count - a.own.count)
  })
}

function compareWording(
  key: string,
  own: readonly Use[],
  others: readonly Use[],
): Omit<Naming, 'actor' | 'outlet'> {
  const count = (uses: readonly Use[]) => uses.filter(({ wordings }) => wordings.has(key)).length
  const mine = findRate(count(own), own.length)
  const theirs = findRate(count(others), others.length)
  const wording = findMostWritten(own.flatMap(({ wordings }) => wordings.get(key) ?? []))
  const isApart = mine.low > theirs.high || mine.high < theirs.low
  return { wording, own: mine, others: theirs, isApart }
}

function findMostWritten(texts: readonly string[]): string {
  const groups = [...Map.groupBy(texts, text => text)].sort(([a], [b]) => (a < b ? -1 : 1))
  return groups.reduce((most, one) => (one[1].length > most[1].length ? one : most), groups[0] ?? ['', []])[0]
}
