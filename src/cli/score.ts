/** `hasab score`: annotated articles against readings; the figures against their pinned floors. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ClaimType, FAMILIES } from '../model.ts'
import { familyOf } from '../record/facts.ts'
import { failWith, type Io, say, tellOne } from './io.ts'
import type { Comparison, ScoredClaim } from './scoreFields.ts'
import {
  type ArticleScore,
  type Counts,
  rateOf,
  type Score,
  type ScoredArticle,
  scoreArticle,
  sumScores,
} from './scorePairs.ts'
import { type Given, textOf, type Verb } from './verb.ts'

/** The verb `score`. */
export const SCORE: Verb = {
  name: 'score',
  takes: 'GOLD READ',
  words: [2, 2],
  options: [{ name: 'only', value: 'FAMILY,…' }, { name: 'claims' }, { name: 'json' }, { name: 'floors' }],
  run: runScore,
}

async function runScore(given: Given, io: Io): Promise<number> {
  const [goldFolder = '', readFolder = ''] = given.words
  const only = textOf(given, 'only')?.split(',')
  const stray = only?.find(family => !(family in FAMILIES))
  if (stray !== undefined) {
    io.tell(`${say(io, 'usage.kind', { kind: stray, kinds: Object.keys(FAMILIES).join(', ') })}\n`)
    return 2
  }
  if (!existsSync(goldFolder)) return failWith(io, { code: 'gold-missing', where: goldFolder, values: {} })
  const scores: ArticleScore[] = []
  for (const file of listGold(goldFolder)) {
    const gold = readScored(join(goldFolder, file))
    const reading = readScored(join(readFolder, file))
    if ('cause' in gold) return failWith(io, broken(join(goldFolder, file), gold.cause))
    if ('cause' in reading) return failWith(io, broken(join(readFolder, file), reading.cause))
    scores.push(scoreArticle(file, keepOnly(gold, only), keepOnly(reading, only)))
  }
  if (given.options.claims === true) await printClaims(io, scores)
  await printScores(io, scores, given.options.json === true)
  return given.options.floors === true ? compareFloors(io, goldFolder, sumScores(scores)) : 0
}

function listGold(folder: string): string[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.json') && name !== 'actors.json')
    .sort()
}

function broken(where: string, cause: string) {
  return { code: 'gold-broken', where, values: { cause } }
}

/** A missing reading is an article in which nothing was read. */
function readScored(path: string): ScoredArticle | { cause: string } {
  if (!existsSync(path)) return { claims: [] }
  try {
    const { claims = [], ...rest } = JSON.parse(readFileSync(path, 'utf8')) as Partial<ScoredArticle>
    return { ...rest, claims }
  } catch (thrown) {
    return { cause: thrown instanceof Error ? thrown.message : '' }
  }
}

function keepOnly(scored: ScoredArticle, only: readonly string[] | undefined): ScoredArticle {
  const isWanted = ({ type }: ScoredClaim) => only === undefined || only.includes(familyOf(type as ClaimType))
  return { ...scored, claims: scored.claims.filter(isWanted) }
}

async function printScores(io: Io, scores: readonly ArticleScore[], isJson: boolean): Promise<void> {
  const score = sumScores(scores)
  if (isJson) return io.out(`${JSON.stringify(score)}\n`)
  for (const { name, counts } of scores) await io.out(tellCounts(name.replace(/\.json$/, ''), counts))
  await io.out(tellCounts('ALL', score.total))
  const fields = Object.entries(score.fields).map(([name, share]) => `${name} ${percent(share).trim()}`)
  const dated = scores.filter(({ isDated }) => isDated).length
  await io.out(`on found pairs: ${fields.join('  ')}  published ${dated}/${scores.length}\n`)
}

function percent(share: number): string {
  return (100 * share).toFixed(1).padStart(5)
}

function tellCounts(name: string, counts: Counts): string {
  const rates = (['found', 'typed', 'whole'] as const).map(key => {
    const { p, r, f } = rateOf(counts[key], counts)
    return `${key} P ${percent(p)} R ${percent(r)} F1 ${percent(f)}`
  })
  const gold = String(counts.gold).padStart(4)
  const read = String(counts.read).padStart(4)
  return `${name.padEnd(14)} gold ${gold}  read ${read}  ${rates.join('  ')}\n`
}

/** Fields that make a claim whole, in the order in which they are told. */
const TOLD = ['type', 'agent', 'places', 'first', 'time', 'modality'] as const

async function printClaims(io: Io, scores: readonly ArticleScore[]): Promise<void> {
  for (const { name, pairs, missed, unwanted } of scores) {
    for (const { gold, read, comparison } of pairs) {
      if (comparison.whole) continue
      const type = comparison.type ? gold.type : `${gold.type} read as ${read.type}`
      await io.out(`~ ${name} ${type}: ${findWrong(comparison).join(', ')} wrong · ${gold.evidence}\n`)
    }
    for (const claim of missed) await io.out(`- ${name} missed ${claim.type} · ${claim.evidence}\n`)
    for (const claim of unwanted) {
      await io.out(`+ ${name} unwanted ${claim.type} · ${claim.evidence ?? JSON.stringify(claim.span)}\n`)
    }
  }
}

function findWrong(comparison: Comparison): string[] {
  return TOLD.filter(name => {
    const field = comparison[name]
    return typeof field === 'boolean' ? !field : !field.exact
  })
}

const FLOORS = fileURLToPath(new URL('../../specs/floors.json', import.meta.url))

/** Floors by the hash of the annotated articles, so that figures of other articles are never compared. */
type Floors = Readonly<
  Record<string, { readonly name: string; readonly figures: Readonly<Record<string, number>> }>
>

function compareFloors(io: Io, folder: string, score: Score): number {
  const hash = hashGold(folder)
  const floors = existsSync(FLOORS) ? (JSON.parse(readFileSync(FLOORS, 'utf8')) as Floors) : {}
  const pinned = floors[hash]
  if (pinned === undefined) return failWith(io, { code: 'floor-unknown', where: folder, values: { hash } })
  const figures: Readonly<Record<string, number | null>> = {
    found: score.found.f,
    typed: score.typed.f,
    whole: score.whole.f,
    published: score.published,
    ...score.fields,
  }
  const fallen = Object.entries(pinned.figures).filter(([name, floor]) => (figures[name] ?? 0) < floor)
  for (const [figure, floor] of fallen) {
    const now = (figures[figure] ?? 0).toFixed(4)
    tellOne(io, { code: 'floor-broken', where: pinned.name, values: { figure, now, floor } })
  }
  return fallen.length > 0 ? 1 : 0
}

/** The hash of a folder of annotated articles: names and bytes, in order. */
function hashGold(folder: string): string {
  const hash = createHash('sha256')
  for (const name of listGold(folder)) hash.update(`${name}\0`).update(readFileSync(join(folder, name)))
  return hash.digest('hex').slice(0, 16)
}
