/** Controls → words: what each claim says of a place, as the timeline of that place takes it. */
import { isOneSide } from '../control.ts'
import { dayNumber } from '../days.ts'
import type { Ground } from '../ground.ts'
import type { Control, ControlKind, View } from '../relations.ts'

/** One claim's word about one place: the actors that it names together. Days count from 1970. */
export interface Word {
  readonly claim: string
  readonly article: string
  readonly root: string
  readonly kind: ControlKind
  /** Sorted. */
  readonly actors: readonly string[]
  /** From whom they take it, where the claim says so. */
  readonly against: readonly string[]
  /** The first day on which it may have happened; `null` where nothing says. */
  readonly from: number | null
  /** The day by which it had happened, or of which it is true. */
  readonly day: number
  /** False where it is known only that it had happened by then: it confirms, and fills where nobody gives a day. */
  readonly isFirm: boolean
  readonly isPart: boolean
  /** True for a word about a place that holds this one. */
  readonly isInherited: boolean
}

/** Longest time, in days, in which a turn is still of one day: "last week" is the widest that news of the day uses. A state may last. */
const LONGEST_DAY = 7

/** The words of the controls of one place that a view takes, each claim's actors together, in the order of their days. */
export function findWords(controls: readonly Control[], view: View, ground: Ground): Word[] {
  const groups = new Map<string, Control[]>()
  for (const control of controls) {
    if (!isSeen(control, view)) continue
    const key = `${control.claim} ${control.kind}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [control])
    else group.push(control)
  }
  const words = [...groups.values()].flatMap(writeWord)
  return dropBackground(joinLosses(words), ground).sort(compareWords)
}

/** Who loses the place in the claim that says who takes it is the taker's foe, and no word of its own. */
function joinLosses(words: readonly Word[]): Word[] {
  const takes = new Set(words.filter(({ kind }) => kind === 'takes').map(({ claim }) => claim))
  const losers = new Map(
    words.filter(({ kind }) => kind === 'loses').map(({ claim, actors }) => [claim, actors]),
  )
  return words
    .filter(({ kind, claim }) => kind !== 'loses' || !takes.has(claim))
    .map(word => (word.kind === 'takes' ? { ...word, against: losers.get(word.claim) ?? [] } : word))
}

/** Days before an article within which what it says of a turn is its news: who "holds" the place is then who held it before. */
const NEWS = 31

/** "The army took X yesterday ... X, the stronghold of the group": an article's undated hold is background to its own news. */
function dropBackground(words: readonly Word[], ground: Ground): Word[] {
  const turns = Map.groupBy(
    words.filter(({ kind, isFirm }) => isFirm && (kind === 'takes' || kind === 'loses')),
    ({ article }) => article,
  )
  return words.filter(hold => {
    if (hold.kind !== 'holds' || hold.isFirm) return true
    const news = turns.get(hold.article)?.filter(({ day }) => hold.day - day <= NEWS) ?? []
    return !news.some(({ kind, actors }) => isAny(hold.actors, actors, ground) === (kind === 'loses'))
  })
}

function isAny(actors: readonly string[], others: readonly string[], ground: Ground): boolean {
  return actors.some(actor => others.some(other => isOneSide(actor, other, ground)))
}

/** True where a view takes a control. */
function isSeen({ root, outlet, family, stated, isAdmission }: Control, view: View): boolean {
  const { roots, outlets, families, asOf, isAdmitted } = view
  if (isAdmitted && !isAdmission) return false
  if (asOf !== undefined && (stated === null || stated > asOf)) return false
  if (roots === undefined && outlets === undefined && families === undefined) return true
  return (
    roots?.includes(root) === true ||
    (outlet !== null && outlets?.includes(outlet) === true) ||
    families?.includes(family) === true
  )
}

function writeWord(controls: readonly Control[]): Word[] {
  const [first] = controls as [Control]
  const { claim, article, root, kind, isDated, isPart } = first
  if (first.to === null) return []
  const day = dayNumber(first.to)
  const from = first.from === null ? null : dayNumber(first.from)
  const isShort = from !== null && day - from <= LONGEST_DAY
  const actors = [...new Set(controls.map(({ actor }) => actor))].sort()
  const isFirm = isDated && (isShort || kind === 'holds')
  return [{ claim, article, root, kind, actors, against: [], from, day, isFirm, isPart, isInherited: false }]
}

function compareWords(a: Word, b: Word): number {
  return a.day - b.day || compareText(a.claim, b.claim) || compareText(a.kind, b.kind)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
