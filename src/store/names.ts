/** What a record keeps of the lexicon: the names of its ids, and what relating readings needs to know. */
import type { Lexicon } from '../lexicon/lexicon.ts'
import { listCell, type Row } from '../lexicon/tables.ts'
import { type Ground, readGround } from '../record/ground.ts'
import { foldWord } from '../text/fold.ts'

/** A named row of the lexicon. Columns that a kind of row lacks are empty or `null`. */
export interface NameRow {
  readonly id: string
  readonly name: string
  readonly en: string
  readonly kind: string
  readonly side: string
  /** All its names, folded, for search. */
  readonly folded: string
  readonly within: string | null
  readonly lat: number | null
  readonly lon: number | null
  readonly precision: string
  readonly domain: string | null
  readonly family: string | null
}

/** The names of one version of the lexicon. */
export interface Gazette {
  readonly version: string
  readonly actors: readonly NameRow[]
  readonly places: readonly NameRow[]
  readonly outlets: readonly NameRow[]
  readonly ground: Ground
}

/** The names of a lexicon, for a record to keep. */
export function readGazette(lexicon: Lexicon): Gazette {
  const { actors, places, outlets } = lexicon.tables
  return {
    version: lexicon.version,
    actors: actors.map(readName),
    places: places.map(readName),
    outlets: outlets.map(readName),
    ground: readGround(lexicon),
  }
}

function readName(row: Row): NameRow {
  const { cells } = row
  const names = ['name', 'names', 'also', 'short', 'en'].flatMap(column => listCell(row, column))
  return {
    id: row.id,
    name: cells.name ?? listCell(row, 'names')[0] ?? row.id,
    en: cells.en ?? '',
    kind: cells.kind ?? '',
    side: cells.side ?? '',
    folded: names.map(foldWord).join('|'),
    within: cells.within || null,
    lat: readNumber(cells.lat),
    lon: readNumber(cells.lon),
    precision: cells.precision ?? '',
    domain: cells.domain || null,
    family: cells.family || null,
  }
}

function readNumber(cell: string | undefined): number | null {
  return cell === undefined || cell === '' || Number.isNaN(Number(cell)) ? null : Number(cell)
}
