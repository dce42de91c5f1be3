/** The text of a TSV table → its rows. */
import { type Row, TABLES, type TableName } from './tables.ts'

/**
 * Reads the text of `lexicon/NAME.tsv`. Lines whose first cell is empty are no rows; a cell too few is an empty one.
 * What is wrong with the table is for `findAccidents`.
 */
export function loadTable(name: TableName, source: string): Row[] {
  if (source.includes('\u0000')) return []
  const rows: Row[] = []
  const lines = source.split('\n')
  for (let i = 1; i < lines.length; i++) {
    const row = readRow(name, lines[i] as string, i + 1)
    if (row.id !== '') rows.push(row)
  }
  return rows
}

function readRow(table: TableName, line: string, number: number): Row {
  const values = line.split('\t')
  const cells: Record<string, string> = {}
  const { columns } = TABLES[table]
  for (let i = 0; i < columns.length; i++) cells[columns[i] as string] = (values[i] ?? '').trim()
  return { table, id: (values[0] ?? '').trim(), line: number, cells }
}
