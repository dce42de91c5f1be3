/** Rows of one table whose words fold together, so that a text cannot tell which of them it means. */

import type { Lexicon } from '../lexicon/lexicon.ts'
import { listCell, type Row, TABLE_NAMES, TABLES, type TableName } from '../lexicon/tables.ts'
import type { Problem } from '../model.ts'
import { foldWord } from '../text/fold.ts'

/** A word of a row as it is spelt there. */
interface Spelling {
  readonly row: Row
  readonly column: string
  readonly words: string
}

type IsMeant = (one: Spelling, other: Spelling) => boolean

/** In these tables every row that fits is taken, and nothing has to be chosen. */
const TAKE_ALL: ReadonlySet<TableName> = new Set(['classes', 'weights'])

/** Words that may stand in two rows of a table, because something else chooses between them. */
const MEANT: Partial<Readonly<Record<TableName, IsMeant>>> = {
  actors: (one, other) =>
    one.row.id.split(':')[0] === other.row.id.split(':')[0] || isResolved(one) || isResolved(other),
  places: (one, other) =>
    one.row.cells.kind !== other.row.cells.kind || one.row.cells.within !== other.row.cells.within,
  events: (one, other) => one.row.cells.needs !== other.row.cells.needs,
  particles: (one, other) => one.words === other.words || hasSameKind(one, other),
  'place-words': (one, other) => one.row.cells.kind !== other.row.cells.kind || one.words === other.words,
}

/** Short names and adjectives mean what the article named before. */
function isResolved({ column }: Spelling): boolean {
  return column === 'short' || column === 'adjectives'
}

function hasSameKind(one: Spelling, other: Spelling): boolean {
  const kinds = (other.row.cells.kind ?? '').split('|')
  return (one.row.cells.kind ?? '').split('|').some(kind => kinds.includes(kind))
}

/** Problems `row-folds-together`: one for each pair of rows, at the later one. */
export function checkFolding(lexicon: Lexicon): Problem[] {
  return TABLE_NAMES.filter(name => !TAKE_ALL.has(name)).flatMap(name => checkTable(lexicon.tables[name]))
}

function checkTable(rows: readonly Row[]): Problem[] {
  const byKey = new Map<string, Spelling[]>()
  const problems = new Map<string, Problem>()
  for (const spelling of rows.flatMap(listSpellings)) {
    const key = foldWord(spelling.words)
    const here = byKey.get(key) ?? []
    const other = here.find(one => isClash(one, spelling))
    if (other !== undefined) problems.set(`${other.row.id} ${spelling.row.id}`, tell(other, spelling))
    byKey.set(key, [...here, spelling])
  }
  return [...problems.values()]
}

function listSpellings(row: Row): Spelling[] {
  return TABLES[row.table].words.flatMap(column =>
    listCell(row, column).map(words => ({ row, column, words })),
  )
}

function isClash(one: Spelling, other: Spelling): boolean {
  if (one.row.id === other.row.id) return false
  if (one.row.cells.exact === 'yes' && other.row.cells.exact === 'yes' && one.words !== other.words)
    return false
  return !(MEANT[one.row.table]?.(one, other) ?? false)
}

function tell({ row, words }: Spelling, later: Spelling): Problem {
  return {
    code: 'row-folds-together',
    where: `lexicon/${later.row.table}.tsv:${later.row.line}`,
    values: { id: later.row.id, words: later.words, other: row.id, spelt: words, line: row.line },
  }
}
