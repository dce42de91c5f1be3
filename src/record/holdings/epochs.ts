/**
 * Words → stretches of time with their holders. Each day on which a place is wholly taken begins an epoch, and what was said
 * before it no longer counts. Within an epoch an actor is there from the first word for it until the first word for others
 * that comes after its last, or until it is said to have lost the place: silence ends nothing, and sources dispute a place
 * for as long as they contradict each other in turn. A present tense without a day is often a past one ("its stronghold"):
 * where only one article says so against the others, it marks the day on which it does and no more.
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
  /** True for a day on which it is said to be there without proof. */
  readonly isLone: boolean
  readonly words: readonly Word[]
}

/** How words become stretches: `proof` is the number of articles that must say what gives no day before it counts as a dated word does. */
export interface Rules {
  readonly ground: Ground
  readonly proof: number
}

type IsLinked = (actor: string, other: string) => boolean

/** The stretches of words that are sorted by day, within a range of days. Each word's day lies in the range. */
export function findStretches(words: readonly Word[], range: Range, rules: Rules): Stretch[] {
  const turns = [...new Set(words.filter(isTurn).map(({ day }) => day))]
  const starts = [...new Set([range.from, ...turns])]
  const foes = findFoes(words)
  return starts.flatMap((from, i) => {
    const to = starts[i + 1] ?? range.to
    const epoch = words.filter(({ day }) => day >= from && day < to)
    return splitEpoch(epoch, { from, to }, { ...rules, foes })
  })
}

/** A whole place is taken on a known day. */
function isTurn({ kind, isFirm, isPart }: Word): boolean {
  return kind === 'takes' && isFirm && !isPart
}

/** Who is said to take the place from whom, as pairs. */
function findFoes(words: readonly Word[]): Set<string> {
  const pairs = words.flatMap(({ actors, against }) =>
    actors.flatMap(a => against.map(b => [`${a} ${b}`, `${b} ${a}`])),
  )
  return new Set(pairs.flat())
}

interface EpochRules extends Rules {
  readonly foes: ReadonlySet<string>
}

function splitEpoch(words: readonly Word[], range: Range, { ground, proof, foes }: EpochRules): Stretch[] {
  const isLinked = linkActors(words, foes, ground)
  const presences = findPresences(dropDoubtful(words, proof), range, { isLinked, proof })
  const ends = presences.flatMap(({ from, to, whole }) => [from, to, whole])
  const days = [...new Set(ends)].filter(day => day <= range.to).sort((a, b) => a - b)
  return days.flatMap((from, i) => {
    const to = days[i + 1]
    const present = presences.filter(presence => presence.from <= from && from < presence.to)
    return to === undefined || present.every(({ isLone }) => isLone)
      ? []
      : [writeStretch(present, { from, to }, isLinked)]
  })
}

/**
 * Two actors do not dispute a place where they are of one side, or where a claim of the epoch names them together and none
 * says that one took the place from the other.
 */
function linkActors(words: readonly Word[], foes: ReadonlySet<string>, ground: Ground): IsLinked {
  const pairs = words.flatMap(({ actors }) => actors.flatMap(a => actors.map(b => `${a} ${b}`)))
  const together = new Set(pairs.filter(pair => !foes.has(pair)))
  return (actor, other) => together.has(`${actor} ${other}`) || isOneSide(actor, other, ground)
}

/** Without a day of its own, "they took it" may be of any year: it counts only for those of whom there is proof besides. */
function dropDoubtful(words: readonly Word[], proof: number): readonly Word[] {
  if (proof <= 1) return words
  const sure = words.filter(({ kind, isFirm }) => kind !== 'takes' || isFirm)
  const proven = new Set(
    sure
      .flatMap(({ actors }) => actors)
      .filter(actor =>
        isProven(
          sure.filter(word => word.actors.includes(actor)),
          proof,
        ),
      ),
  )
  return words.filter(
    ({ kind, isFirm, actors }) => kind !== 'takes' || isFirm || actors.every(actor => proven.has(actor)),
  )
}

interface Proof {
  readonly isLinked: IsLinked
  readonly proof: number
}

function findPresences(words: readonly Word[], range: Range, { isLinked, proof }: Proof): Presence[] {
  const actors = new Set(words.flatMap(word => word.actors))
  return [...actors].sort().flatMap(actor => {
    const own = words.filter(word => word.actors.includes(actor))
    const others = words.filter(word => isContrary(word, actor, isLinked))
    return splitLosses(own, range).flatMap(({ said, edge }) => {
      if (!isProven(said, proof)) return said.map(word => markDay(actor, word))
      const to = findEnd(said, others, { edge, proof })
      return [writePresence(actor, said, { from: range.from, to })]
    })
  })
}

