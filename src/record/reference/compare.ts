/** Where a record and a later chronology differ. Neither is taken for the truth: it is a list to look at. */
import { isOneSide } from '../control.ts'
import { dayNumber, findDays } from '../days.ts'
import type { Ground } from '../ground.ts'
import type { Difference, Holding, Reference } from '../relations.ts'

/**
 * How the holdings of a view stand to each entry of a chronology that names a place and an actor, in the entries' order.
 *
 * "2017-10-17, Raqqa, sdf" against a holding of the SDF from 2017-10-19 → `days: 2`. The record's day is the beginning
 * nearest to the entry of a holding by the actor or its side; a beginning within the entry's days is no difference.
 */
export function compareReferences(
  references: readonly Reference[],
  holdings: readonly Holding[],
  ground: Ground,
): Difference[] {
  const places = Map.groupBy(holdings, ({ place }) => place)
  return references.flatMap(reference => {
    const { place, actor } = reference
    if (place === null || actor === null) return []
    return [compareReference({ ...reference, place, actor }, places.get(place) ?? [], ground)]
  })
}

function compareReference(
  { id, place, actor, date }: Reference & { readonly place: string; readonly actor: string },
  holdings: readonly Holding[],
  ground: Ground,
): Difference {
  const { from, to } = findDays(date)
  const last = to ?? from ?? ''
  const current = holdings.find(
    holding => holding.from <= last && (holding.to === null || last <= holding.to),
  )
  const holders = current?.holders ?? []
  const starts = listStarts(holdings, actor, ground).map(day => countDays(day, from ?? last, last))
  const [days = null] = starts.sort((a, b) => Math.abs(a) - Math.abs(b) || a - b)
  const kind = days === 0 ? 'none' : days !== null ? 'days' : holdings.length === 0 ? 'silent' : 'holder'
  return { reference: id, place, kind, days, holders }
}

/** The days on which the actor's side begins to hold or takes the place. Days of fighting in between do not end a holding. */
function listStarts(holdings: readonly Holding[], actor: string, ground: Ground): string[] {
  const kept = holdings.filter(({ state, earliest }) => state !== 'fought' || earliest !== null)
  const isHeld = (holding: Holding | undefined) =>
    holding?.state === 'held' && holding.holders.some(holder => isOneSide(holder, actor, ground))
  const isTaken = ({ earliest, holders }: Holding) =>
    earliest !== null && holders.some(holder => isOneSide(holder, actor, ground))
  return kept
    .filter((holding, i) => (isHeld(holding) || isTaken(holding)) && !isHeld(kept[i - 1]))
    .map(({ from }) => from)
}

/** Days from an interval to a day: 0 within it, negative before it. */
function countDays(day: string, from: string, to: string): number {
  if (day < from) return dayNumber(day) - dayNumber(from)
  return day > to ? dayNumber(day) - dayNumber(to) : 0
}
