/** Reads one TSV table and explains every accident of spreadsheets and editors as a problem. */
import type { Problem } from '../model.ts'
import { isDropped } from '../text/fold.ts'
import { type Row, TABLES, type TableName } from './tables.ts'

export interface LoadedTable {
  readonly rows: readonly Row[]
  readonly problems: readonly Problem[]
}

/**
 * Reads the text of `lexicon/NAME.tsv`. Rows that can be used are given even where others have problems.
 * Problem codes: `table-utf16`, `table-header`, `table-tabs`, `table-quoted`, `table-spaces`, `table-invisible`,
 * `table-presentation`, `table-digits`, `table-empty-id`, `table-twice`; `where` is `file:line`.
 */
export function loadTable(name: TableName, source: string): LoadedTable {
  const file = `lexicon/${name}.tsv`
  const problems: Problem[] = []
  if (source.includes('\u0000')) return { rows: [], problems: [problemAt(`${file}:1`, 'table-utf16', {})] }
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source
  const lines = text.split(/\r?\n/)
  const columns: readonly string[] = TABLES[name].columns
  if (lines[0] !== columns.join('\t')) {
    problems.push(problemAt(`${file}:1`, 'table-header', { want: columns.join(' · '), got: lines[0] ?? '' }))
  }
  const rows: Row[] = []
  const seen = new Map<string, number>()
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i] as string
    if (line === '') continue
    const row = readRow(name, line, i + 1)
    problems.push(...checkLine(file, row, line))
    if (row.id === '') continue
    const before = seen.get(row.id)
    if (before !== undefined)
      problems.push(problemAt(`${file}:${row.line}`, 'table-twice', { id: row.id, line: before }))
    seen.set(row.id, row.line)
    rows.push(row)
  }
  return { rows, problems }
}

function readRow(table: TableName, line: string, number: number): Row {
  const values = line.split('\t')
  const cells: Record<string, string> = {}
  TABLES[table].columns.forEach((column, i) => {
    cells[column] = (values[i] ?? '').trim()
  })
  return { table, id: (values[0] ?? '').trim(), line: number, cells }
}

function problemAt(where: string, code: string, values: Problem['values'] = {}): Problem {
  return { code, where, values }
}

function checkLine(file: string, row: Row, line: string): Problem[] {
  const problems: Problem[] = []
  const add = (code: string, values: Problem['values'] = {}) =>
    problems.push(problemAt(`${file}:${row.line}`, code, values))
  const cells = line.split('\t')
  const wanted = TABLES[row.table].columns.length
  if (cells.length !== wanted) add('table-tabs', { want: wanted, got: cells.length })
  if (row.id === '') add('table-empty-id')
  for (const cell of cells) checkCell(cell, add)
  return problems
}

function checkCell(cell: string, add: (code: string, values?: Problem['values']) => void): void {
  if (cell !== cell.trim() || / \||\| |\|\|/.test(cell)) add('table-spaces', { cell })
  if (cell.startsWith('"') && cell.endsWith('"') && cell.length > 1) add('table-quoted', { cell })
  if (/[\uFB50-\uFDFF\uFE70-\uFEFC]/.test(cell)) add('table-presentation', { cell })
  const hasMixedDigits = /[0-9]/.test(cell) && /[\u0660-\u0669]/.test(cell)
  if (hasMixedDigits) add('table-digits', { cell })
  for (const char of cell) {
    const unit = char.charCodeAt(0)
    if (unit >= 0x2000 && isDropped(unit)) add('table-invisible', { cell, unit: unit.toString(16) })
  }
}
