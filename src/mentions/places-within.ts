/** What a place lies in: the chain of rows up to its country. */
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Row } from '../lexicon/tables.ts'

/** No chain is longer; a table with a ring in it must not hang the reader. */
const MOST_LEVELS = 8
/** A country of which the table has at least so many places is known town by town. Chosen between 8 (Iran) and 40 (Libya). */
const WELL_KNOWN = 25

/** The rows that `row` lies in, nearest first, without itself. */
export function listContainers(lexicon: Lexicon, row: Row): Row[] {
  const containers: Row[] = []
  let within = row.cells.within ?? ''
  while (within !== '' && containers.length < MOST_LEVELS) {
    const next = lexicon.rows.places.get(within)
    if (next === undefined) break
    containers.push(next)
    within = next.cells.within ?? ''
  }
  return containers
}

/** Id of the outermost row that holds `row`, its own where nothing does: "sy". */
export function findRootCountry(lexicon: Lexicon, row: Row): string {
  return listContainers(lexicon, row).at(-1)?.id ?? row.id
}

const wellKnown = new WeakMap<Lexicon, ReadonlySet<string>>()

/** True for a country of which the table knows many places: what happens there is what the reader is about. */
export function isWellKnown(lexicon: Lexicon, country: string): boolean {
  let countries = wellKnown.get(lexicon)
  if (countries === undefined) {
    countries = listWellKnown(lexicon)
    wellKnown.set(lexicon, countries)
  }
  return countries.has(country)
}

function listWellKnown(lexicon: Lexicon): Set<string> {
  const counts = new Map<string, number>()
  for (const row of lexicon.tables.places) {
    const country = findRootCountry(lexicon, row)
    counts.set(country, (counts.get(country) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count >= WELL_KNOWN).map(([country]) => country))
}
