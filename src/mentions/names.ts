/** Of overlapping names the longest stands: "مجلس دير الزور العسكري" is one actor and no place. */
import { BY, DEFINITE, PRONOUN, TO, WILL } from '../lexicon/clitics.ts'
import type { Hit } from '../lexicon/match.ts'
import { kindBits, tableBit } from '../lexicon/tables.ts'
import type { Span } from '../model.ts'

const ACTORS = tableBit('actors')
const PLACES = tableBit('places')
const OUTLETS = tableBit('outlets')
const NAMING = ACTORS | PLACES | OUTLETS
const PARTICLES = tableBit('particles')
/** Words that begin with a preposition's letter and are none: "فاطمة" is not "ف" and "أطمة". */
const ORDINARY = 'ordinary'
const ORDINARY_BITS = kindBits([ORDINARY])

/** Words that name something, with all rows that they may be. Names do not overlap. */
export interface Name {
  /** First token and the one after the last. */
  readonly from: number
  readonly to: number
  /** The words without proclitics. */
  readonly span: Span
  readonly clitics: number
  /** Hits of `actors` by name; by a short name ("the Organisation") in `shorts`. */
  readonly actors: readonly Hit[]
  readonly shorts: readonly Hit[]
  readonly places: readonly Hit[]
  readonly outlets: readonly Hit[]
}

/** Chooses names from left to right, the longest at each place; of equally long ones that with the fewest letters taken off. */
export function chooseNames(hits: readonly Hit[]): Name[] {
  const names: Name[] = []
  let end = 0
  for (let i = 0; i < hits.length; i++) {
    const hit = hits[i] as Hit
    if (hit.from < end || !isNaming(hit) || isOrdinary(hits, i)) continue
    const same = findSame(hits, i)
    names.push(readName(same))
    end = hit.to
  }
  return names
}

/** True for a hit that took letters off a word which the lexicon knows whole. */
function isOrdinary(hits: readonly Hit[], index: number): boolean {
  const { clitics, from, to } = hits[index] as Hit
  if (clitics === 0 || to - from > 1) return false
  let first = index
  while (hits[first - 1]?.from === from) first--
  for (let i = first; hits[i]?.from === from; i++) {
    const { table, kinds, clitics: taken, row } = hits[i] as Hit
    const isParticle = table === PARTICLES && (kinds & ORDINARY_BITS) !== 0
    if (isParticle && taken === 0 && row.cells.kind === ORDINARY) return true
  }
  return false
}

/** The hits over the same tokens as the naming hit at `index`, which is the first of them. */
function findSame(hits: readonly Hit[], index: number): Hit[] {
  const first = hits[index] as Hit
  const same: Hit[] = []
  let start = first.span[0]
  for (let i = index; i < hits.length; i++) {
    const hit = hits[i] as Hit
    if (hit.from !== first.from || hit.to !== first.to) break
    if (!isNaming(hit)) continue
    same.push(hit)
    start = Math.min(start, hit.span[0])
  }
  return same.filter(hit => hit.span[0] === start)
}

function readName(hits: readonly Hit[]): Name {
  const { from, to, span, clitics } = hits[0] as Hit
  const inTable = (bit: number): Hit[] => hits.filter(({ table }) => table === bit)
  const actors = inTable(ACTORS)
  return {
    from,
    to,
    span,
    clitics,
    actors: actors.filter(({ column }) => column !== 'short'),
    shorts: actors.filter(({ column }) => column === 'short'),
    places: inTable(PLACES),
    outlets: inTable(OUTLETS),
  }
}

/** Names take no pronoun and no article that the table does not give them; common words for people do: "سكانها". */
function isNaming({ row, table, column, clitics }: Hit): boolean {
  if ((table & NAMING) === 0 || column === 'adjectives' || clitics & WILL) return false
  return !(clitics & (PRONOUN | DEFINITE)) || row.cells.kind === 'category'
}

/** True where a preposition is written onto the name: "بحلب", "للتنظيم". */
export function hasPreposition(clitics: number): boolean {
  return (clitics & (BY | TO)) !== 0
}
