/**
 * Words → stretches of time with their holders. Each day on which a place is wholly taken begins an epoch, and what was said
 * before it no longer counts. Within an epoch an actor is there from the first word for it until the first word for others
 * that comes after its last, or until it is said to have lost the place: silence ends nothing, and sources dispute a place
 * for as long as they contradict each other in turn.
 */
import { isOneSide } from '../control.ts'
import type { Ground } from '../ground.ts'
import type { HoldingState } from '../relations.ts'
import type { Word } from './words.ts'

/** From the first day up to, but without, the last; `to` is `Infinity` while nothing ends it. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** A range of days with one set of holders. */
export interface Stretch extends Range {
  /** Sorted. */
  readonly holders: readonly string[]
  readonly state: HoldingState
  readonly how: 'stated' | 'inherited' | 'implied'
  readonly earliest: number | null
  readonly confirmed: number
  readonly words: readonly Word[]
}

/** An actor's presence: its words until it is gone. */
interface Presence extends Range {
  readonly actor: string
  /** The day of its first word about the whole place; `Infinity` where all are about parts. */
  readonly whole: number
  readonly words: readonly Word[]
}

type IsLinked = (actor: string, other: string) => boolean

/** The stretches of words that are sorted by day, within a range of days. Each word's day lies in the range. */
export function findStretches(words: readonly Word[], range: Range, ground: Ground): Stretch[] {
  const turns = [...new Set(words.filter(isTurn).map(({ day }) => day))]
  const starts = [...new Set([range.from, ...turns])]
  return starts.flatMap((from, i) => {
    const to = starts[i + 1] ?? range.to
    const epoch = words.filter(({ day }) => day >= from && day < to)
    return splitEpoch(epoch, { from, to }, ground)
  })
}

/** A whole place is taken on a known day. */
function isTurn({ kind, isFirm, isPart }: Word): boolean {
  return kind === 'takes' && isFirm && !isPart
}

function splitEpoch(words: readonly Word[], range: Range, ground: Ground): Stretch[] {
  const isLinked = linkActors(words, ground)
  const presences = findPresences(words, range, isLinked)
  const ends = presences.flatMap(({ from, to, whole }) => [from, to, whole])
  const days = [...new Set(ends)].filter(day => day <= range.to).sort((a, b) => a - b)
  return days.flatMap((from, i) => {
    const to = days[i + 1]
    const present = presences.filter(presence => presence.from <= from && from < presence.to)
    return to === undefined || present.length === 0 ? [] : [writeStretch(present, { from, to }, isLinked)]
  })
}

/** Two actors do not dispute a place where they are of one side, or where a claim of the epoch names them together. */
function linkActors(words: readonly Word[], ground: Ground): IsLinked {
  const together = new Set(words.flatMap(({ actors }) => actors.flatMap(a => actors.map(b => `${a} ${b}`))))
  return (actor, other) => together.has(`${actor} ${other}`) || isOneSide(actor, other, ground)
}

function findPresences(words: readonly Word[], range: Range, isLinked: IsLinked): Presence[] {
  const actors = new Set(words.flatMap(word => word.actors))
  return [...actors].sort().flatMap(actor => {
    const own = words.filter(word => word.actors.includes(actor))
    const losses = own.filter(({ kind, isFirm, isPart }) => kind === 'loses' && isFirm && !isPart)
    const kept = own.filter(({ kind }) => kind !== 'loses')
    const edges = [...new Set(losses.map(({ day }) => day)), range.to]
    const others = words.filter(word => isContrary(word, actor, isLinked))
    return edges.flatMap((edge, i) => {
      const said = kept.filter(
        word => isBefore(word, edge) && !isBefore(word, edges[i - 1] ?? Number.NEGATIVE_INFINITY),
      )
      return said.length === 0 ? [] : [writePresence(actor, said, { edge, others })]
    })
  })
}

/** On the day itself a loss has the last word over what is only said to be held. */
function isBefore({ day, kind }: Word, edge: number): boolean {
  return day < edge || (day === edge && kind !== 'takes')
}

function isContrary({ kind, isPart, actors }: Word, actor: string, isLinked: IsLinked): boolean {
  return kind !== 'loses' && !isPart && !actors.some(other => isLinked(other, actor))
}

function writePresence(
  actor: string,
  words: readonly Word[],
  { edge, others }: { edge: number; others: readonly Word[] },
): Presence {
  const from = (words[0] as Word).day
  const last = (words.at(-1) as Word).day
  const contrary = others.find(({ day }) => day > last)
  const whole = words.find(({ isPart }) => !isPart)?.day ?? Number.POSITIVE_INFINITY
  return { actor, from, to: Math.min(edge, contrary?.day ?? edge), whole, words }
}

function writeStretch(present: readonly Presence[], range: Range, isLinked: IsLinked): Stretch {
  const words = present.flatMap(presence => presence.words.filter(({ day }) => day < range.to))
  const takes = words.filter(({ kind, day, from }) => kind === 'takes' && day === range.from && from !== null)
  const holders = present.map(({ actor }) => actor)
  return {
    ...range,
    holders: [...new Set(holders)].sort(),
    state: findState(present, range.from, isLinked),
    how: words.every(({ isInherited }) => isInherited) ? 'inherited' : 'stated',
    earliest: takes.length === 0 ? null : Math.min(...takes.map(({ from }) => from as number)),
    confirmed: Math.max(...words.map(({ day }) => day)),
    words: [...new Set(words)],
  }
}

function findState(present: readonly Presence[], day: number, isLinked: IsLinked): HoldingState {
  const whole = present.filter(presence => presence.whole <= day)
  if (whole.some(({ actor }) => whole.some(other => !isLinked(actor, other.actor)))) return 'disputed'
  const isWhole = present.every(({ actor }) => whole.some(other => isLinked(actor, other.actor)))
  return isWhole ? 'held' : 'shared'
}
