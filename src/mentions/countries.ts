/** Which country an article is about: what its names say, each counted once for every time it stands there. */
import type { Hit } from '../lexicon/match.ts'
import { isLarge } from './places-proof.ts'
import { findRootCountry } from './places-within.ts'
import type { Scene } from './scene.ts'

/** Countries as ISO codes, the weightiest first; empty where the article names none. */
export function findCountries(scene: Scene): string[] {
  return [...weighCountries(scene).keys()]
}

/** How often each country is named, or something in it or of it, by ISO code, the weightiest first. */
export function weighCountries(scene: Scene): ReadonlyMap<string, number> {
  const known = weighed.get(scene)
  if (known !== undefined) return known
  const weights = sumCountries(scene)
  weighed.set(scene, weights)
  return weights
}

/** Remembered: actors, places and persons all ask. */
const weighed = new WeakMap<Scene, ReadonlyMap<string, number>>()

function sumCountries(scene: Scene): Map<string, number> {
  const weights = new Map<string, number>()
  const add = (country: string, weight: number): void => {
    weights.set(country, (weights.get(country) ?? 0) + weight)
  }
  for (const { places, actors } of scene.names) {
    const counted = places.filter(({ row }) => row.cells.ambiguous !== 'yes' || isLarge(scene.lexicon, row))
    const countries = new Set(counted.map(({ row }) => findRootCountry(scene.lexicon, row)))
    for (const country of countries) add(country, 1 / countries.size)
    if (places.length === 0) addActors(actors, add)
  }
  const sorted = [...weights].sort((a, b) => b[1] - a[1])
  return new Map(sorted.map(([country, weight]) => [country.toUpperCase(), weight]))
}

function addActors(actors: readonly Hit[], add: (country: string, weight: number) => void): void {
  const first = actors[0]
  if (first === undefined) return
  const countries = (first.row.cells.country ?? '').split('|').filter(country => country !== '')
  for (const country of countries) add(country.toLowerCase(), 1 / countries.length)
}
