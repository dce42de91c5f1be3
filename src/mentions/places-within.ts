/** What a place lies in: the chain of rows up to its country. */
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Row } from '../lexicon/tables.ts'

/** No chain is longer; a table with a ring in it must not hang the reader. */
const MOST_LEVELS = 8
/** Countries with at least so many factions and militias in the table are at war at home: Iran has 1, Libya 3. */
const MANY_PARTIES = 3

const containersOf = new WeakMap<Row, readonly Row[]>()

/** The rows that `row` lies in, nearest first, without itself. Remembered: it is asked for at every name. */
export function listContainers(lexicon: Lexicon, row: Row): readonly Row[] {
  let containers = containersOf.get(row)
  if (containers === undefined) {
    containers = findContainers(lexicon, row)
    containersOf.set(row, containers)
  }
  return containers
}

function findContainers(lexicon: Lexicon, row: Row): Row[] {
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

const atWar = new WeakMap<Lexicon, ReadonlySet<string>>()

/** True for a country with warring parties of its own, by the table of actors: what its name says is mostly where, not who. */
export function isAtWar(lexicon: Lexicon, country: string): boolean {
  let countries = atWar.get(lexicon)
  if (countries === undefined) {
    countries = listAtWar(lexicon)
    atWar.set(lexicon, countries)
  }
  return countries.has(country)
}

function listAtWar(lexicon: Lexicon): Set<string> {
  const parties = new Map<string, Set<string>>()
  for (const { id, cells } of lexicon.tables.actors) {
    if (cells.kind !== 'faction' && cells.kind !== 'militia') continue
    for (const country of (cells.country ?? '').toLowerCase().split('|')) {
      const known = parties.get(country) ?? new Set()
      parties.set(country, known.add(id.split(':')[0] as string))
    }
  }
  return new Set([...parties].filter(([, { size }]) => size >= MANY_PARTIES).map(([country]) => country))
}

const kinds = new WeakMap<Lexicon, ReadonlyMap<string, readonly Row[]>>()

/** The rows of a kind: all airports. */
export function listKind(lexicon: Lexicon, kind: string): readonly Row[] {
  let rows = kinds.get(lexicon)
  if (rows === undefined) {
    rows = Map.groupBy(lexicon.tables.places, ({ cells }) => cells.kind ?? '')
    kinds.set(lexicon, rows)
  }
  return rows.get(kind) ?? []
}
