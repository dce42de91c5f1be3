/** "المدينة", "المطار", "ريفها": the place named last that is of the kind. */
import { PRONOUN } from '../lexicon/clitics.ts'
import type { Row } from '../lexicon/tables.ts'
import { measureKilometres } from './places-distance.ts'
import type { Phrase } from './places-phrase.ts'
import type { Known } from './places-resolve.ts'
import { listKind } from './places-within.ts'
import type { Scene } from './scene.ts'
import { listKinds } from './words.ts'

/** A town's airport is no farther from it than this, in kilometres. */
const NEAR_TOWN = 25
/** Kinds that have a countryside, quarters or an edge. */
const TOWNS: ReadonlySet<string> = new Set(['city', 'town', 'village', 'governorate', 'district'])
const PARTS: ReadonlySet<string> = new Set(['countryside', 'quarter', 'bank', 'front'])

/** The row of the last place of the kind that `phrase` speaks of; undefined where the article has named none. */
export function findAntecedent(scene: Scene, phrase: Phrase, known: readonly Known[]): Row | undefined {
  const { kindWord } = phrase
  if (kindWord === undefined) return undefined
  const kinds = listKinds(kindWord.row)
  const isPart =
    kinds.includes('countryside') || (phrase.part !== undefined && kinds.some(kind => PARTS.has(kind)))
  if (isPart) return findLast(scene, known, TOWNS)
  const isOwn = (kindWord.clitics & PRONOUN) !== 0
  const named = isOwn ? undefined : findLast(scene, known, new Set([kinds[0] as string]))
  return named ?? findFacility(scene, kinds, findLast(scene, known, TOWNS))
}

function findLast(scene: Scene, known: readonly Known[], kinds: ReadonlySet<string>): Row | undefined {
  for (let i = known.length - 1; i >= 0; i--) {
    const { mention, phrase } = known[i] as Known
    const row = mention.place === null ? undefined : scene.lexicon.rows.places.get(mention.place)
    if (row !== undefined && phrase.by === 'name' && kinds.has(row.cells.kind ?? '')) return row
  }
  return undefined
}

/** "المطار العسكري" after a town was named is the town's, where the table has one of the kind near it. */
function findFacility(scene: Scene, kinds: readonly string[], town: Row | undefined): Row | undefined {
  if (town === undefined || TOWNS.has(kinds[0] ?? '')) return undefined
  const [first, second] = listKind(scene.lexicon, kinds[0] ?? '')
    .map(row => ({ row, km: measureKilometres(row, town) }))
    .filter(({ km }) => km < NEAR_TOWN)
  return second === undefined ? first?.row : undefined
}
