/** `hasab check`: the tables of the lexicon, and that each row's example makes that very row fire. */
import { fileURLToPath } from 'node:url'
import { loadLexicon } from '../lexicon/builtin.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { findHits } from '../lexicon/match.ts'
import { type Row, TABLE_NAMES, type TableName } from '../lexicon/tables.ts'
import { tellProblem } from '../messages.ts'
import type { Problem } from '../model.ts'
import { readText } from '../text/text.ts'
import { type Io, say } from './io.ts'
import type { Given, Verb } from './verb.ts'

/** Tables whose rows need no example: measured weights, and the closed class of function words. */
const WITHOUT_EXAMPLES = new Set<TableName>(['weights', 'particles'])

/** The verb `check`. */
export const CHECK: Verb = { name: 'check', takes: '[FOLDER]', words: [0, 1], options: [], run: runCheck }

async function runCheck(given: Given, io: Io): Promise<number> {
  const folder = given.words[0] ?? fileURLToPath(new URL('../../lexicon', import.meta.url))
  const { lexicon, problems } = loadLexicon(folder)
  const faults = [...problems, ...TABLE_NAMES.flatMap(name => checkExamples(lexicon, name))]
  for (const fault of faults) await io.out(`${tellFault(io, fault)}\n`)
  const rows = TABLE_NAMES.reduce((sum, name) => sum + lexicon.tables[name].length, 0)
  const values = { rows, tables: TABLE_NAMES.length, count: faults.length }
  io.tell(`${say(io, faults.length === 0 ? 'check.fine' : 'check.faults', values)}\n`)
  return faults.length === 0 ? 0 : 1
}

/** `file:line: what. how to fix`. */
function tellFault(io: Io, fault: Problem): string {
  const { message, hint } = tellProblem(io.messages, fault)
  return `${fault.where}: ${message} ${hint}`
}

function checkExamples(lexicon: Lexicon, name: TableName): Problem[] {
  return lexicon.tables[name].flatMap(row => checkExample(lexicon, row))
}

/** An example must hold the row's own words, in a place where the matcher takes them for this row. */
function checkExample(lexicon: Lexicon, row: Row): Problem[] {
  const example = row.cells.example ?? ''
  const where = `lexicon/${row.table}.tsv:${row.line}`
  if (example === '' && WITHOUT_EXAMPLES.has(row.table)) return []
  if (example === '') return [{ code: 'example-missing', where, values: { id: row.id } }]
  const isFired = findHits(readText(example), lexicon).some(hit => hit.row === row)
  return isFired ? [] : [{ code: 'example-silent', where, values: { id: row.id, example } }]
}
