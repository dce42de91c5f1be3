/** Many roots' stretches → the days on which all that have a word agree, and those on which they do not. */
import { isOneSide } from '../control.ts'
import type { Ground } from '../ground.ts'
import { findConfirmed, listUntil, type Stretch } from './epochs.ts'

/** The stretches of a place, each root's own given, with a holder only where every root that has a word names one side. */
export function agreeStretches(voices: readonly (readonly Stretch[])[], ground: Ground): Stretch[] {
  const all = voices.flat()
  const days = [...new Set(all.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b)
  const starting = Map.groupBy(all, ({ from }) => from)
  let current: Stretch[] = []
  return days.flatMap((from, i) => {
    const to = days[i + 1]
    current = [...current.filter(stretch => stretch.to > from), ...(starting.get(from) ?? [])]
    return to === undefined || current.length === 0 ? [] : [agree(current, { from, to }, ground)]
  })
}

function agree(stretches: readonly Stretch[], range: { from: number; to: number }, ground: Ground): Stretch {
  const all = [...new Set(stretches.flatMap(({ holders }) => holders))].sort()
  const common = all.filter(holder =>
    stretches.every(({ holders }) => holders.some(other => isOneSide(holder, other, ground))),
  )
  const words = listUntil(
    stretches.flatMap(stretch => stretch.words),
    range.to,
  )
  const begun = stretches.filter(({ from }) => from === range.from).flatMap(({ earliest }) => earliest ?? [])
  return {
    ...range,
    holders: common.length === 0 ? all : common,
    state:
      common.length === 0 ? 'disputed' : stretches.every(({ state }) => state === 'held') ? 'held' : 'shared',
    how: findHow(stretches),
    earliest: begun.length === 0 ? null : Math.min(...begun),
    confirmed: findConfirmed(words, range.to),
    words,
  }
}

function findHow(stretches: readonly Stretch[]): Stretch['how'] {
  const hows = ['stated', 'inherited'] as const
  return hows.find(how => stretches.some(stretch => stretch.how === how)) ?? 'implied'
}
