/** What went wrong with a table in a spreadsheet or an editor: found for `hasab check`, which is the only one to ask. */
import type { Problem } from '../model.ts'
import { isDropped } from '../text/fold.ts'
import { TABLES, type TableName } from './tables.ts'

/**
 * The accidents in the text of `lexicon/NAME.tsv`, with file and line. Codes: `table-utf16`, `table-header`, `table-tabs`,
 * `table-quoted`, `table-spaces`, `table-invisible`, `table-presentation`, `table-digits`, `table-empty-id`, `table-twice`.
 */
export function findAccidents(name: TableName, source: string): Problem[] {
  const file = `lexicon/${name}.tsv`
  if (source.includes('\u0000')) return [problemAt(`${file}:1`, 'table-utf16')]
  const problems: Problem[] = []
  const [header, ...lines] = source.replace('\uFEFF', '').split(/\r?\n/)
  const want = TABLES[name].columns
  if (header !== want.join('\t'))
    problems.push(problemAt(`${file}:1`, 'table-header', { want: want.join(' · '), got: header ?? '' }))
  const seen = new Map<string, number>()
  for (const [i, line] of lines.entries()) {
    if (line === '') continue
    const id = (line.split('\t')[0] ?? '').trim()
    const where = `${file}:${i + 2}`
    problems.push(...checkLine(where, line, want.length))
    if (seen.has(id)) problems.push(problemAt(where, 'table-twice', { id, line: seen.get(id) ?? 0 }))
    if (id !== '') seen.set(id, i + 2)
  }
  return problems
}

function problemAt(where: string, code: string, values: Problem['values'] = {}): Problem {
  return { code, where, values }
}

function checkLine(where: string, line: string, want: number): Problem[] {
  const problems: Problem[] = []
  const add = (code: string, values: Problem['values'] = {}) => problems.push(problemAt(where, code, values))
  const cells = line.split('\t')
  if (cells.length !== want) add('table-tabs', { want, got: cells.length })
  if (cells[0]?.trim() === '') add('table-empty-id')
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
