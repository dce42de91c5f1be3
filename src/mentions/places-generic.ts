/** "المدينة", "المطار", "ريفها": the place named last that is of the kind. */
import { PRONOUN } from '../lexicon/clitics.ts'
import type { Row } from '../lexicon/tables.ts'
import type { PlaceMention } from '../model.ts'
import type { Phrase } from './places-phrase.ts'
import type { Scene } from './scene.ts'
import { listKinds } from './words.ts'

/** A place that the article has named. */
export interface Known {
  readonly phrase: Phrase
  readonly mention: PlaceMention
}

/** Kinds that have a countryside, quarters or an edge. */
const TOWNS: ReadonlySet<string> = new Set(['city', 'town', 'village', 'governorate', 'district'])
const PARTS: ReadonlySet<string> = new Set(['countryside', 'quarter', 'bank', 'front'])

/** The row of the last place of the kind that `phrase` speaks of; undefined where the article has named none. */
export function findAntecedent(scene: Scene, phrase: Phrase, known: readonly Known[]): Row | undefined {
  const { kindWord } = phrase
  if (kindWord === undefined) return undefined
  const kinds = listKinds(kindWord.row)
  const isPart = phrase.part !== undefined && kinds.some(kind => PARTS.has(kind))
  if (kindWord.clitics & PRONOUN && !isPart && !kinds.includes('countryside')) return undefined
  const wanted = isPart || kinds.includes('countryside') ? TOWNS : new Set([kinds[0] as string])
  for (let i = known.length - 1; i >= 0; i--) {
    const { mention, phrase: other } = known[i] as Known
    const row = mention.place === null ? undefined : scene.lexicon.rows.places.get(mention.place)
    if (row !== undefined && other.by === 'name' && wanted.has(row.cells.kind ?? '')) return row
  }
  return undefined
}