/** An actor's words between one loss of the place and the next. */
function splitLosses(own: readonly Word[], range: Range): { said: Word[]; edge: number }[] {
  const losses = own.filter(({ kind, isFirm, isPart }) => kind === 'loses' && isFirm && !isPart)
  const kept = own.filter(({ kind }) => kind !== 'loses')
  const edges = [...new Set(losses.map(({ day }) => day)), range.to]
  return edges.flatMap((edge, i) => {
    const before = edges[i - 1] ?? Number.NEGATIVE_INFINITY
    const said = kept.filter(word => isBefore(word, edge) && !isBefore(word, before))
    return said.length === 0 ? [] : [{ said, edge }]
  })
}

function isProven(words: readonly Word[], proof: number): boolean {
  return words.some(({ isFirm }) => isFirm) || new Set(words.map(({ article }) => article)).size >= proof
}

/** On the day itself a loss has the last word over what is only said to be held. */
function isBefore({ day, kind }: Word, edge: number): boolean {
  return day < edge || (day === edge && kind !== 'takes')
}

function isContrary({ kind, isPart, actors }: Word, actor: string, isLinked: IsLinked): boolean {
  return kind !== 'loses' && !isPart && !actors.some(other => isLinked(other, actor))
}

/** The day of the first proven word for others after the last of its own, if that comes before the edge. */
function findEnd(
  words: readonly Word[],
  others: readonly Word[],
  { edge, proof }: { edge: number; proof: number },
): number {
  const last = (words.at(-1) as Word).day
  const contrary = others.filter(({ day }) => day > last)
  const articles = new Set<string>()
  const end = contrary.find(({ isFirm, article }) => isFirm || articles.add(article).size >= proof)
  return Math.min(edge, end?.day ?? edge)
}

/** From the first day of which it is said: a state that has a known beginning is there from then on. */
function writePresence(actor: string, words: readonly Word[], range: Range): Presence {
  const from = Math.max(range.from, Math.min(...words.map(findFirstDay)))
  const whole = Math.min(...words.map(word => (word.isPart ? Number.POSITIVE_INFINITY : findFirstDay(word))))
  return { actor, from, to: range.to, whole: Math.max(whole, from), isLone: false, words }
}

/** The first day of which a word is said: a turn is of its last, by which it had happened. */
function findFirstDay({ kind, isFirm, from, day }: Word): number {
  return isFirm && kind !== 'takes' && kind !== 'loses' ? (from ?? day) : day
}

/** The words that are said of days before an end, each once. */
export function listUntil(words: readonly Word[], end: number): Word[] {
  return [...new Set(words)].filter(word => findFirstDay(word) < end)
}

/** The last day before an end of which the words are said. */
export function findConfirmed(words: readonly Word[], end: number): number {
  return Math.min(end - 1, Math.max(...words.map(({ day }) => day)))
}

function markDay(actor: string, word: Word): Presence {
  const { day, isPart } = word
  const whole = isPart ? Number.POSITIVE_INFINITY : day
  return { actor, from: day, to: day + 1, whole, isLone: true, words: [word] }
}

function writeStretch(present: readonly Presence[], range: Range, isLinked: IsLinked): Stretch {
  const words = listUntil(
    present.flatMap(presence => presence.words),
    range.to,
  )
  const takes = words.filter(({ kind, day, from }) => kind === 'takes' && day === range.from && from !== null)
  const holders = present.map(({ actor }) => actor)
  return {
    ...range,
    holders: [...new Set(holders)].sort(),
    state: findState(present, range.from, isLinked),
    how: words.every(({ isInherited }) => isInherited) ? 'inherited' : 'stated',
    earliest: takes.length === 0 ? null : Math.min(...takes.map(({ from }) => from as number)),
    confirmed: findConfirmed(words, range.to),
    words,
  }
}

function findState(present: readonly Presence[], day: number, isLinked: IsLinked): HoldingState {
  const whole = present.filter(presence => presence.whole <= day)
  if (whole.some(({ actor }) => whole.some(other => !isLinked(actor, other.actor)))) return 'disputed'
  const isWhole = present.every(({ actor }) => whole.some(other => isLinked(actor, other.actor)))
  return isWhole ? 'held' : 'shared'
}
