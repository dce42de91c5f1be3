/** Counts that what stands on an outlet's page adds up from: each article and each event adds its own, and takes it back when it goes. */

/**
 * What is counted, by which keys. `roots`: an outlet and a root: claims, articles. `manners`: how an outlet says what (outlet, type,
 * voice, modality, stance): claims; the outlet `''` is all of them together. `actors`: an outlet and an actor: events that it shares
 * with others, uses of the others in these. `wordings`: an outlet, an actor, a wording: events in which it is its own, uses by the
 * others, events in which it stands in the outlet's own voice. `spellings`: an actor, a wording, its letters: times.
 */
export type TallyKind = 'roots' | 'manners' | 'actors' | 'wordings' | 'spellings'

/** One thing that is added. */
export interface Tally {
  readonly of: TallyKind
  readonly keys: readonly string[]
  readonly counts: readonly number[]
}

/** Adds up what has the same keys; sorted by these, so that the order of `tallies` changes nothing. */
export function sumTallies(tallies: readonly Tally[]): Tally[] {
  const groups = Map.groupBy(tallies, ({ of, keys }) => [of, ...keys].join('\n'))
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, [first, ...more]]) => more.reduce(addTally, first as Tally))
}

function addTally(sum: Tally, { counts }: Tally): Tally {
  return { ...sum, counts: sum.counts.map((count, i) => count + (counts[i] ?? 0)) }
}
