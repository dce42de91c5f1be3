/** The tables of `lexicon/`: their columns, and which columns hold words to be found in a text. */

export const TABLES = {
  'reporting-verbs': {
    columns: ['lemma', 'forms', 'stance', 'takes', 'example', 'note'],
    words: ['lemma', 'forms'],
  },
  'attribution-phrases': {
    columns: ['phrase', 'forms', 'stance', 'side', 'example', 'note'],
    words: ['phrase', 'forms'],
  },
  roles: {
    columns: ['phrase', 'forms', 'kind', 'named', 'example', 'note'],
    words: ['phrase', 'forms'],
  },
  actors: {
    columns: [
      'id',
      'en',
      'name',
      'also',
      'short',
      'adjectives',
      'kind',
      'side',
      'country',
      'exact',
      'wikidata',
      'from',
      'until',
      'example',
      'note',
    ],
    words: ['name', 'also', 'short', 'adjectives'],
  },
  places: {
    columns: [
      'id',
      'en',
      'name',
      'also',
      'kind',
      'within',
      'lat',
      'lon',
      'precision',
      'pcode',
      'geonames',
      'ambiguous',
      'exact',
      'example',
      'note',
    ],
    words: ['name', 'also'],
  },
  'place-words': {
    columns: ['word', 'forms', 'kind', 'number', 'example', 'note'],
    words: ['word', 'forms'],
  },
  events: {
    columns: ['id', 'trigger', 'forms', 'kind', 'type', 'needs', 'example', 'note'],
    words: ['trigger', 'forms'],
  },
  calendar: {
    columns: ['word', 'forms', 'means', 'calendar', 'example', 'note'],
    words: ['word', 'forms'],
  },
  numbers: {
    columns: ['word', 'forms', 'value', 'kind', 'example', 'note'],
    words: ['word', 'forms'],
  },
  outlets: {
    columns: ['id', 'en', 'domain', 'names', 'family', 'kind', 'example', 'note'],
    words: ['names'],
  },
  regions: {
    columns: ['phrase', 'region', 'position', 'example', 'note'],
    words: ['phrase'],
  },
  classes: {
    columns: ['class', 'words', 'example', 'note'],
    words: ['words'],
  },
  weights: {
    columns: ['feature', 'weight', 'note'],
    words: [],
  },
  particles: {
    columns: ['word', 'forms', 'kind', 'example', 'note'],
    words: ['word', 'forms'],
  },
} as const satisfies Record<string, { columns: readonly string[]; words: readonly string[] }>

export type TableName = keyof typeof TABLES

/** The names of the tables in the order in which the documentation lists them. */
export const TABLE_NAMES = Object.keys(TABLES) as TableName[]

const TABLE_BITS: ReadonlyMap<string, number> = new Map(TABLE_NAMES.map((name, i) => [name, 1 << i]))
const kindNumbers = new Map<string, number>()

/** The bit of a table in a mask of tables. */
export function tableBit(table: TableName): number {
  return TABLE_BITS.get(table) ?? 0
}

/** The mask of several tables. */
export function tableBits(...tables: readonly TableName[]): number {
  return tables.reduce((bits, table) => bits | tableBit(table), 0)
}

/**
 * The bits of kinds in a mask of kinds, all bits where there are none. Two kinds may have one bit: a mask without a bit says
 * no for sure, one with it only perhaps.
 */
export function kindBits(kinds: readonly string[]): number {
  if (kinds.length === 0) return -1
  let bits = 0
  for (const kind of kinds) {
    const number = kindNumbers.get(kind) ?? kindNumbers.size
    kindNumbers.set(kind, number)
    bits |= 1 << (number % 32)
  }
  return bits
}

/** One line of a table. `id` is its first cell, `line` counts from 1 with the header as line 1. */
export interface Row {
  readonly table: TableName
  readonly id: string
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

/** The pieces of a cell that holds a list: `listCell(row, 'also')` → `['…', '…']`; empty where the cell is. */
export function listCell(row: Row, column: string): string[] {
  const cell = row.cells[column] ?? ''
  return cell === '' ? [] : cell.split('|')
}
