/** "المدينة", "المطار", "ريفها": the place named last that is of the kind. */
import { PRONOUN } from '../lexicon/clitics.ts'
import type { Row } from '../lexicon/tables.ts'
import type { PlaceMention } from '../model.ts'
import { measureKilometres } from './places-distance.ts'
import type { Phrase } from './places-phrase.ts'
import { listKind } from './places-within.ts'
import type { Scene } from './scene.ts'
import { listKinds } from './words.ts'

/** A town's airport is no farther from it than this, in kilometres. */
const NEAR_TOWN = 25
/** Kinds that have a countryside, quarters or an edge. */
const TOWNS: ReadonlySet<string> = new Set(['city', 'town', 'village', 'governorate', 'district'])
const PARTS: ReadonlySet<string> = new Set(['countryside', 'quarter', 'bank', 'front'])

/** A place as it was named: its row, where it has one, and its mention. */
export interface Named {
  readonly row: Row | undefined
  readonly mention?: PlaceMention
}

/** What the article has named so far. */
export interface Known {
  /** The phrase of the last place. */
  before: Phrase | undefined
  /** By kind the place that was named last, the latest at the end. */
  readonly last: Map<string, Named>
  /** By kind word the place that was named last behind it: "the town" is the one that was called so. */
  readonly called: Map<string, Named>
}

/** Adds a place to what is known; those without a name of their own are no antecedents. */
export function remember(
  scene: Scene,
  known: Known,
  { phrase, mention }: { phrase: Phrase; mention: PlaceMention },
): void {
  known.before = phrase
  const row = mention.place === null ? undefined : scene.lexicon.rows.places.get(mention.place)
  const { kindWord } = phrase
  if (phrase.by !== 'name' && phrase.by !== 'unknown') return
  const named = { row, mention }
  if (kindWord !== undefined && phrase.core !== undefined) known.called.set(kindWord.row.id, named)
  if (row === undefined) return
  const kind = row.cells.kind ?? ''
  known.last.delete(kind)
  known.last.set(kind, named)
}

/** The last place of the kind that `phrase` speaks of; undefined where the article has named none. */
export function findAntecedent(scene: Scene, phrase: Phrase, { last, called }: Known): Named | undefined {
  const { kindWord } = phrase
  if (kindWord === undefined) return undefined
  const kinds = listKinds(kindWord.row)
  const isPart =
    kinds.includes('countryside') || (phrase.part !== undefined && kinds.some(kind => PARTS.has(kind)))
  const town = [...last].findLast(([kind]) => TOWNS.has(kind))?.[1]
  if (isPart) return town
  const isOwn = (kindWord.clitics & PRONOUN) !== 0
  const named = isOwn ? undefined : (called.get(kindWord.row.id) ?? findOfKind(last, kinds))
  if (named !== undefined || town?.row === undefined) return named
  const facility = findFacility(scene, kinds[0] ?? '', town.row)
  return facility === undefined ? undefined : { row: facility }
}

/** Of the kinds that a word may mean the first that was named: "البلدة" is a town before it is a village. */
function findOfKind(last: ReadonlyMap<string, Named>, kinds: readonly string[]): Named | undefined {
  for (const kind of kinds) {
    const named = last.get(kind)
    if (named !== undefined) return named
  }
  return undefined
}

const facilities = new WeakMap<Row, Map<string, Row | undefined>>()

/** "المطار العسكري" after a town was named is the town's, where the table has one of the kind near it. Remembered by town. */
function findFacility({ lexicon }: Scene, kind: string, town: Row): Row | undefined {
  if (TOWNS.has(kind)) return undefined
  const known = facilities.get(town) ?? new Map<string, Row | undefined>()
  facilities.set(town, known)
  if (known.has(kind)) return known.get(kind)
  const [first, second] = listKind(lexicon, kind).filter(row => measureKilometres(row, town) < NEAR_TOWN)
  const facility = second === undefined ? first : undefined
  known.set(kind, facility)
  return facility
}
