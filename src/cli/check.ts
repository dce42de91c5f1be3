/** `hasab check`: the tables of the lexicon, that each row's example makes that very row fire, and the specs. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { checkLexicon } from '../check/check.ts'
import { checkSpecs, SPEC_NAMES } from '../check/specs.ts'
import { loadLexicon } from '../lexicon/builtin.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { TABLE_NAMES } from '../lexicon/tables.ts'
import { tellProblem } from '../messages.ts'
import type { Problem } from '../model.ts'
import { type Io, say } from './io.ts'
import type { Given, Verb } from './verb.ts'

/** The verb `check`. */
export const CHECK: Verb = { name: 'check', takes: '[FOLDER]', words: [0, 1], options: [], run: runCheck }

async function runCheck(given: Given, io: Io): Promise<number> {
  const folder = given.words[0] ?? fileURLToPath(new URL('../../lexicon', import.meta.url))
  const { lexicon, problems } = loadLexicon(folder)
  const specs = given.words[0] === undefined ? SPEC_NAMES.flatMap(name => checkSpecTable(name, lexicon)) : []
  const faults = [...checkLexicon(lexicon, problems), ...specs]
  for (const fault of faults) await io.out(`${tellFault(io, fault)}\n`)
  const rows = TABLE_NAMES.reduce((sum, name) => sum + lexicon.tables[name].length, 0)
  const values = { rows, tables: TABLE_NAMES.length, count: faults.length }
  io.tell(`${say(io, faults.length === 0 ? 'check.fine' : 'check.faults', values)}\n`)
  return faults.length === 0 ? 0 : 1
}

/** The sentences that come with the package belong to the lexicon that comes with it. */
function checkSpecTable(name: string, lexicon: Lexicon): Problem[] {
  const path = fileURLToPath(new URL(`../../specs/${name}.tsv`, import.meta.url))
  if (!existsSync(path)) return [{ code: 'spec-missing', where: `specs/${name}.tsv`, values: {} }]
  return checkSpecs(name, readFileSync(path, 'utf8'), lexicon)
}

/** `file:line: what. how to fix`. */
function tellFault(io: Io, fault: Problem): string {
  const { message, hint } = tellProblem(io.messages, fault)
  return `${fault.where}: ${message} ${hint}`
}
