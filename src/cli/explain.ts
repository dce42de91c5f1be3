/** `hasab explain`: why each claim was read so, and what was considered beside it and dropped. */
import { readFileSync } from 'node:fs'
import { type Dropped, type Explanation, explainClaims, type Weighed } from '../explain/explain.ts'
import { oneLine, tellSpecRows } from '../explain/specRow.ts'
import { unreadable } from '../intake/inputs.ts'
import { readOne } from '../intake/reader.ts'
import { fullLexicon } from '../lexicon/builtin.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Article } from '../model.ts'
import { tellChain } from '../server/export/claims.ts'
import { failWith, type Io, say } from './io.ts'
import { tellDetails } from './text.ts'
import { type Given, textOf, type Verb } from './verb.ts'

/** The verb `explain`. */
export const EXPLAIN: Verb = {
  name: 'explain',
  takes: 'FILE [N]',
  words: [1, 2],
  options: [
    { name: 'outlet', value: 'ID' },
    { name: 'published', value: 'DAY' },
    { name: 'row' },
    { name: 'json' },
  ],
  run: runExplain,
}

async function runExplain(given: Given, io: Io): Promise<number> {
  const [path = '', number] = given.words
  if (number !== undefined && !/^\d{1,6}$/.test(number)) {
    io.tell(`${say(io, 'usage.claim', { number })}\n`)
    return 2
  }
  const lexicon = fullLexicon()
  const settings = { outlet: textOf(given, 'outlet'), published: textOf(given, 'published') }
  const read = readFile(path, lexicon, settings)
  if (!read.ok) return failWith(io, read.problem)
  const { article } = read.value
  const all = explainClaims(article, lexicon)
  const chosen = number === undefined ? all : all.slice(Number(number) - 1, Number(number))
  if (number !== undefined && chosen.length === 0) {
    return failWith(io, { code: 'claim-missing', where: path, values: { number, claims: all.length } })
  }
  if (all.length === 0) io.tell(`${say(io, 'explain.none')}\n`)
  await printExplanations(io, article, { chosen, given })
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

interface Chosen {
  readonly chosen: readonly Explanation[]
  readonly given: Given
}

async function printExplanations(io: Io, article: Article, { chosen, given }: Chosen): Promise<void> {
  const { row, json } = given.options
  if (row === true) await io.out(tellSpecRows(article, chosen))
  for (const explanation of row === true ? [] : chosen) {
    await io.out(
      json === true ? `${JSON.stringify(explanation)}\n` : tellExplanation(io, article, explanation),
    )
  }
}

function tellExplanation(io: Io, article: Article, explanation: Explanation): string {
  const { claim, number, sentence, passes, rows, weight, threshold, heaviest, dropped } = explanation
  const marks = [claim.modality, claim.stance, claim.optional ? 'optional' : ''].filter(Boolean).join(' · ')
  const label = (key: string) => say(io, `explain.${key}`)
  return [
    `${number}. ${claim.type} [${claim.span.join(', ')}]  ${marks}`,
    `    «${oneLine(claim.evidence)}»`,
    `    ${label('sentence')}: ${oneLine(sentence.text)}`,
    `    ${label('chain')}: ${tellChain(claim, article)}`,
    tellDetails(claim).trimEnd(),
    `    ${label('passes')}:`,
    ...passes.map(pass => `      ${pass}`),
    `    ${label('rows')}:`,
    ...rows.map(({ table, id, line }) => `      ${table}/${id}  lexicon/${table}.tsv:${line}`),
    `    ${label('weight')}: ${weight} (${threshold})  ${tellWeighed(heaviest)}`,
    ...(dropped.length === 0 ? [] : [`    ${label('dropped')}:`, ...dropped.map(tellDropped)]),
    '\n',
  ].join('\n')
}

function tellDropped({ type, words, weight, heaviest }: Dropped): string {
  return `      ${type} «${oneLine(words)}» ${weight}  ${tellWeighed(heaviest)}`
}

function tellWeighed(heaviest: readonly Weighed[]): string {
  return heaviest.map(({ feature, weight }) => `${feature} ${weight.toFixed(2)}`).join(', ')
}
