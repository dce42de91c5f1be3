/** The ground of a record: what its writer knew of the world when it last related, kept so that any reader can relate as it did. */
import type { Ground } from '../record/ground.ts'
import type { Database } from './database.ts'

/** A ground of a record to which no lexicon has written yet. */
const NOTHING: Ground = {
  within: new Map(),
  placeKinds: new Map(),
  actorKinds: new Map(),
  actorCountries: new Map(),
  families: new Map(),
  placeWords: new Map(),
  seats: new Set(),
  sides: new Map(),
  owners: new Map(),
  partWords: new Set(),
  insideWords: new Set(),
}

/** Keeps the ground of a lexicon. */
export function writeGround(database: Database, ground: Ground): void {
  const fields = Object.entries(ground).map(([name, value]) => [name, [...value]])
  database.run(
    `INSERT OR REPLACE INTO facts (key, value) VALUES ('ground', ?)`,
    JSON.stringify(Object.fromEntries(fields)),
  )
}

/** The ground that was kept last. Maps are kept as lists of pairs, sets as lists. */
export function readGround(database: Database): Ground {
  const kept = database.first(`SELECT value FROM facts WHERE key = 'ground'`)?.value
  if (kept === undefined) return NOTHING
  const lists = JSON.parse(String(kept)) as Record<string, readonly unknown[]>
  const fields = Object.entries(NOTHING).map(([name, empty]) => {
    const list = lists[name] ?? []
    return [name, empty instanceof Map ? new Map(list as [unknown, unknown][]) : new Set(list)]
  })
  return Object.fromEntries(fields) as Ground
}
