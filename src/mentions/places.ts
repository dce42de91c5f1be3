/** Finds the places that a text names. */
import type { Hit } from '../lexicon/match.ts'
import type { PlaceMention, Precision } from '../model.ts'
import { findUse } from './names-use.ts'
import type { Scene } from './scene.ts'

/** Finds the places of a text, by name only. */
export function findPlaces(scene: Scene): PlaceMention[] {
  return scene.names
    .filter(name => name.places.length > 0 && findUse(scene, name) === 'place')
    .map(({ places, span }) => {
      const { row } = places[0] as Hit
      return {
        kind: 'place',
        span,
        text: scene.text.text.slice(span[0], span[1]),
        place: row.id,
        lat: row.cells.lat ? Number(row.cells.lat) : null,
        lon: row.cells.lon ? Number(row.cells.lon) : null,
        precision: (row.cells.precision || 'none') as Precision,
      }
    })
}
