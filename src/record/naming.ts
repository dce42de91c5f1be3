/** What each outlet calls an actor, beside what the others call it when they tell the same events. */
import type { Fact } from './facts.ts'
import { findRate, type Rate } from './rates.ts'
import { sourceKey } from './roots.ts'
import { sumTallies, type Tally } from './tallies.ts'

/** One wording for one actor, as one outlet and as the others have it. Nothing is said of which wording is right. */
export interface Naming {
  readonly wording: string
  /** Of the events that the outlet and others tell with this actor in them, those in which the outlet calls it so. */
  readonly own: Rate
  /** The same events in the words of the others, counted once for each of them. */
  readonly others: Rate
  /** Of the outlet's events those in which it says so in its own voice, not in that of a source. */
  readonly voiced: number
  /** True where the two intervals do not meet. */
  readonly isApart: boolean
}

/** An outlet that names an actor in an event: its wordings by their folded spelling. */
interface Use {
  readonly outlet: string
  readonly wordings: ReadonlyMap<string, readonly Name[]>
}

interface Name {
  readonly actor: string
  readonly outlet: string
  readonly text: string
  readonly isVoiced: boolean
}

/**
 * What one event, of whose claims `facts` are, adds to the naming of the outlets that tell it: nothing for an actor that fewer than two
 * outlets name. Events are counted, so that an article which says a name ten times weighs no more.
 *
 *     red-times: "the lads", blue-post: "the gang" → wordings [red-times, guard, the lads] 1, 0, 1; [red-times, guard, the gang] 0, 1, 0 …
 */
export function tallyNaming(facts: readonly Fact[]): Tally[] {
  const names = Map.groupBy(facts.flatMap(listNames), ({ actor }) => actor)
  return sumTallies([...names].flatMap(([actor, own]) => tallyActor(actor, own)))
}

function listNames({ claim, article, root }: Fact): Name[] {
  const { outlet } = article
  if (outlet === null) return []
  return [...claim.agent, ...claim.target].flatMap(({ actor, text }) =>
    actor === null ? [] : [{ actor, outlet, text, isVoiced: root.kind === 'own' }],
  )
}

function tallyActor(actor: string, names: readonly Name[]): Tally[] {
  const uses = [...Map.groupBy(names, ({ outlet }) => outlet)].map(([outlet, told]): Use => {
    return { outlet, wordings: Map.groupBy(told, ({ text }) => sourceKey(text)) }
  })
  if (uses.length < 2) return []
  const spelt = names.map(({ text }): Tally => {
    return { of: 'spellings', keys: [actor, sourceKey(text), text], counts: [1] }
  })
  return [...spelt, ...uses.flatMap(({ outlet }) => tallyOutlet(actor, outlet, uses))]
}

function tallyOutlet(actor: string, outlet: string, uses: readonly Use[]): Tally[] {
  const words = new Set(uses.flatMap(({ wordings }) => [...wordings.keys()]))
  const wordings = [...words].map((word): Tally => {
    const users = uses.filter(use => use.wordings.has(word))
    const own = users.find(use => use.outlet === outlet)
    const isVoiced = own?.wordings.get(word)?.some(name => name.isVoiced) ?? false
    const counts = [own === undefined ? 0 : 1, users.length - (own === undefined ? 0 : 1), isVoiced ? 1 : 0]
    return { of: 'wordings', keys: [outlet, actor, word], counts }
  })
  return [{ of: 'actors', keys: [outlet, actor], counts: [1, uses.length - 1] }, ...wordings]
}

/** How often a wording was counted, in events of an outlet, in uses by the others, in the outlet's own voice. */
export interface WordingCount {
  readonly wording: string
  readonly events: number
  readonly others: number
  readonly voiced: number
}

/**
 * A wording beside the others', of so many events and uses.
 *
 *     "the lads" in 8 of 10 shared events (49 to 94 %), with the others in 1 of 14 (1 to 31 %) → isApart
 */
export function readNaming(
  { wording, events, others, voiced }: WordingCount,
  of: { readonly events: number; readonly others: number },
): Naming {
  const own = findRate(events, of.events)
  const theirs = findRate(others, of.others)
  const isApart = own.low > theirs.high || own.high < theirs.low
  return { wording, own, others: theirs, voiced, isApart }
}
