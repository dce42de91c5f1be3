/** What weaker words, areas and fights add to the stretches of a place: they fill and mark, and never end what is said outright. */
import { isOneSide } from '../control.ts'
import type { Ground } from '../ground.ts'
import { findConfirmed, findStretches, listUntil, type Range, type Stretch } from './epochs.ts'
import type { Word } from './words.ts'

const EVER: Range = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }

/** The days of which stretches, sorted and apart, say nothing. */
function findGaps(stretches: readonly Stretch[]): Range[] {
  const edges = [EVER.from, ...stretches.flatMap(({ from, to }) => [from, to]), EVER.to]
  return edges.flatMap((from, i) => {
    const to = edges[i + 1]
    return i % 2 === 0 && to !== undefined && from < to ? [{ from, to }] : []
  })
}

function sortStretches(stretches: readonly Stretch[]): Stretch[] {
  return [...stretches].sort((a, b) => a.from - b.from)
}

/** Words that give no day of their own confirm a holder whom they name, and are taken at their latest day where nothing else is said. */
export function fillWords(stretches: readonly Stretch[], words: readonly Word[], ground: Ground): Stretch[] {
  const confirmed = stretches.map(stretch => {
    const said = words.filter(
      ({ day, actors }) => isWithin(day, stretch) && isAmong(actors, stretch.holders, ground),
    )
    return said.length === 0 ? stretch : confirmStretch(stretch, said)
  })
  const filled = findGaps(stretches).flatMap(gap =>
    findStretches(
      words.filter(({ day }) => isWithin(day, gap)),
      gap,
      { ground, proof: 1 },
    ),
  )
  return sortStretches([...confirmed, ...filled])
}

function confirmStretch(stretch: Stretch, said: readonly Word[]): Stretch {
  const confirmed = Math.max(stretch.confirmed, ...said.map(({ day }) => day))
  return { ...stretch, confirmed, words: [...stretch.words, ...said] }
}

function isWithin(day: number, { from, to }: Range): boolean {
  return from <= day && day < to
}

/** True where all of the actors are holders or of a holder's side. */
function isAmong(actors: readonly string[], holders: readonly string[], ground: Ground): boolean {
  return actors.every(actor => holders.some(holder => isOneSide(actor, holder, ground)))
}

/** What an area's stretches say on the days of which the place's own say nothing. */
export function fillArea(stretches: readonly Stretch[], area: readonly Stretch[]): Stretch[] {
  const filled = findGaps(stretches).flatMap(gap =>
    area.flatMap(stretch => {
      const from = Math.max(stretch.from, gap.from)
      const to = Math.min(stretch.to, gap.to)
      if (from >= to) return []
      const earliest = from === stretch.from ? stretch.earliest : null
      const how = stretch.how === 'implied' ? stretch.how : ('inherited' as const)
      return [{ ...stretch, from, to, earliest, how, confirmed: Math.min(stretch.confirmed, to - 1) }]
    }),
  )
  return sortStretches([...stretches, ...filled])
}

/** Days of fighting, marked on the stretches that they fall in: the fighters stand beside the holders. */
export function markFights(stretches: readonly Stretch[], words: readonly Word[], ground: Ground): Stretch[] {
  const fights = findFights(words)
  const marked: Stretch[] = []
  let next = 0
  for (const stretch of stretches) {
    while (next < fights.length && (fights[next] as Fight).to <= stretch.from) next++
    marked.push(...cutStretch(stretch, listWithin(fights, next, stretch), ground))
  }
  return sortStretches([...marked, ...findGaps(stretches).flatMap(gap => fightInGap(fights, gap, ground))])
}

interface Fight extends Range {
  readonly actors: readonly string[]
  readonly words: readonly Word[]
}

/** One fight for each day on which anyone says that there was one. */
function findFights(words: readonly Word[]): Fight[] {
  const days = new Map<number, Word[]>()
  for (const word of words) {
    for (let day = word.from as number; day <= word.day; day++)
      days.set(day, [...(days.get(day) ?? []), word])
  }
  return [...days]
    .sort(([a], [b]) => a - b)
    .map(([day, said]) => {
      const actors = [...new Set(said.flatMap(word => word.actors))].sort()
      return { from: day, to: day + 1, actors, words: said }
    })
}

function listWithin(fights: readonly Fight[], first: number, { to }: Range): Fight[] {
  const within: Fight[] = []
  for (let i = first; i < fights.length && (fights[i] as Fight).from < to; i++)
    within.push(fights[i] as Fight)
  return within
}

/** Fighting against the holder. Who fights beside it, or says only that it fights, changes nothing. */
function cutStretch(stretch: Stretch, fights: readonly Fight[], ground: Ground): Stretch[] {
  const against = fights.filter(({ actors }) => !isAmong(actors, stretch.holders, ground))
  const pieces: Stretch[] = []
  let from = stretch.from
  for (const fight of against) {
    if (from < fight.from) pieces.push(cutPiece(stretch, { from, to: fight.from }))
    const piece = cutPiece(stretch, fight)
    const holders = [...new Set([...piece.holders, ...fight.actors])].sort()
    const state = piece.state === 'disputed' ? piece.state : ('fought' as const)
    const words = [...piece.words, ...fight.words]
    pieces.push({ ...piece, holders, state, words, how: 'stated', confirmed: fight.from })
    from = fight.to
  }
  if (from < stretch.to) pieces.push(cutPiece(stretch, { from, to: stretch.to }))
  return pieces
}

function cutPiece(stretch: Stretch, { from, to }: Range): Stretch {
  const words = listUntil(stretch.words, to)
  const confirmed = findConfirmed(words, to)
  return { ...stretch, from, to, words, confirmed, earliest: from === stretch.from ? stretch.earliest : null }
}

/** Where nobody is said to hold the place, two sides that fight in it are. */
function fightInGap(fights: readonly Fight[], gap: Range, ground: Ground): Stretch[] {
  return fights.flatMap(({ from, to, actors, words }) => {
    if (!isWithin(from, gap) || isAmong(actors, actors.slice(0, 1), ground)) return []
    return [
      {
        from,
        to,
        holders: actors,
        state: 'fought',
        how: 'stated',
        earliest: null,
        confirmed: from,
        words,
      } as const,
    ]
  })
}
