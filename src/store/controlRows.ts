/** Controls and holdings into the tables of a record. */
import { findControlContradictions } from '../record/contradictions/control.ts'
import { findControl } from '../record/control.ts'
import type { Ground } from '../record/ground.ts'
import { listControlPlaces, relateHolding } from '../record/holdings/holdings.ts'
import type { Control, Holding } from '../record/relations.ts'
import { writeContradiction } from './contradictionRows.ts'
import type { Database } from './database.ts'
import { FIRST_DAY, LAST_DAY } from './entry.ts'
import type { Shelf, Shelved } from './shelf.ts'

/** Keeps what the facts say of who holds which places; the places are to be related again. */
export function writeControls(database: Database, shelved: readonly Shelved[], ground: Ground): void {
  for (const { n, scene } of shelved) {
    for (const control of findControl(scene.fact, ground)) writeControl(database, n, control)
  }
}

function writeControl(database: Database, claim: number, control: Control): void {
  const { place, root } = control
  database.run(
    'INSERT INTO controls (claim, place, root, control) VALUES (?, ?, ?, ?)',
    claim,
    place,
    root,
    JSON.stringify(control),
  )
  database.run('INSERT OR IGNORE INTO loose_places (place) VALUES (?)', place)
}

/** The controls that decide who holds a place: of itself and of all that hold it. */
export function findControls(database: Database, places: readonly string[]): Control[] {
  return database
    .all(
      'SELECT control FROM controls WHERE place IN (SELECT value FROM json_each(?)) ORDER BY place, n',
      JSON.stringify(places),
    )
    .map(({ control }) => JSON.parse(String(control)) as Control)
}

/** Relates the holdings of all places of which something was said or unsaid, and of the places in them. */
export function relateLoosePlaces(database: Database, { ground }: Shelf): void {
  const loose = new Set(database.all('SELECT place FROM loose_places').map(({ place }) => String(place)))
  if (loose.size === 0) return
  const said = database.all('SELECT DISTINCT place FROM controls').map(({ place }) => String(place))
  for (const place of said) {
    const areas = listControlPlaces(place, ground)
    if (!areas.some(area => loose.has(area))) continue
    writeHoldings(database, place, relateHolding(place, findControls(database, areas), { view: {}, ground }))
  }
  for (const place of loose) opposeControls(database, place, ground)
  const unsaid = [...loose].filter(place => !said.includes(place))
  for (const place of unsaid) writeHoldings(database, place, [])
  database.run('DELETE FROM loose_places')
}

function opposeControls(database: Database, place: string, ground: Ground): void {
  database.run('DELETE FROM contradictions WHERE place = ? AND event IS NULL', place)
  const controls = findControls(database, [place])
  for (const contradiction of findControlContradictions(controls, ground)) {
    const claims = new Set(contradiction.claims.flat())
    const days = controls.flatMap(({ claim, to }) => (claims.has(claim) && to !== null ? [to] : []))
    writeContradiction(database, contradiction, { event: null, day: days.sort().at(-1) ?? FIRST_DAY })
  }
}

function writeHoldings(database: Database, place: string, holdings: readonly Holding[]): void {
  database.run('DELETE FROM holdings WHERE place = ?', place)
  for (const [ord, holding] of holdings.entries()) {
    database.run(
      'INSERT INTO holdings (place, ord, from_day, to_day, holding) VALUES (?, ?, ?, ?, ?)',
      place,
      ord,
      holding.from,
      holding.to ?? LAST_DAY,
      JSON.stringify(holding),
    )
  }
}
