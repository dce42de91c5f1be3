/** `hasab explain`: which rules and which rows of the lexicon made a claim what it is. */
import { readFileSync } from 'node:fs'
import { builtinLexicon } from '../lexicon/builtin.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { type Row, TABLE_NAMES, TABLES } from '../lexicon/tables.ts'
import type { Claim, Reading } from '../model.ts'
import { unreadable } from './inputs.ts'
import { failWith, type Io, say } from './io.ts'
import { readOne } from './reader.ts'
import { tellChain, tellDetails } from './text.ts'
import { type Given, textOf, type Verb } from './verb.ts'

/** The verb `explain`. */
export const EXPLAIN: Verb = {
  name: 'explain',
  takes: 'FILE [N]',
  words: [1, 2],
  options: [{ name: 'outlet', value: 'ID' }, { name: 'published', value: 'DAY' }, { name: 'row' }],
  run: runExplain,
}

async function runExplain(given: Given, io: Io): Promise<number> {
  const [path = '', number] = given.words
  if (number !== undefined && !/^\d{1,6}$/.test(number)) {
    io.tell(`${say(io, 'usage.claim', { number })}\n`)
    return 2
  }
  const lexicon = builtinLexicon()
  const settings = { outlet: textOf(given, 'outlet'), published: textOf(given, 'published') }
  const read = readFile(path, lexicon, settings)
  if (!read.ok) return failWith(io, read.problem)
  const { claims } = read.value
  const chosen = number === undefined ? claims : claims.slice(Number(number) - 1, Number(number))
  if (number !== undefined && chosen.length === 0) {
    return failWith(io, { code: 'claim-missing', where: path, values: { number, claims: claims.length } })
  }
  if (claims.length === 0) io.tell(`${say(io, 'explain.none')}\n`)
  for (const claim of chosen) await io.out(explainClaim(read.value, claim, claims.indexOf(claim) + 1))
  if (given.options.row === true) await io.out(tellRows(chosen, lexicon))
  return 0
}

function readFile(
  path: string,
  lexicon: Lexicon,
  settings: Readonly<Record<'outlet' | 'published', string | undefined>>,
) {
  try {
    return readOne({ kind: 'file', where: path, bytes: readFileSync(path), size: 0 }, lexicon, settings)
  } catch (thrown) {
    return { ok: false as const, problem: unreadable(path, thrown) }
  }
}

/** A claim with its words, its chain, its fields, and what fired, in order. */
function explainClaim({ article }: Reading, claim: Claim, number: number): string {
  const marks = [claim.modality, claim.stance, claim.optional ? 'optional' : ''].filter(Boolean).join(' · ')
  const cue = claim.cue === null ? '' : `      cue: ${article.text.slice(...claim.cue.span)}\n`
  const because = claim.because.map(reason => `      ${reason}\n`).join('')
  return [
    `${number}. ${claim.type} [${claim.span.join(', ')}]  ${marks}  ${claim.confidence}\n`,
    `    «${claim.evidence.replace(/\s+/g, ' ')}»  ${tellChain(claim, article)}\n`,
    tellDetails(claim),
    cue,
    `    ${'-'.repeat(3)}\n`,
    because,
    '\n',
  ].join('')
}

/** The rows that fired, as lines of their tables under their headers. */
function tellRows(claims: readonly Claim[], lexicon: Lexicon): string {
  const reasons = new Set(claims.flatMap(({ because }) => because))
  const rows = [...reasons].flatMap(reason => findRow(reason, lexicon) ?? [])
  return TABLE_NAMES.filter(name => rows.some(({ table }) => table === name))
    .map(name => {
      const lines = rows.filter(({ table }) => table === name).map(tellRow)
      return `lexicon/${name}.tsv\n${TABLES[name].columns.join('\t')}\n${lines.join('\n')}\n\n`
    })
    .join('')
}

function tellRow({ table, cells }: Row): string {
  return TABLES[table].columns.map(column => cells[column] ?? '').join('\t')
}

/** `events/capture:seize` names a row of the table by id, with the trigger where several rows share an id. */
function findRow(reason: string, lexicon: Lexicon): Row | undefined {
  const [table = '', ...rest] = reason.split('/')
  const name = TABLE_NAMES.find(other => other === table)
  if (name === undefined) return undefined
  const id = rest.join('/')
  const [first = '', trigger] = id.split(':')
  return lexicon.tables[name].find(
    row => row.id === id || (row.id === first && (trigger === undefined || row.cells.trigger === trigger)),
  )
}
