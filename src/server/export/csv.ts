/** Cells → lines of CSV (RFC 4180) that a spreadsheet cannot take for formulas. */

/** A cell; `null` is empty. */
export type Cell = string | number | boolean | null

/** Beginnings that a spreadsheet runs as a formula (OWASP, "CSV injection"), in their wide forms too. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/
const NUMBER = /^-?\d+(\.\d+)?$/

/** One line of CSV with its end: text that would be a formula gets an apostrophe in front, which spreadsheets do not show. */
export function writeCsvLine(cells: readonly Cell[]): string {
  return `${cells.map(writeCell).join(',')}\r\n`
}

function writeCell(cell: Cell): string {
  if (cell === null) return ''
  const text = String(cell)
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}
