/** Finds the places that a text names. */
import type { Hit } from '../lexicon/match.ts'
import type { PlaceMention, Precision } from '../model.ts'

import type { Scene } from './scene.ts'

/** Finds the places among `names`, by name only. */
export function findPlaces({ text }: Scene, names: readonly Hit[]): PlaceMention[] {
  return names
    .filter(({ row }) => row.table === 'places')
    .map(({ row, span }) => ({
      kind: 'place',
      span,
      text: text.text.slice(span[0], span[1]),
      place: row.id,
      lat: row.cells.lat ? Number(row.cells.lat) : null,
      lon: row.cells.lon ? Number(row.cells.lon) : null,
      precision: (row.cells.precision || 'none') as Precision,
    }))
}
